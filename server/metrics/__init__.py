"""The numbers that operators watch: counted cheaply where things happen, put into words in one place.

Whoever has something to count holds ``Counts`` and adds to it; ``families`` names every family once; ``page`` writes
the page. Nothing here knows a name, a choice, a seat or an address, and while a secret round is open all that ballots
move stands still (``Family.still``).
"""
