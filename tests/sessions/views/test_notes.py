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
    assert play.views()["notes"] == {}
    play.writes("pads", "t1", SAID)
    entries = play.views()["notes"]["entries/pads"]
    assert len(entries["tables"]["t1"]) == shown
    assert entries["recorded_at"] == {"t1": play.now}
    assert "Turnos" not in str(play.views()["everyone"])
