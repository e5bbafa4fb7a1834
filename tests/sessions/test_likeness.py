"""Suggestions of what may say the same."""

from random import Random
from time import process_time

import pytest

from sessions.likeness import ALIKE, alike, groups, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Turnos digitales para las entrevistas", "turno digital para entrevista"),
        ("Más personal en fronteras", "Aumentar el PERSONAL en las fronteras"),
        ("Capacitar a jueces", "Capacitación para los jueces"),
        ("Intérpretes en lenguas indígenas", "Falta de interpretes de lengua indigena"),
        ("Plazo de 90 días", "Plazo máximo de noventa días para resolver"),
        ("Registro único regional", "regional: registro unico"),
        ("Digitalizar expedientes", "Digitalización de los expedientes"),
    ],
)
def test_the_same_idea_in_other_words_is_suggested(one: str, other: str) -> None:
    assert alike(words(one), words(other)) >= ALIKE
    assert [set(group.ids) for group in groups({"a": one, "b": other})] == [{"a", "b"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Atraso en las decisiones", "Atraso en el registro"),
        ("Falta de intérpretes", "Falta de personal"),
        ("Más personal en fronteras", "Capacitar a jueces"),
        ("El plazo", "La frontera"),
        ("de la", "para los"),
    ],
)
def test_another_idea_is_not(one: str, other: str) -> None:
    assert alike(words(one), words(other)) < ALIKE
    assert groups({"a": one, "b": other}) == []


def test_a_group_holds_only_what_is_all_alike_and_each_idea_once() -> None:
    texts = {"a": "Registro único", "b": "registro unico", "c": "El registro único", "d": "Turnos en línea"}
    (group,) = groups(texts)
    assert set(group.ids) == {"a", "b", "c"}
    assert group.likeness == 100


def test_two_thousand_ideas_take_little_time() -> None:
    chance = Random(1)
    vocabulary = ["".join(chance.choices("aeioulmnrstcdp", k=chance.randint(4, 11))) for _ in range(600)]
    texts = {f"idea-{n:05}": " ".join(chance.choices(vocabulary, k=chance.randint(3, 12))) for n in range(1998)}
    texts |= {"one": "Intérpretes de lenguas indígenas", "other": "intérprete de lengua indígena"}
    begun = process_time()
    found = groups(texts)
    assert process_time() - begun < 3
    assert {"one", "other"} in [set(group.ids) for group in found]
