"""What the panel says, for people who never heard of a counting rule."""

from sessions.activities.prioritise.panel import CountName, Listed
from sessions.ranking.agreement import Agreement
from sessions.ranking.stability import Removals
from sessions.text import Text

UNDER_COUNTS: Text = {
    "es": "Posiciones según cada recuento",
    "en": "Positions under each count",
    "pt": "Posições segundo cada contagem",
}
FIRMNESS: Text = {
    "es": "Qué tan firme es el orden",
    "en": "How firm the order is",
    "pt": "Quão firme é a ordem",
}
CHECK: Text = {"es": "Comprobación", "en": "Check", "pt": "Verificação"}
FOUND: Text = {"es": "Lo que se encontró", "en": "What was found", "pt": "O que se encontrou"}
COUNT: dict[CountName, Text] = {
    "borda": {"es": "Por orden (Borda)", "en": "By order (Borda)", "pt": "Por ordem (Borda)"},
    "dots": {"es": "Por puntos", "en": "By dots", "pt": "Por pontos"},
    "points": {"es": "Por puntos", "en": "By points", "pt": "Por pontos"},
    "approval": {"es": "Por aprobaciones", "en": "By approvals", "pt": "Por aprovações"},
    "schulze": {
        "es": "De dos en dos (Schulze)",
        "en": "Two by two (Schulze)",
        "pt": "De duas em duas (Schulze)",
    },
    "first_places": {"es": "Solo primeros lugares", "en": "First places only", "pt": "Só primeiros lugares"},
}
STABILITY: Text = {"es": "Estabilidad", "en": "Stability", "pt": "Estabilidade"}
BAND: Text = {"es": "Prioridad", "en": "Priority", "pt": "Prioridade"}
BANDS: dict[str, Text] = {
    "high": {"es": "Alta", "en": "High", "pt": "Alta"},
    "medium": {"es": "Media", "en": "Medium", "pt": "Média"},
    "lower": {"es": "Menor", "en": "Lower", "pt": "Menor"},
}

_REMOVED: Text = {
    "es": "Al retirar una delegación a la vez",
    "en": "Removing one delegation at a time",
    "pt": "Ao retirar uma delegação por vez",
}
_OTHER: Text = {
    "es": "Al contar de otra manera",
    "en": "Counting in another way",
    "pt": "Ao contar de outra maneira",
}
_AGREEMENT: Text = {
    "es": "Acuerdo entre las respuestas",
    "en": "Agreement between the answers",
    "pt": "Acordo entre as respostas",
}
_DEGREE: dict[Agreement, Text] = {
    "low": {"es": "Bajo", "en": "Low", "pt": "Baixo"},
    "medium": {"es": "Medio", "en": "Medium", "pt": "Médio"},
    "high": {"es": "Alto", "en": "High", "pt": "Alto"},
}
_LENGTH: Text = {"es": "Largo de la lista", "en": "Length of the list", "pt": "Tamanho da lista"}
_RANGE: Text = {
    "es": "Posiciones que ocupa una opción en 8 de cada 10 mezclas al azar de las mismas delegaciones",
    "en": "Positions that an option takes in 8 of 10 random mixes of the same delegations",
    "pt": "Posições que uma opção ocupa em 8 de cada 10 misturas ao acaso das mesmas delegações",
}

Line = tuple[Text, Text]


def removals(found: Removals, cut: int) -> Line:
    if cut == 1:
        return _REMOVED, {
            "es": f"La primera cambia en {found.changed} de {found.cases} casos",
            "en": f"The first one changes in {found.changed} of {found.cases} cases",
            "pt": f"A primeira muda em {found.changed} de {found.cases} casos",
        }
    return _REMOVED, {
        "es": f"El grupo de las {cut} primeras cambia en {found.changed} de {found.cases} casos",
        "en": f"The group of the first {cut} changes in {found.changed} of {found.cases} cases",
        "pt": f"O grupo das {cut} primeiras muda em {found.changed} de {found.cases} casos",
    }


def moved(labels: Text | None) -> Line:
    """``labels`` are the options that move, written one after the other; None where no option does."""
    if labels is None:
        return _OTHER, {
            "es": "Ninguna opción cambia dos lugares o más",
            "en": "No option moves by two places or more",
            "pt": "Nenhuma opção muda dois lugares ou mais",
        }
    return _OTHER, {
        "es": f"Cambian dos lugares o más: {labels['es']}",
        "en": f"These move by two places or more: {labels['en']}",
        "pt": f"Mudam dois lugares ou mais: {labels['pt']}",
    }


def agreement(found: Agreement) -> Line:
    return _AGREEMENT, _DEGREE[found]


def stability() -> Line:
    return STABILITY, _RANGE


def length(listed: Listed) -> Line:
    asked, shown = listed.asked, listed.shown
    return _LENGTH, {
        "es": f"Se pedían {asked}; la lista tiene {shown}, porque hay un empate en el corte",
        "en": f"{asked} were asked for; the list has {shown}, because there is a tie at the cut",
        "pt": f"Pediam-se {asked}; a lista tem {shown}, porque há empate no corte",
    }
