"""Rounds side by side: those of one activity, and those of activities that follow one another.

Nothing is deleted: opening again makes a new round, and an activity that ``follows`` another is its next round, on the
same list or a shorter one, on the same day or another.

What two rounds may show together: in secret, two closings that differ by few voters tell how those voted, to whoever
subtracts the figures. So where two rounds of a series asked the same, at least one of them in secret, and fewer than
``FEWEST_VOTERS`` voters or ``FEWEST_DELEGATIONS`` delegations voted in only one of them, the earlier one keeps its
places and gives up its figures, from the moment the later one is counted. How many differ is not said then either.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sessions import movement_words as words
from sessions.activity import Activity, Round, Sealed
from sessions.actor import Regime, Secrecy
from sessions.meeting import Meeting
from sessions.movement import Movement, Rolls, RoundName, compared
from sessions.outcomes import Column, Counted, Outcome, Table
from sessions.ranking.agreement import Agreement
from sessions.ranking.wording import place

FEWEST_VOTERS = 5
FEWEST_DELEGATIONS = 3


class Past(NamedTuple):
    """A round that was counted."""

    activity: Activity
    round: Round
    sealed: Sealed


def series(meeting: Meeting, activity: Activity) -> list[Activity]:
    """The activities of whose rounds ``activity`` has the latest, from the first on; it comes last itself."""
    found = [activity]
    while (before := meeting.activities.get(found[0].plan.follows or "")) is not None and before not in found:
        found.insert(0, before)
    return found


def earlier(activity: Activity) -> list[Round]:
    """The revealed rounds before the latest one."""
    return [round_ for round_ in activity.rounds[:-1] if round_.revealed_at is not None]


def outcome_of(meeting: Meeting, activity: Activity, round_: Round) -> Outcome:
    """What a counted round may show. Raises ``ValueError`` where it is not sealed."""
    if round_.sealed is None:
        raise ValueError("not sealed")
    outcome = round_.sealed.outcome
    return _places_only(outcome) if places_only(meeting, activity, round_) else outcome


def places_only(meeting: Meeting, activity: Activity, round_: Round) -> bool:
    """Whether a later round of the series is too near to this one; see the top of this module."""
    if round_.sealed is None or (len(activity.rounds) < 2 and not _followers(meeting, activity)):
        return False
    this = Past(activity, round_, round_.sealed)
    return any(_too_near(meeting, this, later) for later in _later(meeting, this))


def comparable(meeting: Meeting, activity: Activity, before: Round | None = None) -> list[Past]:
    """The counted rounds of all series that go through ``activity``, which asked what it asked, its own among them;
    only those that came before its round ``before``, where one is given. Some of them in secret."""
    others = [] if before else _followers(meeting, activity)
    found = [past for each in (*series(meeting, activity), *others) for past in _counted(each)]
    this = activity.prepared
    return [
        past
        for past in found
        if this.kind.same_scale(past.activity.prepared.setup, this.setup)
        and not (before and past.activity is activity and past.round.number >= before.number)
    ]


def movement(meeting: Meeting, activity: Activity, round_: Round) -> Movement | None:
    """From the revealed round before ``round_`` in its series; None for the first, and where nothing has places.
    What came of a reserved session is compared in reserved sessions only."""
    if round_.sealed is None:
        return None
    this = Past(activity, round_, round_.sealed)
    before = next((past for past in reversed(_counted_before(meeting, this)) if past.round.revealed_at), None)
    if before is None or _leaves_reserve(meeting, before, this):
        return None
    return compared(
        (_name(before, this), before.sealed.outcome, _agreement(before)),
        (_name(this, before), this.sealed.outcome, _agreement(this)),
        _rolls(meeting, before, this),
        activity.prepared.unit,
    )


def _counted(activity: Activity) -> Iterator[Past]:
    for round_ in activity.rounds:
        if round_.sealed is not None:
            yield Past(activity, round_, round_.sealed)


def _counted_before(meeting: Meeting, this: Past) -> list[Past]:
    """The rounds before this one, in their order; those of an activity that follows came after all of the one before
    it, whenever that was opened again."""
    found = [past for activity in series(meeting, this.activity) for past in _counted(activity)]
    return found[: next(i for i, past in enumerate(found) if past.round is this.round)]


def _followers(meeting: Meeting, activity: Activity) -> list[Activity]:
    """Every activity whose series goes through this one."""
    if activity.plan.id not in meeting.followed:
        return []
    others = (a for a in meeting.activities.values() if a.plan.follows is not None and a is not activity)
    return [other for other in others if any(a is activity for a in series(meeting, other))]


def _later(meeting: Meeting, this: Past) -> Iterator[Past]:
    yield from (past for past in _counted(this.activity) if past.round.number > this.round.number)
    for follower in _followers(meeting, this.activity):
        yield from _counted(follower)


def _too_near(meeting: Meeting, this: Past, later: Past) -> bool:
    if Secrecy.SECRET not in (this.round.secrecy, later.round.secrecy):
        return False
    mine, other = this.activity.prepared, later.activity.prepared
    return mine.kind is other.kind and mine.kind.same_scale(mine.setup, other.setup) and _few(meeting, this, later)


def _voters(meeting: Meeting, past: Past) -> frozenset[str]:
    """Seats that voted; delegations where those have one ballot each."""
    if past.activity.prepared.unit == "delegation":
        return frozenset(meeting.seats[seat].delegation for seat in past.sealed.voters)
    return past.sealed.voters


def _few(meeting: Meeting, one: Past, other: Past) -> bool:
    """Whether some voted in one of the two only, but too few to hide among each other."""
    apart = one.sealed.voters ^ other.sealed.voters
    delegations = {meeting.seats[seat].delegation for seat in apart}
    voters = _voters(meeting, one) ^ _voters(meeting, other)
    return bool(apart) and (len(voters) < FEWEST_VOTERS or len(delegations) < FEWEST_DELEGATIONS)


def _rolls(meeting: Meeting, before: Past, after: Past) -> Rolls:
    then, now = _voters(meeting, before), _voters(meeting, after)
    if then == now:
        return Rolls(differ=False)
    secret = Secrecy.SECRET in (before.round.secrecy, after.round.secrecy)
    if secret and _few(meeting, before, after):
        return Rolls(differ=True, few=True)
    return Rolls(differ=True, joined=len(now - then), left=len(then - now))


def _leaves_reserve(meeting: Meeting, before: Past, after: Past) -> bool:
    reserved = (Regime.RESERVED is meeting.regime(past.activity) for past in (before, after))
    return tuple(reserved) == (True, False)


def _agreement(past: Past) -> Agreement | None:
    return past.activity.prepared.kind.agreement(past.sealed.outcome)


def _name(past: Past, other: Past) -> RoundName:
    """By its code, and by its number where that tells the two apart, or where it was not the first."""
    code, number = past.activity.plan.code, past.round.number
    label = words.round_label(number)
    if past.activity is not other.activity:
        label = {lang: f"{code}, {text}" if number > 1 else code for lang, text in label.items()}
    counted = past.sealed.outcome.counted
    return RoundName(
        activity=past.activity.plan.id,
        round=number,
        label=label,
        voted=counted.voted,
        delegations=counted.delegations,
    )


def _places_only(outcome: Outcome) -> Outcome:
    """The same without any figure but how many voted. What has no place is gone."""
    placed = [finding for finding in outcome.findings if finding.place is not None]
    findings = tuple(finding.model_copy(update={"count": None}) for finding in placed)
    columns = (Column(label=words.OPTION), Column(label=words.POSITION, kind="place"))
    rows = tuple((finding.label, place(*finding.place)) for finding in findings if finding.place is not None)
    return Outcome(
        counted=Counted(voted=outcome.counted.voted, delegations=outcome.counted.delegations),
        result={"places_only": True},
        findings=findings,
        tables=(Table(title=words.PLACES, columns=columns, rows=rows),) if rows else (),
        how=words.PLACES_ONLY,
    )
