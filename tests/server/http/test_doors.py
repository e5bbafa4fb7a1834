"""Coming in: what each thing in a person's hand is good for."""

from collections.abc import AsyncIterator

import httpx
import pytest

from server.live import paces
from server.meetings import read
from sessions.actor import Role
from tests.helpers.house import House, Phone, a_house
from tests.helpers.programmes import small


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def code_of(house: House) -> str:
    return (await read(house.store, house.meeting)).code


async def test_the_lobby_tells_what_to_choose_from_and_names_no_seat(house: House) -> None:
    answer = await house.http.post("/api/lobby", json={"code": await code_of(house)})
    lobby = answer.json()
    assert lobby["meeting"] == house.meeting
    assert {d["id"]: d["free"] for d in lobby["delegations"]}["peru"] == 3
    assert set(lobby["rules"]) == {"confidentiality", "stored", "votes", "contact"}
    assert lobby["seat"] is None
    assert "peru-1" not in answer.text


async def test_a_code_is_read_as_people_type_it(house: House) -> None:
    code = await code_of(house)
    for typed in (code.lower(), f"{code[:3]}-{code[3:]}", f" {code[:3]} {code[3:]} "):
        assert (await house.http.post("/api/lobby", json={"code": typed})).status_code == 200


async def test_seats_of_a_delegation_run_out_and_the_head_is_given_last(house: House) -> None:
    code = await code_of(house)
    seats = [(await house.enters(code=code, delegation="peru")).json()["seat"] for _ in range(3)]
    assert seats == ["peru-2", "peru-3", "peru-1"]
    full = await house.enters(code=code, delegation="peru")
    assert (full.status_code, full.json()) == (409, {"code": "delegation_full"})


async def test_the_same_phone_keeps_its_seat(house: House) -> None:
    code = await code_of(house)
    first = await house.http.post("/api/pass", json={"code": code, "delegation": "peru"})
    again = await house.http.post("/api/pass", json={"code": code, "delegation": "peru"})
    assert first.json()["seat"] == again.json()["seat"]
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()


async def test_a_phone_that_corrects_its_delegation_gives_back_its_seat(house: House) -> None:
    code = await code_of(house)
    first = await house.http.post("/api/pass", json={"code": code, "delegation": "peru"})
    second = await house.http.post("/api/pass", json={"code": code, "delegation": "panama"})
    assert second.json()["seat"].startswith("panama")
    lobby = (await house.http.post("/api/lobby", json={"code": code})).json()
    assert {d["id"]: d["free"] for d in lobby["delegations"]}["peru"] == 3
    again = Phone(house, first.json())
    assert (await again.turned_away())["code"] == "no_pass"
    await again.leaves()


async def test_who_changes_delegation_without_end_is_held_up_and_others_come_in(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paces, "BURST", 4.0)
    monkeypatch.setattr(paces, "PER_S", 0.0)
    code = await code_of(house)
    knocks = [{"code": code, "delegation": ("panama", "peru")[number % 2]} for number in range(7)]
    told = [(await house.http.post("/api/pass", json=knock)).status_code for knock in knocks]
    assert told == [200] * 5 + [429, 200], "four changes, one too many, and one to stay where it is"
    assert (await house.enters(code=code, delegation="mexico")).status_code == 200


async def test_a_card_opens_its_seat_on_any_device(house: House) -> None:
    card = house.keyring.seat_card(house.meeting, "peru-1")
    first, second = await house.enters(seat=card), await house.enters(seat=card)
    assert first.json()["seat"] == second.json()["seat"] == "peru-1"


async def test_observers_come_in_as_observers(house: House) -> None:
    assert (await house.enters(code=await code_of(house), delegation="unhcr")).json()["role"] == "observer"


async def test_under_entry_by_card_the_code_opens_a_lobby_only() -> None:
    async with a_house(small(entry="cards")) as house:
        code = await code_of(house)
        assert (await house.http.post("/api/lobby", json={"code": code})).status_code == 200
        refused = await house.enters(code=code, delegation="peru")
        assert (refused.status_code, refused.json()) == (403, {"code": "card_needed"})
        assert (await house.enters(seat=house.keyring.seat_card(house.meeting, "peru-2"))).status_code == 200


