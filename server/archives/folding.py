"""The state of a meeting out of its keys alone, with everything in them read as strictly as when it was written."""

from dataclasses import dataclass

from server.archives import ArchiveError
from server.notes.outline import ForeignShape, read_outline
from server.notes.wire import MalformedBytes
from server.store import MAX_VALUE, StoreError
from server.store.copies import Key
from server.store.log import require_whole
from sessions import events as e
from sessions.evolve import fold
from sessions.meeting import Meeting, thaw
from sessions.report import gather

MAX_SEQ = 2**53
"""What a browser can count to."""


@dataclass(frozen=True, slots=True)
class Folded:
    meeting: Meeting
    epoch: str


def folded(keys: list[Key]) -> Folded:
    """Raises ``ArchiveError`` unless the keys are those of a meeting whose log is whole."""
    by_name = {key.name: key for key in keys}
    if len(by_name) != len(keys) or not {"head", "log"} <= by_name.keys():
        raise ArchiveError("it has no log, or something twice")
    head: dict[bytes, bytes] = dict(by_name["head"].value)
    try:
        epoch, seq = head[b"epoch"].decode(), int(head[b"seq"])
        entries = [_entry(id_, dict(fields)) for id_, fields in by_name["log"].value]
        tombstones = [value for _, value in by_name["tombstones"].value] if "tombstones" in by_name else []
        numbers = [number for number, _ in entries]
        if numbers != sorted(set(numbers)) or not 0 < numbers[0] <= numbers[-1] <= seq <= MAX_SEQ:
            raise ValueError("entries out of order")
        require_whole("", 0, numbers, seq, tombstones)
        meeting = fold((number, e.decode(body)) for number, body in entries)
        if meeting is None:
            raise ValueError("empty")
        meeting.seq = seq
        _require_snapshot(by_name, meeting, epoch, entries)
        _require_pads(keys)
    except e.NewerLog as newer:
        raise ArchiveError(f"it was written by a newer Plenaria (events {newer}): update Plenaria") from newer
    except (ValueError, KeyError, TypeError, StoreError, MalformedBytes) as error:
        raise ArchiveError(f"its log cannot be read: {' '.join(str(error).split())[:300]}") from error
    return Folded(meeting, epoch)


def _entry(id_: bytes, fields: dict[bytes, bytes]) -> tuple[int, bytes]:
    number, _, rest = id_.partition(b"-")
    if rest != b"0" or fields.keys() != {b"e", b"r", b"g"} or len(fields[b"e"]) > MAX_VALUE:
        raise ValueError(f"entry {id_.decode()[:40]}")
    return int(number), fields[b"e"]


def _require_snapshot(by_name: dict[str, Key], meeting: Meeting, epoch: str, entries: list[tuple[int, bytes]]) -> None:
    """A snapshot must tell what the log tells: it is what the next start reads."""
    if "snapshot" not in by_name:
        return
    kept: dict[bytes, bytes] = dict(by_name["snapshot"].value)
    state = fold(((n, e.decode(body)) for n, body in entries if n > int(kept[b"seq"])), thaw(kept[b"body"]))
    if state is None or state.id != meeting.id:
        raise ValueError("snapshot")
    state.seq = meeting.seq
    if gather(state, epoch).digest != gather(meeting, epoch).digest:
        raise ValueError("the snapshot tells something else than the log")


def _require_pads(keys: list[Key]) -> None:
    """Five hostile bytes of a pad can cost half a gigabyte later, so each update is read now."""
    for key in keys:
        try:
            if key.name.startswith("pad:"):
                for _, fields in key.value:
                    read_outline(dict(fields)[b"u"])
            elif key.name.startswith("pad_base:"):
                read_outline(dict(key.value)[b"body"])
        except ForeignShape as error:
            raise ValueError(f"pad {key.name}: {error}") from error
