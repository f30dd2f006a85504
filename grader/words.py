"""Every sentence that a student or an instructor reads passes through `_`, so that it can be translated.

The catalogues live in `grader/locale/`; the language is the environment's (LANGUAGE, LC_MESSAGES, LANG).
"""

import gettext
import re
from pathlib import Path

translation = gettext.translation("grader", Path(__file__).parent / "locale", fallback=True)
_ = translation.gettext

# Control characters, those that turn the direction of a line, and those that can't be seen: they could make a page or a
# terminal lie.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff"
    r"\U000e0000-\U000e007f]"
)
_ANSI = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?")
_COMBINING = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_TOWER = re.compile(f"({_COMBINING}{{3}}){_COMBINING}+")  # of accents: it would stand over the lines above
# What begins a formula, at a cell's beginning or after what another program may take for its end. Some take wide signs for narrow.
_FORMULA = re.compile(r"(^|[;\t\n])([ \t\n]*)([=+\-@＝＋－＠])")
SENTENCE = 2_000  # characters of the longest sentence about a submission


def plain(text: object, limit: int = 400) -> str:
    """A student's text as text alone: no control, ANSI or bidirectional characters, cut to `limit` characters; "" for what is
    no text."""
    if not isinstance(text, str):
        return ""
    if len(text) <= limit and text.isprintable() and (text.isascii() or not _TOWER.search(text)):
        return text  # as nearly all are
    text = _ANSI.sub("", text[: 4 * limit]).replace("\r\n", "\n")
    text = _TOWER.sub(r"\1", _UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text))
    return text if len(text) <= limit else text[: limit - 1] + "…"


def sentence(text: object) -> str:
    """Anything that is said about a submission: `plain`, and no longer than a screen."""
    return plain(text, SENTENCE)


def cell(text: object) -> str:
    """A text as a cell of a table, which no spreadsheet takes for a formula, wherever it takes the cell to begin."""
    return _FORMULA.sub(r"\1\2'\3", plain(text, 4_000)).replace("\t", " ")
