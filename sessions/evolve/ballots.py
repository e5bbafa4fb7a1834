"""What ballots and their counting change."""

from sessions import events as e
from sessions.activity import Sealed
from sessions.actor import Secrecy
from sessions.evolve.apply import Apply, round_of
from sessions.lineage import Sort, give_number, outcome_id
from sessions.meeting import Meeting


def _cast(m: Meeting, event: e.BallotCast, at: int) -> None:
    round_of(m, event).voted[event.voter] = event.delegation


def cast(m: Meeting, event: e.CastFields) -> None:
    """The same of fields."""
    m.activities[event["activity"]].rounds[event["round"] - 1].voted[event["voter"]] = event["delegation"]


def _sealed(m: Meeting, event: e.OutcomeSealed, at: int) -> None:
    round_ = round_of(m, event)
    round_.sealed = Sealed(event.outcome, event.digest, event.roll, at)
    if round_.secrecy is Secrecy.SECRET:
        round_.voted.clear()
        round_.envelopes.clear()
    if m.activities[event.activity].plan.trial:
        return  # no code is used up: a gap in a report would tell of it
    for finding in event.outcome.findings:
        give_number(m.numbers, Sort.OUTCOME, outcome_id(event.activity, finding.id))


APPLY: dict[type, Apply] = {
    e.BallotCast: _cast,
    e.OutcomeSealed: _sealed,
}
