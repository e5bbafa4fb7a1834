"""How far a note may travel: stricter is free, looser takes somebody's word."""

from typing import Any

import pytest

from sessions.regimes import entry_regime
from tests.helpers.play import MODERATOR, delegate
from tests.helpers.report import Told
from tests.helpers.roadmap import GENERAL, NOTE, OF_TABLE, noted
from tests.sessions.roadmap.test_drafting import OTHER_TABLE, refused

ID = "pads.t1.e0"


def regime(play: Told) -> str:
    return entry_regime(play.meeting, play.meeting.activities["pads"], ID).value


def of_the_table(play: Told) -> str:
    """A delegate's seat at table 1."""
    seats = play.meeting.seats.values()
    return next(
        seat.id
        for seat in seats
        if play.views()[f"seat:{seat.id}"]["table/tables"]["table"] == "t1" and seat.delegation != "unhcr"
    )


def rewrites(play: Told, text: str = NOTE, why: str = "validated") -> None:
    play.writes("pads", "t1", {"heading": "challenge", "text": text}, why=why)


def test_stricter_is_free() -> None:
    play = noted()
    play.does(OF_TABLE, "set_regime", entry=ID, regime="reserved")
    assert regime(play) == "reserved"
    assert refused(play, OTHER_TABLE, "set_regime", entry=ID, regime="open") == "not_allowed"


def test_looser_waits_for_the_table_to_validate() -> None:
    play = noted()
    play.does(OF_TABLE, "set_regime", entry=ID, regime="open")
    assert regime(play) == "chatham_house"
    node = next(node for node in play.views()["notes"]["lineage"]["nodes"] if node["id"] == ID)
    assert (node["regime"], node["asked"]) == ("chatham_house", "open")
    rewrites(play, why="exported")
    assert regime(play) == "chatham_house"
    rewrites(play)
    assert regime(play) == "open"


def test_looser_holds_at_once_where_a_delegation_agreed_to_be_quoted() -> None:
    play = noted()
    seat = of_the_table(play)
    play.does(delegate(seat), "consent_entry", entry=ID, regime="attributable")
    play.does(GENERAL, "set_regime", entry=ID, regime="attributable")
    assert regime(play) == "attributable"
    entry = next(s for s in play.reports().sessions if s.id == "tables").entries[0]
    assert [found.id for found in entry.delegations] == [play.meeting.seats[seat].delegation]
    play.does(GENERAL, "set_regime", entry=ID, regime="open")
    assert regime(play) == "attributable", "it agreed to less"
    play.does(delegate(seat), "consent_entry", entry=ID, regime=None)
    assert regime(play) == "chatham_house"


def test_an_agreement_names_nobody_before_the_regime_does() -> None:
    play = noted()
    seat = of_the_table(play)
    play.does(delegate(seat), "consent_entry", entry=ID, regime="attributable")
    entry = next(s for s in play.reports().sessions if s.id == "tables").entries[0]
    assert entry.delegations == ()
    node = next(node for node in play.views()["notes"]["lineage"]["nodes"] if node["id"] == ID)
    assert node["delegations"] == []


def test_only_who_sat_at_the_table_agrees_to_be_quoted() -> None:
    play = noted()
    there = of_the_table(play)
    tables = {id_: play.views()[f"seat:{id_}"]["table/tables"]["table"] for id_ in play.meeting.seats}
    away = next(id_ for id_, table in tables.items() if table != "t1" and not id_.startswith("unhcr"))
    assert refused(play, delegate(away), "consent_entry", entry=ID, regime="open") == "not_allowed"
    play.does(MODERATOR, "rotate_tables", session="tables", rotation=1)
    play.does(delegate(there), "consent_entry", entry=ID, regime="open")


@pytest.mark.parametrize(("why", "kept"), [("exported", "chatham_house"), ("validated", "open")])
def test_other_words_void_what_was_agreed(why: str, kept: str) -> None:
    play = noted()
    play.does(OF_TABLE, "set_regime", entry=ID, regime="open")
    rewrites(play)
    rewrites(play, "Turnos de cuatro meses", why=why)
    assert regime(play) == kept


def test_other_words_void_a_consent() -> None:
    play = noted()
    seat = of_the_table(play)
    play.does(delegate(seat), "consent_entry", entry=ID, regime="open")
    assert play.views()[f"seat:{seat}"]["own/consents"]["entries"] == {ID: "open"}
    rewrites(play, "Turnos de cuatro meses")
    assert "own/consents" not in play.views()[f"seat:{seat}"]


