"""A file back into a store, whoever made it: all of it is read and checked before anything is written."""

from dataclasses import dataclass
from typing import Any

import orjson

from server.archives import FORMAT, ArchiveError
from server.archives.folding import folded
from server.archives.making import own_version
from server.archives.packing import MANIFEST, MAX_MANIFEST, PARTS, SIGNATURE, keys_of, opened
from server.archives.signing import fingerprint, signer
from server.store import SCHEMA
from server.store.copies import Copying, Key
from sessions import events as e
from sessions.meeting import Meeting
from sessions.report import gather


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that may be put back. ``fingerprint`` is of the key that signed it; ``same`` whether the report of this
    version reads as it did where the file was made; ``version`` that Plenaria's."""

    meeting: Meeting
    keys: list[Key]
    fingerprint: str
    digest: str
    same: bool
    version: str


def checked(body: bytes) -> Checked:
    """Raises ``ArchiveError`` with the reason for a file that is not put back. Takes seconds for a large meeting."""
    archive = opened(body)
    manifest = archive.read(MANIFEST, MAX_MANIFEST)
    public = signer(manifest, archive.read(SIGNATURE, MAX_MANIFEST))
    told = _told(manifest)
    keys = keys_of({name: archive.part(name, told["parts"][name]) for name in PARTS})
    loaded = folded(keys)
    meeting = loaded.meeting
    if (meeting.id, loaded.epoch, meeting.seq) != (told["meeting"], told["epoch"], told["seq"]):
        raise ArchiveError("its manifest is that of another meeting")
    digest = gather(meeting, loaded.epoch).digest
    version = str(told["plenaria"])[:40]
    return Checked(meeting, keys, fingerprint(public), digest, digest == told["report"], version)


def _told(manifest: bytes) -> dict[str, Any]:
    try:
        told: dict[str, Any] = orjson.loads(manifest)
        newer = [told["plenaria_archive"] > FORMAT, told["schema"] > SCHEMA, told["events"] > e.SCHEMA]
        names = {"plenaria_archive", "plenaria", "schema", "events", "meeting", "title", "epoch", "seq", "closed_at"}
        complete = told.keys() == names | {"report", "parts"} and told["parts"].keys() == set(PARTS)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ArchiveError("its manifest cannot be read") from error
    if any(newer):
        raise ArchiveError(
            f"it was made by a newer Plenaria ({str(told.get('plenaria'))[:40]}; this one is {own_version()}): "
            "update Plenaria, nothing has been changed"
        )
    if not complete:
        raise ArchiveError("its manifest says something that this Plenaria does not know")
    return told


async def put_back(store: Copying, found: Checked) -> None:
    """Raises ``MeetingExists`` and what else the store raises; then nothing was changed."""
    await store.put_back(found.meeting.id, found.keys, found.meeting.created_at * 1000)
