"""What is said of a wrong value whose mistake nobody names: true, and of that value alone."""

import numpy as np
import pytest

from grader.exam.asked import Asked
from grader.exam.record import Record, Where
from grader.exam.whys import narrowing
from grader.sandbox import wire

STUB = """
class Layer:
    def forward(self, x):
        ...

    def backward(self, dout, learning_rate):
        ...


def loss(y, t):
    ...
"""


def record_of(asked):
    """(a Record of [(request, the submission's answer, the reference's)], what is right)."""
    turns = [Asked("test_it", 1, request, answer, slow=False) for request, answer, _right in asked]
    record = Record(turns, {"test_it": {"part"}, "other": {"fine"}})
    return record, {n: right for n, (_request, _answer, right) in enumerate(asked)}


def sentence_of(asked, passed=(), free=(), message=""):
    return narrowing.first_wrong(*(one := record_of(asked))[:1], "part", one[1], passed, free, STUB, message)[1]


def of_layers(wrong, sizes=((3, 2), (4, 3))):
    """The questions of rounds with a few layers; wrong(right, n): what the submission gives back in the n-th backward of a layer."""
    rng = np.random.default_rng(5)
    made = wire.Handle(0, "type")
    asked = [({"do": "name", "name": "Layer"}, {"value": made}, {"value": made})]
    for number, shape in enumerate(sizes, 1):
        layer = wire.Handle(number, "Layer")
        asked.append(({"do": "call", "on": made, "args": []}, {"value": layer}, {"value": layer}))
        for n in range(3):
            x, out, dx = rng.normal(size=(3, *shape))
            asked.append(({"do": "call", "on": layer, "method": "forward", "args": [x]}, {"value": out}, {"value": out}))
            request = {"do": "call", "on": layer, "method": "backward", "args": [x, 0.5]}
            asked.append((request, {"value": wrong(dx, n)}, {"value": dx}))
    return asked


def of_loss(wrong):
    """The questions of a loss of several y; wrong(right, y): what the submission gives back."""
    rng = np.random.default_rng(6)
    made = wire.Handle(0, "function")
    asked = [({"do": "name", "name": "loss"}, {"value": made}, {"value": made})]
    for y in (rng.normal(size=12), rng.normal(size=(1, 5)), rng.normal(size=(4, 3)), rng.normal(size=7)):
        right = y**2 + 1
        asked.append(({"do": "call", "on": made, "args": [y, y]}, {"value": wrong(right, y)}, {"value": right}))
    return asked


RIGHT = lambda right, _y: right
SAID = {
    "What `backward` returns is wrong only where `backward` had been called before.": of_layers(lambda d, n: d if n == 0 else np.cos(5 * d)),
    "What `backward` returns is wrong; right in every call: what `forward` returns.": of_layers(lambda d, n: np.cos(5 * d)),
    "Of what `backward` returns, only its first row is wrong.": of_layers(lambda d, n: np.concatenate([np.cos(5 * d[:1]), d[1:]])),
    "What `backward` returns is wrong; its sum over the last axis is right.": of_layers(lambda d, n: d[:, ::-1] + [[0.3, *(0,) * (d.shape[1] - 2), -0.3]]),
    "each of its rows is right but for a factor, another one in each row.": of_layers(lambda d, n: d * np.arange(2, 2 + len(d))[:, None], ((3, 4), (4, 3))),
    "What `loss` returns is wrong only where `y` is negative.": of_loss(lambda r, y: np.where(y < 0, np.cos(9 * r), r)),
    "wherever it is wrong, it is off by one and the same number.": of_loss(lambda r, _y: r + 0.25),
    "Wherever it is wrong, it is no finite number.": of_loss(lambda r, y: np.where(y > 1, np.nan, r)),
}  # fmt: skip


@pytest.mark.parametrize("said", SAID, ids=lambda said: said[:40])
def test_what_is_true_of_a_wrong_value_is_said(said):
    """In which calls, at which inputs, in which rows, or how it hangs together with the right one."""
    assert said in sentence_of(SAID[said])


