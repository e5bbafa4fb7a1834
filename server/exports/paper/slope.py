"""The picture of who rose and who fell. Word has no such chart that prints alike everywhere, so it is drawn here; its
numbers stand as text in the table under it."""

from importlib.resources import files

from server.exports.paper import Paper
from server.exports.safety import no_control
from server.exports.words import place, say
from server.typesetting import typeset
from sessions.movement import Movement
from sessions.text import Text, pick

_WIDTH_CM = 15.0
_PPI = 200.0
_LONGEST = 34


def slope(paper: Paper, movement: Movement) -> None:
    """Add the picture, and how to read it."""
    lang = paper.lang
    paper.picture(drawn(movement, lang), _WIDTH_CM, say("slope", lang))
    paper.text(say("slope_key", lang), style="SmallPrint")


def drawn(movement: Movement, lang: str) -> bytes:
    """The picture as PNG; the same movement gives the same bytes."""
    before = sorted(movement.rows, key=lambda row: row.start)
    data = {
        "lang": lang,
        "before": pick(movement.before.label, lang),
        "after": pick(movement.after.label, lang),
        "rows": [
            {
                "label": _short(row.label, lang),
                "from": before.index(row),
                "to": index,
                "start": place(row.start),
                "end": place(row.end),
                "way": row.way,
            }
            for index, row in enumerate(movement.rows)
        ],
    }
    template = files("server.exports.paper").joinpath("slope.typ").read_bytes()
    return typeset(template, data, "png", _PPI)


def _short(label: Text, lang: str) -> str:
    text = " ".join(no_control(pick(label, lang)).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
