"""Live delivery: connections, rooms, and the way of a command from a phone to everyone's screen."""
