"""JSON Schema as short lines that people read: ``round: int, at least 1``, ``place?: int 0..1000 or null``."""

import json
from typing import Any

Schema = dict[str, Any]

_LANGS = ["es", "en", "pt", "fr"]
_PATTERNS = {
    r"^[a-z0-9][a-z0-9-]{0,63}$": "Slug",
    r"^[A-Za-z0-9][A-Za-z0-9-]{0,39}$": "Code",
    r"^[A-Za-z0-9_-]{8,64}$": "Token",
    r"^([01]\d|2[0-3]):[0-5]\d$": '"HH:MM"',
    r"^\d{4}-\d{2}-\d{2}$": '"YYYY-MM-DD"',
    r"^\d{1,3}(-\d{1,3})?$": '"3" or "3-4"',
    r"^(https?://\S+)?$": "web address",
}


class Notation:
    """Writes types; ``named`` are the definitions that were mentioned by name and want a place of their own."""

    def __init__(self, definitions: dict[str, Schema]) -> None:
        self._definitions = definitions
        self.named: list[str] = []

    def of(self, part: Schema) -> str:
        """One type in a line. Raises ``KeyError`` for a pattern or a sort of schema that has no words here."""
        if "$ref" in part:
            return self._reference(part["$ref"].rpartition("/")[2])
        if "anyOf" in part:
            return " or ".join(dict.fromkeys(self.of(member) for member in part["anyOf"]))
        if "const" in part:
            return json.dumps(part["const"])
        if "enum" in part:
            return " or ".join(json.dumps(value) for value in part["enum"])
        sort = part.get("type", "any")
        if isinstance(sort, str) and sort in {"array", "object", "string", "integer"}:
            return str(getattr(self, f"_{sort}")(part))
        return {"any": "any", "null": "null", "boolean": "bool", "number": "number"}[sort]

    def fields(self, part: Schema, without: tuple[str, ...] = ()) -> list[str]:
        """``name: type`` for each property; a question mark where it may be left out."""
        required = part.get("required", [])
        return [
            f"{name}{'' if name in required else '?'}: {self.of(value)}"
            for name, value in part.get("properties", {}).items()
            if name not in without
        ]

    def block(self, name: str) -> str:
        """A definition, one field a line."""
        return "{\n" + "".join(f"  {line}\n" for line in self.fields(self._definitions[name])) + "}"

    def _reference(self, name: str) -> str:
        part = self._definitions[name]
        if "properties" not in part:
            return self.of(part)
        if name not in self.named:
            self.named.append(name)
        return name

    def _array(self, part: Schema) -> str:
        if "prefixItems" in part:
            return "[" + ", ".join(self.of(item) for item in part["prefixItems"]) + "]"
        return f"[{self.of(part['items'])}, ...]" if part.get("items") else "[...]"

    def _object(self, part: Schema) -> str:
        if part.get("propertyNames", {}).get("enum") == _LANGS:
            return "Text"
        more = part.get("additionalProperties")
        return f"{{string: {self.of(more)}}}" if isinstance(more, dict) and more else "{...}"

    def _string(self, part: Schema) -> str:
        if "pattern" in part:
            return _PATTERNS[part["pattern"]]
        return '"YYYY-MM-DD"' if part.get("format") == "date" else "string"

    def _integer(self, part: Schema) -> str:
        low, high = part.get("minimum"), part.get("maximum")
        if low is not None and high is not None:
            return f"int {low}..{high}"
        return "int" if low is None else f"int from {low}"
