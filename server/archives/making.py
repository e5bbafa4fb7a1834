"""A meeting into a file."""

import hashlib
from importlib.metadata import PackageNotFoundError, version

import orjson
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server.archives import FORMAT, ArchiveError
from server.archives.folding import folded
from server.archives.packing import MANIFEST, SIGNATURE, lines, packed
from server.archives.signing import sign
from server.store import SCHEMA
from server.store.copies import Key
from sessions import events as e
from sessions.actor import Secrecy
from sessions.meeting import Meeting
from sessions.report import gather


def archived(keys: list[Key], key: Ed25519PrivateKey) -> bytes:
    """The file of a meeting whose keys are given. Raises ``ArchiveError`` where a secret round is not sealed."""
    loaded = folded(keys)
    _require_sealed(loaded.meeting)
    parts = lines(keys)
    manifest = orjson.dumps(
        {
            "plenaria_archive": FORMAT,
            "plenaria": own_version(),
            "schema": SCHEMA,
            "events": e.SCHEMA,
            "meeting": loaded.meeting.id,
            "title": loaded.meeting.title,
            "epoch": loaded.epoch,
            "seq": loaded.meeting.seq,
            "closed_at": loaded.meeting.closed_at,
            "report": gather(loaded.meeting, loaded.epoch).digest,
            "parts": {
                name: {"bytes": len(body), "sha256": hashlib.sha256(body).hexdigest()} for name, body in parts.items()
            },
        },
        option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS,
    )
    return packed({MANIFEST: manifest, SIGNATURE: sign(key, manifest), **parts})


def own_version() -> str:
    try:
        return version("plenaria")
    except PackageNotFoundError:
        return "unknown"


def _require_sealed(meeting: Meeting) -> None:
    """While a secret round is open, its ballots stand beside pseudonyms of their voters, which the server's secret
    links: no file may carry that away."""
    for activity in meeting.activities.values():
        for round_ in activity.rounds:
            if round_.secrecy is Secrecy.SECRET and round_.sealed is None:
                raise ArchiveError(
                    f"round {round_.number} of {activity.plan.code} is secret and not sealed yet: until then its "
                    "ballots can be linked to their voters, and an archive would carry that away. Close it first"
                )
