"""Ends the connections of a seat that was released: its passes are void from that moment."""

from server.live.room import Room
from server.live.wire import CloseCode
from sessions import events as e


class Warden:
    def __init__(self, room: Room) -> None:
        self._room = room
        room.on_event.append(self._heard)

    def _heard(self, event: e.Event) -> None:
        if isinstance(event, e.SeatReleased):
            for connection in self._room.audience.of_seat(event.seat):
                connection.end(CloseCode.SEAT_RELEASED)
