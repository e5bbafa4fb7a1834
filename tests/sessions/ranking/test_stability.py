from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest

from sessions.ranking import Ballot, Positions, averaged, borda, pooled, positions, schulze, tier_positions
from sessions.ranking.stability import Band, Removals, bands, bootstrap, leave_one_out, shifts
from tests.sessions.ranking.elections import NAMES, drawn_ranking, election

Groups = Sequence[Sequence[Ballot]]


def per_delegation(groups: Groups) -> Positions:
    return positions(borda(averaged(groups), "ABC"))


def per_person(groups: Groups) -> Positions:
    return positions(borda(pooled(groups), "ABC"))


def test_one_delegation_decides() -> None:
    groups = [election(text) for text in ("1 ABC", "1 ABC", "1 BAC", "1 BAC", "1 ABC")]
    # Without one of the three for A, A and B are level: two options share the first place.
    assert leave_one_out(groups, per_delegation, 1) == Removals(changed=3, cases=5)
    assert leave_one_out(groups, per_delegation, 2) == Removals(changed=0, cases=5)


def test_the_unit_of_the_count_matters() -> None:
    groups = [election("5 ABC"), election("1 BAC"), election("1 BAC")]
    assert leave_one_out(groups, per_person, 1) == Removals(changed=1, cases=3)
    assert leave_one_out(groups, per_delegation, 1) == Removals(changed=2, cases=3)


@pytest.mark.parametrize("groups", [[], [election("3 ABC")]])
def test_no_removal_without_two_delegations(groups: Groups) -> None:
    assert leave_one_out(groups, per_delegation, 1) == Removals(0, 0)


def test_unanimous_delegations_never_move() -> None:
    groups = [election("2 ABC")] * 17
    assert bootstrap(groups, per_delegation, seed=1) == {"A": (1, 1), "B": (2, 2), "C": (3, 3)}


def test_a_range_holds_its_share_of_the_draws() -> None:
    """Three delegations for A, one for B: what four draws from four can give is known.

    B leads or ties when at least two draws are the one for B: in 67 of 256 cases, 26 %, more than the
    tenth that an 80 % range leaves out at each end, and less than the two fifths of a 20 % range.
    """
    groups = [election("1 AB")] * 3 + [election("1 BA")]

    def places(sample: Groups) -> Positions:
        return positions(borda(averaged(sample), "AB"))

    assert bootstrap(groups, places, seed=7) == {"A": (1, 2), "B": (1, 2)}
    narrow = bootstrap(groups, places, seed=7, coverage=Fraction(1, 5))
    assert narrow == {"A": (1, 1), "B": (2, 2)}


def drawn_groups(seed: int) -> list[list[Ballot]]:
    random = Random(seed)
    options = NAMES[:6]
    return [[Ballot(drawn_ranking(random, options)[:3]) for _ in range(random.randint(1, 6))] for _ in range(17)]


def six_places(groups: Groups) -> Positions:
    return positions(borda(averaged(groups), NAMES[:6]))


def test_the_seed_decides() -> None:
    groups = drawn_groups(5)
    first = bootstrap(groups, six_places, seed=2**64 + 5, draws=60)
    assert bootstrap(groups, six_places, seed=2**64 + 5, draws=60) == first
    others = [bootstrap(groups, six_places, seed=seed, draws=60) for seed in range(6)]
    assert any(other != first for other in others)


def test_the_draws_are_the_same_in_every_python() -> None:
    """Pinned: a sealed outcome must be repeatable to the byte by any worker."""
    drawn: list[Sequence[str]] = []

    def note(sample: Sequence[str]) -> Positions:
        drawn.append(sample)
        return {}

    bootstrap("ABCDE", note, seed=2025, draws=3)
    assert ["".join(sample) for sample in drawn] == ["CDCAA", "ECACA", "DEAAA"]


def test_ranges_widen_with_coverage() -> None:
    groups = drawn_groups(6)
    narrow = bootstrap(groups, six_places, seed=1, draws=200, coverage=Fraction(1, 2))
    wide = bootstrap(groups, six_places, seed=1, draws=200, coverage=Fraction(1))
    for option, (lo, hi) in bootstrap(groups, six_places, seed=1, draws=200).items():
        assert wide[option][0] <= lo <= narrow[option][0]
        assert narrow[option][1] <= hi <= wide[option][1]


