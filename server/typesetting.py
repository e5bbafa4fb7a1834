"""Typst in a process of its own: a compiler keeps tens of megabytes for every document that it sets, for as long as its
process lives, and a server sets many.

As a program it reads JSON (`template`, `data`, `format`, `ppi`) and writes the document.
"""

import json
import subprocess
import sys
from typing import Any

WITHIN_S = 60


class TypesettingError(Exception):
    """The template and the data do not go together: a mistake of ours, whatever people typed."""


def typeset(template: bytes, data: Any, format_: str = "pdf", ppi: float | None = None) -> bytes:
    """The document that ``template`` makes of ``data``, which it finds as JSON in ``sys.inputs.data``. Blocks for half
    a second or more: not on the event loop. Raises ``TypesettingError``."""
    asked = {"template": template.decode(), "data": json.dumps(data), "format": format_, "ppi": ppi}
    command = (sys.executable, "-m", "server.typesetting")
    done = subprocess.run(command, input=json.dumps(asked).encode(), capture_output=True, timeout=WITHIN_S, check=False)
    if done.returncode != 0:
        raise TypesettingError(done.stderr.decode(errors="replace").strip()[-500:])
    return done.stdout


def main() -> int:
    import typst  # takes a moment to load, which only this process should wait for

    asked = json.loads(sys.stdin.buffer.read())
    inputs = {"data": asked["data"]}
    compiler = typst.Compiler(asked["template"].encode(), ignore_system_fonts=True, sys_inputs=inputs)
    made = compiler.compile(format=asked["format"], ppi=asked["ppi"])
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    sys.stdout.buffer.write(made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
