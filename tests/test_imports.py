"""Who may import what: the rules of docs/architecture.md."""

import ast
import sys
from graphlib import CycleError, TopologicalSorter

import pytest

from tests.source_tree import Module, modules, reached, within

SESSIONS = modules("sessions")
SERVER = modules("server")
ALL = {**SESSIONS, **SERVER}

# Libraries without I/O that the domain may use.
PURE_LIBRARIES = {"pydantic", "pydantic_core", "annotated_types", "typing_extensions", "rapidfuzz"}
# Of the standard library, what brings I/O, a clock, chance or concurrency. `random` only as Random(seed).
IMPURE = {
    *("asyncio", "concurrent", "multiprocessing", "threading", "contextvars", "signal", "sched"),
    *("io", "os", "pathlib", "shutil", "tempfile", "glob", "subprocess", "sqlite3", "shelve"),
    *("socket", "ssl", "select", "selectors", "http", "urllib", "email", "logging", "sys"),
    *("time", "secrets", "uuid"),
}
# The ways around the list above.
IMPURE_CALLS = {"open", "print", "input", "now", "utcnow", "today", "getrandbits", "urandom"}

KINDS_HOME = "sessions.activities"
KIND_CONTRACT = "sessions.activities.kind"
CONCRETE = ("server.store.redis", "server.store.embedded")
# From the inside out: the application, the process that serves it, the command line. Only those further out
# import one of them.
WIRING = ("server.app", "server.serving", "server.commands", "server.cli")


def kinds() -> set[str]:
    """The names of the modules or folders directly in sessions/activities/ that are a kind."""
    inside = (name.split(".")[2] for name in SESSIONS if name.startswith(f"{KINDS_HOME}."))
    return {name for name in inside if name != "kind" and not name.startswith("_")}


def kind_modules(kind: str) -> list[str]:
    return [name for name in SESSIONS if within(name, f"{KINDS_HOME}.{kind}")]


def test_there_is_a_domain_and_a_server_to_check() -> None:
    assert len(SESSIONS) > 5
    assert len(SERVER) > 5
    assert {"poll", "prioritise", "notes"} <= kinds()


@pytest.mark.parametrize("module", SESSIONS.values(), ids=lambda m: m.name)
def test_the_domain_is_pure(module: Module) -> None:
    tops = {name.split(".")[0] for name in module.imports}
    foreign = {top for top in tops if top not in sys.stdlib_module_names | PURE_LIBRARIES | {"sessions"}}
    assert not foreign, "only the standard library and the pure libraries"
    assert not tops & IMPURE
    assert not asynchronous(module.tree), "the domain does not wait"
    assert not impure_calls(module.tree)
    assert not unseeded_chance(module.tree)


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_a_kind_sees_its_contract_and_leaf_modules_only(kind: str) -> None:
    own = f"{KINDS_HOME}.{kind}"
    for name in kind_modules(kind):
        for used in SESSIONS[name].imports:
            if within(used, own) or used == KIND_CONTRACT or not within(used, "sessions"):
                continue
            assert not within(used, KINDS_HOME), f"{name} imports {used}, another kind or the list of kinds"
            behind = [n for n in reached(used, SESSIONS) if within(n, KINDS_HOME) and n != KIND_CONTRACT]
            assert not behind, f"{name} imports {used}, which is no leaf: it knows {behind}"


def test_exporters_never_see_a_kind() -> None:
    assert_never_imports("server.exports", KINDS_HOME)


def test_live_delivery_sees_the_contract_of_the_store_only() -> None:
    for name in (n for n in SERVER if within(n, "server.live")):
        behind = {n: by for n, by in reached(name, ALL).items() if within(n, "redis", *CONCRETE)}
        assert not behind, f"{name} reaches {behind}"


def test_only_the_outermost_parts_wire_concrete_ones() -> None:
    for name, module in SERVER.items():
        if within(name, *WIRING, "server.store"):
            continue
        wired = {used for used in module.imports if within(used, "redis", *CONCRETE)}
        assert not wired, f"{name} wires {wired}"


def test_nobody_imports_what_wires_but_the_parts_further_out() -> None:
    for name, module in ALL.items():
        further_in = WIRING[: next((at for at, part in enumerate(WIRING) if within(name, part)), 0)]
        allowed = [*further_in, *(part for part in WIRING if within(name, part))]
        wiring = {used for used in module.imports if within(used, *WIRING) and not within(used, *allowed)}
        assert not wiring, f"{name} imports {wiring}"


def test_nothing_goes_round_in_a_circle() -> None:
    graph = {name: {used for used in module.imports if used in ALL} for name, module in ALL.items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as found:
        pytest.fail(" <- ".join(found.args[1]))


@pytest.mark.parametrize(
    "module",
    [m for n, m in SERVER.items() if not within(n, "server.notes", "server.rehearse")],
    ids=lambda m: m.name,
)
def test_the_server_never_names_a_kind(module: Module) -> None:
    named = [
        f"line {node.lineno}: {node.value!r}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and node.value in kinds()
    ]
    assert not named


def assert_never_imports(package: str, forbidden: str) -> None:
    for name, module in SERVER.items():
        if within(name, package):
            assert not {used for used in module.imports if within(used, forbidden)}, name


def asynchronous(tree: ast.Module) -> list[int]:
    kinds_of_waiting = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    return [node.lineno for node in ast.walk(tree) if isinstance(node, kinds_of_waiting)]


def impure_calls(tree: ast.Module) -> list[str]:
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [f"line {call.lineno}: {ast.unparse(call.func)}" for call in calls if impure(call)]


def impure(call: ast.Call) -> bool:
    written = ast.unparse(call.func)
    unseeded = written == "Random" and not call.args
    return unseeded or written.rpartition(".")[2] in IMPURE_CALLS


def unseeded_chance(tree: ast.Module) -> list[str]:
    """Any import of `random` but that of the class, whose seed the calls are checked for."""
    return [
        ast.unparse(node)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and any(alias.name == "random" for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and node.module == "random" and written_names(node) != ["Random"])
    ]


def written_names(node: ast.ImportFrom) -> list[str]:
    return [alias.name for alias in node.names]
