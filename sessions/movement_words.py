"""What is said of two rounds side by side."""

from collections.abc import Sequence
from typing import Literal

from sessions import numbers
from sessions.ranking.agreement import Agreement
from sessions.ranking.wording import place
from sessions.text import Lang, Text, named, pick

Unit = Literal["seat", "delegation"]

_LANGS: tuple[Lang, ...] = ("es", "en", "pt")
TITLE: Text = {
    "es": "Cambio de una ronda a otra",
    "en": "Change from one round to the next",
    "pt": "Mudança de uma rodada a outra",
}
OPTION: Text = {"es": "Opción", "en": "Option", "pt": "Opção"}
CHANGE: Text = {"es": "Cambio", "en": "Change", "pt": "Mudança"}
_DEGREE: dict[Agreement, Text] = {
    "low": {"es": "bajo", "en": "low", "pt": "baixo"},
    "medium": {"es": "medio", "en": "medium", "pt": "médio"},
    "high": {"es": "alto", "en": "high", "pt": "alto"},
}
_LEVEL: Text = {"es": "Sin cambio", "en": "No change", "pt": "Sem mudança"}


def round_label(number: int) -> Text:
    return {"es": f"ronda {number}", "en": f"round {number}", "pt": f"rodada {number}"}


def place_in(label: Text) -> Text:
    return {
        "es": f"Posición en {pick(label, 'es')}",
        "en": f"Position in {pick(label, 'en')}",
        "pt": f"Posição em {pick(label, 'pt')}",
    }


def way(found: str, start: tuple[int, int], end: tuple[int, int]) -> Text:
    """``start`` and ``end`` are among the options of both rounds."""
    span = f"{place(*start)} → {place(*end)}"
    if found == "rose":
        return {"es": f"Sube ({span})", "en": f"Rises ({span})", "pt": f"Sobe ({span})"}
    if found == "fell":
        return {"es": f"Baja ({span})", "en": f"Falls ({span})", "pt": f"Desce ({span})"}
    return _LEVEL


def voted(first: Text, second: Text, then: tuple[int, int], now: tuple[int, int], unit: Unit) -> Text:
    """``then`` and ``now`` are ballots and delegations."""
    old = numbers.delegations(then[1]) if unit == "delegation" else numbers.people_of(*then)
    new = str(now[1]) if unit == "delegation" else f"{now[0]} {{}} {now[1]}"
    few = then[unit == "delegation"] == 1
    return {
        "es": f"{'Votó' if few else 'Votaron'} {old['es']} en {pick(first, 'es')} y {new.format('de')} en "
        f"{pick(second, 'es')}.",
        "en": f"{old['en']} voted in {pick(first, 'en')} and {new.format('of')} in {pick(second, 'en')}.",
        "pt": f"{'Votou' if few else 'Votaram'} {old['pt']} em {pick(first, 'pt')} e {new.format('de')} em "
        f"{pick(second, 'pt')}.",
    }


def rolls(differ: bool, joined: int | None, left: int | None, unit: Unit) -> Text:
    """A warning where they differ; without numbers where those could tell of somebody."""
    who = _WHO[unit]
    if not differ:
        return {
            "es": f"En ambas votaron {who['es']}.",
            "en": f"{who['en']} voted in both.",
            "pt": f"Em ambas votaram {who['pt']}.",
        }
    if joined is None or left is None:
        return {
            "es": "Atención: no votaron exactamente las mismas; las que cambian son menos de cinco y, para proteger el "
            "secreto, no se dice cuántas.",
            "en": "Note: it was not exactly the same voters; fewer than five differ and, to protect secrecy, it is not "
            "said how many.",
            "pt": "Atenção: não votaram exatamente as mesmas; as que mudam são menos de cinco e, para proteger o "
            "sigilo, não se diz quantas.",
        }
    came = (numbers.people if unit == "seat" else numbers.delegations)(joined)
    return {
        "es": f"Atención: no votaron las mismas. Solo en la segunda: {came['es']}; solo en la primera: {left}. Parte "
        "del cambio puede venir de ahí.",
        "en": f"Note: it was not the same voters. Only in the second: {came['en']}; only in the first: {left}. Part of "
        "the change may come from that.",
        "pt": f"Atenção: não votaram as mesmas. Só na segunda: {came['pt']}; só na primeira: {left}. Parte da mudança "
        "pode vir daí.",
    }


_WHO: dict[Unit, dict[str, str]] = {
    "seat": {"es": "las mismas personas", "en": "The same people", "pt": "as mesmas pessoas"},
    "delegation": {"es": "las mismas delegaciones", "en": "The same delegations", "pt": "as mesmas delegações"},
}


def agreement(before: Agreement | None, after: Agreement | None) -> tuple[Text, ...]:
    if before is None or after is None:
        return ()
    if before == after:
        same = _DEGREE[after]
        return (
            {
                "es": f"El acuerdo entre las respuestas es {same['es']} en ambas.",
                "en": f"Agreement between the answers is {same['en']} in both.",
                "pt": f"O acordo entre as respostas é {same['pt']} em ambas.",
            },
        )
    old, new = _DEGREE[before], _DEGREE[after]
    return (
        {
            "es": f"El acuerdo entre las respuestas pasó de {old['es']} a {new['es']}.",
            "en": f"Agreement between the answers went from {old['en']} to {new['en']}.",
            "pt": f"O acordo entre as respostas passou de {old['pt']} a {new['pt']}.",
        },
    )


def lists(dropped: Sequence[Text], added: Sequence[Text]) -> tuple[Text, ...]:
    """Where the two rounds did not ask about the same."""
    notes: list[Text] = []
    if dropped:
        notes.append(
            {
                "es": f"La segunda lista es más corta; ya no estaban: {named(dropped, 'es')}. El cambio se mide "
                "entre las opciones de ambas.",
                "en": f"The second list is shorter; no longer on it: {named(dropped, 'en')}. Change is measured "
                "among the options of both.",
                "pt": f"A segunda lista é mais curta; já não estavam: {named(dropped, 'pt')}. A mudança se mede "
                "entre as opções de ambas.",
            }
        )
    if added:
        notes.append(
            {lang: f"{head}: {named(added, lang)}." for lang, head in zip(_LANGS, _ADDED, strict=True)},
        )
    return tuple(notes)


_ADDED = ("Solo en la segunda", "Only in the second", "Só na segunda")


PLACES: Text = {"es": "Posiciones", "en": "Positions", "pt": "Posições"}
POSITION: Text = {"es": "Posición", "en": "Position", "pt": "Posição"}
PLACES_ONLY: Text = {
    "es": "De esta ronda se muestran solo las posiciones. Se preguntó lo mismo en otra ronda, en la que votaron casi "
    "las mismas personas: comparar las cifras de ambas podría revelar el voto de quienes cambian.",
    "en": "Of this round only the positions are shown. The same was asked in another round, in which nearly the same "
    "people voted: comparing the figures of both could reveal the vote of those who differ.",
    "pt": "Desta rodada mostram-se só as posições. Perguntou-se o mesmo em outra rodada, na qual votaram quase as "
    "mesmas pessoas: comparar os números de ambas poderia revelar o voto de quem muda.",
}
