"""A copy of a meeting to rehearse on: the programme as it stands, marked as a rehearsal, and purged afterwards."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from server import meetings
from server.access.keyring import Keyring
from server.links import links
from server.settings import Settings
from server.store import Store
from sessions.meeting import Meeting
from sessions.programme import Programme


@asynccontextmanager
async def a_copy(
    store: Store, keyring: Keyring, settings: Settings, original: dict[str, Any]
) -> AsyncIterator[dict[str, Any]]:
    """The links of a fresh copy of the meeting whose links are given, on the same address."""
    programme = programme_of(await meetings.read(store, original["meeting"]))
    # A word of its own: the server may not have heard yet that the last copy is gone.
    copy = await meetings.create(store, programme, rehearsal=True, suffix=f"-ensayo-{secrets.token_hex(3)}")
    try:
        there = replace(settings, public_url=original["phone"].partition("/j#")[0])
        yield links(await meetings.read(store, copy), keyring, there)
    finally:
        await asyncio.shield(store.purge(copy))


def programme_of(meeting: Meeting) -> Programme:
    """The plan as edited so far, without what was skipped, as if nothing of it had happened yet."""
    kept = [meeting.sessions[id_] for id_ in meeting.order if not meeting.sessions[id_].skipped]
    return Programme(
        plenaria=1,
        id=meeting.id[:40].rstrip("-"),
        title=meeting.title,
        place=meeting.place,
        zone=meeting.zone,
        languages=meeting.languages,
        entry="cards" if meeting.entry == "cards" else "open",
        keep_days=meeting.keep_days,
        rules=meeting.rules,
        wifi=meeting.wifi,
        roadmap_year=meeting.roadmap_year,
        mechanisms=meeting.mechanisms,
        delegations=tuple(
            delegation.model_copy(update={"seats": len(meeting.seats_of(id_))})
            for id_, delegation in meeting.delegations.items()
        ),
        themes=meeting.themes,
        bank=meeting.bank,
        sessions=tuple(
            session.plan.model_copy(
                update={
                    "activities": tuple(
                        meeting.activities[id_].plan
                        for id_ in session.activities
                        if not meeting.activities[id_].skipped
                    )
                }
            )
            for session in kept
        ),
    )
