"""What happens to the notes of a table."""

from typing import Literal

from sessions.actor import Frozen
from sessions.ids import Slug


class ValidateTable(Frozen):
    """Record the pad of a table as it stands. The server reads the pad; the sender names it."""

    name: Literal["validate_table"] = "validate_table"
    activity: Slug
    table: Slug


NotesCommand = ValidateTable
