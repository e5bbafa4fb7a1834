"""Good-practice sheets."""

from typing import Annotated, Literal

from pydantic import Field

from sessions.actor import Frozen
from sessions.ids import Slug
from sessions.practice import PracticeChanges, PracticeFields


class AddPractice(Frozen):
    """``practice`` is an id made by the sender. A delegate's sheet is the own delegation's; whoever writes the report
    may say whose it is with ``delegation``. ``session`` is the one whose regime it follows (by default the one that
    runs). ``named``: the own delegation agrees to be named with it."""

    name: Literal["add_practice"] = "add_practice"
    practice: Slug
    fields: PracticeFields
    session: Slug | None = None
    delegation: Slug | None = None
    named: bool = False


class EditPractice(Frozen):
    """Only the fields in ``changes`` change. A field that has changed since ``version`` is refused with
    ``stale_line``, and nothing is changed. Words that somebody else changes void the delegation's consent."""

    name: Literal["edit_practice"] = "edit_practice"
    practice: Slug
    version: Annotated[int, Field(ge=1)]
    changes: PracticeChanges


class NamePractice(Frozen):
    """The own delegation agrees (or no longer does) to be named with the sheet as it stands."""

    name: Literal["name_practice"] = "name_practice"
    practice: Slug
    version: Annotated[int, Field(ge=1)]
    named: bool = True


class WithdrawPractice(Frozen):
    """``withdrawn`` false brings it back."""

    name: Literal["withdraw_practice"] = "withdraw_practice"
    practice: Slug
    withdrawn: bool = True


PracticesCommand = AddPractice | EditPractice | NamePractice | WithdrawPractice
