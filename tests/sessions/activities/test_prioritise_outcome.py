"""Prioritisation: what comes out, on examples counted by hand."""

from typing import Any

from sessions.outcomes import Outcome
from tests.sessions.activities.setups import ABSTAIN, DOTS, NOT_APPLICABLE, RANK, count, options

FOUR: dict[str, Any] = {"question": "¿Qué va primero?", "options": options("ABCD"), "top": 2}


def ranked(*votes: str, headline: str = "person", setup: dict[str, Any] = FOUR) -> Outcome:
    """ "pa AB" is a ballot of the delegation pa: A first, then B."""
    split = [vote.split() for vote in votes]
    ballots = [(delegation, {"ranking": [*order]}) for delegation, order in split]
    return count("prioritise", {**setup, "headline": headline}, ballots)


def column(outcome: Outcome, key: str) -> dict[str, Any]:
    return {row["id"]: row[key] for row in outcome.result["rows"]}


def test_truncated_ballots_share_the_places_left_over() -> None:
    # Of 4 options: first 3 points, second 2. AB leaves C and D the points 1 and 0: a half each.
    # A alone leaves B, C and D the points 2, 1 and 0: one each.
    outcome = ranked("pa AB", "pe BA", "cl A")
    assert column(outcome, "score") == {"A": "8", "B": "6", "C": "2", "D": "2"}
    assert column(outcome, "place") == {"A": [1, 1], "B": [2, 2], "C": [3, 4], "D": [3, 4]}
    assert column(outcome, "first") == {"A": 2, "B": 1, "C": 0, "D": 0}
    # The best possible score is first place on all three ballots: 9 points.
    assert column(outcome, "share") == {"A": 888, "B": 666, "C": 222, "D": 222}
    assert outcome.result["of"] == 3


def test_a_whole_result() -> None:
    outcome = count("prioritise", FOUR, [("pa", {"ranking": ["B"]}), ("pe", ABSTAIN), ("pe", NOT_APPLICABLE)])
    assert {key: value for key, value in outcome.result.items() if key not in ("rows", "panel")} == {
        "method": "rank",
        "headline": "delegation",
        "top": 2,
        "of": 1,
        "ties_at_cut": True,
    }
    assert outcome.result["rows"][0] == {
        "id": "B",
        "label": {"es": "Opción B", "en": "Option B"},
        "text": {"es": "Opción B", "en": "Option B"},
        "place": [1, 1],
        "score": "3",
        "share": 1000,
        "other_place": [1, 1],
    }
    # Level options stay in the order of the setup.
    assert [row["id"] for row in outcome.result["rows"]] == ["B", "A", "C", "D"]
    assert [(finding.id, finding.place) for finding in outcome.findings][:2] == [("B", (1, 1)), ("A", (2, 4))]


def test_options_tied_on_a_ballot_share_its_points() -> None:
    outcome = count("prioritise", {**FOUR, "headline": "person"}, [("pa", {"ranking": [["C", "D"]]})])
    assert column(outcome, "score") == {"C": "5/2", "D": "5/2", "A": "1/2", "B": "1/2"}
    assert column(outcome, "first") == {"C": 1, "D": 1, "A": 0, "B": 0}


def test_a_large_delegation_leads_by_person_and_not_by_delegation() -> None:
    # Three people of one delegation want A then B; one person each of two others wants B then C.
    votes = ["pa AB", "pa AB", "pa AB", "pe BC", "cl BC"]
    people = ranked(*votes, headline="person")
    # A: 3 x 3 + 2 x 1/2; B: 3 x 2 + 2 x 3; C: 3 x 1/2 + 2 x 2; D: 5 x 1/2.
    assert column(people, "score") == {"B": "12", "A": "10", "C": "11/2", "D": "5/2"}
    delegations = ranked(*votes, headline="delegation")
    # Each delegation weighs one. A: 3 + 1/2 + 1/2; B: 2 + 3 + 3; C: 1/2 + 2 + 2; D: 3 x 1/2.
    assert column(delegations, "score") == {"B": "8", "C": "5", "A": "4", "D": "2"}  # of 9/2 and 3/2
    assert column(people, "place")["A"] == [2, 2]
    assert column(delegations, "place")["A"] == [3, 3]
    # Each stands beside the other as positions.
    assert column(people, "other_place") == column(delegations, "place")
    assert column(delegations, "other_place") == column(people, "place")


