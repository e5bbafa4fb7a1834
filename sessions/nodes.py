"""One object of the meeting with its short code, what it says, and what it came from.

An object shows of its parents only what their regime allows. Outside its table, what was said in a reserved session is
a code without content; a published chain leaves out what a table marked sensitive too. What was deleted stays as a
tombstone wherever something came from it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from sessions.activity import Activity, Sealed
from sessions.actor import Frozen, Regime
from sessions.board import Item, Status
from sessions.codes import code_of
from sessions.lineage import Parent, Sort, Why, coded
from sessions.meeting import Meeting
from sessions.outcomes import Finding
from sessions.regimes import SENSITIVE, entry_regime, find_entry, line_regime, quotable, synthesis_regime
from sessions.roadmap.line import Line
from sessions.text import Text

# From left to right: read back, a plain text stays one. Spelt alike everywhere: typing keeps the first order it meets.
Words = Annotated[str | Text | None, Field(union_mode="left_to_right")]


ON_BOARDS = (Sort.IDEA, Sort.OFFER, Sort.NEED)
"""What people write, and a moderator arranges."""


class Node(Frozen):
    """``id`` is unique among its ``sort``. ``text`` is None where it is withheld or deleted; so are ``parents`` of what
    is withheld. ``delegations`` agreed to be quoted with it. ``session`` is the one it belongs to."""

    sort: Sort
    id: str
    code: str
    text: Words = None
    regime: Regime | None = None
    session: str | None = None
    activity: str | None = None
    delegations: tuple[str, ...] = ()
    parents: tuple[Parent, ...] = ()
    withheld: bool = False
    tombstone: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a chain is made. ``published``: it leaves the house in a report or an export."""

    published: bool = False


WRITERS = Reader()
"""Those who write the report, on their pages."""

PUBLIC = Reader(published=True)
"""Whoever reads what was exported."""


def node_of(meeting: Meeting, sort: Sort, id_: str, reader: Reader) -> Node:
    """One object as ``reader`` may see it; a tombstone where it is not there any more."""
    found = _FIND.get(sort, _nothing)(meeting, id_, reader)
    if found is None:
        return Node(sort=sort, id=id_, code=code_of(meeting, sort, id_), tombstone=True)
    if found.withheld:
        return Node(sort=sort, id=id_, code=found.code, regime=found.regime, withheld=True)
    return found


