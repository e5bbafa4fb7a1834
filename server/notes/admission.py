"""What a pass allows in one pad; decided by whoever knows passes, seats and tables."""

from dataclasses import dataclass, field

from server.notes.closing import NOT_ALLOWED
from server.notes.guard import Limits


@dataclass(frozen=True, slots=True)
class Admission:
    """``author`` is the server's word for the writer (or empty), seen by the others where ``show_author``.

    ``show_author`` follows the session's regime: where false, awareness is reduced to ``{"writing": mark}``.
    ``headings`` are those entries may have. Where ``can_read`` is false the socket is closed with ``refusal``.
    """

    can_read: bool
    can_write: bool = False
    author: str = ""
    show_author: bool = False
    headings: frozenset[str] = frozenset()
    limit: Limits = field(default_factory=Limits)
    refusal: int = NOT_ALLOWED
