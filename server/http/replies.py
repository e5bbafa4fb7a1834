"""Answers in JSON, and problems with a stable code."""

from typing import Any

import orjson
from starlette.responses import Response


class Json(Response):
    media_type = "application/json"

    def __init__(self, content: Any, status: int = 200, headers: dict[str, str] | None = None) -> None:
        super().__init__(orjson.dumps(content), status, {"Cache-Control": "no-store", **(headers or {})})


def problem(status: int, code: str, headers: dict[str, str] | None = None) -> Json:
    """What went wrong, as a code that the screens turn into words."""
    return Json({"code": code}, status, headers)
