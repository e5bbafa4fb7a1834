"""Text that people typed, made harmless for programs that would rather compute than show it."""

import re

# What spreadsheets take for the beginning of a formula, also behind spaces and in full width (OWASP, CSV injection).
_FORMULA = re.compile(r"(?m)^(?=[\s\u00a0\u3000]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])")
# Characters that XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def no_formula(text: str) -> str:
    """``text`` with an apostrophe before every line that a spreadsheet might compute; a negative number is one too."""
    return _FORMULA.sub("'", text)


def no_control(text: str) -> str:
    """``text`` without what XML forbids."""
    return _NOT_XML.sub("", text)
