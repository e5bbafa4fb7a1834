"""Wrong codes are counted by address, by all together, and forgotten after a minute."""

import pytest

from server.access import failures
from server.access.failures import EVERYONE, PER_ADDRESS, WINDOW_S, Failures


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_one_address_is_wrong_too_often_and_others_are_not() -> None:
    count = Failures(Clock())
    for _ in range(PER_ADDRESS):
        assert not count.too_many("10.0.0.1")
        count.count("10.0.0.1")
    assert count.too_many("10.0.0.1")
    assert not count.too_many("10.0.0.2")


def test_everybody_together_is_wrong_too_often() -> None:
    count = Failures(Clock())
    for number in range(EVERYONE):
        assert not count.too_many("10.0.0.200")
        count.count(f"10.0.0.{number}")
    assert count.too_many("10.0.0.200")


def test_a_minute_later_all_is_forgotten_one_by_one() -> None:
    clock = Clock()
    count = Failures(clock)
    for _ in range(PER_ADDRESS):
        count.count("a")
        clock.now += 1
    assert count.too_many("a")
    clock.now = 1000 + WINDOW_S + 0.5
    assert not count.too_many("a"), "the first one no longer counts"
    count.count("a")
    assert count.too_many("a")
    clock.now += 2 * WINDOW_S
    assert not count.too_many("a")


def test_asking_is_free() -> None:
    count = Failures(Clock())
    assert not any(count.too_many("a") for _ in range(10 * EVERYONE))


def test_many_addresses_take_no_memory_for_ever_and_do_not_free_anybody() -> None:
    clock = Clock()
    count = Failures(clock)
    for number in range(failures.MAX_ADDRESSES + 10):
        count.count(str(number))
    assert len(count._by_address) <= failures.MAX_ADDRESSES
    assert count.too_many("somebody new"), "the count of all together stays"


@pytest.mark.parametrize(
    ("guesser", "other", "same"),
    [
        ("2001:db8:0:1::{n:x}", "2001:db8:0:1:ffff::1", True),
        ("2001:db8:0:1::{n:x}", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("fe80::1%eth0", "fe80::1%eth0", True),
    ],
)
def test_a_machine_with_many_addresses_is_one(guesser: str, other: str, same: bool) -> None:
    failures = Failures(lambda: 0.0)
    for n in range(PER_ADDRESS):
        failures.count(guesser.format(n=n))
    assert failures.too_many(other) is same
