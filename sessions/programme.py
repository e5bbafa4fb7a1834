"""The plan of a meeting: who is invited, which sessions, what people do in them.

A programme is checked whole when it is read (``faults.read_programme`` lists every fault with its place); once a
meeting has been created from it, the log is the truth and commands edit it live.
"""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, StringConstraints

from sessions.actor import Frozen, Regime, Secrecy, Voters, default_secrecy
from sessions.ids import Code, Slug
from sessions.text import Lang, Text

MAX_DELEGATIONS = 400
MAX_SEATS = 400  # a delegation
MAX_SESSIONS = 200
MAX_ACTIVITIES = 60  # a session
MAX_TABLES = 60
KEEP_DAYS = 30  # after the meeting is closed, where its programme does not say


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # the name of a folder of zones is an OSError
        raise ValueError("zone_unknown") from None
    return name


CLOCK_PATTERN = r"^([01]\d|2[0-3]):[0-5]\d$"

Clock = Annotated[str, StringConstraints(pattern=CLOCK_PATTERN)]
"""A time of day in the meeting's zone, 24 hours: ``09:30``."""


class Format(StrEnum):
    PLENARY = "plenary"
    TABLES = "tables"
    PAUSE = "pause"


class Delegation(Frozen):
    """A State or an organisation; a State's first seat is its head. Organisations sit as observers."""

    id: Slug
    name: Text
    body: Text | None = None
    kind: Literal["state", "organisation"] = "state"
    mechanisms: tuple[Slug, ...] = ()
    seats: Annotated[int, Field(ge=1, le=MAX_SEATS)] = 4


class Theme(Frozen):
    id: Code
    name: Text


class Challenge(Frozen):
    """An item of the bank, which setups cite by id."""

    id: Code
    theme: Code
    short: Text
    text: Text


class ActivityPlan(Frozen):
    """``setup`` is checked by the kind. ``minutes`` is the time given, None for no countdown. ``follows`` names an
    earlier activity of the same kind whose next round this one is, on the same list or a shorter one. A ``trial`` is
    there to practise with: it runs like any other, and no report or export knows of it."""

    id: Slug
    code: Code
    kind: Slug
    title: Text
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    voters: Voters = Voters.DELEGATES
    secrecy: Secrecy | None = None
    follows: Slug | None = None
    trial: bool = False
    setup: dict[str, Any]


class Rotation(Frozen):
    """World café: groups move to the next table ``times`` times, every ``minutes``."""

    times: Annotated[int, Field(ge=1, le=20)]
    minutes: Annotated[int, Field(ge=1, le=240)]


class SessionPlan(Frozen):
    id: Slug
    code: Code
    title: Text
    day: date
    start: Clock
    minutes: Annotated[int, Field(ge=1, le=720)]
    format: Format = Format.PLENARY
    regime: Regime = Regime.CHATHAM_HOUSE
    tables: Annotated[int, Field(ge=0, le=MAX_TABLES)] = 0
    rotation: Rotation | None = None
    about: Text | None = None
    questions: Annotated[tuple[Text, ...], Field(max_length=20)] = ()
    activities: Annotated[tuple[ActivityPlan, ...], Field(max_length=MAX_ACTIVITIES)] = ()

    def starts_at(self, zone: str) -> int:
        """Planned start, milliseconds since 1970 UTC."""
        hour, minute = map(int, self.start.split(":"))
        local = datetime(self.day.year, self.day.month, self.day.day, hour, minute, tzinfo=ZoneInfo(zone))
        return int(local.astimezone(UTC).timestamp() * 1000)

    def secrecy_of(self, activity: ActivityPlan) -> Secrecy:
        return activity.secrecy or default_secrecy(self.regime)


class Wifi(Frozen):
    """The room's network, shown as a QR on the screen when given."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=32)]
    password: Annotated[str, StringConstraints(max_length=63)] = ""


class Rules(Frozen):
    """What participants read on entering: heads and paragraphs."""

    confidentiality: Text
    stored: Text
    votes: Text
    contact: Text | None = None


class Programme(Frozen):
    """The whole plan. ``languages[0]`` is the working language. ``roadmap_year`` is the year that the roadmap is for
    and stands in the codes of its lines; by default the one after the first session."""

    plenaria: Literal[1]
    id: Slug
    title: Text
    place: Text
    zone: Annotated[str, AfterValidator(_zone)]
    languages: Annotated[tuple[Lang, ...], Field(min_length=1)] = ("es",)
    entry: Literal["open", "cards"] = "open"
    keep_days: Annotated[int, Field(ge=1, le=3650)] | None = None
    rules: Rules
    wifi: Wifi | None = None
    roadmap_year: Annotated[int, Field(ge=2000, le=2200)] | None = None
    mechanisms: Annotated[dict[Slug, Text], Field(default_factory=dict)]
    delegations: Annotated[tuple[Delegation, ...], Field(min_length=1, max_length=MAX_DELEGATIONS)]
    themes: tuple[Theme, ...] = ()
    bank: Annotated[tuple[Challenge, ...], Field(max_length=1000)] = ()
    sessions: Annotated[tuple[SessionPlan, ...], Field(min_length=1, max_length=MAX_SESSIONS)]


def seat_ids(delegation: Delegation) -> tuple[str, ...]:
    """Seats are numbered from 1; the first of a State is its head."""
    return tuple(f"{delegation.id}-{number}" for number in range(1, delegation.seats + 1))
