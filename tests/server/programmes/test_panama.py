"""The programme that an empty store is given is the real meeting, whole and well written."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from server.programmes import default_programme
from sessions.actor import Regime, Secrecy, Voters
from sessions.programme import ActivityPlan, Format, Programme, SessionPlan

PANAMA = default_programme()
STATES = [d for d in PANAMA.delegations if d.kind == "state"]
ACTIVITIES = {a.id: (s, a) for s in PANAMA.sessions for a in s.activities}
BLOCKS = [s for s in PANAMA.sessions if s.id.startswith("bloque-")]
HOUR = 3_600_000


def of_kind(name: str) -> list[tuple[SessionPlan, ActivityPlan]]:
    return [(s, a) for s, a in ACTIVITIES.values() if a.kind == name]


def texts(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Every text by language in plain values, with where it stands."""
    if isinstance(value, dict) and value and value.keys() <= {"es", "en", "pt", "fr"}:
        yield path, value
    elif isinstance(value, dict):
        for key, inside in value.items():
            yield from texts(inside, f"{path}.{key}")
    elif isinstance(value, list):
        for index, inside in enumerate(value):
            yield from texts(inside, f"{path}.{index}")


TEXTS = list(texts(PANAMA.model_dump(mode="json", exclude_none=True)))


def test_it_is_the_meeting_of_panama() -> None:
    assert isinstance(PANAMA, Programme)
    assert PANAMA.id == "conare-2025"
    assert PANAMA.zone == "America/Panama"
    assert PANAMA.languages == ("es", "en", "pt")
    assert sorted({s.day.isoformat() for s in PANAMA.sessions}) == ["2025-09-24", "2025-09-25"]


def test_seventeen_states_in_three_groups_sit_with_four_seats() -> None:
    groups = Counter(frozenset(d.mechanisms) for d in STATES)
    assert groups == {frozenset({"quito"}): 10, frozenset({"quito", "mirps"}): 4, frozenset({"mirps"}): 3}
    both = {d.id for d in STATES if len(d.mechanisms) == 2}
    assert both == {"costa-rica", "guatemala", "mexico", "panama"}
    assert {d.seats for d in STATES} == {4}


def test_every_state_but_guyana_names_its_body() -> None:
    assert [d.id for d in STATES if d.body is None] == ["guyana"]


def test_those_who_accompany_are_organisations_without_a_mechanism() -> None:
    observers = {d.id: d for d in PANAMA.delegations if d.kind == "organisation"}
    assert {"acnur", "oim", "oea", "grupo-de-amigos", "plataforma-de-apoyo"} <= observers.keys()
    assert not any(d.mechanisms for d in observers.values())


def test_the_bank_has_every_theme_and_reads_on_a_phone() -> None:
    sizes = Counter(item.theme for item in PANAMA.bank)
    assert sizes == {
        **{"ACC": 5, "BKL": 6, "MOD": 6, "DIG": 6, "QUA": 5, "COI": 5, "INT": 4, "CAP": 5, "SOL": 5},
        **{"DOC": 3, "TRF": 3},
    }
    assert [item.id for item in PANAMA.bank if not {"es", "en"} <= item.text.keys() & item.short.keys()] == []
    assert [item.id for item in PANAMA.bank if len(item.text["es"]) > 140] == []
    assert [item.id for item in PANAMA.bank if max(map(len, item.short.values())) > 32] == []


def test_challenges_name_no_country() -> None:
    names = {d.name[lang].casefold() for d in STATES for lang in d.name}
    for item in PANAMA.bank:
        said = " ".join(item.text.values()).casefold()
        assert not [name for name in names if re.search(rf"\b{re.escape(name)}\b", said)], item.id


def test_sessions_follow_one_another_without_overlap() -> None:
    starts = [(s.starts_at(PANAMA.zone), s) for s in PANAMA.sessions]
    for (start, session), (following, _) in pairwise(starts):
        assert start + session.minutes * HOUR // 60 <= following, session.id
    assert starts[0][1].start == "08:15"
    assert [s.code for s in PANAMA.sessions] == [f"SE-{n:02d}" for n in range(1, 26)]


def test_only_the_open_parts_are_open_and_the_roadmap_is_attributable() -> None:
    regimes = {s.id: s.regime for s in PANAMA.sessions if s.format is not Format.PAUSE}
    assert {id_ for id_, r in regimes.items() if r is Regime.OPEN} == {"acreditacion", "apertura", "reglas", "clausura"}
    assert {id_ for id_, r in regimes.items() if r is Regime.ATTRIBUTABLE} == {"plenaria-hoja-de-ruta"}
    assert {id_ for id_, r in regimes.items() if r is Regime.RESERVED} == {"relatoria"}


def test_six_blocks_at_seven_tables_write_notes_under_guiding_questions() -> None:
    assert len(BLOCKS) == 6
    for block in BLOCKS:
        assert (block.format, block.tables, len(block.questions)) == (Format.TABLES, 7, 5), block.id
        assert [activity.kind for activity in block.activities].count("notes") == 1, block.id


def test_the_last_block_ends_with_offers_and_needs() -> None:
    fair = BLOCKS[-1].activities[-1]
    assert (fair.kind, fair.voters) == ("exchange", Voters.DELEGATES_AND_OBSERVERS)


