"""Everything that is derived from the server's secret: cards, role links, passes and the voter keys of secret rounds.

Nothing of this is stored. Without the secret, data directory and backups link nobody to anything.
"""

import base64
import hashlib
import hmac
import logging
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from itsdangerous import BadSignature, URLSafeTimedSerializer

from server.settings import SettingsError
from sessions.actor import Role
from sessions.rules.context import Pseudonyms, Voter

log = logging.getLogger("plenaria")

PASS_DAYS = 60
SECRET_CHARACTERS = 32

_LETTERS = re.compile(r"[A-Za-z0-9._-]+")  # decoding base64 passes over any other


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
        if len(token) > 1000 or not _LETTERS.fullmatch(token):
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
    """``PLENARIA_SECRET``, else a file beside the data directory (never in it), made at the first start, mode 0600.

    Raises ``SettingsError`` for a file that was cut short: with such a secret anybody could make themselves a pass.
    """
    if setting is not None:
        return setting.encode()
    path = data.resolve().with_name(f"{data.resolve().name}.secret")
    if not path.exists():
        _make(path)
    if path.stat().st_mode & 0o077:
        log.warning("%s could be read by others; now it is its owner's alone", path)
        path.chmod(0o600)
    secret = path.read_bytes().strip()
    if len(secret) < SECRET_CHARACTERS:
        raise SettingsError(f"{path} is cut short: restore it, or remove it, which voids all cards, links and passes")
    return secret


def _make(path: Path) -> None:
    """Whole or not at all; of several that start at once, the first makes it and all read the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_hex(32).encode())
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(new, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
