"""The key table. All keys of a meeting share the hash tag `{m:<id>}`, so that scripts may touch them together.

| key | type | holds |
|---|---|---|
| `{m:<id>}:head` | hash | `epoch`, `seq`, `revision`, `schema`, `erased` (seq of the last secret sealing) |
| `{m:<id>}:log` | stream | entry `<seq>-0`: `e` event, `r` revision, `g` epoch |
| `{m:<id>}:phases` | hash | activity -> `<round>:<phase>` |
| `{m:<id>}:commands` | hash | command id -> seq of its last event |
| `{m:<id>}:ballots:<activity>:<round>` | hash | voter -> ballot id, NUL, delegation, NUL, ballot |
| `{m:<id>}:ballot_ids:<activity>:<round>` | zset | every ballot id of the round, score 0: kept by id, not by time |
| `{m:<id>}:entered:<activity>:<round>` | hash | voter -> how many of their entries stand; the ids are in `ballot_ids` |
| `{m:<id>}:casts:<activity>:<round>` | list | seqs of the round's casts, until it is sealed |
| `{m:<id>}:outcomes` | hash | `<activity>:<round>` -> sealed outcome |
| `{m:<id>}:sealings` | hash | `<activity>:<round>` -> seq of the sealing event |
| `{m:<id>}:sealed:<activity>:<round>` | list | ballots of a sealed secret round, sorted by their bytes |
| `{m:<id>}:tombstones` | hash | `<activity>:<round>` -> seqs erased from the log, as `5-9,12` |
| `{m:<id>}:rewrite` | stream | the log being written anew by a sealing; never outlives the script |
| `{m:<id>}:snapshot` | hash | `seq`, `body` |
| `{m:<id>}:pads` | hash | pad -> seq of its last update |
| `{m:<id>}:pad:<pad>` | stream | update `<seq>-0`: `u` update, `g` epoch |
| `{m:<id>}:pad_base:<pad>` | hash | `seq`, `body`: one update that stands for all up to seq |
| `{m:<id>}:workers` | set | workers that ever beat |
| `{m:<id>}:beat:<worker>` | string | a worker's last beat; expires |
| `{m:<id>}:server` | string | id of the history of the server that the meeting is with |
| `plenaria:meetings` | zset | meeting id -> microseconds at which it was created |
| `plenaria:erase` | set | a random word for each erasure that the server's files do not show yet |
| `plenaria:ready` | string | written by the readiness check |
| `plenaria:workers` | set | workers that publish their numbers |
| `plenaria:numbers:<worker>` | string, expiring | a worker's numbers, for whoever is asked for all |
"""

import re
from dataclasses import dataclass

MEETINGS = "plenaria:meetings"
ERASE = "plenaria:erase"
READY = "plenaria:ready"
WORKERS = "plenaria:workers"

_ID = re.compile(r"[^\s{}\x00-\x1f\x7f]{1,200}")


def checked(name: str) -> str:
    """The id itself. Raises ValueError where it could not stand in a key."""
    if not _ID.fullmatch(name):
        raise ValueError(f"not an id: {name!r}")
    return name


def numbers_of(worker: str) -> str:
    """Where a worker publishes its numbers."""
    return f"plenaria:numbers:{checked(worker)}"


class Keys:
    """The keys of one meeting."""

    def __init__(self, meeting: str) -> None:
        tag = f"{{m:{checked(meeting)}}}"
        self.head = f"{tag}:head"
        self.log = f"{tag}:log"
        self.phases = f"{tag}:phases"
        self.commands = f"{tag}:commands"
        self.outcomes = f"{tag}:outcomes"
        self.sealings = f"{tag}:sealings"
        self.tombstones = f"{tag}:tombstones"
        self.rewrite = f"{tag}:rewrite"
        self.snapshot = f"{tag}:snapshot"
        self.pads = f"{tag}:pads"
        self.workers = f"{tag}:workers"
        self.server = f"{tag}:server"
        self._tag = tag

    def round(self, activity: str, round: int) -> "RoundKeys":
        """Raises ValueError unless the round is 1 or more."""
        if round < 1:
            raise ValueError(f"not a round: {round}")
        place = f"{checked(activity)}:{round}"
        return RoundKeys(
            place=place,
            ballots=f"{self._tag}:ballots:{place}",
            ballot_ids=f"{self._tag}:ballot_ids:{place}",
            casts=f"{self._tag}:casts:{place}",
            sealed=f"{self._tag}:sealed:{place}",
            entered=f"{self._tag}:entered:{place}",
        )

    def pad(self, pad: str) -> str:
        return f"{self._tag}:pad:{checked(pad)}"

    def pad_base(self, pad: str) -> str:
        return f"{self._tag}:pad_base:{checked(pad)}"

    def beat(self, worker: str) -> str:
        return f"{self._tag}:beat:{checked(worker)}"

    def fixed(self) -> list[str]:
        """All keys that do not depend on a round, a pad or a worker."""
        return [
            self.head,
            self.log,
            self.phases,
            self.commands,
            self.outcomes,
            self.sealings,
            self.tombstones,
            self.rewrite,
            self.snapshot,
            self.pads,
            self.workers,
            self.server,
        ]


@dataclass(frozen=True, slots=True)
class RoundKeys:
    """The keys of one round of an activity, and its `place` in the hashes: `<activity>:<round>`."""

    place: str
    ballots: str
    ballot_ids: str
    casts: str
    sealed: str
    entered: str

    def all(self) -> list[str]:
        return [self.ballots, self.ballot_ids, self.casts, self.sealed, self.entered]
