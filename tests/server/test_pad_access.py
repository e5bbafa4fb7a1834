"""Who may read and write which pad: by role, table, phase and regime."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from starlette.types import Message, Scope
from starlette.websockets import WebSocket

from server.access.addresses import Addresses
from server.access.admission import Doorkeeper, cookie_name
from server.access.keyring import Keyring, Pass
from server.live.dispatch import fresh_id
from server.live.hub import Hub
from server.live.room import Room
from server.meetings import create
from server.notes.admission import Admission
from server.notes.closing import NOT_ALLOWED, UNKNOWN_PAD
from server.pad_access import PadAccess
from server.settings import Settings
from server.store import Store, Verdict
from sessions import events as e
from sessions.actor import Actor, Role
from sessions.commands import read_command
from sessions.rules import decide
from sessions.tables import table_of
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.stores import meeting, server_url, store

__all__ = ["meeting", "server_url", "store"]

KEYRING = Keyring(b"a secret of the tests, long enough for it")


async def no_pads(meeting: str, activity: str, table: str) -> tuple[e.RecordedEntry, ...]:
    return ()


@dataclass
class Hall:
    """A meeting in one worker, without a server: its state, and the door of its pads."""

    hub: Hub
    room: Room

    @property
    def access(self) -> PadAccess:
        return PadAccess(Doorkeeper(KEYRING, Addresses(Settings()), self.hub), self.hub)

    async def does(self, name: str, **args: object) -> None:
        reply = await self.hub.dispatch.command(self.room, MODERATOR, fresh_id(), name, dict(args))
        assert reply.verdict is Verdict.RECORDED, (name, reply)

    async def comes(self, seat: str) -> Pass:
        """Somebody takes a seat."""
        reply = await self.hub.dispatch.change(self.room, fresh_id(), None, lambda _: [e.SeatClaimed(seat=seat)])
        assert reply.verdict is Verdict.RECORDED
        place = self.room.meeting.seats[seat]
        return Pass(self.room.id, self.room.meeting.role_of(seat), seat, place.generation)

    def role(self, role: Role, table: str | None = None) -> Pass:
        return Pass(self.room.id, role, table=table)

    def own_table(self, seat: str) -> str:
        return table_of(self.room.meeting, self.room.meeting.sessions["tables"], seat)

    async def asks(self, given: Pass | None, table: str = "t1", activity: str = "pads", query: str = "") -> Admission:
        headers = {"authorization": f"Bearer {KEYRING.sign(given)}"} if given else {"authorization": "Bearer x"}
        return await self.access.admit(socket(headers, query), f"{self.room.id}.{activity}.{table}")

    async def may(self, given: Pass | None, table: str = "t1") -> str:
        """``rw``, ``r`` or nothing."""
        admission = await self.asks(given, table)
        return "r" * admission.can_read + "w" * (admission.can_read and admission.can_write)


def socket(headers: dict[str, str], query: str = "") -> WebSocket:
    scope: Scope = {
        "type": "websocket",
        "path": "/notes/x",
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
    }

    async def nothing() -> Message:
        raise AssertionError("asking at the door reads nothing")

    async def silent(message: Message) -> None:
        raise AssertionError("asking at the door says nothing")

    return WebSocket(scope, nothing, silent)


@pytest.fixture
async def hall(store: Store) -> AsyncIterator[Hall]:
    id_ = await create(store, small())
    hub = Hub(store, no_pads, KEYRING.pseudonyms, "worker")
    try:
        yield Hall(hub, await hub.room(id_))
    finally:
        await hub.stop()


async def opened(hall: Hall) -> Hall:
    await hall.does("start_session", session="tables")
    await hall.does("open_activity", activity="pads")
    return hall


async def test_a_delegate_writes_at_the_own_table_only(hall: Hall) -> None:
    await opened(hall)
    peru = await hall.comes("peru-1")
    own = hall.own_table("peru-1")
    assert {table: await hall.may(peru, table) for table in ("t1", "t2", "t3")} == {
        table: "rw" if table == own else "" for table in ("t1", "t2", "t3")
    }
    other = next(table for table in ("t1", "t2", "t3") if table != own)
    await hall.does("assign_table", session="tables", seat="peru-1", table=other)
    assert (await hall.may(peru, own), await hall.may(peru, other)) == ("", "rw")


async def test_an_observer_reads_at_the_own_table(hall: Hall) -> None:
    await opened(hall)
    unhcr = await hall.comes("unhcr-1")
    own = hall.own_table("unhcr-1")
    assert {table: await hall.may(unhcr, table) for table in ("t1", "t2", "t3")} == {
        table: "r" if table == own else "" for table in ("t1", "t2", "t3")
    }


@pytest.mark.parametrize(
    ("role", "table", "rights"),
    [
        (Role.MODERATOR, None, "rw"),
        (Role.SECRETARIAT, None, "rw"),
        (Role.RAPPORTEUR, None, "rw"),
        (Role.RAPPORTEUR, "t1", "rw"),
        (Role.RAPPORTEUR, "t2", "r"),
        (Role.FACILITATOR, None, "rw"),
        (Role.FACILITATOR, "t1", "rw"),
        (Role.FACILITATOR, "t2", "r"),
        (Role.SCREEN, None, ""),
    ],
)
async def test_those_without_a_seat(hall: Hall, role: Role, table: str | None, rights: str) -> None:
    await opened(hall)
    assert await hall.may(hall.role(role, table)) == rights


async def test_nobody_writes_once_it_is_closed_and_all_can_read_on(hall: Hall) -> None:
    await opened(hall)
    people = [await hall.comes("peru-1"), hall.role(Role.MODERATOR), hall.role(Role.RAPPORTEUR)]
    table = hall.own_table("peru-1")
    await hall.does("close_activity", activity="pads", round=1)
    assert [await hall.may(person, table) for person in people] == ["r", "r", "r"]


async def test_a_draft_has_no_pads_yet_and_a_poll_never(hall: Hall) -> None:
    moderator = hall.role(Role.MODERATOR)
    assert (await hall.asks(moderator)).refusal == UNKNOWN_PAD
    await opened(hall)
    for activity, table in (("pads", "t9"), ("pads", "plenary"), ("after", "t1"), ("coffee", "plenary"), ("no", "t1")):
        assert (await hall.asks(moderator, table, activity)).refusal == UNKNOWN_PAD, (activity, table)


async def test_a_pad_of_a_meeting_that_is_not_there(hall: Hall) -> None:
    token = KEYRING.sign(hall.role(Role.MODERATOR))
    admission = await hall.access.admit(socket({"authorization": f"Bearer {token}"}), "other.pads.t1")
    assert (admission.can_read, admission.refusal) == (False, UNKNOWN_PAD)


async def test_passes_that_do_not_hold(hall: Hall) -> None:
    await opened(hall)
    peru = await hall.comes("peru-1")
    table = hall.own_table("peru-1")
    for wrong in (
        None,
        Pass("other", Role.MODERATOR),
        Pass(hall.room.id, Role.DELEGATE, "peru-1", generation=7),
        Pass(hall.room.id, Role.DELEGATE, "peru-99"),
        Pass(hall.room.id, Role.DELEGATE, "mexico-1"),
        Pass(hall.room.id, Role.DELEGATE),
        Pass(hall.room.id, Role.OBSERVER, "peru-1"),
        Pass(hall.room.id, Role.MODERATOR, "mexico-1"),
    ):
        assert (await hall.asks(wrong, table)).refusal == NOT_ALLOWED, wrong
    await hall.does("release_seat", seat="peru-1")
    assert (await hall.asks(peru, table)).refusal == NOT_ALLOWED


async def test_the_pass_to_use_may_be_named(hall: Hall) -> None:
    await opened(hall)
    moderator = hall.role(Role.MODERATOR)
    assert (await hall.asks(moderator, query="as=moderator")).can_read
    assert not (await hall.asks(moderator, query="as=delegate")).can_read
    assert (await hall.asks(moderator, query="as=nobody")).can_read


async def test_a_cookie_counts_only_from_our_own_page(hall: Hall) -> None:
    await opened(hall)
    cookie = f"{cookie_name(hall.room.id, Role.MODERATOR)}={KEYRING.sign(hall.role(Role.MODERATOR))}"
    pad = f"{hall.room.id}.pads.t1"
    for origin, rights in (
        ("http://localhost:8000", True),
        ("http://evil.example", False),
        ("null", False),
        (None, False),
    ):
        headers = {"host": "localhost:8000", "cookie": cookie, **({"origin": origin} if origin else {})}
        assert (await hall.access.admit(socket(headers), pad)).can_read is rights, origin


@pytest.mark.parametrize(
    ("regime", "shown"), [("open", True), ("attributable", True), ("chatham_house", False), ("reserved", False)]
)
async def test_who_is_writing_is_shown_as_far_as_the_regime_allows(hall: Hall, regime: str, shown: bool) -> None:
    await hall.does("edit_session", session="tables", regime="open")
    if regime != "open":
        await hall.does("edit_session", session="tables", regime=regime)
    await opened(hall)
    admission = await hall.asks(await hall.comes("peru-1"), hall.own_table("peru-1"))
    assert (admission.author, admission.show_author) == ("peru", shown)


async def test_the_rules_agree_about_tables(hall: Hall) -> None:
    """What a phone is told is its table is the table whose pad it may write."""
    await opened(hall)
    await hall.does("rotate_tables", session="tables", rotation=1)
    peru = await hall.comes("peru-1")
    command = read_command("choose_table", {"table": hall.own_table("peru-1")})
    assert decide(hall.room.meeting, command, actor(peru), hall.room.context(0)) == []
    assert await hall.may(peru, hall.own_table("peru-1")) == "rw"


def actor(given: Pass) -> Actor:
    return Actor(role=given.role, seat=given.seat)
