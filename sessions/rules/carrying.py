"""Carrying a list over: what people wrote becomes the options of a prioritisation."""

from sessions import commands as c
from sessions import events as e
from sessions.activity import Activity
from sessions.actor import Actor
from sessions.board import Item, Status
from sessions.codes import code_of
from sessions.errors import Code, Refused
from sessions.events import Event
from sessions.lineage import Why
from sessions.meeting import Meeting
from sessions.rules import activities, find
from sessions.rules.context import Context
from sessions.text import Text

PRIORITISE = "prioritise"
MAX_SHORT = 32
TITLE: Text = {"es": "Priorización de {code}", "en": "Prioritisation of {code}", "pt": "Priorização de {code}"}
QUESTION: Text = {
    "es": "¿Cuáles de estas ideas deben ir primero?",
    "en": "Which of these ideas should come first?",
    "pt": "Quais destas ideias devem vir primeiro?",
}


def prioritise_entries(meeting: Meeting, command: c.PrioritiseEntries, actor: Actor, context: Context) -> list[Event]:
    """Refused with ``too_many`` where there are more entries than options may be: the list is to be shortened first, or
    some of it named."""
    activity = find.activity(meeting, command.activity)
    activity.entries  # noqa: B018 - refuses where nobody writes
    latest = activity.round
    if latest is None or latest.closed_at is None:
        raise Refused(Code.STALE, activity.phase)
    options = [_option(meeting, item) for item in _chosen(activity, command.entries)]
    made = meeting.activities.get(command.into)
    if made is not None:
        return _asked_before(made, options)
    asked = c.AddActivity(
        session=command.session or activity.session,
        activity=command.into,
        kind=PRIORITISE,
        title=command.title or {lang: text.format(code=activity.plan.code) for lang, text in TITLE.items()},
        setup={
            "question": command.question or QUESTION,
            "options": _told_apart(options),
            "top": command.top or _top(len(options)),
        },
        minutes=5,
        voters=activity.plan.voters,
        place=_place(meeting, activity, command.session),
    )
    finishing: list[Event] = []
    if activity.to_finish:
        finishing = [e.BoardFinished(activity=command.activity, round=latest.number)]
    return [*finishing, *activities.add_activity(meeting, asked, actor, context)]


def _chosen(activity: Activity, ids: tuple[str, ...] | None) -> list[Item]:
    board = activity.board
    if ids is None:
        return list(board.shown())
    for id_ in ids:
        if id_ not in board.items:
            raise Refused(Code.UNKNOWN_ENTRY, id_)
        if board.items[id_].status is not Status.SHOWN:
            raise Refused(Code.STALE, board.items[id_].status)
    return [board.items[id_] for id_ in dict.fromkeys(ids)]


def _option(meeting: Meeting, item: Item) -> dict[str, object]:
    parent = {"sort": item.sort.value, "id": item.id, "why": Why.PROMOTE.value}
    code = code_of(meeting, item.sort, item.id)
    return {"id": code, "text": {"es": item.text}, "short": {"es": _short(item.text)}, "parents": [parent]}


def _short(text: str, room: int = MAX_SHORT) -> str:
    """The first words, as many as there is room for in a chart."""
    if len(text) <= room:
        return text
    cut = text[: room - 1]
    words = cut if text[room - 1] == " " else cut.rpartition(" ")[0] or cut
    return words.rstrip(" ,;:.") + "…"


def _told_apart(options: list[dict[str, object]]) -> list[dict[str, object]]:
    """Where two labels would read the same, they begin with their codes."""
    labels = [str(option["short"]) for option in options]
    for option, label in zip(options, labels, strict=True):
        if labels.count(label) > 1 and isinstance(option["text"], dict):
            code = f"{option['id']} "
            option["short"] = {"es": code + _short(option["text"]["es"], MAX_SHORT - len(code))}
    return options


def _top(options: int) -> int:
    """Three of eight or five of twelve; of few, half."""
    return 5 if options >= 10 else 3 if options >= 6 else max(1, options // 2)


def _place(meeting: Meeting, activity: Activity, session: str | None) -> int | None:
    if session is not None and session != activity.session:
        return None
    return meeting.sessions[activity.session].activities.index(activity.plan.id) + 1


def _asked_before(made: Activity, options: list[dict[str, object]]) -> list[Event]:
    had = [option["id"] for option in made.plan.setup.get("options", ())]
    if had != [option["id"] for option in options]:
        raise Refused(Code.TAKEN, made.plan.id)
    return []
