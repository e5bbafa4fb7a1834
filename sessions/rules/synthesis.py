"""Syntheses, comments, and how far a note may travel."""

from sessions import commands as c
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Actor, Regime
from sessions.errors import Code, Refused
from sessions.events import Event, RecordedEntry
from sessions.meeting import Meeting
from sessions.regimes import entry_regime, find_entry, is_looser
from sessions.rules import find
from sessions.rules.context import Context
from sessions.rules.roadmap import author
from sessions.rules.sources import check_sources
from sessions.synthesis import Synthesis
from sessions.tables import tables_sat_at

MAX_SYNTHESES = 500
MAX_COMMENTS = 2000


def add_synthesis(meeting: Meeting, command: c.AddSynthesis, actor: Actor, context: Context) -> list[Event]:
    _general(actor)
    find.session(meeting, command.session)
    if command.synthesis in meeting.syntheses:
        raise Refused(Code.TAKEN, command.synthesis)
    if len(meeting.syntheses) >= MAX_SYNTHESES:
        raise Refused(Code.TOO_MANY)
    check_sources(meeting, command.fields.sources)
    return [e.SynthesisAdded(synthesis=command.synthesis, session=command.session, fields=command.fields)]


def _general(actor: Actor) -> None:
    """For the general rapporteur and the desk, who are of no table."""
    if actor.table is not None:
        raise Refused(Code.NOT_ALLOWED, actor.table)


def edit_synthesis(meeting: Meeting, command: c.EditSynthesis, actor: Actor, context: Context) -> list[Event]:
    synthesis = _there(meeting, command.synthesis, actor)
    if synthesis.fields == command.fields:
        return []
    if command.version != synthesis.version:
        raise Refused(Code.STALE_LINE, str(synthesis.version))
    check_sources(meeting, command.fields.sources, synthesis.fields.sources)
    return [e.SynthesisEdited(synthesis=command.synthesis, fields=command.fields)]


def _there(meeting: Meeting, id_: str, actor: Actor) -> Synthesis:
    _general(actor)
    synthesis = meeting.syntheses.get(id_)
    if synthesis is None or synthesis.withdrawn:
        raise Refused(Code.UNKNOWN_SOURCE, id_)
    return synthesis


def withdraw_synthesis(meeting: Meeting, command: c.WithdrawSynthesis, actor: Actor, context: Context) -> list[Event]:
    _general(actor)
    synthesis = meeting.syntheses.get(command.synthesis)
    if synthesis is None:
        raise Refused(Code.UNKNOWN_SOURCE, command.synthesis)
    return [] if synthesis.withdrawn else [e.SynthesisWithdrawn(synthesis=command.synthesis)]


def comment_entry(meeting: Meeting, command: c.CommentEntry, actor: Actor, context: Context) -> list[Event]:
    if command.comment in meeting.comments:
        raise Refused(Code.TAKEN, command.comment)
    if len(meeting.comments) >= MAX_COMMENTS:
        raise Refused(Code.TOO_MANY)
    _, entry = _readable(meeting, command.entry)
    if command.quote not in entry.text:
        raise Refused(Code.INVALID_COMMAND, "quote")
    event = e.EntryCommented(comment=command.comment, entry=command.entry, quote=command.quote, text=command.text)
    return [event]


def _readable(meeting: Meeting, id_: str) -> tuple[Activity, RecordedEntry]:
    """A note that somebody outside its table may read."""
    activity, _, entry = _entry(meeting, id_)
    if entry_regime(meeting, activity, id_) is Regime.RESERVED:
        raise Refused(Code.WITHHELD, id_)
    return activity, entry


def _entry(meeting: Meeting, id_: str) -> tuple[Activity, str, RecordedEntry]:
    found = find_entry(meeting, id_)
    if found is None:
        raise Refused(Code.UNKNOWN_ENTRY, id_)
    return found


def resolve_comment(meeting: Meeting, command: c.ResolveComment, actor: Actor, context: Context) -> list[Event]:
    comment = meeting.comments.get(command.comment)
    if comment is None:
        raise Refused(Code.UNKNOWN_ENTRY, command.comment)
    if actor.table is not None and comment.entry.split(".")[1] != actor.table:
        raise Refused(Code.NOT_ALLOWED, actor.table)
    if (comment.resolved_at is not None) == command.resolved:
        return []
    return [e.CommentResolved(comment=command.comment, resolved=command.resolved)]


def set_regime(meeting: Meeting, command: c.SetRegime, actor: Actor, context: Context) -> list[Event]:
    """Stricter is free. Looser takes the consent of a delegation that is quoted, or the table's validation. What holds
    already withdraws what was asked."""
    activity, table, _ = _entry(meeting, command.entry)
    if actor.table is not None and actor.table != table:
        raise Refused(Code.NOT_ALLOWED, table)
    own = meeting.entry_regimes.get(command.entry)
    now = entry_regime(meeting, activity, command.entry)
    asked = own.asked if own is not None else None
    if command.regime is (asked or now):
        return []
    by = author(meeting, actor)
    if not is_looser(command.regime, now) or (own is not None and own.covers(command.regime)):
        return [e.RegimeSet(entry=command.entry, regime=command.regime, author=by)]
    return [e.RegimeAsked(entry=command.entry, regime=command.regime, author=by)]


def consent_entry(meeting: Meeting, command: c.ConsentEntry, actor: Actor, context: Context) -> list[Event]:
    """Only for a note of a table where the seat sat: there its delegation could say it. A consent to what is asked
    moves the note at once."""
    activity, table, _ = _entry(meeting, command.entry)
    if actor.seat is None:
        raise Refused(Code.NOT_ALLOWED)
    seat = find.seat(meeting, actor.seat)
    if table not in tables_sat_at(meeting, meeting.sessions[activity.session], seat.id):
        raise Refused(Code.NOT_ALLOWED, table)
    own, delegation = meeting.entry_regimes.get(command.entry), seat.delegation
    asked = own.asked if own is not None else None
    given = own.quotable.get(delegation) if own is not None else None
    declines = command.regime is None and own is not None and asked is not None and delegation not in own.declined
    if given is command.regime and not declines:
        return []
    consented = e.EntryConsented(entry=command.entry, delegation=delegation, regime=command.regime)
    if asked is None or command.regime is None or is_looser(asked, command.regime):
        return [consented]
    return [consented, e.RegimeSet(entry=command.entry, regime=asked)]
