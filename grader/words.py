"""Every sentence that a student or an instructor reads passes through `_`, so that it can be translated.

The catalogues live in `grader/locale/`; the language is the environment's (LANGUAGE, LC_MESSAGES, LANG).
"""

import gettext
import re
from pathlib import Path

translation = gettext.translation("grader", Path(__file__).parent / "locale", fallback=True)
_ = translation.gettext

# Control characters, and those that turn the direction of a line: they could make a page or a terminal lie.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_FORMULA = (*"=+-@\t\r", *"＝＋－＠")  # some spreadsheets take the wide ones for the narrow
_ANSI = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")


def plain(text, limit=400):
    """A student's text as text alone: no control, ANSI or bidirectional characters, cut to `limit` characters."""
    text = text if isinstance(text, str) else ""
    text = _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", _ANSI.sub("", text[: 4 * limit]).replace("\r\n", "\n"))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def cell(text):
    """A text as a cell of a table, which no spreadsheet takes for a formula."""
    text = plain(text, 4_000)
    return "'" + text if text.lstrip(" \n").startswith(_FORMULA) else text
