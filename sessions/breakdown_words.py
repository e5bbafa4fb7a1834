"""What people are told of a breakdown before they vote."""

from sessions.activities.kind import Setup, VoteSetup
from sessions.method import MethodLine
from sessions.text import Text

FEWEST_BALLOTS = 5
FEWEST_DELEGATIONS = 3

TITLE: Text = {"es": "Por mecanismo", "en": "By mechanism", "pt": "Por mecanismo"}


def method(setup: Setup) -> tuple[MethodLine, ...]:
    """The card's line, where a breakdown was asked for: people read it before they vote."""
    if not isinstance(setup, VoteSetup) or setup.breakdown == "none":
        return ()
    return (MethodLine(TITLE, _PROMISE),)


_PROMISE: Text = {
    "es": (
        "Se calcula al cerrar. En votación secreta solo se muestra si en cada grupo hay al menos "
        f"{FEWEST_BALLOTS} respuestas de {FEWEST_DELEGATIONS} delegaciones; si no, no se muestra ninguno"
    ),
    "en": (
        "Computed at closing. In a secret ballot it is shown only if each group has at least "
        f"{FEWEST_BALLOTS} answers from {FEWEST_DELEGATIONS} delegations; otherwise no group is shown"
    ),
    "pt": (
        "Calcula-se ao encerrar. Em votação secreta só se mostra se em cada grupo houver pelo menos "
        f"{FEWEST_BALLOTS} respostas de {FEWEST_DELEGATIONS} delegações; senão, não se mostra nenhum"
    ),
}
