"""A rehearsal: simulated delegates and their moderator play a whole meeting over real sockets.

All traffic is of the documented protocol and made by this package alone (``house``, ``person``, ``pad``): it imports
nothing of the server's live parts, so that it would notice what any other program notices. Only ``copy`` works on the
store.
"""


class RehearsalError(Exception):
    """The rehearsal cannot begin, or cannot go on; the message says why, for people."""
