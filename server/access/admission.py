"""From what a browser or a program brings to the actor it is."""

from starlette.requests import HTTPConnection

from server.access.addresses import Addresses
from server.access.keyring import Keyring, Pass
from server.live.hub import Hub
from server.store import StoreError
from sessions.actor import Actor, Role
from sessions.meeting import Meeting


def cookie_name(meeting: str, role: Role) -> str:
    """One cookie a meeting and role: control, screen and report live side by side in one browser."""
    return f"plenaria_{meeting}_{role.value}"


class Doorkeeper:
    """Cookies count only from our own pages; a program without a page brings its pass as a bearer token."""

    def __init__(self, keyring: Keyring, addresses: Addresses, hub: Hub) -> None:
        self._keyring = keyring
        self._addresses = addresses
        self._hub = hub

    def may_connect(self, connection: HTTPConnection) -> bool:
        """Whether a socket may be opened: from our own page, or with a bearer token and no page at all."""
        origin = connection.headers.get("origin")
        if origin is None:
            return _bearer(connection) is not None
        return self._addresses.origin_is_ours(origin, connection.headers.get("host", ""))

    def may_read(self, connection: HTTPConnection) -> bool:
        """Whether a stream of events may be opened. A browser names no origin when a page asks its own server; a page
        of another origin could not read the answer, and browsers that say where they ask from are believed."""
        if connection.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return False
        if connection.headers.get("origin") is not None or _bearer(connection) is not None:
            return self.may_connect(connection)
        return "text/event-stream" in connection.headers.get("accept", "")

    async def admit(self, connection: HTTPConnection, meeting: str, role: Role) -> Actor | None:
        """The actor whose pass for (meeting, role) the connection brings; None where none holds."""
        token = _bearer(connection) or connection.cookies.get(cookie_name(meeting, role))
        given = self._keyring.read_pass(token) if token else None
        if given is None or given.meeting != meeting or given.role is not role:
            return None
        try:
            room = await self._hub.room(meeting)
        except StoreError:
            return None
        return actor_of(given, room.meeting)

    async def any_of(self, connection: HTTPConnection, meeting: str, roles: tuple[Role, ...]) -> Actor | None:
        """The first of ``roles`` for which the connection brings a pass that holds."""
        for role in roles:
            actor = await self.admit(connection, meeting, role)
            if actor is not None:
                return actor
        return None


def actor_of(given: Pass, meeting: Meeting) -> Actor | None:
    """None where the seat was released, given anew, or is not of the pass's role any more."""
    if given.seat is None:
        return None if given.role in {Role.DELEGATE, Role.OBSERVER} else Actor(role=given.role, table=given.table)
    seat = meeting.seats.get(given.seat)
    if seat is None or not seat.claimed or seat.generation != given.generation:
        return None
    return Actor(role=given.role, seat=given.seat) if meeting.role_of(given.seat) is given.role else None


def _bearer(connection: HTTPConnection) -> str | None:
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" and token else None
