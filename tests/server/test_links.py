"""The links of a meeting open what they say."""

from server.access.keyring import Keyring, Pass
from server.links import links
from server.settings import Settings
from sessions.actor import Role
from tests.helpers.play import Play
from tests.helpers.programmes import small

KEYRING = Keyring(b"a secret of the tests, long enough for it")


def test_every_link_is_of_its_role_seat_or_table() -> None:
    play = Play(small())
    found = links(play.meeting, KEYRING, Settings(public_url="https://sala.example"))
    assert found["phone"] == f"https://sala.example/j#{play.meeting.code}"
    for name, role in (("control", Role.MODERATOR), ("screen", Role.SCREEN), ("secretariat", Role.SECRETARIAT)):
        assert KEYRING.read_role_link(found[name].partition("#")[2]) == Pass("small", role)
    assert [table["table"] for table in found["tables"]] == ["t1", "t2", "t3"]
    facilitator = found["tables"][1]["facilitator"].partition("#")[2]
    assert KEYRING.read_role_link(facilitator) == Pass("small", Role.FACILITATOR, table="t2")
    assert {seat["seat"] for seat in found["seats"]} == set(play.meeting.seats)
    card = found["seats"][0]["link"].partition("#")[2]
    assert KEYRING.read_seat_card(card) == ("small", found["seats"][0]["seat"])
