"""An edited roadmap comes back: what changed is told row by row, accepted or refused, and no edit of others is lost."""

import asyncio
import io
import subprocess
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import httpx
import openpyxl
import pytest

from server.exports.words import LANGUAGES
from sessions.actor import Role
from tests.helpers.house import House, Moderator, Person, a_house
from tests.helpers.programmes import small

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LINES = ("Crear una red", "Elaborar una guía", "Diseñar un curso")
Edit = Callable[[Any, dict[str, int]], None]


@pytest.fixture
async def house() -> AsyncIterator[House]:
    async with a_house(small()) as opened:
        yield opened


async def with_lines(house: House) -> Moderator:
    moderator = await house.moderator()
    phone = await house.phone("peru")
    await moderator.starts("plenary")
    await moderator.opens("coffee")
    assert (await phone.casts("coffee", {"choices": ["yes"]}))["verdict"] == "recorded"
    await moderator.closes("coffee")
    await moderator.reveals("coffee")
    source = {"sort": "outcome", "id": "coffee", "part": "yes", "why": "promote"}
    for number, activity in enumerate(LINES):
        fields = {"activity": activity, "sources": [source], "output": "=1+1", "leads": ["peru"], "quarter": 2}
        await moderator.does("add_line", line=f"l-{number}", fields=fields)
    return moderator


async def exported(house: House, person: Person, lang: str = "es") -> bytes:
    headers = {"Authorization": f"Bearer {person.pass_}"}
    answer = await house.http.get(f"/api/m/{house.meeting}/export.xlsx?lang={lang}", headers=headers)
    assert answer.status_code == 200
    return answer.content


def edited(body: bytes, edit: Edit) -> bytes:
    """The file after a person has changed cells: (sheet, column number by head)."""
    book = openpyxl.load_workbook(io.BytesIO(body))
    sheet: Any = book.worksheets[1]
    edit(sheet, {str(cell.value): cell.column for cell in sheet[4]})
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


async def sent(
    house: House, person: Person | None, body: bytes, *, apply: bool = True, type_: str = XLSX
) -> httpx.Response:
    headers = {"Content-Type": type_} | ({"Authorization": f"Bearer {person.pass_}"} if person else {})
    query = "?apply=1" if apply else ""
    path = f"/api/m/{house.meeting}/roadmap.xlsx{query}"
    return await house.http.post(path, content=body, headers=headers, timeout=90)  # what reads it gives way to all else


async def rows(house: House, person: Person, body: bytes, *, apply: bool = True) -> list[dict[str, Any]]:
    answer = await sent(house, person, body, apply=apply)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["rows"])


def verdicts(told: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(row["verdict"], row.get("reason", "")) for row in told]


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_file_that_nobody_changed_changes_nothing(house: House, lang: str) -> None:
    moderator = await with_lines(house)
    told = await rows(house, moderator, await exported(house, moderator, lang))
    assert verdicts(told) == [("unchanged", "")] * 3


async def test_what_was_changed_is_told_first_and_done_when_asked(house: House) -> None:
    moderator = await with_lines(house)

    def edit(sheet: Any, at: dict[str, int]) -> None:
        sheet.cell(5, at["Actividad"]).value = "Crear una red regional"
        sheet.cell(5, at["Trimestre"]).value = 3
        sheet.cell(5, at["Mecanismo"]).value = "Proceso de Quito"
        sheet.cell(6, at["Estado"]).value = "revisada"
        sheet.cell(6, at["País(es) líder(es)"]).value = "Panama; Peru"

    body = edited(await exported(house, moderator), edit)
    tried = await rows(house, moderator, body, apply=False)
    assert verdicts(tried) == [("accepted", ""), ("accepted", ""), ("unchanged", "")]
    assert {"field": "activity", "before": LINES[0], "after": "Crear una red regional"} in tried[0]["changes"]
    assert [len(row["changes"]) for row in tried] == [3, 2, 0]
    assert moderator.keys["line/l-0"]["fields"]["activity"] == LINES[0]

    assert await rows(house, moderator, body) == tried
    line = await moderator.sees("line/l-0", version=2)
    assert (line["fields"]["activity"], line["fields"]["quarter"]) == ("Crear una red regional", 3)
    assert line["fields"]["mechanism"] == "quito"
    assert (await moderator.sees("line/l-1", status="reviewed"))["fields"]["leads"] == ["panama", "peru"]


async def test_what_somebody_else_changed_meanwhile_is_not_lost(house: House) -> None:
    moderator = await with_lines(house)
    body = await exported(house, moderator)
    await moderator.does("edit_line", line="l-0", version=1, changes={"activity": "Tejer una red"})
    await moderator.does("edit_line", line="l-1", version=1, changes={"target": "12"})
    await moderator.does("set_line_status", line="l-2", status="reviewed")

    def edit(sheet: Any, at: dict[str, int]) -> None:
        sheet.cell(5, at["Actividad"]).value = "Crear otra red"
        sheet.cell(6, at["Actividad"]).value = "Elaborar dos guías"
        sheet.cell(7, at["Estado"]).value = "acordada ad referéndum"

    told = await rows(house, moderator, edited(body, edit))
    assert verdicts(told) == [("refused", "stale_line"), ("accepted", ""), ("refused", "stale_line")]
    assert (await moderator.sees("line/l-1", version=3))["fields"]["target"] == "12"
    assert moderator.keys["line/l-0"]["fields"]["activity"] == "Tejer una red"
    assert moderator.keys["line/l-2"]["status"] == "reviewed"