def test_the_first_three_blocks_begin_with_silent_entry_of_a_few_ideas() -> None:
    for block in BLOCKS[:3]:
        ideas = block.activities[0]
        assert (ideas.kind, ideas.minutes, ideas.setup["per_seat"]) == ("collect", 4, 3), block.id
        assert block.regime is Regime.CHATHAM_HOUSE


def test_the_world_cafe_has_three_rounds_of_eighteen_minutes() -> None:
    (cafe,) = [s for s in PANAMA.sessions if s.rotation]
    assert cafe.rotation is not None
    assert (cafe.id, cafe.rotation.times, cafe.rotation.minutes) == ("bloque-4", 2, 18)
    assert cafe.activities[0].minutes == 54


def test_round_one_orders_five_of_the_twelve_by_delegation_in_secret() -> None:
    session, activity = ACTIVITIES["priorizacion-ronda-1"]
    assert [o["id"] for o in activity.setup["options"]] == [
        *("ACC-1", "BKL-1", "BKL-2", "MOD-1", "MOD-3", "DIG-1"),
        *("DIG-5", "QUA-1", "COI-1", "INT-1", "CAP-1", "SOL-1"),
    ]
    assert (activity.setup["top"], activity.setup["headline"]) == (5, "delegation")
    assert session.secrecy_of(activity) is Secrecy.SECRET
    assert activity.voters is Voters.DELEGATES


def test_round_two_orders_a_shorter_list_of_the_same() -> None:
    first, second = ({o["id"] for o in a.setup["options"]} for _, a in of_kind("prioritise"))
    assert second < first
    assert 6 <= len(second) <= 8


def test_there_are_polls_to_practise_to_open_and_to_close() -> None:
    assert Counter(s.id for s, _ in of_kind("poll")) == {
        **{"acreditacion": 1, "panorama": 4},
        **{"plenaria-hoja-de-ruta": 1, "evaluacion": 3},
    }
    scales = [a.setup["scale"] for _, a in of_kind("poll") if "scale" in a.setup]
    assert [(scale["low"], scale["high"]) for scale in scales] == [(1, 9), (1, 5)]


def test_ratings_open_the_first_day_and_place_the_shorter_list_in_a_quadrant() -> None:
    (first, self_rating), (second, impact) = of_kind("rate")
    assert (first.id, second.id) == ("panorama", "priorizacion-2")
    assert [o["id"] for o in self_rating.setup["options"]] == [
        *("imparcialidad", "eficiencia", "flexibilidad", "integridad"),
    ]
    assert (self_rating.setup["high"], len(self_rating.setup["criteria"])) == (5, 1)
    assert impact.setup["quadrant"] == ["factibilidad", "impacto"]
    _, ordered = of_kind("prioritise")[1]
    assert impact.setup["options"] == ordered.setup["options"]


def test_polls_are_secret_but_for_offers_and_needs() -> None:
    secrecy = {a.id: s.secrecy_of(a) for s, a in ACTIVITIES.values() if a.kind != "notes"}
    assert {id_ for id_, s in secrecy.items() if s is not Secrecy.SECRET} == {"disposicion"}
    assert secrecy["disposicion"] is Secrecy.BY_DELEGATION


@pytest.mark.parametrize(
    "activity", [a for k in ("poll", "prioritise", "rate") for _, a in of_kind(k)], ids=lambda a: a.id
)
def test_every_poll_says_what_it_is_not(activity: ActivityPlan) -> None:
    assert re.match(r"Sondeo .+\(indicativo, no vinculante\)$", activity.title["es"])
    assert "indicative, non-binding" in activity.title["en"]


def test_abstention_is_no_option_of_ours() -> None:
    options = [o for _, a in of_kind("poll") for o in a.setup.get("options", ())]
    assert not [o for o in options if re.search(r"abst|no aplica", o["text"]["es"], re.IGNORECASE)]


def test_sessions_activities_and_rules_speak_the_three_languages() -> None:
    spoken = [s.title for s in PANAMA.sessions] + [q for s in PANAMA.sessions for q in s.questions]
    spoken += [a.title for _, a in ACTIVITIES.values()] + [a.setup["question"] for _, a in ACTIVITIES.values()]
    spoken += [PANAMA.title, PANAMA.rules.confidentiality, PANAMA.rules.stored, PANAMA.rules.votes]
    assert [text for text in spoken if not {"es", "en", "pt"} <= text.keys()] == []


def test_the_rules_tell_the_truth_about_secrecy_and_storage() -> None:
    votes = PANAMA.rules.votes["es"]
    assert "Mientras la ronda está abierta, quien opera el servidor podría verla" in votes
    assert "Después del sellado, nadie" in votes
    for lang in PANAMA.languages:
        assert f"{PANAMA.keep_days} " in PANAMA.rules.stored[lang]
        assert "Chatham House" in PANAMA.rules.confidentiality[lang]


@pytest.mark.parametrize(("path", "text"), TEXTS, ids=[path for path, _ in TEXTS])
def test_the_tone_is_calm(path: str, text: dict[str, str]) -> None:
    assert next(iter(text)) == "es"
    assert not [said for said in text.values() if "!" in said or "  " in said or said != said.strip()]
    assert not re.search(r"\b(tú|tu|tus|vos|vosotros|usad|haz|elige)\b|@|\bl[oa]s/l[oa]s\b", contactless(text["es"]))


def contactless(said: str) -> str:
    """Without the mail addresses, which may hold an @."""
    return re.sub(r"\S+@\S+", "", said)
