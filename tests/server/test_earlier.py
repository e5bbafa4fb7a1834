"""A roadmap of an earlier meeting, taken up by the next one."""

import json
from pathlib import Path
from typing import Any

import pytest

from server.earlier import NoRoadmap, read_earlier
from server.exports import formats
from tests.helpers.commands import plenaria
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told
from tests.helpers.roadmap import GENERAL, drafted
from tests.source_tree import ROOT


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    """A meeting's report, with one line that was agreed."""
    play = drafted()
    play.does(GENERAL, "edit_line", line="l-1", version=1, changes={"target": "12"})
    for status in ("reviewed", "agreed_ad_referendum"):
        play.does(MODERATOR, "set_line_status", line="l-1", status=status)
    file = tmp_path / "earlier.json"
    file.write_bytes(formats()["json"].write(play.reports(), "es"))
    return file


def test_its_lines_are_followed_up_and_taken_up(exported: Path) -> None:
    earlier = read_earlier(exported)
    play = Told(small(), earlier=earlier)
    play.does(GENERAL, "follow_earlier", line="l-1", progress="under_way", note="Dos de doce")
    source = {"sort": "earlier", "id": "l-1", "why": "reword"}
    play.does(GENERAL, "add_line", line="n-1", fields={"activity": "Ampliar la red", "sources": [source]})
    report = json.loads(formats()["json"].write(play.reports(), "es"))
    assert report["earlier"] == [
        {
            "id": "l-1",
            "code": "HR-26-01",
            "meeting": "small",
            "activity": "Crear una red regional",
            "theme": None,
            "target": "12",
            "status": "agreed_ad_referendum",
            "progress": "under_way",
            "note": "Dos de doce",
        }
    ]
    cited = report["roadmap"][0]["sources"][0]
    assert (cited["earlier"], cited["code"], cited["meeting"], cited["tombstone"]) == ("l-1", "HR-26-01", "small", True)
    assert report["tombstones"] == [{"id": "l-1", "code": "HR-26-01", "tombstone": True, "meeting": "small"}]


@pytest.mark.parametrize(
    "body",
    [
        b"\xff",
        b"[]",
        b'{"plenaria": 2, "roadmap": []}',
        b'{"plenaria": 1}',
        b'{"plenaria": 1, "meeting": {"id": "m"}, "roadmap": [{"activity": "x"}]}',
        b'{"plenaria": 1, "meeting": {"id": "m"}, "roadmap": [{"id": "a", "code": "<b>", "activity": "x"}]}',
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, body: bytes) -> None:
    file = tmp_path / "file.json"
    file.write_bytes(body)
    with pytest.raises(NoRoadmap, match=r"file\.json"):
        read_earlier(file)


def test_two_lines_with_one_id_are_refused(exported: Path) -> None:
    report: dict[str, Any] = json.loads(exported.read_bytes())
    report["roadmap"] *= 2
    exported.write_text(json.dumps(report))
    with pytest.raises(NoRoadmap, match="one id"):
        read_earlier(exported)


async def test_a_meeting_is_made_with_it(tmp_path: Path, exported: Path) -> None:
    panama = str(ROOT / "sessions" / "programmes" / "panama-2025.yaml")
    made = await plenaria("meeting", "create", panama, "--roadmap", str(exported), data=tmp_path / "data")
    assert (made.code, made.out) == (0, "conare-2025\n")
    exported.write_text("{}")
    refused = await plenaria("meeting", "create", panama, "--roadmap", str(exported), data=tmp_path / "data")
    assert (refused.code, refused.out, "Traceback" in refused.err) == (1, "", False)