def of_softmax(wrong):
    """The questions of a function whose rows add up to 1."""
    rng = np.random.default_rng(7)
    made = wire.Handle(0, "function")
    asked = [({"do": "name", "name": "loss"}, {"value": made}, {"value": made})]
    for y in (rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 5, 3))):
        right = np.exp(y) / np.exp(y).sum(axis=-1, keepdims=True)
        asked.append(({"do": "call", "on": made, "args": [y, y]}, {"value": wrong(y)}, {"value": right}))
    return asked


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            lambda y: np.exp(y) / np.exp(y).sum(axis=1, keepdims=True),
            "add up to 1 along its last axis but one, not along its last axis.",
        ),
        (lambda y: np.exp(y) / np.exp(y).sum(), "its numbers don't add up to 1 along its last axis."),
        (lambda y: np.exp(2 * y) / np.exp(2 * y).sum(axis=-1, keepdims=True), ""),
    ],
)
def test_along_which_axis_it_is_normalised_is_said(wrong, said):
    """Of what adds up to 1 along another axis, or none; nothing of what adds up as it must."""
    found = sentence_of(of_softmax(wrong))
    assert said in found
    assert ("add up" in found) == bool(said)


def test_nothing_is_said_of_what_is_right_or_free():
    """Leaves in which right solutions differ say nothing, unless they alone are far off."""
    assert sentence_of(of_loss(RIGHT)) == ""
    asked = of_loss(lambda right, y: np.cos(9 * right))
    free = {(n, "value", ()) for n in range(1, len(asked))}
    assert sentence_of(asked, free=free) == sentence_of(asked) == ""
    asked = of_loss(lambda right, y: right + 0.25)
    assert (
        sentence_of(asked, free=free)
        == "What `loss` returns is wrong; wherever it is wrong, it is off by one and the same number."
    )
    near = of_loss(lambda right, y: right + 1e-4)
    assert sentence_of(near, free=free) == ""


def test_what_goes_wrong_first_is_named_once():
    """Where it is narrowed down, that is all that is said of it; of another value, both are said."""
    what, more = narrowing.first_wrong(*(one := record_of(of_loss(lambda r, _y: r + 0.25)))[:1], "part", one[1], (), (), STUB)
    assert Where(what).said(what, more) == more
    assert Where(what, "`y`").said(what, more) == f"{more} Up to `y` all is right."
    assert Where("`y`").said(what, more) == f"`y` is the first value that goes wrong. {more}"
    assert Where("`y`").said() == "`y` is the first value that goes wrong."


def test_no_number_of_what_it_must_be_is_said():
    """Whatever is wrong: no digits but those of the words."""
    rng = np.random.default_rng(8)
    for asked in (of_layers(lambda d, n: d + rng.normal(size=d.shape)), of_loss(lambda r, y: r * rng.normal(size=r.shape))):
        assert not any(one.isdigit() for one in sentence_of(asked))


def test_an_array_that_a_call_changes_is_said():
    """Of the student's function, by the argument's name."""
    made, y = wire.Handle(0, "function"), np.array([0.0, 1.0])
    asked = [({"do": "name", "name": "loss"}, {"value": made}, {"value": made})]
    asked.append(({"do": "call", "on": made, "args": [y, y]}, {"value": 1.0, "args": [y + 1, y]}, {"value": 2.0}))
    assert sentence_of(asked) == "`loss` changes the array that it is handed as `y`."


def test_what_comes_after_an_error_is_not_looked_at():
    """What was left undone is no other mistake."""
    asked = of_layers(lambda d, n: np.cos(5 * d))
    request, _answer, right = asked[2]
    asked[2] = request, {"error": {"type": "ValueError", "message": "x"}}, right
    assert sentence_of(asked) == ""


def test_what_is_small_beside_a_large_number_is_compared_for_itself():
    """One entry of 1e12 makes nothing else the same, or right."""
    rng = np.random.default_rng(9)
    large = lambda right, n: np.where(np.arange(right.size).reshape(right.shape) == 0, right, rng.normal(size=right.shape))
    asked = of_layers(large, ((3, 4), (4, 3)))
    for _request, answer, right in asked:
        if isinstance(right["value"], np.ndarray):
            right["value"][0, 0] = 1e12
            answer["value"][0, 0] = 1e12
    said = sentence_of(asked)
    assert "number" not in said and "factor" not in said and "sum" not in said and "is right" not in said


def test_what_an_object_begins_with_proves_no_rule():
    """Weights as they were drawn are right before anything is done with them, whatever is wrong later."""
    asked, rng = of_layers(lambda d, n: d), np.random.default_rng(10)
    for n in range(len(asked) - 1, -1, -1):
        request, answer, _right = asked[n]
        if isinstance(answer["value"], wire.Handle) and answer["value"].number:
            get = {"do": "get", "on": answer["value"], "name": "backward"}
            asked.insert(n + 1, (get, {"value": 1.0}, {"value": 1.0}))
        elif request.get("method") == "backward":
            get = {"do": "get", "on": request["on"], "name": "backward"}
            asked.insert(n + 1, (get, {"value": rng.normal()}, {"value": rng.normal()}))
    assert "only where" not in sentence_of(asked)