def test_a_delegation_that_disagrees_is_averaged() -> None:
    outcome = ranked("pa AB", "pa CD", headline="delegation")
    # (3 + 1/2) / 2 and (2 + 1/2) / 2, in whole points.
    assert column(outcome, "score") == {"A": "2", "C": "2", "B": "1", "D": "1"}
    assert column(outcome, "place") == {"A": [1, 2], "C": [1, 2], "B": [3, 4], "D": [3, 4]}
    assert column(outcome, "share")["A"] == 666  # of 3 points: one delegation voted


def test_an_abstention_takes_no_weight_from_its_delegation() -> None:
    alone = count("prioritise", FOUR, [("pa", {"ranking": ["A"]}), ("pe", {"ranking": ["B"]})])
    beside = count("prioritise", FOUR, [("pa", {"ranking": ["A"]}), ("pe", {"ranking": ["B"]}), ("pe", ABSTAIN)])
    assert alone.result == beside.result
    assert beside.counted.abstained == 1


def test_a_tie_stays_a_tie_and_is_explained() -> None:
    outcome = ranked("pa AB", "pe AB")
    assert column(outcome, "place") == {"A": [1, 1], "B": [2, 2], "C": [3, 4], "D": [3, 4]}
    assert [row[1] for row in outcome.tables[0].rows] == ["1", "2", "3-4", "3-4"]
    assert "«3-4» es un empate: 2 opciones tienen los mismos puntos y comparten los puestos 3 y 4." in outcome.how["es"]
    assert "“3-4” is a tie: 2 options have the same points and share places 3 and 4." in outcome.how["en"]


def test_a_tie_at_the_cut_is_said() -> None:
    assert not ranked("pa AB").result["ties_at_cut"]
    assert ranked("pa A").result["ties_at_cut"]
    assert not ranked("pa AB", "pe BA").result["ties_at_cut"]  # the tie is above the cut, not in it
    assert not ranked("pa ABCD", setup={**FOUR, "top": 4}).result["ties_at_cut"]


def test_without_a_tie_nothing_is_said_of_ties() -> None:
    outcome = ranked("pa ABCD", setup={**FOUR, "top": 4})
    assert "empate:" not in outcome.how["es"]
    assert "la primera de 4 gana 3" in outcome.how["es"]


def test_without_answers_nothing_is_settled() -> None:
    outcome = count("prioritise", RANK, [("pa", ABSTAIN)])
    assert outcome.findings == ()
    assert {tuple(row["place"]) for row in outcome.result["rows"]} == {(1, 5)}
    assert {(row["score"], row["share"]) for row in outcome.result["rows"]} == {("0", 0)}
    assert "panel" not in outcome.result
    assert (outcome.result["of"], outcome.result["ties_at_cut"]) == (0, False)
    assert "empate:" not in outcome.how["es"]


def test_dots_add_up() -> None:
    votes = [("pa", {"A": 3, "B": 2}), ("pa", {"B": 2, "C": 2}), ("pe", {"D": 1, "A": 1})]
    ballots = [(delegation, {"points": points}) for delegation, points in votes]
    people = count("prioritise", {**DOTS, "headline": "person"}, ballots)
    assert column(people, "score") == {"A": "4", "B": "4", "C": "2", "D": "1"}
    assert column(people, "place") == {"A": [1, 2], "B": [1, 2], "C": [3, 3], "D": [4, 4]}
    # At most three dots on an option, three ballots: of nine.
    assert column(people, "share") == {"A": 444, "B": 444, "C": 222, "D": 111}
    # The option with most dots on a ballot, alone or level: A, B and C, A and D.
    assert column(people, "first") == {"A": 2, "B": 1, "C": 1, "D": 1}
    delegations = count("prioritise", {**DOTS, "headline": "delegation"}, ballots)
    assert column(delegations, "score") == {"A": "3", "B": "2", "C": "1", "D": "1"}  # A: 3/2 + 1
    assert column(delegations, "other_place") == column(people, "place")


def test_the_other_count_gives_positions_and_no_points() -> None:
    votes = ["pa AB", "pa AB", "pe BC"]
    people, delegations = ranked(*votes, headline="person"), ranked(*votes, headline="delegation")
    for row in delegations.result["rows"]:
        assert set(row) == {"id", "label", "text", "place", "score", "share", "other_place"}
    assert set(people.result["rows"][0]) == {*delegations.result["rows"][0], "first"}
    assert column(people, "score")["A"] == "13/2"
    assert "13/2" not in delegations.model_dump_json()
    titles = [table_column.label["en"] for table_column in delegations.tables[0].columns]
    assert titles == [
        "Option",
        "Position (one delegation, one vote)",
        "Points",
        "Position (one person, one vote)",
    ]
