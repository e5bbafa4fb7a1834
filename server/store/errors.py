"""What the store may raise; the messages are for people."""

from pathlib import Path


class StoreError(Exception):
    """Whatever the store may raise."""


class StoreUnavailable(StoreError):
    """The server does not answer, or cannot now: ask again later."""


class UnknownMeeting(StoreError):
    """There is no meeting of this id."""


class NewerSchema(StoreError):
    """The meeting was written by a newer Plenaria."""


class CorruptLog(StoreError):
    """Entries of the log are missing that were not erased by a sealing."""


class UnfitServer(StoreError):
    """The server must not be used: it is set to throw data away when memory is short."""


class DataDirectoryError(StoreError):
    """The bundled server cannot work on a data directory; nothing in it was changed or deleted.

    `code`: `foreign`, `newer`, `newer_server`, `corrupt`, `busy`, `no_server`, `unusable`.
    """

    def __init__(self, code: str, path: Path, explanation: str) -> None:
        super().__init__(f"{path}: {explanation}")
        self.code = code
        self.path = path
        self.explanation = explanation
