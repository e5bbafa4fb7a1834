"""What people type, through a real server: titles, messages, answers and notes come out fit for a projector."""

import time
import unicodedata
from collections.abc import AsyncIterator
from typing import Any

import orjson
import pytest
from pycrdt import Doc, Map, Text

from server.meetings import create
from server.store.redis import RedisStore
from tests.helpers.house import House, Moderator, a_server_on
from tests.helpers.programmes import small
from tests.helpers.stores import meeting, server_url, store

__all__ = ["meeting", "server_url", "store"]

PAYLOADS = {
    "decomposed": ("Peru\u0301 y Panama\u0301", "Perú y Panamá"),
    "turned round": ("Acta \u202etxt.exe\u202c fin", "Acta txt.exe fin"),
    "isolated": ("\u2066Acta\u2069 \u2067fin", "Acta fin"),
    "piled up": ("Z" + "\u0336" * 120 + "algo", "Z\u0336\u0336\u0336algo"),
    "piled up on joiners": (
        "Z" + "\u0336\u0336\u200d" * 9 + "algo",
        "Z\u0336\u0336\u200d\u0336" + "\u200d" * 8 + "algo",
    ),
    "controls": ("Ac\x00ta\x07 \x1b[31mroja\x85", "Acta [31mroja"),
    "markup": ("<img src=x onerror=alert(1)>&amp;</script>", "<img src=x onerror=alert(1)>&amp;</script>"),
    "formula": ('=HYPERLINK("http://x")', '=HYPERLINK("http://x")'),
    "emoji": ("👩‍🏫 y 👨‍👩‍👧‍👦", "👩‍🏫 y 👨‍👩‍👧‍👦"),
    "arabic": ("السلام عليكم", "السلام عليكم"),
    "persian": ("می‌خواهم", "می‌خواهم"),
    "burmese": ("မြန်မာဘာသာ", "မြန်မာဘာသာ"),
    "tigrinya": ("ትግርኛ", "ትግርኛ"),
}
NOTHING = ["", " \n\t ", "\u200b\u200b", "\u202e\u202c", "\x00\x01", "\u0301\u0302", "\u2060\ufeff"]
LONG = "a" * 65_536


@pytest.fixture
async def house(store: RedisStore) -> AsyncIterator[House]:
    async with a_server_on(store, await create(store, small())) as opened:
        yield opened


async def test_what_is_shown_is_clean_and_otherwise_as_it_was_typed(house: House) -> None:
    moderator, phone = await house.moderator(), await house.phone("peru")
    await moderator.starts("plenary")
    for number, name in enumerate(PAYLOADS):
        typed, shown = PAYLOADS[name]
        assert unicodedata.is_normalized("NFC", shown)
        id_, state = f"x-{number}", f"state-{number}"
        setup = {"question": typed, "answer": "text", "note": typed}
        order = {"session": "plenary", "activity": id_, "kind": "poll", "title": typed, "setup": setup}
        await moderator.comes_again()
        await moderator.does("add_activity", **order)
        await moderator.does("edit_session", session="plenary", title={"es": typed, "en": typed})
        await moderator.does("add_delegation", delegation=state, title=typed)
        await moderator.does("send_message", text=typed)
        await moderator.opens(id_)
        activity = await moderator.sees(f"activity/{id_}", phase="open")
        assert activity["title"] == activity["setup"]["question"] == activity["setup"]["note"] == {"es": shown}, name
        await moderator.sees("meeting", message={"es": shown})
        programme = moderator.keys["programme"]
        assert programme["sessions"][0]["title"] == {"es": shown, "en": shown}, name
        assert programme["delegations"][state] == {"es": shown}, name
        assert (await phone.casts(id_, {"text": typed}))["verdict"] == "recorded", name
        await moderator.closes(id_)
        outcome = await moderator.reveals(id_)
        (answer,) = outcome["outcome"]["result"]["texts"]
        assert answer["text"] == " ".join(shown.split()), name


async def test_notes_are_recorded_clean(house: House) -> None:
    """What a phone's editor put into the pad is any text; what the report reads is not."""
    moderator = await house.moderator()
    await moderator.starts("tables")
    await moderator.opens("pads")
    written = Doc[Any]()
    entries = written.get("entries", type=Map)
    for number, (typed, _) in enumerate(PAYLOADS.values()):
        heading = {"heading": "challenge", "order": number, "flags": Map(), "v": 1}
        entries[f"e{number:02d}"] = Map({**heading, "text": Text(typed)})
    await house.store.pad_append(house.meeting, "pads.t1", written.get_update())
    await moderator.closes("pads")
    recorded = (await moderator.sees("entries/pads"))["tables"]["t1"]
    assert [entry["text"] for entry in recorded] == [shown for _, shown in PAYLOADS.values()]


async def test_a_text_that_shows_nothing_is_no_text(house: House) -> None:
    moderator = await house.moderator()
    for typed in NOTHING:
        await moderator.refused("invalid_command", "send_message", text=typed)
        await moderator.refused("invalid_command", "add_delegation", delegation="x-state", title=typed)
        await moderator.refused("invalid_command", "edit_session", session="plenary", title={"es": typed})


async def elapsed(moderator: Moderator, name: str, args: dict[str, Any]) -> tuple[dict[str, Any], float]:
    began = time.process_time()
    reply = await moderator.gives(name, args)
    return reply, time.process_time() - began


async def test_long_texts_are_refused_at_once(house: House) -> None:
    moderator = await house.moderator()
    for letter in ("a", "\u0301", "\u202e", "👩", "(", " ", "\n", "=", "<"):
        text = letter * (11_000 // len(orjson.dumps(letter)[1:-1]))
        for name, args in (
            ("send_message", {"text": text}),
            ("add_delegation", {"delegation": "x-state", "title": text + "x" * 4001}),
            ("edit_session", {"session": text, "title": "x"}),
            ("set_stage", {"stage": {"show": "notes", "table": text}}),
            ("cast_ballot", {"activity": "coffee", "round": 1, "ballot_id": text, "ballot": {}}),
        ):
            reply, seconds = await elapsed(moderator, name, args)
            assert reply["verdict"] == "refused", (letter, name)
            assert seconds < 1, (letter, name)


async def test_sixty_four_kilobytes_end_the_connection_of_whoever_sends_them_and_no_other(house: House) -> None:
    moderator, other = await house.moderator(), await house.moderator()
    began = time.process_time()
    assert moderator._socket is not None
    command = {"type": "command", "id": "c" * 12, "name": "send_message", "args": {"text": LONG}}
    await moderator._socket.send(orjson.dumps(command).decode())
    await moderator._socket.wait_closed()
    assert time.process_time() - began < 2
    await other.does("send_message", text="Seguimos")


async def test_the_door_refuses_them_at_once(house: House) -> None:
    for knock in ({"code": LONG}, {"seat": LONG}, {"secret": LONG}, {"code": "ABCDEF", "delegation": LONG}):
        began = time.process_time()
        assert (await house.enters(**knock)).status_code == 413
        assert time.process_time() - began < 2


async def test_the_door_takes_strange_tokens_for_wrong_ones(house: House) -> None:
    tokens = ("\\ud800", "é" * 100, "s.\\u0000.\\u0000.x", "k.a.b.\\udfff", "s...", "k.x.y.ñ")
    for token in tokens:
        for field in ("seat", "secret", "code"):
            content = f'{{"{field}":"{token}"}}'.encode()
            answer = await house.http.post("/api/pass", content=content, headers={"content-type": "application/json"})
            assert answer.status_code in {400, 404}, (field, token, answer.text)
