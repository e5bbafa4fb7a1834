"""What a prioritisation says about itself."""

from collections.abc import Iterable

from sessions.activities.kind import in_units
from sessions.activities.prioritise.setup import STEP, Headline, Method, PrioritiseSetup
from sessions.method import APART, LANGS, NATURE, MethodLine, answer, count, options, question, ties
from sessions.ranking.wording import place
from sessions.text import Text

PRIORITIES: Text = {"es": "Prioridades", "en": "Priorities", "pt": "Prioridades"}
OPTION: Text = {"es": "Opción", "en": "Option", "pt": "Opção"}
_POINTS: Text = {"es": "Puntos", "en": "Points", "pt": "Pontos"}
POINTS: dict[Method, Text] = {
    "rank": _POINTS,
    "dots": _POINTS,
    "points": _POINTS,
    "approval": {"es": "Aprobaciones", "en": "Approvals", "pt": "Aprovações"},
}
FIRST: Text = {
    "es": "Personas que la pusieron en primer lugar",
    "en": "People who put it first",
    "pt": "Pessoas que a colocaram em primeiro lugar",
}
POSITION: dict[Headline, Text] = {
    "delegation": {
        "es": "Posición (una delegación, un voto)",
        "en": "Position (one delegation, one vote)",
        "pt": "Posição (uma delegação, um voto)",
    },
    "person": {
        "es": "Posición (una persona, un voto)",
        "en": "Position (one person, one vote)",
        "pt": "Posição (uma pessoa, um voto)",
    },
}
_ROUNDED: Text = {
    "es": "Los puntos se muestran sin decimales; el orden usa los exactos.",
    "en": "Points are shown without decimals; the order uses the exact ones.",
    "pt": "Os pontos são mostrados sem decimais; a ordem usa os exatos.",
}

_WEIGHT: dict[Headline, Text] = {
    "delegation": {
        "es": "Los puntos de las personas de cada delegación se promedian, de modo que todas las delegaciones pesan lo "
        "mismo.",
        "en": "The points given by the people of a delegation are averaged, so that every delegation weighs the same.",
        "pt": "Calcula-se a média dos pontos dados pelas pessoas de cada delegação, de modo que todas as delegações "
        "pesam o mesmo.",
    },
    "person": {
        "es": "Se suman los puntos que dio cada persona; todas pesan lo mismo.",
        "en": "The points given by each person are added up; everyone weighs the same.",
        "pt": "Somam-se os pontos dados por cada pessoa; todas pesam o mesmo.",
    },
}
_SHARED: Text = {
    "es": "Cada delegación da una sola respuesta y todas pesan lo mismo; no hay recuento por persona.",
    "en": "Each delegation gives one answer and all weigh the same; there is no count by person.",
    "pt": "Cada delegação dá uma só resposta e todas pesam o mesmo; não há contagem por pessoa.",
}
_SHARED_HEADLINE: Text = {
    "es": "Una delegación, una papeleta; el recuento por persona no existe",
    "en": "One delegation, one ballot; there is no count by person",
    "pt": "Uma delegação, uma cédula; a contagem por pessoa não existe",
}
_HEADLINE: dict[Headline, Text] = {
    "delegation": {
        "es": "Una delegación, un voto; al lado, las posiciones con una persona, un voto",
        "en": "One delegation, one vote; beside it, the positions with one person, one vote",
        "pt": "Uma delegação, um voto; ao lado, as posições com uma pessoa, um voto",
    },
    "person": {
        "es": "Una persona, un voto; al lado, las posiciones con una delegación, un voto",
        "en": "One person, one vote; beside it, the positions with one delegation, one vote",
        "pt": "Uma pessoa, um voto; ao lado, as posições com uma delegação, um voto",
    },
}
_TIES = ties(
    {
        "es": "Las opciones con los mismos puntos comparten posición («3-4»); ninguna se decide al azar",
        "en": "Options with the same points share their position (“3-4”); none is decided by chance",
        "pt": "As opções com os mesmos pontos dividem a posição («3-4»); nenhuma é decidida por sorteio",
    },
    {
        "es": "Los empates no se deshacen: dos con «3-4» comparten los puestos 3 y 4",
        "en": "Ties are not broken: two with “3-4” share places 3 and 4",
        "pt": "Os empates não se desfazem: duas com «3-4» dividem os lugares 3 e 4",
    },
)

