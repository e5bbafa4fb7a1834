"""Plain values and their lines; what strangers send is refused within bounds of time and memory."""

import resource
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.programmes import tree
from server.programmes.tree import MAX_ALIASES, MAX_BYTES, MAX_DEPTH, MAX_VALUES, Unreadable

FULL = MAX_BYTES - 1


def refusal(content: bytes | str) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        tree.read(content.encode() if isinstance(content, str) else content)
    return caught.value


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("10:30", "10:30"),
        ("2025-09-24", "2025-09-24"),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("007", "007"),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("1.5", "1.5"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("9" * 5000, "9" * 5000),
        ("-12", -12),
        ("0", 0),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("'12'", "12"),
        ('"true"', "true"),
        ("[a, 1]", ["a", 1]),
        ("{a: {1: x}}", {"a": {"1": "x"}}),
    ],
)
def test_values_are_what_they_look_like(written: str, read: object) -> None:
    value = tree.read(f"k: {written}\n".encode()).value["k"]
    assert value == read
    assert type(value) is type(read)


def test_members_know_their_line_and_column() -> None:
    root = tree.read("a: 1\nb:\n  - x: 1\n    y: {z: 2}\n  - w\n".encode("utf-8-sig"))
    assert root.find(("a",)) == (1, 1)
    assert root.find(("b",)) == (2, 1)
    assert root.find(("b", 0)) == (3, 5)
    assert root.find(("b", 0, "y", "z")) == (4, 9)
    assert root.find(("b", 1)) == (5, 5)
    assert root.find(("b", 0, "missing", 3)) == (3, 5)
    assert root.find(("missing",)) == (1, 1)


def test_what_is_repeated_stands_where_it_was_written() -> None:
    root = tree.read(b"a: &x\n  b: 1\nc: *x\n")
    assert root.value == {"a": {"b": 1}, "c": {"b": 1}}
    assert root.find(("c", "b")) == (2, 3)


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("", "empty", (1, 1)),
        ("# nada\n", "empty", (1, 1)),
        ("a: 1\na: 2\n", "key_twice", (2, 1)),
        ("a: 1\n'a': 2\n", "key_twice", (2, 1)),
        ("a:\n  <<: {b: 1}\n", "merge", (2, 3)),
        ("a: !!python/object/apply:os.system [ls]\n", "tag", (1, 4)),
        ("a: 1\nb: !x 2\n", "tag", (2, 4)),
        ("!!str a: 1\n", "key_not_text", (1, 1)),
        ("[a]: 1\n", "key_not_text", (1, 1)),
        ("a: *x\n", "alias_unknown", (1, 4)),
        ("a: &a [*a]\n", "alias_unknown", (1, 8)),
        ("--- a\n--- b\n", "several_documents", (2, 1)),
        ("a: 1\nb: \x07\n", "unprintable", (2, 4)),
        ("a: 'x\nb: 1\n", "syntax", (1, 4)),
        ("a: b: c\n", "syntax", (1, 5)),
        ("a:\n\tb: 1\n", "syntax", (2, 1)),
        (b"a: 1\nb: \xff\n", "not_utf8", (2, 4)),
        ("a: 1\n".encode("utf-16"), "not_utf8", (1, 1)),
    ],
)
def test_what_cannot_be_read_is_refused_in_its_place(content: bytes | str, code: str, place: tuple[int, int]) -> None:
    found = refusal(content)
    assert (found.code, found.place) == (code, place)


def test_a_quoted_merge_key_is_a_name() -> None:
    assert tree.read(b"'<<': 1").value == {"<<": 1}


def test_depth_counts_what_aliases_bring() -> None:
    levels = "".join(f"{'  ' * level}k:\n" for level in range(MAX_DEPTH))
    assert tree.read(f"{levels}{'  ' * MAX_DEPTH}x\n".encode()).height == MAX_DEPTH
    assert refusal(f"{levels}{'  ' * MAX_DEPTH}k: x\n").code == "too_deep"
    chain = "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 30))
    assert refusal(chain).code == "too_deep"


def test_aliases_are_few() -> None:
    assert len(tree.read(f"a: &a x\nb: [{', '.join(['*a'] * MAX_ALIASES)}]".encode()).value["b"]) == MAX_ALIASES
    assert refusal(f"a: &a x\nb: [{', '.join(['*a'] * (MAX_ALIASES + 1))}]").code == "too_many_aliases"


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not() -> None:
    assert tree.read(b"a: " + b"x" * (MAX_BYTES - 3)).value
    assert refusal(b"a: " + b"x" * (MAX_BYTES - 2)).code == "too_big"


LAUGHS = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
)
BOMBS = {
    "billion laughs": LAUGHS,
    "doubling": "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 25)),
    "brackets": "[" * FULL,
    "braces": "{a: " * (FULL // 4),
    "dashes": "- " * (FULL // 2),
    "question marks": "? " * (FULL // 2),
    "wide list": f"[{'1,' * (FULL // 2 - 2)}]",
    "many keys": "".join(f"k{n}: 1\n" for n in range(90_000)),
    "many anchors": "".join(f"- &a{n} x\n" for n in range(75_000)),
    "colons": ":" * FULL,
    "quotes": f"a: '{chr(39) * (FULL // 2 * 2 - 10)}",
    "ampersands": "&" * FULL,
    "tags": "!" * FULL,
    "too large": "x" * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_a_bomb_is_refused_fast(bomb: str) -> None:
    content = bomb.encode()
    began = time.process_time()
    refusal(content)
    assert time.process_time() - began < 3


def test_bombs_are_refused_in_little_memory() -> None:
    script = (
        "from server.programmes import tree; from tests.server.programmes.test_tree import BOMBS\n"
        "for name, bomb in BOMBS.items():\n"
        "    try: tree.read(bomb.encode()); raise SystemExit(name)\n"
        "    except tree.Unreadable: pass\n"
        # not ru_maxrss: that remembers the size of the test runner from which this process was forked
        "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (768 << 20, 768 << 20)),
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 256 * 1024  # KiB


def test_the_values_counted_are_those_that_would_be_walked() -> None:
    assert tree.read(f"[{','.join(['1'] * (MAX_VALUES - 1))}]".encode()).size == MAX_VALUES
    assert refusal(f"[{','.join(['1'] * MAX_VALUES)}]").code == "too_many_values"


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_or_refused(content)


@given(st.text(alphabet="ab:-?[]{},&*!|>'\"%@`#\\ \t\n0<.", max_size=200))
def test_any_punctuation_is_read_or_refused(text: str) -> None:
    read_or_refused(text.encode())


def read_or_refused(content: bytes) -> None:
    try:
        assert isinstance(tree.read(content), tree.Node)
    except Unreadable as refused:
        line, column = refused.place
        assert line >= 1
        assert column >= 1
