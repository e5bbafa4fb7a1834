"""The report as a Word document: real styles, a table of contents, one section a session with its regime on every page.

What people typed goes in as text and nothing else: no field, no link, no picture comes from it.
"""

import io

from server.exports import Format
from server.exports.docx.annexes import annexes
from server.exports.docx.brief import brief
from server.exports.docx.contents import contents
from server.exports.docx.front import front
from server.exports.docx.paper import Paper
from server.exports.docx.participation import participation
from server.exports.docx.session import session_part
from sessions.report import Report


def write(report: Report, lang: str) -> bytes:
    paper = Paper(report, lang)
    front(paper)
    place = paper.mark()
    brief(paper)
    participation(paper)
    for session in report.sessions:
        if session.activities or session.entries or (session.withheld and session.started_at is not None):
            session_part(paper, session)
    annexes(paper)
    contents(paper, place)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


FORMAT = Format("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", write)
