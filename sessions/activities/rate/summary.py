"""What the ratings of one option by one criterion say, in whole numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self

from sessions.activities.rate.setup import RateSetup, Rule

Span = tuple[int, int]
"""The two ratings a middle lies between; equal where it is one of them."""

Verdict = Literal["consensus", "no_consensus", ""]

DISSENT_TENTHS = 3


@dataclass(frozen=True, slots=True)
class Summary:
    """``counts`` of every step from the lowest up. ``median`` and ``quartiles`` are () where nobody rated.

    The quartiles are Tukey's hinges (Exploratory Data Analysis, 1977): the medians of the lower and the upper half,
    each with the median itself where their number is odd. ``verdict`` is "" without a rule or without ratings.
    """

    n: int
    skipped: int
    counts: tuple[int, ...]
    median: Span | tuple[()]
    quartiles: tuple[Span, Span] | tuple[()]
    agree: int
    against: int
    verdict: Verdict
    dissent: bool

    @classmethod
    def of(cls, setup: RateSetup, numbers: Mapping[int, int], answered: int) -> Self:
        """``numbers`` says how many people gave each rating; ``answered`` are those who sent ratings at all."""
        counts = tuple(numbers.get(step, 0) for step in setup.steps)
        n = sum(counts)
        agree, against = _sides(setup.rule, numbers)
        half = (n + 1) // 2
        return cls(
            n=n,
            skipped=answered - n,
            counts=counts,
            median=_middle(setup, counts, 0, n) if n else (),
            quartiles=(_middle(setup, counts, 0, half), _middle(setup, counts, n - half, half)) if n else (),
            agree=agree,
            against=against,
            verdict=_verdict(setup.rule, agree, against, n),
            dissent=is_dissent(numbers, setup.high - setup.low),
        )


def is_dissent(numbers: Mapping[int, int], width: int) -> bool:
    """Whether the standard deviation exceeds 0.3 of the scale's ``width`` (highest less lowest step). MeetingSphere
    calls a deviation above 0.3, normalised to a scale from 0 to 1, strong dissent; the largest possible is 0.5."""
    n = sum(numbers.values())
    total = sum(step * count for step, count in numbers.items())
    squares = sum(step * step * count for step, count in numbers.items())
    # sd > 0.3 * width, squared and multiplied out: no root, no fraction, hence the same answer everywhere.
    return 100 * (n * squares - total * total) > (DISSENT_TENTHS * width * n) ** 2


def _sides(rule: Rule | None, numbers: Mapping[int, int]) -> tuple[int, int]:
    if rule is None:
        return 0, 0
    agree = sum(count for step, count in numbers.items() if step >= rule.from_)
    return agree, sum(count for step, count in numbers.items() if step <= rule.to)


def _verdict(rule: Rule | None, agree: int, against: int, n: int) -> Verdict:
    if rule is None or n == 0:
        return ""
    holds = 100 * agree >= rule.at_least * n and 100 * against < rule.below * n
    return "consensus" if holds else "no_consensus"


def _middle(setup: RateSetup, counts: tuple[int, ...], first: int, size: int) -> Span:
    """The middle of ``size`` ratings from the ``first`` on, of all in rising order."""
    return _at(setup, counts, first + (size - 1) // 2), _at(setup, counts, first + size // 2)


def _at(setup: RateSetup, counts: tuple[int, ...], index: int) -> int:
    passed = 0
    for step, count in zip(setup.steps, counts, strict=True):
        passed += count
        if index < passed:
            return step
    raise IndexError(index)
