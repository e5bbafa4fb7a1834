"""The report as JSON, in the shape that ``docs/protocol.md`` promises."""

import orjson

from server.exports import Format
from sessions.report import Report


def write(report: Report, lang: str) -> bytes:
    """All languages are in it; ``lang`` changes nothing."""
    return orjson.dumps(report.model_dump(mode="json"), option=orjson.OPT_INDENT_2) + b"\n"


FORMAT = Format("json", "application/json", write)
