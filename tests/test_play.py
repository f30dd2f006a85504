"""What is right is seen in one question, part by part: no more than the hidden tests would pass, and no less than the reference."""

import importlib.util
from types import SimpleNamespace

import numpy as np
import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import HIDDEN
from grader.exam import play
from grader.sandbox.objects import Objects

FILES = sorted(path for path in HIDDEN.glob("*/test_*.py") if "def at_once(" in path.read_text("utf-8"))

CODE = """
import warnings
import numpy as np

kept = []

class Layer:
    def __init__(self, W):
        self.W = W
    def forward(self, x):
        self.x = x
        return x @ self.W
    def same(self):
        return self.W
    def add_to(self, x):
        x += 1
    def add_to_W(self):
        self.W += 1

def warn():
    warnings.warn("careful")

def keep(x):
    kept.append(x)
    return len({id(x) for x in kept})

def pair(x):
    return x, 2.0, [None, "a"]
"""


class Here:
    """Stands for the submission, without walls."""

    def __init__(self, names):
        self.objects = Objects(names)

    def play(self, request):
        return self.objects.answer(request)


@pytest.fixture
def asked():
    names = {}
    exec(CODE, names)
    return play.Play(Here(names))


def right(asked):
    return asked.right({"all"}) == {"all"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_reference_is_right_at_once(course, path, pytestconfig, monkeypatch):
    """So that a class pays for what is wrong alone."""
    pytestconfig.addinivalue_line("markers", "points(n): what a part is worth")
    monkeypatch.syspath_prepend(path.parent)
    spec = importlib.util.spec_from_file_location(path.stem, path)
    spec.loader.exec_module(module := importlib.util.module_from_spec(spec))
    asked = play.Play(Here(vars(course.reference(path.parent.name))))
    module.at_once(asked, np.random.default_rng(5))
    parts = {name.removeprefix("test_") for name in vars(module) if name.startswith("test_")}
    assert asked.right(parts) == parts


def test_there_are_some():
    assert {path.parent.name for path in FILES} >= {"ps3_layer", "ps5_batch_layers"}


@pytest.mark.parametrize("assignment", sorted({path.parent.name for path in FILES}))
def test_whatever_way_it_is_taken_the_answer_is_the_same(course, assignment):
    """Marks, sentences and advice, for right code in all its ways, and for a few wrong ones."""
    tried = [*known.controls(course, assignment), *known.wrong_solutions(course, assignment)[::20]]
    with Worker(course, assignment, secret=b"play") as worker:
        for one in tried:
            data = known.reference(course, assignment, **{one.exercise: one.code})
            at_once, part_by_part = (worker.grade("ada", data, one_by_one=way).result for way in (False, True))
            assert at_once.parts == part_by_part.parts, one.id
            advice = [[set(exercise.advice) for exercise in result.exercises] for result in (at_once, part_by_part)]
            assert advice[0] == advice[1], one.id


def test_steps_are_taken_in_order_and_values_are_what_they_were_then(asked):
    W, x = np.ones((2, 2)), np.arange(4.0).reshape(2, 2)
    layer = asked.Layer(W)
    first, same = layer.forward(x), layer.same()
    layer.W = 2 * W
    asked.wants(layer.forward(x), 2 * x @ W)
    asked.wants(same, W)
    asked.wants(first, x @ W)
    asked.wants(layer.x, x)
    asked.wants(asked.bring("def twice(f, x):\n    return f(x) * 2").twice(layer.forward, x), 4 * x @ W)
    assert right(asked)


def test_what_is_held_is_one_object(asked):
    held = asked.hold(np.ones(2))
    for given, objects in ((held, 1), (held, 1), (np.ones(2), 2)):
        asked.wants(asked.keep(given), lambda got, objects=objects: got == objects)
    assert right(asked)


def test_each_part_is_right_by_itself(asked):
    """By all that it looks at, and by what no part is named for."""
    asked.wants(asked.keep(1.0), 1, "one", "both")
    asked.wants(asked.keep(2.0), 3, "other", "both")
    assert asked.right({"one", "other", "both", "nobody looks at"}) == {"one"}
    asked.wants(asked.keep(3.0), 0)
    assert asked.right({"one", "other", "both", "nobody looks at"}) == set()


def test_a_part_that_has_no_test_is_an_error(asked):
    """A slip of the pen must not let a part go unlooked at."""
    asked.wants(asked.keep(1.0), 1, "foward")
    with pytest.raises(ValueError, match="foward"):
        asked.right({"forward"})


def test_a_step_that_breaks_takes_along_what_builds_on_it_alone(asked):
    layer, broken = asked.Layer(np.ones((2, 2))), asked.Layer()
    asked.wants(broken.forward(np.ones((1, 2))), None, "broken")
    asked.wants(broken.W, None, "broken too")
    asked.wants(asked.nothing, None, "not there")
    asked.wants((layer.same(), broken), lambda got: True, "with it")
    asked.wants(layer.same(), np.ones((2, 2)), "whole")
    assert asked.right({"broken", "broken too", "not there", "with it", "whole"}) == {"whole"}


def test_several_values_are_looked_at_together(asked):
    """In tuples, lists and dicts; whatever the one who looks can't look at is not right."""
    layer = asked.Layer(np.ones(2))
    before = asked.now(layer.W)
    layer.add_to_W()
    asked.wants({"both": [before, (layer.W,)]}, lambda got: (got["both"][1][0] - got["both"][0] == 1).all(), "moved")
    asked.wants((before, layer.W), lambda got: got[0]["no such thing"], "can't be looked at")
    assert asked.right({"moved", "can't be looked at"}) == {"moved"}


def test_what_is_put_in_place_is_there_until_the_end(asked):
    """Whatever breaks meanwhile."""
    asked.wants(asked.pair(1.0), (1.0, 2.0, [None, "a"]))
    there = asked.bring("def pair(x):\n    return -x")
    asked.put("pair", there.pair)
    asked.put("new", there.pair)
    asked.wants(asked.pair(1.0), -1.0)
    asked.wants(asked.new(2.0), -2.0)
    assert right(asked)
    asked.Layer().forward()
    asked.right({"all"})
    names = asked._student.objects.names
    assert names["pair"](1.0) == (1.0, 2.0, [None, "a"])
    assert "new" not in names


def test_advice_waits_for_its_parts(asked):
    """Where they are asked one by one, they give it themselves; and so they do where anything warned."""
    asked.wants(asked.keep(1.0), 1, "one")
    asked.wants(asked.keep(2.0), 3, "other")
    asked.hopes(asked.keep(3.0), 4, "for one", "one")
    asked.hopes(asked.keep(4.0), 5, "for both", "one", "other")
    assert asked.right({"one", "other"}) == {"one"}
    assert asked.advice == ["for one"]
    asked.may_warn("careful", "be careful")
    asked.warn()
    asked.advice = []
    assert asked.right({"one", "other"}) == set()
    assert asked.advice == []


def test_a_value_that_is_changed_afterwards_is_kept_as_it_was(asked):
    layer = asked.Layer(np.ones(2))
    asked.wants(layer.same(), np.ones(2))
    layer.add_to_W()
    asked.wants(layer.same(), 2 * np.ones(2))
    assert right(asked)


NOT_RIGHT = {
    "nothing is wanted": lambda asked: asked.keep(1.0),
    "an error": lambda asked: asked.wants(asked.Layer(), 1.0),
    "a name that isn't there": lambda asked: asked.wants(asked.nothing, 1.0),
    "an attribute that isn't there": lambda asked: asked.wants(asked.Layer(1.0).nothing, 1.0),
    "a warning": lambda asked: asked.wants(asked.warn(), None),
    "an array that was given is changed": lambda asked: asked.wants(asked.Layer(1.0).add_to(np.ones(2)), None),
    "an object": lambda asked: asked.wants(asked.Layer(1.0), None),
    "a wrong value after a right one": lambda asked: (asked.wants(asked.keep(1.0), 1), asked.wants(asked.keep(1.0), 3)),
}


@pytest.mark.parametrize("what", NOT_RIGHT)
def test_what_is_odd_is_not_right(asked, what):
    """Then the hidden tests say what is wrong, if anything is."""
    NOT_RIGHT[what](asked)
    assert not right(asked)


def test_an_answer_that_is_no_list_is_not_right(asked):
    """Whatever the other side answers."""
    asked.wants(asked.keep(1.0), 1)
    for answer in (None, 1, [], [1, 1], (1,), {"0": 1}, [True], ["1"], [np.array(1)]):
        asked._student = SimpleNamespace(play=lambda request, answer=answer: {"value": answer, "broke": [], "warnings": []})
        assert not right(asked)
    for told in (
        {"value": [1]},
        {"value": [1], "broke": [], "warnings": 1},
        {"value": [1], "broke": [], "warnings": [1]},
        {"value": [1], "warnings": []},
        {"value": [1], "broke": 0, "warnings": []},
        {"value": [1], "broke": [1.0], "warnings": []},
        {"value": [1], "broke": [0], "warnings": []},
        {"value": [], "broke": [0], "warnings": []},
        {"error": {}},
    ):
        asked._student = SimpleNamespace(play=lambda request, told=told: told)
        assert not right(asked)
    asked._student = SimpleNamespace(play=lambda request: {"value": [1], "broke": [], "warnings": []})
    assert right(asked)


def test_advice_costs_nothing(asked):
    """What is hoped for in vain, and a warning that may come, are told; once each, and nothing else."""
    asked.wants(asked.keep(1.0), 1)
    asked.hopes(asked.keep(2.0), 2, "fulfilled")
    asked.hopes(asked.keep(3.0), 2, "in vain")
    asked.hopes(asked.warn(), 1, "in vain")
    asked.warn()
    asked.may_warn("careful", "be careful")
    asked.may_warn("other", "of another kind")
    assert right(asked)
    assert asked.advice == ["in vain", "be careful"]


def test_an_answer_that_is_wrong_is_wrong_whatever_else_there_is_to_say(asked):
    asked.hopes(asked.keep(1.0), 2, "in vain")
    asked.wants(asked.keep(1.0), 3)
    asked.may_warn("careful", "be careful")
    asked.warn()
    assert not right(asked)


@pytest.mark.parametrize(
    ("got", "want", "good"),
    [
        (np.ones(2), np.ones(2), True),
        (np.ones(2) + 1e-12, np.ones(2), True),
        (np.ones(2) + 1e-3, np.ones(2), False),
        (np.ones((2, 1)), np.ones(2), False),
        (np.ones(2, dtype=int), np.ones(2), False),
        (np.array([1.0, np.nan]), np.ones(2), False),
        ([1.0, 1.0], np.ones(2), False),
        (None, np.ones(2), False),
        (1.0, 1.0, True),
        (1.0, np.float64(1.0), True),
        (1, 1.0, False),
        (True, 1.0, False),
        (float("nan"), 1.0, False),
        ("B", "B", True),
        ("b", "B", False),
        (..., ..., True),
        ((np.ones(2), 2.0), (np.ones(2), 2.0), True),
        ([np.ones(2), 2.0], (np.ones(2), 2.0), False),
        ((np.ones(2),), (np.ones(2), 2.0), False),
        (3.0, lambda got: got > 2, True),
        (1.0, lambda got: got > 2, False),
    ],
)
def test_fits_looks_at_kind_shape_and_value(got, want, good):
    assert play.fits(got, want) is good
