"""Values as a notebook's test cells know them, in terms of what may cross the wall, and back.

Beyond what `wire` carries: sets, dicts with any keys, complex and large numbers, arrays of every type, dates, fractions, named
tuples, exceptions, iterators, and functions of the course's own on their way to a submission. Each is told by its exact type: an
object of any other stays where it is, and a Handle stands for it.

A plain value goes as it is; anything else as a tuple that begins with its kind. What is rebuilt is of Python's and NumPy's own
types alone, whatever the tuple says.
"""

import builtins
import collections
import datetime
import decimal
import fractions
import itertools
import marshal
import math
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from .wire import Handle, Malformed

MAX_DEPTH = 12
MAX_BITS = 4096  # of a whole number
MAX_RANGE = 10**6  # numbers of a range: whoever adds them up should come to an end
MAX_ARRAY = 64 << 20  # bytes
MAX_ITEMS = 10_000  # of an iterator on its way to a submission
PACKED = 64  # numbers of one type in a list from which on they go as an array

_AS_THEY_ARE = frozenset((type(None), bool, float, str, type(...), Handle))
_ARRAYS = frozenset((np.dtype("f8"), np.dtype("i8"), np.dtype("?")))
_SEQUENCES: dict[type, str] = {list: "list", tuple: "tuple", set: "set", frozenset: "frozenset", collections.deque: "deque"}
_DICTS: dict[type, str] = {
    dict: "dict",
    collections.OrderedDict: "OrderedDict",
    collections.Counter: "Counter",
    collections.defaultdict: "defaultdict",
}
_VIEWS: dict[type, str] = {type({}.keys()): "keys", type({}.values()): "values", type({}.items()): "items"}
_BUILD: dict[str, Callable[..., Any]] = {name: kind for kind, name in (_SEQUENCES | _DICTS).items()} | {
    "defaultdict": lambda pairs: dict(pairs)
}
_BUILD |= {
    "keys": lambda items: dict.fromkeys(items).keys(),
    "values": lambda items: dict(enumerate(items)).values(),
    "items": lambda items: dict(items).items(),
}
ITERATORS = frozenset(
    map(
        type,
        (
            (n for n in list[int]()),
            map(int, ()),
            filter(None, ()),
            zip(),
            enumerate(()),
            reversed([]),
            iter([]),
            iter(()),
            iter(set()),
            iter({}),
            iter({}.values()),
            iter({}.items()),
            iter(range(0)),
            iter(""),
            itertools.count(),
            itertools.chain(),
            itertools.islice((), 0),
            itertools.product(),
            itertools.combinations((), 0),
            itertools.permutations(()),
            itertools.repeat(0),
            itertools.cycle(()),
            itertools.accumulate(()),
        ),
    )
)
# Whose classes are the same on both sides, and may be named.
_KNOWN_MODULES = frozenset(
    (
        "builtins",
        "numpy",
        "collections",
        "decimal",
        "fractions",
        "datetime",
        "json",
        "math",
        "statistics",
        "queue",
        "abc",
        "pandas",
    )
)


class Stays(Exception):
    """A value that can't cross; the text says what it is."""


