"""Everything that is derived from the server's secret: cards, role links, passes and the voter keys of secret rounds.

Nothing of this is stored. Without the secret, data directory and backups link nobody to anything.
"""

import base64
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from itsdangerous import BadSignature, URLSafeTimedSerializer

from sessions.actor import Role
from sessions.rules.context import Pseudonyms, Voter

PASS_DAYS = 60


@dataclass(frozen=True, slots=True)
class Pass:
    """A right to act in one meeting. ``generation`` is that of the seat when the pass was given."""

    meeting: str
    role: Role
    seat: str | None = None
    generation: int = 0
    table: str | None = None


class Keyring:
    """Derives one key a purpose (HMAC-SHA256), so that no token of one sort passes for another."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self._passes = URLSafeTimedSerializer(self._key("passes"), signer_kwargs={"digest_method": hashlib.sha256})

    def _key(self, *purpose: str) -> bytes:
        return hmac.digest(self._secret, "\x00".join(purpose).encode(), "sha256")

    def _mac(self, *parts: str) -> str:
        """128 bits, 22 characters."""
        return base64.urlsafe_b64encode(self._key(*parts)[:16]).rstrip(b"=").decode()

    # Cards and role links

    def seat_card(self, meeting: str, seat: str) -> str:
        return f"s.{meeting}.{seat}.{self._mac('card', meeting, seat)}"

    def role_link(self, meeting: str, role: Role, table: str | None = None) -> str:
        name = f"{role.value}-{table}" if table else role.value
        return f"k.{meeting}.{name}.{self._mac('role', meeting, name)}"

    def read_seat_card(self, token: str) -> tuple[str, str] | None:
        """(meeting, seat), or None for a card this server did not make."""
        found = self._read(token, "s", "card")
        return (found[0], found[1]) if found else None

    def read_role_link(self, token: str) -> Pass | None:
        """The pass that the link gives, or None for a link this server did not make."""
        found = self._read(token, "k", "role")
        if found is None:
            return None
        role, _, table = found[1].partition("-")
        return Pass(found[0], Role(role), table=table or None)

    def _read(self, token: str, sort: str, purpose: str) -> tuple[str, str] | None:
        parts = token.split(".")
        if len(token) > 300 or len(parts) != 4 or parts[0] != sort:
            return None
        _, meeting, name, mac = parts
        return (
            (meeting, name) if hmac.compare_digest(mac.encode(), self._mac(purpose, meeting, name).encode()) else None
        )

    # Passes

    def sign(self, given: Pass) -> str:
        fields = [given.meeting, given.role.value, given.seat, given.generation, given.table]
        return str(self._passes.dumps(fields))

    def read_pass(self, token: str) -> Pass | None:
        """None for anything not signed by this secret, or older than ``PASS_DAYS``."""
        if len(token) > 1000:
            return None
        try:
            meeting, role, seat, generation, table = self._passes.loads(token, max_age=PASS_DAYS * 86400)
        except (BadSignature, ValueError):
            return None
        return Pass(meeting, Role(role), seat, generation, table)

    # Secret rounds

    def pseudonyms(self, meeting: str) -> Pseudonyms:
        """Voter keys of ``meeting``: HMACs under a key of the round, which is derived anew whenever it is needed."""
        cached: dict[tuple[str, int], bytes] = {}

        def keys(activity: str, number: int, seat: str, delegation: str) -> Voter:
            round_key = cached.get((activity, number))
            if round_key is None:
                round_key = cached[(activity, number)] = self._key("round", meeting, activity, str(number))
            return Voter(_short(round_key, f"seat:{seat}"), _short(round_key, f"delegation:{delegation}"))

        return keys


def _short(key: bytes, name: str) -> str:
    return base64.urlsafe_b64encode(hmac.digest(key, name.encode(), "sha256")[:16]).rstrip(b"=").decode()


def server_secret(setting: str | None, data: Path) -> bytes:
    """``PLENARIA_SECRET``, else a file beside the data directory (never in it), made at the first start, mode 0600."""
    if setting is not None:
        return setting.encode()
    path = data.resolve().with_name(f"{data.resolve().name}.secret")
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_bytes().strip()
    with os.fdopen(descriptor, "wb") as file:
        file.write(secrets.token_hex(32).encode())
    return path.read_bytes().strip()
