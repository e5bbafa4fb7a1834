"""Coming in: a code, a seat card or a role link becomes a pass."""

from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from server.access.addresses import Addresses
from server.access.admission import actor_of, cookie_name
from server.access.failures import Failures
from server.access.keyring import PASS_DAYS, Keyring, Pass
from server.http.replies import Json, problem
from server.live.dispatch import fresh_id
from server.live.hub import Hub
from server.live.paces import Paces
from server.live.room import Room
from server.store import UnknownMeeting, Verdict
from sessions import events as e
from sessions.actor import Frozen, Role
from sessions.ids import Slug, fold_code
from sessions.meeting import Meeting
from sessions.rules.seats import claim, claim_card
from sessions.text import Lang
from sessions.views.everyone import project

MAX_BODY = 4096
_SEATED = (Role.DELEGATE, Role.OBSERVER)


class Knock(Frozen):
    """What somebody at the door holds: exactly one of ``code``, ``seat`` (a card) and ``secret`` (a role link)."""

    code: Annotated[str, Field(max_length=40)] | None = None
    seat: Annotated[str, Field(max_length=300)] | None = None
    secret: Annotated[str, Field(max_length=300)] | None = None
    delegation: Slug | None = None
    lang: Lang | None = None


_KNOCK: TypeAdapter[Knock] = TypeAdapter(Knock)