@pytest.mark.parametrize("draws", [1, 2, 9, 50, 101])
def test_at_least_the_coverage_lies_inside(draws: int) -> None:
    drawn: list[Positions] = []

    def note(sample: Groups) -> Positions:
        drawn.append(six_places(sample))
        return drawn[-1]

    ranges = bootstrap(drawn_groups(7), note, seed=draws, draws=draws)
    for option, (lo, hi) in ranges.items():
        inside = sum(lo <= places[option][0] <= places[option][1] <= hi for places in drawn)
        single = sum(lo <= places[option][0] for places in drawn), sum(places[option][1] <= hi for places in drawn)
        assert inside >= draws * Fraction(4, 5)
        assert min(single) >= draws * Fraction(9, 10)


@pytest.mark.parametrize(
    ("groups", "draws", "coverage"),
    [([], 10, Fraction(4, 5)), (["x"], 0, Fraction(4, 5)), (["x"], 10, Fraction(6, 5)), (["x"], 10, Fraction(-1))],
)
def test_nothing_to_resample(groups: list[str], draws: int, coverage: Fraction) -> None:
    with pytest.raises(ValueError, match="bootstrap needs"):
        bootstrap(groups, lambda _: {}, seed=1, draws=draws, coverage=coverage)


def test_any_rule_can_be_resampled() -> None:
    groups = drawn_groups(8)

    def by_schulze(sample: Groups) -> Positions:
        return tier_positions(schulze(averaged(sample), NAMES[:6]))

    ranges = bootstrap(groups, by_schulze, seed=3, draws=50)
    assert ranges.keys() == set(NAMES[:6])
    assert all(1 <= lo <= hi <= 6 for lo, hi in ranges.values())


def listed(text: str) -> Positions:
    """ "A1-2 B1-2 C3": places or ranges, as people write them."""
    pairs = ((word[0], word[1:].split("-")) for word in text.split())
    return {option: (int(ends[0]), int(ends[-1])) for option, ends in pairs}


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ("A1-2 B1-2 C3-4 D3-4 E5-6 F5-6", [("high", "AB"), ("medium", "CD"), ("lower", "EF")]),
        ("A1 B2 C3 D4 E5 F6", [("high", "AB"), ("medium", "CD"), ("lower", "EF")]),
        ("A1 B2-6 C2-6 D2-6 E2-6 F2-6", [("high", "A"), ("medium", "BCDEF")]),
        ("A1-5 B1-5 C1-5 D1-5 E1-5 F6", [("medium", "ABCDE"), ("lower", "F")]),
        ("A1-3 B1-3 C1-3 D4-6 E4-6 F4-6", [("high", "ABC"), ("medium", "DEF")]),
        ("A1 B2-5 C2-5 D2-5 E2-5 F6", [("high", "A"), ("medium", "BCDE"), ("lower", "F")]),
        ("A1 B2 C3-6 D3-6 E3-6 F3-6", [("high", "AB"), ("medium", "CDEF")]),
        ("A1-4 B1-4 C1-4 D1-4 E5 F6", [("medium", "ABCD"), ("lower", "EF")]),
        ("A1-2 B2-3 C3-4 D4-5 E5-6 F6", []),  # ranges that touch share a place
        ("A1 B2-3 C4 D4 E5-6 F5-6", [("high", "A"), ("medium", "BCD"), ("lower", "EF")]),  # C stands third
        ("A1-3 B1-3 C2-4 D3-5 E4-6 F4-6", []),
    ],
)
def test_bands_end_only_where_no_range_crosses(ranges: str, expected: list[tuple[str, str]]) -> None:
    places = listed("A1 B2 C3 D4 E5 F6")
    found = bands(places, listed(ranges))
    assert [(band.name, "".join(band.options)) for band in found] == expected


def test_a_band_never_ends_inside_a_tie() -> None:
    ranges = listed("A1 B2 C3")
    assert bands(listed("A1 B2-3 C2-3"), ranges) == (Band("high", ("A",)), Band("medium", ("B", "C")))
    assert bands(listed("A1-3 B1-3 C1-3"), ranges) == ()


def test_bands_list_every_option_once_in_order() -> None:
    for seed in range(12):
        groups = drawn_groups(seed)
        places = six_places(groups)
        found = bands(places, bootstrap(groups, six_places, seed=seed, draws=40))
        options = [option for band in found for option in band.options]
        assert not found or options == sorted(places, key=lambda option: places[option])


def test_shifts_between_counts() -> None:
    counts = [listed("A1 B2 C3-4 D3-4"), listed("B1 C2 A3 D4"), listed("A1-2 B1-2 C3 D4")]
    assert shifts(counts) == {"A": 2, "B": 1, "C": 1, "D": 0}
    assert shifts([]) == {}
