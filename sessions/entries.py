"""The contract of kinds in which people write entries and the moderator makes a list of them."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import AfterValidator, Field, StringConstraints, ValidationError

from sessions.activities.kind import Cast, Kind, Setup, Tally
from sessions.actor import Frozen
from sessions.board import Board, Item
from sessions.errors import Code, Refused
from sessions.lineage import Sort
from sessions.outcomes import Counted, Outcome
from sessions.text import Text, clean

MAX_ENTRY = 140
MAX_PER_SEAT = 20


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _readable(text: str) -> str:
    if not any(char.isalnum() for char in text):
        raise ValueError("text_empty")
    if len(text) > MAX_ENTRY:
        raise ValueError("text_too_long")
    return text


EntryText = Annotated[
    str, StringConstraints(max_length=4 * MAX_ENTRY), AfterValidator(_one_line), AfterValidator(_readable)
]
"""One line of 1 to ``MAX_ENTRY`` characters: NFC, trimmed, without control characters; white space is one space.

Faults: ``text_empty``, ``text_too_long``."""


class Entry(Frozen):
    """What a phone writes; kinds add fields of their own."""

    text: EntryText


class EntriesSetup(Setup):
    """``per_seat`` is how many entries one seat may have in a round. With ``approval`` each waits for the moderator
    before it is on the list. ``wall``: ``closed`` shows how many there are while people write, ``live`` shows them."""

    per_seat: Annotated[int, Field(ge=1, le=MAX_PER_SEAT, strict=True)] = 5
    approval: bool = False
    wall: Literal["closed", "live"] = "closed"


E = TypeVar("E", bound=EntriesSetup)


class NoBallots(Tally[None]):
    """Of kinds that are written in: there is nothing to count."""

    def add(self, cast: Cast[None]) -> None:
        raise TypeError("entries are not counted")

    def remove(self, cast: Cast[None]) -> None:
        raise TypeError("entries are not counted")

    def outcome(self) -> Outcome:
        raise TypeError("entries are not counted")


class EntriesKind(Kind[E, None], Generic[E]):
    """A kind whose activities have a board. ``entry`` is the model of what a phone writes."""

    entry: ClassVar[type[Entry]] = Entry
    attributed: ClassVar[bool] = False
    """Whether what is posted stands with the name of its delegation, whatever the regime: posting it says so."""

    def read_entry(self, setup: E, raw: Any) -> dict[str, Any]:
        """The entry as plain values, or ``Refused(invalid_entry)`` with the reason as detail."""
        try:
            entry = self.entry.model_validate(raw)
        except ValidationError as error:
            first = error.errors()[0]
            reason = str(first["ctx"]["error"]) if first["type"] == "value_error" else "shape"
            raise Refused(Code.INVALID_ENTRY, reason) from error
        self.check_entry(setup, entry)
        return entry.model_dump(mode="json", exclude_none=True)

    def check_entry(self, setup: E, entry: Any) -> None:
        """Raises ``Refused(invalid_entry, <reason>)`` where ``entry`` does not fit ``setup``."""

    def sort(self, fields: dict[str, Any]) -> Sort:
        """What an entry is in the lineage; ``fields`` as ``read_entry`` gave them."""
        return Sort.IDEA

    def topic(self, item: Item) -> tuple[str, ...]:
        """What an entry is about, where it looks for others on the same."""
        return ()

    def settle(
        self,
        setup: E,
        board: Board,
        list_: Iterable[tuple[str, Item]],
        counted: Counted,
        names: Mapping[str, Text],
    ) -> Outcome:
        """What the board settled. ``list_`` has what survived with its short codes, in their order; ``counted`` says
        how many people and delegations wrote; ``names`` are those of the delegations. The same board gives equal
        outcomes."""
        raise NotImplementedError

    def same_scale(self, before: E, after: E) -> bool:
        """A list is no figure."""
        return False

    def tally(self, setup: E) -> NoBallots:
        return NoBallots()
