"""What tests of every part share."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import settings
from playwright.async_api import Browser, async_playwright

from tests import chromium

# A law holds or not, however busy the machine is: speed is measured by the bench.
settings.register_profile("laws", deadline=None)
settings.load_profile("laws")


def pytest_configure() -> None:
    chromium.use_the_locked_node()


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A Chromium that starts; `make test` has got one if the machine had none."""
    path = chromium.find()
    assert path, "no Chromium: run `python -m tests.chromium`, or set CHROMIUM=/path/to/it"
    return path


@pytest.fixture
async def browser(chromium_path: str) -> AsyncIterator[Browser]:
    """A fresh headless Chromium; each phone, control or screen is a context of its own in it."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium_path, args=list(chromium.FLAGS))
        yield started
        await started.close()
