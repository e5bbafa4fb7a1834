"""What the room's screen shows."""

from typing import Literal

from sessions.actor import Frozen
from sessions.ids import Slug


class Stage(Frozen):
    """``auto`` follows the session; ``join`` shows the QR large; ``blank`` rests; ``outcome`` shows a revealed one;
    ``notes`` shows the recorded entries of one table (``table`` None: all of them)."""

    show: Literal["auto", "join", "blank", "outcome", "notes"] = "auto"
    activity: Slug | None = None
    table: Slug | None = None
