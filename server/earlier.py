"""An earlier meeting's roadmap, read from its ``export.json``: where a new meeting starts from."""

from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from sessions.roadmap.earlier import MAX_EARLIER, EarlierLine

MAX_BYTES = 50 * 1024 * 1024


class NoRoadmap(ValueError):
    """The file holds no roadmap that can be taken up; the message says why."""


def read_earlier(file: Path) -> tuple[EarlierLine, ...]:
    """The lines of the roadmap in an exported report, in its order; what its regime withheld is left out. Raises
    ``NoRoadmap``, or ``OSError`` where the file cannot be read."""
    if file.stat().st_size > MAX_BYTES:
        raise NoRoadmap(f"{file} is larger than {MAX_BYTES // 2**20} MiB")
    try:
        report = orjson.loads(file.read_bytes())
    except orjson.JSONDecodeError as error:
        raise NoRoadmap(f"{file} is no JSON: {error}") from error
    if not isinstance(report, dict) or report.get("plenaria") != 1 or not isinstance(report.get("roadmap"), list):
        raise NoRoadmap(f"{file} is no report as `plenaria export --format json` writes it")
    told = [line for line in report["roadmap"] if isinstance(line, dict) and line.get("activity")]
    if len(told) > MAX_EARLIER:
        raise NoRoadmap(f"{file} has {len(told)} lines, more than {MAX_EARLIER}")
    try:
        lines = tuple(_line(report, line) for line in told)
    except (ValidationError, KeyError, TypeError, AttributeError) as error:
        raise NoRoadmap(f"{file} has a line that cannot be read: {error}") from error
    if len({line.id for line in lines}) < len(lines):
        raise NoRoadmap(f"{file} has two lines with one id")
    return lines


def _line(report: dict[str, Any], line: dict[str, Any]) -> EarlierLine:
    return EarlierLine(
        id=line["id"],
        code=line["code"],
        meeting=report["meeting"]["id"],
        activity=line["activity"],
        theme=line.get("theme"),
        target=line.get("indicator", {}).get("target") or "",
        status=line.get("status") or "",
    )
