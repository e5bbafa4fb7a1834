"""When what others make things of was last changed."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Touched:
    """Places in the log. ``activities``: of the last entry that changed anything of an activity. ``everything``: that
    may have changed something of all of them, or of the plan and the seats. ``chain``: that may have changed what is in
    the chain, or what it says."""

    activities: dict[str, int] = field(default_factory=dict)
    everything: int = 0
    chain: int = 0
