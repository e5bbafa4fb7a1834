"""What an operator may set: ``PLENARIA_*`` variables plus ``REDIS_URL``, ``PORT`` and ``HOST``."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sessions.programme import KEEP_DAYS

KNOWN = frozenset(
    {
        "PLENARIA_DATA",
        "PLENARIA_SECRET",
        "PLENARIA_PUBLIC_URL",
        "PLENARIA_HOSTS",
        "PLENARIA_PROXIES",
        "PLENARIA_LOG",
        "PLENARIA_LOG_FORMAT",
        "PLENARIA_KEEP_DAYS",
    }
)
MAX_KEEP_DAYS = 3650
LOG_LEVELS = ("debug", "info", "warning", "error")
LOG_FORMATS = ("text", "json")

_ORIGIN = re.compile(r"https?://([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?")


class SettingsError(Exception):
    """A setting that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """``hosts`` are further names under which browsers may reach the server. ``proxies`` are addresses whose
    ``X-Forwarded-*`` headers are believed. ``public_url`` has no slash at its end. ``keep_days`` is for
    how long after its end a meeting is kept whose programme does not say so itself."""

    host: str = "0.0.0.0"  # noqa: S104 - phones in the room must reach it
    port: int = 8000
    data: Path = Path(".plenaria")
    redis_url: str | None = None
    secret: str | None = None
    public_url: str | None = None
    hosts: tuple[str, ...] = ()
    proxies: str = "127.0.0.1"
    log: str = "info"
    log_format: str = "text"
    keep_days: int = KEEP_DAYS


_DEFAULT = Settings()


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Raises ``SettingsError`` for a ``PLENARIA_*`` name nobody knows or a value that makes no sense."""
    unknown = sorted(name for name in environ if name.startswith("PLENARIA_") and name not in KNOWN)
    if unknown:
        raise SettingsError(f"unknown setting {unknown[0]}; known are {', '.join(sorted(KNOWN))}")
    secret = environ.get("PLENARIA_SECRET") or None
    if secret is not None and len(secret) < 32:
        raise SettingsError("PLENARIA_SECRET must have at least 32 characters")
    log = environ.get("PLENARIA_LOG") or _DEFAULT.log
    if log not in LOG_LEVELS:
        raise SettingsError(f"PLENARIA_LOG must be one of {', '.join(LOG_LEVELS)}")
    keep_days = _number("PLENARIA_KEEP_DAYS", environ.get("PLENARIA_KEEP_DAYS"), 1, MAX_KEEP_DAYS)
    log_format = environ.get("PLENARIA_LOG_FORMAT") or _DEFAULT.log_format
    if log_format not in LOG_FORMATS:
        raise SettingsError(f"PLENARIA_LOG_FORMAT must be one of {', '.join(LOG_FORMATS)}")
    port = _number("PORT", environ.get("PORT"), 0, 65535)
    return Settings(
        host=environ.get("HOST") or _DEFAULT.host,
        port=_DEFAULT.port if port is None else port,
        data=Path(environ.get("PLENARIA_DATA") or _DEFAULT.data),
        redis_url=environ.get("REDIS_URL") or None,
        secret=secret,
        public_url=_public_url(environ.get("PLENARIA_PUBLIC_URL", "").rstrip("/")),
        hosts=tuple(name.strip().lower() for name in environ.get("PLENARIA_HOSTS", "").split(",") if name.strip()),
        proxies=environ.get("PLENARIA_PROXIES") or _DEFAULT.proxies,
        log=log,
        log_format=log_format,
        keep_days=keep_days if keep_days is not None else _DEFAULT.keep_days,
    )


def _public_url(value: str) -> str | None:
    """What links begin with: scheme and host alone, for the server answers at the root of its host."""
    if value and not _ORIGIN.fullmatch(value):
        raise SettingsError("PLENARIA_PUBLIC_URL must be http:// or https:// and a host, without a path")
    return value or None


def _number(name: str, value: str | None, low: int, high: int) -> int | None:
    if value is None or value == "":
        return None
    if not value.isdecimal() or not low <= int(value) <= high:
        raise SettingsError(f"{name} must be a number from {low} to {high}")
    return int(value)
