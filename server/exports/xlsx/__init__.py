"""The report as a workbook: an overview, the roadmap in a form that can be read back, then one sheet a session with its
outcomes, native charts and notes.

Strings are written as strings: nothing a person typed becomes a formula or a link.
"""

import io

from server.exports import Format
from server.exports.xlsx.book import Book
from server.exports.xlsx.origins import Origins
from server.exports.xlsx.overview import overview
from server.exports.xlsx.practices import practices_sheet
from server.exports.xlsx.roadmap import kept_sheet, roadmap_sheet
from server.exports.xlsx.session import methods_sheet, session_sheet
from sessions.report import Report


def write(report: Report, lang: str) -> bytes:
    out = io.BytesIO()
    book = Book(out, report, lang)
    overview(book)
    origins = Origins(book)
    roadmap_sheet(book, origins)
    for session in report.sessions:
        if session.activities or session.entries:
            session_sheet(book, session)
    if any(activity.method for session in report.sessions for activity in session.activities):
        methods_sheet(book)
    if report.practices:
        practices_sheet(book)
    origins.sheet()
    kept_sheet(book)
    book.close()
    return out.getvalue()


FORMAT = Format("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write)
