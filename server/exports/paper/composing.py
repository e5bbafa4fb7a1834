"""The report in the region's form: six chapters of at most ten pages, then the annexes that carry the rest."""

from server.exports.paper import Contents, Paper
from server.exports.paper.annexes import annexes
from server.exports.paper.context import context
from server.exports.paper.front import front
from server.exports.paper.next_steps import next_steps
from server.exports.paper.participation import participation
from server.exports.paper.priorities import priorities
from server.exports.paper.roadmap import roadmap
from server.exports.paper.synthesis import synthesis
from sessions.report import Report


def composed(report: Report, lang: str) -> Paper:
    paper = Paper(report, lang)
    front(paper)
    paper.add(Contents())
    context(paper)
    participation(paper)
    synthesis(paper)
    priorities(paper)
    roadmap(paper)
    next_steps(paper)
    annexes(paper)
    return paper
