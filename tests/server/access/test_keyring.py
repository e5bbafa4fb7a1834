"""Tokens: what a server made opens one thing, and what it did not make opens nothing."""

import base64
import stat
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import itsdangerous
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.access.keyring import PASS_DAYS, Keyring, Pass, server_secret
from server.settings import SettingsError
from sessions.actor import Role

OURS, THEIRS = Keyring(b"our secret, long enough for a server"), Keyring(b"another secret, as long as the other")
CARD = OURS.seat_card("panama", "peru-1")
LINK = OURS.role_link("panama", Role.MODERATOR)
GIVEN = Pass("panama", Role.DELEGATE, "peru-1", 2)
PASS = OURS.sign(GIVEN)

texts = st.text(max_size=80) | st.sampled_from([CARD, LINK, PASS])


def opens(token: str) -> list[object]:
    read = (OURS.read_seat_card(token), OURS.read_role_link(token), OURS.read_pass(token))
    return [found for found in read if found is not None]


def test_each_token_is_read_as_what_it_is_and_as_nothing_else() -> None:
    assert opens(CARD) == [("panama", "peru-1")]
    assert opens(LINK) == [Pass("panama", Role.MODERATOR)]
    assert opens(PASS) == [GIVEN]
    table = Pass("panama", Role.FACILITATOR, table="t3")
    assert opens(OURS.role_link("panama", Role.FACILITATOR, "t3")) == [table]


def test_tokens_hold_at_least_128_bits_nobody_can_guess() -> None:
    for token in (CARD, LINK):
        assert len(base64.urlsafe_b64decode(token.rpartition(".")[2] + "==")) == 16
    assert len(base64.urlsafe_b64decode(PASS.rpartition(".")[2] + "=")) == 32


@pytest.mark.parametrize("token", [CARD, LINK, PASS])
def test_any_other_length_or_letter_opens_nothing(token: str) -> None:
    for place in range(len(token)):
        other = "A" if token[place] != "A" else "B"
        changed = token[:place] + other + token[place + 1 :]
        # The last letter of a base64 text may hold bits that are not read.
        assert not opens(changed) or place == len(token) - 1, place
        assert not opens(token[:place]), place
    for more in ("A", ".", "=", "\n", " ", "\0", "é", token):
        assert not opens(token + more)
        assert not opens(more + token)


@given(texts, texts, texts)
@settings(max_examples=200)
def test_rubbish_opens_nothing_and_breaks_nothing(one: str, two: str, three: str) -> None:
    for token in (one + two, f"s.{one}.{two}.{three}", f"k.{one}.{two}.{three}", f"{one}.{two}.{three}"):
        if token not in (CARD, LINK, PASS):
            assert not opens(token)


def test_tokens_of_another_secret_meeting_seat_or_role() -> None:
    assert not opens(THEIRS.seat_card("panama", "peru-1"))
    assert not opens(THEIRS.role_link("panama", Role.MODERATOR))
    assert not opens(THEIRS.sign(GIVEN))
    mac = CARD.rpartition(".")[2]
    for forged in (
        f"s.quito.peru-1.{mac}",
        f"s.panama.peru-2.{mac}",
        f"k.panama.peru-1.{mac}",
        f"k.panama.moderator.{mac}",
    ):
        assert not opens(forged)
    mac = LINK.rpartition(".")[2]
    for forged in (f"k.panama.secretariat.{mac}", f"k.panama.moderator-t1.{mac}", f"s.panama.moderator.{mac}"):
        assert not opens(forged)


def test_a_pass_whose_fields_were_changed_is_void() -> None:
    payload, at, signature = PASS.split(".")
    fields = base64.urlsafe_b64decode(payload + "==").replace(b"delegate", b"moderator")
    forged = base64.urlsafe_b64encode(fields).rstrip(b"=").decode()
    assert not opens(f"{forged}.{at}.{signature}")


def test_a_pass_without_a_signature_or_of_another_algorithm_is_void() -> None:
    fields = ["panama", "moderator", None, 0, None]
    for key in (b"", b"passes", b"our secret, long enough for a server"):
        assert not opens(str(itsdangerous.URLSafeTimedSerializer(key).dumps(fields)))
    none = itsdangerous.URLSafeTimedSerializer(b"", signer_kwargs={"algorithm": itsdangerous.signer.NoneAlgorithm()})
    assert not opens(str(none.dumps(fields)))


