"""How the answers of a poll add up: one tally for options, one for scales, one for texts."""

import unicodedata
from abc import abstractmethod
from collections import Counter
from collections.abc import Iterable
from typing import Any

from sessions.activities.kind import Abstention, Cast, NotApplicable, Option, Tally, Turns
from sessions.activities.poll import words
from sessions.activities.poll.ballots import Choices, PollBallot, ShortText, Value
from sessions.activities.poll.setup import PollSetup, Scale
from sessions.outcomes import Cell, Column, Finding, Outcome, Table
from sessions.text import Text


class PollTally(Tally[PollBallot]):
    """Counts ``_keys`` of the answers: whatever of a ballot is counted, whoever cast it."""

    def __init__(self) -> None:
        self._turns = Turns()
        self._counts: Counter[Any] = Counter()

    def add(self, cast: Cast[PollBallot]) -> None:
        self._change(cast, 1)

    def remove(self, cast: Cast[PollBallot]) -> None:
        self._change(cast, -1)

    def _change(self, cast: Cast[PollBallot], by: int) -> None:
        self._turns.change(cast, by)
        if not isinstance(cast.ballot, Abstention | NotApplicable):
            for key in self._keys(cast.ballot):
                self._counts[key] += by

    @abstractmethod
    def _keys(self, ballot: PollBallot) -> Iterable[Any]: ...


class ChoiceTally(PollTally):
    """Result: ``{"answer", "bars": [{"id", "label", "count"}], "of"}``, bars in the order of the setup."""

    def __init__(self, setup: PollSetup, options: tuple[Option, ...]) -> None:
        super().__init__()
        self._setup = setup
        self._options = options

    def _keys(self, ballot: PollBallot) -> Iterable[str]:
        return ballot.choices if isinstance(ballot, Choices) else ()

    def outcome(self) -> Outcome:
        counted = self._turns.counted
        counts = [(option, self._counts[option.id]) for option in self._options]
        bars = [{"id": option.id, "label": dict(option.label), "count": count} for option, count in counts]
        findings = tuple(Finding(id=o.id, label=o.label, text=o.text, count=count) for o, count in counts)
        return Outcome(
            counted=counted,
            result={"answer": self._setup.answer, "bars": bars, "of": counted.answered},
            findings=findings if counted.answered else (),
            tables=(_table(words.OPTION, ((option.label, count) for option, count in counts), chart=1),),
            how=words.how_choices(self._setup),
        )


class ScaleTally(PollTally):
    """Result: ``{"answer", "low", "high", "low_label", "high_label", "bars", "median", "of"}``.

    ``median`` is ``"7"``, or ``"7-8"`` where the two middle answers differ; ``""`` without answers.
    """

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale

    def _keys(self, ballot: PollBallot) -> Iterable[int]:
        return (ballot.value,) if isinstance(ballot, Value) else ()

    def outcome(self) -> Outcome:
        counted = self._turns.counted
        scale = self._scale
        steps = range(scale.low, scale.high + 1)
        median = self._median()
        result = {
            "answer": "scale",
            **scale.model_dump(mode="json"),
            "bars": [{"id": str(n), "label": {"es": str(n)}, "count": self._counts[n]} for n in steps],
            "median": median,
            "of": counted.answered,
        }
        finding = Finding(id="median", label=words.median(median, scale), count=counted.answered)
        rows = ((words.step(n, scale), self._counts[n]) for n in steps)
        return Outcome(
            counted=counted,
            result=result,
            findings=(finding,) if median else (),
            tables=(_table(words.STEP, rows, chart=1),),
            how=words.HOW_SCALE,
        )

    def _median(self) -> str:
        values = sorted(+self._counts)
        total = sum(self._counts[value] for value in values)
        if not total:
            return ""
        lower, upper = (self._value_at(values, middle) for middle in ((total - 1) // 2, total // 2))
        return str(lower) if lower == upper else f"{lower}-{upper}"

    def _value_at(self, values: list[int], index: int) -> int:
        """The answer at ``index`` of all answers in rising order."""
        passed = 0
        for value in values:
            passed += self._counts[value]
            if index < passed:
                return value
        raise IndexError(index)


class TextTally(PollTally):
    """Result: ``{"answer", "texts": [{"text", "count"}], "of"}``, in alphabetical order: neither the order in which the
    texts came nor who wrote them is kept. Texts that differ in case only are one, in their commonest spelling."""

    def _keys(self, ballot: PollBallot) -> Iterable[str]:
        return (ballot.text,) if isinstance(ballot, ShortText) else ()

    def outcome(self) -> Outcome:
        counted = self._turns.counted
        texts = self._merged()
        findings = (
            Finding(id=f"text-{number}", label={"es": text}, count=count)
            for number, (text, count) in enumerate(texts, start=1)
        )
        return Outcome(
            counted=counted,
            result={
                "answer": "text",
                "texts": [{"text": text, "count": count} for text, count in texts],
                "of": counted.answered,
            },
            findings=tuple(findings),
            tables=(_table(words.TEXT, texts),),
            how=words.HOW_TEXT,
        )

    def _merged(self) -> list[tuple[str, int]]:
        spellings: dict[str, list[tuple[int, str]]] = {}
        for text, count in (+self._counts).items():
            spellings.setdefault(_folded(text), []).append((-count, text))
        ordered = sorted(spellings, key=lambda folded: (_base_letters(folded), folded))
        return [(min(spellings[f])[1], -sum(count for count, _ in spellings[f])) for f in ordered]


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())


def _base_letters(folded: str) -> str:
    """Without accents, so that "ágil" stands beside "agua"."""
    return "".join(c for c in unicodedata.normalize("NFD", folded) if unicodedata.category(c) != "Mn")


def _table(label: Text, rows: Iterable[tuple[Cell, int]], chart: int | None = None) -> Table:
    columns = (Column(label=label), Column(label=words.PEOPLE, kind="count"))
    return Table(title=words.ANSWERS, columns=columns, rows=tuple(rows), chart=chart)
