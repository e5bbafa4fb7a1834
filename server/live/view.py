"""The encoded view of a meeting in one worker: shared layers, and one small layer for each seat that is connected."""

from server.live import wire
from server.live.frames import encode
from server.live.layer import ALWAYS, Layer
from sessions.meeting import Meeting
from sessions.rules.context import Pseudonyms
from sessions.views import SHARED, everyone, project


class RoomView:
    """``version`` counts refreshes of this worker; ``seq`` is the place in the log that the layers show."""

    def __init__(self, pseudonyms: Pseudonyms) -> None:
        self._pseudonyms = pseudonyms
        self._layers = {name: Layer() for name in SHARED}
        self._seats: dict[str, Layer] = {}
        self._since = 0
        self._structural = True
        self._turnouts: set[str] = set()
        self._stale_seats: set[str] = set()
        self.epoch = ""
        self.version = 0
        self.seq = 0

    def start_over(self, epoch: str, meeting: Meeting) -> None:
        """Another log, or the first: cursors from before mean nothing."""
        self.epoch = epoch
        self.stale()
        self.refresh(meeting)
        self._since = self.seq

    def stale(self) -> None:
        """Anything may have changed."""
        self._structural = True

    def stale_turnout(self, activity: str, seat: str | None) -> None:
        """A ballot arrived: nothing else can have changed."""
        self._turnouts.add(activity)
        if seat is not None:
            self._stale_seats.add(seat)

    def refresh(self, meeting: Meeting) -> None:
        """Bring the layers to the state as folded."""
        if not (self._structural or self._turnouts):
            return
        self.version += 1
        self.seq = meeting.seq
        if self._structural:
            for name, layer in self._layers.items():
                layer.set_all(project(meeting, name, self._pseudonyms), self.version, self.seq)
            self._stale_seats.update(self._seats)
        else:
            self._refresh_turnouts(meeting)
        for seat in self._stale_seats & self._seats.keys():
            self._project_seat(meeting, seat)
        self._structural = False
        self._turnouts.clear()
        self._stale_seats.clear()

    def _refresh_turnouts(self, meeting: Meeting) -> None:
        for id_ in self._turnouts:
            activity = meeting.activities[id_]
            if activity.round is not None and not activity.pads:
                value = everyone.turnout(meeting, activity, activity.round)
                self._layers["everyone"].set_one(f"turnout/{id_}", value, self.version, self.seq)

    def _project_seat(self, meeting: Meeting, seat: str) -> None:
        view = project(meeting, f"seat:{seat}", self._pseudonyms)
        self._seats[seat].set_all(view, self.version, self.seq)

    def set_presence(self, value: object) -> bool:
        """Presence never enters the log: a key of the desk, newer than any cursor. True where it changed."""
        self.version += 1
        return self._layers["desk"].set_one("presence", value, self.version, ALWAYS)

    def seat_came(self, meeting: Meeting, seat: str) -> None:
        if seat not in self._seats:
            self._seats[seat] = Layer()
            self._project_seat(meeting, seat)

    def seat_left(self, seat: str) -> None:
        self._seats.pop(seat, None)

    def has_seat(self, seat: str) -> bool:
        return seat in self._seats

    # Frames

    def opening(self, names: tuple[str, ...], seat: str | None, cursor: wire.Cursor | None) -> bytes:
        """What is newer than ``cursor`` where that is possible, else everything."""
        if cursor is None or cursor[0] != self.epoch or not self._since <= cursor[1] <= self.seq:
            every = (member for layer in self._of(names, seat) for member in layer.all())
            return encode(wire.snapshot(self.epoch, self.seq, every))
        keys = [*self._seats[seat].all()] if seat else []
        gone: list[str] = []
        for layer in self._of(names, None):
            newer, went = layer.since_seq(cursor[1])
            keys += newer
            gone += went
        return encode(wire.delta(self.epoch, self.seq, keys, gone))

    def since(self, names: tuple[str, ...], seat: str | None, version: int, seq: int) -> bytes | None:
        """A delta of all that changed after ``version``, with the cursor ``seq``; None where nothing did."""
        keys: list[tuple[str, bytes]] = []
        gone: list[str] = []
        for layer in self._of(names, seat):
            newer, went = layer.since_version(version)
            keys += newer
            gone += went
        return encode(wire.delta(self.epoch, seq, keys, gone)) if keys or gone else None

    def _of(self, names: tuple[str, ...], seat: str | None) -> list[Layer]:
        own = [self._seats[seat]] if seat and seat in self._seats else []
        return [*own, *(self._layers[name] for name in names)]