async def test_rows_that_make_no_sense_are_refused_one_by_one(house: House) -> None:
    moderator = await with_lines(house)

    def edit(sheet: Any, at: dict[str, int]) -> None:
        sheet.cell(5, at["Mecanismo"]).value = "Mercosur"
        sheet.cell(6, at["Actividad"]).value = "x" * 201
        sheet.cell(7, at["Código"]).value = "HR-99-99"
        sheet.cell(8, at["Código"]).value = "nueva"
        sheet.cell(8, at["Actividad"]).value = "Una línea sin origen"

    told = await rows(house, moderator, edited(await exported(house, moderator), edit))
    assert verdicts(told) == [
        ("refused", "unknown_value"),
        ("refused", "invalid_command"),
        ("refused", "unknown_row"),
        ("refused", "unknown_row"),
        ("refused", "missing_row"),
    ]
    assert [moderator.keys[f"line/l-{n}"]["version"] for n in range(3)] == [1, 1, 1]


async def test_a_formula_someone_typed_as_text_goes_both_ways_as_text(house: House) -> None:
    moderator = await with_lines(house)

    def edit(sheet: Any, at: dict[str, int]) -> None:
        cell = sheet.cell(5, at["Producto / resultado esperado"])
        cell.value = "=cmd|' /C calc'!A0"
        cell.data_type = "s"

    body = edited(await exported(house, moderator), edit)
    assert verdicts(await rows(house, moderator, body))[0] == ("accepted", "")
    await moderator.sees("line/l-0", version=2)
    assert verdicts(await rows(house, moderator, await exported(house, moderator))) == [("unchanged", "")] * 3


async def test_rows_in_another_order_and_columns_left_out(house: House) -> None:
    moderator = await with_lines(house)

    def edit(sheet: Any, at: dict[str, int]) -> None:
        sheet.delete_cols(at["Producto / resultado esperado"])
        first, last = ([cell.value for cell in sheet[row]] for row in (5, 7))
        for at_, (a, b) in enumerate(zip(last, first, strict=True), start=1):
            sheet.cell(5, at_).value, sheet.cell(7, at_).value = a, b

    told = await rows(house, moderator, edited(await exported(house, moderator), edit))
    assert verdicts(told) == [("unchanged", "")] * 3
    assert [row["line"] for row in told] == ["l-2", "l-1", "l-0"]


@pytest.mark.parametrize("role", list(Role))
async def test_only_those_who_write_the_report_hand_files_back(house: House, role: Role) -> None:
    moderator = await with_lines(house)
    body = await exported(house, moderator)
    if role in {Role.DELEGATE, Role.OBSERVER}:
        person: Person = await house.phone("panama" if role is Role.DELEGATE else "unhcr")
    else:
        person = await house.with_role(role, "t1" if role is Role.FACILITATOR else None)
    allowed = role in {Role.SECRETARIAT, Role.MODERATOR, Role.RAPPORTEUR}
    assert (await sent(house, person, body)).status_code == (200 if allowed else 403)
    assert (await sent(house, None, body)).status_code == 403
    assert (await sent(house, moderator, body, type_="multipart/form-data")).status_code == 415


@pytest.mark.skipif(not Path("/usr/bin/soffice").exists(), reason="needs LibreOffice")
async def test_a_page_of_another_site_hands_no_file_in(house: House) -> None:
    moderator = await with_lines(house)
    body, cookie = await exported(house, moderator), f"plenaria_{house.meeting}_moderator={moderator.pass_}"
    for origin in ("https://evil.example", "null", None):
        headers = {"Content-Type": XLSX, "Cookie": cookie} | ({"Origin": origin} if origin else {})
        answer = await house.http.post(f"/api/m/{house.meeting}/roadmap.xlsx", content=body, headers=headers)
        assert (answer.status_code, answer.json()) == (403, {"code": "forbidden"})
    headers = {"Content-Type": XLSX, "Cookie": cookie, "Origin": house.url}
    assert (await house.http.post(f"/api/m/{house.meeting}/roadmap.xlsx", content=body, headers=headers)).is_success


async def test_what_libreoffice_saves_comes_back(house: House, tmp_path: Path) -> None:
    moderator = await with_lines(house)
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "roadmap.xlsx"
    file.write_bytes(await exported(house, moderator))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx"]
    await asyncio.to_thread(
        subprocess.run, [*command, "--outdir", str(tmp_path), str(file)], check=True, capture_output=True, timeout=90
    )
    told = await rows(house, moderator, (tmp_path / "roadmap.xlsx").read_bytes())
    assert verdicts(told) == [("unchanged", "")] * 3
