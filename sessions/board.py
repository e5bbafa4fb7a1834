"""What people wrote in an activity, and what the moderator's board made of it.

Nothing is deleted: what was merged or split stays as an ancestor of what came of it, and what was withdrawn keeps its
place without its words. Steps can be undone, the last one first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Literal

from sessions.lineage import Parent, Sort, Why
from sessions.memory import Kept

Verb = Literal["approve", "hide", "show", "merge", "split", "reword"]


class Status(StrEnum):
    """Where an entry stands. ``MERGED`` and ``SPLIT`` ones live on in what came of them."""

    WAITING = "waiting"
    SHOWN = "shown"
    HIDDEN = "hidden"
    MERGED = "merged"
    SPLIT = "split"
    WITHDRAWN = "withdrawn"


STANDING = frozenset({Status.WAITING, Status.SHOWN, Status.HIDDEN})
"""What is on the board for itself."""


@dataclass(frozen=True, slots=True)
class Item:
    """``fields`` is the entry in its kind's shape, with its ``text``. ``author`` is the voter's key of ``round`` (a
    pseudonym in secret rounds) and ``delegation`` the key beside it; both are None for what the board made.
    ``written`` is the text before the moderator changed it."""

    id: str
    sort: Sort
    round: int
    fields: dict[str, Any]
    status: Status
    author: str | None = None
    delegation: str | None = None
    parents: tuple[Parent, ...] = ()
    written: str | None = None

    @property
    def text(self) -> str:
        text: str = self.fields["text"]
        return text

    def worded(self, text: str) -> "Item":
        return replace(self, fields={**self.fields, "text": text})


@dataclass(frozen=True, slots=True)
class Made:
    """An entry that a step makes."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """``before`` has what each entry was like that the step touched, ``made`` the ids of those it made."""

    number: int
    verb: Verb
    before: tuple[Item, ...]
    made: tuple[str, ...] = ()


@dataclass(slots=True)
class Board:
    """``items`` by id, in the order of the log; ``steps`` those that stand, the last one last. ``stepped`` counts every
    step ever made, ``revision`` every change. ``objections`` are the contributors', by entry.
    ``interest`` has the delegations that would like an offer and a need to meet, by both their ids."""

    items: dict[str, Item] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    stepped: int = 0
    revision: int = 0
    objections: dict[str, str] = field(default_factory=dict)
    interest: dict[str, list[str]] = field(default_factory=dict)
    _authors: Kept = field(default=None, init=False, compare=False, repr=False)
    _heirs: Kept = field(default=None, init=False, compare=False, repr=False)
    _order: Kept = field(default=None, init=False, compare=False, repr=False)

    def of(self, author: str, round_: int) -> Iterator[Item]:
        """The entries of one contributor in one round that were not withdrawn; asked for every seat of a room."""
        if self._authors is None or self._authors[0] != self.revision:
            by: dict[tuple[str | None, int], list[Item]] = {}
            for item in self.items.values():
                if item.status is not Status.WITHDRAWN:
                    by.setdefault((item.author, item.round), []).append(item)
            self._authors = (self.revision, by)
        yield from self._authors[1].get((author, round_), ())

    def shown(self) -> Iterator[Item]:
        """What survives: the clean list."""
        return (item for item in self.items.values() if item.status is Status.SHOWN)

    def contributions(self, item: Item) -> int:
        """How many entries that people wrote are in ``item``: itself, or its ancestors."""
        return len(self.sources(item))

    def sources(self, item: Item) -> list[Item]:
        """The entries that people wrote and ``item`` came of, in the order of the log; itself where it is one."""
        if not item.parents:
            return [item]
        found = {source.id for source in self._sources(item)}
        return [self.items[id_] for id_ in sorted(found, key=self._places().__getitem__)]

    def _places(self) -> dict[str, int]:
        if self._order is None or self._order[0] != self.revision:
            self._order = (self.revision, {id_: place for place, id_ in enumerate(self.items)})
        found: dict[str, int] = self._order[1]
        return found

    def _sources(self, item: Item) -> Iterator[Item]:
        if not item.parents:
            yield item
        for parent in item.parents:
            yield from self._sources(self.items[parent.id])

    def heirs(self) -> dict[str, list[Item]]:
        """By entry, what the board made of it."""
        if self._heirs is None or self._heirs[0] != self.revision:
            by: dict[str, list[Item]] = {}
            for item in self.items.values():
                for parent in item.parents:
                    by.setdefault(parent.id, []).append(item)
            self._heirs = (self.revision, by)
        found: dict[str, list[Item]] = self._heirs[1]
        return found

    def became(self, item: Item) -> list[Item]:
        """Where an entry that was merged or split lives on now; nowhere, for one that stands for itself."""
        made = self.heirs().get(item.id, ())
        return [last for heir in made for last in (self.became(heir) or [heir])]

    def touched(self, id_: str) -> bool:
        """Whether a step that stands has changed the entry more than to let it be seen."""
        item = self.items[id_]
        changed = item.status in {Status.MERGED, Status.SPLIT, Status.HIDDEN} or item.written is not None
        return changed and item.status is not Status.WITHDRAWN

    def interest_in(self, offer: str, need: str) -> tuple[str, ...]:
        """The delegations that would like the two to meet, sorted."""
        return tuple(self.interest.get(_both(offer, need), ()))

    def sought(self) -> dict[str, list[str]]:
        """By offer, the needs that somebody would like it to meet."""
        found: dict[str, list[str]] = {}
        for offer, _, need in (both.partition(":") for both in self.interest):
            found.setdefault(offer, []).append(need)
        return found

    def interested(self, offer: str, need: str, delegation: str) -> bool:
        return delegation in self.interest_in(offer, need)

    def agreed(self, offer: Item, need: Item) -> bool:
        """Whether the delegations of both would like to meet."""
        return {offer.delegation, need.delegation} <= set(self.interest_in(offer.id, need.id))

    # What happens to it; each assumes that the rules came before.

    def add(self, item: Item) -> None:
        self.items.setdefault(item.id, item)
        self.revision += 1

    def meet(self, offer: str, need: str, delegation: str, interested: bool) -> None:
        """``delegation`` would like the two to meet, or no longer would."""
        self.revision += 1
        others = [other for other in self.interest_in(offer, need) if other != delegation]
        now = sorted([*others, delegation]) if interested else others
        if now:
            self.interest[_both(offer, need)] = now
        else:
            self.interest.pop(_both(offer, need), None)

    def put(self, item: Item) -> None:
        self.items[item.id] = item
        self.revision += 1

    def take(self, verb: Verb, entries: Iterable[str], made: tuple[Made, ...] = (), text: str | None = None) -> None:
        """One step. ``text`` is the new wording of a ``reword``."""
        before = tuple(self.items[id_] for id_ in entries)
        self.stepped += 1
        self.revision += 1
        self.steps.append(Step(self.stepped, verb, before, tuple(new.id for new in made)))
        for item in before:
            self.items[item.id] = _changed(item, verb, text)
        for new in made:
            self.items[new.id] = _born(new, before, Why.MERGE if verb == "merge" else Why.SPLIT)

    def undo(self) -> None:
        """The board as it was before the last step that stands. What its author withdrew meanwhile stays withdrawn, and
        an author's own correction stays too."""
        step = self.steps.pop()
        self.revision += 1
        for id_ in step.made:
            del self.items[id_]
        for item in step.before:
            now = self.items[item.id]
            if now.status is not Status.WITHDRAWN:
                fields = item.fields if step.verb == "reword" else now.fields
                self.items[item.id] = replace(now, status=item.status, fields=fields, written=item.written)
            self.objections.pop(item.id, None)


def _both(offer: str, need: str) -> str:
    return f"{offer}:{need}"


_AFTER: dict[Verb, Status] = {
    "approve": Status.SHOWN,
    "hide": Status.HIDDEN,
    "show": Status.SHOWN,
    "merge": Status.MERGED,
    "split": Status.SPLIT,
}


def _changed(item: Item, verb: Verb, text: str | None) -> Item:
    if verb == "reword" and text is not None:
        return replace(item.worded(text), written=item.text if item.written is None else item.written)
    if item.status is Status.WITHDRAWN:
        return item
    return replace(item, status=_AFTER[verb])


def _born(new: Made, before: tuple[Item, ...], why: Why) -> Item:
    first = before[0]
    parents = tuple(Parent(sort=item.sort, id=item.id, why=why) for item in before)
    fields = {**first.fields, "text": new.text}
    return Item(new.id, first.sort, first.round, fields, Status.SHOWN, parents=parents)
