"""Reports that every test of a format reads; a report never changes, so they are gathered once."""

import pytest

from server.programmes import default_programme
from sessions.report import Report
from tests.helpers.lines import drafts
from tests.helpers.play import MODERATOR
from tests.helpers.report import Told, played
from tests.server.exports.payloads import played_out


@pytest.fixture(scope="session")
def poisoned() -> Report:
    return played_out().reports()


@pytest.fixture(scope="session")
def panama() -> Report:
    """The whole default meeting, closed, with a roadmap."""
    play = played(closes=False)
    drafts(play, 9)
    play.does(MODERATOR, "close_meeting")
    return play.reports()


@pytest.fixture(scope="session")
def draft() -> Report:
    """The default meeting at its first coffee."""
    play = played(until="bloque-1")
    drafts(play, 2)
    return play.reports()


@pytest.fixture(scope="session")
def empty() -> Report:
    """The default meeting before anybody came."""
    return Told(default_programme()).reports()
