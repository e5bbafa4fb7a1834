"""What is said of offers and needs."""

from collections.abc import Mapping, Sequence

from sessions.activities.exchange.pairings import Pairing
from sessions.activities.kind import Option
from sessions.board import Item
from sessions.lineage import Sort
from sessions.method import MethodLine, listed, question
from sessions.outcomes import Column, Table
from sessions.text import Lang, Text, pick

LANGUAGES: tuple[Lang, ...] = ("es", "en", "pt")

SUPPORTS: tuple[tuple[str, Text], ...] = (
    ("technical", {"es": "Asistencia técnica", "en": "Technical assistance", "pt": "Assistência técnica"}),
    ("training", {"es": "Formación o pasantía", "en": "Training or internship", "pt": "Formação ou estágio"}),
    ("peer", {"es": "Intercambio entre pares", "en": "Peer exchange", "pt": "Intercâmbio entre pares"}),
    ("tools", {"es": "Herramientas o sistemas", "en": "Tools or systems", "pt": "Ferramentas ou sistemas"}),
    ("information", {"es": "Información o COI", "en": "Information or COI", "pt": "Informação ou COI"}),
    ("staff", {"es": "Personal o interpretación", "en": "Staff or interpreting", "pt": "Pessoal ou interpretação"}),
    ("funds", {"es": "Apoyo financiero", "en": "Financial support", "pt": "Apoio financeiro"}),
)

_OFFER: Text = {"es": "Oferta", "en": "Offer", "pt": "Oferta"}
_NEED: Text = {"es": "Necesidad", "en": "Need", "pt": "Necessidade"}
_OFFERS: Text = {"es": "Ofrece", "en": "Offers", "pt": "Oferece"}
_NEEDS: Text = {"es": "Necesita", "en": "Needs", "pt": "Precisa"}
_CODE: Text = {"es": "Código", "en": "Code", "pt": "Código"}
_DELEGATION: Text = {"es": "Delegación", "en": "Delegation", "pt": "Delegação"}
_WHAT: Text = {"es": "Qué", "en": "What", "pt": "O quê"}
_THEME: Text = {"es": "Tema", "en": "Theme", "pt": "Tema"}
_SUPPORT: Text = {"es": "Tipo de apoyo", "en": "Kind of support", "pt": "Tipo de apoio"}


def pairing(offers: Text, needs: Text) -> Text:
    return {lang: f"{pick(offers, lang)} → {pick(needs, lang)}" for lang in LANGUAGES}


def alone(sort: Sort) -> Text:
    if sort is Sort.NEED:
        return {"es": "Necesidad sin respuesta", "en": "Need without an answer", "pt": "Necessidade sem resposta"}
    return {"es": "Oferta sin contraparte", "en": "Offer without a partner", "pt": "Oferta sem contraparte"}


def tables(
    themes: Sequence[Option],
    supports: Sequence[Option],
    agreed: Sequence[Pairing],
    left: Sequence[tuple[str, Item]],
    names: Mapping[str, Text],
) -> tuple[Table, ...]:
    """The pairings and what found no partner; a table without rows is left out."""
    labels = {option.id: option.text for option in (*themes, *supports)}
    made: list[Table] = []
    if agreed:
        made.append(_pairings(agreed, labels, names))
    for sort in (Sort.NEED, Sort.OFFER):
        rows = tuple(_row(code, item, labels, names) for code, item in left if item.sort is sort)
        columns = tuple(Column(label=label) for label in (_CODE, _DELEGATION, _WHAT, _THEME, _SUPPORT))
        if rows:
            made.append(Table(title=_plural(sort), columns=columns, rows=rows))
    return tuple(made)


def _row(code: str, item: Item, labels: Mapping[str, Text], names: Mapping[str, Text]) -> tuple[str | Text, ...]:
    sorted_by = (labels[item.fields[name]] for name in ("theme", "support"))
    return (code, names[item.delegation or ""], item.text, *sorted_by)