def described(value: Any, to_handle: Callable[[Any], Any], depth: int = 0) -> Any:
    """The value in terms of the wire's. to_handle(object): what stands for one that stays; it may raise Stays."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is int:
        if -(2**63) <= value < 2**63:
            return value
        return ("int", hex(value)) if value.bit_length() <= MAX_BITS else to_handle(value)
    if depth > MAX_DEPTH:
        return to_handle(value)
    if kind is np.ndarray:
        return _array(value, to_handle, depth)
    if kind in _SEQUENCES:
        name = _SEQUENCES[kind]
        if len(value) >= PACKED and kind in (list, tuple):
            kinds = set(map(type, value))
            if kinds == {float} or (kinds == {int} and all(-(2**63) <= item < 2**63 for item in value)):
                return ("numbers", name, np.array(value))
        return (name, *[described(item, to_handle, depth + 1) for item in value])
    if kind in _DICTS or kind is type({}.items()):
        pairs = value.items() if kind in _DICTS else value
        name = _DICTS.get(kind) or "items"
        return (name, *[described(item, to_handle, depth + 1) for pair in pairs for item in pair])
    if kind in _VIEWS:
        return (_VIEWS[kind], *[described(item, to_handle, depth + 1) for item in value])
    if issubclass(kind, np.generic) and kind.__module__ == "numpy":
        return ("scalar", _array(np.asarray(value), to_handle, depth))
    if kind is complex:
        return ("complex", value.real, value.imag)
    if kind is bytes or kind is bytearray:
        return (kind.__name__, value.decode("latin-1"))
    if kind is range:
        fits = len(value) <= MAX_RANGE and all(-(2**63) <= n < 2**63 for n in (value.start, value.stop, value.step))
        return ("range", value.start, value.stop, value.step) if fits else to_handle(value)
    if kind is slice:
        return ("slice", *[described(item, to_handle, depth + 1) for item in (value.start, value.stop, value.step)])
    if kind is fractions.Fraction:
        return ("Fraction", described(value.numerator, to_handle), described(value.denominator, to_handle))
    if kind is decimal.Decimal:
        return ("Decimal", str(value))
    if kind in (datetime.date, datetime.time) or (kind is datetime.datetime and value.tzinfo is None):
        return (kind.__name__, value.isoformat())
    if kind is datetime.timedelta:
        return ("timedelta", value.days, value.seconds, value.microseconds)
    if kind is type(NotImplemented):
        return ("NotImplemented",)
    if isinstance(value, np.dtype) and not value.hasobject and value.names is None:
        return ("dtype", value.str)
    if issubclass(kind, tuple) and kind.__bases__ == (tuple,) and hasattr(kind, "_fields"):
        items = [described(item, to_handle, depth + 1) for item in tuple.__iter__(value)]
        return ("namedtuple", kind.__name__, tuple(map(str, kind._fields)), *items)
    if kind in ITERATORS:
        return ("iterator", to_handle(value))
    if isinstance(value, type) and (place := _place(value)):
        return ("class", *place)
    if kind.__module__.partition(".")[0] == "pandas" and (held := _of_pandas(value, kind)) is not None:
        return (held[0], *[described(item, to_handle, depth + 1) for item in held[1:]])
    return to_handle(value)


def rebuilt(value: Any, from_handle: Callable[[Handle], Any], special: Callable[..., Any] | None = None) -> Any:
    """The value that was described, which shares nothing with the description. from_handle(Handle): what it stands for; special(kind, *items): anything that is described
    by one side alone. Raises Malformed for what nothing is described as."""
    kind = type(value)
    if kind is Handle:
        return from_handle(value)
    if kind is np.ndarray:
        return value.copy()
    if kind is not tuple:
        return value
    inner = lambda items: [rebuilt(item, from_handle, special) for item in items]
    try:
        name, *items = value
        if name == "list" or name == "tuple" or name in ("set", "frozenset", "deque", "keys", "values"):
            return _BUILD[name](inner(items))
        if name in ("dict", "OrderedDict", "defaultdict", "items"):
            held = inner(items)
            return _BUILD[name](zip(held[::2], held[1::2], strict=True))
        if name == "Counter":
            held = inner(items)
            return collections.Counter(dict(zip(held[::2], held[1::2], strict=True)))
        if name == "numbers":
            return {"list": list, "tuple": tuple}[items[0]](_plain_array(items[1]).tolist())
        if name == "array":
            return _built_array(*items, inner=inner)
        if name == "scalar":
            array = items[0] if type(items[0]) is np.ndarray else _built_array(*items[0][1:], inner=inner)
            return array.reshape(())[()]
        if name == "namedtuple":
            made = collections.namedtuple(  # type: ignore[misc]
                _text(items[0]), [_text(field) for field in items[1]], rename=True
            )
            return made(*inner(items[2:]))
        if name == "class":
            return _found(*map(_text, items))
        if name in _PANDAS:
            return _PANDAS[name](*inner(items))
        if name in _SIMPLE:
            return _SIMPLE[name](*inner(items))
        if special is not None:
            return special(name, *items)
    except (
        TypeError,
        ValueError,
        KeyError,
        IndexError,
        OverflowError,
        AttributeError,
        ArithmeticError,
        ImportError,
        MemoryError,
    ) as error:
        raise Malformed(f"a value that is none ({type(error).__name__})") from None
    raise Malformed("a value of no known kind")


_SIMPLE: dict[str, Callable[..., Any]] = {
    "int": lambda text: int(_text(text)[: MAX_BITS // 4 + 4], 16),
    "complex": lambda real, imag: complex(_number(real), _number(imag)),
    "bytes": lambda text: _text(text).encode("latin-1"),
    "bytearray": lambda text: bytearray(_text(text).encode("latin-1")),
    "range": lambda start, stop, step: _short(range(start, stop, step)),
    "slice": slice,
    "Fraction": lambda one, other: fractions.Fraction(int(one), int(other)),
    "Decimal": lambda text: decimal.Decimal(_text(text)),
    "date": lambda text: datetime.date.fromisoformat(_text(text)),
    "time": lambda text: datetime.time.fromisoformat(_text(text)),
    "datetime": lambda text: datetime.datetime.fromisoformat(_text(text)),
    "timedelta": lambda days, seconds, micros: datetime.timedelta(days, seconds, micros),
    "NotImplemented": lambda: NotImplemented,
    "dtype": lambda text: np.dtype(_text(text)),
}


def _text(value):
    if type(value) is not str:
        raise TypeError("no text")
    return value


def _number(value):
    if type(value) not in (int, float):
        raise TypeError("no number")
    return value


def _short(numbers):
    if len(numbers) > MAX_RANGE:
        raise ValueError("too long")
    return numbers


def _plain_array(value):
    if type(value) is not np.ndarray:
        raise TypeError("no array")
    return value


def _array(array, to_handle, depth):
    """A float64, int64 or bool array as it is; of others the type, the shape, and what they hold."""
    dtype = array.dtype
    if dtype in _ARRAYS and array.ndim:
        return array
    head = ("array", dtype.str, tuple(array.shape))
    flat = array.reshape(-1)
    if dtype.kind == "b" or (dtype.kind == "f" and dtype.itemsize <= 8):
        return (*head, flat.astype("?" if dtype.kind == "b" else "f8"))
    if dtype.kind in "iu":
        return (*head, flat.astype("u8").view("i8") if dtype.kind == "u" else flat.astype("i8"))
    if dtype.kind == "c" and dtype.itemsize <= 16:
        return (*head, flat.real.astype("f8"), flat.imag.astype("f8"))
    if dtype.kind in "mM":
        return (*head, flat.astype(dtype.newbyteorder("=")).view("i8"))
    if dtype.kind == "U":
        return (*head, *flat.tolist())
    if dtype.kind == "S":
        return (*head, *(item.decode("latin-1") for item in flat.tolist()))
    if dtype.kind == "O":
        return (*head, *(described(item, to_handle, depth + 1) for item in flat.tolist()))
    return to_handle(array)


def _built_array(type_name, shape, *held, inner):
    dtype = np.dtype(_text(type_name))
    if dtype.names is not None or dtype.subdtype is not None or not all(type(n) is int and n >= 0 for n in shape):
        raise ValueError("no such array")
    if dtype.itemsize * max(math.prod(shape), 1) > MAX_ARRAY:
        raise ValueError("too large")
    if dtype.kind in "bf":
        flat = _plain_array(held[0]).astype(dtype)
    elif dtype.kind in "iu":
        flat = _plain_array(held[0]).view("u8" if dtype.kind == "u" else "i8").astype(dtype)
    elif dtype.kind == "c":
        flat = (_plain_array(held[0]) + 1j * _plain_array(held[1])).astype(dtype)
    elif dtype.kind in "mM":
        flat = _plain_array(held[0]).view(dtype.newbyteorder("=")).astype(dtype)
    elif dtype.kind == "U":
        flat = np.array([_text(item) for item in held], dtype)
    elif dtype.kind == "S":
        flat = np.array([_text(item).encode("latin-1") for item in held], dtype)
    elif dtype.kind == "O":
        flat = np.empty(len(held), object)
        flat[:] = inner(held)
    else:
        raise ValueError("no such array")
    return flat.reshape(shape)


def _place(kind):
    """(module, name) of a class that is the same on both sides, else None."""
    module, name = kind.__module__, kind.__qualname__
    if type(module) is not str or module.partition(".")[0] not in _KNOWN_MODULES:
        return None
    return (module, name) if getattr(sys.modules.get(module), name, None) is kind else None


def _found(module, name):
    if module.partition(".")[0] not in _KNOWN_MODULES or not name.isidentifier():
        raise ValueError("no class that is known")
    found = getattr(sys.modules[module], name)
    if not isinstance(found, type):
        raise TypeError("no class")
    return found


def _of_pandas(value, kind):
    """A DataFrame, a Series or an Index of pandas, of columns that are plain, as what it holds; None for anything else."""
    pandas = sys.modules.get("pandas")
    if pandas is None:
        return None
    if kind is pandas.DataFrame:
        columns = [_column(value.iloc[:, n]) for n in range(value.shape[1])]
        return ("DataFrame", value.index, value.columns, columns)
    if kind is pandas.Series:
        return ("Series", value.index, value.name, _column(value))
    if kind is pandas.RangeIndex:
        return ("RangeIndex", value.start, value.stop, value.step, value.name)
    if kind is pandas.DatetimeIndex and value.tz is None:
        return ("Index", value.to_numpy(), value.name)
    if kind is pandas.Index:
        return ("Index", _column(value), value.name)
    if kind is pandas.Timestamp and value.tz is None:
        return ("Timestamp", value.isoformat())
    return None


def _column(series):
    """(the type of a column, what it holds)"""
    name = str(series.dtype)
    plain = series.to_numpy() if isinstance(series.dtype, np.dtype) else series.to_numpy(dtype=object)
    if plain.dtype.kind == "O":
        pandas = sys.modules["pandas"]
        plain = [None if item is pandas.NA else item for item in plain.tolist()]
    return (name, plain)


def _frame(index, columns, held):
    import pandas

    frame = pandas.DataFrame(
        {n: pandas.Series(list_or_array, index=index, dtype=name) for n, (name, list_or_array) in enumerate(held)}, index=index
    )
    frame.columns = columns
    return frame


def _series(index, name, held):
    import pandas

    return pandas.Series(held[1], index=index, name=name, dtype=held[0])


def _index(held, name):
    import pandas

    return pandas.Index(held, name=name) if type(held) is np.ndarray else pandas.Index(held[1], name=name, dtype=held[0])


def _range_index(start, stop, step, name):
    import pandas

    return pandas.RangeIndex(start, stop, step, name=name)


def _timestamp(text):
    import pandas

    return pandas.Timestamp(_text(text))


_PANDAS: dict[str, Callable[..., Any]] = {
    "DataFrame": _frame,
    "Series": _series,
    "Index": _index,
    "RangeIndex": _range_index,
    "Timestamp": _timestamp,
}


# Functions of the course's own, on their way to a submission: as code, never as text that would have to be looked for.


def described_function(function: types.FunctionType, describe: Callable[[Any], Any], under_way: dict[int, int]) -> Any:
    """A Python function with what it uses. under_way: {id of a function that is being described: its number}."""
    if id(function) in under_way:
        return ("again", under_way[id(function)])
    number = under_way[id(function)] = len(under_way)
    names = {name: function.__globals__[name] for name in _names_in(function.__code__) if name in function.__globals__}
    held = [describe(cell.cell_contents) for cell in function.__closure__ or ()]
    return (
        "function",
        number,
        marshal.dumps(function.__code__).decode("latin-1"),
        function.__name__,
        tuple(held),
        describe(function.__defaults__),
        describe(function.__kwdefaults__),
        *(item for name, value in names.items() for item in (name, describe(value))),
    )


def built_function(items: Any, build: Callable[[Any], Any], names: dict[str, Any], under_way: dict[int, Any]) -> Any:
    """The function that was described. names: where it looks up what did not come with it."""
    number, code, name, held, defaults, keyword_defaults, *rest = items
    known = _Names(names)
    cells = tuple(types.CellType() for _item in held)
    made = types.FunctionType(marshal.loads(code.encode("latin-1")), known, name, None, cells)
    under_way[number] = made
    for cell, value in zip(cells, held, strict=True):
        cell.cell_contents = build(value)
    made.__defaults__, made.__kwdefaults__ = build(defaults), build(keyword_defaults)
    known.update(zip(rest[::2], map(build, rest[1::2]), strict=True))
    return made


class _Names(dict[str, Any]):
    """The names that a function uses, and behind them those of the notebook."""

    def __init__(self, behind):
        super().__init__(__builtins__=builtins)
        self._behind = behind

    def __missing__(self, name):
        return self._behind[name]


def _names_in(code: types.CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _names_in(constant)
