"""What each audience may see: flat maps of keys to whole values.

A view is layers. ``everyone`` goes to all who are in the meeting; ``desk`` to those who run it; ``notes`` to those who
write the report; ``seat:<id>`` to one voter. Layers never share a key. ``project`` gives a layer's keys, ``diff`` what
changed: whoever applies the differences to an old view holds the new one.
"""

from collections.abc import Mapping
from typing import Any

from sessions.actor import DESK, Actor, Role
from sessions.meeting import Meeting
from sessions.rules.context import Pseudonyms
from sessions.views import desk, everyone, notes, seat

Json = Any
View = dict[str, Json]

# The layers that more than one person sees; beside them, one for each seat.
SHARED = ("everyone", "desk", "notes")


def layers_of(actor: Actor) -> tuple[str, ...]:
    """The layers ``actor`` sees. The screen sees what everyone sees; nobody sees another seat's layer."""
    layers = ["everyone"]
    if actor.role in DESK:
        layers.append("desk")
    if actor.role in DESK or actor.role in {Role.RAPPORTEUR, Role.FACILITATOR}:
        layers.append("notes")
    if actor.seat is not None:
        layers.append(f"seat:{actor.seat}")
    return tuple(layers)


def project(meeting: Meeting, layer: str, pseudonyms: Pseudonyms) -> View:
    """All keys of ``layer``; empty for a layer that does not exist."""
    if layer == "everyone":
        return everyone.project(meeting)
    if layer == "desk":
        return desk.project(meeting)
    if layer == "notes":
        return notes.project(meeting)
    kind, _, id_ = layer.partition(":")
    if kind == "seat" and id_ in meeting.seats:
        return seat.project(meeting, id_, pseudonyms)
    return {}


def diff(old: Mapping[str, Json], new: Mapping[str, Json]) -> tuple[View, list[str]]:
    """(changed or new keys with their values, keys that are gone)."""
    changed = {key: value for key, value in new.items() if key not in old or old[key] != value}
    return changed, [key for key in old if key not in new]
