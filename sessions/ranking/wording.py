"""How places read on a wall."""


def place(lo: int, hi: int) -> str:
    """A place as people read it: "3", or "3-4" for a shared one or a range."""
    return str(lo) if lo == hi else f"{lo}-{hi}"
