"""Close codes of the notes socket: 4000-4399 mean come back, 4500-4999 do not."""

SLOW = 4001  # does not take what it is sent
STORE_AWAY = 4002  # an update may or may not be on disk: come back and sync
STARTED_OVER = 4003  # the pad was replaced in the store
FULL = 4004  # too many peers in this pad

MALFORMED = 4500  # text frames, or messages that are none, again and again
NOT_ALLOWED = 4503  # the pass does not open this pad
UNKNOWN_PAD = 4504  # no such pad
