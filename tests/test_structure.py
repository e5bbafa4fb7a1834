"""The house rules that a program can check: sizes, state, lock files, licence, documented settings."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.source_tree import ROOT, Module, modules

LONGEST_FILE = 400
GENERATED = {"client/src/wire.ts"}
SOURCES = {
    path.relative_to(ROOT).as_posix(): path
    for folder in ("server", "sessions", "tests", "client/src", "client/scripts", "client/test")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".lua", ".ts", ".tsx", ".mjs", ".css"} and not {"static", "node_modules"} & {*path.parts}
}
MODULES = modules("server", "sessions")
MUTABLE = {"dict", "list", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}


@pytest.mark.parametrize("name", sorted(set(SOURCES) - GENERATED))
def test_a_file_is_short(name: str) -> None:
    assert len(SOURCES[name].read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("module", MODULES.values(), ids=lambda m: m.name)
def test_a_module_keeps_no_state(module: Module) -> None:
    kept = [
        f"line {node.lineno}: {name}"
        for node in module.tree.body
        for name in assigned_names(node)
        if name == name.lower() and not name.startswith("__") and mutable(value_of(node))
    ]
    assert not kept
    assert not [n.lineno for n in ast.walk(module.tree) if isinstance(n, ast.Global)]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_file_names_packages_versions_and_hashes_only(name: str) -> None:
    lines = (ROOT / name).read_text().splitlines()
    content = [line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")]
    pinned = re.compile(r"[\w.-]+==[\w.+!-]+( ; [^\\]+)? \\|--hash=sha256:[0-9a-f]{64}( \\)?")
    assert content
    assert [line for line in content if not pinned.fullmatch(line)] == []
    assert not [line for line in lines if "://" in line or line.startswith("-")]


def test_every_runtime_package_is_at_the_same_version_in_both_lock_files() -> None:
    run, dev = pins("requirements.txt"), pins("requirements-dev.txt")
    assert run
    assert {name: dev.get(name) for name in run} == run


def test_every_declared_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.split(r"[^\w.-]", line)[0].lower().replace("_", "-") for line in wanted}
    assert names <= set(pins("requirements-dev.txt"))


def test_the_lock_files_serve_the_oldest_python() -> None:
    # redis asks for it before Python 3.11.3, and Debian 12 has 3.11.2: a lock made on a later one leaves it out.
    assert "async-timeout" in pins("requirements.txt")


def test_the_npm_lock_file_names_no_registry() -> None:
    lock = (ROOT / "client" / "package-lock.json").read_text()
    assert '"integrity"' in lock
    assert '"resolved"' not in lock
    assert not re.search(r"^\s*(@\w+:)?registry\s*=", (ROOT / "client" / ".npmrc").read_text(), re.MULTILINE)


def test_every_setting_is_documented() -> None:
    name = re.compile(r"PLENARIA_[A-Z_]+")
    known = set(name.findall((ROOT / "server" / "settings.py").read_text()))
    documented = set(name.findall((ROOT / "docs" / "operations.md").read_text()))
    assert known
    assert known == documented


def test_the_licence_is_the_one_that_the_package_declares() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["license"] == "Apache-2.0"
    text = (ROOT / "LICENSE").read_text()
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([\w.-]+)==([\w.+!-]+)", Path(ROOT / name).read_text(), re.MULTILINE))


def assigned_names(node: ast.stmt) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def value_of(node: ast.stmt) -> ast.expr | None:
    return node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None


def mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).rpartition(".")[2] in MUTABLE
    return isinstance(value, ast.Dict | ast.List | ast.Set | ast.DictComp | ast.ListComp | ast.SetComp)
