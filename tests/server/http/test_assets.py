"""The built client: compressed as the browser asks, kept for a year, and nothing beside it."""

import gzip
import json
from collections.abc import AsyncIterator
from pathlib import Path

import brotli
import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from server.http.assets import Assets

SCRIPT = b"console.log('plenaria');" * 50
NAME = "main-abc123.js"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assets = tmp_path / "static" / "assets"
    assets.mkdir(parents=True)
    (assets / NAME).write_bytes(SCRIPT)
    (assets / f"{NAME}.br").write_bytes(brotli.compress(SCRIPT))
    (assets / f"{NAME}.gz").write_bytes(gzip.compress(SCRIPT))
    (assets / "page-1.css").write_bytes(b"body{}")
    (tmp_path / "static" / "secret.txt").write_text("beside the assets")
    manifest = {
        "src/main.tsx": {"file": f"assets/{NAME}", "css": ["assets/page-1.css"]},
        "src/pages/phone/index.tsx": {"file": "assets/phone-1.js", "css": ["assets/phone-1.css"]},
    }
    (tmp_path / "static" / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path / "static"


@pytest.fixture
async def http(folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    app = Starlette(routes=[Route("/static/assets/{name}", Assets(folder).serve)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("br, gzip", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP", "gzip"),
        ("gzip;q=1.0", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.000, gzip; q=0.5", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("identity", ""),
        ("deflate", ""),
        ("vibrant, xgzip", ""),
        ("", ""),
    ],
)
async def test_each_browser_gets_the_coding_it_takes(http: httpx.AsyncClient, asked: str, given: str) -> None:
    async with http.stream("GET", f"/static/assets/{NAME}", headers={"accept-encoding": asked}) as answer:
        sent = b"".join([chunk async for chunk in answer.aiter_raw()])
    assert answer.headers.get("content-encoding", "") == given
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[given]
    assert unpack(sent) == SCRIPT
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-length"] == str(len(sent))


async def test_it_is_kept_for_a_year_and_named_for_what_it_is(http: httpx.AsyncClient) -> None:
    answer = await http.get(f"/static/assets/{NAME}")
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"].startswith("text/javascript")
    assert (await http.get("/static/assets/page-1.css")).headers["content-type"].startswith("text/css")


async def test_what_was_not_packed_goes_as_it_is(http: httpx.AsyncClient) -> None:
    answer = await http.get("/static/assets/page-1.css", headers={"accept-encoding": "br, gzip"})
    assert answer.content == b"body{}"
    assert "content-encoding" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "nothing.js",
        f"{NAME}.br",
        f"{NAME}.gz",
        "../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e/secret.txt",
        "%2e%2e%2fsecret.txt",
        "..%5csecret.txt",
        "%2fetc%2fpasswd",
        "....//secret.txt",
        f"{NAME}%00.css",
        ".",
        "..",
        "",
        "manifest.json",
        "../manifest.json",
    ],
)
async def test_nothing_else_is_served(http: httpx.AsyncClient, path: str) -> None:
    request = httpx.Request("GET", "http://localhost/")
    request.url = request.url.copy_with(raw_path=b"/static/assets/" + path.encode())
    answer = await http.send(request)
    assert answer.status_code == 404
    assert b"beside the assets" not in answer.content


async def test_only_reading(http: httpx.AsyncClient) -> None:
    assert (await http.head(f"/static/assets/{NAME}")).status_code == 200
    assert (await http.post(f"/static/assets/{NAME}")).status_code == 405


async def test_ranges_cost_nothing(http: httpx.AsyncClient) -> None:
    many = "bytes=" + ",".join(f"{n}-{n}" for n in range(5000))
    assert (await http.get(f"/static/assets/{NAME}", headers={"range": many})).status_code == 200


def test_a_page_names_its_own_script_and_styles(folder: Path) -> None:
    assets = Assets(folder)
    assert assets.script() == f"/static/assets/{NAME}"
    assert assets.styles("phone") == ["/static/assets/page-1.css", "/static/assets/phone-1.css"]
    assert assets.preload("phone") == ["/static/assets/phone-1.js"]
    assert (assets.styles("control"), assets.preload("control")) == (["/static/assets/page-1.css"], [])


def test_a_client_that_was_not_built_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make client"):
        Assets(tmp_path)
