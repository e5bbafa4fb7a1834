"""`python -m server.store.repair DIRECTORY`: keep what can be read of a damaged data directory.

The directory is first copied aside, as `<directory>.damaged-<n>`, and never deleted. Then the append-only file is cut
off before the first thing that cannot be read: what was recorded after it is only in the copy.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from server.store import DataDirectoryError
from server.store.bundled import program
from server.store.directory import DataDirectory


def repair(data_dir: Path) -> tuple[Path, str]:
    """The copy made aside, and what the checking program said. Raises DataDirectoryError."""
    directory = DataDirectory(data_dir)
    lock = directory.lock("server")
    if not lock.take():
        raise DataDirectoryError("busy", directory.path, "a server is at work on it: stop Plenaria first")
    try:
        copy = _copied(directory.path)
        last = _last_file(directory.path / "appendonlydir")
        if last is None:
            raise DataDirectoryError(
                "corrupt", directory.path, f"its list of files is damaged; a copy is in {copy}: restore a backup"
            )
        executable = program(directory.path)
        # The server program is its own checking program, when it is called by that name.
        name = executable.name.replace("server", "check-aof")
        done = subprocess.run(
            [name, "--fix", str(last)],
            executable=executable,
            input=b"y\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode(errors="replace").strip()
        if done.returncode != 0:
            raise DataDirectoryError(
                "corrupt", directory.path, f"it cannot be repaired; a copy is in {copy}. {said.splitlines()[-1:]}"
            )
        return copy, said
    finally:
        lock.release()


def _last_file(directory: Path) -> Path | None:
    """The file that was last appended to, by the manifest; those before it are whole or beyond repair.

    The checking program is not given the manifest itself: it takes the base files of Valkey for damaged.
    """
    found: dict[int, str] = {}
    for manifest in directory.glob("*.manifest"):
        text = manifest.read_text(encoding="utf-8", errors="replace")
        for name, number in re.findall(r"^file (\S+) seq (\d+) type i$", text, re.MULTILINE):
            found[int(number)] = name
    return directory / found[max(found)] if found else None


def _copied(path: Path) -> Path:
    number = 1
    while (copy := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    shutil.copytree(path, copy)
    return copy


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    try:
        copy, said = repair(Path(sys.argv[1]))
    except DataDirectoryError as error:
        print(error, file=sys.stderr)
        return 1
    print(said)
    print(f"Repaired. The directory as it was is in {copy}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
