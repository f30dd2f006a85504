"""Naming the mistake behind a wrong answer."""

import itertools

import numpy as np
import pytest

from grader.authoring.verify import names
from grader.course import known
from grader.exam import diagnosis
from grader.exam.asked import Asked
from grader.exam.outcomes import Outcome
from grader.exam.record import Record, Weight, same
from grader.sandbox import wire
from tests.results import lost


@pytest.fixture(scope="module")
def wrong(course):
    return {one.id: one for one in known.wrong_solutions(course, "ps3_layer") if one.exercise == "layer"}


def parts_of(worker, data):
    return {part.part: part for _, part in worker.grade("nobody", data).result.parts}


def test_the_update_before_da_prev_is_named_with_where_it_went_wrong(worker, handed_in, wrong):
    """What was done, where, what to think about and what to read again; and nothing of it for the parts that passed."""
    found = parts_of(worker, handed_in(layer=wrong["updates_before_da_prev"].code))
    da_prev = found.pop("da_prev")
    assert da_prev.misconception == "updates_before_da_prev"
    assert "after the update" in da_prev.cause
    assert da_prev.where == "`da_prev` is where it goes wrong: up to `dz`, `d_weights`, `d_biases` all is right."
    assert da_prev.hint and da_prev.concept
    assert {(part.misconception, part.where, part.cause) for part in found.values()} == {(None, "", "")}


def test_the_same_mistake_in_other_words_is_named_too(worker, handed_in):
    """Numbers decide, not the spelling: other local names, einsum, a loop."""
    code = """
class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation

    def forward(self, inputs):
        self.inputs = np.array(inputs, dtype=float).reshape(-1, 1)
        self.outputs = np.einsum("ij,jk->ik", self.weights, self.inputs) + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        delta = np.multiply(self.activation.derivative(self.outputs), da)
        grad = np.outer(delta, self.inputs)
        self.weights -= learning_rate * grad
        for row in range(len(delta)):
            self.biases[row] -= learning_rate * delta[row]
        return np.array([[sum(self.weights[:, j] * delta[:, 0])] for j in range(self.weights.shape[1])])
"""
    found = parts_of(worker, handed_in(layer=code))
    assert {name for name, part in found.items() if part.outcome != "passed"} == {"da_prev"}
    assert found["da_prev"].misconception == "updates_before_da_prev"


def test_two_mistakes_at_once_are_both_named_and_no_third(worker, handed_in, wrong):
    """Every pair of four mistakes that can be made together."""
    some = [wrong[name] for name in ("derivative_forgotten", "learning_rate_ignored", "da_prev_from_da", "d_biases_summed")]
    pairs = list(known.pairs(some))
    assert len(pairs) >= 5
    for first, second, code in pairs:
        result = worker.grade("nobody", handed_in(layer=code)).result
        found = {name for item in names(result) for name in item}
        assert found & {first.id, second.id}, (first.id, second.id, lost(result))
        assert found <= {first.id, second.id, ""}


def test_of_two_mistakes_that_nobody_knows_together_none_is_made_up(worker, handed_in, wrong):
    """Where it went wrong is said, and no cause is made up."""
    code = wrong["updates_before_da_prev"].code.replace("self.weights.T @ dz", "np.sqrt(np.abs(self.weights.T @ dz))")
    part = parts_of(worker, handed_in(layer=code))["da_prev"]
    assert part.outcome == "failed" and not part.cause
    assert "`da_prev` is where it goes wrong" in part.where


def test_an_error_of_shapes_names_them_and_the_line(worker, handed_in, wrong):
    """And they are there to be drawn."""
    part = parts_of(worker, handed_in(layer=wrong["weights_not_transposed"].code))["da_prev"]
    assert "`da_prev = self.weights @ dz`" in part.message
    (weights, (rows, columns)), (dz, column), (result, shape) = part.shapes
    assert (weights, dz) == ("self.weights", "dz")
    assert rows != columns and column == (rows, 1)
    assert (result, shape) == ("da_prev, wanted", (columns, 1))
    assert f"`da_prev` must have shape ({columns}, 1)." in part.message
    assert part.marked == ((-1,), (-2,), ())


