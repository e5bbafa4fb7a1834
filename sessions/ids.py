"""The shapes of identifiers, each checked where it enters."""

from typing import Annotated

from pydantic import StringConstraints

SLUG_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
CODE_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9-]{0,39}$"
MADE_ID_PATTERN = r"^[A-Za-z0-9_-]{8,64}$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
"""Ids that appear in addresses: meetings, sessions, activities, delegations, seats, tables."""

Code = Annotated[str, StringConstraints(pattern=CODE_PATTERN)]
"""Short codes people read aloud: options, challenges, sessions (``ACC-1``)."""

Token = Annotated[str, StringConstraints(pattern=MADE_ID_PATTERN)]
"""Ids made by a client and kept until answered: commands and ballots. Not guessable, not ordered."""

CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters of a join code: none that is mistaken for another (no 0/O, 1/I/L, U)."""

CODE_LENGTH = 6


def join_code(number: int) -> str:
    """Spell ``number`` (any non-negative integer, taken modulo 30**6) as a join code."""
    letters = []
    for _ in range(CODE_LENGTH):
        number, digit = divmod(number, len(CODE_ALPHABET))
        letters.append(CODE_ALPHABET[digit])
    return "".join(letters)


def fold_code(typed: str) -> str:
    """A typed join code as it is stored: case, spaces and dashes do not matter."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def pad_id(meeting: str, activity: str, table: str) -> str:
    """The id of a table's pad, one path segment: ``meeting.activity.table``."""
    return f"{meeting}.{activity}.{table}"
