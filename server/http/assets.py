"""The built client, held in memory: a few hundred kilobytes, served compressed as it was built, for ever."""

import json
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

STATIC = Path(__file__).parent.parent / "static"
_ENTRY = "src/main.tsx"
_ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


@dataclass(frozen=True, slots=True)
class Asset:
    """One file with its encodings; ``bodies`` maps a content coding, or "" for none, to bytes."""

    media_type: str
    bodies: dict[str, bytes]


class Assets:
    """Raises ``FileNotFoundError`` where the client was not built."""

    def __init__(self, folder: Path = STATIC) -> None:
        manifest = folder / "manifest.json"
        if not manifest.is_file():
            raise FileNotFoundError(f"{manifest}: the client is not built; `make client` builds it")
        self._manifest: dict[str, dict[str, object]] = json.loads(manifest.read_bytes())
        files = [path for path in (folder / "assets").iterdir() if path.suffix not in {".br", ".gz"}]
        self._assets = {path.name: _asset(path) for path in files}

    def script(self) -> str:
        return f"/static/{self._manifest[_ENTRY]['file']}"

    def styles(self, page: str) -> list[str]:
        """Style sheets of the entry and of a page, so that neither arrives after its text."""
        return [f"/static/{css}" for key in (_ENTRY, *self._page(page)) for css in self._list(key, "css")]

    def preload(self, page: str) -> list[str]:
        """The page's own script: named in the HTML, it does not wait for the entry to ask for it."""
        return [f"/static/{self._manifest[key]['file']}" for key in self._page(page)]

    def _page(self, page: str) -> list[str]:
        return [key for key in self._manifest if key.startswith(f"src/pages/{page}/index.")]

    def _list(self, key: str, field: str) -> list[str]:
        value = self._manifest[key].get(field, [])
        return [str(item) for item in value] if isinstance(value, list) else []

    async def serve(self, request: Request) -> Response:
        """``GET /static/assets/{name}``: names carry a hash of their content, so they are kept for a year."""
        asset = self._assets.get(request.path_params["name"])
        if asset is None:
            raise HTTPException(404)
        accepted = _accepted(request.headers.get("accept-encoding", ""))
        coding = next((c for c, _ in _ENCODINGS if c in accepted and c in asset.bodies), "")
        headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
        if coding:
            headers["Content-Encoding"] = coding
        return Response(asset.bodies[coding], media_type=asset.media_type, headers=headers)


def _accepted(header: str) -> set[str]:
    """The content codings a browser takes; one with ``q=0`` is one it does not."""
    codings = set()
    for part in header.lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";q=")
        if not weight or weight.strip("0."):
            codings.add(coding)
    return codings


def _asset(path: Path) -> Asset:
    bodies = {"": path.read_bytes()}
    for coding, suffix in _ENCODINGS:
        packed = path.with_name(path.name + suffix)
        if packed.is_file():
            bodies[coding] = packed.read_bytes()
    return Asset(mimetypes.guess_type(path.name)[0] or "application/octet-stream", bodies)
