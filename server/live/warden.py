"""Ends the connections of a seat that was released: its passes are void from that moment."""

from server.live.room import Room
from server.live.wire import CloseCode
from sessions import events as e


class Warden:
    """Remembers how often each seat was released, so that a release that nobody heard is noticed."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._releases = {seat.id: seat.generation for seat in room.meeting.seats.values() if seat.generation}
        room.on_event.append(self._heard)
        room.on_renewed.append(self._looks)

    def _heard(self, event: e.Event) -> None:
        if isinstance(event, e.SeatReleased):
            self._looks_at(event.seat)

    def _looks(self) -> None:
        for seat in self._room.audience.seats:
            if seat in self._room.meeting.seats:
                self._looks_at(seat)

    def _looks_at(self, seat: str) -> None:
        releases = self._room.meeting.seats[seat].generation
        if releases <= self._releases.get(seat, 0):
            return
        self._releases[seat] = releases
        for connection in self._room.audience.of_seat(seat):
            connection.end(CloseCode.SEAT_RELEASED)