def test_a_diagnosis_that_fails_costs_nobody_a_mark():
    """An answer from the other side may be anything; what can't be understood is no cause."""
    strange = [{"value": wire.Handle(10**9, "x"), "seen": 3, "args": "no list"}, {"error": {"type": 1}}, {"seen": {"dz": [[]]}}]
    turns = [Asked("t", 1, {"do": "name", "name": "Layer"}, answer, slow=False) for answer in strange]
    record = Record(turns, {"t": {"dz"}})
    right = dict(record.replay({"dz"}, lambda: {"Layer": 1.0}))
    assert record.resemblance(right, record.replay({"dz"}, lambda: {"Layer": 2.0})) is None
    assert record.where("dz", right) is None


def test_answers_are_compared_leaf_by_leaf():
    """An accident in one gradient of a dict says nothing of a mistake in another; a leaf that is free says nothing at all."""
    name = {"do": "name", "name": "gradients"}
    record = Record([Asked("t", 1, name, {"value": {"W1": 2.0, "b1": [7.0, 1.0]}})], {"t": {"gradients"}})
    right = dict(record.replay({"gradients"}, lambda: {"gradients": {"W1": 1.0, "b1": [0.0, 1.0]}}))
    ask = lambda W1, b1: record.replay({"gradients"}, lambda: {"gradients": {"W1": W1, "b1": b1}})
    assert record.resemblance(right, ask(2.0, [0.0, 1.0])) == {"gradients": Weight(1, 0)}
    assert record.resemblance(right, ask(3.0, [7.0, 1.0])) is None
    assert record.resemblance(right, ask(2.0, [0.0, 3.0])) is None
    assert record.resemblance(right, ask(2.0, [0.0, 3.0]), {(0, "value", ("b1", 1))}) == {"gradients": Weight(1, 0)}
    assert not record.covers("gradients", right, dict(ask(2.0, [0.0, 1.0])))
    assert record.covers("gradients", right, dict(ask(2.0, [7.0, 1.0])))


def test_a_quantity_that_is_wrong_in_other_calls_too_is_not_put_down_to_what_fits_one():
    """A mistake with a dout of 0 accounts for the call with 0; the others are wrong as well, and not by it."""
    f = wire.Handle(0, "f")
    asked = [Asked("t", 1, {"do": "name", "name": "f"}, {"value": f}, slow=False)]
    for dout in (3.0, 0.0, -2.0):
        mine = [dout, 2.0 + dout]  # the first of both is right
        asked.append(Asked("t", 1, {"do": "call", "on": f, "args": [dout], "kwargs": {}}, {"value": mine}, slow=False))
    resemblance = lambda its, asked: _resemblance(asked, lambda dout: [dout, 2.0 * dout], its)
    replaced, added = (lambda dout: [dout, 2.0 * (dout or 1.0)]), (lambda dout: [dout, 2.0 + dout])
    assert resemblance(replaced, asked[:1] + asked[2:3]) == {"dx": Weight(1, 0)}
    assert not resemblance(replaced, asked)
    assert resemblance(added, asked) == {"dx": Weight(3, 0)}
    asked[3].answer["value"][1] = -4.0000001  # as good as right: a small constant of the student's own
    assert resemblance(replaced, asked[:1] + asked[2:]) == {"dx": Weight(1, 0)}


def _resemblance(asked, right, its):
    record = Record(asked, {"t": {"dx"}})
    return record.resemblance(dict(record.replay({"dx"}, lambda: {"f": right})), record.replay({"dx"}, lambda: {"f": its}))


def test_a_failed_part_comes_with_how_sure_its_cause_is_and_something_to_try(worker, handed_in, wrong):
    """The experiment names what to print, and no answer; a part that passed has neither."""
    found = parts_of(worker, handed_in(layer=wrong["updates_before_da_prev"].code))
    da_prev = found.pop("da_prev")
    assert "same numbers" in da_prev.confidence and "`da_prev`" in da_prev.experiment
    assert {(part.confidence, part.experiment) for part in found.values()} == {("", "")}
    part = parts_of(worker, handed_in(layer=wrong["weights_not_transposed"].code))["da_prev"]
    assert "`print(np.shape(self.weights), np.shape(dz))`" in part.experiment
    assert "shape" in parts_of(worker, handed_in(layer=wrong["returns_dz"].code))["da_prev"].experiment


