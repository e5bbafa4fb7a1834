"""Dashboard, alerts and the table in the handbook speak of numbers that there are."""

import json
import re
from collections.abc import Iterator

import pytest
import yaml

from server.metrics.families import FAMILIES
from tests.source_tree import ROOT

FOLDER = ROOT / "docs" / "monitoring"
ENDINGS = {"gauge": ("",), "counter": ("_total",), "histogram": ("_bucket", "_count", "_sum")}
SAMPLES = {family.name + ending: family for family in FAMILIES for ending in ENDINGS[family.sort]}


def alerts() -> Iterator[tuple[str, str]]:
    for group in yaml.safe_load((FOLDER / "alerts.yaml").read_text())["groups"]:
        for rule in group["rules"]:
            assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
            assert rule["labels"]["severity"] in {"critical", "warning", "info"}
            assert rule["annotations"]["summary"].endswith(".")
            yield rule["alert"], rule["expr"]


def panels() -> Iterator[tuple[str, str]]:
    for panel in json.loads((FOLDER / "grafana.json").read_text())["panels"]:
        for target in panel["targets"]:
            yield panel["title"], target["expr"]


@pytest.mark.parametrize(("where", "expression"), [*alerts(), *panels()])
def test_an_expression_names_numbers_and_labels_that_there_are(where: str, expression: str) -> None:
    named = re.findall(r"\bplenaria_\w+", expression)
    assert named
    assert [name for name in named if name not in SAMPLES] == []
    for name, labels in re.findall(r"(plenaria_\w+)\{([^}]*)\}", expression):
        assert set(re.findall(r"(\w+)\s*[=!]", labels)) <= {*SAMPLES[name].labels, "worker"}
    for labels in re.findall(r"\b(?:by|on) \(([^)]*)\)", expression):
        known = {label for name in named for label in SAMPLES[name].labels} | {"worker", "le"}
        assert set(re.split(r",\s*", labels)) <= known
    assert all(name.endswith("_bucket") for name in re.findall(r"histogram_quantile\(.*?(plenaria_\w+)", expression))
    assert expression.count("(") == expression.count(")")


def test_what_says_that_it_always_works_does_so() -> None:
    """Rules that claim to work while a secret round is open use no number that stands still then."""
    text = (FOLDER / "alerts.yaml").read_text()
    said = {
        rule["alert"]: "Always works." in rule["annotations"].get("description", "")
        for group in yaml.safe_load(text)["groups"]
        for rule in group["rules"]
    }
    for name, expression in alerts():
        if said[name]:
            assert not [used for used in re.findall(r"\bplenaria_\w+", expression) if SAMPLES[used].still], name
    assert sum(said.values()) >= 4


def test_every_number_is_explained_to_operators() -> None:
    rows = dict(
        re.findall(r"^\| `(plenaria_\w+)(?:\{[\w, ]+\})?` \| (.+) \|$", (ROOT / "docs/operations.md").read_text(), re.M)
    )
    assert rows == {
        family.name + ("_total" if family.sort == "counter" else ""): row(family.says, family.still)
        for family in FAMILIES
    }


def row(says: str, still: bool) -> str:
    return says.rstrip(".") + (" †" if still else "")
