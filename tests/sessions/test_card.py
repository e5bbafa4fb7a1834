"""What stands on the method card of every kind, before anybody answers and after a round was sealed."""

import pytest

from sessions import card
from sessions.activities import kinds
from sessions.activity import Activity
from sessions.actor import Secrecy, Voters
from sessions.meeting import Meeting
from sessions.programme import Programme
from sessions.text import Lang
from sessions.views import project
from tests.helpers.carded import SETUPS, carded
from tests.helpers.play import MODERATOR, Play, masked
from tests.helpers.programmes import ranking, small
from tests.helpers.report import Told

RULES = {
    "poll": {"Pregunta", "Tipo de respuesta", "Opciones", "Orden de las opciones", "Recuento", "Empates"},
    "prioritise": {"Pregunta", "Tipo de respuesta", "Opciones", "Orden de las opciones", "Recuento", "Empates"},
    "rate": {"Pregunta", "Tipo de respuesta", "Opciones", "Orden de las opciones", "Recuento", "Empates"},
    "collect": {"Pregunta", "Cómo se escribe", "Qué pasa después"},
    "exchange": {"Pregunta", "Cómo se publica", "Temas", "Tipos de apoyo", "Qué se ve"},
    "notes": {"Apartados", "Cómo se escribe", "Qué se recoge"},
}
VOTED = {"poll", "prioritise", "rate"}
WHO = {"es": "Quién participa", "en": "Who takes part", "pt": "Quem participa"}


@pytest.fixture(scope="module")
def play() -> Told:
    return carded()


def said(meeting: Meeting, kind: str, part: str, lang: Lang = "es") -> dict[str, str]:
    lines = card.card(meeting, meeting.activities[kind])
    return {line.label[lang]: line.value.get(lang, line.value["es"]) for line in lines if line.part == part}


def test_every_kind_has_been_run(play: Told) -> None:
    assert set(SETUPS) == set(RULES) == set(kinds())


@pytest.mark.parametrize("kind", SETUPS)
def test_the_rules_say_all_that_the_setup_fixes(play: Told, kind: str) -> None:
    told = said(play.meeting, kind, "rule")
    assert RULES[kind] <= told.keys()
    assert told["Régimen de la sesión"] == "Sin atribución (Regla de Chatham House)"
    if kind != "notes":
        assert "Estados" in told["Quién participa"]
    if kind in VOTED:
        assert told["Opciones"] == "Opción A-1; Opción A-2"
        assert "última" in told["Unidad"]
        assert ("no secreta" if kind == "poll" else "Voto secreto") in told["Quién ve qué"]
    if kind == "collect":
        assert told["Quién ve qué"].startswith("Sin autoría")


@pytest.mark.parametrize("kind", SETUPS)
@pytest.mark.parametrize("lang", ["es", "en", "pt"])
def test_each_line_is_in_the_three_languages(play: Told, kind: str, lang: Lang) -> None:
    activity = play.meeting.activities[kind]
    labels = [line.label for line in card.card(play.meeting, activity)]
    assert all({"es", "en", "pt"} == label.keys() for label in labels)
    for line in card.card(play.meeting, activity):
        if "SHA-256" not in line.label["es"]:
            assert {"es", "en", "pt"} <= line.value.keys(), line.label
            assert line.brief is None or {"es", "en", "pt"} <= line.brief.keys()
    assert len({label[lang] for label in labels}) == len(labels)


@pytest.mark.parametrize("kind", SETUPS)
def test_the_record_says_when_and_how_many_from_where_and_which(play: Told, kind: str) -> None:
    told = said(play.meeting, kind, "record")
    assert told["Apertura"].startswith("24 de septiembre de 2025, 09:")
    assert told["Cierre"].startswith("24 de septiembre de 2025, 09:")
    sealed = play.meeting.activities[kind].rounds[-1].sealed
    assert sealed is not None
    if kind == "notes":
        assert set(told) == {"Apertura", "Cierre"}
    else:
        assert told.get("Huella (SHA-256) de las papeletas selladas", sealed.digest) == sealed.digest
        assert sealed.digest in told.values()