_CHECKS = MethodLine(
    {"es": "Comprobaciones", "en": "Checks", "pt": "Verificações"},
    {
        "es": "Junto al resultado se dice si el orden sería otro al contar de otra manera, sin una delegación (nunca "
        "cuál) o con otra mezcla de delegaciones. Las mezclas se sortean a partir de la huella de las papeletas: con "
        "las mismas papeletas sale lo mismo",
        "en": "Beside the result it is said whether the order would be another one if counted otherwise, without one "
        "delegation (never which), or with another mix of delegations. The mixes are drawn from the digest of the "
        "ballots: the same ballots give the same",
        "pt": "Junto ao resultado diz-se se a ordem seria outra ao contar de outra maneira, sem uma delegação (nunca "
        "qual) ou com outra mistura de delegações. As misturas são sorteadas a partir do resumo criptográfico das "
        "cédulas: com as mesmas cédulas sai o mesmo",
    },
)


def how(setup: PrioritiseSetup, shared: Iterable[tuple[int, int]]) -> Text:
    """``shared`` are the positions in the outcome that several options share: they are what people ask about."""
    points = in_units(_points(setup), setup.unit)
    weight = _WEIGHT[setup.headline] if setup.unit == "seat" else _SHARED
    told = [points, weight]
    if setup.headline == "delegation" or setup.method == "rank":
        told.append(_ROUNDED)
    spans = list(shared)
    told += [_tie(*span) for span in spans[:MOST_TIES]]
    if len(spans) > MOST_TIES:
        told.append(_MORE_TIES)
    return {lang: " ".join(text[lang] for text in told) for lang in LANGS}


MOST_TIES = 4
"""Explained one by one; nobody reads the same sentence more often."""

_MORE_TIES: Text = {
    "es": "Lo mismo vale para las demás posiciones compartidas.",
    "en": "The same goes for the other shared positions.",
    "pt": "O mesmo vale para as demais posições compartilhadas.",
}


def _tie(low: int, high: int) -> Text:
    span, number = place(low, high), high - low + 1
    if number == 2:
        return {
            "es": f"«{span}» es un empate: 2 opciones tienen los mismos puntos y comparten los puestos {low} y {high}.",
            "en": f"“{span}” is a tie: 2 options have the same points and share places {low} and {high}.",
            "pt": f"«{span}» é um empate: 2 opções têm os mesmos pontos e dividem os lugares {low} e {high}.",
        }
    return {
        "es": f"«{span}» es un empate: {number} opciones tienen los mismos puntos y comparten los puestos {low} a "
        f"{high}.",
        "en": f"“{span}” is a tie: {number} options have the same points and share places {low} to {high}.",
        "pt": f"«{span}» é um empate: {number} opções têm os mesmos pontos e dividem os lugares {low} a {high}.",
    }


def _points(setup: PrioritiseSetup) -> Text:
    if setup.method == "approval":
        return {
            "es": "Cada opción que una persona aprueba recibe un punto, sin orden entre ellas.",
            "en": "Each option that a person approves of gets one point, in no order.",
            "pt": "Cada opção que uma pessoa aprova recebe um ponto, sem ordem entre elas.",
        }
    if setup.method == "points":
        return {
            "es": "Cada persona reparte los mismos puntos, y los de todas se suman.",
            "en": "Each person shares out the same number of points, and those of all are added up.",
            "pt": "Cada pessoa distribui o mesmo número de pontos, e os de todas se somam.",
        }
    if setup.method == "dots":
        return {
            "es": "Cada punto que una persona da a una opción cuenta como un punto.",
            "en": "Each dot that a person gives to an option counts as one point.",
            "pt": "Cada ponto que uma pessoa dá a uma opção conta como um ponto.",
        }
    return {
        "es": f"Una opción gana un punto por cada otra que la persona deja por debajo (la primera de "
        f"{len(setup.options)} gana {setup.best}); las que no ordenó quedan empatadas al final y se reparten por igual "
        "los puntos de esos lugares.",
        "en": f"An option gets one point for each other one that the person leaves below it (the first of "
        f"{len(setup.options)} gets {setup.best}); those left out of the order are level at the end and share the "
        "points of those places equally.",
        "pt": f"Uma opção ganha um ponto por cada outra que a pessoa deixa abaixo dela (a primeira de "
        f"{len(setup.options)} ganha {setup.best}); as que ficaram fora da ordem empatam no final e dividem por igual "
        "os pontos desses lugares.",
    }


