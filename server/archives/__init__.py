"""A meeting in one file, to keep or to carry to another machine.

A zip, the same bytes for the same meeting:

| part | holds |
|---|---|
| `manifest.json` | versions, meeting, cursor, digest of the report; of each part its length and SHA-256 |
| `manifest.sig` | the Ed25519 public key and its signature of the manifest, a line of hex each |
| `log.jsonl` | the log, an entry a line |
| `pads.jsonl` | the tables' notes: Yjs updates |
| `keys.jsonl` | everything else: phases, outcomes, sealed ballots, ballot ids, snapshot |

A line is one key or, of a stream, one entry. Bytes that are UTF-8 stand as text, others as `{"b64": ...}`.

Whoever holds the file holds what the meeting's rapporteurs do, and of votes by delegation who cast which. Secret rounds
are in it without their voters; a meeting with a secret round that is not sealed yet is not archived.
"""

FORMAT = 1


class ArchiveError(Exception):
    """A meeting that cannot be archived now, or a file that is not restored; the message says why, for people."""
