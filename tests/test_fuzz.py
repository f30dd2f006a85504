"""What reads a submission's words, fed with what no submission should say; `benchmarks/fuzz_wire.py` does the same for long."""

import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from benchmarks import fuzz_wire
from grader.exam.remote_error import RemoteError
from grader.notebook import outputs as shown
from grader.sandbox import wire

pytestmark = pytest.mark.slow

ENOUGH = settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)

ARRAYS = hnp.arrays(st.sampled_from([np.float64, np.int64, np.bool_]), hnp.array_shapes(min_dims=0, max_dims=4, max_side=4))
PLAIN = st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | st.text() | st.just(...) | ARRAYS
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner), max_leaves=20
)


def same(one, other):
    if isinstance(one, np.ndarray):
        return (
            type(other) is np.ndarray and one.dtype == other.dtype and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
        )
    if isinstance(one, (list, tuple)):
        return type(one) is type(other) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    return type(one) is type(other) and (one == other or one != one)


@ENOUGH
@given(VALUES)
def test_every_value_comes_back_as_it_went(value):
    """Or was refused on the way out."""
    try:
        data = wire.encode(value)
    except wire.Malformed:
        return
    assert same(value, wire.decode(data))


@ENOUGH
@given(st.binary(max_size=200))
def test_bytes_are_a_value_or_malformed(data):
    """Nothing else comes of them."""
    try:
        value = wire.decode(data)
    except wire.Malformed:
        return
    assert same(value, wire.decode(wire.encode(value))) or "Handle" in repr(value)


@ENOUGH
@given(VALUES)
def test_whatever_a_cell_is_said_to_have_shown_can_be_written(value):
    """As text, pictures and nothing else."""
    for output in shown.Room(1000).outputs(
        [value, {"kind": value}, {"kind": "stdout", "text": value}, {"kind": "result", "data": value}]
    ):
        assert output["output_type"] in ("stream", "display_data", "execute_result")
        repr(output).encode()
    RemoteError.parse({"type": value, "message": value, "line": value, "shapes": value})


@pytest.mark.parametrize("name", fuzz_wire.CASES)
def test_no_reader_lets_anything_out(name):
    """Each of them gets a thousand cases, or fewer where they take long."""
    assert fuzz_wire.run(name, {"notebook": 100, "student": 600}.get(name, 1000), seed="tests") == 0


def test_an_array_where_a_word_belongs_confuses_nobody():
    """It equals nothing and everything: a question's number, the kind of an output, the type of an error."""
    array = np.ones(2)
    assert shown.Room(100).outputs([{"kind": array, "text": "x"}]) == []
    assert RemoteError.parse({"type": array, "message": array, "line": array, "shapes": {"x": array}}) == RemoteError()
    one = fuzz_wire.Ours()
    one.ask(wire.frame(wire.encode({"number": array})))
    one.ours.close(), one.theirs.close()


def test_decoding_takes_memory_in_proportion():
    """Lists of nothing, which take 20 times their bytes once they are built, are not built."""
    assert fuzz_wire.memory(seed=0) < 25


def test_an_answer_that_lies_about_memory_is_not_read_there(monkeypatch):
    """NumPy asks an object where its array lies; a proxy has no answer, and asks nobody."""
    student = fuzz_wire.liars_submission(random.Random(0), {})
    proxy = fuzz_wire.Proxy(student, wire.Handle(0, "x"), "x", 1)
    for name in ("__array_interface__", "__array_struct__", "__array__", "__float__", "__index__"):
        assert not hasattr(proxy, name)
    assert np.asarray(proxy).dtype == object
