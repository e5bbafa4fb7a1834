"""What those who write the report see of the roadmap, the syntheses and the chain.

Rules: what a reserved session agrees or said is a code here; of delegations only what they did in their own name, or
where the regime names them.
"""

from typing import Any

from sessions.actor import Regime
from sessions.chain import groups
from sessions.codes import code_of, roadmap_year
from sessions.lineage import Parent, Sort
from sessions.meeting import Meeting
from sessions.nodes import WRITERS, Node, node_of
from sessions.regimes import ATTRIBUTES, line_regime, synthesis_regime
from sessions.roadmap.line import Change, Line
from sessions.roadmap.reading import Answer
from sessions.synthesis import Synthesis
from sessions.text import Text
from sessions.views import roadmap_shapes as shapes

_LABEL = 120


def project(meeting: Meeting) -> dict[str, Any]:
    view: dict[str, Any] = {
        "bank": _bank(meeting),
        "roadmap": _roadmap(meeting),
        "lineage": _lineage(meeting),
        "comments": _comments(meeting),
    }
    for id_, line in meeting.lines.items():
        view[f"line/{id_}"] = _line(meeting, line)
        view[f"history/{id_}"] = _history(meeting, line)
    for id_, synthesis in meeting.syntheses.items():
        view[f"synthesis/{id_}"] = _synthesis(meeting, synthesis)
    return view


def _bank(meeting: Meeting) -> shapes.BankValue:
    return {
        "themes": [{"id": theme.id, "name": theme.name} for theme in meeting.themes],
        "challenges": [{"id": c.id, "theme": c.theme, "short": c.short} for c in meeting.bank],
        "states": [id_ for id_, delegation in meeting.delegations.items() if delegation.kind == "state"],
    }


def _roadmap(meeting: Meeting) -> shapes.RoadmapValue:
    return {
        "year": roadmap_year(meeting),
        "lines": list(meeting.line_order),
        "earlier": [
            {
                "id": id_,
                "code": kept.line.code,
                "meeting": kept.line.meeting,
                "activity": kept.line.activity,
                "theme": kept.line.theme,
                "target": kept.line.target,
                "status": kept.line.status,
                "progress": kept.progress.value,
                "note": kept.note,
            }
            for id_, kept in meeting.earlier.items()
        ],
    }


def _line(meeting: Meeting, line: Line) -> shapes.LineValue:
    regime = line_regime(meeting, line)
    hidden = regime is Regime.RESERVED
    return {
        "id": line.id,
        "code": code_of(meeting, Sort.LINE, line.id),
        "session": line.session,
        "table": line.table,
        "regime": regime.value,
        "status": line.status.value,
        "version": line.version,
        "changed_at": line.changed_at,
        "fields": None if hidden else fields_of(line),
        "sources": [] if hidden else [source(meeting, parent) for parent in line.fields.sources],
        "participants": [] if hidden else list(line.participants),
        "counts": counts(line),
        "remarks": [] if hidden else remarks(line, regime),
    }


def fields_of(line: Line) -> shapes.LineFieldsValue:
    plain: Any = line.fields.model_dump(mode="json", exclude={"sources"})
    fields: shapes.LineFieldsValue = plain
    return fields


def counts(line: Line) -> dict[str, int]:
    given = [answered.answer for answered in line.answers.values()]
    return {answer.value: given.count(answer) for answer in Answer}


def remarks(line: Line, regime: Regime) -> list[shapes.RemarkValue]:
    """Sorted by what they say: the order in which they came would tell who said them."""
    found: list[shapes.RemarkValue] = [
        {
            "answer": given.answer.value,
            "text": given.text,
            "delegation": id_ if given.attributed and regime in ATTRIBUTES else None,
        }
        for id_, given in line.answers.items()
        if given.text
    ]
    return sorted(found, key=lambda remark: (remark["answer"], remark["text"], remark["delegation"] or ""))


def source(meeting: Meeting, parent: Parent) -> shapes.SourceValue:
    node = node_of(meeting, parent.sort, parent.node, WRITERS)
    return {
        "sort": parent.sort.value,
        "id": parent.id,
        "part": parent.part,
        "why": parent.why.value,
        "code": node.code,
        "text": shortened(node.text),
        "withheld": node.withheld,
        "tombstone": node.tombstone,
    }


def shortened(text: str | Text | None) -> str | Text | None:
    if isinstance(text, dict):
        return {lang: _cut(words) for lang, words in text.items()}
    return None if text is None else _cut(text)


