"""The project's own modules and what each imports, read from the source without running it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeGuard

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Module:
    name: str
    path: Path
    tree: ast.Module
    imports: frozenset[str]
    """Dotted names; a module of the project where the name is one, else as written."""


def modules(*packages: str) -> dict[str, Module]:
    """Every module below these top-level packages, by its dotted name."""
    paths = {
        dotted(path): path
        for package in packages
        for path in sorted((ROOT / package).rglob("*.py"))
        if "__pycache__" not in path.parts
    }
    trees = {name: ast.parse(path.read_text(encoding="utf-8"), filename=str(path)) for name, path in paths.items()}
    # What a package defines under a module's name hides that module from `from package import name`.
    hidden = {f"{name}.{node.name}" for name, tree in trees.items() for node in tree.body if defines(node)}
    seen = set(paths) - hidden
    return {name: Module(name, paths[name], tree, imports(paths[name], tree, seen)) for name, tree in trees.items()}


def dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def defines(node: ast.stmt) -> TypeGuard[ast.FunctionDef | ast.ClassDef]:
    return isinstance(node, ast.FunctionDef | ast.ClassDef)


def imports(path: Path, tree: ast.Module, known: set[str]) -> frozenset[str]:
    name = dotted(path)
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    return frozenset(imported(tree, package, known))


def imported(tree: ast.Module, package: str, known: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = absolute(node, package)
            for alias in node.names:
                full = f"{base}.{alias.name}"
                yield full if full in known else base


def absolute(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return node.module or ""
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def within(name: str, *packages: str) -> bool:
    """Whether it is one of these modules or lies inside one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def reached(start: str, tree: dict[str, Module]) -> dict[str, str]:
    """All that importing it imports, each with the module that asked for it first."""
    found: dict[str, str] = {}
    waiting = [start]
    while waiting:
        asking = waiting.pop()
        for name in sorted(tree[asking].imports if asking in tree else ()):
            if name not in found:
                found[name] = asking
                waiting.append(name)
    return found
