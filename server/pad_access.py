"""Who may read and write which pad: what the notes socket asks, answered from passes, seats and tables."""

from collections.abc import Awaitable, Callable

from starlette.websockets import WebSocket

from server.access.admission import Doorkeeper
from server.live.hub import Hub
from server.notes.admission import Admission
from server.notes.closing import NOT_ALLOWED, UNKNOWN_PAD
from server.notes.pad import PadId
from server.notes.pads import Pads
from server.store import StoreError
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import DESK, Actor, Regime, Role
from sessions.meeting import Meeting
from sessions.tables import table_of
from sessions.text import clean

_ATTRIBUTED = frozenset({Regime.OPEN, Regime.ATTRIBUTABLE})
_REFUSED = Admission(can_read=False, refusal=NOT_ALLOWED)
_UNKNOWN = Admission(can_read=False, refusal=UNKNOWN_PAD)


class PadAccess:
    """Delegates write in the pad of their own table while its activity is open; rapporteurs, facilitators and the desk
    in every one (a table's own in that one); observers at the table read. Nobody writes once it is closed."""

    def __init__(self, door: Doorkeeper, hub: Hub) -> None:
        self._door = door
        self._hub = hub

    async def admit(self, websocket: WebSocket, pad: str) -> Admission:
        """``?as=<role>`` names the pass to use; without it, the first that the socket brings."""
        if not self._door.may_connect(websocket):
            return _REFUSED
        id_ = PadId.parse(pad)
        try:
            room = await self._hub.room(id_.meeting)
        except StoreError:
            return _UNKNOWN
        activity = room.meeting.activities.get(id_.activity)
        if activity is None or not activity.pads or activity.round is None:
            return _UNKNOWN
        if id_.table not in room.meeting.sessions[activity.session].tables:
            return _UNKNOWN
        wanted = websocket.query_params.get("as", "")
        roles = (Role(wanted),) if wanted in set(Role) else tuple(Role)
        actor = await self._door.any_of(websocket, id_.meeting, roles)
        return _admission(room.meeting, activity, id_.table, actor) if actor else _REFUSED


def _admission(meeting: Meeting, activity: Activity, table: str, actor: Actor) -> Admission:
    session = meeting.sessions[activity.session]
    if actor.seat is not None:
        here = table_of(meeting, session, actor.seat) == table
        reads, writes = here, here and actor.role is Role.DELEGATE
    else:
        own = actor.table is None or actor.table == table
        reads = actor.role is not Role.SCREEN
        writes = own and (actor.role in DESK or actor.role in {Role.RAPPORTEUR, Role.FACILITATOR})
    headings = activity.prepared.ask["headings"]
    return Admission(
        can_read=reads,
        can_write=writes and activity.phase == "open" and meeting.closed_at is None,
        author=meeting.seats[actor.seat].delegation if actor.seat else actor.role.value,
        show_author=session.plan.regime in _ATTRIBUTED,
        headings=frozenset(heading["id"] for heading in headings),
    )


class PadReader:
    """The text of a pad, as the log records it. ``settle`` is asked first, so that whoever may no longer write has
    stopped before the pad is read."""

    def __init__(self, pads: Pads) -> None:
        self._pads = pads
        self.settle: Callable[[str], Awaitable[None]] | None = None

    async def __call__(self, meeting: str, activity: str, table: str) -> tuple[e.RecordedEntry, ...]:
        if self.settle is not None:
            await self.settle(meeting)
        found = await self._pads.entries(str(PadId(meeting, activity, table)))
        return tuple(
            e.RecordedEntry(
                id=entry.id,
                heading=entry.heading,
                text=clean(entry.text),
                order=entry.order,
                flags=tuple(entry.flags),
            )
            for entry in found
            if entry.text.strip()
        )