def test_a_pass_runs_out(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    fresh = OURS.sign(GIVEN)
    monkeypatch.setattr(time, "time", lambda: now + PASS_DAYS * 86400 - 60)
    assert OURS.read_pass(fresh) == GIVEN
    monkeypatch.setattr(time, "time", lambda: now + PASS_DAYS * 86400 + 60)
    assert OURS.read_pass(fresh) is None


def test_a_pass_from_the_future_is_void(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now - 3600)
    assert OURS.read_pass(PASS) is None


class TestPseudonyms:
    def test_they_are_the_same_on_every_worker(self) -> None:
        again = Keyring(b"our secret, long enough for a server").pseudonyms("panama")
        ours = OURS.pseudonyms("panama")
        for _ in range(2):
            assert ours("vote", 1, "peru-1", "peru") == again("vote", 1, "peru-1", "peru")

    def test_they_differ_by_everything(self) -> None:
        asked = [
            (keyring, meeting, activity, number, seat)
            for keyring in (OURS, THEIRS)
            for meeting in ("panama", "quito")
            for activity in ("vote", "vote-1")
            for number in (1, 2, 11)
            for seat in ("peru-1", "peru-11", "peru-2")
        ]
        keys = [k.pseudonyms(m)(a, n, s, "peru").voter for k, m, a, n, s in asked]
        assert len(set(keys)) == len(asked)

    def test_a_delegation_is_one_within_a_round_and_another_in_the_next(self) -> None:
        keys = OURS.pseudonyms("panama")
        one, two = keys("vote", 1, "peru-1", "peru"), keys("vote", 1, "peru-2", "peru")
        assert one.delegation == two.delegation
        assert one.voter != two.voter
        assert one.delegation != keys("vote", 2, "peru-1", "peru").delegation
        assert keys("vote", 1, "peru", "peru").voter != one.delegation, "a seat named like a delegation is not it"

    def test_they_say_nothing(self) -> None:
        voter = OURS.pseudonyms("panama")("vote", 1, "peru-1", "peru")
        assert "peru" not in voter.voter + voter.delegation
        assert len(voter.voter) == len(voter.delegation) == 22


class TestSecret:
    def test_it_is_made_once_beside_the_data_for_its_owner_alone(self, tmp_path: Path) -> None:
        data = tmp_path / "deep" / "data"
        secret = server_secret(None, data)
        file = tmp_path / "deep" / "data.secret"
        assert file.read_bytes() == secret
        assert len(secret) == 64
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert not data.exists()
        assert [path.name for path in file.parent.iterdir()] == ["data.secret"]
        assert server_secret(None, data) == secret

    def test_a_setting_goes_before_the_file_and_makes_none(self, tmp_path: Path) -> None:
        assert server_secret("s" * 40, tmp_path / "data") == b"s" * 40
        assert list(tmp_path.iterdir()) == []

    def test_several_that_start_at_once_have_one_secret(self, tmp_path: Path) -> None:
        with ThreadPoolExecutor(16) as pool:
            found = set(pool.map(lambda _: server_secret(None, tmp_path / "data"), range(64)))
        assert len(found) == 1

    @pytest.mark.parametrize("left", [b"", b"\n", b"abc123"])
    def test_a_file_that_was_cut_short_is_refused(self, tmp_path: Path, left: bytes) -> None:
        file = tmp_path / "data.secret"
        file.write_bytes(left)
        with pytest.raises(SettingsError, match="cut short"):
            server_secret(None, tmp_path / "data")
        assert file.read_bytes() == left

    def test_a_file_that_others_can_read_is_closed_to_them(self, tmp_path: Path) -> None:
        secret = server_secret(None, tmp_path / "data")
        (tmp_path / "data.secret").chmod(0o644)
        assert server_secret(None, tmp_path / "data") == secret
        assert stat.S_IMODE((tmp_path / "data.secret").stat().st_mode) == 0o600
