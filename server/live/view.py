"""The encoded view of a meeting in one worker: shared layers, and one small layer for each seat that is connected.

The shared layers are projected when they are refreshed; a seat's own only when it is next told or asked for: where ten
thousand are connected, doing all of them at once would hold up everybody's replies.
"""

from collections.abc import Callable, Iterable

from server.live import packing, wire
from server.live.incoming import BINARY
from server.live.layer import ALWAYS, Layer
from server.live.line import encode
from server.live.packing import Opening
from sessions import events as e
from sessions.meeting import Meeting
from sessions.rules.context import Pseudonyms
from sessions.views import SHARED, everyone, project
from sessions.views.seat import Shared, after_cast, former_keys, shared

OF_NO_SEAT = (
    e.StageSet,
    e.MessageSent,
    e.MessageCleared,
    e.TimeAdded,
    e.OutcomeRevealed,
    e.SeatClaimed,
    e.ActivityAdded,
    e.ActivityEdited,
    e.ActivitySkipped,
    e.LineAdded,
    e.LineMoved,
    e.LineStatusSet,
    e.ReadingStarted,
    e.EarlierFollowed,
    e.SynthesisAdded,
    e.SynthesisEdited,
    e.SynthesisWithdrawn,
    e.EntryCommented,
    e.CommentResolved,
)
"""Events that change nothing in any seat's own layer; a test holds the views to it."""

OF_EVERYONE = (e.StageSet, e.MessageSent, e.MessageCleared)
"""Events that change nothing but what everyone sees: the list of ten thousand seats need not be made anew for them."""

OF_NO_NOTES = (*OF_EVERYONE, e.ActivityOpened, e.TimeAdded, e.SeatClaimed, e.EntryAdded, e.EntryObjected)
"""Events that change nothing of what is written: the chain of thousands of notes need not be made anew for them."""

ALIKE = 64
"""How many frames for single seats are kept, in case others get the same."""


def _none(activity: str, number: int, voter: str) -> None:
    return None


