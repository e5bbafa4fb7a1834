"""The file itself: lines, parts, manifest, and the care with which a strange one is opened."""

import base64
import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import orjson

from server.archives import ArchiveError
from server.store.copies import Key

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
PARTS = ("log.jsonl", "pads.jsonl", "keys.jsonl")
MAX_MANIFEST = 64 * 1024
MAX_PART = 512 * 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)


def part_of(name: str) -> str:
    """In which part a key stands."""
    if name == "log":
        return "log.jsonl"
    return "pads.jsonl" if name.startswith("pad:") else "keys.jsonl"


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip with these parts, in this order; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, body in parts.items():
            member = zipfile.ZipInfo(name, _EPOCH)
            member.external_attr = 0o600 << 16
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, body)
    return out.getvalue()


def lines(keys: list[Key]) -> dict[str, bytes]:
    """The parts that hold ``keys``."""
    found: dict[str, list[bytes]] = {part: [] for part in PARTS}
    for key in keys:
        found[part_of(key.name)] += _lines(key)
    return {part: b"".join(written) for part, written in found.items()}


def _lines(key: Key) -> Iterator[bytes]:
    if key.type == "stream":
        for id_, fields in key.value:
            yield _line({"key": key.name, "id": id_.decode(), "fields": [[_text(n), _text(v)] for n, v in fields]})
    elif key.type == "list":
        yield _line({"key": key.name, "type": key.type, "value": [_text(item) for item in key.value]})
    else:
        yield _line({"key": key.name, "type": key.type, "value": [[_text(n), _text(v)] for n, v in key.value]})


def _line(value: object) -> bytes:
    return orjson.dumps(value) + b"\n"


def _text(value: bytes) -> Any:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return {"b64": base64.b64encode(value).decode()}


def _bytes(value: Any) -> bytes:
    if isinstance(value, str):
        return value.encode()
    return base64.b64decode(value["b64"], validate=True)


def keys_of(parts: dict[str, bytes]) -> list[Key]:
    """The keys that parts hold. Raises ``ArchiveError`` for what is no line of ours."""
    streams: dict[str, list[Any]] = {}
    found: dict[str, Key] = {}
    try:
        for part in PARTS:
            for text in parts[part].splitlines():
                line = orjson.loads(text)
                name = line["key"]
                if part_of(name) != part or name in found:
                    raise ValueError(name)
                if "id" in line:
                    fields = [(_bytes(n), _bytes(v)) for n, v in line["fields"]]
                    streams.setdefault(name, []).append((line["id"].encode(), fields))
                else:
                    found[name] = Key(name, line["type"], _value(line))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ArchiveError(f"it holds something that is no part of a meeting: {str(error)[:100]}") from error
    return [*found.values(), *(Key(name, "stream", entries) for name, entries in streams.items())]


def _value(line: dict[str, Any]) -> Any:
    if line["type"] == "list":
        return [_bytes(item) for item in line["value"]]
    if line["type"] not in {"hash", "zset"}:
        raise ValueError(line["type"])
    return [(_bytes(name), _bytes(value)) for name, value in line["value"]]


def opened(body: bytes) -> "Opened":
    """Raises ``ArchiveError`` for anything that is not one of our files."""
    try:
        return Opened(zipfile.ZipFile(io.BytesIO(body)))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise ArchiveError(f"it is no archive of a meeting: {error}") from error


class Opened:
    """A file whose list of parts was looked at: exactly ours, each once, nothing encrypted. Nothing is ever written to
    a path that it names."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        members = archive.infolist()
        if sorted(member.filename for member in members) != sorted((MANIFEST, SIGNATURE, *PARTS)):
            strange = next((m.filename for m in members if m.filename not in {MANIFEST, SIGNATURE, *PARTS}), "")
            raise ArchiveError(f"it does not have exactly the parts of an archive {strange[:80]!r}".rstrip(" '\""))
        if any(member.flag_bits & 1 for member in members):
            raise ArchiveError("it is encrypted")

    def read(self, name: str, most: int) -> bytes:
        """A part; raises ``ArchiveError`` where it is longer than ``most``, whatever the list says."""
        try:
            with self._archive.open(name) as part:
                body = part.read(most + 1)
        except Exception as error:  # zlib, struct and zipfile each have their own for damaged bytes
            raise ArchiveError(f"its part {name} cannot be read: {error}") from error
        if len(body) > most:
            raise ArchiveError(f"its part {name} is longer than it may be ({most} bytes)")
        return body

    def part(self, name: str, told: dict[str, Any]) -> bytes:
        """A part of exactly the length and digest that the manifest tells."""
        length, digest = told.get("bytes"), told.get("sha256")
        if not isinstance(length, int) or not 0 <= length <= MAX_PART:
            raise ArchiveError(f"its part {name} is longer than it may be ({MAX_PART} bytes)")
        body = self.read(name, length)
        if len(body) != length or hashlib.sha256(body).hexdigest() != digest:
            raise ArchiveError(f"its part {name} is not the one that was signed")
        return body
