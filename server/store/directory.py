"""The data directory of the bundled server.

| file | what |
|---|---|
| `PLENARIA` | says whose directory this is and in which schema |
| `appendonlydir/` | the server's append-only file: all data |
| `server.log` | what the server said since it was last started |
| `server.json` | the path of its socket, kept across restarts |
| `server.lock` | locked by the server itself for as long as it lives |
| `supervisor.lock` | locked by the process that restarts the server when it dies |
| `users.lock` | locked (shared) by each process that uses the server |
"""

import contextlib
import fcntl
import json
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from server.store import SCHEMA, DataDirectoryError

_MARK = "PLENARIA"
_OWN = {_MARK, "server.log", "server.json", "server.lock", "supervisor.lock", "users.lock", ".gitignore"}
_WRITTEN = (f"{_MARK}.", "server.json.")  # whole once they have their names
_LONGEST_SOCKET = 100  # bytes; the system takes 104 to 108


class DataDirectory:
    """A directory of ours, made and checked. Raises DataDirectoryError in words."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        try:
            self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._require_own()
            self.path.chmod(0o700)
        except (OSError, UnicodeDecodeError) as error:
            raise DataDirectoryError("unusable", self.path, f"the data directory cannot be used: {error}") from error

    def _require_own(self) -> None:
        mark = self.path / _MARK
        if not mark.exists():
            self._require_empty(mark)
            self._write(mark, f"A data directory of Plenaria. Leave its files alone.\nschema {SCHEMA}\n")
        self._require_known(mark.read_text(encoding="utf-8"))

    def _require_empty(self, mark: Path) -> None:
        names = (entry.name for entry in self.path.iterdir())
        foreign = sorted(name for name in names if name not in _OWN and not name.startswith(_WRITTEN))
        if foreign and not mark.exists():  # another process may have begun here while we looked
            shown = ", ".join(foreign[:5])
            raise DataDirectoryError(
                "foreign",
                self.path,
                f"this is not a data directory of Plenaria, it holds {shown}: name another with --data, or an "
                "empty one. Nothing in it was touched",
            )

    def _write(self, file: Path, text: str) -> None:
        """Whole or not at all: several processes may begin at once, and read what the first has written."""
        handle, new = tempfile.mkstemp(prefix=f"{file.name}.", dir=self.path)
        with open(handle, "w", encoding="utf-8") as out:
            out.write(text)
        Path(new).replace(file)

    def _require_known(self, text: str) -> None:
        found = re.search(r"^schema (\d+)$", text, re.MULTILINE)
        if not found:
            raise DataDirectoryError(
                "foreign", self.path, f"its file {_MARK} is not of Plenaria's making. Nothing was touched"
            )
        if int(found[1]) > SCHEMA:
            raise DataDirectoryError(
                "newer",
                self.path,
                f"it was written by a newer Plenaria (schema {found[1]}; this one knows up to {SCHEMA}): update "
                "Plenaria, or use another directory. Nothing was changed",
            )

    def lock(self, name: str) -> "Lock":
        return Lock(self.path / f"{name}.lock")

    def socket(self) -> Path | None:
        """Where the server listens, or last listened."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            return Path(json.loads((self.path / "server.json").read_bytes())["socket"])
        return None

    def place_socket(self) -> Path:
        """A path for the socket, in a directory of its own that only we may enter; the last one if possible."""
        last = self.socket()
        if last is not None and _usable(last.parent):
            return last
        directory = Path(tempfile.mkdtemp(prefix="plenaria-"))
        if len(os.fsencode(directory / "s")) > _LONGEST_SOCKET:
            directory.rmdir()
            directory = Path(tempfile.mkdtemp(prefix="plenaria-", dir="/tmp"))
        self._write(self.path / "server.json", json.dumps({"socket": str(directory / "s")}))
        return directory / "s"

    def remove_socket(self) -> None:
        """When the server has gone."""
        socket = self.socket()
        if socket is not None and _usable(socket.parent):
            with contextlib.suppress(OSError):
                socket.unlink(missing_ok=True)
                socket.parent.rmdir()

    def log(self) -> Path:
        return self.path / "server.log"


def _usable(directory: Path) -> bool:
    """Whether a directory for the socket is there, or can be again, ours alone."""
    with contextlib.suppress(OSError):
        directory.mkdir(mode=0o700, exist_ok=True)
        found = directory.lstat()
        return directory.is_dir() and found.st_uid == os.getuid() and found.st_mode & 0o077 == 0
    return False


class Lock:
    """A lock on a file, gone with the process that holds it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = -1

    @property
    def held(self) -> bool:
        return self._file >= 0

    def take(self, *, shared: bool = False) -> bool:
        """Whether it could be had at once."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self.release()
        self._file = file
        return True

    @contextlib.contextmanager
    def lent(self) -> Iterator[int]:
        """The file for a child to inherit: the child holds the lock when this process lets go of it."""
        try:
            yield self._file
        finally:
            self.release()

    def release(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def free(self) -> bool:
        """Whether nobody holds it."""
        if not self.take():
            return False
        self.release()
        return True
