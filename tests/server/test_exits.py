"""Regimes at every exit: object x audience x format x regime.

Every object says something that nothing else in the meeting says. Each exit is searched for all of them: the layers
that go over the socket (of which the screen has one), the live socket and the export route of a running server, and
every format that is registered.
"""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import Any

import orjson
import pytest

from server.exports import formats
from sessions.actor import Role
from sessions.events import encode
from sessions.views import layers_of
from tests.helpers.house import a_server_on
from tests.helpers.play import MODERATOR, delegate
from tests.helpers.report import Told
from tests.helpers.roadmap import ENTRY, FINDING, GENERAL, MERGED, NOTE, PRIVATE, SENSITIVE, SYNTHESIS, drafted
from tests.helpers.stores import a_store

REGIMES = ("open", "attributable", "chatham_house", "reserved")
OWN_LINE, COMMENT, MOVED = "Impulsar ventanillas fijas", "¿En qué países ocurre?", "Nota movida a reservado"
UNREADABLE = {"pdf", "zip"}
"""A PDF is compressed, and written from the same pages as the Word file; the pack holds the other formats again."""

AUDIENCES = {
    "screen": Role.SCREEN,
    "rapporteur": Role.RAPPORTEUR,
    "facilitator": Role.FACILITATOR,
    "secretariat": Role.SECRETARIAT,
    "delegate of the table": Role.DELEGATE,
    "delegate elsewhere": Role.DELEGATE,
}
NOTES = {"rapporteur", "facilitator", "secretariat"}
ANSWERED = {"delegate of the table"}
"""Whose delegation agreed to be quoted with the note reads what it agreed to."""

# object: (its words, who of the audiences may read it while its session is not reserved, whether exports tell it)
OBJECTS: dict[str, tuple[str, set[str], bool]] = {
    "note": (NOTE, NOTES | ANSWERED, True),
    "sensitive note": (SENSITIVE, NOTES, False),
    "note moved to reserved": (MOVED, set(), False),
    "synthesis": (SYNTHESIS, NOTES, True),
    "comment": (COMMENT, NOTES, False),
    "line of the session": (OWN_LINE, NOTES, True),
}


@cache
def ended(regime: str) -> Told:
    """A meeting whose session at tables was held under ``regime`` and drafted a line of its own; a delegation of the
    table agreed to be quoted with its note. What became reserved did so at the end, as it may at any time."""
    play = drafted(regime=regime if regime != "reserved" else "chatham_house")
    play.writes(
        "pads",
        "t1",
        {"heading": "challenge", "text": NOTE},
        {"heading": "challenge", "text": SENSITIVE, "flags": ["sensitive"]},
        {"heading": "challenge", "text": MOVED},
        why="exported",
    )
    play.does(GENERAL, "set_regime", entry="pads.t1.e2", regime="reserved")
    play.does(GENERAL, "comment_entry", comment="c-1", entry="pads.t1.e0", text=COMMENT)
    own = {"activity": OWN_LINE, "sources": [ENTRY, PRIVATE, FINDING, MERGED]}
    play.does(GENERAL, "add_line", line="l-own", session="tables", fields=own)
    play.does(delegate(seat_at(play, True)), "consent_entry", entry="pads.t1.e0", regime="open")
    play.does(MODERATOR, "close_activity", activity="pads", round=1)
    play.seals("pads")
    if regime == "reserved":
        play.does(MODERATOR, "edit_session", session="tables", regime="reserved")
    return play


def seat_at(play: Told, at_the_table: bool) -> str:
    """A delegate's seat at table 1, or at another."""
    views = play.views()
    return next(
        id_
        for id_ in play.meeting.seats
        if (views[f"seat:{id_}"]["table/tables"]["table"] == "t1") is at_the_table and not id_.startswith("unhcr")
    )