def method(setup: PrioritiseSetup) -> tuple[MethodLine, ...]:
    return (
        question(setup.question),
        answer(_answer(setup)),
        *options(option.text for option in setup.options),
        count(in_units(_points(setup), setup.unit), in_units(_brief(setup), setup.unit)),
        MethodLine(
            {"es": "Resultado principal", "en": "Main result", "pt": "Resultado principal"},
            _headline(setup),
            _HEADLINE_BRIEF[setup.headline] if setup.unit == "seat" else None,
        ),
        _TIES,
        _CHECKS,
        APART,
        NATURE,
    )


def _brief(setup: PrioritiseSetup) -> Text:
    if setup.method == "approval":
        return {
            "es": "Un punto por cada aprobación",
            "en": "One point for each approval",
            "pt": "Um ponto por cada aprovação",
        }
    if setup.method != "rank":
        return {"es": "Se suman los puntos", "en": "Points are added up", "pt": "Somam-se os pontos"}
    return {
        "es": f"Cuanto más arriba, más puntos: {setup.best} la primera, ninguno la última",
        "en": f"The higher, the more points: {setup.best} for the first, none for the last",
        "pt": f"Quanto mais acima, mais pontos: {setup.best} a primeira, nenhum a última",
    }


_HEADLINE_BRIEF: dict[Headline, Text] = {
    "delegation": {
        "es": "Una delegación, un voto",
        "en": "One delegation, one vote",
        "pt": "Uma delegação, um voto",
    },
    "person": {"es": "Una persona, un voto", "en": "One person, one vote", "pt": "Uma pessoa, um voto"},
}


def _headline(setup: PrioritiseSetup) -> Text:
    return _HEADLINE[setup.headline] if setup.unit == "seat" else _SHARED_HEADLINE


def _answer(setup: PrioritiseSetup) -> Text:
    size = len(setup.options)
    if setup.method in {"rank", "approval"} and setup.cut == 1:
        return {
            "es": f"Elegir una de {size} opciones",
            "en": f"Choose one of {size} options",
            "pt": f"Escolher uma de {size} opções",
        }
    if setup.method == "rank":
        return {
            "es": f"Elegir y ordenar hasta {setup.cut} de {size} opciones",
            "en": f"Choose and order up to {setup.cut} of {size} options",
            "pt": f"Escolher e ordenar até {setup.cut} de {size} opções",
        }
    if setup.method == "approval":
        return {
            "es": f"Aprobar hasta {setup.cut} de {size} opciones",
            "en": f"Approve of up to {setup.cut} of {size} options",
            "pt": f"Aprovar até {setup.cut} de {size} opções",
        }
    if setup.method == "points":
        return {
            "es": f"Repartir exactamente {setup.dots} puntos entre {size} opciones, de {STEP} en {STEP}, no más de "
            f"{setup.each} en cada una",
            "en": f"Share out exactly {setup.dots} points among {size} options, in steps of {STEP}, no more than "
            f"{setup.each} on each",
            "pt": f"Distribuir exatamente {setup.dots} pontos entre {size} opções, de {STEP} em {STEP}, não mais de "
            f"{setup.each} em cada uma",
        }
    if setup.dots == 1:
        return {
            "es": f"Dar un punto a una de {size} opciones",
            "en": f"Give one dot to one of {size} options",
            "pt": f"Dar um ponto a uma de {size} opções",
        }
    return {
        "es": f"Repartir hasta {setup.dots} puntos entre {size} opciones, no más de {setup.each} en cada una",
        "en": f"Share out up to {setup.dots} dots among {size} options, no more than {setup.each} on each",
        "pt": f"Distribuir até {setup.dots} pontos entre {size} opções, não mais de {setup.each} em cada uma",
    }
