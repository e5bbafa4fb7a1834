"""Which hosts are ours, and which pages may speak to us."""

import socket

import pytest

from server.access.addresses import Addresses, lan_address, public_url
from server.settings import Settings

LAN = "192.168.8.10"
HOTEL = Addresses(Settings(hosts=("plenaria.local",)), lambda: LAN)
CLOUD = Addresses(Settings(public_url="https://meet.example", hosts=("other.example",)), lambda: None)
HIGH_PORT = Addresses(Settings(public_url="https://meet.example:8443"), lambda: None)


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "localhost:8000",
        "LOCALHOST:8000",
        "127.0.0.1:8000",
        "127.8.9.1",
        "[::1]:8000",
        LAN,
        f"{LAN}:8000",
        "plenaria.local:8000",
        socket.gethostname(),
    ],
)
def test_hosts_of_a_laptop_in_a_hotel(host: str) -> None:
    assert HOTEL.host_is_ours(host)


@pytest.mark.parametrize(
    "host",
    [
        "",
        " ",
        ".",
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example:127.0.0.1",
        "192.168.8.11",
        "10.0.0.1",
        "0.0.0.0",  # noqa: S104 - refused, not bound
        "[::]",
        "[fe80::1]",
        "::1",
        "[",
        "[::1",
        "localhost/x",
        "localhost/m/x/control?",
        "localhost?x",
        "localhost#x",
        "localhost\\x",
        "me@localhost",
        "localhost@evil.example",
        "evil.example@localhost",
        "localhost:port",
        "localhost:",
        "localhost:80:80",
        "localhost,evil.example",
        "localhost evil.example",
        "localhost\tx",
        "localhost\n",
        "loc\u0430lhost",
        "ⓛocalhost",
        "127.1",
        "0x7f000001",
        "2130706433",
    ],
)
def test_hosts_that_are_not_ours(host: str) -> None:
    assert not HOTEL.host_is_ours(host)


def test_a_laptop_that_changed_its_address_is_found_again() -> None:
    addresses = iter(["192.168.8.10", "10.20.0.7"])
    moving = Addresses(Settings(), lambda: next(addresses))
    assert moving.host_is_ours("192.168.8.10")
    assert moving.host_is_ours("10.20.0.7")


@pytest.mark.parametrize(
    ("addresses", "origin", "host", "ours"),
    [
        (HOTEL, "http://localhost:8000", "localhost:8000", True),
        (HOTEL, f"http://{LAN}:8000", f"{LAN}:8000", True),
        (HOTEL, "http://[::1]:8000", "[::1]:8000", True),
        (HOTEL, "http://localhost:8000", f"{LAN}:8000", False),
        (HOTEL, "http://localhost:8001", "localhost:8000", False),
        (HOTEL, "http://localhost", "localhost:8000", False),
        (HOTEL, "http://evil.example", "localhost:8000", False),
        (HOTEL, "http://evil.example", "evil.example", False),
        (HOTEL, "http://localhost:8000.evil.example", "localhost:8000", False),
        (HOTEL, "http://localhost:8000@evil.example", "localhost:8000", False),
        (HOTEL, "http://me@localhost:8000", "me@localhost:8000", False),
        (HOTEL, "null", "localhost:8000", False),
        (HOTEL, "", "localhost:8000", False),
        (HOTEL, "", "", False),
        (HOTEL, "//localhost:8000", "localhost:8000", False),
        (HOTEL, "http://localhost:8000/", "localhost:8000", False),
        (HOTEL, "http://localhost:8000/x", "localhost:8000", False),
        (HOTEL, "file://localhost:8000", "localhost:8000", False),
        (HOTEL, "chrome-extension://localhost:8000", "localhost:8000", False),
        (HOTEL, "http://[localhost:8000", "localhost:8000", False),
        (HOTEL, "http://localhost:8000 http://evil.example", "localhost:8000", False),
        (CLOUD, "https://meet.example", "meet.example", True),
        (CLOUD, "https://MEET.example", "meet.example", True),
        (CLOUD, "https://meet.example", "127.0.0.1:8000", True),
        (CLOUD, "http://meet.example", "meet.example", False),
        (CLOUD, "https://meet.example:8443", "meet.example", False),
        (CLOUD, "https://www.meet.example", "meet.example", False),
        (CLOUD, "https://meet.example.evil.example", "meet.example", False),
        (CLOUD, "https://evilmeet.example", "meet.example", False),
        (CLOUD, "https://other.example", "other.example", True),
        (CLOUD, "https://other.example", "meet.example", False),
        (HIGH_PORT, "https://meet.example:8443", "meet.example:8443", True),
        (HIGH_PORT, "https://meet.example", "meet.example:8443", False),
    ],
)
def test_origins(addresses: Addresses, origin: str, host: str, ours: bool) -> None:
    assert addresses.origin_is_ours(origin, host) is ours


@pytest.mark.parametrize(
    ("addresses", "host", "secure"),
    [
        (CLOUD, "meet.example", True),
        (CLOUD, "other.example", False),
        (CLOUD, "localhost:8000", False),
        (HOTEL, "localhost:8000", False),
        (HOTEL, "", False),
    ],
)
def test_browsers_come_over_https_where_the_public_address_says_so(
    addresses: Addresses, host: str, secure: bool
) -> None:
    assert addresses.is_secure(host) is secure


@pytest.mark.parametrize(
    ("settings", "found", "url"),
    [
        (Settings(), LAN, f"http://{LAN}:8000"),
        (Settings(port=9000), None, "http://localhost:9000"),
        (Settings(host="127.0.0.1"), LAN, "http://127.0.0.1:8000"),
        (Settings(public_url="https://meet.example"), LAN, "https://meet.example"),
    ],
)
def test_what_links_begin_with(settings: Settings, found: str | None, url: str) -> None:
    assert public_url(settings, lambda: found) == url


def test_the_address_on_the_local_network_is_no_loopback() -> None:
    found = lan_address()
    assert found is None or not found.startswith("127.")
