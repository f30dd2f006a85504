"""What of the words of a student's process may be said: what stands in the student's own source, and what is Python's or NumPy's.

That process is called with hidden inputs and holds what tests bring along; an exception's message, or the name of a type, could
carry them out. So its words are looked up, never repeated: a message is put together anew from a literal of the source or a
sentence of the library's, with names that occur there, with sizes, and with "…" for everything else.
"""

import builtins
import functools
import itertools
import re
from collections.abc import Iterable
from typing import Any

import numpy as np

from grader.exam.library_messages import NUMPY, PYTHON
from grader.words import _, plain

ELLIPSIS = "…"
MAX_SOURCE = 300_000  # characters of source that are looked through
MAX_LITERALS, MAX_PIECES = 3_000, 8
MAX_MESSAGE = 500  # characters of a message that is looked up
LARGEST_SIZE, MOST_AXES, MOST_SHAPES = 9_999, 5, 4  # of what is shown: sizes could spell a text, too
MOST_NAMES = 12

_WORD = re.compile(r"[^\W\d]\w*")
_SHAPE = r"\((?:(?:\d+|newaxis)(?:, ?(?:\d+|newaxis))*,?)?\)"
_SYNTAX = (
    "'(?:if|elif|else|for|while|try|except|finally|with|match|case|class|def|lambda)' statement|(?:function|class) definition|"
    "function call|literal|expression|attribute|subscript|comparison|conditional expression|lambda|True|False|None|ellipsis|"
    "(?:list|set|dict) comprehension|generator expression|(?:dict|set) (?:literal|display)|f-string expression|tuple|list"
)
_DTYPE = (
    r"(?:dtype\('(?:bool|u?int\d{1,2}|float\d{2,3}|complex\d{2,3}|O|[<>|=]?[USV]\d{0,4})'\)|"
    r"<class 'numpy\.dtypes\.(?:Bool|U?Int\d{1,2}|Float\d{2}|Complex\d{2,3}|Str|Bytes|Object)DType'>)"
)

# Slot: what fits it. `name` and `text` are shown as far as they stand in the source, `any` never, the others as they are.
SLOTS = {
    "name": r"[\"'`]?(?:<?\w{1,100}>?\.){0,4}<?\w{1,100}>?[\"'`]?",
    "text": r"'.*'|\".*\"",
    "any": r".*",
    "n": r"\d{1,9}",
    "axis": r"-?\d{1,2}",
    "shape": _SHAPE,
    "shapes": rf"{_SHAPE}(?:(?:->| )*{_SHAPE})* ?",
    "op": r"'?(?:(?:[-+*/%@&|^<>=!]|\*\*|//|<<|>>)=?|[()\[\]{}:,])'?",
    "words": _SYNTAX,
    "dtype": _DTYPE,
    "signature": r"(?:\([nmk?,]{1,6}\),?){1,3}->\([nmk?,]{1,6}\)",
}

_TYPES = [kind for kind in vars(builtins).values() if isinstance(kind, type)]
_MORE_TYPES = (
    "NoneType ellipsis function method module generator coroutine builtin_function_or_method wrapper_descriptor "
    "method_descriptor getset_descriptor dict_keys dict_values dict_items list_iterator tuple_iterator dict_keyiterator deque "
    "OrderedDict defaultdict lambda locals numpy matplotlib pyplot pandas same_kind safe no axis1 axis2 source destination solve solve1"
)
_MORE_EXCEPTIONS = (
    "LinAlgError AxisError UFuncTypeError _UFuncNoLoopError _UFuncOutputCastingError _UFuncInputCastingError "
    "_UFuncBinaryResolutionError URLError HTTPError JSONDecodeError InvalidOperation StatisticsError CancelledError"
)
_EXCEPTIONS = frozenset([*(t.__name__ for t in _TYPES if issubclass(t, BaseException)), *_MORE_EXCEPTIONS.split()])
_OF_LIBRARIES = frozenset(
    [*dir(builtins), *dir(np), *_MORE_TYPES.split(), *(name for kind in (*_TYPES, np.ndarray) for name in dir(kind))]
)


