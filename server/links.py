"""The links of a meeting, as a file for programs and as words and a QR for whoever started the server."""

import io
from typing import Any

import segno

from server.access.addresses import public_url
from server.access.keyring import Keyring
from server.settings import Settings
from sessions.actor import Role
from sessions.meeting import Meeting
from sessions.programme import Format
from sessions.text import original


def links(meeting: Meeting, keyring: Keyring, settings: Settings) -> dict[str, Any]:
    """Secrets stand behind the ``#``, which browsers do not send: ``code``, a role link, or a seat's card."""
    base = f"{public_url(settings)}/j#"

    def role(name: Role, table: str | None = None) -> str:
        return base + keyring.role_link(meeting.id, name, table)

    return {
        "meeting": meeting.id,
        "code": meeting.code,
        "phone": base + meeting.code,
        "control": role(Role.MODERATOR),
        "screen": role(Role.SCREEN),
        "report": role(Role.RAPPORTEUR),
        "secretariat": role(Role.SECRETARIAT),
        "tables": [
            {"table": table, "facilitator": role(Role.FACILITATOR, table), "rapporteur": role(Role.RAPPORTEUR, table)}
            for table in _tables(meeting)
        ],
        "seats": [
            {"seat": seat.id, "delegation": seat.delegation, "link": base + keyring.seat_card(meeting.id, seat.id)}
            for seat in meeting.seats.values()
        ],
    }


def _tables(meeting: Meeting) -> tuple[str, ...]:
    """The tables of the session that has most: whoever works at table 3 does so in every session."""
    sessions = [session.tables for session in meeting.sessions.values() if session.plan.format is Format.TABLES]
    return max(sessions, key=len, default=())


def printed(found: dict[str, Any], meeting: Meeting) -> str:
    """For a terminal: the QR that phones scan, then the links."""
    out = io.StringIO()
    segno.make(found["phone"], error="l", micro=False).terminal(out=out, compact=True, border=2)
    code = f"{meeting.code[:3]}-{meeting.code[3:]}"
    lines = [
        "",
        f"  {original(meeting.title)}",
        "",
        out.getvalue(),
        f"  Código / code    {code}",
        f"  Teléfonos        {found['phone']}",
        f"  Moderación       {found['control']}",
        f"  Pantalla         {found['screen']}",
        f"  Relatoría        {found['report']}",
        "",
        "  Ctrl-C termina; los datos se conservan. / Ctrl-C ends; data are kept.",
    ]
    return "\n".join(lines)
