"""The roadmap, the syntheses and the chain, as the report tells them: only what each object's regime allows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sessions.actor import Regime
from sessions.chain import chain, written
from sessions.codes import code_of
from sessions.lineage import Parent, Sort
from sessions.meeting import Meeting
from sessions.nodes import PUBLIC, Node, node_of
from sessions.regimes import line_regime, synthesis_regime
from sessions.report.roadmap_shapes import (
    ReportChallenge,
    ReportCooperation,
    ReportDelegation,
    ReportFollowUp,
    ReportIndicator,
    ReportLine,
    ReportLink,
    ReportNode,
    ReportRemark,
    ReportSource,
    ReportSynthesis,
    ReportTimeFrame,
    ReportTombstone,
    ReportWithheld,
)
from sessions.roadmap.fields import LineFields
from sessions.roadmap.line import Line
from sessions.synthesis import Synthesis
from sessions.views.roadmap import counts, remarks, shortened

_KEY = {
    Sort.OUTCOME: "outcome",
    Sort.SYNTHESIS: "synthesis",
    Sort.LINE: "line",
    Sort.PRACTICE: "practice",
    Sort.EARLIER: "earlier",
}
_WRITTEN = frozenset({Sort.ENTRY, Sort.IDEA, Sort.OFFER, Sort.NEED})


@dataclass(frozen=True, slots=True)
class Origins:
    """The chain of the meeting as it may leave the house."""

    meeting: Meeting
    nodes: dict[tuple[Sort, str], Node] = field(default_factory=dict)

    @classmethod
    def of(cls, meeting: Meeting) -> "Origins":
        return cls(meeting, {(node.sort, node.id): node for node in chain(meeting, PUBLIC)})

    def node(self, parent: Parent) -> Node:
        place = (parent.sort, parent.node)
        return self.nodes.get(place) or node_of(self.meeting, *place, PUBLIC)

    def sources(self, parents: Iterable[Parent]) -> tuple[ReportSource, ...]:
        return tuple(_source(self.meeting, parent, self.node(parent)) for parent in parents)

    def written(self, sort: Sort, id_: str) -> str:
        return written(self.nodes, self.nodes[(sort, id_)])


def tell(meeting: Meeting) -> dict[str, Any]:
    """The members of the report that are of the roadmap."""
    origins = Origins.of(meeting)
    return {
        "roadmap": tuple(_lines(meeting, origins)),
        "syntheses": tuple(_synthesis(meeting, s, origins) for s in meeting.syntheses.values() if not s.withdrawn),
        "earlier": tuple(_earlier(meeting)),
        "lineage": tuple(_node(node) for node in origins.nodes.values()),
        "withheld": tuple(_withheld(origins)),
        "tombstones": tuple(_tombstones(meeting, origins)),
    }


def _source(meeting: Meeting, parent: Parent, node: Node) -> ReportSource:
    found: dict[str, Any] = {"code": node.code, "why": parent.why.value}
    found |= _place(parent, node)
    if node.withheld or node.tombstone:
        found |= {"id": node.id, "regime": node.regime.value if node.regime else None}
        found |= {"withheld": node.withheld, "tombstone": node.tombstone}
    if parent.sort is Sort.EARLIER and node.id in meeting.earlier:
        found["meeting"] = meeting.earlier[node.id].line.meeting
    return ReportSource(**found)


def _place(parent: Parent, node: Node) -> dict[str, str | None]:
    """Where it stands in the file. Of what is withheld, nothing but its id."""
    if parent.sort is Sort.OUTCOME and parent.part is None:
        return {"session": node.session, "activity": parent.id}
    key = "entry" if parent.sort in _WRITTEN else _KEY.get(parent.sort)
    own = {key: node.id} if key else {}
    return {"session": node.session, "activity": node.activity, **own}


def _lines(meeting: Meeting, origins: Origins) -> Iterator[ReportLine]:
    """In the order of the roadmap. Withdrawn ones are tombstones."""
    for line in (meeting.lines[id_] for id_ in meeting.line_order):
        if not line.withdrawn:
            yield _line(meeting, line, origins)


def _line(meeting: Meeting, line: Line, origins: Origins) -> ReportLine:
    regime = line_regime(meeting, line)
    told: dict[str, Any] = {"withheld": True}
    if regime is not Regime.RESERVED:
        told = {
            **_columns(meeting, line.fields),
            "participants": _delegations(meeting, line.participants),
            "remarks": tuple(_remarks(meeting, line, regime)),
            "sources": origins.sources(line.fields.sources),
            "chain": origins.written(Sort.LINE, line.id),
            "version": line.version,
        }
    return ReportLine(
        id=line.id,
        code=code_of(meeting, Sort.LINE, line.id),
        session=line.session,
        table=line.table,
        regime=regime.value,
        status=line.status.value,
        answers=counts(line),
        **told,
    )


def _columns(meeting: Meeting, fields: LineFields) -> dict[str, Any]:
    theme = next((theme for theme in meeting.themes if theme.id == fields.theme), None)
    return {
        "theme": fields.theme,
        "theme_name": theme.name if theme else None,
        "challenge": _challenge(meeting, fields),
        "activity": fields.activity,
        "output": fields.output,
        "mechanism": fields.mechanism.value if fields.mechanism else None,
        "alignment": fields.alignment,
        "leads": _delegations(meeting, fields.leads),
        "institution": fields.institution,
        "support": fields.support,
        "time_frame": ReportTimeFrame(quarter=fields.quarter, year=fields.year, milestone=fields.milestone),
        "indicator": ReportIndicator(text=fields.indicator, baseline=fields.baseline, target=fields.target),
        "verification": fields.verification,
        "cooperation": ReportCooperation(
            kind=fields.cooperation.value if fields.cooperation else None, amount=fields.amount
        ),
    }


def _challenge(meeting: Meeting, fields: LineFields) -> ReportChallenge | None:
    if fields.challenge is None:
        return None
    found = next((challenge for challenge in meeting.bank if challenge.id == fields.challenge), None)
    return ReportChallenge(
        id=fields.challenge,
        name=found.short if found else None,
        position=fields.position,
        stability=fields.stability,
    )


def _delegations(meeting: Meeting, ids: Iterable[str]) -> tuple[ReportDelegation, ...]:
    return tuple(ReportDelegation(id=id_, name=meeting.delegations[id_].name) for id_ in ids)


def _remarks(meeting: Meeting, line: Line, regime: Regime) -> Iterator[ReportRemark]:
    if line.fields.remarks:
        yield ReportRemark(text=line.fields.remarks)
    for remark in remarks(line, regime):
        named = _delegations(meeting, [remark["delegation"]]) if remark["delegation"] else (None,)
        yield ReportRemark(text=remark["text"], answer=remark["answer"], delegation=named[0])


def _synthesis(meeting: Meeting, synthesis: Synthesis, origins: Origins) -> ReportSynthesis:
    regime = synthesis_regime(meeting, synthesis)
    hidden = regime is Regime.RESERVED
    return ReportSynthesis(
        id=synthesis.id,
        code=code_of(meeting, Sort.SYNTHESIS, synthesis.id),
        session=synthesis.session,
        regime=regime.value,
        heading=synthesis.fields.heading,
        text=None if hidden else synthesis.fields.text,
        sources=() if hidden else origins.sources(synthesis.fields.sources),
        withheld=hidden,
    )


def _earlier(meeting: Meeting) -> Iterator[ReportFollowUp]:
    for kept in meeting.earlier.values():
        yield ReportFollowUp(
            **kept.line.model_dump(),
            progress=kept.progress.value,
            note=kept.note,
        )


def _node(node: Node) -> ReportNode:
    return ReportNode(
        sort=node.sort.value,
        id=node.id,
        code=node.code,
        text=shortened(node.text),
        regime=node.regime.value if node.regime else None,
        session=node.session,
        parents=tuple(ReportLink(sort=p.sort.value, id=p.node, why=p.why.value) for p in node.parents),
        withheld=node.withheld,
        tombstone=node.tombstone,
    )


def _withheld(origins: Origins) -> Iterator[ReportWithheld]:
    for node in origins.nodes.values():
        if node.withheld and node.regime is not None:
            yield ReportWithheld(id=node.id, code=node.code, regime=node.regime.value)


def _tombstones(meeting: Meeting, origins: Origins) -> Iterator[ReportTombstone]:
    for node in origins.nodes.values():
        if node.tombstone:
            of = meeting.earlier[node.id].line.meeting if node.sort is Sort.EARLIER and node.text else None
            yield ReportTombstone(id=node.id, code=node.code, tombstone=True, meeting=of)
