"""The client's build: when it runs, with which Node, and what it leaves for the server."""

import gzip
import json
from pathlib import Path

import brotli
import pytest

import hatch_build
from tests.source_tree import ROOT

STATIC = ROOT / "server" / "static"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one source file, whose build writes one asset instead of running Node."""
    (tmp_path / "client" / "src").mkdir(parents=True)
    (tmp_path / "client" / "src" / "main.tsx").write_text("one")

    def build(client: Path, script: str) -> None:
        built = client.parent / "server" / "static"
        built.mkdir(parents=True, exist_ok=True)
        with (built / "log").open("a") as log:
            log.write(f"{script}\n")

    monkeypatch.setattr(hatch_build, "run_script", build)
    return tmp_path


def builds(project: Path) -> int:
    return len((project / "server" / "static" / "log").read_text().splitlines())


def test_it_builds_once_for_the_same_sources(project: Path) -> None:
    hatch_build.build_client(project)
    hatch_build.build_client(project)
    assert builds(project) == 1


def test_it_builds_again_when_a_source_changes(project: Path) -> None:
    hatch_build.build_client(project)
    (project / "client" / "src" / "main.tsx").write_text("two")
    hatch_build.build_client(project)
    assert builds(project) == 2


def test_it_builds_again_when_a_source_moves(project: Path) -> None:
    hatch_build.build_client(project)
    (project / "client" / "src" / "pages").mkdir()
    (project / "client" / "src" / "main.tsx").rename(project / "client" / "src" / "pages" / "main.tsx")
    hatch_build.build_client(project)
    assert builds(project) == 2


def test_tests_and_packages_are_no_sources(project: Path) -> None:
    hatch_build.build_client(project)
    (project / "client" / "node_modules").mkdir()
    (project / "client" / "node_modules" / "x.js").write_text("x")
    (project / "client" / "src" / "main.test.tsx").write_text("x")
    hatch_build.build_client(project)
    assert builds(project) == 1


def test_a_failed_build_is_tried_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(hatch_build, "run_script", failing)
        with pytest.raises(RuntimeError, match="no Node"):
            hatch_build.build_client(project)
    hatch_build.build_client(project)
    assert builds(project) == 1


def failing(client: Path, script: str) -> None:
    raise RuntimeError("no Node")


@pytest.mark.parametrize(("version", "found"), [("v18.20.1", False), ("v20.19.0", True), ("v24.1.0", True)])
def test_without_the_wheel_a_recent_node_on_the_path_will_do(
    version: str, found: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("node", "npm"):
        (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert hatch_build.node_folder() == (tmp_path if found else None)


def test_the_page_shells_find_their_files_in_the_manifest() -> None:
    manifest = json.loads((STATIC / "manifest.json").read_text())
    assert manifest["src/main.tsx"]["isEntry"]
    for record in manifest.values():
        for file in [record["file"], *record.get("css", [])]:
            assert (STATIC / file).is_file()
        assert set(record.get("imports", [])) <= set(manifest)


def test_every_script_and_style_sheet_is_there_compressed_too() -> None:
    plain = [path for path in (STATIC / "assets").iterdir() if path.suffix in {".js", ".css", ".svg"}]
    assert plain
    for path in plain:
        assert gzip.decompress(Path(f"{path}.gz").read_bytes()) == path.read_bytes()
        assert brotli.decompress(Path(f"{path}.br").read_bytes()) == path.read_bytes()


def test_nothing_built_names_a_machine_or_maps_back_to_one() -> None:
    assert not list(STATIC.rglob("*.map"))
    for path in STATIC.rglob("*.js"):
        assert str(ROOT) not in path.read_text(encoding="utf-8")
