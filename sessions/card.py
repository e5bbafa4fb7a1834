"""The method card of an activity: what its kind says, who may take part and who may see what, and of each round when it
was open, how many ballots came from where and their digest. Phones, screen and every export read it here.

Times stand on it from the opening on, numbers once a round is sealed. The digest waits for the reveal: of few ballots
it can be guessed which they were. A round that gives up its figures (``sessions.rounds``) gives up its sources too.
"""

from sessions.activity import Activity, Round
from sessions.actor import Regime, Secrecy, Voters
from sessions.crowd import crowd
from sessions.meeting import Meeting
from sessions.method import MethodLine
from sessions.moments import moment_text
from sessions.numbers import people_of
from sessions.outcomes import Counted
from sessions.rounds import outcome_of
from sessions.text import Text

_SHORT = 12


def rules(meeting: Meeting, activity: Activity) -> tuple[MethodLine, ...]:
    """What holds before anybody answers."""
    prepared = activity.prepared
    found = list(prepared.method)
    if not activity.pads:
        found.append(_line(_WHO, _VOTERS[activity.plan.voters], _VOTERS_BRIEF[activity.plan.voters]))
    if not activity.pads and not activity.boards:
        unit = _UNIT[prepared.unit]
        found.append(_line(_UNIT_LABEL, unit, _ONE_BALLOT if prepared.unit == "delegation" else None))
    if not activity.pads and not activity.attributed:
        seen, brief = (_SEEN_WRITING if activity.boards else _SEEN)[meeting.secrecy(activity)]
        found.append(_line(_SEEN_LABEL, seen, brief))
    return (*found, _line(_REGIME_LABEL, _REGIME[meeting.regime(activity)]))


def record(meeting: Meeting, activity: Activity, round_: Round, *, short: bool = False) -> tuple[MethodLine, ...]:
    """What happened in ``round_`` as far as it may be told. With ``short`` the digest is cut to its beginning."""
    found = [_line(_OPENED, moment_text(round_.opened_at, meeting.zone), record=True)]
    if round_.closed_at is not None:
        found.append(_line(_CLOSED, moment_text(round_.closed_at, meeting.zone), record=True))
    if round_.sealed is not None and not activity.pads:
        counted = outcome_of(meeting, activity, round_).counted
        if activity.boards:
            found.append(_line(_WRITERS, _written(counted), record=True))
        else:
            found.append(_line(_BALLOTS, _came(meeting, activity, round_, counted), record=True))
        if round_.revealed_at is not None:
            digest = round_.sealed.digest
            shown = f"{digest[:_SHORT]}…" if short else digest
            found.append(_line(_DIGEST[activity.boards], {"es": shown}, record=True))
    return tuple(found)


def card(meeting: Meeting, activity: Activity, *, short: bool = False) -> tuple[MethodLine, ...]:
    """The whole card, with the record of the latest round where there was one."""
    latest = activity.round
    said = () if latest is None else record(meeting, activity, latest, short=short)
    return (*rules(meeting, activity), *said)


def _line(label: Text, value: Text, brief: Text | None = None, *, record: bool = False) -> MethodLine:
    return MethodLine(label, value, brief, "record" if record else "rule")


def _came(meeting: Meeting, activity: Activity, round_: Round, counted: Counted) -> Text:
    """How many ballots there were, of how many there could have been, and from where."""
    might = crowd(meeting, activity, round_)
    most = might.delegations if activity.prepared.unit == "delegation" else might.seats
    whole: Text = {
        "es": f"{counted.voted} de {most} posibles",
        "en": f"{counted.voted} of {most} possible",
        "pt": f"{counted.voted} de {most} possíveis",
    }
    sources = counted.sources
    if sources is None and round_.apart:
        return whole
    phone, paper, hands = (sources.phone, sources.paper, sources.hands) if sources else (counted.voted, 0, 0)
    return {
        "es": f"{whole['es']}: {phone} por teléfono, {paper} en papel, {hands} a mano alzada",
        "en": f"{whole['en']}: {phone} by phone, {paper} on paper, {hands} by show of hands",
        "pt": f"{whole['pt']}: {phone} por telefone, {paper} em papel, {hands} por mãos levantadas",
    }