def _plural(sort: Sort) -> Text:
    if sort is Sort.NEED:
        return {"es": "Necesidades sin respuesta", "en": "Needs without an answer", "pt": "Necessidades sem resposta"}
    return {"es": "Ofertas sin contraparte", "en": "Offers without a partner", "pt": "Ofertas sem contraparte"}


def _pairings(agreed: Sequence[Pairing], labels: Mapping[str, Text], names: Mapping[str, Text]) -> Table:
    heads = (_OFFER, _OFFERS, _WHAT, _NEED, _NEEDS, _WHAT, _THEME)
    rows = tuple(
        (
            pair.offer_code,
            names[pair.offer.delegation or ""],
            pair.offer.text,
            pair.need_code,
            names[pair.need.delegation or ""],
            pair.need.text,
            labels[pair.offer.fields["theme"]],
        )
        for pair in agreed
    )
    title: Text = {"es": "Emparejamientos confirmados", "en": "Confirmed pairings", "pt": "Pares confirmados"}
    return Table(title=title, columns=tuple(Column(label=head) for head in heads), rows=rows)


def how(posts: int, agreed: int) -> Text:
    return {
        "es": f"Ofertas y necesidades publicadas: {posts}. Un emparejamiento consta cuando las dos "
        f"delegaciones confirmaron su interés; emparejamientos: {agreed}. No compromete recursos.",
        "en": f"Offers and needs posted: {posts}. A pairing stands where both delegations confirmed their "
        f"interest; pairings: {agreed}. It commits no resources.",
        "pt": f"Ofertas e necessidades publicadas: {posts}. Um par consta quando as duas delegações "
        f"confirmaram seu interesse; pares: {agreed}. Não compromete recursos.",
    }


def method(asked: Text, per_seat: int, themes: Sequence[Option], supports: Sequence[Option]) -> tuple[MethodLine, ...]:
    posted = _posted(per_seat)
    return (
        question(asked),
        MethodLine({"es": "Cómo se publica", "en": "How one posts", "pt": "Como se publica"}, posted, posted),
        MethodLine({"es": "Temas", "en": "Themes", "pt": "Temas"}, listed(theme.text for theme in themes)),
        MethodLine(
            {"es": "Tipos de apoyo", "en": "Kinds of support", "pt": "Tipos de apoio"},
            listed(support.text for support in supports),
        ),
        MethodLine({"es": "Qué se ve", "en": "What can be seen", "pt": "O que se vê"}, _SEEN, _SEEN),
        MethodLine(
            {"es": "Cuándo hay emparejamiento", "en": "When there is a pairing", "pt": "Quando há um par"}, _WHEN, _WHEN
        ),
    )


_SEEN: Text = {
    "es": "Cada oferta y necesidad, con su delegación",
    "en": "Each offer and need, with its delegation",
    "pt": "Cada oferta e necessidade, com sua delegação",
}
_WHEN: Text = {
    "es": "Cuando las dos delegaciones confirman su interés; no compromete recursos",
    "en": "When both delegations confirm their interest; it commits no resources",
    "pt": "Quando as duas delegações confirmam seu interesse; não compromete recursos",
}


def _posted(per_seat: int) -> Text:
    if per_seat == 1:
        return {
            "es": "Cada persona, una oferta o necesidad, con tema y tipo de apoyo",
            "en": "Each person, one offer or need, with theme and kind of support",
            "pt": "Cada pessoa, uma oferta ou necessidade, com tema e tipo de apoio",
        }
    return {
        "es": f"Cada persona, hasta {per_seat} ofertas y necesidades, con tema y tipo de apoyo",
        "en": f"Each person, up to {per_seat} offers and needs, with theme and kind of support",
        "pt": f"Cada pessoa, até {per_seat} ofertas e necessidades, com tema e tipo de apoio",
    }