@pytest.mark.parametrize(
    "knock",
    [
        {},
        {"code": "ABCDEF", "seat": "x"},
        {"code": "A" * 50},
        {"code": "ABCDEF", "extra": 1},
        {"code": 3},
        {"code": "ABCDEF", "delegation": "PERU"},
    ],
)
async def test_a_knock_that_is_none(house: House, knock: dict[str, object]) -> None:
    answer = await house.http.post("/api/pass", json=knock)
    assert (answer.status_code, answer.json()) == (400, {"code": "bad_request"})


async def test_forged_cards_and_links_open_nothing(house: House) -> None:
    card = house.keyring.seat_card(house.meeting, "peru-1")
    for field, token in (
        ("seat", card.replace("peru-1", "peru-2")),
        ("seat", card[:-1] + ("A" if card[-1] != "A" else "B")),
        ("seat", "s.x.y"),
        ("secret", card),
        ("secret", "k.small.moderator.AAAAAAAAAAAAAAAAAAAAAA"),
    ):
        answer = await house.enters(**{field: token})
        assert (answer.status_code, answer.json()) == (404, {"code": "wrong_code"})


async def test_wrong_codes_are_counted_and_right_ones_never(house: House) -> None:
    code = await code_of(house)
    for _ in range(60):
        assert (await house.http.post("/api/lobby", json={"code": code})).status_code == 200
    answers = [(await house.http.post("/api/lobby", json={"code": "ZZZZZZ"})).status_code for _ in range(31)]
    assert answers == [404] * 30 + [429]
    assert (await house.enters(seat=house.keyring.seat_card(house.meeting, "peru-1"))).status_code == 200


@pytest.mark.parametrize(
    ("headers", "content", "status"),
    [
        ({"content-type": "text/plain"}, b'{"code":"ABCDEF"}', 415),
        ({"content-type": "application/x-www-form-urlencoded"}, b"code=ABCDEF", 415),
        ({"content-type": "application/json", "origin": "http://evil.example"}, b'{"code":"ABCDEF"}', 403),
        ({"content-type": "application/json"}, b'{"code":"' + b"A" * 10_000 + b'"}', 413),
        ({"content-type": "application/json"}, b"[" * 3000, 400),
    ],
)
async def test_a_request_no_page_of_ours_sends(
    house: House, headers: dict[str, str], content: bytes, status: int
) -> None:
    assert (await house.http.post("/api/pass", headers=headers, content=content)).status_code == status


async def test_nothing_changes_on_get(house: House) -> None:
    assert (await house.http.get("/api/pass")).status_code == 405
    assert (await house.http.get("/api/lobby")).status_code == 405


@pytest.mark.parametrize("path", ["/", "/j", "/healthz", "/readyz", "/metrics", "/protocol.json", "/nowhere", "/phone"])
async def test_every_answer_is_dressed(house: House, path: str) -> None:
    answer = await house.http.get(path)
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "10.1.2.3"])
async def test_a_host_that_is_not_ours(house: House, host: str) -> None:
    answer = await house.http.get("/j", headers={"host": host})
    assert answer.status_code in {400, 421}


async def test_pages_open_by_pass(house: House) -> None:
    async with httpx.AsyncClient(base_url=house.url) as http:
        assert (await http.get(f"/m/{house.meeting}/control")).headers["location"] == "/j"
        await http.post("/api/pass", json={"secret": house.keyring.role_link(house.meeting, Role.MODERATOR)})
        page = await http.get(f"/m/{house.meeting}/control")
        assert 'data-page="control"' in page.text
        assert 'data-role="moderator"' in page.text
        assert page.headers["cache-control"] == "no-store"
        assert (await http.get(f"/m/{house.meeting}/phone")).status_code == 303
        assert (await http.get("/control")).headers["location"] == f"/m/{house.meeting}/control"
