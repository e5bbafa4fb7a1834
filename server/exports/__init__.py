"""The report as files. One module a format; ``formats()`` finds them."""

import importlib
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Protocol

from sessions.report import Report


class Writer(Protocol):
    """Writes a report in a language (``es``, ``en``, ``pt``); pure but for the time it takes."""

    def __call__(self, report: Report, lang: str) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Format:
    """``name`` is the ending of the file and of the route."""

    name: str
    media_type: str
    write: Writer


@cache
def formats() -> Mapping[str, Format]:
    """Every format by name: each module of this package that exposes a ``FORMAT``."""
    found = {}
    for module in pkgutil.iter_modules(__path__):
        candidate = getattr(importlib.import_module(f"{__name__}.{module.name}"), "FORMAT", None)
        if isinstance(candidate, Format):
            found[candidate.name] = candidate
    return MappingProxyType(dict(sorted(found.items())))