def view(play: Told, audience: str) -> str:
    """All that the socket of that audience carries."""
    role = AUDIENCES[audience]
    seat = seat_at(play, audience == "delegate of the table") if role is Role.DELEGATE else None
    actor = MODERATOR.model_copy(update={"role": role, "seat": seat})
    views = play.views()
    return orjson.dumps([views[layer] for layer in layers_of(actor)]).decode()


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("name", OBJECTS)
def test_the_socket_tells_an_object_to_whom_its_regime_lets(name: str, audience: str, regime: str) -> None:
    words, readers, _ = OBJECTS[name]
    assert (words in view(ended(regime), audience)) == (audience in readers and regime != "reserved")


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("name", OBJECTS)
def test_no_format_tells_what_the_regime_withholds(name: str, regime: str) -> None:
    words, _, told = OBJECTS[name]
    allowed = told and regime != "reserved"
    for format_ in formats():
        if format_ not in UNREADABLE:
            written = text_of(regime, format_)
            assert allowed or words not in written, format_
            assert not allowed or format_ != "json" or words in written


@cache
def text_of(regime: str, format_: str) -> str:
    return "\n".join(_texts(formats()[format_].write(ended(regime).reports(), "es")))


def _texts(body: bytes) -> Iterator[str]:
    if not body.startswith(b"PK"):
        yield body.decode("utf-8", "replace")
        return
    with zipfile.ZipFile(io.BytesIO(body)) as files:
        for name in files.namelist():
            yield name
            yield from _texts(files.read(name))


@pytest.mark.parametrize("regime", REGIMES)
def test_a_delegation_is_named_with_a_note_only_where_the_regime_names_any(regime: str) -> None:
    play = ended(regime)
    quoted = play.meeting.seats[seat_at(play, True)].delegation
    entries = next(s for s in play.reports().sessions if s.id == "tables").entries
    named = [found.id for entry in entries for found in entry.delegations]
    assert named == ([quoted] if regime in {"open", "attributable"} else [])
    nodes = play.views()["notes"]["lineage"]["nodes"]
    told = [id_ for node in nodes for id_ in node["delegations"]]
    assert told == named


@pytest.mark.parametrize("regime", REGIMES)
def test_every_source_resolves_in_the_same_file(regime: str) -> None:
    report = orjson.loads(text_of(regime, "json"))
    known = set(ids_of([report["sessions"], report["syntheses"], report["withheld"], report["tombstones"]]))
    for line in report["roadmap"]:
        assert line["withheld"] == (not line["sources"])
        for source in line["sources"]:
            cited = {
                key: source[key] for key in ("session", "activity", "outcome", "entry", "synthesis") if key in source
            }
            assert cited
            assert set(cited.values()) <= known, source
    withheld = {stub["code"]: stub for stub in report["withheld"]}
    codes = {"N-02"} | ({"N-01", "S-01"} if regime == "reserved" else set())
    assert codes <= set(withheld)
    for code in codes:
        assert set(withheld[code]) == {"id", "code", "regime", "withheld"}
    line = next(line for line in report["roadmap"] if line["id"] == "l-1")
    assert {source["code"] for source in line["sources"] if source.get("withheld")} == codes


def ids_of(value: Any) -> list[str]:
    if isinstance(value, list):
        return [id_ for item in value for id_ in ids_of(item)]
    if not isinstance(value, dict):
        return []
    own = [value["id"]] if isinstance(value.get("id"), str) else []
    return own + [id_ for item in value.values() for id_ in ids_of(item)]


@pytest.mark.parametrize("regime", ["chatham_house", "reserved"])
async def test_a_running_server_tells_no_more(regime: str) -> None:
    """The same over a real socket and the export route, from the log alone."""
    play = ended(regime)
    async with a_store() as store:
        await store.create(play.meeting.id, [encode(entry) for entry in play.log])
        async with a_server_on(store, play.meeting.id) as house:
            for name in ("screen", "rapporteur", "secretariat"):
                person = await house.with_role(AUDIENCES[name])
                heard = orjson.dumps(person.frames).decode()
                for words, readers, _ in OBJECTS.values():
                    assert (words in heard) == (name in readers and regime != "reserved"), (name, words)
            headers = {"Authorization": f"Bearer {person.pass_}"}
            answer = await house.http.get(f"/api/m/{play.meeting.id}/export.json", headers=headers)
            assert answer.status_code == 200
            for words, _, told in OBJECTS.values():
                assert (words in answer.text) == (told and regime != "reserved"), words
