"""Regimes at every exit, for every sort of object: product x audience x format x regime.

One meeting in which each object says, under each regime, what nothing else says. Its words, and the delegation beside
them, are looked for in every layer that goes over the socket and in every file.
"""

import io
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import orjson
import pytest

from server.exports import formats
from server.exports.zip import SUMS
from sessions.actor import Actor, Role
from sessions.views import layers_of
from tests.helpers.everything import AUTHOR, GENERAL, NAMES, OBSERVER, OTHER, REGIMES, THIRD, everything, marker
from tests.helpers.everything import events_of as log_of
from tests.helpers.house import a_server_on
from tests.helpers.play import MODERATOR
from tests.helpers.report import Told
from tests.helpers.stores import a_store
from tests.server.exports.reading import W, cells_by_row, parts, rows, words

AUDIENCES: dict[str, Actor] = {
    "own": Actor(role=Role.DELEGATE, seat=f"{AUTHOR}-1"),
    "other": Actor(role=Role.DELEGATE, seat=f"{THIRD}-1"),
    "observer": Actor(role=Role.OBSERVER, seat=f"{OBSERVER}-1"),
    "screen": Actor(role=Role.SCREEN),
    "rapporteur": GENERAL,
    "moderator": MODERATOR,
}
FILES = ("docx", "pdf", "md", "xlsx", "csv", "json", "zip")
ALL, WRITING, DESK = frozenset(AUDIENCES), frozenset({"rapporteur", "moderator"}), frozenset({"moderator"})
ROADMAP = frozenset(FILES)
REPORT = ROADMAP - {"csv"}
"""The plain table is the roadmap alone; the pack has one of everything else."""
NOWHERE: frozenset[str] = frozenset()

# object: (who reads its words while its session is not reserved, who besides once it is, which files tell them)
TOLD: dict[str, tuple[frozenset[str], frozenset[str], frozenset[str]]] = {
    "question": (ALL, DESK, REPORT),
    "idea": (ALL, DESK, REPORT),
    "cluster": (ALL, DESK, REPORT),
    "merged": (WRITING, DESK, REPORT),
    "absorbed": (WRITING, DESK, REPORT),
    "hidden": (DESK, DESK, NOWHERE),
    "objection": (DESK, DESK, NOWHERE),
    "outcome": (ALL, DESK, REPORT),
    "offer": (ALL, DESK, REPORT),
    "need": (ALL, DESK, REPORT),
    "lonely": (ALL, DESK, REPORT),
    "note": (WRITING, NOWHERE, REPORT),
    "quoted note": (WRITING | {"own"}, NOWHERE, REPORT),
    "sensitive note": (WRITING, NOWHERE, NOWHERE),
    "draft": (WRITING, NOWHERE, REPORT),
    "comment": (WRITING, NOWHERE, NOWHERE),
    "synthesis": (WRITING, NOWHERE, REPORT),
    "named sheet": (WRITING | {"own"}, frozenset({"own"}), REPORT),
    "named sheet results": (WRITING | {"own"}, frozenset({"own"}), REPORT),
    "unnamed sheet": (WRITING | {"own"}, frozenset({"own"}), REPORT),
    "line": (WRITING, NOWHERE, ROADMAP),
    "output": (WRITING, NOWHERE, ROADMAP),
    "remark": (WRITING, NOWHERE, ROADMAP),
    "signed reservation": (WRITING, NOWHERE, ROADMAP),
    "unsigned reservation": (WRITING, NOWHERE, ROADMAP),
}
NAMING, NOT_RESERVED = ("open", "attributable"), ("open", "attributable", "chatham_house")

# object: (its delegation, who of the audiences is told it beside the words, under which regimes, whether files are)
NAMED: dict[str, tuple[str, frozenset[str], tuple[str, ...], bool]] = {
    "idea": (AUTHOR, DESK, NAMING, False),
    "hidden": (AUTHOR, DESK, NAMING, False),
    "note": (AUTHOR, NOWHERE, (), False),
    "quoted note": (AUTHOR, WRITING, NAMING, True),
    "sensitive note": (AUTHOR, NOWHERE, (), False),
    "draft": (AUTHOR, NOWHERE, (), False),
    "synthesis": (AUTHOR, NOWHERE, (), False),
    "offer": (AUTHOR, ALL, NOT_RESERVED, True),  # posting says so
    "need": (OTHER, ALL, NOT_RESERVED, True),
    "named sheet": (AUTHOR, WRITING, NOT_RESERVED, True),
    "unnamed sheet": (AUTHOR, NOWHERE, (), False),
    "line": (THIRD, WRITING, NOT_RESERVED, True),  # it leads it
    "signed reservation": (AUTHOR, WRITING, NAMING, True),
    "unsigned reservation": (OTHER, NOWHERE, (), False),
}


