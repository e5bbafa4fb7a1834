"""What changes the programme while the meeting runs."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from sessions.actor import Frozen, Regime, Secrecy, Voters
from sessions.commands.shapes import Minutes, Place
from sessions.ids import Slug
from sessions.programme import Clock, Format, Rotation
from sessions.text import Text


class AddSession(Frozen):
    """``session`` is an id made by the sender. ``place`` counts from 0 in the run sheet; None is last."""

    name: Literal["add_session"] = "add_session"
    session: Slug
    title: Text
    day: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    start: Clock
    minutes: Annotated[int, Field(ge=1, le=720)]
    format: Format = Format.PLENARY
    regime: Regime = Regime.CHATHAM_HOUSE
    tables: Annotated[int, Field(ge=0, le=60)] = 0
    place: Place | None = None


class EditSession(Frozen):
    """Only what is given changes. Loosening the regime of a session that has begun is refused."""

    name: Literal["edit_session"] = "edit_session"
    session: Slug
    title: Text | None = None
    start: Clock | None = None
    minutes: Annotated[int, Field(ge=1, le=720)] | None = None
    regime: Regime | None = None
    tables: Annotated[int, Field(ge=1, le=60)] | None = None
    rotation: Rotation | None = None


class MoveSession(Frozen):
    name: Literal["move_session"] = "move_session"
    session: Slug
    place: Place


class SkipSession(Frozen):
    """``skip`` false takes it back."""

    name: Literal["skip_session"] = "skip_session"
    session: Slug
    skip: bool = True


class AddActivity(Frozen):
    """``activity`` is an id made by the sender; ``setup`` is the kind's own shape. ``follows`` names the activity whose
    next round this one is; ``trial`` makes one to practise with, which no export knows of."""

    name: Literal["add_activity"] = "add_activity"
    session: Slug
    activity: Slug
    kind: Slug
    title: Text
    setup: dict[str, Any]
    minutes: Minutes | None = None
    voters: Voters = Voters.DELEGATES
    secrecy: Secrecy | None = None
    follows: Slug | None = None
    trial: bool = False
    place: Place | None = None


class EditActivity(Frozen):
    """Only what is given changes. Once a round was opened, only ``title`` and ``minutes`` may. 0 ``minutes`` take the
    time limit away."""

    name: Literal["edit_activity"] = "edit_activity"
    activity: Slug
    title: Text | None = None
    setup: dict[str, Any] | None = None
    minutes: Annotated[int, Field(ge=0, le=600)] | None = None
    voters: Voters | None = None
    secrecy: Secrecy | None = None


class MoveActivity(Frozen):
    name: Literal["move_activity"] = "move_activity"
    activity: Slug
    session: Slug | None = None
    place: Place


class SkipActivity(Frozen):
    name: Literal["skip_activity"] = "skip_activity"
    activity: Slug
    skip: bool = True


ProgrammeCommand = (
    AddSession | EditSession | MoveSession | SkipSession | AddActivity | EditActivity | MoveActivity | SkipActivity
)
