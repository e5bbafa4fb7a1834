"""Asking the rules, and hearing either events or the code of a refusal."""

from typing import Any

from sessions.actor import Actor
from sessions.commands import read_command
from sessions.errors import Code, Refused
from sessions.meeting import freeze
from sessions.rules import decide
from tests.helpers.play import MODERATOR, Play


def refusal(play: Play, name: str, actor: Actor = MODERATOR, **args: Any) -> Code | None:
    """Why a command would be refused; None where it would not. The meeting stays as it is, either way."""
    before = freeze(play.meeting)
    try:
        decide(play.meeting, read_command(name, args), actor, play.context())
    except Refused as refused:
        return refused.code
    finally:
        assert freeze(play.meeting) == before, f"deciding {name} changed the meeting"
    return None


def changes_nothing(play: Play, name: str, actor: Actor = MODERATOR, **args: Any) -> bool:
    """Asked twice: accepted, and without events."""
    return decide(play.meeting, read_command(name, args), actor, play.context()) == []
