"""picows: one frame to every transport. The limit of what Python can deliver.

``picows_raw.py SIZE``: prints its port, then broadcasts a text frame of SIZE bytes as often as stdin says (``go HZ``,
``stop``).
"""

import sys

import uvloop
from picows import WSListener, WSMsgType, WSTransport, WSUpgradeRequest, ws_create_server

from tests.load.rivals.pace import paced

MEMBERS: set[WSTransport] = set()


class Listener(WSListener):
    def on_ws_connected(self, transport: WSTransport) -> None:
        MEMBERS.add(transport)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        MEMBERS.discard(transport)


def _listener(request: WSUpgradeRequest) -> Listener:
    return Listener()


async def main(size: int) -> None:
    server = await ws_create_server(_listener, "127.0.0.1", 0, backlog=4096)
    payload = b"x" * size

    def tell() -> None:
        for transport in MEMBERS:
            transport.send(WSMsgType.TEXT, payload)

    print(server.sockets[0].getsockname()[1], flush=True)
    await paced(tell)


if __name__ == "__main__":
    uvloop.run(main(int(sys.argv[1])))
