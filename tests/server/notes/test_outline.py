"""Updates are read before the library sees them: whatever the bytes, it is only given what is sound and complete."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycrdt import Doc, Map, Text, TransactionEvent

from server.notes.document import Document
from server.notes.guard import Limits, Refusal, UpdateRefused
from server.notes.outline import ForeignShape, read_outline, read_state_vector
from server.notes.wire import MalformedBytes, Reader, varuint
from tests.server.notes.editor import entry

HEADINGS = frozenset({"challenge"})


def session(seed: int, edits: int = 40) -> list[bytes]:
    """The updates of three people who edit at once and hear of each other now and then."""
    chance = random.Random(seed)
    updates: list[bytes] = []
    docs: list[Doc[Any]] = [Doc(client_id=n + 1) for n in range(3)]
    subscriptions = []
    for doc in docs:
        doc.get("entries", type=Map)

        def heard(event: TransactionEvent) -> None:
            updates.append(event.update)

        subscriptions.append(doc.observe(heard))
    for _ in range(edits):
        doc = chance.choice(docs)
        if chance.random() < 0.4:
            before = len(updates)
            for other in docs:
                doc.apply_update(other.get_update(doc.get_state()))
            del updates[before:]
        edit(doc, chance)
    return updates


def edit(doc: "Doc[Any]", chance: random.Random) -> None:
    entries = doc.get("entries", type=Map)
    id_ = f"e{chance.randrange(4)}"
    if id_ not in entries:
        entries[id_] = entry("año 𝒳 nuevo", flags=["sensitive"])
    elif chance.random() < 0.1:
        del entries[id_]
    else:
        text: Text = entries[id_]["text"]
        at = chance.randrange(len(str(text)) + 1)
        # The library counts bytes; the place must not be inside a letter.
        text.insert(len(str(text)[:at].encode()), chance.choice(["a", "ñ", "𝒳", "palabra "]))


@pytest.mark.parametrize("seed", range(20))
def test_every_sound_update_is_read_whole_and_its_clocks_agree(seed: int) -> None:
    reference: Doc[Any] = Doc()
    reference.get("entries", type=Map)
    known: dict[int, int] = {}
    for update in session(seed):
        outline = read_outline(update)
        assert not outline.pending(known) or any(
            needed > known.get(client, 0) for client, needed in outline.needs.items()
        )
        reference.apply_update(update)
        known = read_state_vector(reference.get_state())
    whole = read_outline(reference.get_update())
    assert {client: end for client, (_, end) in whole.brings.items()} == known
    assert not whole.pending({})


@pytest.mark.parametrize("seed", range(10))
def test_documents_that_hear_in_any_order_converge_and_hold_nothing_back(seed: int) -> None:
    updates = session(seed)
    in_order, shuffled = Document(), Document()
    for update in updates:
        offer(in_order, update)
    waiting = updates[:]
    random.Random(seed).shuffle(waiting)
    while waiting:
        left = [update for update in waiting if not offer(shuffled, update)]
        assert len(left) < len(waiting), "what is pending must become acceptable"
        waiting = left
    assert in_order.entries.to_py() == shuffled.entries.to_py()
    assert read_state_vector(in_order.state()) == read_state_vector(shuffled.state())


def offer(document: Document, update: bytes) -> bool:
    try:
        news = document.try_update(update, HEADINGS, Limits())
    except UpdateRefused as refused:
        if refused.code is Refusal.PENDING:
            return False
        raise
    if news is not None:
        document.commit(news)
    return True


UPDATES = session(7)


@settings(max_examples=400)
@given(st.integers(0, len(UPDATES) - 1), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=6))
def test_mutated_updates_are_taken_or_refused_and_never_more(which: int, changes: list[tuple[int, int]]) -> None:
    document = Document(UPDATES[:which])
    before = document.entries.to_py()
    mutated = bytearray(UPDATES[which])
    for at, value in changes:
        mutated[at % len(mutated)] = value
    try:
        news = document.try_update(bytes(mutated), HEADINGS, Limits())
    except UpdateRefused:
        assert document.entries.to_py() == before
        return
    assert document.entries.to_py() == before, "trying changes nothing yet"
    if news is not None:
        document.commit(news)
        assert set(document.entries.to_py() or {}) >= set(before or {}) or read_outline(news).deletes


@given(st.binary(max_size=200))
def test_any_bytes_are_an_outline_or_refused(data: bytes) -> None:
    try:
        read_outline(data)
    except (MalformedBytes, ForeignShape):
        return


def test_a_damaged_update_in_the_store_leaves_the_rest_readable() -> None:
    updates = session(3)
    document = Document([*updates[:10], b"\x05broken", *updates[10:]])
    assert document.damaged
    assert document.entries.to_py() == Document(updates).entries.to_py()


@given(st.integers(0, 2**53 - 1))
def test_numbers_are_read_as_written(number: int) -> None:
    reader = Reader(varuint(number))
    assert reader.uint() == number
    reader.finish()


@pytest.mark.parametrize("data", [b"", b"\x80", b"\xff" * 9, b"\xff" * 7 + b"\x1f"])
def test_numbers_that_are_none(data: bytes) -> None:
    with pytest.raises(MalformedBytes):
        Reader(data).uint()
