"""What changed from one counted round to the next: who rose and who fell, in places, never in points."""

from collections.abc import Sequence
from typing import Literal

from sessions import movement_words as words
from sessions.actor import Frozen
from sessions.outcomes import Cell, Column, Finding, Outcome, Table
from sessions.ranking.agreement import Agreement
from sessions.ranking.wording import place
from sessions.text import Text

Place = tuple[int, int]
Way = Literal["rose", "fell", "level"]


class RoundName(Frozen):
    """A round as people call it, and who took part in it."""

    activity: str
    round: int
    label: Text
    voted: int
    delegations: int


class Moved(Frozen):
    """An option of both rounds. ``before`` and ``after`` are its places as they were published, ``start`` and ``end``
    those among the options of both rounds. Only ranges that do not touch are a rise or a fall: out of "3-4" into "3"
    nobody has risen."""

    id: str
    label: Text
    before: Place
    after: Place
    start: Place
    end: Place
    way: Way


class OnlyOnce(Frozen):
    """An option of one of the rounds."""

    id: str
    label: Text
    place: Place


class Rolls(Frozen):
    """Who voted in both: ``few`` where some did in one only, but too few to say how many. ``joined`` and ``left``
    count voters, and are None then."""

    differ: bool
    few: bool = False
    joined: int | None = None
    left: int | None = None


class Movement(Frozen):
    """``rows`` go by the places of the later round. ``notes`` say the rest in sentences; ``table`` says ``rows``."""

    before: RoundName
    after: RoundName
    rows: tuple[Moved, ...]
    dropped: tuple[OnlyOnce, ...]
    added: tuple[OnlyOnce, ...]
    agreement: tuple[Agreement | None, Agreement | None]
    rolls: Rolls
    notes: tuple[Text, ...]
    table: Table


def compared(
    before: tuple[RoundName, Outcome, Agreement | None],
    after: tuple[RoundName, Outcome, Agreement | None],
    rolls: Rolls,
    unit: Literal["seat", "delegation"],
) -> Movement | None:
    """None where the two have fewer than two options with places in common."""
    (first, old, old_agreement), (second, new, new_agreement) = before, after
    then, now = _placed(old), _placed(new)
    both = [id_ for id_ in now if id_ in then]
    if len(both) < 2:
        return None
    starts, ends = _among(both, then), _among(both, now)
    rows = tuple(
        Moved(
            id=id_,
            label=now[id_].label,
            before=_place(then[id_]),
            after=_place(now[id_]),
            start=starts[id_],
            end=ends[id_],
            way=_way(starts[id_], ends[id_]),
        )
        for id_ in both
    )
    dropped, added = _once(then, now), _once(now, then)
    agreement = (old_agreement, new_agreement)
    return Movement(
        before=first,
        after=second,
        rows=rows,
        dropped=dropped,
        added=added,
        agreement=agreement,
        rolls=rolls,
        notes=(
            words.voted(
                first.label, second.label, (first.voted, first.delegations), (second.voted, second.delegations), unit
            ),
            words.rolls(rolls.differ, rolls.joined, rolls.left, unit),
            *words.agreement(*agreement),
            *words.lists([option.label for option in dropped], [option.label for option in added]),
        ),
        table=_table(first, second, rows),
    )


def _placed(outcome: Outcome) -> dict[str, Finding]:
    """By place, level ones in the order of the outcome."""
    found = [finding for finding in outcome.findings if finding.place is not None]
    return {finding.id: finding for finding in sorted(found, key=_place)}


def _place(finding: Finding) -> Place:
    if finding.place is None:
        raise ValueError(finding.id)
    return finding.place


def _among(ids: Sequence[str], placed: dict[str, Finding]) -> dict[str, Place]:
    """Places among ``ids`` alone: what is left out no longer takes one, and ties stay ties."""
    places = [_place(placed[id_]) for id_ in ids]
    found: dict[str, Place] = {}
    for id_ in ids:
        own = _place(placed[id_])
        low = 1 + sum(1 for other in places if other < own)
        found[id_] = (low, low + places.count(own) - 1)
    return found


def _way(start: Place, end: Place) -> Way:
    if end[1] < start[0]:
        return "rose"
    return "fell" if end[0] > start[1] else "level"


def _once(here: dict[str, Finding], there: dict[str, Finding]) -> tuple[OnlyOnce, ...]:
    return tuple(
        OnlyOnce(id=id_, label=finding.label, place=_place(finding))
        for id_, finding in here.items()
        if id_ not in there
    )


def _table(first: RoundName, second: RoundName, rows: Sequence[Moved]) -> Table:
    lines: list[tuple[Cell, ...]] = [
        (row.label, place(*row.before), place(*row.after), words.way(row.way, row.start, row.end)) for row in rows
    ]
    return Table(
        title=words.TITLE,
        columns=(
            Column(label=words.OPTION),
            Column(label=words.place_in(first.label), kind="place"),
            Column(label=words.place_in(second.label), kind="place"),
            Column(label=words.CHANGE),
        ),
        rows=tuple(lines),
    )
