"""The export route of a running server."""

import asyncio
import io
import itertools
import json
import re
import threading
import zipfile
from collections.abc import AsyncIterator

import httpx
import pytest

from server.access.admission import cookie_name
from server.exports import Format, route
from server.rehearse import house as rehearsal
from server.rehearse.pad import Pad
from sessions.actor import Role
from sessions.ids import pad_id
from sessions.report import Report
from tests.helpers.house import House, Person, a_house
from tests.helpers.programmes import small
from tests.server.exports.payloads import poisoned

ALLOWED = (Role.SECRETARIAT, Role.MODERATOR, Role.RAPPORTEUR)
MEDIA = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(poisoned()) as opened:
        yield opened


async def exported(house: House, format_: str, person: Person | None, query: str = "") -> httpx.Response:
    headers = {"Authorization": f"Bearer {person.pass_}"} if person else {}
    return await house.http.get(f"/api/m/{house.meeting}/export.{format_}{query}", headers=headers)


@pytest.mark.parametrize("format_", sorted(MEDIA))
async def test_every_format_downloads(house: House, format_: str) -> None:
    answer = await exported(house, format_, await house.moderator())
    assert answer.status_code == 200
    assert answer.headers["content-type"] == MEDIA[format_]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    name = re.fullmatch(r'attachment; filename="([a-z0-9.-]+)"', answer.headers["content-disposition"])
    assert name
    assert name[1].startswith(f"{house.meeting}-")
    assert name[1].endswith(f"-draft-es.{format_}")
    if format_ in {"xlsx", "docx"}:
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None


@pytest.mark.parametrize("role", list(Role))
async def test_only_those_who_answer_for_the_report_get_it(house: House, role: Role) -> None:
    if role in {Role.DELEGATE, Role.OBSERVER}:
        person: Person = await house.phone("panama" if role is Role.DELEGATE else "unhcr")
    else:
        person = await house.with_role(role, "t1" if role is Role.FACILITATOR else None)
    for format_ in MEDIA:
        answer = await exported(house, format_, person)
        assert answer.status_code == (200 if role in ALLOWED else 403)
        if role not in ALLOWED:
            assert answer.json() == {"code": "not_allowed"}


async def test_nobody_gets_it_without_a_pass_or_with_that_of_another_meeting(house: House) -> None:
    assert (await exported(house, "json", None)).status_code == 403
    moderator = await house.moderator()
    answer = await house.http.get("/api/m/another/export.json", headers={"Authorization": f"Bearer {moderator.pass_}"})
    assert answer.status_code == 403


async def test_a_cookie_opens_it_as_a_browser_would(house: House) -> None:
    moderator = await house.moderator()
    cookie = f"{cookie_name(house.meeting, Role.MODERATOR)}={moderator.pass_}"
    answer = await house.http.get(f"/api/m/{house.meeting}/export.csv", headers={"Cookie": cookie})
    assert answer.status_code == 200


async def test_a_format_that_is_not_there(house: House) -> None:
    moderator = await house.moderator()
    for name in ("exe", "route", "words", "__init__"):
        answer = await exported(house, name, moderator)
        assert (answer.status_code, answer.json()) == (404, {"code": "unknown_format"})


@pytest.mark.parametrize("lang", ["es", "en", "pt", "xx", "..%2f", "a%0d%0aSet-Cookie:%20x=1"])
async def test_the_language_asked_for_is_one_of_three(house: House, lang: str) -> None:
    answer = await exported(house, "csv", await house.moderator(), f"?lang={lang}")
    told = lang if lang in {"es", "en", "pt"} else "es"
    assert answer.headers["content-disposition"].endswith(f'-{told}.csv"')
    assert "set-cookie" not in answer.headers
    first = {"es": "Código;", "en": "Code,", "pt": "Código;"}[told]
    assert answer.content.decode("utf-8-sig").startswith(first)


async def test_the_file_is_the_report_as_it_stands(house: House) -> None:
    moderator = await house.moderator()
    phone = await house.phone("panama")
    await moderator.starts("votes")
    await moderator.opens("single")
    assert (await phone.casts("single", {"choices": ["O-0"]}))["verdict"] == "recorded"
    open_ = await exported(house, "json", moderator)
    assert open_.json()["sessions"][0]["activities"][0]["outcomes"] == []
    await moderator.closes("single")
    await moderator.reveals("single")
    report = Report.model_validate_json((await exported(house, "json", moderator)).content)
    assert report.draft
    assert report.sessions[0].activities[0].outcomes[0].count == 1
    assert phone.seat
    assert phone.seat not in json.dumps(report.model_dump(mode="json"))


async def test_open_pads_are_recorded_first(house: House) -> None:
    moderator, phone = await house.moderator(), await house.phone("panama")
    await moderator.starts("pads")
    await moderator.opens("notes")
    table = (await phone.sees("table/pads"))["table"]
    async with a_pad(house, pad_id(house.meeting, "notes", table), phone) as pad:
        await pad.write("e1", "h0", "=1+1 escrito ahora")
        report = Report.model_validate_json((await exported(house, "json", moderator)).content)
        assert [entry.text for entry in report.sessions[1].entries] == ["=1+1 escrito ahora"]
        again = Report.model_validate_json((await exported(house, "json", moderator)).content)
        assert again == report


def a_pad(house: House, pad: str, phone: Person) -> Pad:
    return Pad(rehearsal.House(house.meeting, house.url), pad, phone.role, phone.pass_)


async def test_however_many_are_asked_for_a_round_is_counted_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, written = threading.Event(), itertools.count(1)

    def slow(report: Report, lang: str) -> bytes:
        go_on.wait(20)
        return str(next(written)).encode()

    monkeypatch.setattr(route, "formats", lambda: {"json": Format("json", "application/json", slow)})
    async with a_house(small()) as house:
        await _counted_meanwhile(house, go_on)
    assert next(written) == 21  # not the one whom nobody waited for


async def _counted_meanwhile(house: House, go_on: threading.Event) -> None:
    moderator = await house.moderator()
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    asking = [asyncio.create_task(exported(house, "json", moderator)) for _ in range(20)]
    gone = asyncio.create_task(exported(house, "json", moderator))
    try:
        await moderator.sees("activity/coffee", phase="open")
        await moderator.closes("coffee")
        await moderator.sees("activity/coffee", sealed=True)
        assert not any(task.done() for task in asking)
        gone.cancel()
        await asyncio.gather(gone, return_exceptions=True)
    finally:
        go_on.set()
    assert {(await task).status_code for task in asking} == {200}
