import pytest
from redis.exceptions import NoPermissionError

from server.store import UnfitServer
from server.store.redis import RedisStore
from server.store.servers import Server
from tests.helpers.stores import a_server


@pytest.mark.parametrize(
    ("appendonly", "appendfsync", "level", "word"),
    [
        ("yes", "always", "always", None),
        ("yes", "everysec", "everysec", "once a second"),
        ("yes", "no", "no", "operating system"),
        ("no", "always", "memory", "no append-only file"),
    ],
)
async def test_a_weaker_server_is_used_with_a_warning(
    appendonly: str, appendfsync: str, level: str, word: str | None
) -> None:
    async with a_server() as url:
        async with await RedisStore.open(url) as store:
            client = Server(store.clients.read)
            await client.ask("CONFIG SET", "appendfsync", appendfsync)
            await client.ask("CONFIG SET", "appendonly", appendonly)
        async with await RedisStore.open(url) as store:
            assert store.durability.level == level
            assert [word in warning for warning in store.durability.warnings if word] == ([True] if word else [])


async def test_a_server_that_evicts_is_not_used() -> None:
    async with a_server() as url:
        async with await RedisStore.open(url) as store:
            await Server(store.clients.read).ask("CONFIG SET", "maxmemory-policy", "allkeys-lru")
        with pytest.raises(UnfitServer, match="noeviction"):
            await RedisStore.open(url)


async def test_a_server_that_does_not_tell_its_settings_is_used_with_a_warning() -> None:
    async with a_server() as url:
        async with await RedisStore.open(url) as store:
            rules = ("on", ">secret", "~{m:*", "~plenaria:*", "+@all", "-@dangerous", "+info")
            await Server(store.clients.read).ask("ACL SETUSER", "plenaria", *rules)
        separator = "&" if "?" in url else "?"
        limited = f"{url}{separator}username=plenaria&password=secret"
        async with await RedisStore.open(limited) as store:
            assert store.durability.level == "unknown"
            assert "CONFIG GET is not allowed" in store.durability.warnings[0]
            with pytest.raises(NoPermissionError):
                await Server(store.clients.read).ask("CONFIG GET", "dir")
            assert (await store.create("m", [b"created"])).seq == 1
            assert [entry.body for entry in (await store.load("m")).tail] == [b"created"]


@pytest.mark.parametrize("url", ["http://localhost", "nonsense", "redis+nothing://x"])
async def test_other_addresses_are_errors(url: str) -> None:
    with pytest.raises(ValueError, match=r"redis|scheme|Redis|URL"):
        await RedisStore.open(url)
