"""People without a socket: their view comes as server-sent events, their commands go as requests."""

import asyncio
import contextlib
import secrets
from typing import Any

import httpx
import orjson

from tests.helpers.house import PATIENCE_S, House, Moderator, Person, Phone


class Streaming(Person):
    """``ids`` are the ids of the events as they came. ``base`` is where requests go, a proxy perhaps."""

    base: str | None = None

    def __init__(self, house: House, given: dict[str, Any]) -> None:
        super().__init__(house, given)
        self.ids: list[str] = []
        self._http: httpx.AsyncClient | None = None
        self._gone = asyncio.Event()

    @property
    def path(self) -> str:
        return f"/api/m/{self.house.meeting}"

    async def knocks(self, cursor: list[Any] | None = None) -> None:
        self._http = httpx.AsyncClient(
            base_url=self.base or self.house.url,
            headers={"Authorization": f"Bearer {self.pass_}"},
            timeout=PATIENCE_S,
        )
        self._reading = asyncio.create_task(self._listen(cursor))

    async def _listen(self, cursor: list[Any] | None) -> None:
        assert self._http is not None
        headers = {"Last-Event-ID": orjson.dumps(cursor).decode()} if cursor else {}
        with contextlib.suppress(httpx.RemoteProtocolError, httpx.ReadError):
            async with self._http.stream(
                "GET", f"{self.path}/live", params={"as": self.role}, headers=headers, timeout=None
            ) as answer:
                assert answer.status_code == 200, await answer.aread()
                assert answer.headers["content-type"].startswith("text/event-stream")
                async for line in answer.aiter_lines():
                    name, _, value = line.partition(": ")
                    if name == "id":
                        self.ids.append(value)
                    elif name == "data":
                        await self._hear(orjson.loads(value))
        self._gone.set()

    async def gives(self, name: str, args: dict[str, Any], id_: str | None = None) -> dict[str, Any]:
        answer = await self.posts(
            {"type": "command", "id": id_ or secrets.token_urlsafe(12), "name": name, "args": args}
        )
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def posts(self, message: object, **headers: str) -> httpx.Response:
        """The answer to a message, whatever it is."""
        assert self._http is not None
        body = message if isinstance(message, bytes) else orjson.dumps(message)
        return await self._http.post(
            f"{self.path}/command",
            params={"as": self.role},
            content=body,
            headers={"Content-Type": "application/json", **headers},
        )

    async def hears_pongs(self, count: int) -> None:
        def enough() -> bool:
            return len([frame for frame in self.frames if frame["type"] == "pong"]) >= count

        await self._until(enough, f"{count} pongs", lambda: None)

    async def ended(self) -> None:
        """Waits until the server has ended the stream."""
        await asyncio.wait_for(self._gone.wait(), PATIENCE_S)

    async def leaves(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            await asyncio.gather(self._reading, return_exceptions=True)
        if self._http is not None:
            await self._http.aclose()


class StreamingPhone(Streaming, Phone):
    pass


class StreamingModerator(Streaming, Moderator):
    pass
