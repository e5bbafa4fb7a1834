"""What an operator may set, and what is refused at the start."""

from pathlib import Path

import pytest

from server.settings import KNOWN, Settings, SettingsError, read_settings


def test_nothing_set_is_a_laptop_in_a_hotel() -> None:
    assert read_settings({}) == Settings()
    assert read_settings({"PATH": "/bin", "PORT": "", "HOST": "", "REDIS_URL": "", "PLENARIA_SECRET": ""}) == Settings()


def test_everything_set() -> None:
    assert read_settings(
        {
            "HOST": "127.0.0.1",
            "PORT": "9000",
            "REDIS_URL": "redis://store",
            "PLENARIA_DATA": "/var/lib/plenaria",
            "PLENARIA_SECRET": "s" * 32,
            "PLENARIA_PUBLIC_URL": "https://meet.example/",
            "PLENARIA_HOSTS": "Meet.example, other.example,",
            "PLENARIA_PROXIES": "10.0.0.1",
            "PLENARIA_LOG": "debug",
            "PLENARIA_LOG_FORMAT": "json",
        }
    ) == Settings(
        host="127.0.0.1",
        port=9000,
        data=Path("/var/lib/plenaria"),
        redis_url="redis://store",
        secret="s" * 32,
        public_url="https://meet.example",
        hosts=("meet.example", "other.example"),
        proxies="10.0.0.1",
        log="debug",
        log_format="json",
    )


def test_port_zero_is_any_port_that_is_free() -> None:
    assert read_settings({"PORT": "0"}).port == 0


@pytest.mark.parametrize("name", ["PLENARIA_SECRETS", "PLENARIA_PORT", "PLENARIA_", "PLENARIA_public_url"])
def test_an_unknown_name_is_refused_and_the_known_ones_are_named(name: str) -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({name: "x"})
    assert name in str(refused.value)
    assert all(known in str(refused.value) for known in KNOWN)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("PORT", "80.5"),
        ("PLENARIA_SECRET", "too short"),
        ("PLENARIA_PUBLIC_URL", "meet.example"),
        ("PLENARIA_PUBLIC_URL", "ftp://meet.example"),
        ("PLENARIA_PUBLIC_URL", "https://"),
        ("PLENARIA_PUBLIC_URL", "https://meet.example/plenaria"),
        ("PLENARIA_PUBLIC_URL", "https://meet.example?x"),
        ("PLENARIA_PUBLIC_URL", "https://me@meet.example"),
        ("PLENARIA_PUBLIC_URL", "https://meet.example:port"),
        ("PLENARIA_LOG", "loud"),
        ("PLENARIA_LOG_FORMAT", "xml"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_by_its_name(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        read_settings({name: value})


def test_a_refusal_never_repeats_the_secret() -> None:
    with pytest.raises(SettingsError) as refused:
        read_settings({"PLENARIA_SECRET": "hunter2"})
    assert "hunter2" not in str(refused.value)