def test_no_more_is_asked_again_than_the_failed_parts_need():
    """What another test asked comes along only where its object is used; a look-up comes alone; what is slow never."""
    thing, other = wire.Handle(0, "Layer"), wire.Handle(1, "Layer")
    asked = [
        Asked("one", 1, {"do": "name", "name": "Layer"}, {"value": thing}, slow=False),
        Asked("one", 1, {"do": "call", "on": thing, "args": [], "kwargs": {}, "watch": []}, {"value": other}, slow=False),
        Asked("one", 1, {"do": "get", "on": other, "name": "weights"}, {"value": 1.0}, slow=False),
        Asked("two", 1, {"do": "name", "name": "x"}, {"value": 1.0}, slow=True),
        Asked("three", 1, {"do": "get", "on": thing, "name": "x"}, {"value": 1.0}, slow=False),
        Asked("four", 1, {"do": "get", "on": other, "name": "biases"}, {"value": 1.0}, slow=False),
    ]
    record = Record(asked, {name: {name} for name in ("one", "two", "three", "four")})
    needed = {part: record._needed(frozenset({part})) for part in ("one", "two", "three", "four")}
    assert needed == {"one": [0, 1, 2], "two": [], "three": [0, 3], "four": [0, 1, 2, 4]}


def test_a_fixture_is_asked_again_for_the_parts_that_it_serves():
    """And for no others."""
    asked = [Asked(name, 1, {"do": "name", "name": "x"}, {"value": 1.0}, slow=False) for name in ("rounds", "one", "two")]
    record = Record(asked, {"one": {"dz"}, "two": {"update"}, "rounds": {"update"}})
    assert record._needed(frozenset({"dz"})) == [1]
    assert record._needed(frozenset({"update"})) == [0, 2]


def test_a_part_is_put_down_to_what_accounts_for_it(wrong):
    """However much another mistake, or a pair, accounts for elsewhere."""
    single, other = wrong["updates_before_da_prev"], wrong["da_prev_from_da"]
    assert "da_prev" in single.loses & other.loses
    matches = [((single,), {"da_prev": Weight(1, 0)}), ((other,), {"dz": Weight(9, 0)})]
    assert diagnosis._named(Outcome("failed", "wrong"), "da_prev", matches).misconception == single.id


SAME = [1.0, 1.0 + 1e-12, np.array([1.0, 2.0]), np.array([1.0, 2.0 + 1e-12]), [1, "a"], float("nan"), np.array([np.nan, 1.0])]
DIFFERENT = [
    1.0,
    1,
    True,
    "1",
    None,
    ...,
    float("inf"),
    float("nan"),
    np.ones(1),
    np.ones((1, 1)),
    np.ones(1, dtype=int),
    [1.0],
    (1.0,),
    {},
]


def test_observations_are_the_same_to_rounding_and_in_kind():
    """Like numbers of one kind and shape, and nothing else."""
    assert same(SAME[0], SAME[1]) and same(SAME[2], SAME[3])
    assert all(same(one, one) for one in SAME)
    for one, other in itertools.permutations(DIFFERENT, 2):
        assert not same(one, other), (one, other)
    assert not same(np.array([np.inf, 1.0]), np.array([2.0, 1.0]))
    assert not same(np.array([2.0, 1.0]), np.array([np.inf, 1.0]))


def test_errors_are_the_same_by_type_and_message_or_by_the_sizes_that_clash():
    """NumPy words the same clash in two ways."""
    error = lambda kind, message: {"type": kind, "message": message}
    dot = error("ValueError", "shapes (3,2) and (3,1) not aligned: 2 (dim 1) != 3 (dim 0)")
    matmul = error("ValueError", "matmul: … (size 3 is different from 2)")
    assert same(dot, matmul)
    assert not same(matmul, error("ValueError", "matmul: … (size 3 is different from 4)"))
    assert not same(error("NameError", "name 'dz' is not defined"), error("NameError", "name 'da' is not defined"))


def test_what_passed_is_left_as_it_is(course):
    """No outcome of a passed test is touched, whatever the record says."""
    library = diagnosis.KnownMistakes(course, "ps3_layer")
    said = {"t": Outcome("passed"), "u": Outcome("failed", "wrong")}
    found = library.explain("layer", [], said, {"t": "dz", "u": "update"}, {})
    assert found == said


def test_two_mistakes_that_leave_no_code_together_are_no_pair(course):
    """One that ends a loop before the step and one that ends it after: each can be read, both at once can't."""
    parts = {"first", "later", "keys"}
    mistakes = diagnosis.KnownMistakes(course, "ps9_training")
    parts = set().union(*(one.loses for one, _cell in mistakes.wrong("adam")))
    pairs = list(mistakes.pairs("adam", parts, parts, set()))
    assert pairs
    for *_two, code in pairs:
        compile(code, "pair", "exec")
