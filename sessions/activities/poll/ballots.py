"""What a person answers."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StrictInt, StrictStr

from sessions.activities.poll.setup import PollSetup
from sessions.actor import Frozen
from sessions.errors import Code, Refused
from sessions.text import clean


def _one_line(text: str) -> str:
    """Raises ``ValueError`` for half a surrogate pair, which no file could hold."""
    text.encode()
    return " ".join(clean(text).split())


def _in_no_order(choices: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(choices))


class Choices(Frozen):
    """One option, or several where the poll allows it. In any order, which is not kept: it would mark a ballot."""

    choices: Annotated[tuple[StrictStr, ...], AfterValidator(_in_no_order)]


class Value(Frozen):
    """A step of the scale."""

    value: StrictInt


class ShortText(Frozen):
    """A line of text, shown only among all the others."""

    text: Annotated[StrictStr, AfterValidator(_one_line)]


PollBallot = Choices | Value | ShortText


def check(setup: PollSetup, ballot: PollBallot) -> None:
    """Raises ``Refused(invalid_ballot)``: shape, too_few, too_many, twice, unknown_option, out_of_range, empty
    or too_long."""
    reason = _fault(setup, ballot)
    if reason is not None:
        raise Refused(Code.INVALID_BALLOT, reason)


def _fault(setup: PollSetup, ballot: PollBallot) -> str | None:
    if isinstance(ballot, Choices) and setup.options is not None:
        return _choices_fault(ballot.choices, {option.id for option in setup.options}, setup.limit)
    if isinstance(ballot, Value) and setup.scale is not None:
        return None if setup.scale.low <= ballot.value <= setup.scale.high else "out_of_range"
    if isinstance(ballot, ShortText) and setup.answer == "text":
        return _text_fault(ballot.text, setup.max_length)
    return "shape"


def _choices_fault(choices: tuple[str, ...], known: set[str], limit: int) -> str | None:
    if not choices:
        return "too_few"
    if not known.issuperset(choices):
        return "unknown_option"
    if len(set(choices)) < len(choices):
        return "twice"
    return "too_many" if len(choices) > limit else None


def _text_fault(text: str, limit: int) -> str | None:
    # Spaces, joiners and lone marks draw nothing on the wall.
    if not any(unicodedata.category(char)[0] in "LNPS" for char in text):
        return "empty"
    return "too_long" if len(text) > limit else None
