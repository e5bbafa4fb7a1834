"""What the room's screen shows."""

from typing import Literal

from sessions.actor import Frozen
from sessions.ids import Slug


class Stage(Frozen):
    """``auto`` follows the session; ``join`` shows the QR large; ``blank`` rests; ``outcome`` shows a revealed one,
    ``movement`` what changed in it from the round before; ``method`` shows how an activity is counted, also before it
    opens; ``notes`` shows the recorded entries of one table (``table`` None: all of them)."""

    show: Literal["auto", "join", "blank", "outcome", "movement", "method", "notes"] = "auto"
    activity: Slug | None = None
    table: Slug | None = None
