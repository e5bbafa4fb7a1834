"""A rehearsal as people run it: beside a server of its own process."""

import json
from pathlib import Path

from server.rehearse.house import House
from server.rehearse.person import Person
from tests.helpers.commands import Result, Serving, given, plenaria, serving
from tests.helpers.programmes import small

# Something to practise on, four votes and the notes of three tables; 14 seats, 12 of them of States.
SHORT = ("--participants", "12", "--seconds", "3", "--json")


async def rehearse(server: Serving, data: Path, *arguments: str) -> Result:
    return await plenaria("rehearse", "--links", str(server.links_file), *arguments, data=data)


def verdict(result: Result) -> dict[str, int]:
    assert (result.code, result.err) == (0, "")
    found = json.loads(result.out.splitlines()[-1])
    assert list(found) == ["joined", "recorded", "refused", "unknown", "lost", "doubled", "ack_ms", "screen_ms"]
    assert 0 < found["ack_ms"]["p50"] <= found["ack_ms"]["p99"]
    assert 0 < found["screen_ms"]["p50"] <= found["screen_ms"]["p99"]
    return {name: found[name] for name in ("joined", "refused", "unknown", "lost", "doubled")} | {
        "everybody_voted": found["recorded"] >= 4 * 12
    }


GOOD = {"joined": 12, "refused": 0, "unknown": 0, "lost": 0, "doubled": 0, "everybody_voted": True}


async def test_a_copy_is_played_and_purged(tmp_path: Path) -> None:
    data = tmp_path / "data"
    await given(data, small())
    async with serving(data, "--workers", "2") as server:
        assert verdict(await rehearse(server, data, *SHORT)) == GOOD
        listed = await plenaria("meeting", "list", data=data)
        assert [line.split("\t")[0] for line in listed.out.splitlines()] == ["small"]
        moderator = await _moderator(server)
        assert moderator.keys["now"]["session"] is None, "the meeting itself was left alone"
        await moderator.leave()


async def test_the_meeting_itself_is_played_once(tmp_path: Path) -> None:
    """Ten have a phone; the two seats that are left vote on paper."""
    data = tmp_path / "data"
    await given(data, small())
    async with serving(data) as server:
        assert verdict(await rehearse(server, data, "--here", *SHORT, "--participants", "10")) == {**GOOD, "joined": 10}
        moderator = await _moderator(server)
        for vote in ("coffee", "priorities", "after"):
            counted = moderator.keys[f"outcome/{vote}"]["outcome"]["counted"]
            assert (counted["voted"], counted["sources"]) == (12, {"phone": 10, "paper": 2, "hands": 0})
        trial = moderator.keys["activity/practice"]
        assert (trial["session"], trial["phase"], trial["trial"]) == ("plenary", "revealed", True)
        assert moderator.keys["outcome/practice"]["outcome"]["counted"]["sources"]["phone"] == 10
        assert moderator.keys["meeting"]["closed_at"] is None
        lines = [value for key, value in moderator.keys.items() if key.startswith("line/")]
        assert all(line["sources"] for line in lines)
        read = [line for line in lines if line["status"] == "agreed_ad_referendum"]
        assert [sum(line["counts"].values()) for line in read] == [4, 4], "what came first, read in the plenary"
        assert {line["sources"][0]["sort"] for line in read} == {"outcome"}
        assert {line["sources"][0]["sort"] for line in lines if line not in read} == {"entry"}
        sheets = [value for key, value in moderator.keys.items() if key.startswith("practice/")]
        assert len(sheets) == 1
        texts = [entry for table in moderator.keys["entries/pads"]["tables"].values() for entry in table]
        assert len({text["id"] for text in texts}) == len(texts) >= 3
        await moderator.leave()
        again = await rehearse(server, data, "--here", *SHORT)
        assert (again.code, again.out) == (1, "")
        assert "ballots" in again.err


async def test_links_of_another_store_are_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    await given(data, small())
    async with serving(data) as server:
        result = await rehearse(server, tmp_path / "elsewhere", *SHORT)
    assert (result.code, "small" in result.err, "Traceback" in result.err) == (1, True, False)


async def _moderator(server: Serving) -> Person:
    house = House(server.links["meeting"], server.url)
    return await Person(house, await house.enter(server.links["control"])).come()
