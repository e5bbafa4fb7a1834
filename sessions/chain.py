"""The chain of a whole meeting: every object that has a number, and what they came from."""

from collections.abc import Iterable

from sessions.activity import Activity
from sessions.lineage import Parent, Sort, ancestors
from sessions.meeting import Meeting
from sessions.nodes import ON_BOARDS, WRITERS, Node, Reader, node_of


def chain(meeting: Meeting, reader: Reader = WRITERS) -> tuple[Node, ...]:
    """Everything that has a number, and whatever else is a parent of it, by sort and number: the bank and the earlier
    roadmap have none. Of what is withheld, a published chain has only what something came from: more codes would tell
    how much was said."""
    return tuple(node for group in groups(meeting, reader) for node in group)


def groups(meeting: Meeting, reader: Reader = WRITERS) -> list[tuple[Node, ...]]:
    """The chain by sort. A group is the same object for as long as nothing of it changes: there may be thousands."""
    fresh = _fresh(meeting)
    numbered = {sort: _numbered(meeting, sort, reader, fresh.get(sort)) for sort in Sort}
    others: dict[Sort, dict[str, Node]] = {}
    for nodes, _ in numbered.values():
        for node in nodes.values():
            for parent in node.parents:
                _add(meeting, numbered, others, parent, reader)
    return [
        _listed({**nodes, **others[sort]}) if sort in others else listed for sort, (nodes, listed) in numbered.items()
    ]


_Group = tuple[dict[str, Node], tuple[Node, ...]]
"""By id, and in their order."""


def _numbered(meeting: Meeting, sort: Sort, reader: Reader, as_of: tuple[int, ...] | None) -> _Group:
    if as_of is None:
        return _numbered_now(meeting, sort, reader)
    return meeting.memory.kept(("group", sort, reader.published), as_of, lambda: _numbered_now(meeting, sort, reader))


def _numbered_now(meeting: Meeting, sort: Sort, reader: Reader) -> _Group:
    if sort in ON_BOARDS:
        boards = (activity for activity in meeting.activities.values() if activity.boards)
        nodes = {id_: node for board in boards for id_, node in _on_board(meeting, board, sort, reader).items()}
    else:
        nodes = _shown(meeting, sort, meeting.numbers.get(sort, ()), reader)
    return nodes, _listed(nodes)


def _on_board(meeting: Meeting, activity: Activity, sort: Sort, reader: Reader) -> dict[str, Node]:
    """Made once for as long as nothing changes in the activity: one step of the moderator concerns one board."""
    items, given = activity.board.items, meeting.numbers.get(sort, {})
    as_of = meeting.memory.as_of(activity.plan.id), sum(map(given.__contains__, items))
    place = ("board", sort, reader.published, activity.plan.id)
    return meeting.memory.kept(
        place, as_of, lambda: _shown(meeting, sort, [id_ for id_ in items if id_ in given], reader)
    )


def _shown(meeting: Meeting, sort: Sort, ids: Iterable[str], reader: Reader) -> dict[str, Node]:
    found = ((id_, node_of(meeting, sort, id_, reader)) for id_ in ids)
    return {
        id_: node
        for id_, node in found
        if not (node.tombstone or (node.withheld and reader.published)) or sort is Sort.LINE
    }


def _fresh(meeting: Meeting) -> dict[Sort, tuple[int, ...]]:
    """For the sorts of which there may be thousands: the place in the log of what last changed any, and a count of the
    numbers that were given."""
    touched = meeting.memory.touched
    notes = written = settled = touched.everything
    for id_, at in touched.activities.items():
        activity = meeting.activities[id_]
        settled = max(settled, at) if activity.latest_revealed else settled
        notes = max(notes, at) if activity.pads else notes
        written = max(written, at) if activity.boards else written
    revealed = sum(activity.latest_revealed is not None for activity in meeting.activities.values())
    given = sum(map(len, meeting.numbers.values()))
    return {
        Sort.ENTRY: (notes, given),
        Sort.OUTCOME: (settled, revealed, given),
        **dict.fromkeys(ON_BOARDS, (written, given)),
    }


def _listed(nodes: dict[str, Node]) -> tuple[Node, ...]:
    return tuple(sorted(nodes.values(), key=lambda node: (len(node.code), node.code, node.id)))


def _add(
    meeting: Meeting,
    numbered: dict[Sort, _Group],
    others: dict[Sort, dict[str, Node]],
    parent: Parent,
    reader: Reader,
) -> None:
    sort, id_ = parent.sort, parent.node
    if id_ in numbered[sort][0] or id_ in others.get(sort, ()):
        return
    node = others.setdefault(sort, {})[id_] = node_of(meeting, sort, id_, reader)
    for grandparent in node.parents:
        _add(meeting, numbered, others, grandparent, reader)


def written(nodes: dict[tuple[Sort, str], Node], node: Node) -> str:
    """The chain as people read it: ``HR-26-07 <- P-03 <- D-12, D-19``, a generation an arrow. ``node`` is one of
    ``nodes``."""
    generations: dict[int, list[str]] = {0: [node.code]}
    for steps, place in ancestors((node.sort, node.id), lambda at: _parents(nodes, at)):
        generations.setdefault(steps, []).append(nodes[place].code)
    return " <- ".join(", ".join(sorted(codes)) for _, codes in sorted(generations.items()))


def _parents(nodes: dict[tuple[Sort, str], Node], place: tuple[Sort, str]) -> list[tuple[Sort, str]]:
    """Those that are among ``nodes``."""
    parents = [(parent.sort, parent.node) for parent in nodes[place].parents]
    return [parent for parent in parents if parent in nodes]
