"""Where the server can be reached, and from which pages it may be spoken to."""

import ipaddress
import re
import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from server.settings import Settings

_HOST = re.compile(r"(?:([A-Za-z0-9._-]+)|\[([0-9A-Fa-f:.]+)\])(?::\d{1,5})?")


def lan_address() -> str | None:
    """This machine's address on the local network. No packet is sent: connecting a datagram socket picks a route."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
            address = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if ipaddress.ip_address(address).is_loopback else address


def public_url(settings: Settings, find: Callable[[], str | None] = lan_address) -> str:
    """What links and QR codes begin with: as set, else the address on the local network, else this machine alone."""
    if settings.public_url:
        return settings.public_url
    if settings.host in {"0.0.0.0", "::", ""}:  # noqa: S104 - compared, not bound
        return f"http://{find() or 'localhost'}:{settings.port}"
    return f"http://{settings.host}:{settings.port}"


class Addresses:
    """Which ``Host`` and ``Origin`` headers are ours."""

    def __init__(self, settings: Settings, find: Callable[[], str | None] = lan_address) -> None:
        self._find = find
        self._public = urlsplit(settings.public_url or "")
        self._names = {"localhost", socket.gethostname().lower(), *settings.hosts}
        if self._public.hostname:
            self._names.add(self._public.hostname.lower())

    def host_is_ours(self, host: str) -> bool:
        """A machine may change its address between two coffees, so the local network is asked again when in doubt."""
        name = _hostname(host)
        if name is None:
            return False
        return name in self._names or _is_loopback(name) or name == self._find()

    def origin_is_ours(self, origin: str, host: str) -> bool:
        """The page must come from the very address it speaks to, or from the public one."""
        try:
            parts = urlsplit(origin)
        except ValueError:
            return False
        if parts.scheme not in {"http", "https"} or parts.path or parts.query or parts.fragment:
            return False
        if parts.netloc.lower() == self._public.netloc.lower():
            return parts.scheme == self._public.scheme
        return parts.netloc.lower() == host.lower() and self.host_is_ours(host)

    def is_secure(self, host: str) -> bool:
        """Whether browsers reach the server over https under this ``Host``, as the public address says."""
        return self._public.scheme == "https" and host.lower() == self._public.netloc.lower()


def _hostname(host: str) -> str | None:
    """The name in a ``Host`` header; None where there is more in it than a name and a port."""
    match = _HOST.fullmatch(host)
    return (match[1] or match[2]).lower() if match else None


def _is_loopback(name: str) -> bool:
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
