"""Phones by the thousand that fall asleep and come back from their cursors; a few of them keep all they are told."""

import asyncio
import json
import random
import re
from collections import Counter
from typing import Any, Self

import orjson

from tests.load.crowd import _connected, _passes
from tests.load.hall import Hall
from tests.load.peer import PING, Peer, frame, upgrade

_CURSOR = re.compile(rb'\{"type":"(snapshot|delta)","cursor":\["([^"]+)",(\d+)\]')
WHOLE = 25
AT_ONCE = 100
PATIENCE_S = 60.0


class Phone:
    """``keys`` only where ``whole``: what its screen would show."""

    def __init__(self, token: str, *, whole: bool) -> None:
        self.token = token
        self.whole = whole
        self.keys: dict[str, Any] = {}
        self.cursor: tuple[str, int] | None = None
        self.opening = ""
        self.backwards = 0
        self.turned_away: list[str] = []
        self.line: Line | None = None

    def hears(self, payload: bytes) -> None:
        found = _CURSOR.match(payload)
        if found is None:
            if payload.startswith(b'{"type":"bye"'):
                self.turned_away.append(orjson.loads(payload)["code"])
            return
        sort, cursor = found[1].decode(), (found[2].decode(), int(found[3]))
        self.opening = self.opening or sort
        if self.cursor is not None and cursor[0] == self.cursor[0] and cursor[1] < self.cursor[1]:
            self.backwards += 1
        self.cursor = cursor
        if self.whole:
            message = orjson.loads(payload)
            self.keys = ({} if sort == "snapshot" else self.keys) | message["keys"]
            for key in message.get("gone", ()):
                self.keys.pop(key, None)


class Line(Peer):
    __slots__ = ("phone",)

    def __init__(self, phone: Phone, knock: bytes, hello: bytes) -> None:
        super().__init__(knock, (hello,), 1)
        self.phone = phone

    def _heard(self, data: bytes, opcode: int, at: int, start: int, end: int) -> None:
        if opcode != PING:
            self.phone.hears(data[start:end])
        super()._heard(data, opcode, at, start, end)


class Dormitory:
    def __init__(self, port: int, meeting: str, phones: list[Phone]) -> None:
        self.phones = phones
        self._port = port
        self._meeting = meeting

    @classmethod
    async def fills(cls, hall: Hall, count: int) -> Self:
        tokens = await _passes(hall.port, hall.cards[:count])
        phones = [Phone(token, whole=number % (count // WHOLE) == 0) for number, token in enumerate(tokens)]
        dormitory = cls(hall.port, hall.meeting, phones)
        turns = asyncio.Semaphore(AT_ONCE)

        async def comes(number: int) -> None:
            async with turns:
                await dormitory._comes(number)

        await asyncio.gather(*(comes(number) for number in range(count)))
        return dormitory

    async def _comes(self, number: int) -> None:
        phone = self.phones[number]
        hello: dict[str, Any] = {"type": "hello", "meeting": self._meeting, "as": "delegate"}
        if phone.cursor is not None:
            hello["cursor"] = phone.cursor
        knock = upgrade(self._port, "/ws", {"Authorization": f"Bearer {phone.token}"})
        phone.opening = ""
        async with asyncio.timeout(PATIENCE_S):
            line = Line(phone, knock, frame(json.dumps(hello).encode()))
            await _connected(self._port, number, line)
        if not phone.opening:  # told to come back later, as a real one would
            raise ConnectionError(phone.turned_away[-1:])
        phone.line = line

    async def hear_of(self, activity: str) -> None:
        """Until those that keep all have heard of it."""
        async with asyncio.timeout(PATIENCE_S):
            while any(  # noqa: ASYNC110 - thousands of events, and one question
                phone.keys.get(f"activity/{activity}", {}).get("phase") != "open" for phone in self._whole
            ):
                await asyncio.sleep(0.05)

    @property
    def _whole(self) -> list[Phone]:
        return [phone for phone in self.phones if phone.whole]

    def falls_asleep(self) -> None:
        """All at once, without a word."""
        for phone in self.phones:
            if phone.line is not None and phone.line.transport is not None:
                phone.line.transport.abort()
            phone.line = None

    async def wakes(self, within_s: float, chance: random.Random) -> None:
        delays = [chance.random() * within_s for _ in self.phones]

        async def comes(number: int) -> None:
            await asyncio.sleep(delays[number])
            while self.phones[number].line is None:
                try:
                    await self._comes(number)
                except (OSError, TimeoutError):
                    await asyncio.sleep(chance.random())

        await asyncio.gather(*(comes(number) for number in range(len(self.phones))))

    async def told(self) -> dict[str, Any]:
        """How they came back; of those that keep all, how many hold something else than a fresh phone is told."""
        await asyncio.sleep(3)  # a broadcast to ten thousand
        unlike = 0
        for phone in self._whole:
            fresh = Phone(phone.token, whole=True)
            other = Dormitory(self._port, self._meeting, [fresh])
            await other._comes(0)
            unlike += fresh.keys != phone.keys
            other.leaves()
        return {
            "back": sum(phone.line is not None and not phone.line.lost for phone in self.phones),
            "by_delta": sum(phone.opening == "delta" for phone in self.phones),
            "by_snapshot": sum(phone.opening == "snapshot" for phone in self.phones),
            "backwards": sum(phone.backwards for phone in self.phones),
            "compared": len(self._whole),
            "unlike": unlike,
            "turned_away": dict(Counter(code for phone in self.phones for code in phone.turned_away)),
        }

    def leaves(self) -> None:
        self.falls_asleep()