class Source:
    """A submission's source, and what of other words stands in it."""

    def __init__(self, texts: Iterable[str]):
        self._texts, room = [], MAX_SOURCE
        for text in texts:
            self._texts.append(text[:room])
            room -= len(self._texts[-1])

    @functools.cached_property
    def _literals(self):
        return [literal for text in self._texts for literal in _literals_of(text)][:MAX_LITERALS]

    def has_word(self, word: str) -> bool:
        return word in _OF_LIBRARIES or self._holds(word)

    def _holds(self, word):
        found = [text for text in self._texts if word in text] if _WORD.fullmatch(word) else ()
        whole = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)") if found else None
        return any(whole.search(text) for text in found)

    def type_name(self, name: Any) -> str:
        """The name of a type; "object" for one that nobody wrote down."""
        return name if isinstance(name, str) and self.has_word(name) else "object"

    def exception_name(self, name: Any) -> str:
        """The name of an exception's type, or "" for one that nobody wrote down."""
        known = isinstance(name, str) and (name in _EXCEPTIONS or self._holds(name))
        return name if known else ""

    def message(self, text: Any) -> str:
        """What may be shown of an exception's message: a library's sentence, or a string of the source; else ""."""
        text = text.strip() if isinstance(text, str) else ""
        if not text or len(text) > MAX_MESSAGE:
            return ""
        return self._of_library(text) or self._of_source(text)

    def names(self, words: Iterable[Any]) -> str:
        """Words of the student's, such as the keys of a dict, in one line: a few, and "…" for those that nobody wrote down."""
        shown = [self._name(word) for word in itertools.islice(words, MOST_NAMES + 1)]
        return _(", ").join([*shown[:MOST_NAMES], *([ELLIPSIS] if len(shown) > MOST_NAMES else [])])

    def _name(self, word):
        known = isinstance(word, str) and self.has_word(word)
        return plain(word if known else self.message(word), 60) or ELLIPSIS

    def _of_library(self, text):
        for template in _library():
            if text.startswith(template.pieces[0]) and (found := template.regex.fullmatch(text)):
                return "".join(_zipped(template.pieces, map(self._slot, template.slots, found.groups())))
        return ""

    def _of_source(self, text):
        """The text with "…" for what was put into it, as far as it is a literal of the source, or begins with one."""
        if text[0] in "'\"" and text[-1] == text[0] and (inner := self._of_source(text[1:-1]) if len(text) > 2 else ""):
            return f"{text[0]}{inner}{text[0]}"  # a KeyError shows its key in quotes
        fits = [pieces for pieces in self._literals if _fits(pieces, text)]
        pieces = max(fits, key=lambda pieces: sum(map(len, pieces)), default=())
        return ELLIPSIS.join(pieces)

    def _slot(self, kind, got):
        if kind == "name":
            return re.sub(r"\w+", lambda found: found[0] if self.has_word(found[0]) else ELLIPSIS, got)
        if kind == "text":
            return got if (got[1:-1],) in self._literals else f"{got[0]}{ELLIPSIS}{got[0]}"
        if kind == "any":
            return ELLIPSIS
        if kind == "n":
            return size(int(got))
        if kind == "shapes":
            return re.sub(_SHAPE, lambda found: _sizes(found[0]), got) if got.count("(") <= MOST_SHAPES else ELLIPSIS
        return _sizes(got) if kind == "shape" else got


_examined = Source(())


def examine(notebook: dict[str, Any]) -> None:
    """From now on this notebook is the one that is examined: one process examines one at a time."""
    global _examined
    _examined = Source(cell["source"] for cell in notebook["cells"] if cell["cell_type"] == "code")


def source() -> Source:
    """The Source of the notebook that is examined."""
    return _examined


def size(n: Any) -> str:
    """A size as it is shown."""
    return str(n) if 0 <= n <= LARGEST_SIZE else ELLIPSIS


def _sizes(shape):
    if shape.count(",") > MOST_AXES:
        return f"({ELLIPSIS})"
    return re.sub(r"\d+", lambda found: size(int(found[0])), shape)


class _Template:
    """A sentence of a library's: pieces of text, and the kinds of the slots between them."""

    def __init__(self, line):
        pieces = re.split(r"\{(\w+)\}", line)
        self.slots = pieces[1::2]
        self.pieces = [piece.replace("}}", "}") for piece in pieces[::2]]

    @functools.cached_property
    def regex(self):
        slots = [f"({SLOTS[slot]})" for slot in self.slots]
        return re.compile("".join(_zipped(map(re.escape, self.pieces), slots)))


@functools.cache
def _library():
    return [_Template(line) for line in (PYTHON + NUMPY).splitlines()]


def _zipped(pieces, between):
    """The pieces, one by one, with what stands between them."""
    return (text for pair in itertools.zip_longest(pieces, between, fillvalue="") for text in pair)


# Strings as they stand in a source, comments passed over: of one line, several side by side are one.
_TOKEN = re.compile(r"\\.|#[^\n]*|\"(?P<double>(?:[^\"\\\n]|\\.){0,500})\"|'(?P<single>(?:[^'\\\n]|\\.){0,500})'")
_PREFIX = re.compile(r"[rbuf]*$", re.IGNORECASE)
_OF_F_STRING = re.compile(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
_OF_FORMAT = re.compile(r"\{\w*(?:[!:][^{}]*)?\}|%(?:\(\w+\))?[-+ #0]*[\d.*]*[sdrifgeEGxX]")
_ESCAPED = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t"}


def _literals_of(text):
    """The strings of a source, each a tuple of pieces: between two of them something is put in when it runs. A string that may be
    formatted, or added to, stands there also as what it is then."""
    found, before = [], 0
    for token in itertools.islice(_TOKEN.finditer(text), MAX_LITERALS):
        inner = token["double"] if token["double"] is not None else token["single"]
        if inner is None:
            continue
        prefix = _PREFIX.search(text[max(0, token.start() - 2) : token.start()])[0].lower()
        pieces = _OF_F_STRING.split(inner) if "f" in prefix else [inner]
        if "r" not in prefix:
            pieces = [_ESCAPED.sub(lambda found: _ESCAPES.get(found[1], found[1]), piece) for piece in pieces]
        if found and not text[before : token.start() - len(prefix)].strip() and sum(map(len, found[-1])) < MAX_MESSAGE:
            *earlier, last = found.pop()
            pieces = [*earlier, last + pieces[0], *pieces[1:]]
        found.append(tuple(pieces))
        before = token.end()
    for pieces in list(found):
        if len(pieces) == 1:
            found += [tuple(_OF_FORMAT.split(pieces[0])), (pieces[0], "")]
    return [pieces for pieces in dict.fromkeys(found) if len(pieces) == 1 or _says_something(pieces)]


def _says_something(pieces):
    return len(pieces) <= MAX_PIECES and len(re.findall(r"\w", "".join(pieces))) > 2


def _fits(pieces, text):
    """Whether a text is made of these pieces in order, with anything between two of them."""
    first, *middle, last = pieces if len(pieces) > 1 else (*pieces, "")
    if len(pieces) == 1:
        return text == first.strip()
    place, end = len(first), len(text) - len(last)
    if place > end or not text.startswith(first) or not text.endswith(last):
        return False
    for piece in middle:
        at = text.find(piece, place, end)
        if at < 0:
            return False
        place = at + len(piece)
    return True
