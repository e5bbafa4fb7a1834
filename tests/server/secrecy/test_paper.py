"""Paper ballots of a secret round, and ballots that delegations share: searched for in every byte that is written.

Who votes on paper is known, and what the envelopes said; nothing joins the two, before the sealing or after it.
"""

import json
import re
import secrets
from pathlib import Path

from server.access.keyring import Keyring
from tests.server.secrecy.insider import FEW, Listener, Watched, a_watched_server, beside
from tests.server.secrecy.test_canary import a_round, pseudonyms

VOTE = "a-canary"
ON_PAPER = 5
_SEAT_LIST = re.compile(rb'\\?"[a-z]+(?:-[a-z]+)*-\d+\\?"(?:, ?\\?"[a-z]+(?:-[a-z]+)*-\d+\\?"){7,}')


async def opens(moderator: Listener, **setup: str) -> None:
    asked = {"question": "¿Qué?", "answer": "text", **setup}
    await moderator.does("add_session", session="s-canary", title="Prueba", start="09:00", minutes=30)
    activity = {"activity": VOTE, "kind": "poll", "title": "Prueba", "setup": asked, "secrecy": "secret"}
    await moderator.does("add_activity", session="s-canary", **activity)
    await moderator.does("start_session", session="s-canary")
    await moderator.does("open_activity", activity=VOTE)


async def outside(server: Watched, given: str) -> bytes:
    """Log, metrics, slow log and exports; the canary tests look into every one of them."""
    found = [server.said, await server.get("/metrics"), await server.slow_log()]
    found += [await server.get(f"/api/m/{server.meeting}/export.{name}", given) for name in ("json", "xlsx", "docx")]
    return b"\n".join(found)


def named(haystack: bytes, marks: list[str], seats: list[str]) -> dict[str, set[str]]:
    """Marks beside few of the seats, or of their delegations. A list of all who voted, or who may, does not count."""
    haystack = _SEAT_LIST.sub(lambda found: b"." * len(found[0]), haystack)
    names = [*seats, *(seat.rpartition("-")[0] for seat in seats)]
    found = {mark: beside(haystack, mark, names) for mark in marks}
    return {mark: around for mark, around in found.items() if 0 < len(around) <= FEW}


async def test_an_envelope_is_nobodys(tmp_path: Path) -> None:
    async with a_watched_server(tmp_path) as server:
        vote = await a_round(server)
        moderator, apart, phones = vote.moderator, vote.voters[:ON_PAPER], vote.voters[ON_PAPER:]
        seats = [str(voter.seat) for voter in apart]
        await opens(moderator)
        for seat in seats:
            await moderator.does("set_source", activity=VOTE, round=1, seat=seat, source="paper")
        for voter in phones:
            await voter.casts(VOTE, {"text": f"canario-{secrets.token_hex(6)}"})
        await moderator.does("close_activity", activity=VOTE, round=1)
        await moderator.sees(f"paper/{VOTE}", due=True)
        marks = {number: f"sobre-{secrets.token_hex(6)}" for number in (40, 12, 31, 7, 26)}
        for number, mark in marks.items():
            place = {"activity": VOTE, "round": 1, "envelope": number}
            await moderator.does("enter_paper_ballot", **place, ballot={"text": mark}, again={"text": mark})
        texts = list(marks.values())

        # Entered: under a number in the store, without a time or an author in the log, and nowhere else.
        assert all(mark.encode() in server.files for mark in texts), "a canary that is not found proves nothing"
        assert named(server.files, texts, seats) == {}
        assert named(await server.everything_in_memory(), texts, seats) == {}
        told = logged(server.files, "paper_cast")
        assert len(told) >= ON_PAPER
        assert {(entry["at"], entry["by"]) for entry in told} == {(None, None)}
        written = await outside(server, moderator.pass_)
        assert not any(mark.encode() in written for mark in texts)
        assert not any(mark.encode() in vote.frames() for mark in texts)

        await moderator.does("finish_paper", activity=VOTE, round=1)
        await moderator.sees(f"activity/{VOTE}", sealed=True)
        await server.erased()

        # Sealed: which of the ballots came in envelopes cannot be told any more, nor in which.
        for where in (server.files, await server.everything_in_memory()):
            assert all(mark.encode() in where for mark in texts)
            assert named(where, texts, seats) == {}
            assert b"envelope:" not in where
            assert b"paper_cast" not in where
        await moderator.does("reveal_outcome", activity=VOTE, round=1)
        await moderator.sees(f"outcome/{VOTE}", round=1)
        assert named(await outside(server, moderator.pass_) + vote.frames(), texts, seats) == {}


def logged(haystack: bytes, sort: str) -> list[dict[str, object]]:
    """The log's entries of one sort, found in the files as they were written."""
    found = re.findall(rb'\{"v":\d+,"at":[^{}]*"event":\{"type":"' + sort.encode() + rb'"[^{}]*\}\}', haystack)
    return [json.loads(entry) for entry in found]


async def test_a_shared_ballot_is_its_delegations_alone_and_then_nobodys(tmp_path: Path) -> None:
    async with a_watched_server(tmp_path) as server:
        vote = await a_round(server)
        moderator, voters = vote.moderator, vote.voters
        await opens(moderator, unit="delegation")
        for voter in voters:
            mark = f"comun-{secrets.token_hex(6)}"
            vote.marks[str(voter.seat)] = mark
            await voter.casts(VOTE, {"text": mark})
            await voter.sees(f"shared/{VOTE}", ballot={"text": mark})
        # A colleague of the first replaces its ballot: both have both, and nobody else has either.
        one = str(voters[0].seat)
        of_one = (n for n, seat in enumerate(server.links["seats"]) if seat["delegation"] == one.rpartition("-")[0])
        number = next(n for n in of_one if server.links["seats"][n]["seat"] != one)
        colleague = await server.by_card(number)
        await colleague.sees(f"shared/{VOTE}", ballot={"text": vote.marks[str(voters[0].seat)]})
        new = f"comun-{secrets.token_hex(6)}"
        await colleague.casts(VOTE, {"text": new})
        for person in (voters[0], colleague):
            await person.sees(f"shared/{VOTE}", ballot={"text": new})
        texts = {seat: [mark] for seat, mark in vote.marks.items()}
        texts[str(voters[0].seat)].append(new)
        own = {str(voter.seat): voter for voter in voters}
        for seat, marks in texts.items():
            knows = [own[seat], *([colleague] if seat == voters[0].seat else [])]
            for person in [*vote.people, colleague]:
                said = b"\n".join(person.texts)
                assert [mark for mark in marks if mark.encode() in said] == (marks if person in knows else [])
        every = [mark for marks in texts.values() for mark in marks]
        written = await outside(server, moderator.pass_)
        assert not any(mark.encode() in written for mark in every)
        assert vote.linked(server.files) == {}
        keys = pseudonyms(Keyring((tmp_path / "data.secret").read_bytes()), vote)["delegation"]
        assert all(key.encode() in server.files for key in keys), "keys that are not found prove nothing"

        await moderator.does("close_activity", activity=VOTE, round=1)
        await moderator.sees(f"activity/{VOTE}", sealed=True)
        await colleague.misses(f"shared/{VOTE}")
        await server.erased()
        for where in (server.files, await server.everything_in_memory()):
            assert vote.linked(where) == {}
            assert not any(key.encode() in where for key in keys)
