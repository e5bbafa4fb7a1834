"""What votes change that were entered for people without a phone."""

from sessions import events as e
from sessions.evolve.apply import Apply, round_of
from sessions.meeting import Meeting


def _source(m: Meeting, event: e.SourceSet, at: int) -> None:
    round_ = round_of(m, event)
    before = round_.apart.pop(event.seat, "phone")
    if event.source != "phone":
        round_.apart[event.seat] = event.source
    if "hands" in (before, event.source):
        round_.hands = {}  # counted of others than those who vote so now


def _paper(m: Meeting, event: e.PaperCast, at: int) -> None:
    round_ = round_of(m, event)
    if event.envelope is None:
        round_.voted[event.voter] = event.delegation
        round_.paper = sorted({*round_.paper, event.voter})
    else:
        round_.envelopes = sorted({*round_.envelopes, event.envelope})


def _hands(m: Meeting, event: e.HandsEntered, at: int) -> None:
    round_of(m, event).hands = dict(event.counts)


def _finished(m: Meeting, event: e.PaperFinished, at: int) -> None:
    round_of(m, event).paper_done = True


APPLY: dict[type, Apply] = {
    e.SourceSet: _source,
    e.PaperCast: _paper,
    e.HandsEntered: _hands,
    e.PaperFinished: _finished,
}
