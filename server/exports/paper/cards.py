"""Method cards, as the report's annex and the pack's own sheet show them."""

from server.exports.paper import Col, Paper, grid, run
from server.exports.words import method_cards, say


def cards(paper: Paper, level: int, *, listed: bool) -> None:
    """What held before anybody answered as a table; what happened in each round as a line."""
    lang = paper.lang
    cols = (Col(say("card.rule", lang), 3.6), Col(say("card.says", lang), 13.0))
    for card in method_cards(paper.report, lang):
        paper.heading(card.title, level, listed=listed)
        if card.rules:
            grid(paper, cols, card.rules, small=True, together=True)
        for name, lines in card.records:
            told = "; ".join(f"{label}: {value}" for label, value in lines)
            paper.say(*([run(f"{name}. ", "Strong")] if name else []), run(f"{told}."), style="SmallPrint")
