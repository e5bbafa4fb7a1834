"""The log: a line an event, for people or, as JSON, for programs.

What an exception says of itself stays out: texts of faulty messages would be in it, choices and passes among them. Its
sort and the way it came are enough to find it.
"""

import logging
import os
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

import orjson

_OWN = frozenset({"meeting", "activity", "command", "verdict", "code", "role", "ms"})
"""What ``extra`` may bring into a line of JSON: nothing else gets in by accident."""

_Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def set_up(level: str, format_: str) -> None:
    """All logging of this process, to stderr. ``format_`` is ``text`` or ``json``."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if format_ == "json" else Lines())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.getLogger("uvicorn").setLevel(logging.WARNING)


class Lines(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        more = " ".join(f"{name}={value}" for name, value in own_fields(record).items())
        return f"{super().format(record)} {more}".rstrip()

    def formatException(self, ei: Any) -> str:
        return "\n".join(f"  {line}" for line in said_of(ei))


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            "pid": os.getpid(),
            **own_fields(record),
        }
        if record.exc_info:
            line["error"], *line["where"] = said_of(record.exc_info)
        return orjson.dumps(line).decode()


def own_fields(record: logging.LogRecord) -> dict[str, Any]:
    return {name: value for name, value in vars(record).items() if name in _OWN}


def said_of(fault: _Fault) -> list[str]:
    """The sort of the exception, then where it came from, outermost first."""
    kind, error, trace = fault
    name = "none" if kind is None else f"{kind.__module__}.{kind.__qualname__}".removeprefix("builtins.")
    cause = error.__cause__ or error.__context__ if error is not None else None
    because = [] if cause is None else [f"because of {type(cause).__qualname__}"]
    return [name, *because, *(f"{f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace))]
