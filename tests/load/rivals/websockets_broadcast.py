"""The websockets library with its own ``broadcast``, on uvloop. Same arguments as ``picows_raw``."""

import sys

import uvloop
from websockets.asyncio.server import ServerConnection, broadcast, serve

from tests.load.rivals.pace import paced

MEMBERS: set[ServerConnection] = set()


async def stay(connection: ServerConnection) -> None:
    MEMBERS.add(connection)
    try:
        await connection.wait_closed()
    finally:
        MEMBERS.discard(connection)


async def main(size: int) -> None:
    payload = "x" * size
    async with serve(stay, "127.0.0.1", 0, compression=None, backlog=4096) as server:
        print(next(iter(server.sockets)).getsockname()[1], flush=True)
        await paced(lambda: broadcast(MEMBERS, payload))


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1])))
