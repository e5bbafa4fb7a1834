"""What the files say around the content, in three languages."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sessions.outcomes import Cell
from sessions.text import pick

_WORDS: dict[str, tuple[str, str, str]] = {
    "report": ("Informe de la reunión", "Report of the meeting", "Relatório da reunião"),
    "draft": (
        "BORRADOR: la reunión no ha terminado",
        "DRAFT: the meeting has not ended",
        "RASCUNHO: a reunião não terminou",
    ),
    "rehearsal": (
        "ENSAYO: no son datos de una reunión",
        "REHEARSAL: not data of a meeting",
        "ENSAIO: não são dados de uma reunião",
    ),
    "place": ("Lugar", "Place", "Local"),
    "dates": ("Fechas", "Dates", "Datas"),
    "written": ("Datos hasta", "Data up to", "Dados até"),
    "digest": ("Huella SHA-256", "SHA-256 digest", "Impressão SHA-256"),
    "cursor": ("Posición en el registro", "Place in the log", "Posição no registro"),
    "delegations": ("Delegaciones presentes", "Delegations present", "Delegações presentes"),
    "observers": ("Observadores presentes", "Observers present", "Observadores presentes"),
    "participation": ("Participación", "Participation", "Participação"),
    "people": ("Personas", "People", "Pessoas"),
    "session": ("Sesión", "Session", "Sessão"),
    "activity": ("Actividad", "Activity", "Atividade"),
    "question": ("Pregunta", "Question", "Pergunta"),
    "regime": ("Régimen", "Regime", "Regime"),
    "regime.open": ("abierto", "open", "aberto"),
    "regime.attributable": ("atribuible por delegación", "attributable by delegation", "atribuível por delegação"),
    "regime.chatham_house": (
        "sin atribución (Regla de Chatham House)",
        "non-attribution (Chatham House Rule)",
        "sem atribuição (Regra de Chatham House)",
    ),
    "regime.reserved": ("reservado", "reserved", "reservado"),
    "secrecy": ("Voto", "Vote", "Voto"),
    "secrecy.secret": ("secreto", "secret", "secreto"),
    "secrecy.by_delegation": ("por delegación", "by delegation", "por delegação"),
    "secrecy.open": ("abierto", "open", "aberto"),
    "voters": ("Podían votar", "Could vote", "Podiam votar"),
    "voters.delegates": ("delegadas y delegados", "delegates", "delegadas e delegados"),
    "voters.heads": ("jefaturas de delegación", "heads of delegation", "chefias de delegação"),
    "voters.delegates_and_observers": (
        "delegaciones y observadores",
        "delegates and observers",
        "delegações e observadores",
    ),
    "voted": ("Votaron", "Voted", "Votaram"),
    "of_people": ("{n} de {of} personas con derecho", "{n} of {of} people entitled", "{n} de {of} pessoas com direito"),
    "of_delegations": ("{n} de {of} delegaciones", "{n} of {of} delegations", "{n} de {of} delegações"),
    "apart": (
        "Abstenciones: {abstained}. No aplica: {not_applicable}.",
        "Abstentions: {abstained}. Not applicable: {not_applicable}.",
        "Abstenções: {abstained}. Não se aplica: {not_applicable}.",
    ),
    "outcome": ("Resultado", "Outcome", "Resultado"),
    "no_outcome": ("Sin resultado revelado.", "No outcome revealed.", "Sem resultado revelado."),
    "how": ("Cómo se contó", "How it was counted", "Como foi contado"),
    "method": ("Ficha metodológica", "Method card", "Ficha metodológica"),
    "round": ("Ronda", "Round", "Rodada"),
    "notes": ("Notas de las mesas", "Notes of the tables", "Notas das mesas"),
    "no_notes": ("Sin notas registradas.", "No notes recorded.", "Sem notas registradas."),
    "table": ("Mesa", "Table", "Mesa"),
    "plenary": ("Plenaria", "Plenary", "Plenária"),
    "heading": ("Apartado", "Heading", "Seção"),
    "text": ("Texto", "Text", "Texto"),
    "code": ("Código", "Code", "Código"),
    "position": ("Posición", "Place", "Posição"),
    "count": ("Cantidad", "Count", "Quantidade"),
    "kind": ("Tipo", "Kind", "Tipo"),
    "kind.finding": ("resultado", "outcome", "resultado"),
    "kind.entry": ("nota", "note", "nota"),
    "validated": ("validado por la mesa", "validated by the table", "validado pela mesa"),
    "withheld": (
        "Sesión reservada: su contenido no se incluye en este informe.",
        "Reserved session: its content is not in this report.",
        "Sessão reservada: seu conteúdo não consta deste relatório.",
    ),
    "not_binding": (
        "Los sondeos son indicativos y no vinculantes.",
        "Polls are indicative and not binding.",
        "As consultas são indicativas e não vinculantes.",
    ),
    "questions": ("Preguntas orientadoras", "Guiding questions", "Perguntas orientadoras"),
    "overview": ("Resumen", "Overview", "Resumo"),
    "page": ("Página", "Page", "Página"),
    "digest_note": (
        "Huella SHA-256 de las papeletas contadas, sin sus votantes",
        "SHA-256 digest of the ballots counted, without their voters",
        "Impressão SHA-256 das cédulas contadas, sem seus votantes",
    ),
}
_LANGS = ("es", "en", "pt")
_MONTHS = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(),
    "January February March April May June July August September October November December".split(),
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(),
)


def say(key: str, lang: str, **values: object) -> str:
    """The words for ``key`` in ``lang``; raises ``KeyError`` for a key nobody wrote."""
    return _WORDS[key][_LANGS.index(lang)].format(**values)


def day(ms: int, zone: str, lang: str) -> str:
    """A date as it is written out: 24 de septiembre de 2025."""
    local = datetime.fromtimestamp(ms / 1000, ZoneInfo(zone))
    month = _MONTHS[_LANGS.index(lang)][local.month - 1]
    return f"{local.day} {month} {local.year}" if lang == "en" else f"{local.day} de {month} de {local.year}"


def moment(ms: int, zone: str, lang: str) -> str:
    """Date and time of day in the meeting's zone, 24 hours."""
    local = datetime.fromtimestamp(ms / 1000, ZoneInfo(zone))
    return f"{day(ms, zone, lang)}, {local:%H:%M}"


def table_name(table: str, lang: str) -> str:
    """``t3`` is table 3; a plenary has one of its own."""
    return say("plenary", lang) if table == "plenary" else f"{say('table', lang)} {table.removeprefix('t')}"


def place(span: tuple[int, int] | None) -> str:
    """A shared place is written with both ends: 3-4."""
    if span is None:
        return ""
    low, high = span
    return str(low) if low == high else f"{low}-{high}"


def cell(value: Cell, lang: str) -> str | int:
    """A table's cell as a file shows it."""
    if value is None:
        return ""
    return pick(value, lang) if isinstance(value, dict) else value
