"""The protocol as JSON Schema: every message, command, ballot and key. The client's types are made from it.

``python -m server.live.schema --write FILE`` writes the TypeScript types, ``--check`` fails where they have drifted.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Literal, get_args

import orjson
from pydantic import TypeAdapter
from starlette.requests import Request
from starlette.responses import Response

from server.live import wire
from sessions import commands
from sessions.activities import kinds
from sessions.activities.kind import Abstention, NotApplicable
from sessions.errors import Code
from sessions.outcomes import Outcome
from sessions.text import Lang
from sessions.views import board_shapes, exchange, practices, roadmap_shapes, shapes

KEYS: tuple[tuple[str, Any], ...] = (
    ("meeting", shapes.MeetingValue),
    ("programme", shapes.ProgrammeValue),
    ("now", shapes.NowValue),
    ("card", shapes.CardValue),
    ("tables", shapes.TablesValue),
    ("activity/{activity}", shapes.ActivityValue),
    ("turnout/{activity}", shapes.TurnoutValue),
    ("outcome/{activity}", shapes.OutcomeValue),
    ("preview/{activity}", shapes.OutcomeValue),
    ("rounds/{activity}", shapes.RoundsValue),
    ("seat", shapes.SeatValue),
    ("mine/{activity}", shapes.MineValue),
    ("shared/{activity}", shapes.SharedValue),
    ("paper/{activity}", shapes.PaperValue),
    ("wall/{activity}", board_shapes.WallValue),
    ("board/{activity}", board_shapes.BoardValue),
    ("written/{activity}", board_shapes.OwnValue),
    ("likeness/{activity}", board_shapes.LikenessValue),
    ("table/{session}", shapes.TableValue),
    ("next", shapes.StepValue | None),
    ("plan/{session}", shapes.PlanValue),
    ("seats", shapes.SeatsValue),
    ("entries/{activity}", shapes.EntriesValue),
    ("validated/{activity}", shapes.ValidatedValue),
    ("bank", roadmap_shapes.BankValue),
    ("roadmap", roadmap_shapes.RoadmapValue),
    ("line/{line}", roadmap_shapes.LineValue),
    ("history/{line}", roadmap_shapes.HistoryValue),
    ("synthesis/{synthesis}", roadmap_shapes.SynthesisValue),
    ("comments", roadmap_shapes.CommentsValue),
    ("agreements", roadmap_shapes.AgreementsValue),
    ("lineage", roadmap_shapes.LineageValue),
    ("reading", roadmap_shapes.ReadingValue),
    ("own/reading", roadmap_shapes.OwnReadingValue),
    ("own/consents", roadmap_shapes.ConsentsValue),
    ("exchange/{activity}", exchange.ExchangeValue),
    ("practice/{practice}", practices.PracticeValue),
    ("own/practices", practices.OwnPracticesValue),
    ("presence", shapes.PresenceValue),
)

_TYPES = Path("client/src/wire.ts")


def schema() -> dict[str, Any]:
    """``$defs`` holds every type; the other members say where each is used."""
    parts: dict[str, Any] = {"up": wire.Up, "down": wire.Down, "command": commands.Command, "outcome": Outcome}
    parts |= {f"key:{name}": shape for name, shape in KEYS}
    parts |= {f"setup:{name}": kind.setup for name, kind in kinds().items()}
    parts |= {
        f"ballot:{name}": kind.ballot | Abstention | NotApplicable for name, kind in kinds().items() if kind.ballot
    }
    mode: Literal["validation"] = "validation"
    inputs = [(name, mode, TypeAdapter(shape)) for name, shape in parts.items()]
    refs, definitions = TypeAdapter.json_schemas(inputs)
    found = {name: refs[(name, mode)] for name in parts}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Plenaria live protocol",
        "subprotocol": wire.SUBPROTOCOL,
        "messages": {"up": found["up"], "down": found["down"]},
        "commands": found["command"],
        "keys": {name: found[f"key:{name}"] for name, _ in KEYS},
        "setups": {name: found[f"setup:{name}"] for name in kinds()},
        "ballots": {name: found[f"ballot:{name}"] for name, kind in kinds().items() if kind.ballot},
        "outcome": found["outcome"],
        "refusals": [code.value for code in Code],
        "closing": {code.word: {"code": code.value, "again": code.again} for code in wire.CloseCode},
        **definitions,
    }


async def protocol(request: Request) -> Response:
    """``GET /protocol.json``"""
    return Response(orjson.dumps(schema()), media_type="application/json")


def typescript() -> str:
    """The types of messages and keys as TypeScript, made by a library of the client's build."""
    with tempfile.TemporaryDirectory() as folder:
        made, asked = Path(folder, "wire.ts"), Path(folder, "wire.json")
        asked.write_bytes(orjson.dumps(_for_types(schema())))
        env = {**os.environ, "WIRE_SCHEMA": str(asked), "WIRE_TYPES": str(made)}
        subprocess.run([sys.executable, "hatch_build.py", "run", "wire"], env=env, check=True)
        return made.read_text()


def _for_types(whole: dict[str, Any]) -> dict[str, Any]:
    """One schema whose definitions become one type each: titles of mere fields would become types too."""
    definitions = {name: _untitled(part) for name, part in whole["$defs"].items()}
    definitions |= {f"{name.capitalize()}Message": _untitled(part) for name, part in whole["messages"].items()}
    definitions["Text"] = {
        "type": "object",
        "properties": {lang: {"type": "string"} for lang in get_args(Lang)},
        "additionalProperties": False,
    }
    return {"title": "Wire", "type": "object", "properties": {}, "$defs": definitions}


def _untitled(part: Any) -> Any:
    if isinstance(part, list):
        return [_untitled(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("propertyNames", {}).get("enum") == list(get_args(Lang)):
        return {"$ref": "#/$defs/Text"}
    kept = {key: value for key, value in part.items() if key not in {"title", "description", "discriminator"}}
    if isinstance(kept.get("properties"), dict):
        kept["properties"] = {name: _untitled(value) for name, value in kept["properties"].items()}
        return {key: value if key == "properties" else _untitled(value) for key, value in kept.items()}
    return {key: _untitled(value) for key, value in kept.items()}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path)
    parser.add_argument("--check", type=Path, nargs="?", const=_TYPES)
    asked = parser.parse_args()
    if asked.write:
        asked.write.write_text(typescript())
    if asked.check and asked.check.read_text() != typescript():
        sys.stderr.write(f"{asked.check} has drifted: python -m server.live.schema --write {asked.check}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
