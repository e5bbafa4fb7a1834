"""Pages, QR codes and cookies: who is shown what, and what a proxy may say."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import httpx
import pytest
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from server.access.keyring import Keyring
from server.app import create_app
from server.http.pages import ROLES
from server.meetings import create, read
from server.settings import Settings
from server.store import Store
from sessions.actor import Role
from tests.helpers.house import House, a_house
from tests.helpers.programmes import small

WIFI = {"name": "Hotel Panamá", "password": "muy;secreta"}


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small(wifi=WIFI)) as opened:
        yield opened


@asynccontextmanager
async def browser(house: House, *roles: Role) -> AsyncIterator[httpx.AsyncClient]:
    """A browser with the cookies of these roles."""
    seats = {Role.DELEGATE: "peru-1", Role.OBSERVER: "unhcr-1"}
    async with httpx.AsyncClient(base_url=house.url) as http:
        for role in roles:
            if role in seats:
                knock = {"seat": house.keyring.seat_card(house.meeting, seats[role])}
            else:
                knock = {"secret": house.keyring.role_link(house.meeting, role)}
            assert (await http.post("/api/pass", json=knock)).status_code == 200
        yield http


async def test_every_page_for_every_role(house: House) -> None:
    for role in Role:
        async with browser(house, role) as http:
            for page, roles in ROLES.items():
                answer = await http.get(f"/m/{house.meeting}/{page}")
                if role in roles:
                    assert f'data-page="{page}"' in answer.text, (role, page)
                    assert f'data-role="{role.value}"' in answer.text
                else:
                    assert (answer.status_code, answer.headers["location"]) == (303, "/j"), (role, page)


async def test_several_roles_live_in_one_browser(house: House) -> None:
    async with browser(house, Role.SCREEN, Role.MODERATOR, Role.RAPPORTEUR, Role.DELEGATE) as http:
        roles = {"phone": "delegate", "control": "moderator", "screen": "screen", "report": "rapporteur"}
        for page, role in roles.items():
            assert f'data-role="{role}"' in (await http.get(f"/m/{house.meeting}/{page}")).text


@pytest.mark.parametrize("meeting", ["other", "small%22%3E%3Cscript%3E", "..%2f..", "x" * 500])
async def test_a_meeting_that_is_not_there_is_the_door(house: House, meeting: str) -> None:
    async with browser(house, Role.MODERATOR) as http:
        answer = await http.get(f"/m/{meeting}/control")
        assert answer.status_code in {303, 404}
        assert "<script>" not in answer.text


async def test_nothing_personal_is_kept_by_caches(house: House) -> None:
    async with browser(house, Role.MODERATOR) as http:
        for path in ("/j", f"/m/{house.meeting}/control", "/qr.svg?code=ABC"):
            assert (await http.get(path)).headers["cache-control"] == "no-store"
        entered = await http.post("/api/pass", json={"secret": house.keyring.role_link(house.meeting, Role.SCREEN)})
        assert entered.headers["cache-control"] == "no-store"


async def test_the_network_is_for_whoever_is_in(house: House) -> None:
    path = f"/qr.svg?wifi=1&meeting={house.meeting}"
    assert (await house.http.get(path)).status_code == 403
    for role in (Role.SCREEN, Role.DELEGATE, Role.MODERATOR):
        async with browser(house, role) as http:
            answer = await http.get(path)
            assert answer.headers["content-type"].startswith("image/svg+xml")
    assert (await house.http.get("/qr.svg?wifi=1&meeting=other")).status_code == 403
    assert (await house.http.get("/qr.svg")).status_code == 403


@pytest.mark.parametrize("code", ["ABCDEF", "a" * 3000, "%3Csvg%20onload=x%3E", "%00", "é"])
async def test_a_qr_holds_a_short_code_whatever_is_asked(house: House, code: str) -> None:
    answer = await house.http.get(f"/qr.svg?code={code}")
    assert answer.status_code in {200, 403}
    assert "onload" not in answer.text
    assert len(answer.content) < 10_000


async def test_the_numbers_name_nobody(house: House) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    phone = await house.phone("peru")
    await phone.casts("coffee", {"choices": ["yes"]})
    text = (await house.http.get("/metrics")).text
    assert 'plenaria_commands_total{name="start_session",verdict="recorded",worker=' in text
    words = {"peru", "peru-1", house.meeting, "yes", (await read(house.store, house.meeting)).code}
    assert not [word for word in words if word in text]


async def test_a_command_that_is_none_makes_no_number(house: House) -> None:
    moderator = await house.moderator()
    await moderator.refused("invalid_command", 'x"} 1\nevil 2')
    assert "evil" not in (await house.http.get("/metrics")).text


# Proxies


@asynccontextmanager
async def behind_a_proxy(store: Store, meeting: str, settings: Settings, peer: str) -> AsyncIterator[httpx.AsyncClient]:
    """The application as uvicorn wraps it, asked from the address ``peer``."""
    keyring = Keyring(b"a secret of the tests, long enough for it")
    app = create_app(settings, store, keyring)
    wrapped = ProxyHeadersMiddleware(app, trusted_hosts=settings.proxies)  # type: ignore[arg-type]  # Starlette is ASGI
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(wrapped, client=(peer, 50_000))  # type: ignore[arg-type]  # the same
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as http:
            yield http


@pytest.mark.parametrize(
    ("settings", "peer", "host", "proto", "secure"),
    [
        (Settings(), "127.0.0.1", "localhost:8000", None, False),
        (Settings(), "127.0.0.1", "localhost:8000", "https", True),
        (Settings(), "192.168.8.77", "localhost:8000", "https", False),
        (Settings(proxies="10.0.0.1"), "10.0.0.1", "localhost:8000", "https", True),
        (Settings(proxies="10.0.0.1"), "127.0.0.1", "localhost:8000", "https", False),
        (Settings(public_url="https://meet.example"), "10.0.0.1", "meet.example", None, True),
        (Settings(public_url="https://meet.example"), "10.0.0.1", "localhost:8000", None, False),
        (Settings(public_url="http://meet.example"), "10.0.0.1", "meet.example", "https", False),
    ],
)
async def test_a_cookie_is_secure_where_browsers_come_over_https(
    store: Store, settings: Settings, peer: str, host: str, proto: str | None, secure: bool
) -> None:
    meeting = await create(store, small())
    link = Keyring(b"a secret of the tests, long enough for it").role_link(meeting, Role.MODERATOR)
    headers = {"host": host, **({"x-forwarded-proto": proto} if proto else {})}
    async with behind_a_proxy(store, meeting, settings, peer) as http:
        answer = await http.post("/api/pass", json={"secret": link}, headers=headers)
    cookie = answer.headers["set-cookie"].lower()
    assert ("; secure" in cookie) is secure
    assert "; httponly" in cookie
    assert "; samesite=lax" in cookie
    assert "; path=/" in cookie
    assert ("strict-transport-security" in answer.headers) == (settings.public_url or "").startswith("https")


@pytest.mark.parametrize(("peer", "believed"), [("127.0.0.1", True), ("192.168.8.77", False)])
async def test_only_a_proxy_may_say_whom_it_speaks_for(store: Store, peer: str, believed: bool) -> None:
    """Else whoever guesses codes would have a new address for each."""
    meeting = await create(store, small())
    async with behind_a_proxy(store, meeting, replace(Settings(), proxies="127.0.0.1"), peer) as http:
        answers = [
            await http.post("/api/lobby", json={"code": "ZZZZZZ"}, headers={"x-forwarded-for": f"203.0.113.{number}"})
            for number in range(40)
        ]
    assert any(answer.status_code == 429 for answer in answers) is not believed
