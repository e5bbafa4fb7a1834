"""Method cards, as the report's annex and the pack's own sheet show them."""

from server.exports.paper import Paper
from server.exports.words import method_cards


def cards(paper: Paper, level: int, *, listed: bool) -> None:
    for card in method_cards(paper.report, paper.lang):
        paper.heading(card.title, level, listed=listed)
        for label, value in card.rules:
            paper.pair(label, value)
        for name, lines in card.records:
            if name:
                paper.text(name, style="Caption")
            for label, value in lines:
                paper.pair(label, value)