def _written(counted: Counted) -> Text:
    told = people_of(counted.voted, counted.delegations)
    return {
        "es": f"{told['es']}, por teléfono",
        "en": f"{told['en']}, by phone",
        "pt": f"{told['pt']}, por telefone",
    }


_WHO: Text = {"es": "Quién participa", "en": "Who takes part", "pt": "Quem participa"}
_VOTERS: dict[Voters, Text] = {
    Voters.DELEGATES: {
        "es": "Las delegadas y los delegados de los Estados",
        "en": "The delegates of the States",
        "pt": "As delegadas e os delegados dos Estados",
    },
    Voters.HEADS: {
        "es": "Las jefaturas de las delegaciones de los Estados",
        "en": "The heads of the delegations of the States",
        "pt": "As chefias das delegações dos Estados",
    },
    Voters.DELEGATES_AND_OBSERVERS: {
        "es": "Las delegaciones de los Estados y los observadores",
        "en": "The delegations of the States and the observers",
        "pt": "As delegações dos Estados e os observadores",
    },
}
_VOTERS_BRIEF: dict[Voters, Text] = {
    Voters.DELEGATES: {
        "es": "Participan quienes representan a los Estados",
        "en": "Those who represent the States take part",
        "pt": "Participa quem representa os Estados",
    },
    Voters.HEADS: {
        "es": "Participan las jefaturas de delegación",
        "en": "The heads of delegation take part",
        "pt": "Participam as chefias de delegação",
    },
    Voters.DELEGATES_AND_OBSERVERS: {
        "es": "Participan delegaciones y observadores",
        "en": "Delegations and observers take part",
        "pt": "Participam delegações e observadores",
    },
}
_UNIT_LABEL: Text = {"es": "Unidad", "en": "Unit", "pt": "Unidade"}
_UNIT: dict[str, Text] = {
    "seat": {
        "es": "Una respuesta por persona; se puede cambiar hasta el cierre y cuenta la última",
        "en": "One answer a person; it may be changed until closing, and the last one counts",
        "pt": "Uma resposta por pessoa; pode ser mudada até o encerramento e vale a última",
    },
    "delegation": {
        "es": "Una sola respuesta por delegación, que cualquiera de sus puestos da o cambia hasta el cierre; cuenta la "
        "última",
        "en": "One answer a delegation, which any of its seats gives or changes until closing; the last one counts",
        "pt": "Uma só resposta por delegação, que qualquer de seus lugares dá ou muda até o encerramento; vale a "
        "última",
    },
}
_ONE_BALLOT: Text = {
    "es": "Una sola respuesta por delegación",
    "en": "One answer a delegation",
    "pt": "Uma só resposta por delegação",
}
_SEEN_LABEL: Text = {"es": "Quién ve qué", "en": "Who sees what", "pt": "Quem vê o quê"}
_SEEN: dict[Secrecy, tuple[Text, Text]] = {
    Secrecy.SECRET: (
        {
            "es": "Voto secreto: mientras está abierto solo se ve la participación; después, el resultado. Al sellar "
            "se borra qué persona emitió cada papeleta. Antes, quien administra el servidor podría verlo",
            "en": "Secret vote: while it is open only turnout is seen; afterwards, the outcome. At sealing it is "
            "erased who cast which ballot. Before that, whoever runs the server could look",
            "pt": "Voto secreto: enquanto está aberto só se vê a participação; depois, o resultado. Ao selar apaga-se "
            "qual pessoa emitiu cada cédula. Antes, quem administra o servidor poderia ver",
        },
        {
            "es": "Voto secreto: hasta el resultado solo se ve la participación",
            "en": "Secret vote: until the outcome only turnout is seen",
            "pt": "Voto secreto: até o resultado só se vê a participação",
        },
    ),
    Secrecy.BY_DELEGATION: (
        {
            "es": "Voto por delegación, no secreto: mientras está abierto solo se ve la participación; después, "
            "totales. El sistema guarda cada papeleta con su puesto y su delegación",
            "en": "Vote by delegation, not secret: while it is open only turnout is seen; afterwards, totals. The "
            "system keeps each ballot with its seat and delegation",
            "pt": "Voto por delegação, não secreto: enquanto está aberto só se vê a participação; depois, totais. O "
            "sistema guarda cada cédula com seu lugar e sua delegação",
        },
        {
            "es": "Voto por delegación, no secreto",
            "en": "Vote by delegation, not secret",
            "pt": "Voto por delegação, não secreto",
        },
    ),
    Secrecy.OPEN: (
        {
            "es": "Votación abierta, no secreta: mientras dura solo se ve la participación; después, totales. El "
            "sistema guarda cada papeleta con su puesto",
            "en": "Open vote, not secret: while it lasts only turnout is seen; afterwards, totals. The system keeps "
            "each ballot with its seat",
            "pt": "Votação aberta, não secreta: enquanto dura só se vê a participação; depois, totais. O sistema "
            "guarda cada cédula com seu lugar",
        },
        {"es": "Votación abierta, no secreta", "en": "Open vote, not secret", "pt": "Votação aberta, não secreta"},
    ),
}
_NAMED: tuple[Text, Text] = (
    {
        "es": "Con la delegación: la moderación ve de cuál es cada idea",
        "en": "With the delegation: the moderator sees whose each idea is",
        "pt": "Com a delegação: a moderação vê de qual é cada ideia",
    },
    {
        "es": "La moderación ve de qué delegación es cada idea",
        "en": "The moderator sees which delegation each idea is from",
        "pt": "A moderação vê de qual delegação é cada ideia",
    },
)
_SEEN_WRITING: dict[Secrecy, tuple[Text, Text]] = {
    Secrecy.SECRET: (
        {
            "es": "Sin autoría: nadie en la sala ve quién escribió cada idea. Quien administra el servidor podría "
            "averiguarlo mientras exista la reunión",
            "en": "Without authors: nobody in the room sees who wrote which idea. Whoever runs the server could find "
            "out for as long as the meeting exists",
            "pt": "Sem autoria: ninguém na sala vê quem escreveu cada ideia. Quem administra o servidor poderia "
            "descobrir enquanto a reunião existir",
        },
        {"es": "Sin autoría", "en": "Without authors", "pt": "Sem autoria"},
    ),
    Secrecy.BY_DELEGATION: _NAMED,
    Secrecy.OPEN: _NAMED,
}
_REGIME_LABEL: Text = {"es": "Régimen de la sesión", "en": "Regime of the session", "pt": "Regime da sessão"}
_REGIME: dict[Regime, Text] = {
    Regime.OPEN: {"es": "Sesión abierta", "en": "Open session", "pt": "Sessão aberta"},
    Regime.ATTRIBUTABLE: {
        "es": "Atribuible por delegación",
        "en": "Attributable by delegation",
        "pt": "Atribuível por delegação",
    },
    Regime.CHATHAM_HOUSE: {
        "es": "Sin atribución (Regla de Chatham House)",
        "en": "Non-attribution (Chatham House Rule)",
        "pt": "Sem atribuição (Regra de Chatham House)",
    },
    Regime.RESERVED: {"es": "Sesión reservada", "en": "Reserved session", "pt": "Sessão reservada"},
}
_OPENED: Text = {"es": "Apertura", "en": "Opened", "pt": "Abertura"}
_CLOSED: Text = {"es": "Cierre", "en": "Closed", "pt": "Encerramento"}
_BALLOTS: Text = {"es": "Papeletas", "en": "Ballots", "pt": "Cédulas"}
_WRITERS: Text = {"es": "Escribieron", "en": "Wrote", "pt": "Escreveram"}
_DIGEST: dict[bool, Text] = {
    False: {
        "es": "Huella (SHA-256) de las papeletas selladas",
        "en": "Digest (SHA-256) of the sealed ballots",
        "pt": "Resumo criptográfico (SHA-256) das cédulas seladas",
    },
    True: {
        "es": "Huella (SHA-256) de la lista sellada",
        "en": "Digest (SHA-256) of the sealed list",
        "pt": "Resumo criptográfico (SHA-256) da lista selada",
    },
}