def _entry(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    """Made once for as long as nothing changes in its activity: there may be thousands."""
    place, as_of = ("entry", id_, reader.published), meeting.memory.as_of(id_.partition(".")[0])
    return meeting.memory.kept(place, as_of, lambda: _noted(meeting, id_, reader))


def _noted(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    found = find_entry(meeting, id_)
    if found is None:
        return None
    activity, _, entry = found
    regime = entry_regime(meeting, activity, id_)
    return Node(
        sort=Sort.ENTRY,
        id=id_,
        code=code_of(meeting, Sort.ENTRY, id_),
        text=entry.text,
        regime=regime,
        session=activity.session,
        activity=activity.plan.id,
        delegations=quotable(meeting, activity, id_),
        withheld=regime is Regime.RESERVED or (reader.published and SENSITIVE in entry.flags),
    )


def _outcome(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    """One finding, or with the id of an activity all that it settled."""
    activity = meeting.activities.get(id_.partition(".")[0])
    sealed = activity.latest_revealed if activity else None
    if activity is None or sealed is None or activity.plan.trial:
        return None
    regime = meeting.regime(activity)
    # Of what is on a board the parents have their codes from elsewhere; all else hangs on plan and sealing alone.
    place = (Sort.OUTCOME, id_, code_of(meeting, Sort.OUTCOME, id_), regime, activity.session)
    plan, settled, made = meeting.memory.made.get(place, (None, None, None))
    if plan is activity.plan and settled is sealed and not activity.boards:
        known: Node | None = made
        return known
    node = _settled(meeting, activity, sealed, id_)
    meeting.memory.made[place] = (activity.plan, sealed, node)
    return node


def _settled(meeting: Meeting, activity: Activity, sealed: Sealed, id_: str) -> Node | None:
    own, regime = id_.partition(".")[2], meeting.regime(activity)
    finding = next((finding for finding in sealed.outcome.findings if finding.id == own), None)
    if own and finding is None:
        return None
    return Node(
        sort=Sort.OUTCOME,
        id=id_,
        code=code_of(meeting, Sort.OUTCOME, id_),
        text=(finding.text or finding.label) if finding else activity.plan.title,
        regime=regime,
        session=activity.session,
        activity=activity.plan.id,
        parents=_of_finding(meeting, activity, finding) if finding else _findings(activity),
        withheld=regime is Regime.RESERVED,
    )


def _written(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    """An idea, an offer or a need: what somebody wrote, or what the board made of several. Withheld while the moderator
    keeps it off the list. Made once for as long as it is the same: there may be thousands."""
    found = _home(meeting, id_)
    item = found.board.items[id_] if found else None
    if found is None or item is None or item.status is Status.WITHDRAWN:
        return None
    place, as_of = ("written", id_), meeting.memory.as_of(found.plan.id)
    of, at, made = meeting.memory.made.get(place, (None, None, None))
    if of is not item or at != as_of:
        new = _node_of_item(meeting, found, item)
        made = made if made == new else new  # the same object, for whoever makes something of it
        meeting.memory.made[place] = item, as_of, made
    node: Node | None = made
    return node


def _node_of_item(meeting: Meeting, activity: Activity, item: Item) -> Node:
    regime = meeting.regime(activity)
    return Node(
        sort=item.sort,
        id=item.id,
        code=code_of(meeting, item.sort, item.id),
        text=item.text,
        regime=regime,
        session=activity.session,
        activity=activity.plan.id,
        parents=item.parents,
        withheld=regime is Regime.RESERVED or item.status in {Status.WAITING, Status.HIDDEN},
    )


def _home(meeting: Meeting, id_: str) -> Activity | None:
    """The activity in which something was written; once found, it is known."""
    known = meeting.activities.get(meeting.memory.made.get(("home", id_), ""))
    if known is None or id_ not in known.board.items:
        known = next((a for a in meeting.activities.values() if id_ in a.board.items), None)
        if known is not None:
            meeting.memory.made[("home", id_)] = known.plan.id
    return known


def _findings(activity: Activity) -> tuple[Parent, ...]:
    sealed = activity.latest_revealed
    found = sealed.outcome.findings if sealed else ()
    return tuple(Parent(sort=Sort.OUTCOME, id=activity.plan.id, part=finding.id, why=Why.MERGE) for finding in found)


def _of_finding(meeting: Meeting, activity: Activity, finding: Finding) -> tuple[Parent, ...]:
    """What the option was before people chose it: an idea that was promoted, or a challenge of the bank. What a board
    settled is named by the codes of what was written: an idea that was kept, an offer and a need that met."""
    if activity.boards:
        found = coded(meeting.numbers, finding.id)
        return tuple(Parent(sort=sort, id=id_, why=Why.PROMOTE) for sort, id_ in found if id_ in activity.board.items)
    for option in getattr(activity.prepared.setup, "options", None) or ():
        if option.id == finding.id and option.parents:
            parents: tuple[Parent, ...] = option.parents
            return parents
    if any(challenge.id == finding.id for challenge in meeting.bank):
        return (Parent(sort=Sort.CHALLENGE, id=finding.id, why=Why.PROMOTE),)
    return ()


def _synthesis(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    synthesis = meeting.syntheses.get(id_)
    if synthesis is None or synthesis.withdrawn:
        return None
    regime = synthesis_regime(meeting, synthesis)
    return Node(
        sort=Sort.SYNTHESIS,
        id=id_,
        code=code_of(meeting, Sort.SYNTHESIS, id_),
        text=synthesis.fields.text,
        regime=regime,
        session=synthesis.session,
        parents=synthesis.fields.sources,
        withheld=regime is Regime.RESERVED,
    )


def _practice(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    practice = meeting.practices.get(id_)
    if practice is None or practice.withdrawn:
        return None
    regime = meeting.sessions[practice.session].plan.regime
    named = practice.named and practice.delegation is not None and regime is not Regime.RESERVED
    return Node(
        sort=Sort.PRACTICE,
        id=id_,
        code=code_of(meeting, Sort.PRACTICE, id_),
        text=practice.fields.title,
        regime=regime,
        session=practice.session,
        delegations=(practice.delegation,) if named and practice.delegation is not None else (),
        parents=practice.fields.sources,
        withheld=regime is Regime.RESERVED,
    )


def _line(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    line: Line | None = meeting.lines.get(id_)
    if line is None or line.withdrawn:
        return None
    regime = line_regime(meeting, line)
    return Node(
        sort=Sort.LINE,
        id=id_,
        code=code_of(meeting, Sort.LINE, id_),
        text=line.fields.activity,
        regime=regime,
        session=line.session,
        parents=line.fields.sources,
        withheld=regime is Regime.RESERVED,
    )


def _challenge(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    found = next((challenge for challenge in meeting.bank if challenge.id == id_), None)
    return Node(sort=Sort.CHALLENGE, id=id_, code=id_, text=found.text) if found else None


def _earlier(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    """Of another meeting: its code and what it said, always as a tombstone here."""
    found = meeting.earlier.get(id_)
    if found is None:
        return None
    return Node(sort=Sort.EARLIER, id=id_, code=found.line.code, text=found.line.activity, tombstone=True)


def _nothing(meeting: Meeting, id_: str, reader: Reader) -> Node | None:
    return None


_FIND: dict[Sort, Callable[[Meeting, str, Reader], Node | None]] = {
    **dict.fromkeys(ON_BOARDS, _written),
    Sort.ENTRY: _entry,
    Sort.OUTCOME: _outcome,
    Sort.SYNTHESIS: _synthesis,
    Sort.PRACTICE: _practice,
    Sort.LINE: _line,
    Sort.CHALLENGE: _challenge,
    Sort.EARLIER: _earlier,
}
