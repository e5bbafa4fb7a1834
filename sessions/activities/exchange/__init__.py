"""Offers and needs: delegations say what they can give and what they look for, and meet where the two fit."""

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Literal

from sessions.activities.exchange import words
from sessions.activities.exchange.pairings import pairings, unmet
from sessions.activities.kind import Option, Options
from sessions.board import Board, Item
from sessions.entries import EntriesKind, EntriesSetup, Entry
from sessions.errors import Code, Refused
from sessions.ids import Code as ShortCode
from sessions.lineage import Sort
from sessions.method import MethodLine
from sessions.outcomes import Counted, Finding, Outcome
from sessions.text import Text


class Post(Entry):
    """``side`` is ``offer`` or ``need``; ``theme`` and ``support`` are ids of the setup's."""

    side: Literal["offer", "need"]
    theme: ShortCode
    support: ShortCode


def _supports() -> tuple[Option, ...]:
    return tuple(Option(id=id_, text=text) for id_, text in words.SUPPORTS)


class ExchangeSetup(EntriesSetup):
    """``themes`` and ``supports`` are what posts are sorted by: those that name the same of both fit."""

    themes: Options
    supports: Options = _supports()


class Exchange(EntriesKind[ExchangeSetup]):
    name = "exchange"
    title: ClassVar[Text] = {"es": "Ofertas y necesidades", "en": "Offers and needs", "pt": "Ofertas e necessidades"}
    setup = ExchangeSetup
    entry = Post
    attributed = True

    def check_entry(self, setup: ExchangeSetup, entry: Post) -> None:
        if all(theme.id != entry.theme for theme in setup.themes):
            raise Refused(Code.INVALID_ENTRY, "unknown_theme")
        if all(support.id != entry.support for support in setup.supports):
            raise Refused(Code.INVALID_ENTRY, "unknown_support")

    def sort(self, fields: dict[str, Any]) -> Sort:
        return Sort.OFFER if fields["side"] == "offer" else Sort.NEED

    def topic(self, item: Item) -> tuple[str, ...]:
        """An offer and a need of two delegations fit that are on one theme and of one kind of support."""
        return item.fields["theme"], item.fields["support"]

    def settle(
        self,
        setup: ExchangeSetup,
        board: Board,
        list_: Iterable[tuple[str, Item]],
        counted: Counted,
        names: Mapping[str, Text],
    ) -> Outcome:
        """Findings are the pairings that both sides confirmed, then what found no partner."""
        listed = tuple(list_)
        agreed, alone = pairings(board, listed), unmet(board, listed)
        found = tuple(
            Finding(
                id=f"{pair.offer_code}-{pair.need_code}",
                label=words.pairing(names[pair.offer.delegation or ""], names[pair.need.delegation or ""]),
                text={"es": f"{pair.offer.text} · {pair.need.text}"},
            )
            for pair in agreed
        )
        left = tuple(Finding(id=code, label=words.alone(item.sort), text={"es": item.text}) for code, item in alone)
        return Outcome(
            counted=counted,
            result={
                "pairs": [[pair.offer_code, pair.need_code] for pair in agreed],
                "unmet": [code for code, _ in alone],
                "posts": len(listed),
            },
            findings=found + left,
            tables=words.tables(setup.themes, setup.supports, agreed, alone, names),
            how=words.how(len(listed), len(agreed)),
        )

    def method(self, setup: ExchangeSetup) -> tuple[MethodLine, ...]:
        return words.method(setup.question, setup.per_seat, setup.themes, setup.supports)


KIND = Exchange()