@cache
def meeting() -> Told:
    return everything()


@cache
def pack() -> dict[str, bytes]:
    """The files of the pack by name. It holds what each format writes."""
    with zipfile.ZipFile(io.BytesIO(formats()["zip"].write(meeting().reports(), "es"))) as files:
        return {name: files.read(name) for name in sorted(files.namelist())}


def written(file: str) -> bytes:
    return pack()["hoja-de-ruta.csv" if file == "csv" else f"informe.{file}"]


@cache
def told_by(file: str) -> tuple[str, ...]:
    """What stands together in a file, for a reader; in the pack, in each of its files."""
    if file == "zip":
        own = {"hoja-de-ruta.csv", SUMS, *(f"informe.{known}" for known in FILES)}
        more = (units(name.rpartition(".")[2], body) for name, body in pack().items() if name not in own)
        return tuple(chain.from_iterable((*(told_by(known) for known in FILES if known != file), *more)))
    return tuple(units(file, written(file)))


@cache
def seen(audience: str) -> dict[str, Any]:
    """The keys that the socket of ``audience`` carries."""
    views = meeting().views()
    return {key: value for layer in layers_of(AUDIENCES[audience]) for key, value in views[layer].items()}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_socket_tells_each_object_to_whom_its_regime_lets(audience: str) -> None:
    carried = orjson.dumps(seen(audience)).decode()
    for name, (readers, reserved, _) in TOLD.items():
        for regime in REGIMES:
            allowed = audience in (reserved if regime == "reserved" else readers)
            assert (marker(name, regime) in carried) == allowed, (name, regime)


@pytest.mark.parametrize("file", FILES)
def test_each_file_tells_what_its_regime_lets_out_and_nothing_else(file: str) -> None:
    text = "\n".join(told_by(file))
    for name, (_, _, files) in TOLD.items():
        for regime in REGIMES:
            assert (marker(name, regime) in text) == (file in files and regime != "reserved"), (name, regime)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_socket_names_a_delegation_only_where_its_regime_lets(audience: str) -> None:
    told = list(objects(seen(audience)))
    for name, (delegation, readers, regimes, _) in NAMED.items():
        for regime in REGIMES:
            allowed = audience in readers and regime in regimes
            if audience == "own" and delegation == AUTHOR:
                continue  # its own
            found = any(marker(name, regime) in one and is_named(delegation, one) for one in told)
            assert found == allowed, (name, regime)


DRAWN = tuple(file for file in FILES if file != "pdf")
"""The PDF is set from the paper that the Word file is drawn from; its rows are torn into lines."""


@pytest.mark.parametrize("file", DRAWN)
def test_a_file_names_a_delegation_only_where_its_regime_lets(file: str) -> None:
    told = told_by(file)
    for name, (delegation, _, regimes, tells) in NAMED.items():
        for regime in REGIMES:
            allowed = tells and regime in regimes and file in TOLD[name][2]
            found = any(marker(name, regime) in one and is_named(delegation, one) for one in told)
            assert found == allowed, (name, regime)


def test_a_withheld_source_is_a_code_without_content_in_every_file() -> None:
    """Of the reserved session the line is a code; of the others the sensitive note and the hidden idea are."""
    report = orjson.loads(written("json"))
    assert report["roadmap"][3]["activity"] is None
    assert report["roadmap"][3]["sources"] == []
    for number, line in enumerate(report["roadmap"][:3]):
        withheld = [source for source in line["sources"] if source.get("withheld")]
        assert [set(source) - {"regime", "why"} for source in withheld] == [{"code", "id", "withheld", "entry"}] * 2, (
            number
        )
        codes = [source["code"] for source in withheld]
        assert [code[0] for code in codes] == ["N", "D"]
        for file in ("docx", "md", "xlsx", "csv"):
            text = "\n".join(told_by(file))
            assert line["code"] in text
            assert all(code in text for code in codes), (file, number)
    stubs = {stub["id"]: stub for stub in report["withheld"]}
    assert all(set(stub) == {"id", "code", "regime", "withheld"} for stub in stubs.values())