def _cut(words: str) -> str:
    return words if len(words) <= _LABEL else f"{words[: _LABEL - 1].rstrip()}…"


def _history(meeting: Meeting, line: Line) -> shapes.HistoryValue:
    hidden = line_regime(meeting, line) is Regime.RESERVED
    return {"changes": [_change(meeting, change, hidden) for change in line.history]}


def _change(meeting: Meeting, change: Change, hidden: bool) -> shapes.ChangeValue:
    """Who joined said so in the delegation's own name; who answered is told where the regime names delegations."""
    session = meeting.sessions.get(change.session or "")
    named = change.what in {"joined", "left"} or (session is not None and session.plan.regime in ATTRIBUTES)
    return {
        "at": change.at,
        "role": change.author.role.value,
        "table": change.author.table,
        "delegation": change.author.delegation if named and not hidden else None,
        "what": change.what,
        "before": {} if hidden else change.before,
        "after": {} if hidden else change.after,
    }


def _synthesis(meeting: Meeting, synthesis: Synthesis) -> shapes.SynthesisValue:
    regime = synthesis_regime(meeting, synthesis)
    hidden = regime is Regime.RESERVED
    return {
        "id": synthesis.id,
        "code": code_of(meeting, Sort.SYNTHESIS, synthesis.id),
        "session": synthesis.session,
        "regime": regime.value,
        "version": synthesis.version,
        "heading": synthesis.fields.heading,
        "text": None if hidden else synthesis.fields.text,
        "sources": [] if hidden else [source(meeting, parent) for parent in synthesis.fields.sources],
        "withdrawn": synthesis.withdrawn,
        "at": synthesis.at,
    }


def _comments(meeting: Meeting) -> shapes.CommentsValue:
    """Those on notes that may be read here: a comment quotes what it is about."""
    shown = [c for c in meeting.comments.values() if node_of(meeting, Sort.ENTRY, c.entry, WRITERS).text is not None]
    return {
        "comments": [
            {"id": c.id, "entry": c.entry, "quote": c.quote, "text": c.text, "at": c.at, "resolved_at": c.resolved_at}
            for c in shown
        ]
    }


def _asked(meeting: Meeting, entry: str) -> str | None:
    own = meeting.entry_regimes.get(entry)
    return own.asked.value if own is not None and own.asked is not None else None


def _lineage(meeting: Meeting) -> shapes.LineageValue:
    """Made once for as long as nothing of it changes."""
    as_of = meeting.memory.touched.chain, sum(map(len, meeting.numbers.values()))
    return meeting.memory.kept("lineage", as_of, lambda: _lineage_of(meeting))


def _lineage_of(meeting: Meeting) -> shapes.LineageValue:
    return {"nodes": [value for group in groups(meeting) for value in _group(meeting, group)]}


def _group(meeting: Meeting, nodes: tuple[Node, ...]) -> list[shapes.NodeValue]:
    """Of a sort; the same for as long as the group is."""
    place = ("lineage", nodes[0].sort) if nodes else ("lineage", None)
    of, before, values = meeting.memory.made.get(place, (None, {}, []))
    if of is not nodes:
        known: dict[int, _Valued] = {}
        for node in nodes:
            known[id(node)] = _valued(meeting, node, before.get(id(node)))
        values = [value for _, value in known.values()]
        meeting.memory.made[place] = nodes, known, values
    made: list[shapes.NodeValue] = values
    return made


_Valued = tuple[Node, shapes.NodeValue]


def _valued(meeting: Meeting, node: Node, known: _Valued | None) -> _Valued:
    """What is ``known``, for as long as it is of this node and says the same."""
    asked = _asked(meeting, node.id) if node.sort is Sort.ENTRY else None
    if known is not None and known[0] is node and known[1]["asked"] == asked:
        return known
    return node, _node_value(node, asked)


def _node_value(node: Node, asked: str | None) -> shapes.NodeValue:
    return {
        "sort": node.sort.value,
        "id": node.id,
        "code": node.code,
        "text": None if node.sort is Sort.LINE else shortened(node.text),
        "regime": node.regime.value if node.regime else None,
        "session": node.session,
        "asked": asked,
        "delegations": list(node.delegations),
        "parents": [{"sort": p.sort.value, "id": p.node, "why": p.why.value} for p in node.parents],
        "withheld": node.withheld,
        "tombstone": node.tombstone,
    }
