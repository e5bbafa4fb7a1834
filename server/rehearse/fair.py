"""Offers and needs in a rehearsal: a simulated delegation is interested in most of what fits its posts."""

from collections.abc import Awaitable, Callable
from random import Random
from typing import Any

INTERESTED = 0.8
MOST = 3  # of what fits; with eighty delegates nobody reads more

Command = Callable[[str, dict[str, Any]], Awaitable[Any]]


async def meet(keys: dict[str, Any], activity: str, delegation: str, command: Command, random: Random) -> int:
    """Say where the own posts and those of others should meet; how often it was said."""
    told = 0
    for point in fitting(keys.get(f"exchange/{activity}", {}), delegation):
        if told < MOST and random.random() < INTERESTED:
            await command("show_interest", {"activity": activity, "offer": point["offer"], "need": point["need"]})
            told += 1
    return told


def fitting(fair: dict[str, Any], delegation: str) -> list[dict[str, Any]]:
    """The points at which ``delegation`` has a post and has not said anything yet; those where the other has, first."""
    own = {post["id"] for post in fair.get("posts", ()) if post["delegation"] == delegation}
    found = [
        point
        for point in fair.get("points", ())
        if point["fits"] and own & {point["offer"], point["need"]} and delegation not in point["interested"]
    ]
    return sorted(found, key=lambda point: not point["interested"])
