"""Where things come from: each line's chain, whose codes lead to what stands behind them, and the list of all that."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from server.exports.paper import Col, Paper, Span, code, grid, run
from server.exports.words import say
from sessions.lineage import ancestors
from sessions.report import Report, ReportNode
from sessions.text import pick

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """``nodes`` are the objects that something came from, and what came of them, in the order of the report."""

    nodes: dict[Place, ReportNode]
    anchors: dict[Place, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "anchors", {place: f"o{number}" for number, place in enumerate(self.nodes)})

    @classmethod
    def of(cls, report: Report) -> "Chain":
        nodes = {(node.sort, node.id): node for node in report.lineage}
        first = [p for p, node in nodes.items() if node.sort in {"line", "synthesis", "practice"} and node.parents]
        cited = set(first)
        for place in first:
            cited |= {ancestor for _, ancestor in ancestors(place, lambda at: parents_in(nodes, at))}
        return cls({place: node for place, node in nodes.items() if place in cited})

    def anchor(self, place: Place) -> str:
        """The name of its row in the list; empty where it has none."""
        return self.anchors.get(place, "")

    def told(self, place: Place, *, whole: bool = True) -> tuple[Span, ...]:
        """``HR-26-07 <- P-03 <- D-12, D-19``: a generation an arrow, every code a link; without the first code unless
        ``whole``."""
        node = self.nodes.get(place)
        if node is None:
            return ()
        generations: dict[int, list[ReportNode]] = {0: [node]}
        for steps, ancestor in ancestors(place, lambda at: parents_in(self.nodes, at)):
            generations.setdefault(steps, []).append(self.nodes[ancestor])
        parts = [list(self._codes(generations[step])) for step in sorted(generations) if whole or step]
        spans: list[Span] = []
        for number, part in enumerate(parts):
            spans += [run(" <- "), *part] if number else part
        return tuple(spans)

    def quietly(self, place: Place, *, whole: bool = True) -> tuple[Span, ...]:
        """The same in the small grey letters of a source that stands behind a text."""
        return tuple(replace(span, emphasis="Muted") for span in self.told(place, whole=whole))

    def _codes(self, nodes: list[ReportNode]) -> Iterator[Span]:
        for number, node in enumerate(sorted(nodes, key=lambda node: node.code)):
            if number:
                yield run(", ")
            yield self.code(node)

    def code(self, node: ReportNode) -> Span:
        return Span(node.code, "Link", whole=True, link=self.anchor((node.sort, node.id)))


def parents_in(nodes: dict[Place, ReportNode], place: Place) -> list[Place]:
    parents = [(parent.sort, parent.id) for parent in nodes[place].parents]
    return [parent for parent in parents if parent in nodes]


def chains(paper: Paper) -> None:
    """A line of the roadmap a paragraph, then every object in those chains with its words and what it came from."""
    lang, report = paper.lang, paper.report
    found = Chain.of(report)
    paper.text(say("chain_told", lang))
    for line in report.roadmap:
        told = found.told(("line", line.id))
        paper.say(*(told or (code(line.chain or line.code),)), style="ListBullet")
    paper.text(say("chain_objects", lang), style="Caption")
    cols = (
        Col(say("code", lang), 2.2),
        Col(say("kind", lang), 2.6),
        Col(say("text", lang), 7.2),
        Col(say("session", lang), 1.7),
        Col(say("came_from", lang), 2.9),
    )
    codes = {session.id: session.code for session in report.sessions}
    grid(paper, cols, [_row(found, node, codes, lang) for node in found.nodes.values()], small=True)


def _row(found: Chain, node: ReportNode, codes: dict[str, str], lang: str) -> tuple[str | tuple[Span, ...], ...]:
    place = (node.sort, node.id)
    parents = [found.nodes[(p.sort, p.id)] for p in node.parents if (p.sort, p.id) in found.nodes]
    whys = dict.fromkeys(say(f"why.{parent.why}", lang) for parent in node.parents)
    origin = (*found._codes(parents), run(f" ({', '.join(whys)})")) if parents else ()
    return (
        (Span(node.code, "Strong", whole=True, anchor=found.anchor(place)),),
        say(f"sort.{node.sort}", lang),
        _text(node, lang),
        codes.get(node.session or "", ""),
        origin or "",
    )


def _text(node: ReportNode, lang: str) -> str:
    if node.text is None:
        return f"({say('object_withheld' if node.withheld else 'object_gone', lang)})"
    return node.text if isinstance(node.text, str) else pick(node.text, lang)
