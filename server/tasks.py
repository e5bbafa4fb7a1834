"""Ending background tasks."""

import asyncio
from collections.abc import Iterable
from typing import Any

_AGAIN_S = 0.1


async def end(tasks: Iterable["asyncio.Task[Any]"]) -> None:
    """Cancel tasks and wait until they have ended, however they end; a task that calls this is left out.

    Cancels more than once: redis-py swallows a cancellation that comes while it takes a connection (Python 3.11's
    ``wait_for`` loses it), after which a task that loops would go on for ever.
    """
    left = {task for task in tasks if task is not asyncio.current_task() and not task.done()}
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=_AGAIN_S)
