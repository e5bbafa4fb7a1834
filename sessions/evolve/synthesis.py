"""What syntheses, comments and agreements about notes change."""

from sessions import events as e
from sessions.evolve.apply import Apply
from sessions.lineage import Sort, give_number
from sessions.meeting import Meeting
from sessions.regimes import find_entry, is_looser
from sessions.synthesis import Comment, EntryRegime, Step, Synthesis


def _added(m: Meeting, event: e.SynthesisAdded, at: int) -> None:
    give_number(m.numbers, Sort.SYNTHESIS, event.synthesis)
    m.syntheses[event.synthesis] = Synthesis(event.synthesis, event.session, event.fields, at)


def _edited(m: Meeting, event: e.SynthesisEdited, at: int) -> None:
    synthesis = m.syntheses[event.synthesis]
    synthesis.fields, synthesis.at = event.fields, at
    synthesis.version += 1


def _withdrawn(m: Meeting, event: e.SynthesisWithdrawn, at: int) -> None:
    m.syntheses[event.synthesis].withdrawn = True


def _commented(m: Meeting, event: e.EntryCommented, at: int) -> None:
    m.comments[event.comment] = Comment(event.comment, event.entry, event.quote, event.text, at)


def _resolved(m: Meeting, event: e.CommentResolved, at: int) -> None:
    m.comments[event.comment].resolved_at = at if event.resolved else None


def _own(m: Meeting, entry: str) -> EntryRegime:
    found = find_entry(m, entry)
    return m.entry_regimes.setdefault(entry, EntryRegime(text=found[2].text if found else ""))


def _regime_set(m: Meeting, event: e.RegimeSet, at: int) -> None:
    own = _own(m, event.entry)
    own.set, own.asked = event.regime, None
    own.declined.clear()
    own.steps.append(Step(at, "set", event.regime, event.author))


def _regime_asked(m: Meeting, event: e.RegimeAsked, at: int) -> None:
    own = _own(m, event.entry)
    own.asked = event.regime
    own.declined.clear()
    own.steps.append(Step(at, "asked", event.regime, event.author))


def _consented(m: Meeting, event: e.EntryConsented, at: int) -> None:
    own = _own(m, event.entry)
    if event.regime is not None:
        own.quotable[event.delegation] = event.regime
        own.declined = [other for other in own.declined if other != event.delegation]
        own.steps.append(Step(at, "agreed", event.regime, delegation=event.delegation))
        return
    if event.delegation in own.quotable:
        own.steps.append(Step(at, "taken_back", own.quotable.pop(event.delegation), delegation=event.delegation))
        session = m.regime(m.activities[event.entry.partition(".")[0]])
        if own.set is not None and is_looser(own.set, session) and not own.covers(own.set):
            own.set = None
    else:
        own.steps.append(Step(at, "declined", own.asked, delegation=event.delegation))
    if own.asked is not None:
        own.declined.append(event.delegation)


APPLY: dict[type, Apply] = {
    e.SynthesisAdded: _added,
    e.SynthesisEdited: _edited,
    e.SynthesisWithdrawn: _withdrawn,
    e.EntryCommented: _commented,
    e.CommentResolved: _resolved,
    e.RegimeSet: _regime_set,
    e.RegimeAsked: _regime_asked,
    e.EntryConsented: _consented,
}
