"""How much time each activity gets, so that the whole programme fits into the time given."""

import time

SHORTEST_S = 0.4
BETWEEN_S = 0.25  # closing, counting and revealing


class Pace:
    """``window_s`` is how long the open activity stays open; people answer within the first part of it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until = 0.0
        self.window_s = SHORTEST_S

    def begin(self) -> None:
        """The time runs from now on."""
        self._until = time.monotonic() + self._seconds

    def plan(self, activities_left: int) -> None:
        """Share what is left of the time among the activities left; never less than ``SHORTEST_S`` each."""
        left = max(0.0, self._until - time.monotonic())
        self.window_s = max(SHORTEST_S, left / max(1, activities_left) - BETWEEN_S)