def test_ballots_are_told_by_source(play: Told) -> None:
    activity = play.meeting.activities["poll"]
    first, second = (record(play.meeting, activity, at)["Papeletas"] for at in (0, 1))
    assert first == "12 de 12 posibles: 9 por teléfono, 2 en papel, 1 a mano alzada"
    assert second == "3 de 12 posibles: 3 por teléfono, 0 en papel, 0 a mano alzada"
    assert record(play.meeting, play.meeting.activities["collect"], 0)["Escribieron"].startswith("12 personas de 4 ")


def record(meeting: Meeting, activity: Activity, at: int) -> dict[str, str]:
    lines = card.record(meeting, activity, activity.rounds[at])
    return {line.label["es"]: line.value["es"] for line in lines}


def test_voters_unit_and_secrecy_are_those_of_the_plan() -> None:
    told = []
    for voters in Voters:
        play = Told(one(ranking("r", voters=voters.value)))
        told.append(said(play.meeting, "r", "rule", "en")[WHO["en"]])
    assert len(set(told)) == len(Voters)
    for secrecy in Secrecy:
        play = Told(one(ranking("r", secrecy=secrecy.value)))
        told.append(said(play.meeting, "r", "rule", "pt")["Quem vê o quê"])
    assert len(set(told)) == len(Voters) + len(Secrecy)
    shared = ranking("r")
    shared["setup"] |= {"unit": "delegation"}
    assert "por delegación" in said(Told(one(shared)).meeting, "r", "rule")["Unidad"]


def one(activity: dict[str, object]) -> Programme:
    day = {"day": "2025-09-24", "start": "09:00", "minutes": 60}
    return small(sessions=[{"id": "s", "code": "S1", "title": "S", "activities": [activity], **day}])


def test_the_card_grows_with_the_round_and_the_digest_waits_for_the_reveal() -> None:
    play = Play(one(ranking("r")))
    play.does(MODERATOR, "start_session", session="s")
    assert said(play.meeting, "r", "record") == {}
    play.does(MODERATOR, "open_activity", activity="r")
    assert list(said(play.meeting, "r", "record")) == ["Apertura"]
    play.casts("peru-1", "r", {"ranking": ["C-1"]})
    play.does(MODERATOR, "close_activity", activity="r", round=1)
    assert list(said(play.meeting, "r", "record")) == ["Apertura", "Cierre"]
    play.seals("r")
    assert list(said(play.meeting, "r", "record")) == ["Apertura", "Cierre", "Papeletas"]
    play.does(MODERATOR, "reveal_outcome", activity="r", round=1)
    assert list(said(play.meeting, "r", "record"))[-1].startswith("Huella")


@pytest.mark.parametrize("kind", SETUPS)
def test_phones_and_screen_are_told_the_whole_card_with_a_short_digest(play: Told, kind: str) -> None:
    activity = play.meeting.activities[kind]
    told = project(play.meeting, "everyone", masked)[f"activity/{kind}"]["method"]
    lines = card.card(play.meeting, activity, short=True)
    assert [(line["label"], line["value"]) for line in told] == [(line.label, line.value) for line in lines]
    assert all(len(line["value"]["es"]) < 20 for line in told if "SHA-256" in line["label"]["es"])
    assert 2 <= sum("brief" in line for line in told) <= 7, "a wall has few lines"


def test_the_stage_may_show_the_card_of_a_draft() -> None:
    play = Play(one(ranking("r")))
    assert "card" not in project(play.meeting, "everyone", masked)
    play.does(MODERATOR, "set_stage", stage={"show": "method", "activity": "r"})
    shown = project(play.meeting, "everyone", masked)["card"]
    assert shown["activity"] == "r"
    assert "Desafío 1" in str(shown["method"])
    play.does(MODERATOR, "set_stage", stage={"show": "auto"})
    assert "card" not in project(play.meeting, "everyone", masked)
