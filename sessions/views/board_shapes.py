"""The values of the keys of what people write and the list that is made of it, typed."""

from typing import Any

from typing_extensions import TypedDict


class WallItem(TypedDict):
    id: str
    fields: dict[str, Any]


class WallValue(TypedDict):
    """Key ``wall/<activity>``: how many entries there are while people write and until the list is revealed. ``items``
    are the latest few that may be seen, where the wall is live; else there are none."""

    round: int
    count: int
    items: list[WallItem]


class BoardParent(TypedDict):
    id: str
    why: str


class BoardItem(TypedDict):
    """``code`` is None until nobody writes any more. ``written`` is what the author wrote, where it was reworded;
    ``delegation`` is there where the regime lets it be named; ``objections`` are those of its contributors."""

    id: str
    code: str | None
    sort: str
    fields: dict[str, Any]
    written: str | None
    status: str
    contributions: int
    parents: list[BoardParent]
    delegation: str | None
    objections: list[str]


class BoardStep(TypedDict):
    number: int
    verb: str


class BoardValue(TypedDict):
    """Key ``board/<activity>`` (desk). ``visible`` is false while people write in secret: then there are no ``items``.
    ``working`` while the list is being made; ``step`` is the one that can be undone."""

    round: int
    count: int
    visible: bool
    working: bool
    finished: bool
    step: BoardStep | None
    items: list[BoardItem]


class OwnHeir(TypedDict):
    code: str | None
    text: str
    status: str


class OwnEntry(TypedDict):
    """``changed`` where the moderator did something with it that one can object to. ``became`` is what it was merged
    into, or split into; ``written`` what one wrote, where it was reworded."""

    id: str
    round: int
    code: str | None
    fields: dict[str, Any]
    written: str | None
    status: str
    changed: bool
    objection: str | None
    became: list[OwnHeir]


class OwnValue(TypedDict):
    """Key ``written/<activity>``: the own entries; ``left`` is how many more one may write in the round."""

    round: int
    left: int
    items: list[OwnEntry]


class LikenessValue(TypedDict):
    """Key ``likeness/<activity>`` (desk), from the server, never in the log: ids of entries that may say the same."""

    groups: list[list[str]]
