"""What is said of gathering ideas."""

from sessions.method import MethodLine, question
from sessions.outcomes import Column
from sessions.text import Text, number_of

LIST: Text = {"es": "Lista de ideas", "en": "List of ideas", "pt": "Lista de ideias"}
COLUMNS = (
    Column(label={"es": "Código", "en": "Code", "pt": "Código"}),
    Column(label={"es": "Idea", "en": "Idea", "pt": "Ideia"}),
    Column(
        label={"es": "Aportes reunidos", "en": "Contributions joined", "pt": "Contribuições reunidas"}, kind="count"
    ),
)


def how(written: int, kept: int) -> Text:
    return {
        "es": f"En silencio se reunieron {number_of(written, 'idea', 'ideas')}. La moderación unió las repetidas y la "
        f"lista tiene {kept}; "
        "quienes escribieron vieron qué pasó con las suyas y pudieron objetarlo.",
        "en": f"{number_of(written, 'idea was', 'ideas were')} written in silence. The moderator joined those that say "
        f"the same, and the list has {kept}; contributors saw what became of theirs and could object.",
        "pt": f"Em silêncio reuniram-se {number_of(written, 'ideia', 'ideias')}. A moderação uniu as repetidas e a "
        f"lista tem {kept}; quem "
        "escreveu viu o que aconteceu com as suas e pôde objetar.",
    }


def method(asked: Text, per_seat: int, *, approval: bool, live: bool) -> tuple[MethodLine, ...]:
    written = _written(per_seat)
    seen = _seen(live, approval)
    return (
        question(asked),
        MethodLine({"es": "Cómo se escribe", "en": "How people write", "pt": "Como se escreve"}, written, written),
        MethodLine({"es": "Qué se ve", "en": "What can be seen", "pt": "O que se vê"}, seen, seen),
        MethodLine(
            {"es": "Qué pasa después", "en": "What happens next", "pt": "O que acontece depois"}, _AFTER, _AFTER
        ),
    )


_AFTER: Text = {
    "es": "La moderación une, separa o aclara; nada se borra y quien escribió puede objetar",
    "en": "The moderator joins, splits or clarifies; nothing is deleted, and contributors may object",
    "pt": "A moderação une, separa ou esclarece; nada se apaga e quem escreveu pode objetar",
}


def _written(per_seat: int) -> Text:
    if per_seat == 1:
        return {
            "es": "En silencio, cada persona una idea de hasta 140 caracteres",
            "en": "In silence, each person one idea of up to 140 characters",
            "pt": "Em silêncio, cada pessoa uma ideia de até 140 caracteres",
        }
    return {
        "es": f"En silencio, cada persona hasta {per_seat} ideas de 140 caracteres",
        "en": f"In silence, each person up to {per_seat} ideas of 140 characters",
        "pt": f"Em silêncio, cada pessoa até {per_seat} ideias de 140 caracteres",
    }


def _seen(live: bool, approval: bool) -> Text:
    if live and approval:
        return {
            "es": "Las ideas que la moderación aprueba, mientras se escribe",
            "en": "Ideas that the moderator approves, while people write",
            "pt": "As ideias que a moderação aprova, enquanto se escreve",
        }
    if live:
        return {
            "es": "Las ideas, mientras se escribe",
            "en": "Ideas, while people write",
            "pt": "As ideias, enquanto se escreve",
        }
    return {
        "es": "Mientras se escribe, solo cuántas hay; después, la lista",
        "en": "While people write, only how many there are; afterwards, the list",
        "pt": "Enquanto se escreve, apenas quantas há; depois, a lista",
    }
