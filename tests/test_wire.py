"""The wire between the student's process and the examiner."""

import collections

import msgpack
import numpy as np
import pytest
from numpy.testing import assert_array_equal

from grader.sandbox import objects, wire


@pytest.mark.parametrize(
    "value",
    [None, ..., True, -3, 2**63 - 1, 0.5, "größe", (1, (2.0,)), [], [None, "a"], {"a": {"b": 1}}],
    ids=repr,
)
def test_plain_values_come_back_as_they_went(value):
    """None, numbers, text and their tuples, lists and dicts survive with their types."""
    for back in (wire.decode(wire.encode(value)), wire.decode_ours(wire.encode_ours([wire.Packed(value)]))[0]):
        assert back == value
        assert type(back) is type(value)


def test_what_only_holds_plain_values_crosses_as_they_do():
    """Named tuples, the dicts of collections, narrow numbers."""
    pair = collections.namedtuple("Pair", "dx dy")(np.float32(1), np.int32(2))
    held = collections.defaultdict(list, a=[collections.OrderedDict(b=1)])
    assert wire.decode(wire.encode([pair, held])) == [(1.0, 2), {"a": [{"b": 1}]}] == wire.crossed([pair, held], None)
    assert wire.decode_ours(wire.encode_ours([pair, held])) == [(1.0, 2), {"a": [{"b": 1}]}]


@pytest.mark.parametrize("array", [np.arange(6.0).reshape(2, 3).T, np.zeros((0, 3)), np.array(2.5), np.array([True, False])])
def test_arrays_come_back_as_base_arrays(array):
    """Shape, values and kind survive, whatever the memory order."""
    for back in (wire.decode(wire.encode(array)), wire.decode_ours(wire.encode_ours([wire.Packed(array)]))[0]):
        assert type(back) is np.ndarray
        assert back.dtype == array.dtype
        assert_array_equal(back, array)
        back[...] = 1  # its own memory, to be written to


@pytest.mark.parametrize(
    "thing",
    [
        object(),
        2**63,
        np.longdouble(1),
        np.ones(2, np.float32),
        np.ones(2, complex),
        np.array([None]),
        np.ma.array([1.0]),
        {1: 2},
        type("Float", (float,), {})(1.0),
        type("Array", (np.ndarray,), {})((2,)),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_everything_else_becomes_a_handle(thing):
    """Subclasses, other precisions and objects never cross; a handle stands for them."""
    back = wire.decode(wire.encode([thing], to_handle=lambda it: wire.Handle(7, type(it).__name__)))
    assert type(back[0]) is wire.Handle
    with pytest.raises(wire.Malformed):
        wire.encode(thing)


def test_a_dict_cannot_pass_for_a_tag():
    """A student's dict with our own tags inside comes back as that dict."""
    value = {"h": [0, "Layer"], "a": ["f8", [1], "x"]}
    assert wire.decode(wire.encode(value)) == value


@pytest.mark.parametrize(
    "raw",
    [
        ["a", "f8", [2**40], b""],
        ["a", "f8", [2], b"\0" * 8],
        ["a", "O", [1], b"\0" * 8],
        ["a", "f8", [-1], b""],
        ["a", "f8", [1] * 9, b"\0" * 8],
        ["a", "?", [1], b"\2"],
        ["i", 2.0],
        ["i", True],
        ["h", "0", "x"],
        ["d", [["a", ["n"]], ["a", ["n"]]]],
        ["zz"],
        [],
        "n",
        ["n", 1],
        [["n"]],
        msgpack.Timestamp(0),
        msgpack.ExtType(5, b"x"),
    ],
    ids=repr,
)
def test_lies_are_malformed(raw):
    """Whatever is no value of ours is refused, with one kind of exception."""
    with pytest.raises(wire.Malformed):
        wire.decode(msgpack.packb(raw))


def test_depth_and_number_of_values_are_bounded():
    """Deep nesting and endless lists are refused, not followed."""
    deep = ["n"]
    for _ in range(200):
        deep = ["l", [deep]]
    for raw in (deep, ["l", [["n"]] * (wire.MAX_VALUES + 1)]):
        with pytest.raises(wire.Malformed):
            wire.decode(msgpack.packb(raw))
    with pytest.raises(wire.Malformed):
        wire.decode(b"\x91" * 5000)


def test_a_part_with_the_same_bytes_is_read_once():
    """Its value is the very same object then; one with other bytes, or at another place, is read anew."""
    known = wire.Known()
    message = lambda *values: wire.encode({"answers": [wire.Encoded({"value": value}) for value in values]})
    first = wire.weighed(message(1, np.ones(3), (2.5, None)), known)
    for n, answer in enumerate(first[0]["answers"]):
        known.expect(n, answer)
    again = wire.weighed(message(1, np.ones(3), (2.5, ...)), known)
    assert [one is other for one, other in zip(first[0]["answers"], again[0]["answers"], strict=True)] == [True, True, False]
    assert again[1] == first[1]  # what was read before weighs as much
    moved, _weight = wire.weighed(message(0, 1, np.ones(3)), known)
    assert not any(known.is_expected(n, answer) for n, answer in enumerate(moved["answers"]))
    known.expect(1, moved["answers"][0])  # which stood elsewhere
    assert known.is_expected(1, first[0]["answers"][1])


def test_parts_come_where_they_may_alone():
    """Not where nobody expects any, not elsewhere in a message, not in one another; and they are counted together."""
    part = wire.Encoded({"value": 1})
    many = wire.Encoded([None] * (wire.MAX_VALUES // 2))
    for value in ({"value": part}, {"answers": [[part]]}, part, {"answers": [wire.Encoded([part])]}, {"answers": [many, many]}):
        with pytest.raises(wire.Malformed):
            wire.weighed(wire.encode(value), wire.Known())
    with pytest.raises(wire.Malformed):
        wire.decode(wire.encode({"answers": [part]}))
    known, whole = wire.Known(), wire.encode({"answers": [many]})
    known.expect(0, wire.weighed(whole, known)[0]["answers"][0])
    with pytest.raises(wire.Malformed):
        wire.weighed(wire.encode({"answers": [many, many]}), known)


def test_an_announced_length_is_checked_before_it_is_read():
    """Four bytes that promise 4 GiB allocate nothing."""
    with pytest.raises(wire.Malformed):
        wire.read_message(lambda n: b"\xff" * n if n == 4 else pytest.fail("it read on"))


def test_random_bytes_are_malformed_or_values():
    """Noise never raises anything but Malformed."""
    rng = np.random.default_rng(0)
    for size in rng.integers(0, 60, 5000):
        try:
            wire.decode(rng.bytes(size))
        except wire.Malformed:
            pass


@pytest.mark.parametrize("value", [2**63, {1: 2}, object(), {"a": [{3.0}]}], ids=repr)
def test_the_examiner_says_only_what_may_cross(value):
    """It hears of it itself: what it has packed is not looked at over there."""
    for encode in (wire.encode, wire.encode_ours, wire.Packed):
        with pytest.raises(wire.Malformed):
            encode(value)


def test_a_brought_source_goes_over_compiled():
    """And is the same module there as from its text."""
    request = {"do": "bring", "source": "def f(x):\n    return 2 * x", "names": ["f"]}
    sent = wire.decode_ours(wire.encode_ours(objects.as_sent(request)))
    assert "source" not in sent
    for asked in (request, sent):
        there = objects.Objects({})
        held = there.answer(asked)["held"]
        assert there.answer({"do": "call", "on": held["f"], "args": [3]})["value"] == 6
