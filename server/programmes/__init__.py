"""Reads programmes from YAML files and tells in words, with the line, what is wrong with one."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from server.programmes import tree
from server.programmes.sentences import Lang, sentence, unreadable_sentence
from server.programmes.words import LINE, MORE
from sessions.faults import Fault, ProgrammeFaults, read_programme
from sessions.programme import Programme

MAX_FAULTS = 100
DEFAULT = "panama-2025.yaml"


@dataclass(frozen=True, slots=True)
class ProgrammeFault:
    """Something wrong in a file. Lines and columns count from 1; line 0 is the file itself (it cannot be opened).

    ``str()`` gives «línea 42: ...»; ``message`` is the sentence without its line.
    """

    line: int
    column: int
    message: str
    lang: Lang = "es"

    def __str__(self) -> str:
        return f"{LINE[self.lang]} {self.line}: {self.message}" if self.line else self.message


class FaultyProgramme(Exception):
    """A file that cannot be used as a programme; ``faults`` is never empty and in the order of the file."""

    def __init__(self, faults: list[ProgrammeFault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def load(path: Path, lang: Lang = "es") -> Programme:
    """The programme in a file. Raises ``FaultyProgramme``, also where the file cannot be opened."""
    try:
        with path.open("rb") as file:
            content = file.read(tree.MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        unreadable = tree.Unreadable("cannot_open", (0, 0), getattr(error, "strerror", None) or str(error))
        raise FaultyProgramme([_worded(unreadable, lang)]) from error
    return read(content, lang)


def check(path: Path, lang: Lang = "es") -> list[ProgrammeFault]:
    """Everything that is wrong with a file, in its order; empty where it is a sound programme."""
    try:
        load(path, lang)
    except FaultyProgramme as faulty:
        return faulty.faults
    return []


def read(content: bytes, lang: Lang = "es") -> Programme:
    """The programme in the bytes of a file. Raises ``FaultyProgramme``."""
    try:
        root = tree.read(content)
    except tree.Unreadable as unreadable:
        raise FaultyProgramme([_worded(unreadable, lang)]) from unreadable
    try:
        return read_programme(root.value)
    except ProgrammeFaults as found:
        raise FaultyProgramme(_in_words(found.faults, root, lang)) from found


def default_programme() -> Programme:
    """The programme that an empty store is given."""
    return read(files("sessions.programmes").joinpath(DEFAULT).read_bytes())


def _in_words(faults: Iterable[Fault], root: tree.Node, lang: Lang) -> list[ProgrammeFault]:
    placed = sorted(((root.find(fault.path), fault) for fault in faults), key=lambda pair: pair[0])
    worded = [ProgrammeFault(*place, sentence(fault, root.value, lang), lang) for place, fault in placed[:MAX_FAULTS]]
    worded = list(dict.fromkeys(worded))
    left = len(placed) - MAX_FAULTS
    if left > 0:
        worded.append(ProgrammeFault(*placed[MAX_FAULTS][0], MORE[lang].format(count=left), lang))
    return worded


def _worded(unreadable: tree.Unreadable, lang: Lang) -> ProgrammeFault:
    return ProgrammeFault(*unreadable.place, unreadable_sentence(unreadable, lang), lang)
