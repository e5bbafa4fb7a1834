"""Which names a programme knows at each place, from the schemas of the domain's own models."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sessions.activities import kinds
from sessions.faults import Path
from sessions.programme import Programme

Schema = dict[str, Any]


def known_keys(path: Path, raw: Any) -> list[str]:
    """The names that may stand where the last step of ``path`` stands; empty where any may."""
    root, steps = _root_of(path, raw)
    level = [root]
    for step in steps[:-1]:
        level = [below for schema in level for below in _below(schema, step, root)]
    return [name for schema in level for name in _resolved(schema, root).get("properties", {})]


def value_at(raw: Any, path: Path) -> Any:
    """What stands at ``path``, None where nothing does."""
    for step in path:
        try:
            raw = raw[step]
        except (KeyError, IndexError, TypeError):
            return None
    return raw


def _root_of(path: Path, raw: Any) -> tuple[Schema, Path]:
    """A setup has the schema of its kind; everything else stands in the programme's."""
    if "setup" in path:
        split = path.index("setup")
        kind = value_at(raw, (*path[:split], "kind"))
        if isinstance(kind, str) and kind in kinds():
            return _setup_schema(kind), path[split + 1 :]
    return _programme_schema(), path


@cache
def _programme_schema() -> Schema:
    return Programme.model_json_schema()


@cache
def _setup_schema(kind: str) -> Schema:
    schema: Schema = kinds()[kind].setup.model_json_schema()
    return schema


def _below(schema: Schema, step: str | int, root: Schema) -> Iterable[Schema]:
    found = _resolved(schema, root)
    inside = found.get("items") if isinstance(step, int) else found.get("properties", {}).get(step)
    below = inside if isinstance(inside, dict) else {}
    yield from below.get("anyOf", [below])


def _resolved(schema: Schema, root: Schema) -> Schema:
    reference = schema.get("$ref")
    if reference is None:
        return schema
    definition: Schema = root.get("$defs", {}).get(str(reference).rpartition("/")[2], {})
    return definition
