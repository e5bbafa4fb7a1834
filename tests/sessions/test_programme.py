from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from sessions.actor import Regime, Secrecy
from sessions.faults import read_programme
from sessions.programme import Programme, seat_ids
from tests.sessions.small_programme import Raw, session, small_programme


def two_days() -> Programme:
    raw = small_programme()
    second = session() | {"id": "bloque-2", "code": "S-02", "day": "2025-09-26", "activities": []}
    return read_programme(raw | {"sessions": [second, raw["sessions"][0]]})


def test_a_session_begins_at_its_local_time() -> None:
    programme = read_programme(small_programme())
    expected = datetime(2025, 9, 24, 10, 30, tzinfo=ZoneInfo("America/Panama")).timestamp() * 1000
    assert programme.sessions[0].starts_at(programme.zone) == expected
    assert expected == datetime.fromisoformat("2025-09-24T15:30:00+00:00").timestamp() * 1000


def test_local_time_follows_the_zone_through_the_year() -> None:
    plan = read_programme(small_programme()).sessions[0]
    summer = plan.model_copy(update={"day": date(2025, 7, 1)}).starts_at("America/New_York")
    winter = plan.model_copy(update={"day": date(2025, 1, 1)}).starts_at("America/New_York")
    assert datetime.fromtimestamp(summer / 1000, ZoneInfo("UTC")).hour == 14
    assert datetime.fromtimestamp(winter / 1000, ZoneInfo("UTC")).hour == 15


def test_seats_are_numbered_from_one() -> None:
    delegation = read_programme(small_programme()).delegations[0]
    assert seat_ids(delegation) == ("panama-1", "panama-2")


@pytest.mark.parametrize(
    ("regime", "secrecy"),
    [
        (Regime.OPEN, Secrecy.OPEN),
        (Regime.ATTRIBUTABLE, Secrecy.BY_DELEGATION),
        (Regime.CHATHAM_HOUSE, Secrecy.SECRET),
        (Regime.RESERVED, Secrecy.SECRET),
    ],
)
def test_secrecy_follows_the_regime_unless_it_is_given(regime: Regime, secrecy: Secrecy) -> None:
    plan = read_programme(small_programme()).sessions[0].model_copy(update={"regime": regime})
    activity = plan.activities[0]
    assert plan.secrecy_of(activity) is secrecy
    assert plan.secrecy_of(activity.model_copy(update={"secrecy": Secrecy.SECRET})) is Secrecy.SECRET


def test_peer_sessions_are_without_attribution_unless_said_otherwise() -> None:
    assert read_programme(small_programme()).sessions[0].regime is Regime.CHATHAM_HOUSE


def test_a_programme_is_never_changed() -> None:
    programme = read_programme(small_programme())
    with pytest.raises(ValidationError):
        programme.zone = "UTC"  # type: ignore[misc]  # the point of the test


@pytest.mark.parametrize(
    "zone", ["America", "Marte/Base", "", "../../etc/passwd", "/etc/localtime", "a\0b", "x" * 9000]
)
def test_a_zone_is_one_that_exists(zone: str) -> None:
    raw: Raw = small_programme() | {"zone": zone}
    with pytest.raises(ValidationError, match="zone_unknown"):
        Programme.model_validate(raw)


def test_a_programme_survives_being_stored() -> None:
    programme = two_days()
    assert Programme.model_validate_json(programme.model_dump_json()) == programme
