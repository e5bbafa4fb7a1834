from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.faults import Fault, Path, ProgrammeFaults, read_programme
from sessions.programme import Programme
from tests.sessions.small_programme import Raw, challenge, session, small_programme


def faults_of(raw: Any) -> list[Fault]:
    with pytest.raises(ProgrammeFaults) as caught:
        read_programme(raw)
    assert caught.value.faults
    return caught.value.faults


def test_a_sound_programme_has_none() -> None:
    assert isinstance(read_programme(small_programme()), Programme)


def test_options_cited_from_the_bank_are_written_out() -> None:
    setup = read_programme(small_programme()).sessions[0].activities[0].setup
    assert [option["id"] for option in setup["options"]] == ["ACC-1", "ACC-3"]
    assert setup["options"][1]["text"]["en"] == "Challenge ACC-3"
    assert setup["options"][1]["short"] == {"es": "ACC-3"}  # a plain text, in the shape of all others


def test_what_was_given_is_not_changed() -> None:
    raw = small_programme()
    read_programme(raw)
    assert raw == small_programme()


def at(raw: Raw, *path: Any) -> Any:
    value: Any = raw
    for step in path:
        value = value[step]
    return value


DELEGATION, SESSION = ("delegations", 0), ("sessions", 0)
ACTIVITY = (*SESSION, "activities", 0)
SETUP = (*ACTIVITY, "setup")


def another(*, id_: str, code: str) -> Raw:
    return session() | {"id": id_, "code": code, "activities": []}


BROKEN: dict[str, tuple[Callable[[Raw], Any], Path, str, str]] = {
    "delegation twice": (
        lambda raw: raw["delegations"].append(dict(raw["delegations"][0])),
        ("delegations", 1, "id"),
        "twice",
        "panama",
    ),
    "theme twice": (lambda raw: raw["themes"].append(dict(raw["themes"][0])), ("themes", 1, "id"), "twice", "ACC"),
    "challenge twice": (lambda raw: raw["bank"].append(challenge("ACC-2")), ("bank", 3, "id"), "twice", "ACC-2"),
    "language twice": (lambda raw: raw.update(languages=["es", "es"]), ("languages", 1), "twice", "es"),
    "session twice": (
        lambda raw: raw["sessions"].append(another(id_="bloque-1", code="S-02")),
        ("sessions", 1, "id"),
        "twice",
        "bloque-1",
    ),
    "code twice": (
        lambda raw: raw["sessions"].append(another(id_="bloque-2", code="S-01")),
        ("sessions", 1, "code"),
        "twice",
        "S-01",
    ),
    "no tables": (lambda raw: at(raw, *SESSION).pop("tables"), (*SESSION, "tables"), "tables_missing", ""),
    "rotation in a plenary": (
        lambda raw: at(raw, *SESSION).update(format="plenary", rotation={"times": 1, "minutes": 5}),
        (*SESSION, "rotation"),
        "rotation_without_tables",
        "",
    ),
    "trial of notes": (
        lambda raw: at(raw, *SESSION)["activities"][1].update(trial=True),
        (*SESSION, "activities", 1, "trial"),
        "trial_without_ballots",
        "notes",
    ),
    "trial in a series": (
        lambda raw: at(raw, *SESSION)["activities"].extend(
            [at(raw, *ACTIVITY) | {"id": "otra", "code": "D-02", "follows": "orden", "trial": True}]
        ),
        (*SESSION, "activities", 2, "follows"),
        "trial_in_series",
        "orden",
    ),
    "theme unknown": (lambda raw: raw["bank"][1].update(theme="MOD"), ("bank", 1, "theme"), "theme_unknown", "MOD"),
    "mechanism unknown": (
        lambda raw: at(raw, *DELEGATION).update(mechanisms=["mirps"]),
        (*DELEGATION, "mechanisms", 0),
        "mechanism_unknown",
        "mirps",
    ),
    "kind unknown": (
        lambda raw: at(raw, *ACTIVITY).update(kind="karaoke"),
        (*ACTIVITY, "kind"),
        "unknown_kind",
        "karaoke",
    ),
    "kind missing": (lambda raw: at(raw, *ACTIVITY).pop("kind"), (*ACTIVITY, "kind"), "missing", ""),
    "setup missing": (lambda raw: at(raw, *ACTIVITY).pop("setup"), SETUP, "missing", ""),
    "setup key unknown": (lambda raw: at(raw, *SETUP).update(tops=3), (*SETUP, "tops"), "extra_forbidden", "3"),
    "option unknown": (
        lambda raw: at(raw, *SETUP)["options"].append("ACC-9"),
        (*SETUP, "options", 2),
        "option_unknown",
        "ACC-9",
    ),
    "top too large": (lambda raw: at(raw, *SETUP).update(top=3), (*SETUP, "top"), "top_too_large", "3"),
    "key unknown": (lambda raw: raw.update(tittle="x"), ("tittle",), "extra_forbidden", "x"),
    "zone unknown": (lambda raw: raw.update(zone="America"), ("zone",), "zone_unknown", "America"),
    "empty text": (lambda raw: raw.update(title=""), ("title",), "text_empty", ""),
    "no session": (lambda raw: raw.update(sessions=[]), ("sessions",), "too_short", ""),
}


@pytest.mark.parametrize(("spoil", "path", "code", "detail"), BROKEN.values(), ids=BROKEN)
def test_each_fault_is_found_once_and_in_its_place(
    spoil: Callable[[Raw], Any], path: Path, code: str, detail: str
) -> None:
    raw = small_programme()
    spoil(raw)
    assert [(f.path, f.code, f.detail) for f in faults_of(raw)] == [(path, code, detail)]


def test_an_activity_is_unique_in_the_whole_meeting() -> None:
    raw = small_programme()
    raw["sessions"].append(session() | {"id": "b2", "code": "S-02"})
    where = [("sessions", 1, "activities", j, key) for key in ("id", "code") for j in (0, 1)]
    assert [(f.path, f.code) for f in faults_of(raw)] == [(path, "twice") for path in where]


def test_limits_say_what_was_allowed() -> None:
    raw = small_programme()
    raw["delegations"][0]["seats"] = 0
    raw["sessions"][0]["regime"] = "secreto"
    limits = {fault.path[-1]: fault.limits for fault in faults_of(raw)}
    assert limits["seats"] == {"ge": 1}
    assert "'chatham_house'" in limits["regime"]["expected"]


def test_all_faults_are_told_at_once() -> None:
    raw = small_programme()
    del raw["title"], raw["sessions"][0]["start"]
    raw["sessions"][0]["activities"][0]["setup"]["top"] = 0
    assert {(f.path[-1], f.code) for f in faults_of(raw)} == {
        ("title", "missing"),
        ("start", "missing"),
        ("top", "greater_than_equal"),
    }


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**12), 10**12) | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=12,
)


@given(JUNK)
def test_junk_has_faults_and_nothing_else(junk: Any) -> None:
    with pytest.raises(ProgrammeFaults):
        read_programme(junk)


@st.composite
def spoilt(draw: st.DrawFn) -> Raw:
    """A sound programme with junk in one place, however deep."""
    raw = small_programme()
    holder: Any = raw
    while True:
        places = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        place = draw(st.sampled_from(places))
        inside = holder[place]
        if not isinstance(inside, dict | list) or not inside or draw(st.booleans()):
            holder[place] = draw(JUNK)
            return raw
        holder = inside


@given(spoilt())
def test_junk_in_any_place_is_a_fault_or_a_programme(raw: Raw) -> None:
    with suppress(ProgrammeFaults):
        assert isinstance(read_programme(raw), Programme)
