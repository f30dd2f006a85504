"""An exercise is judged as it was when Run All reached its test cells: what later cells do changes no marks."""

import json

import pytest

from grader.classroom.worker import Worker
from grader.course import known
from tests.results import lost


def with_cell(data, after, code):
    """The notebook with a code cell more, behind the one of that grade_id."""
    notebook, cells = json.loads(data), []
    for cell in notebook["cells"]:
        cells.append(cell)
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == after:
            cells.append(
                {"cell_type": "code", "id": "more", "metadata": {}, "outputs": [], "execution_count": None, "source": code}
            )
    return json.dumps({**notebook, "cells": cells}).encode()


LATER = {
    "rebound to an object": "Layer = Layer(3, 2, Sigmoid())",
    "a loop variable": "for Layer in range(3):\n    pass",
    "deleted": "del Layer",
    "mutated": "Layer.forward = Layer.backward = lambda self, *args: None",
    "all its methods gone": "for name in ('forward', 'backward', '__init__'):\n    delattr(Layer, name)",
    "numpy is gone": "np = 3",
    "numpy is patched": "np.reshape = np.dot = np.asarray = np.array = lambda *a, **k: 0.0",
    "the process ends": "import os\nos._exit(0)",
    "an error": "raise ValueError('after all')",
}


@pytest.mark.parametrize("after", ["test_layer_forward", "test_layer_update", "test_quiz_ps3"])
@pytest.mark.parametrize("code", LATER.values(), ids=LATER)
def test_later_cells_change_no_marks(worker, handed_in, code, after):
    result = worker.grade("ada", with_cell(handed_in(), after, code)).result
    assert {part for part in lost(result) if part != "answer"} == set()


@pytest.mark.parametrize("kind", ["rebound to an object", "a loop variable", "deleted"])
def test_a_name_that_means_something_else_later_is_advised_on(worker, handed_in, kind):
    result = worker.grade("ada", with_cell(handed_in(), "test_layer_update", LATER[kind])).result
    assert result.score == result.max_score
    (advice,) = result.exercises[0].advice
    assert "`Layer` means something else from code cell" in advice


def test_a_helper_that_changes_later_changes_nothing(worker, handed_in, course):
    code = course.solution_cells("ps3_layer")["layer"].replace("dz = da * self.activation.derivative", "dz = da * slope")
    code = code.replace("slope(self.outputs)", "slope(self.activation, self.outputs)")
    code += "\n\n\ndef slope(activation, z):\n    return activation.derivative(z)\n"
    assert "slope(self.activation" in code
    data = with_cell(handed_in(layer=code), "test_layer_update", "slope = 0.31")
    result = worker.grade("ada", data).result
    assert result.score == result.max_score and not result.exercises[0].advice


def test_what_is_defined_only_between_its_test_cells_counts(worker, handed_in, course):
    """The solution cell doesn't run; the class stands in a cell behind the first checks."""
    broken = "class Layer(:\n    pass"
    data = with_cell(handed_in(layer=broken), "test_layer_forward", course.solution_cells("ps3_layer")["layer"])
    assert lost(worker.grade("ada", data).result) == set()


def test_cells_after_the_last_check_still_show_what_they_print(worker, handed_in):
    graded = worker.grade("ada", with_cell(handed_in(), "test_quiz_ps3", "print('good night')"))
    assert "good night" in json.dumps(graded.notebook)


@pytest.mark.slow
def test_whoever_is_too_slow_to_be_watched_is_asked_call_by_call(course):
    """To watch all calls at once takes too long here and ends the process; each call by itself is in time."""
    code = """
import sys
import time


def cross_entropy_error(y, t):
    time.sleep(0.3 if sys.gettrace() else 0)
    y *= 1.0 + 1e-12  # so that whatever follows is judged
    if t.ndim == 2:
        loss = -np.sum(t * np.log(y + 1e-7)) / len(y)
        return None  # so that it is looked into
    return -np.sum(np.log(y[np.arange(len(y)), t] + 1e-7)) / len(y)
"""
    with Worker(course, "ps5_batch_layers", secret=b"tests") as worker:
        result = worker.grade("ada", known.reference(course, "ps5_batch_layers", cross_entropy_error=code)).result
    assert not [part.message for _exercise, part in result.parts if "ended before" in part.message]
    assert next(part for _exercise, part in result.parts if part.part == "labels").outcome == "passed"