def test_a_session_that_becomes_stricter_takes_its_notes_along() -> None:
    play = noted()
    play.does(OF_TABLE, "set_regime", entry=ID, regime="open")
    rewrites(play)
    play.does(MODERATOR, "edit_session", session="tables", regime="reserved")
    assert regime(play) == "reserved"
    assert refused(play, MODERATOR, "edit_session", session="tables", regime="open") == "stale"


def test_every_step_is_in_the_log() -> None:
    play = noted()
    seat = of_the_table(play)
    play.does(delegate(seat), "consent_entry", entry=ID, regime="attributable")
    play.does(GENERAL, "set_regime", entry=ID, regime="open")
    play.does(GENERAL, "set_regime", entry=ID, regime="attributable")
    said: list[Any] = [entry.event for entry in play.log[-3:]]
    assert [event.type for event in said] == ["entry_consented", "regime_asked", "regime_set"]
    assert said[0].delegation == play.meeting.seats[seat].delegation


def asked(play: Told, seat: str) -> list[dict[str, Any]]:
    notes: list[dict[str, Any]] = play.views()[f"seat:{seat}"].get("own/consents", {"notes": []})["notes"]
    return notes


def agreement(play: Told) -> dict[str, Any]:
    found: dict[str, Any] = play.views()["notes"]["agreements"]["entries"][0]
    return found


def test_the_phones_of_the_table_alone_are_asked() -> None:
    play = noted()
    there = of_the_table(play)
    play.does(GENERAL, "set_regime", entry=ID, regime="attributable")
    assert asked(play, there) == [
        {
            **{"entry": ID, "code": "N-01", "text": NOTE, "regime": "chatham_house"},
            **{"asked": "attributable", "agreed": None, "declined": False},
        }
    ]
    tables = {id_: play.views()[f"seat:{id_}"]["table/tables"]["table"] for id_ in play.meeting.seats}
    others = [id_ for id_, table in tables.items() if table != "t1" or id_.startswith("unhcr")]
    assert [asked(play, seat) for seat in others] == [[] for _ in others]


def test_a_consent_to_what_is_asked_moves_the_note_at_once() -> None:
    play = noted()
    seat = of_the_table(play)
    play.does(GENERAL, "set_regime", entry=ID, regime="attributable")
    play.does(delegate(seat), "consent_entry", entry=ID, regime="attributable")
    assert regime(play) == "attributable"
    steps = agreement(play)["steps"]
    delegation = play.meeting.seats[seat].delegation
    assert [(step["what"], step["role"], step["delegation"]) for step in steps] == [
        ("asked", "rapporteur", None),
        ("agreed", None, delegation),
        ("set", None, None),
    ]
    assert [step["at"] for step in steps] == sorted(step["at"] for step in steps)


def test_who_declines_is_never_named_and_is_asked_once() -> None:
    play = noted()
    seat = of_the_table(play)
    play.does(GENERAL, "set_regime", entry=ID, regime="attributable")
    play.does(delegate(seat), "consent_entry", entry=ID, regime=None)
    assert (regime(play), agreement(play)["declined"]) == ("chatham_house", 1)
    assert [note["declined"] for note in asked(play, seat)] == [True]
    assert agreement(play)["steps"][-1]["delegation"] is None
    play.does(GENERAL, "set_regime", entry=ID, regime="open")
    assert [note["declined"] for note in asked(play, seat)] == [False], "it was asked for something else"


def test_who_agreed_is_not_named_before_the_note_names_anybody() -> None:
    play = noted()
    play.does(delegate(of_the_table(play)), "consent_entry", entry=ID, regime="attributable")
    told = agreement(play)
    assert (told["agreed"], told["steps"][0]["what"], told["steps"][0]["delegation"]) == (1, "agreed", None)


def test_what_holds_already_withdraws_the_question() -> None:
    play = noted()
    seat = of_the_table(play)
    play.does(GENERAL, "set_regime", entry=ID, regime="open")
    play.does(GENERAL, "set_regime", entry=ID, regime="chatham_house")
    assert (asked(play, seat), agreement(play)["asked"]) == ([], None)


def test_a_consent_that_another_delegation_gave_too_may_be_taken_back() -> None:
    play = noted()
    views = play.views()
    there = [id_ for id_ in play.meeting.seats if views[f"seat:{id_}"]["table/tables"]["table"] == "t1"]
    one, *others = {play.meeting.seats[id_].delegation: id_ for id_ in there if not id_.startswith("unhcr")}.values()
    for seat in (one, *others):
        play.does(delegate(seat), "consent_entry", entry=ID, regime="open")
    play.does(GENERAL, "set_regime", entry=ID, regime="open")
    play.does(delegate(one), "consent_entry", entry=ID, regime=None)
    assert regime(play) == "open"
    for seat in others:
        play.does(delegate(seat), "consent_entry", entry=ID, regime=None)
    assert regime(play) == "chatham_house"