class RoomView:
    """``version`` counts refreshes of this worker; ``seq`` is the place that the shared layers show, counted as
    everybody may know it (``Meeting.told``): no ballot moves it. What came aside of that count has the place after it,
    so that whoever comes back from a cursor is told all that may have changed since.
    """

    def __init__(self, pseudonyms: Pseudonyms, meeting: Callable[[], Meeting], ballots: Shared = _none) -> None:
        self._pseudonyms = pseudonyms
        self._meeting = meeting
        self._ballots = ballots
        self._layers = {name: Layer(remembers=True) for name in SHARED}
        self._seats: dict[str, Layer] = {}
        self._openings: dict[tuple[str, ...], Opening] = {}
        self._stood: set[int] = set()
        self._entered = False
        self._stale_layers = set(SHARED)
        self._turnouts: set[str] = set()
        self._all_stale = False
        self._stale: set[str] = set()
        self._due: set[str] = set()
        self._voted: dict[str, str] = {}
        self._due_of: dict[str, str] = {}
        self._seats_version = 0
        self._alike: dict[tuple[int, str, bytes], bytes | None] = {}
        self.epoch = ""
        self.version = 0
        self.seq = 0

    def start_over(self, epoch: str) -> None:
        """Another log, or the first: cursors from before mean nothing."""
        self.epoch = epoch
        self._stale_layers.update(SHARED)
        self._all_stale = True
        self._stood.clear()
        self._alike.clear()
        self.refresh()

    def stale(self, event: e.Event) -> None:
        """Anything may have changed that such an event changes."""
        self._stale_layers.update(_layers_of(event))
        self._all_stale = self._all_stale or not isinstance(event, OF_NO_SEAT)

    def stale_turnout(self, activity: str, seats: Iterable[str]) -> None:
        """A ballot of ``seats`` arrived: nothing else can have changed."""
        self._turnouts.add(activity)
        for seat in seats:
            if self._voted.setdefault(seat, activity) != activity:
                self._stale.add(seat)

    def stale_entries(self, event: e.Event, seats: Iterable[str]) -> None:
        """Somebody of ``seats`` did something with an own entry: no other seat's layer can have changed."""
        self._entered = True
        self._stale_layers.update(_layers_of(event))
        self._stale.update(seats)

    def stale_shared(self) -> None:
        """Ballots that delegations have in common were read: any seat's layer may have changed."""
        self._all_stale = True

    def refresh(self) -> None:
        """Bring the shared layers to the state as folded; of the seats, note whose layer is due."""
        if not (self._stale_layers or self._turnouts or self._all_stale):
            return
        meeting = self._meeting()
        self.version += 1
        self.seq = meeting.told
        self._stood.add(self.seq)
        place = _place(meeting)
        for name in self._stale_layers:
            self._layers[name].set_all(project(meeting, name, self._pseudonyms), self.version, place)
        if "everyone" not in self._stale_layers:
            self._refresh_turnouts(meeting)
        if self._entered:
            self._touch_boards(meeting)
        self._refresh_seats()
        self._stale_layers.clear()
        self._turnouts.clear()

    def _refresh_turnouts(self, meeting: Meeting) -> None:
        for id_ in self._turnouts:
            activity = meeting.activities[id_]
            if activity.round is not None and not activity.pads:
                value = everyone.turnout(meeting, activity, activity.round)
                self._layers["everyone"].set_one(f"turnout/{id_}", value, self.version, _place(meeting))

    def _touch_boards(self, meeting: Meeting) -> None:
        """Entries come and go while the cursor stands still: another worker may have told what this one never saw."""
        self._entered = False
        for id_ in [id_ for id_, activity in meeting.activities.items() if activity.boards]:
            for layer in self._layers.values():
                layer.touch(f"/{id_}", _place(meeting))

    def _refresh_seats(self) -> None:
        if self._all_stale:
            self._due.update(self._seats)
        else:
            self._due.update(self._stale & self._seats.keys())
        for seat, activity in self._voted.items():
            if self._due_of.setdefault(seat, activity) != activity:
                self._due.add(seat)
        if self._all_stale or self._stale or self._voted:
            self._seats_version = self.version
        self._all_stale = False
        self._stale.clear()
        self._voted.clear()

    def set_beside(self, key: str, value: object) -> bool:
        """A key of the desk that never enters the log, newer than any cursor. True where it changed."""
        self.version += 1
        return self._layers["desk"].set_one(key, value, self.version, ALWAYS)

    def set_presence(self, value: object) -> bool:
        """True where it changed."""
        return self.set_beside("presence", value)

    # Seats

    def seat_came(self, seat: str) -> None:
        if seat not in self._seats:
            self._seats[seat] = Layer()
            self._project(seat)

    def seat_left(self, seat: str) -> None:
        self._seats.pop(seat, None)
        self._due.discard(seat)
        self._due_of.pop(seat, None)

    def has_seat(self, seat: str) -> bool:
        return seat in self._seats

    def _own(self, seat: str | None) -> Layer | None:
        """The layer of a connected seat. Projected at most once a refresh, so that all of its devices see the same."""
        if seat is None or seat not in self._seats:
            return None
        voted = self._due_of.pop(seat, None) if self._due_of else None
        if seat in self._due:
            self._due.discard(seat)
            self._project(seat)
        elif voted is not None:
            self._project_cast(seat, voted)
        return self._seats[seat]

    def _project_cast(self, seat: str, activity: str) -> None:
        """The one key that a ballot changes, in a tenth of the time."""
        meeting = self._meeting()
        mine = f"mine/{activity}"
        value = after_cast(meeting, seat, activity, self._pseudonyms)
        if value is None or not self._seats[seat].has(mine):
            self._project(seat)  # the session has ended since
        else:
            self._seats[seat].set_one(mine, value, self.version, _place(meeting))

    def _project(self, seat: str) -> None:
        meeting = self._meeting()
        view = project(meeting, f"seat:{seat}", self._pseudonyms)
        view |= shared(meeting, seat, self._pseudonyms, self._ballots)
        self._seats[seat].set_all(view, self.version, _place(meeting))

    # Frames

    def opening(
        self, names: tuple[str, ...], seat: str | None, cursor: wire.Cursor | None, *, packed: bool = False
    ) -> bytes:
        """What is newer than ``cursor`` where that is possible, else everything, ``packed`` for who can unpack it.

        It is where this worker has stood at that place itself. Between two places at which it stood, something may have
        changed and changed back: then who was told so by another worker would be told nothing here.
        """
        own = self._own(seat)
        if cursor is None or cursor[0] != self.epoch or cursor[1] not in self._stood:
            return self._everything(names, own, packed=packed)
        keys = [*own.all()] if own else []
        held = {key for key, _ in keys}
        gone = [key for key in former_keys(self._meeting()) if key not in held] if own else []
        for name in names:
            newer, went = self._layers[name].since_seq(cursor[1])
            keys += newer
            gone += went
        return encode(wire.delta(self.epoch, self.seq, keys, gone))

    def _everything(self, names: tuple[str, ...], own: Layer | None, *, packed: bool) -> bytes:
        mine = wire.members(own.all()) if own else b""
        shared = self._shared(names)
        message = wire.snapshot(self.epoch, self.seq, mine, shared.members)
        if not packed or len(message) < packing.LEAST:
            return encode(message)
        before, _, after = message.rpartition(shared.members)
        return encode(packing.packed(before, shared, after), BINARY)

    def _shared(self, names: tuple[str, ...]) -> Opening:
        """The members of a snapshot that many get, encoded once."""
        opening = self._openings.get(names)
        if opening is None or opening.version != self.version:
            members = wire.members(member for name in names for member in self._layers[name].all())
            opening = self._openings[names] = Opening(self.version, members)
        return opening

    def shared_since(self, names: tuple[str, ...], version: int) -> bytes | None:
        """A delta of what changed in these layers after ``version``; None where nothing did."""
        return self._delta([self._layers[name] for name in names], version, self.seq)

    def seats_changed_since(self, version: int) -> bool:
        """Whether any seat's own layer may have changed after ``version``."""
        return self._seats_version > version

    def own_since(self, seat: str | None, version: int, seq: int) -> bytes | None:
        """A delta of a seat's own layer, with the cursor ``seq``."""
        own = self._own(seat)
        if own is None or own.version <= version:
            return None
        keys, gone = own.since_version(version)
        if len(keys) != 1 or gone:
            return self._encoded(seq, keys, gone)
        # What a ballot changes is the same for thousands.
        place = (seq, *keys[0])
        if place not in self._alike:
            if len(self._alike) >= ALIKE:
                self._alike.clear()
            self._alike[place] = self._encoded(seq, keys, gone)
        return self._alike[place]

    def since(self, names: tuple[str, ...], seat: str | None, version: int) -> bytes | None:
        """A delta of both."""
        own = self._own(seat)
        return self._delta([*([own] if own else []), *(self._layers[name] for name in names)], version, self.seq)

    def _delta(self, layers: list[Layer], version: int, seq: int) -> bytes | None:
        keys: list[tuple[str, bytes]] = []
        gone: list[str] = []
        for layer in layers:
            newer, went = layer.since_version(version)
            keys += newer
            gone += went
        return self._encoded(seq, keys, gone)

    def _encoded(self, seq: int, keys: list[tuple[str, bytes]], gone: list[str]) -> bytes | None:
        return encode(wire.delta(self.epoch, seq, keys, gone)) if keys or gone else None


def _place(meeting: Meeting) -> int:
    """Newer than any cursor that was told before the last entry."""
    return meeting.told + meeting.aside


def _layers_of(event: e.Event) -> tuple[str, ...]:
    """The shared layers that such an event may change."""
    if isinstance(event, OF_EVERYONE):
        return ("everyone",)
    return ("everyone", "desk") if isinstance(event, OF_NO_NOTES) else SHARED
