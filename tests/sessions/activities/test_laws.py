"""What holds for every kind that counts ballots."""

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.activities import kind
from sessions.activities.kind import Abstention, Cast, NotApplicable
from sessions.errors import Code, Refused
from sessions.outcomes import Outcome
from tests.sessions.activities.setups import VOTED, ballots, count

DELEGATIONS = ["panama", "peru", "chile"]
every_setup = pytest.mark.parametrize("name", VOTED)


def drawn(data: st.DataObject, name: str) -> list[tuple[str, Any]]:
    return data.draw(st.lists(st.tuples(st.sampled_from(DELEGATIONS), ballots(name)), max_size=12))


@every_setup
@given(data=st.data())
def test_adding_and_removing_in_any_order_counts_what_is_left(name: str, data: st.DataObject) -> None:
    kind_name, raw = VOTED[name]
    rules = kind(kind_name)
    setup = rules.read_setup(raw)
    kept, changed = drawn(data, name), drawn(data, name)
    steps = [(1, vote) for vote in kept + changed] + [(-1, vote) for vote in changed]
    tally = rules.tally(setup)
    for sign, (delegation, ballot) in data.draw(st.permutations(steps)):
        cast = Cast(rules.read_ballot(setup, ballot), delegation)
        (tally.add if sign > 0 else tally.remove)(cast)
    assert rules.outcome(setup, tally) == count(kind_name, raw, kept)


@every_setup
@given(data=st.data(), seed=st.integers(0, 1000))
def test_the_order_of_arrival_and_the_names_of_delegations_change_nothing(
    name: str, data: st.DataObject, seed: int
) -> None:
    votes = drawn(data, name)
    other = [(f"x{DELEGATIONS.index(delegation)}", ballot) for delegation, ballot in votes]
    Random(seed).shuffle(other)
    assert count(*VOTED[name], other, seed) == count(*VOTED[name], votes, seed)


@every_setup
@given(data=st.data())
def test_an_outcome_reads_back_from_its_json(name: str, data: st.DataObject) -> None:
    outcome = count(*VOTED[name], drawn(data, name))
    assert Outcome.model_validate_json(outcome.model_dump_json()) == outcome
    assert Outcome.model_validate(outcome.model_dump(mode="json", exclude_none=True)) == outcome


@every_setup
@given(data=st.data())
def test_ballots_are_counted_by_sort(name: str, data: st.DataObject) -> None:
    votes = drawn(data, name)
    counted = count(*VOTED[name], votes).counted
    assert counted.voted == len(votes) == counted.answered + counted.abstained + counted.not_applicable
    assert counted.abstained == sum("abstain" in ballot for _, ballot in votes)
    assert counted.not_applicable == sum("not_applicable" in ballot for _, ballot in votes)
    assert counted.delegations == len({delegation for delegation, _ in votes})


@every_setup
@given(data=st.data())
def test_the_ids_of_findings_are_unique_and_rows_fit_their_columns(name: str, data: st.DataObject) -> None:
    outcome = count(*VOTED[name], drawn(data, name))
    ids = [finding.id for finding in outcome.findings]
    assert len(set(ids)) == len(ids)
    assert bool(ids) == (outcome.counted.answered > 0)
    for table in outcome.tables:
        assert all(len(row) == len(table.columns) for row in table.rows)
        assert table.chart is None or table.columns[table.chart].kind in {"count", "number"}


# Text of any kind, lone surrogates, invisible characters and stacked marks included.
_TEXTS = st.one_of(st.text(max_size=30), st.text(st.characters(categories=("Cs", "Cf", "Cc", "Mn"))))
_LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), _TEXTS, st.sampled_from("ABCDE"), st.just(10**30)
)
_KEYS = st.one_of(
    st.sampled_from(["choices", "value", "text", "ranking", "points", "approved", "ratings", "impact"]),
    st.sampled_from(["abstain", "not_applicable", "A", "B"]),
    _TEXTS,
)
_JUNK = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=6), st.dictionaries(_KEYS, inner, max_size=3)),
    max_leaves=12,
)
_NEARLY = st.dictionaries(_KEYS, _JUNK, min_size=1, max_size=2)


@every_setup
@given(raw=st.one_of(_JUNK, _NEARLY))
def test_junk_is_refused_as_an_invalid_ballot_or_it_counts(name: str, raw: Any) -> None:
    counted = outcome_or_refusal(name, raw)
    if isinstance(counted, Outcome):
        assert counted.counted.voted == 1
        assert Outcome.model_validate_json(counted.model_dump_json()) == counted
    else:
        assert counted.code is Code.INVALID_BALLOT
        assert counted.detail


def outcome_or_refusal(name: str, raw: Any) -> Outcome | Refused:
    try:
        return count(*VOTED[name], [("panama", raw)])
    except Refused as refused:
        return refused


def deep(levels: int) -> Iterator[Any]:
    lists: Any = "A"
    dicts: Any = "A"
    for _ in range(levels):
        lists, dicts = [lists], {"ranking": dicts}
    yield from ({"ranking": lists}, {"choices": lists}, dicts, lists)


@every_setup
def test_deep_nesting_is_refused(name: str) -> None:
    for raw in deep(900):
        with pytest.raises(Refused) as refused:
            count(*VOTED[name], [("panama", raw)])
        assert refused.value.code is Code.INVALID_BALLOT


@every_setup
def test_an_abstention_is_exactly_an_abstention(name: str) -> None:
    kind_name, raw = VOTED[name]
    rules = kind(kind_name)
    setup = rules.read_setup(raw)
    assert rules.read_ballot(setup, {"abstain": True}) == Abstention(abstain=True)
    assert rules.read_ballot(setup, {"not_applicable": True}) == NotApplicable(not_applicable=True)
    for wrong in ({"abstain": False}, {"abstain": True, "not_applicable": True}, {"abstain": True, "value": 1}, {}):
        with pytest.raises(Refused):
            rules.read_ballot(setup, wrong)
