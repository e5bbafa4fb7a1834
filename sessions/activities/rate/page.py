"""The outcome of a rating, as the result page, the roadmap and the exports read it."""

from collections.abc import Mapping
from typing import Any

from sessions.activities.kind import Option
from sessions.activities.rate import method, words
from sessions.activities.rate.setup import Criterion, RateSetup
from sessions.activities.rate.summary import Summary
from sessions.outcomes import Cell, Column, Counted, Finding, Outcome, Table

Summaries = Mapping[tuple[str, str], Summary]
"""By option and criterion."""


def outcome(setup: RateSetup, counted: Counted, summaries: Summaries) -> Outcome:
    """Result: ``{"low", "high", "criteria", "rows", "of"}``, with ``rule`` and ``quadrant`` where the setup has them.

    A row is ``{"id", "label", "text", "ratings": [...]}``, with one rating a criterion, in their order: ``{"criterion",
    "n", "skipped", "counts", "median": [lo, hi], "quartiles": [[lo, hi], [lo, hi]], "agree", "against", "verdict",
    "dissent"}``. ``counts`` go from ``low`` to ``high``; median and quartiles are empty lists where nobody rated. Rows
    go by the medians, the criteria in turn, level ones in the order of the setup.
    """
    # Sorting is stable, so options with equal medians stay as the setup lists them.
    ordered = sorted(setup.options, key=lambda option: _height(setup, option, summaries))
    result: dict[str, Any] = {
        "low": setup.low,
        "high": setup.high,
        "criteria": [criterion.model_dump(mode="json") for criterion in setup.criteria],
        "rows": [_row(setup, option, summaries) for option in ordered],
        "of": counted.answered,
    }
    if setup.rule is not None:
        result["rule"] = setup.rule.model_dump(mode="json")
    if setup.quadrant is not None:
        result["quadrant"] = list(setup.quadrant)
    return Outcome(
        counted=counted,
        result=result,
        findings=tuple(_findings(setup, ordered, summaries)),
        tables=tuple(table for c in setup.criteria for table in _tables(setup, c, ordered, summaries)),
        how=method.how(setup, any(summary.dissent for summary in summaries.values())),
    )


def _height(setup: RateSetup, option: Option, summaries: Summaries) -> tuple[int, ...]:
    """Highest medians first."""
    return tuple(-sum(summaries[option.id, criterion.id].median) for criterion in setup.criteria)


def _row(setup: RateSetup, option: Option, summaries: Summaries) -> dict[str, Any]:
    ratings = [_rating(criterion, summaries[option.id, criterion.id]) for criterion in setup.criteria]
    return {"id": option.id, "label": dict(option.label), "text": dict(option.text), "ratings": ratings}


def _rating(criterion: Criterion, summary: Summary) -> dict[str, Any]:
    return {
        "criterion": criterion.id,
        "n": summary.n,
        "skipped": summary.skipped,
        "counts": list(summary.counts),
        "median": list(summary.median),
        "quartiles": [list(quartile) for quartile in summary.quartiles],
        "agree": summary.agree,
        "against": summary.against,
        "verdict": summary.verdict,
        "dissent": summary.dissent,
    }


def _findings(setup: RateSetup, ordered: list[Option], summaries: Summaries) -> list[Finding]:
    """One an option; with several criteria, one an option and criterion."""
    single = len(setup.criteria) == 1
    return [
        Finding(
            id=option.id if single else f"{option.id}.{criterion.id}",
            label=words.said(option.label, criterion, summary, single),
            text=option.text,
            count=summary.n,
        )
        for option in ordered
        for criterion in setup.criteria
        if (summary := summaries[option.id, criterion.id]).n
    ]


def _tables(setup: RateSetup, criterion: Criterion, ordered: list[Option], summaries: Summaries) -> tuple[Table, Table]:
    """The summary by one criterion, and how many gave each rating."""
    found = [(option, summaries[option.id, criterion.id]) for option in ordered]
    columns = (*words.COLUMNS, *words.rule_columns(setup))
    steps = tuple(Column(label=words.step(n, setup, criterion), kind="count") for n in setup.steps)
    return (
        Table(
            title=criterion.title,
            columns=columns,
            rows=tuple(_cells(setup, option, summary) for option, summary in found),
            chart=words.AGREE_COLUMN if setup.rule else None,
        ),
        Table(
            title=words.distribution(criterion),
            columns=(words.COLUMNS[0], *steps),
            rows=tuple((option.label, *summary.counts) for option, summary in found),
        ),
    )


def _cells(setup: RateSetup, option: Option, summary: Summary) -> tuple[Cell, ...]:
    middle = (words.span(summary.median), words.middle_half(summary.quartiles))
    dissent = words.DISSENT_YES if summary.dissent else words.DISSENT_NO
    cells = (option.label, *middle, summary.n, summary.skipped, dissent)
    if setup.rule is None:
        return cells
    return (*cells, summary.agree, summary.against, words.VERDICTS[summary.verdict])
