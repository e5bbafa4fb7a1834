"""The parts of docs/protocol.md that follow from the code, between ``<!-- begin: name -->`` and ``<!-- end: name -->``.

``python -m docs.generate --write`` puts them in place, ``--check`` fails where one is not current.
"""

import argparse
import re
import sys
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args

from pydantic import TypeAdapter

from docs import meanings
from docs.notation import Notation
from server.access import failures
from server.access.keyring import PASS_DAYS
from server.http.doors import MAX_BODY
from server.live import connection, eventline, frames, pulse, socket, stream, wire
from server.live.schema import KEYS, schema
from server.notes import closing, guard
from server.notes.pads import Pads
from server.serving import WS_MAX_BYTES
from sessions import commands
from sessions.activities import kinds
from sessions.actor import Role
from sessions.report import Report
from sessions.rules.permissions import may

PAGE = Path(__file__).with_name("protocol.md")
_PART = re.compile(r"(<!-- begin: (?P<name>[a-z-]+) -->\n).*?(<!-- end: (?P=name) -->)", re.DOTALL)


def current(page: str) -> str:
    """``page`` with every part as the code has it now. Raises ``KeyError`` for a part that nobody makes, and
    ``ValueError`` where one that is made has no place."""
    missing = PARTS.keys() - {found["name"] for found in _PART.finditer(page)}
    if missing:
        raise ValueError(f"no place for {', '.join(sorted(missing))}")
    return _PART.sub(lambda found: f"{found[1]}\n{PARTS[found['name']]()}\n{found[3]}", page)


def command_table() -> str:
    """Every command with its arguments and the roles that may give it."""
    every = get_args(get_args(commands.Command)[0])
    rows = []
    for command in every:
        part = TypeAdapter(command).json_schema()
        name = part["properties"]["name"]["const"]
        notation = Notation(part.get("$defs", {}))
        fields = notation.fields(part, without=("name",))
        args = "<br>".join(f"`{_expanded(line, notation, part)}`" for line in fields)
        said = [_plain(part["description"])] if "description" in part else []
        said += [meanings.COMMANDS[name]] if name in meanings.COMMANDS or not said else []
        rows.append((f"`{name}`", args, _roles(name), " ".join(said)))
    return _table(("command", "args", "who", "what"), sorted(rows))


def _expanded(line: str, notation: Notation, part: dict[str, Any]) -> str:
    """A small type of its own is written out where it stands."""
    for name in notation.named:
        if re.search(rf"\b{name}\b", line):
            inner = ", ".join(notation.fields(part["$defs"][name]))
            line = re.sub(rf"\b{name}\b", f"{{{inner}}}", line)
    return line


def _roles(command: str) -> str:
    allowed = ", ".join(role.value for role in Role if may(role, command))
    return allowed.replace("secretariat, moderator", "desk")


def key_list() -> str:
    """Every key with its layer and its value."""
    whole = schema()
    notation = Notation(whole["$defs"])
    blocks, own = [], set()
    for name, _ in KEYS:
        value = notation.of(whole["keys"][name])
        shape = value.split(" or ")[0]
        own.add(shape)
        null = ", or null" if value.endswith("null") else ""
        described = _of_key(whole["$defs"][shape])
        blocks.append(f"**`{name}`**{null} (layer: {meanings.LAYERS[name]}). {described}\n")
        blocks.append(f"```\n{notation.block(shape)}\n```\n")
    blocks.append("The types named in them:\n")
    return "\n".join([*blocks, _definitions(notation, whole["$defs"], own)])


def _of_key(shape: dict[str, Any]) -> str:
    """Its description without the name of the key, which stands before it."""
    rest = re.sub(r"^Key `[^`]+`( \([^)]*\))?[:,.]? ?", "", _plain(shape.get("description", "")))
    return rest[:1].upper() + rest[1:]


def ballot_list() -> str:
    """What each kind asks and takes."""
    whole = schema()
    blocks = []
    for name, kind in kinds().items():
        notation = Notation(whole["$defs"])
        setup = notation.of(whole["setups"][name])
        part = whole["$defs"][setup]
        blocks.append(
            f"#### `{name}`\n\nSetup. {_plain(part.get('description', ''))}\n\n```\n{notation.block(setup)}\n```\n"
        )
        blocks.append(_definitions(notation, whole["$defs"], {setup}))
        if kind.ballot is not None:
            ballots = notation.of(whole["ballots"][name]).split(" or ")
            lines = [f"{{{', '.join(notation.fields(whole['$defs'][ballot]))}}}" for ballot in ballots]
            blocks.append("Ballots, one of:\n\n```\n" + "\n".join(lines) + "\n```\n")
        else:
            blocks.append(f"No ballots: people write {'in pads' if kind.pads else 'entries'} (see below).\n")
    return "\n".join(blocks)


def message_list() -> str:
    """The messages of the live socket."""
    whole = schema()
    notation = Notation(whole["$defs"])
    rows = []
    for direction in ("up", "down"):
        for member in whole["messages"][direction]["oneOf"]:
            part = whole["$defs"][member["$ref"].rpartition("/")[2]]
            required = {**part, "required": [*part.get("required", []), "type"]}
            fields = "<br>".join(f"`{line}`" for line in notation.fields(required, without=("type",)))
            name = part["properties"]["type"]["const"]
            rows.append((direction, f"`{name}`", fields, _plain(part.get("description", ""))))
    return _table(("direction", "type", "fields", "what"), rows)


