"""What rapporteurs see of the recorded pads."""

import pytest

from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told

SAID = {"heading": "challenge", "text": "Turnos de tres meses"}


@pytest.mark.parametrize(("regime", "shown"), [("open", 1), ("attributable", 1), ("chatham_house", 1), ("reserved", 0)])
def test_the_text_is_read_unless_the_session_is_reserved(regime: str, shown: int) -> None:
    play = Told(small())
    play.does(MODERATOR, "edit_session", session="tables", regime=regime)
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    assert "entries/pads" not in play.views()["notes"]
    play.writes("pads", "t1", SAID)
    entries = play.views()["notes"]["entries/pads"]
    assert len(entries["tables"]["t1"]) == shown
    assert entries["recorded_at"] == {"t1": play.now}
    assert "Turnos" not in str(play.views()["everyone"])


def test_what_a_table_stood_by_outlives_later_recordings() -> None:
    play = Told(small())
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    play.writes("pads", "t1", {"id": "a", **SAID}, why="closed")
    assert play.views()["notes"]["entries/pads"]["validated"] == []
    play.writes("pads", "t1", {"id": "a", **SAID})
    stood = play.now
    play.writes("pads", "t1", {"id": "a", **SAID, "text": "Turnos de dos meses"}, why="exported")
    entries = play.views()["notes"]["entries/pads"]
    assert entries["validated"] == [{"table": "t1", "at": stood, "texts": {"a": "Turnos de tres meses"}}]
    assert entries["tables"]["t1"][0]["text"] == "Turnos de dos meses"


def test_a_seat_hears_what_its_own_table_stood_by() -> None:
    play = Told(small())
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    play.writes("pads", "t1", {"id": "a", **SAID})
    seats = [view for layer, view in play.views().items() if layer.startswith("seat:")]
    heard = {view["table/tables"]["table"] for view in seats if "validated/pads" in view}
    assert heard == {"t1"}


def test_a_reserved_session_tells_rapporteurs_only_that_its_table_validated() -> None:
    play = Told(small())
    play.does(MODERATOR, "edit_session", session="tables", regime="reserved")
    play.does(MODERATOR, "start_session", session="tables")
    play.does(MODERATOR, "open_activity", activity="pads")
    play.writes("pads", "t1", {"id": "a", **SAID})
    assert play.views()["notes"]["entries/pads"]["validated"] == [{"table": "t1", "at": play.now, "texts": {}}]
