"""Values as test cells know them: across the wall and back, and nothing that a hostile process could build from them."""

import collections
import datetime
import decimal
import fractions

import numpy as np
import pytest

from grader.sandbox import values, wire

Point = collections.namedtuple("Point", "x y")

PLAIN = [
    *(None, True, 3, -(2**63), 2**200, 1.5, float("inf"), "text", b"\x00\xff", 1 + 2j, ..., NotImplemented),
    *([], [1, [2.0, "x"]], (1,), {1, 2}, frozenset("ab"), {1: "a", (2, 3): [4]}, range(3, 30, 4), slice(1, None, 2)),
    *(collections.OrderedDict(a=1), collections.Counter("aab"), collections.deque([1, 2]), list(range(100)), [0.5] * 100),
    *(fractions.Fraction(1, 3), decimal.Decimal("0.10"), datetime.date(2020, 1, 2), datetime.datetime(2020, 1, 2, 3, 4)),
    *(datetime.timedelta(1, 2, 3), int, ValueError, np.float64, np.dtype("f4"), Point(1, [2])),
    *(np.float32(1.5), np.float64(1.5), np.int64(3), np.bool_(True), np.str_("a"), np.datetime64("2020-01-02")),
]
ARRAYS = [
    *(np.arange(6.0).reshape(2, 3), np.array(3.0), np.zeros((0, 2)), np.arange(3, dtype="i4"), np.array([2**64 - 1], "u8")),
    *(
        np.array([1 + 2j]),
        np.array(["a", "bcd"]),
        np.array([b"a\xff"]),
        np.array([None, 1, "x"], object),
        np.array([True, False]),
    ),
    *(np.array(["2020-01-02"], "M8[D]"), np.array([1.5], "f2"), np.array([1.0], ">f8"), np.asfortranarray(np.ones((2, 3)))),
]


def across(value):
    """What comes out on the other side."""
    described = values.described(value, lambda thing: wire.Handle(7, type(thing).__name__))
    return values.rebuilt(wire.decode(wire.encode(described)), lambda handle: handle)


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_a_plain_value_comes_as_what_it_is(value):
    """Of the same type, and equal."""
    came = across(value)
    assert type(came).__name__ == type(value).__name__
    assert came == value


@pytest.mark.parametrize("array", ARRAYS, ids=lambda array: f"{array.dtype}{array.shape}")
def test_an_array_comes_as_what_it_is(array):
    """In its type and shape."""
    came = across(array)
    assert (type(came), came.dtype, came.shape) == (np.ndarray, array.dtype, array.shape)
    assert np.array_equal(came, array)


class Equal(list):
    def __eq__(self, other):
        return True


class Number(float):
    pass


class Array(np.ndarray):
    pass


HOSTILE = [Equal(), Number(1), np.ones(2).view(Array), object(), len, [].append, type("Own", (), {}), range(10**9), 2**10000]


@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: type(value).__name__)
def test_an_object_of_any_other_type_stays(value):
    """Whatever it is a subclass of; also within a list."""
    assert isinstance(across(value), wire.Handle)
    assert isinstance(across([value])[0], wire.Handle)


FORGED = [
    *(("class", "os", "system"), ("class", "builtins", "eval"), ("class", "builtins", "__import__"), ("class", "numpy", "load")),
    *(
        ("array", "f8", (10**9, 10**9), np.zeros(1)),
        ("array", "O", (2,), 1),
        ("array", "V8", (1,), "x"),
        ("array", "i8", (2,), 5),
    ),
    *(("dict", 1), ("dict", [1], 2), ("set", ("list", 1)), ("namedtuple", "a b", ("x",), 1), ("namedtuple", "X", ("x", "y"), 1)),
    *(
        ("int", "0x" + "f" * 10**5),
        ("range", 0, 10**12, 1),
        ("numbers", "dict", np.ones(2)),
        ("bytes", "\u0100"),
        ("nothing",),
        (),
    ),
    *(
        ("Fraction", 1, 0),
        ("complex", "1", 2),
        ("dtype", "no such"),
        ("function", 0, "", "f"),
        ("module", "os"),
        ("named", "os", "system"),
    ),
]


@pytest.mark.parametrize("described", FORGED, ids=lambda described: str(described)[:40])
def test_what_nothing_is_described_as_is_refused(described):
    """No module is loaded, nothing is called, nothing large is made: Malformed, or a number that is cut short."""
    try:
        made = values.rebuilt(described, lambda handle: handle)
    except wire.Malformed:
        return
    assert type(made) is int
    assert made.bit_length() <= 5000
