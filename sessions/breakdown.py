"""What came of a vote by mechanism: asked for before it opens, and then shown whole or not at all.

A delegation belongs to one group: those of one mechanism only, of another only, of both. In a secret round every group
must have ``FEWEST_BALLOTS`` answers of ``FEWEST_DELEGATIONS`` delegations, or no group is shown: with one group
missing, the totals would give it away by subtraction. Abstentions are told for all groups together only.

Rounds of one series are looked at together. Whatever is shown of them, totals and groups, adds up from sets of people
who took part in the same rounds and are of the same group. Where one of those sets is too small, no round of the series
shows groups, whichever round came first.

Where votes are not secret there is nothing to hide, and no limit.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sessions import rounds
from sessions.activities.kind import Abstention, Cast, NotApplicable, VoteSetup
from sessions.activity import Activity, Round
from sessions.actor import Secrecy
from sessions.breakdown_words import FEWEST_BALLOTS, FEWEST_DELEGATIONS, TITLE
from sessions.meeting import Meeting
from sessions.outcomes import Cell, Column, Outcome, Table
from sessions.rounds import comparable
from sessions.text import Lang, Text, pick

OPTION: Text = {"es": "Opción", "en": "Option", "pt": "Opção"}
WITHHELD: Text = {
    "es": "no se muestra para proteger el secreto",
    "en": "not shown, to protect the secret ballot",
    "pt": "não se mostra para proteger o segredo",
}
_NONE: Text = {"es": "Sin mecanismo", "en": "No mechanism", "pt": "Sem mecanismo"}

_JOINED: dict[Lang, tuple[str, str]] = {
    "es": ("Solo {}", " y "),
    "en": ("{} only", " and "),
    "pt": ("Apenas {}", " e "),
}

Group = tuple[str, ...]
"""The mechanisms of a delegation, in the order of the meeting."""


@dataclass(frozen=True, slots=True)
class Split:
    """What sealing needs to tell groups apart. ``of_delegation`` goes by the keys that stand with the ballots;
    ``limits`` is False where nothing is secret."""

    groups: tuple[Group, ...]
    titles: Mapping[Group, Text]
    of_delegation: Mapping[str, Group]
    limits: bool
    meeting: Meeting
    activity: Activity
    round: Round
    known: bool = True
    """Whether it is known of every ballot whose it is: of those in envelopes it is not."""

    def safe(self, roll: Iterable[str]) -> bool:
        """Whether with this roll the rounds so far leave nobody alone."""
        rolls = [past.sealed.voters for past in comparable(self.meeting, self.activity, self.round)]
        return nobody_alone(self.meeting, self.activity, [*rolls, frozenset(roll)])


def group_of(meeting: Meeting, delegation: str) -> Group:
    own = meeting.delegations[delegation].mechanisms
    return tuple(mechanism for mechanism in meeting.mechanisms if mechanism in own)


def asked_for(activity: Activity) -> bool:
    setup = activity.prepared.setup
    return isinstance(setup, VoteSetup) and setup.breakdown == "mechanism"


def split(meeting: Meeting, activity: Activity, round_: Round, keys: Mapping[str, str]) -> Split | None:
    """How to tell the groups of a round apart; None where no breakdown was asked for. ``keys`` are the keys of
    delegations in that round, by delegation."""
    if not asked_for(activity):
        return None
    found = {group_of(meeting, meeting.seats[seat].delegation) for seat in round_.eligible}
    order = {mechanism: number for number, mechanism in enumerate(meeting.mechanisms)}
    groups = sorted(found, key=lambda group: (not group, [order[mechanism] for mechanism in group]))
    return Split(
        groups=tuple(groups),
        titles={group: _title(meeting, group) for group in groups},
        of_delegation={key: group_of(meeting, delegation) for delegation, key in keys.items()},
        limits=round_.secrecy is Secrecy.SECRET,
        meeting=meeting,
        activity=activity,
        round=round_,
    )


def table(split: Split, casts: Sequence[Cast[Any]], roll: Sequence[str], order: Sequence[str] = ()) -> Table:
    """The counts of each group side by side, or the one line that says why there are none. ``order`` is that of the
    whole outcome, by ids of rows: whoever compares reads both from the top."""
    if not split.known:
        return withheld()
    by_group: dict[Group, list[Cast[Any]]] = {group: [] for group in split.groups}
    for cast in casts:
        if not isinstance(cast.ballot, Abstention | NotApplicable):
            by_group[split.of_delegation[cast.delegation]].append(cast)
    if split.limits and not (_all_large(by_group.values()) and split.safe(roll)):
        return withheld()
    prepared = split.activity.prepared
    columns = [Column(label=OPTION)]
    rows: dict[str, list[Cell]] = {}
    for group in split.groups:
        answered = by_group[group]
        shown = prepared.kind.by_group(prepared.setup, answered)
        columns.append(Column(label=_numbered(split.titles[group], len(answered)), kind=shown.kind))
        for id_, label, cell in shown.rows:
            rows.setdefault(id_, [label]).append(cell)
    rank = {id_: place for place, id_ in enumerate(order)}
    # Rows of other sorts (an option by a criterion, bars of a poll) stay as their kind lists them.
    ordered = sorted(rows.items(), key=lambda row: rank[row[0]]) if rows.keys() <= rank.keys() else rows.items()
    return Table(title=TITLE, columns=tuple(columns), rows=tuple(tuple(cells) for _, cells in ordered))


def withheld() -> Table:
    return Table(title=TITLE, columns=(Column(label=TITLE),), rows=((WITHHELD,),))


def with_breakdown(outcome: Outcome, found: Table) -> Outcome:
    """``outcome`` with ``found`` as its last table, where exports find it."""
    return outcome.model_copy(update={"breakdown": found, "tables": (*outcome.tables, found)})


def outcome_of(meeting: Meeting, activity: Activity, round_: Round) -> Outcome:
    """What a counted round may show now: a later one may have left some people of a group alone. Raises ``ValueError``
    where it is not sealed."""
    outcome = rounds.outcome_of(meeting, activity, round_)
    if outcome.breakdown is None or round_.secrecy is not Secrecy.SECRET:
        return outcome
    rolls = [other.sealed.voters for other in comparable(meeting, activity)]
    if len(rolls) < 2 or nobody_alone(meeting, activity, rolls):
        return outcome
    others = tuple(table for table in outcome.tables if table != outcome.breakdown)
    return with_breakdown(outcome.model_copy(update={"tables": others}), withheld())


def nobody_alone(meeting: Meeting, activity: Activity, rolls: Sequence[frozenset[str]]) -> bool:
    """Whether all who took part in the same rounds and are of one group are enough not to be told apart."""
    together: defaultdict[tuple[Group, tuple[bool, ...]], set[str]] = defaultdict(set)
    for seat in frozenset().union(*rolls):
        delegation = meeting.seats[seat].delegation
        part = (group_of(meeting, delegation), tuple(seat in roll for roll in rolls))
        together[part].add(seat)
    shared = activity.prepared.unit == "delegation"
    for seats in together.values():
        delegations = {meeting.seats[seat].delegation for seat in seats}
        if len(delegations) < FEWEST_DELEGATIONS or len(delegations if shared else seats) < FEWEST_BALLOTS:
            return False
    return True


def _all_large(groups: Iterable[Sequence[Cast[Any]]]) -> bool:
    return all(
        len(casts) >= FEWEST_BALLOTS and len({cast.delegation for cast in casts}) >= FEWEST_DELEGATIONS
        for casts in groups
    )


def _title(meeting: Meeting, group: Group) -> Text:
    if not group:
        return _NONE
    names = [meeting.mechanisms[mechanism] for mechanism in group]
    said: Text = {}
    for lang, (alone, and_) in _JOINED.items():
        texts = [pick(name, lang) for name in names]
        said[lang] = alone.format(texts[0]) if len(texts) == 1 else and_.join([", ".join(texts[:-1]), texts[-1]])
    return said


def _numbered(title: Text, number: int) -> Text:
    return {lang: f"{text} ({number})" for lang, text in title.items()}