class Doors:
    def __init__(self, hub: Hub, keyring: Keyring, addresses: Addresses, failures: Failures) -> None:
        self._hub = hub
        self._keyring = keyring
        self._addresses = addresses
        self._failures = failures
        self._moves = Paces()

    async def lobby(self, request: Request) -> Response:
        """``POST /api/lobby``: what there is to choose from before a seat is taken."""
        knock = await self._knock(request)
        if isinstance(knock, Response):
            return knock
        found = await self._find(request, knock)
        if isinstance(found, Response):
            return found
        room, given = found
        return Json(_lobby(room.meeting, given))

    async def enter(self, request: Request) -> Response:
        """``POST /api/pass``: a pass, and its cookie."""
        knock = await self._knock(request)
        if isinstance(knock, Response):
            return knock
        found = await self._find(request, knock)
        if isinstance(found, Response):
            return found
        room, given = found
        if given is None:
            held = self._held(request, room)
            if held is None or knock.delegation not in {None, room.meeting.seats[held.seat or ""].delegation}:
                return await self._claimed(request, room, knock, held)
            given = held
        elif given.seat is not None:
            return await self._carded(request, room, given)
        return self._welcome(request, given)

    # Who is it

    async def _knock(self, request: Request) -> Knock | Response:
        origin = request.headers.get("origin")
        if origin is not None and not self._addresses.origin_is_ours(origin, request.headers.get("host", "")):
            return problem(403, "forbidden")
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return problem(415, "bad_request")
        body = b""
        try:
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_BODY:
                    return problem(413, "bad_request")
        except ClientDisconnect:
            return problem(400, "bad_request")  # nobody is there to read it
        try:
            knock = _KNOCK.validate_json(body)
        except ValidationError:
            return problem(400, "bad_request")
        given = [value for value in (knock.code, knock.seat, knock.secret) if value]
        return knock if len(given) == 1 else problem(400, "bad_request")

    async def _find(self, request: Request, knock: Knock) -> tuple[Room, Pass | None] | Response:
        """The room, with the pass that a card or a link gives; None as pass for those who only have the code.

        Only codes can be guessed, so only they are counted when wrong. Cards and links have 128 random bits.
        """
        address = request.client.host if request.client else ""
        if knock.code is not None:
            if self._failures.too_many(address):
                return problem(429, "too_many_tries", {"Retry-After": "60"})
            room = await self._hub.by_code(fold_code(knock.code))
            if room is None:
                self._failures.count(address)
                return problem(404, "wrong_code")
            return room, None
        given = self._token(knock)
        if given is None:
            return problem(404, "wrong_code")
        try:
            room = await self._hub.room(given.meeting)
        except UnknownMeeting:
            return problem(404, "wrong_code")
        if given.seat is not None and given.seat not in room.meeting.seats:
            return problem(404, "wrong_code")
        return room, given

    def _token(self, knock: Knock) -> Pass | None:
        if knock.secret is not None:
            return self._keyring.read_role_link(knock.secret)
        card = self._keyring.read_seat_card(knock.seat or "")
        return Pass(card[0], Role.DELEGATE, seat=card[1]) if card else None

    def _held(self, request: Request, room: Room) -> Pass | None:
        """The pass of a seat in this meeting that the phone already has."""
        for role in _SEATED:
            given = self._keyring.read_pass(request.cookies.get(cookie_name(room.id, role), ""))
            if given is not None and given.meeting == room.id and actor_of(given, room.meeting) is not None:
                return given
        return None

    # Taking a seat

    async def _claimed(self, request: Request, room: Room, knock: Knock, held: Pass | None) -> Response:
        """A seat of the delegation asked for; a phone that corrects its delegation gives back the seat it had. All of
        those together do it as often as one socket may speak: each takes and frees seats, and every desk is told."""
        if knock.delegation is None:
            return problem(400, "delegation_needed")
        delegation, before = knock.delegation, held.seat if held else None
        if before is not None and not self._moves.may_speak(room.id):
            return problem(429, "unavailable", {"Retry-After": "5"})

        def decision(meeting: Meeting) -> list[e.Event]:
            claimed = claim(meeting, delegation)
            leaves = before is not None and meeting.seats[before].claimed
            return [e.SeatReleased(seat=before), *claimed] if leaves and before else claimed

        return await self._seat(request, room, decision, None)

    async def _carded(self, request: Request, room: Room, given: Pass) -> Response:
        seat = given.seat or ""
        return await self._seat(request, room, lambda meeting: claim_card(meeting, seat), seat)

    async def _seat(self, request: Request, room: Room, decision: Any, seat: str | None) -> Response:
        taken = [seat] if seat else []

        def decide(meeting: Meeting) -> list[e.Event]:
            events: list[e.Event] = decision(meeting)
            taken[:] = [event.seat for event in events if isinstance(event, e.SeatClaimed)] or taken
            return events

        reply = await self._hub.dispatch.change(room, fresh_id(), None, decide)
        if reply.verdict is not Verdict.RECORDED:
            return problem(_STATUS.get(reply.code or "", 503), reply.code or "unknown")
        place = room.meeting.seats[taken[0]]
        role = room.meeting.role_of(place.id)
        return self._welcome(request, Pass(room.id, role, place.id, place.generation))

    def _welcome(self, request: Request, given: Pass) -> Response:
        token = self._keyring.sign(given)
        body: dict[str, Any] = {"meeting": given.meeting, "role": given.role.value, "pass": token}
        if given.seat is not None:
            body["seat"] = given.seat
        response = Json(body)
        response.set_cookie(
            cookie_name(given.meeting, given.role),
            token,
            max_age=PASS_DAYS * 86400,
            httponly=True,
            samesite="lax",
            secure=request.scope["scheme"] == "https" or self._addresses.is_secure(request.headers.get("host", "")),
            path="/",
        )
        return response


_STATUS = {
    "meeting_closed": 410,
    "delegation_full": 409,
    "card_needed": 403,
    "unknown_delegation": 404,
    "unknown_seat": 404,
}


def _lobby(meeting: Meeting, given: Pass | None) -> dict[str, Any]:
    """What the door shows: the meeting, the rules of the room, and where there is room. No seat but one's own."""
    public = project(meeting)["meeting"]
    free = dict.fromkeys(meeting.delegations, 0)
    for seat in meeting.seats.values():
        free[seat.delegation] += not seat.claimed
    own = meeting.seats.get(given.seat) if given and given.seat else None
    return {
        "meeting": meeting.id,
        **{key: public[key] for key in ("title", "place", "languages", "entry", "rules", "keep_days")},
        "closed": meeting.closed_at is not None,
        "delegations": [
            {"id": d.id, "name": d.name, "kind": d.kind, "free": free[d.id]} for d in meeting.delegations.values()
        ],
        "seat": {"id": own.id, "delegation": own.delegation, "head": own.head} if own else None,
    }
