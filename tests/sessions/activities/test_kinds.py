"""Kinds are found, not listed."""

from pathlib import Path

import pytest

from sessions import activities
from sessions.activities import kind, kinds
from sessions.errors import Code, Refused
from tests.sessions.activities.setups import NOTES, VOTED

HOME = Path(str(activities.__file__)).parent


def test_every_module_beside_the_contract_is_a_kind_of_its_name() -> None:
    modules = {path.stem for path in HOME.glob("*.py")} | {path.parent.name for path in HOME.glob("*/__init__.py")}
    names = {name.replace("_", "-") for name in modules - {"__init__", "kind"}}
    assert {"poll", "prioritise", "rate", "notes"} <= names
    assert set(kinds()) == names
    assert all(kinds()[name].name == name for name in names)


def test_the_list_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        kinds()["poll"] = kind("notes")  # type: ignore[index]  # what must fail


@pytest.mark.parametrize("name", ["quiz", "kind", "", "__init__", "Poll"])
def test_an_unknown_kind_is_refused(name: str) -> None:
    with pytest.raises(Refused) as refused:
        kind(name)
    assert refused.value.code is Code.UNKNOWN_KIND


@pytest.mark.parametrize(("name", "raw"), [*VOTED.values(), ("notes", NOTES)])
def test_a_setup_reads_back_from_its_json(name: str, raw: dict[str, object]) -> None:
    setup = kind(name).read_setup(raw)
    assert kind(name).read_setup(setup.model_dump(mode="json", exclude_none=True)) == setup


@pytest.mark.parametrize(("name", "raw"), [*VOTED.values(), ("notes", NOTES)])
def test_the_method_card_speaks_the_three_languages_of_the_pages(name: str, raw: dict[str, object]) -> None:
    rules = kind(name)
    setup = rules.read_setup(raw)
    own = [line for line in rules.method(setup) if line.value != setup.question]
    assert len(own) >= 2
    for line in own:
        assert {"es", "en", "pt"} <= line.label.keys()
        assert {"es", "en", "pt"} <= line.value.keys()
    assert {"es", "en", "pt"} <= rules.title.keys()
    assert {"es", "en", "pt"} <= rules.outcome(setup, rules.tally(setup)).how.keys()
