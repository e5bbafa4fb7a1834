"""Reads YAML that strangers may have written into plain values that know their line.

What JSON has and no more: groups with text keys, lists, texts, whole numbers, true, false and null. Tags, merge keys
and several documents are refused; dates, times of day and ``no`` stay the texts they look like.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_ALIASES = 50
MAX_VALUES = 50_000
"""Values in the file, each as often as aliases repeat it."""

Key = str | int
Place = tuple[int, int]
"""Line and column, both counted from 1."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where the wheel has it: thirty times as fast
_WHOLE = re.compile(r"[-+]?(0|[1-9]\d{0,17})", re.ASCII)
_WORDS: Mapping[str, Any] = {"true": True, "false": False, "null": None, "~": None, "": None}
_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Unreadable(Exception):
    """A file that is no programme at all: ``code`` is stable, ``detail`` names the value or cites the reader."""

    def __init__(self, code: str, place: Place = (1, 1), detail: str = "", limit: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.place = place
        self.detail = detail
        self.limit = limit


@dataclass(frozen=True, slots=True)
class Node:
    """A plain value, with the places of its members (keys, or list indices) and how large it is."""

    value: Any
    place: Place
    members: Mapping[Key, tuple[Place, "Node"]] = field(default_factory=dict)
    size: int = 1
    height: int = 0

    def find(self, path: tuple[Key, ...]) -> Place:
        """Where the value at ``path`` stands, or the nearest one around it."""
        place, node = self.place, self
        for key in path:
            if key not in node.members:
                break
            place, node = node.members[key]
        return place


def read(content: bytes) -> Node:
    """The one document in ``content``. Raises ``Unreadable``; time and memory are bounded by the limits above."""
    if len(content) > MAX_BYTES:
        raise Unreadable("too_big", limit=MAX_BYTES // 1000)
    text = _decoded(content)
    try:
        return _Reading(yaml.parse(text, Loader=_LOADER)).document()
    except yaml.YAMLError as error:
        raise _syntax(error) from error


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        raise Unreadable("not_utf8", (before.count(b"\n") + 1, error.start - before.rfind(b"\n"))) from error
    found = _UNPRINTABLE.search(text)
    if found:
        line_start = text.rfind("\n", 0, found.start())
        place = (text.count("\n", 0, found.start()) + 1, found.start() - line_start)
        raise Unreadable("unprintable", place, f"U+{ord(found.group()):04X}")
    return text


def _syntax(error: yaml.YAMLError) -> Unreadable:
    problem = str(getattr(error, "problem", None) or "")
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in problem:  # a quote or bracket that was never closed: where it was opened says more
        mark = getattr(error, "context_mark", None) or mark
    place = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return Unreadable("syntax", place, problem)


class _Reading:
    """Builds nodes from the stream of events, so that a limit stops the parser where it is passed."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events
        self._anchors: dict[str, Node] = {}
        self._aliases = 0
        self._values = 0

    def document(self) -> Node:
        next(self._events)  # the stream begins
        start = next(self._events)
        if isinstance(start, yaml.StreamEndEvent):
            raise Unreadable("empty")
        node = self._node(next(self._events), depth=0)
        next(self._events)  # the document ends
        after = next(self._events)
        if not isinstance(after, yaml.StreamEndEvent):
            raise Unreadable("several_documents", _place(after))
        return node

    def _node(self, event: yaml.Event, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        if depth > MAX_DEPTH:
            raise Unreadable("too_deep", _place(event), limit=MAX_DEPTH)
        tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
        if tag is not None:
            raise Unreadable("tag", _place(event), str(tag).replace("tag:yaml.org,2002:", "!!"))
        self._count(1, event)
        node = self._builder(event)(event, depth)
        if anchor:
            self._anchors[anchor] = node
        return node

    def _builder(self, event: yaml.Event) -> Callable[[Any, int], Node]:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping
        return self._sequence if isinstance(event, yaml.SequenceStartEvent) else self._scalar

    def _alias(self, event: yaml.AliasEvent, depth: int) -> Node:
        self._aliases += 1
        if self._aliases > MAX_ALIASES:
            raise Unreadable("too_many_aliases", _place(event), limit=MAX_ALIASES)
        anchor = str(event.anchor)
        node = self._anchors.get(anchor)  # not there yet while it is being read, so that nothing holds itself
        if node is None:
            raise Unreadable("alias_unknown", _place(event), anchor)
        if depth + node.height > MAX_DEPTH:
            raise Unreadable("too_deep", _place(event), limit=MAX_DEPTH)
        self._count(node.size, event)
        return node

    def _count(self, values: int, event: yaml.Event) -> None:
        self._values += values
        if self._values > MAX_VALUES:
            raise Unreadable("too_many_values", _place(event), limit=MAX_VALUES)

    def _scalar(self, event: yaml.ScalarEvent, depth: int) -> Node:
        plain = bool(event.implicit[0])
        return Node(_resolved(event.value) if plain else event.value, _place(event))

    def _sequence(self, event: yaml.SequenceStartEvent, depth: int) -> Node:
        members: dict[Key, tuple[Place, Node]] = {}
        while not isinstance(item := next(self._events), yaml.SequenceEndEvent):
            members[len(members)] = (_place(item), self._node(item, depth + 1))
        return _holding([node.value for _, node in members.values()], _place(event), members)

    def _mapping(self, event: yaml.MappingStartEvent, depth: int) -> Node:
        members: dict[Key, tuple[Place, Node]] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            name = self._key(key, members)
            members[name] = (_place(key), self._node(next(self._events), depth + 1))
        return _holding({name: node.value for name, (_, node) in members.items()}, _place(event), members)

    def _key(self, event: yaml.Event, members: Mapping[Key, tuple[Place, Node]]) -> str:
        if not isinstance(event, yaml.ScalarEvent) or event.tag is not None:
            raise Unreadable("key_not_text", _place(event))
        name = str(event.value)
        if name == "<<" and event.implicit[0]:
            raise Unreadable("merge", _place(event))
        if name in members:
            raise Unreadable("key_twice", _place(event), name, limit=members[name][0][0])
        self._count(1, event)
        return name


def _holding(value: Any, place: Place, members: Mapping[Key, tuple[Place, Node]]) -> Node:
    nodes = [node for _, node in members.values()]
    keys = len(nodes) if isinstance(value, dict) else 0
    size = 1 + keys + sum(node.size for node in nodes)
    return Node(value, place, members, size, 1 + max((node.height for node in nodes), default=0))


def _resolved(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _WHOLE.fullmatch(text) else text


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
