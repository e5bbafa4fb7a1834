"""The roadmap as one plain table, a line a row, in the columns of the region's matrix."""

from server.exports import Format
from server.exports.lines import COLUMNS, columns
from server.exports.tabular import frame_of, tabled
from server.exports.words import say
from sessions.report import Report

_NUMBERS = {"quarter", "year"}
_FRAME = ("regime", "state", "until", "cursor", "digest")


def write(report: Report, lang: str) -> bytes:
    frame = frame_of(report, lang)
    heads = [
        *(say(f"line.{column}", lang) for column in COLUMNS),
        *(say("version" if column == "state" else column, lang) for column in _FRAME),
    ]
    rows = []
    for line in report.roadmap:
        told: dict[str, object] = {**columns(line, lang), **frame, "regime": say(f"regime.{line.regime}", lang)}
        told |= {name: int(str(told[name])) for name in _NUMBERS if told[name]}
        rows.append([told[column] for column in (*COLUMNS, *_FRAME)])
    return tabled(heads, rows, lang)


FORMAT = Format("csv", "text/csv; charset=utf-8", write)