async def test_a_running_server_tells_no_more() -> None:
    """Over real sockets and the export route, from the log alone; who writes no report gets no file."""
    play = meeting()
    async with a_store() as store:
        await store.create(play.meeting.id, log_of(play))
        async with a_server_on(store, play.meeting.id) as house:
            for audience, actor in AUDIENCES.items():
                person = await (house.card(actor.seat) if actor.seat else house.with_role(actor.role))
                heard = orjson.dumps(person.frames).decode()
                headers = {"Authorization": f"Bearer {person.pass_}"}
                for name, (readers, reserved, _) in TOLD.items():
                    for regime in REGIMES:
                        allowed = audience in (reserved if regime == "reserved" else readers)
                        assert (marker(name, regime) in heard) == allowed, (audience, name, regime)
                for file in FILES if audience not in WRITING else ("json",):
                    answer = await house.http.get(f"/api/m/{play.meeting.id}/export.{file}", headers=headers)
                    assert answer.status_code == (200 if audience in WRITING else 403)
                    for name, (_, _, files) in TOLD.items():
                        assert (marker(name, "open") in answer.text) == (audience in WRITING and file in files)
                        assert marker(name, "reserved") not in answer.text
                await person.leaves()


def is_named(delegation: str, text: str) -> bool:
    return NAMES[delegation] in text or f'"{delegation}"' in text


def objects(value: Any) -> Iterator[str]:
    """Every object with an id, every row of a table and every value without either, each without the objects in it."""
    if isinstance(value, dict):
        own = {}
        for key, inner in value.items():
            if isinstance(inner, list) and any(isinstance(one, list) or _is_object(one) for one in inner):
                for one in inner:
                    yield from objects(one)
            elif key != "fields" and _is_object(inner):
                yield from objects(inner)
            else:
                own[key] = inner
        yield orjson.dumps(own).decode()
    elif isinstance(value, list):
        yield orjson.dumps(value).decode()
    else:
        yield orjson.dumps(value).decode()


def _is_object(value: Any) -> bool:
    """Rather than a text in languages or a delegation."""
    if not isinstance(value, dict) or value.keys() <= {"id", "name"}:
        return False
    plain = all(not isinstance(inner, dict | list) for inner in value.values())
    return not (plain and value.keys() <= {"es", "en", "pt"})


def units(file: str, body: bytes) -> Iterator[str]:
    """What stands together for a reader: a paragraph, a row, an object."""
    if file == "json":
        yield from objects(orjson.loads(body))
    elif file == "csv":
        yield from ("|".join(row) for row in rows(body))
    elif file == "xlsx":
        yield from cells_by_row(body)
    elif file == "md":
        yield from _sheets(body.decode().replace("\\", "").splitlines(), "#")
    elif file == "docx":
        root = parts(body)["word/document.xml"]
        yield from (words(node) for node in root.iter(f"{W}tr"))
        yield from _sheets([words(node) for node in root.iter(f"{W}p")], "F-")
    else:
        yield from _pdf(body)


def _sheets(lines: list[str], begins: str) -> Iterator[str]:
    """Each line, and each good-practice sheet from its title to its results: its country stands between."""
    yield from lines
    for at, line in enumerate(lines):
        if line.startswith(begins) and "sheet" in line.lower():
            end = next((to for to in range(at + 1, len(lines)) if "Results" in lines[to]), at)
            yield "\n".join(lines[at:end])


def _pdf(body: bytes) -> Iterator[str]:
    """Its text as a reader selects it, else the paper that it is set from."""
    program = shutil.which("pdftotext")
    if program is None:
        yield from told_by("docx")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.pdf"
        file.write_bytes(body)
        run = subprocess.run([program, "-layout", str(file), "-"], check=True, capture_output=True)
    yield from run.stdout.decode().splitlines()