def outcome_shape() -> str:
    """The shape of an outcome, whatever the kind."""
    whole = schema()
    notation = Notation(whole["$defs"])
    notation.of(whole["outcome"])
    return _definitions(notation, whole["$defs"], set())


def report_shape() -> str:
    """The shape of ``export.json``."""
    part = TypeAdapter(Report).json_schema(mode="serialization")
    notation = Notation({**part["$defs"], "Report": part})
    notation.named.append("Report")
    # Every field is written, also one that has a default.
    return _definitions(notation, {**part["$defs"], "Report": part}, set()).replace("?:", ":")


def refusal_table() -> str:
    known = [*schema()["refusals"], "too_large", "unknown_meeting", "newer_schema"]
    return _table(("code", "meaning"), ((f"`{code}`", meanings.REFUSALS[code]) for code in known))


def closing_table() -> str:
    rows = (
        (str(code.value), f"`{code.word}`", "yes" if code.again else "no", meanings.CLOSING[code.word])
        for code in wire.CloseCode
    )
    return _table(("code", "`bye.code`", "come back", "meaning"), rows)


def stream_table() -> str:
    """What a request hears where a socket would be closed."""
    rows = ((str(status), f"`{code.word}`", meanings.CLOSING[code.word]) for code, status in stream.STATUS.items())
    return _table(("status", "`code`", "meaning"), sorted(rows))


def pad_refusal_table() -> str:
    return _table(("code", "meaning"), ((f"`{code.value}`", meanings.PAD_REFUSALS[code]) for code in guard.Refusal))


def pad_closing_table() -> str:
    codes = {name: value for name, value in vars(closing).items() if name.isupper()}
    rows = (
        (str(value), "yes" if value < 4500 else "no", meanings.PAD_CLOSING[name])
        for name, value in sorted(codes.items(), key=lambda item: item[1])
    )
    return _table(("code", "come back", "meaning"), rows)


def limit_table() -> str:
    pad = guard.Limits()
    heartbeat_s = (Pads.__init__.__kwdefaults__ or {})["heartbeat_s"]
    rows = [
        ("`/api/lobby`, `/api/pass`: body", f"{MAX_BODY} bytes"),
        ("wrong join codes in a minute", f"{failures.PER_ADDRESS} from one address, {failures.EVERYONE} in all"),
        ("life of a pass", f"{PASS_DAYS} days"),
        ("`/ws`: frame", f"{frames.MAX_BYTES} bytes; above it the close code is 1009"),
        ("`/notes`: frame", f"{WS_MAX_BYTES} bytes; above it the close code is 1009"),
        ("`/ws`: message", f"{wire.MAX_BYTES} characters, {wire.MAX_DEPTH} levels deep"),
        ("`/ws`: first message", f"within {socket.HELLO_S:g} s"),
        ("`/ws`: silence", f"{pulse.DEAD_S:g} s"),
        ("`/ws`: messages", f"{connection.BURST:g} at once, then {connection.PER_S:g} a second"),
        (
            "`/api/m/<meeting>/command`: messages of one person",
            f"{connection.BURST:g} at once, then {connection.PER_S:g} a second",
        ),
        ("`/api/m/<meeting>/live`: not acknowledged", f"{eventline.UNANSWERED_S:g} s"),
        ("notes: message", f"{pad.message_bytes} bytes"),
        ("notes: messages", f"{pad.burst:g} at once, then {pad.messages_per_s:g} a second; more of them wait"),
        ("notes: entries of a pad", str(pad.entries)),
        ("notes: text of an entry", f"{pad.text_chars} characters"),
        ("notes: flags of an entry", str(pad.flags)),
        ("notes: all that was ever written in a pad", f"{pad.pad_bytes} bytes"),
        ("notes: awareness of a client", f"{pad.awareness_bytes} bytes"),
        ("notes: the server's heartbeat", f"every {heartbeat_s:g} s"),
    ]
    return _table(("what", "limit"), rows)


def _definitions(notation: Notation, definitions: dict[str, dict[str, Any]], written: set[str]) -> str:
    """The types mentioned so far and not yet written, and those they mention in turn."""
    lines = []
    while left := [name for name in notation.named if name not in written]:
        name = left[0]
        written.add(name)
        said = _plain(str(definitions[name].get("description", "")))
        lines += [f"# {line}" for line in textwrap.wrap(said, 100)]
        lines.append(f"{name} {notation.block(name)}")
    return "```\n" + "\n".join(lines) + "\n```\n" if lines else ""


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _plain(description: str) -> str:
    return " ".join(re.sub(r"\bNone\b", "null", description.replace("``", "`")).split())


PARTS: MappingProxyType[str, Callable[[], str]] = MappingProxyType(
    {
        "messages": message_list,
        "commands": command_table,
        "keys": key_list,
        "ballots": ballot_list,
        "outcome": outcome_shape,
        "refusals": refusal_table,
        "closing": closing_table,
        "stream": stream_table,
        "pad-refusals": pad_refusal_table,
        "pad-closing": pad_closing_table,
        "report": report_shape,
        "limits": limit_table,
    }
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    wanted = parser.add_mutually_exclusive_group(required=True)
    wanted.add_argument("--write", action="store_true")
    wanted.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    made = current(page)
    if asked.write:
        PAGE.write_text(made, encoding="utf-8")
    elif made != page:
        print("docs/protocol.md is not current: python -m docs.generate --write", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
