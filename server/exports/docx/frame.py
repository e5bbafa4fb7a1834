"""What stands at the head and foot of every page."""

from typing import Any

from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.section import Section
from docx.shared import Cm, Length

from server.exports.docx.xml import field, run
from server.exports.paper import TEXT_CM, WIDE_CM, Part
from server.exports.words import moment, say
from sessions.report import Report
from sessions.text import pick

_LONGEST_TITLE = 110


def frame(section: Section, report: Report, part: Part, lang: str) -> None:
    """A4 with head and foot of its own: title, regime, draft, time; place in the log, digest, page."""
    short, long = Cm(21), Cm(29.7)
    section.orientation = WD_ORIENT.LANDSCAPE if part.wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if part.wide else (short, long)
    section.left_margin = section.right_margin = Cm((29.7 - WIDE_CM if part.wide else 21 - TEXT_CM) / 2)
    section.top_margin, section.bottom_margin = (Cm(2.2), Cm(1.6)) if part.wide else (Cm(2.6), Cm(2.1))
    section.header_distance, section.footer_distance = Cm(1.0), Cm(0.8 if part.wide else 1.0)
    _head(section, report, part.regime, lang)
    _foot(section, report, Cm(WIDE_CM if part.wide else TEXT_CM), lang)


def _head(section: Section, report: Report, regime: str, lang: str) -> None:
    section.header.is_linked_to_previous = False
    title = pick(report.meeting.title, lang).replace("\n", " ")
    short = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
    until = moment(report.meeting.until, report.meeting.zone, lang)
    first = section.header.paragraphs[0]
    first._p.append(run(short))
    second = section.header.add_paragraph()
    if report.draft:
        second._p.append(run(f"{say('draft', lang)} · ", "Warning"))
    if report.meeting.rehearsal:
        second._p.append(run(f"{say('rehearsal', lang)} ", "Warning"))
    second._p.append(run(f"{say('regime', lang)}: {regime} · {say('until', lang)} {until}"))
    for line in (first, second):
        line.style = "Header"


def _foot(section: Section, report: Report, width: Length, lang: str) -> None:
    section.footer.is_linked_to_previous = False
    line = section.footer.paragraphs[0]
    line.style = "Footer"
    line.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    seq = say("cursor_short", lang, seq=report.cursor[1])
    digest = say("digest_short", lang, digest=report.digest[:12])
    target: Any = line._p
    target.append(run(f"{seq} · {digest}"))
    line.add_run("\t")
    before, between = say("page_of", lang, page="\n", pages="\n").split("\n")[:2]
    for part in (run(before), *field("PAGE"), run(between), *field("NUMPAGES")):
        target.append(part)
