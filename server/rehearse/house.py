"""The running server, as its links name it: coming in over HTTP."""

import asyncio
import json
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from server.rehearse import RehearsalError

ANSWER_S = 20.0


@dataclass(frozen=True, slots=True)
class House:
    """``url`` is what the links begin with: ``http://host:port``."""

    meeting: str
    url: str

    @property
    def sockets(self) -> str:
        return f"ws{self.url.removeprefix('http')}"

    async def lobby(self, code: str) -> dict[str, Any]:
        """What the door shows: among others ``delegations`` with id and kind."""
        return await self._post("/api/lobby", {"code": code})

    async def enter(self, link: str) -> dict[str, Any]:
        """``{"role", "pass", "seat"?}`` for a seat card or a role link."""
        secret = link.partition("#")[2]
        return await self._post("/api/pass", {"seat" if secret.startswith("s.") else "secret": secret})

    async def report(self, pass_: str) -> dict[str, Any]:
        """``export.json``, as the contract says."""
        path = f"/api/m/{self.meeting}/export.json"
        return await self._ask("GET", path, None, {"Authorization": f"Bearer {pass_}"})

    async def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return await self._ask("POST", path, json.dumps(body).encode(), {"Content-Type": "application/json"})

    async def _ask(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> dict[str, Any]:
        try:
            status, answer = await asyncio.to_thread(self._answer, method, path, body, headers)
        except (OSError, HTTPException) as error:
            raise RehearsalError(f"{self.url} does not answer: {error}") from error
        if status != HTTPStatus.OK:
            ours = ": are the links those of this server?" if status < HTTPStatus.INTERNAL_SERVER_ERROR else ""
            raise RehearsalError(f"{self.url}{path} answers {status}{ours}")
        found: dict[str, Any] = json.loads(answer)
        return found

    def _answer(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, bytes]:
        parts = urlsplit(self.url)
        sort = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        with closing(sort(parts.netloc, timeout=ANSWER_S)) as connection:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return response.status, response.read()
