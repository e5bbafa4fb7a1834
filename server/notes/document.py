"""A pad's document in memory, twice: the good one, and a scratch copy on which updates are tried first."""

from collections.abc import Iterable, Set
from typing import Any

from pycrdt import Doc, Map, Subscription, TransactionEvent

from server.notes.guard import Limits, Refusal, UpdateRefused, check_entries
from server.notes.outline import ROOT, ForeignShape, Outline, read_outline, read_state_vector
from server.notes.wire import MalformedBytes


class _Copy:
    """A Yjs document that tells which entries an update changed, and what of the update was new to it."""

    def __init__(self, state: bytes = b"") -> None:
        self.doc: Doc[Any] = Doc()
        self.entries: Map[Any] = self.doc.get(ROOT, type=Map)
        if state:
            self.doc.apply_update(state)
        self._changed: set[str] = set()
        self._effects: list[bytes] = []
        self._subscriptions = _observe(self.doc, self.entries, self._changed, self._effects)

    def apply(self, update: bytes) -> tuple[bytes | None, set[str]]:
        """What was new (None where nothing was) and the ids of the entries it touched.

        Whatever goes wrong in the library comes out as UpdateRefused; the copy must then be thrown away.
        """
        self._changed.clear()
        self._effects.clear()
        try:
            self.doc.apply_update(update)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # its panics are no Exceptions
            raise UpdateRefused(Refusal.MALFORMED, type(error).__name__) from error
        return (self._effects[0] if self._effects else None), set(self._changed)


def _observe(doc: "Doc[Any]", entries: "Map[Any]", changed: set[str], effects: list[bytes]) -> list[Subscription]:
    def on_events(events: list[Any]) -> None:
        for event in events:
            changed.update([str(event.path[0])] if event.path else event.keys)

    def on_transaction(event: TransactionEvent) -> None:
        effects.append(event.update)

    return [entries.observe_deep(on_events), doc.observe(on_transaction)]


class Document:
    """Tried, then stored by the caller, then committed: only what is stored is in the good copy.

    ``updates`` are those of the store, oldest first. One that cannot be read is left out and makes the document
    ``damaged``: it can be read and written on, but must not replace what is stored.
    """

    def __init__(self, updates: Iterable[bytes] = ()) -> None:
        self._good = _Copy()
        self._scratch: _Copy | None = None
        self.damaged = False
        self.size = 0
        for update in updates:
            self._add(update)
        self._known = read_state_vector(self._good.doc.get_state())

    @property
    def entries(self) -> "Map[Any]":
        return self._good.entries

    def outline(self, update: bytes, limits: Limits) -> Outline:
        """Read an update from outside before pycrdt sees it. Raises UpdateRefused."""
        if len(update) > limits.message_bytes:
            raise UpdateRefused(Refusal.TOO_LARGE)
        try:
            return read_outline(update)
        except MalformedBytes as error:
            raise UpdateRefused(Refusal.MALFORMED, str(error)) from error
        except ForeignShape as error:
            raise UpdateRefused(Refusal.SHAPE, str(error)) from error

    def has_news(self, outline: Outline) -> bool:
        return outline.news(self._known)

    def try_update(self, update: bytes, headings: Set[str], limits: Limits) -> bytes | None:
        """The part of ``update`` that is new, to be stored and then committed; None where all is known.

        The caller commits it or calls ``forget_trial`` before the next trial. Raises UpdateRefused.
        """
        outline = self.outline(update, limits)
        if outline.pending(self._known):
            raise UpdateRefused(Refusal.PENDING)
        if not outline.brings and not outline.deletes:
            return None
        scratch = self._scratch = self._scratch or _Copy(self.snapshot())
        try:
            news, changed = scratch.apply(update)
            if news is not None:
                if self.size + len(news) > limits.pad_bytes and outline.news(self._known):
                    raise UpdateRefused(Refusal.PAD_FULL)
                check_entries(self.entries, scratch.entries, changed, headings, limits)
        except UpdateRefused:
            self.forget_trial()
            raise
        return news

    def forget_trial(self) -> None:
        """What was tried is not to be committed: the scratch copy is made anew from the good one."""
        self._scratch = None

    def commit(self, update: bytes) -> bytes | None:
        """Take in an update that is stored; the part that was new, None where all was known."""
        news = self._add(update)
        if news is None:
            return None
        try:
            for client, (_, end) in read_outline(news).brings.items():
                self._known[client] = max(end, self._known.get(client, 0))
        except ValueError:
            self._known = read_state_vector(self._good.doc.get_state())
        if self._scratch is not None:
            try:
                self._scratch.apply(news)
            except UpdateRefused:
                self.forget_trial()
        return news

    def state(self) -> bytes:
        """The state vector."""
        return self._good.doc.get_state()

    def since(self, state: bytes) -> bytes:
        """All that a client at this state vector lacks. Raises UpdateRefused where it is none."""
        try:
            read_state_vector(state)
        except MalformedBytes as error:
            raise UpdateRefused(Refusal.MALFORMED, "state") from error
        return self._good.doc.get_update(state)

    def snapshot(self) -> bytes:
        """The whole document as one update."""
        return self._good.doc.get_update()

    def compacted(self, size: int) -> None:
        """The store holds the document in ``size`` bytes now."""
        self.size = size

    def _add(self, update: bytes) -> bytes | None:
        try:
            news, _ = self._good.apply(update)
        except UpdateRefused:
            self.damaged = True
            return None
        if news is not None:
            self.size += len(news)
        return news
