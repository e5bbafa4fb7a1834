"""A data directory that several begin to use at the same moment."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from server.store.directory import DataDirectory

_MANY = 4


def test_many_that_begin_at_once_find_it_their_own(tmp_path: Path) -> None:
    together = threading.Barrier(_MANY)

    def begin(path: Path) -> str:
        together.wait(timeout=30)
        return (DataDirectory(path).path / "PLENARIA").read_text(encoding="utf-8")

    with ThreadPoolExecutor(_MANY) as pool:
        for nth in range(200):
            found = set(pool.map(begin, [tmp_path / str(nth)] * _MANY))
            assert len(found) == 1
            assert os.listdir(tmp_path / str(nth)) == ["PLENARIA"]


def test_what_a_killed_beginner_left_half_written_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "PLENARIA.k1ll3d").write_text("A data dir", encoding="utf-8")
    (tmp_path / "server.json.k1ll3d").write_text("{", encoding="utf-8")
    assert DataDirectory(tmp_path).socket() is None
    assert "schema" in (tmp_path / "PLENARIA").read_text(encoding="utf-8")
