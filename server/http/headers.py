"""Guards every request: the host must be ours, and every answer says what a browser may do with it."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.access.addresses import Addresses

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = [
    (b"content-security-policy", POLICY.encode()),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
]
_FOR_PROBES = frozenset({"/healthz", "/readyz", "/metrics"})


class Guard:
    """Pure ASGI. ``secure`` adds HSTS, for servers whose public address is https."""

    def __init__(self, app: ASGIApp, addresses: Addresses, secure: bool) -> None:
        self._app = app
        self._addresses = addresses
        hsts = [(b"strict-transport-security", b"max-age=31536000")] if secure else []
        self._headers = _HEADERS + hsts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
        known = len(hosts) == 1 and self._addresses.host_is_ours(hosts[0])
        if not known and scope["path"] not in _FOR_PROBES:
            await _refuse(scope, send)
            return

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", []), *self._headers]
            await send(message)

        await self._app(scope, receive, dressed if scope["type"] == "http" else send)


async def _refuse(scope: Scope, send: Send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 4505, "reason": ""})
        return
    body = b'{"code":"unknown_host"}'
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": body})
