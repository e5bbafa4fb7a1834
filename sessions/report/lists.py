"""What became of every entry that people wrote, as a table: nobody is named in it."""

from sessions.activity import Activity
from sessions.board import Board, Item, Status
from sessions.codes import code_of
from sessions.meeting import Meeting
from sessions.outcomes import Column, Table
from sessions.text import Text
from sessions.views.board import place

TITLE: Text = {
    "es": "Aportes unidos, separados, aclarados o fuera de la lista",
    "en": "Contributions joined, split, reworded or off the list",
    "pt": "Contribuições unidas, separadas, esclarecidas ou fora da lista",
}
COLUMNS = (
    Column(label={"es": "Código", "en": "Code", "pt": "Código"}),
    Column(label={"es": "Como se escribió", "en": "As written", "pt": "Como foi escrito"}),
    Column(label={"es": "Qué pasó", "en": "What became of it", "pt": "O que aconteceu"}),
    Column(label={"es": "Está en", "en": "Is now in", "pt": "Está em"}),
)
FATES: dict[Status, Text] = {
    Status.SHOWN: {"es": "En la lista", "en": "On the list", "pt": "Na lista"},
    Status.WAITING: {"es": "No llegó a la lista", "en": "Did not reach the list", "pt": "Não chegou à lista"},
    Status.HIDDEN: {"es": "Fuera de la lista", "en": "Left off the list", "pt": "Fora da lista"},
    Status.MERGED: {"es": "Unida a otras", "en": "Joined with others", "pt": "Unida a outras"},
    Status.SPLIT: {"es": "Separada", "en": "Split", "pt": "Separada"},
}
REWORDED: Text = {"es": "En la lista, aclarada", "en": "On the list, reworded", "pt": "Na lista, esclarecida"}
OBJECTED: Text = {
    "es": "quien la escribió objetó",
    "en": "its author objected",
    "pt": "quem a escreveu objetou",
}


def tables(meeting: Meeting, activity: Activity) -> tuple[Table, ...]:
    """One table with a row for each entry that does not stand on the list as it was written, in the order of codes;
    none where all do. Texts that were hidden stay out, and so do entries that were taken back."""
    board = activity.board
    written = [item for item in board.items.values() if not item.parents and item.status is not Status.WITHDRAWN]
    changed = [item for item in written if item.status is not Status.SHOWN or item.written is not None]
    rows = tuple(_row(meeting, board, item) for item in sorted(changed, key=lambda item: place(meeting, item)))
    return (Table(title=TITLE, columns=COLUMNS, rows=rows),) if rows else ()


def _row(meeting: Meeting, board: Board, item: Item) -> tuple[str, str | None, Text, str | None]:
    hidden = item.status in {Status.HIDDEN, Status.WAITING}
    now = [code_of(meeting, heir.sort, heir.id) for heir in board.became(item) if heir.status is Status.SHOWN]
    text = None if hidden else item.text if item.written is None else item.written
    return (code_of(meeting, item.sort, item.id), text, _fate(board, item), ", ".join(now) or None)


def _fate(board: Board, item: Item) -> Text:
    fate = REWORDED if item.status is Status.SHOWN and item.written is not None else FATES[item.status]
    if item.id not in board.objections:
        return fate
    return {lang: f"{text}; {OBJECTED[lang]}" for lang, text in fate.items()}
