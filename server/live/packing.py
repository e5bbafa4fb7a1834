"""A first view, deflated: a meeting is hundreds of kilobytes of JSON, and a phone may have fifty kilobits a second.

Only what many get alike is made smaller, once for all of them. What is one seat's own is wrapped and not squeezed, so
that no size depends on what it says.
"""

import zlib
from functools import cached_property

LEVEL = 6
LEAST = 4096  # bytes of a message; less is sent as it is


def piece(data: bytes, *, level: int = LEVEL, last: bool = False) -> bytes:
    """Raw deflate (RFC 1951) that ends on a whole byte and looks back at nothing before it: pieces stand in any row,
    and the one that is ``last`` ends it."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush(zlib.Z_FINISH if last else zlib.Z_SYNC_FLUSH)


class Opening:
    """``members`` of a JSON object that many are told first; deflated once somebody wants them so."""

    def __init__(self, version: int, members: bytes) -> None:
        self.version = version
        self.members = members

    @cached_property
    def piece(self) -> bytes:
        return piece(self.members)


def packed(own: bytes, shared: Opening, end: bytes) -> bytes:
    """The message ``own + shared.members + end``."""
    return piece(own, level=0) + shared.piece + piece(end, level=0, last=True)
