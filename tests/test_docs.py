"""The documents say what the code does: made parts are current, examples run, links and commands exist."""

import json
import re
import shlex
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from docs import generate, meanings
from server import cli, programmes, settings
from server.live.schema import KEYS
from server.meetings import read
from sessions.actor import Actor, Role
from sessions.report import Report
from sessions.views import layers_of
from tests.helpers.house import a_house
from tests.helpers.programmes import small
from tests.sessions.test_law import play_everything
from tests.source_tree import ROOT

PAGES = ("README.md", "CHANGELOG.md", "docs/architecture.md", "docs/protocol.md", "docs/operations.md")
SCREENS = "docs/screens/"
# `REDIS_URL` and its like: variables that are not of our own naming.
FOREIGN = {"REDIS_URL", "PORT", "HOST"}


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def block(page: str, mark: str) -> str:
    """The code block that follows ``<!-- mark -->``."""
    found = re.search(rf"<!-- {mark} -->\n```\w+\n(.*?)```", text(page), re.DOTALL)
    assert found, f"{page} has no block {mark}"
    return found[1]


def test_the_parts_made_from_the_code_are_current() -> None:
    page = text("docs/protocol.md")
    assert generate.current(page) == page, "python -m docs.generate --write"


def test_a_part_that_has_no_place_is_noticed() -> None:
    with pytest.raises(ValueError, match="limits"):
        generate.current(text("docs/protocol.md").replace("<!-- end: limits -->", ""))


def test_no_words_are_kept_for_what_is_gone() -> None:
    page = text("docs/protocol.md")
    assert set(meanings.LAYERS) == {name for name, _ in KEYS}
    for words in (meanings.COMMANDS, meanings.REFUSALS, meanings.CLOSING, meanings.PAD_REFUSALS):
        assert [name for name in words if f"`{name}`" not in page] == []


def test_every_key_is_in_the_layer_that_the_protocol_names() -> None:
    play, _ = play_everything()
    found: dict[str, set[str]] = {}
    for layer, seen in play.seen.items():
        found.setdefault("own seat" if layer.startswith("seat:") else layer, set()).update(map(template, seen))
    # Presence comes from the sockets, likeness and shared ballots from the server; a validation takes a pad.
    of_the_server = {"presence", "likeness/{activity}", "validated/{activity}", "shared/{activity}"}
    for layer, keys in found.items():
        named = {key for key, where in meanings.LAYERS.items() if where == layer}
        assert keys == named - of_the_server, layer
    assert set(found) == set(meanings.LAYERS.values())
    assert layers_of(Actor(role=Role.DELEGATE, seat="peru-1")) == ("everyone", "seat:peru-1")


def template(key: str) -> str:
    """``turnout/coffee`` -> ``turnout/{activity}``."""
    name, slash, _ = key.partition("/")
    names = [known for known, _ in KEYS]
    return key if key in names else next(known for known in names if slash and known.startswith(f"{name}/{{"))


async def test_the_example_of_the_protocol_runs() -> None:
    namespace: dict[str, Any] = {}
    exec(compile(block("docs/protocol.md", "example"), "docs/protocol.md", "exec"), namespace)  # noqa: S102 - our own page
    async with a_house(small()) as house:
        code = (await read(house.store, house.meeting)).code
        secret = house.keyring.role_link(house.meeting, Role.MODERATOR)
        bars = await namespace["meeting"](house.url, code, secret)
    assert [bar["count"] for bar in bars] == [1, 0]


def test_the_report_in_the_protocol_has_the_shape_of_one() -> None:
    raw = json.loads(block("docs/protocol.md", "report"))
    assert json.loads(Report.model_validate(raw).model_dump_json()) == raw, "a field is missing or has a default"


def test_the_settings_are_those_that_the_server_knows() -> None:
    rows = set(re.findall(r"^\| `([A-Z_]+)` \|", text("docs/operations.md"), re.MULTILINE))
    assert rows == settings.KNOWN | FOREIGN


def test_every_default_in_the_table_of_settings_is_the_real_one() -> None:
    said = dict(re.findall(r"^\| `([A-Z_]+)` \| `([^`]*)`", text("docs/operations.md"), re.MULTILINE))
    real = settings.read_settings({})
    assert said == {
        "HOST": real.host,
        "PORT": str(real.port),
        "PLENARIA_DATA": str(real.data),
        "PLENARIA_PROXIES": real.proxies,
        "PLENARIA_LOG": real.log,
        "PLENARIA_LOG_FORMAT": real.log_format,
    }


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    here = (ROOT / page).parent
    prose = re.sub(r"```.*?```", "", text(page), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", prose) + re.findall(r'(?:src|href)="([^"]+)"', prose)
    for target in targets:
        if re.match(r"https?://|mailto:", target):
            continue
        path, _, fragment = unquote(target).partition("#")
        found = (here / path).resolve() if path else ROOT / page
        if found.is_relative_to(ROOT / SCREENS) and not (ROOT / SCREENS).is_dir():
            continue
        assert found.exists(), f"{page}: {target}"
        if fragment and found.suffix == ".md":
            assert fragment in anchors(found), f"{page}: {target}"


def anchors(page: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_exists(page: str) -> None:
    targets = set(" ".join(re.findall(r"^([a-z ]+):", text("Makefile"), re.MULTILINE)).split())
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text(page), re.MULTILINE)) <= targets


@pytest.mark.parametrize("page", PAGES)
def test_every_command_line_is_understood(page: str) -> None:
    parser = cli._parser()
    for line in re.findall(r"(?:^|`)(?:\w+=\S+ )*(?:\.venv/bin/)?plenaria ([a-z][^`\n#]*)", text(page), re.MULTILINE):
        if not re.match(r"(serve|programme|meeting|cards|export|rehearse)\b", line) or line.strip() in VERBS:
            continue
        parser.parse_args(shlex.split(line))


# Named in a sentence, without their arguments.
VERBS = {
    *("serve", "programme check", "cards", "export", "rehearse"),
    *("meeting create", "meeting list", "meeting archive", "meeting restore", "meeting purge"),
}


@pytest.mark.parametrize("page", PAGES)
def test_every_file_named_is_there(page: str) -> None:
    named = re.findall(
        r"`((?:server|sessions|client|tests|docs)/[\w./-]+\.(?:py|lua|typ|yaml|ts|tsx|md|css))`", text(page)
    )
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_programme_in_the_readme_is_sound() -> None:
    programme = programmes.read(block("README.md", "programme").encode())
    assert [activity.id for session in programme.sessions for activity in session.activities] == ["cafe"]
