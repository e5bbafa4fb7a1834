"""The key that signs archives: one a server, made once, beside its secret and outside of its data directory."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from server.archives import ArchiveError

_PURPOSE = b"plenaria archive 1\x00"
_SEED = 32


def signing_key(secret: str | None, data: Path) -> Ed25519PrivateKey:
    """With ``PLENARIA_SECRET`` it is derived from that; else it is a file beside the data directory, mode 0600, made
    when first asked for. Raises ``ArchiveError`` for a file that was cut short."""
    if secret is not None:
        return Ed25519PrivateKey.from_private_bytes(hmac.digest(secret.encode(), b"archives", "sha256"))
    path = data.resolve().with_name(f"{data.resolve().name}.archive-key")
    if not path.exists():
        _make(path)
    path.chmod(0o600)
    try:
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text(encoding="ascii").strip()))
    except ValueError as error:
        raise ArchiveError(f"{path} is damaged: restore it, or remove it, and a new key is made") from error


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(_SEED).hex().encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(new, path)
    except FileExistsError:  # another process was first: its key counts
        pass
    except OSError:  # a file system without links
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def fingerprint(public: bytes) -> str:
    """What people compare: SHA-256 of the public key, 64 hexadecimal digits in eight groups."""
    digest = hashlib.sha256(public).hexdigest()
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))


def sign(key: Ed25519PrivateKey, manifest: bytes) -> bytes:
    """The signature file of ``manifest``."""
    public = key.public_key().public_bytes_raw()
    return f"{public.hex()}\n{key.sign(_PURPOSE + manifest).hex()}\n".encode()


def signer(manifest: bytes, signature: bytes) -> bytes:
    """The public key that signed ``manifest``. Raises ``ArchiveError`` unless it did."""
    try:
        public, signed = (bytes.fromhex(line) for line in signature.decode("ascii").split())
        Ed25519PublicKey.from_public_bytes(public).verify(signed, _PURPOSE + manifest)
    except (ValueError, InvalidSignature) as error:
        raise ArchiveError("its signature does not fit: the file was changed after it was made") from error
    return public
