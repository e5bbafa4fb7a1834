"""A short selection of what `make faults` runs, and each thing that a rude client may say."""

import asyncio

import pytest

from tests.faults.__main__ import all_rows
from tests.faults.rude import EARLIER, SAYINGS, Door, says
from tests.helpers.house import a_house
from tests.helpers.programmes import small

ROWS = {row.id: row for row in all_rows()}
MATRIX = {
    *(f"C{n}" for n in range(1, 17)),
    *(f"N{n}" for n in range(1, 13)),
    *(f"S{n}" for n in range(1, 15)),
    *(f"R{n}" for n in range(1, 20)),
}


def test_every_row_of_the_matrix_is_there_and_says_what_it_expects() -> None:
    assert set(ROWS) >= MATRIX
    assert len(ROWS) == len(all_rows())
    assert not [row.id for row in ROWS.values() if len(row.expected) < 20]


@pytest.mark.parametrize("id_", ["C3", "C6", "N11", "N12", "R12", "R13"])
async def test_the_row_holds(id_: str) -> None:
    told = await ROWS[id_].run(quick=True)
    assert told["held"] is True, told["note"]


async def test_who_breaks_the_rules_is_told_which() -> None:
    async with a_house(small()) as house:
        answer = await house.enters(seat=house.keyring.seat_card(house.meeting, "peru-1"))
        door = Door(house.settings.port, house.meeting, answer.json()["pass"])
        codes = await asyncio.gather(*(says(door, make()) for make, _ in SAYINGS.values()))
    for (name, (_, code)), found in zip(SAYINGS.items(), codes, strict=True):
        assert found in EARLIER.get(name, {code}), (name, found)
