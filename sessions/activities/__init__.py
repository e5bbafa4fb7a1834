"""Finds the activity kinds: every module or folder of this package that exposes a ``KIND``."""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from sessions.activities.kind import Kind
from sessions.errors import Code, Refused


@cache
def kinds() -> Mapping[str, Kind[Any, Any]]:
    """Every kind by its name, in the order of their names."""
    found: dict[str, Kind[Any, Any]] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        candidate = getattr(importlib.import_module(f"{__name__}.{module.name}"), "KIND", None)
        if isinstance(candidate, Kind):
            found[candidate.name] = candidate
    return MappingProxyType(found)


def kind(name: str) -> Kind[Any, Any]:
    """The kind called ``name``; raises ``Refused(unknown_kind)``."""
    try:
        return kinds()[name]
    except KeyError:
        raise Refused(Code.UNKNOWN_KIND, name) from None
