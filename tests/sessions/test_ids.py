import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from sessions.ids import CODE_ALPHABET, CODE_LENGTH, Code, Slug, Token, fold_code, join_code, pad_id

slug: TypeAdapter[str] = TypeAdapter(Slug)
code: TypeAdapter[str] = TypeAdapter(Code)
token: TypeAdapter[str] = TypeAdapter(Token)


@pytest.mark.parametrize("good", ["panama", "costa-rica", "conare-2025", "1", "a" * 64])
def test_slugs_fit_in_an_address(good: str) -> None:
    assert slug.validate_python(good) == good


@pytest.mark.parametrize("bad", ["", "-a", "Panama", "panamá", "a b", "a/b", "a.b", "a\n", "a" * 65, "{a}", "a:b"])
def test_nothing_else_is_a_slug(bad: str) -> None:
    with pytest.raises(ValidationError):
        slug.validate_python(bad)


@pytest.mark.parametrize(("good", "bad"), [("ACC-1", "ACC 1"), ("S-01", "S.01"), ("a" * 40, "a" * 41), ("9", "-9")])
def test_codes_are_short_and_plain(good: str, bad: str) -> None:
    assert code.validate_python(good) == good
    with pytest.raises(ValidationError):
        code.validate_python(bad)


@pytest.mark.parametrize("bad", ["short", "a" * 65, "with space", "ñandutí-12", "12345678\n"])
def test_tokens_are_eight_to_sixty_four_safe_letters(bad: str) -> None:
    assert token.validate_python("Ab3_-xYz") == "Ab3_-xYz"
    with pytest.raises(ValidationError):
        token.validate_python(bad)


@given(st.integers(min_value=0, max_value=len(CODE_ALPHABET) ** CODE_LENGTH - 1))
def test_a_join_code_names_one_number(number: int) -> None:
    spelt = join_code(number)
    assert len(spelt) == CODE_LENGTH
    assert sum(CODE_ALPHABET.index(letter) * len(CODE_ALPHABET) ** i for i, letter in enumerate(spelt)) == number


def test_join_codes_avoid_letters_that_look_alike() -> None:
    assert not set(CODE_ALPHABET) & set("01OILU")


@given(st.integers(min_value=0, max_value=10**9))
def test_a_code_typed_with_dashes_spaces_and_small_letters_is_the_same_code(number: int) -> None:
    spelt = join_code(number)
    assert fold_code(f" {spelt[:3].lower()} - {spelt[3:]}\n") == spelt


@given(
    st.tuples(*[st.from_regex(r"\A[a-z0-9][a-z0-9-]{0,8}\Z")] * 3), st.tuples(*[st.from_regex(r"\A[a-z0-9-]+\Z")] * 3)
)
def test_two_tables_never_share_a_pad(one: tuple[str, str, str], other: tuple[str, str, str]) -> None:
    assert (pad_id(*one) == pad_id(*other)) == (one == other)
    assert "/" not in pad_id(*one)
