"""Grading one submission: outcomes, marks, and what the student is told."""

import json

import pytest

from grader import check
from grader.course import known
from tests.results import lost


def layer_with(course, before, after):
    """The reference layer with one piece of text replaced."""
    text = course.solution_cells("ps3_layer")["layer"]
    assert before in text
    return text.replace(before, after)


def messages(result):
    return " ".join(part.message for _, part in result.parts)


def test_a_notebook_is_graded_and_nothing_written(course, made_course, handed_in, tmp_path):
    """`check` gives the marks and leaves the course's folder as it was."""
    path = tmp_path / "elsewhere" / "ps3_layer.ipynb"
    path.parent.mkdir()
    path.write_bytes(handed_in())
    before = sorted(made_course.root.rglob("*"))
    result = check(path, course=made_course)
    assert (result.status, result.score, result.max_score) == ("graded", 12, 12)
    assert sorted(made_course.root.rglob("*")) == before


NAMED = {
    "ps1_chain_rule": (
        {"neuron": ("def back(", "def backward(")},
        {},
        {"neuron": "`Neuron()` has no `back`, but `backward`."},
    ),
    "ps3_layer": (
        {},
        {"layer": "Layer = 3"},
        {"layer": "Line 1 of code cell 6 gives the name `Layer` to something else: `Layer = 3`."},
    ),
    "ps5_batch_layers": (
        {
            "softmax_with_loss": ("class SoftmaxWithLoss", "class SoftMaxWithLoss"),
            "affine": ("def forward(", "def foward("),
            "relu_layer": ("def backward(", "def way_back("),
            "cross_entropy_error": ("def cross_entropy_error(", "def cross_entropy("),
        },
        {"sigmoid_layer": "np = 3", "affine": "import numpy as np"},
        {
            "softmax_with_loss": "`SoftmaxWithLoss` is not defined, but `SoftMaxWithLoss` is.",
            "affine": "`Affine()` has no `forward`, but `foward`.",
            "relu_layer": "`Relu()` has no `backward`, but `way_back`.",
            "cross_entropy_error": "`cross_entropy_error` is not defined, but `cross_entropy` is.",
            "sigmoid_layer": "gives the name `np` to something else: `np = 3`.",
        },
    ),
}


@pytest.mark.parametrize(
    "assignment",
    [
        pytest.param("ps1_chain_rule", marks=pytest.mark.slow),
        "ps3_layer",
        pytest.param("ps5_batch_layers", marks=pytest.mark.slow),
    ],
)
def test_a_name_that_is_misspelt_renamed_or_taken_is_named_for_what_it_is(course, assignment, tmp_path):
    """By `grader check`, too: a class, a method, a function, and what a scratch cell put in the place of one, or of NumPy."""
    changes, scratch, said = NAMED[assignment]
    cells = course.solution_cells(assignment)
    cells |= {name: cells[name].replace(*change) for name, change in changes.items()}
    notebook = json.loads(known.reference(course, assignment, **cells))
    for name, text in scratch.items():
        place = [cell["metadata"].get("nbgrader", {}).get("grade_id") for cell in notebook["cells"]].index(name)
        notebook["cells"].insert(
            place + 1, {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": text}
        )
    path = tmp_path / f"{assignment}.ipynb"
    path.write_text(json.dumps(notebook))
    result = check(path, course=course)
    for exercise, words in said.items():
        assert any(words in part.message for one, part in result.parts if one == exercise and part.outcome != "passed"), exercise


def test_the_json_has_the_promised_fields(worker, handed_in):
    """Names and types as documented, and numbers that add up."""
    data = json.loads(json.dumps(worker.grade("ada", handed_in(quiz_ps3="answer_ps3 = 'A'")).result.to_json()))
    assert (data["assignment"], data["status"], data["score"], data["max_score"]) == ("ps3_layer", "graded", 10.0, 12.0)
    assert data["isolation"] in ("full", "partial")
    assert data["seconds"] > 0
    assert [exercise["exercise"] for exercise in data["exercises"]] == ["layer", "quiz_ps3"]
    assert sum(exercise["score"] for exercise in data["exercises"]) == data["score"]
    part = data["exercises"][1]["parts"][0]
    assert part["outcome"] == "failed"
    assert {"part", "points", "max_points", "outcome", "message", "hint", "misconception"} <= set(part)


def test_the_stub_scores_nothing_and_is_not_called_wrong(course, worker):
    """Every part of an untouched notebook is "not run", and says that it is still to be written."""
    result = worker.grade("ada", known.notebook(course, "ps3_layer")).result
    assert result.score == 0
    assert {part.outcome for _, part in result.parts} == {"not run"}
    assert all("still to be written" in part.message for _, part in result.parts)


def test_a_syntax_error_costs_its_own_exercise(course, worker, handed_in):
    """The other exercise keeps its marks, and the line is named."""
    result = worker.grade("ada", handed_in(layer=layer_with(course, "def backward(", "def backward "))).result
    assert lost(result) == {part.part for e, part in result.parts if e == "layer"}
    assert "SyntaxError" in messages(result)
    assert "line " in messages(result)


def test_an_exception_names_type_message_line_and_code(course, worker, handed_in):
    """What a student needs to find the place."""
    bad = layer_with(course, "d_weights = dz @ self.inputs.T", "d_weights = dz @ self.inputs")
    result = worker.grade("ada", handed_in(layer=bad)).result
    assert "ValueError" in messages(result)
    assert "`d_weights = dz @ self.inputs`" in messages(result)


@pytest.mark.parametrize(
    ("before", "after"),
    [("def backward(", "def backward "), ("d_weights = dz @ self.inputs.T", "d_weights = dz @ self.inputs")],
)
def test_the_line_that_a_message_names_is_told_apart(course, worker, handed_in, before, after):
    """As the cell of the autograded notebook and the line in it."""
    graded = worker.grade("ada", handed_in(layer=layer_with(course, before, after)))
    (place,) = {place for _, part in graded.result.parts for place in part.lines}
    assert after in graded.notebook["cells"][place[0]]["source"][place[1] - 1]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        pytest.param("while True: pass", "stopped after 2 s", marks=pytest.mark.slow),
        ("import os; os._exit(0)", "process of your code ended"),
        pytest.param("import ctypes; ctypes.string_at(0)", "process of your code ended", marks=pytest.mark.slow),
        ("raise SystemExit", "SystemExit"),
        pytest.param("raise KeyboardInterrupt", "KeyboardInterrupt", marks=pytest.mark.slow),
        pytest.param("def deep(): deep()\n        deep()", "RecursionError", marks=pytest.mark.slow),
        pytest.param("return np.ones(10**9)", "MemoryError", marks=pytest.mark.slow),
    ],
)
def test_whatever_backward_does_costs_its_own_exercise(course, worker, handed_in, code, expected):
    """Loops, exits, crashes and floods in a method leave forward and the quiz their marks."""
    bad = layer_with(course, "dz = da *", f"{code}\n        dz = da *")
    result = worker.grade("ada", handed_in(layer=bad + "\n" * 2)).result
    assert not {"forward", "answer"} & lost(result)
    assert {"da_prev", "update"} <= lost(result)
    assert expected in messages(result)
    assert any(part.stopped for _, part in result.parts) == ("stopped" in expected or "ended" in expected)


@pytest.mark.slow
def test_a_cell_that_never_ends_is_left_out(course, handed_in, made_course):
    """The limit is said, the other exercise is graded."""
    from grader.classroom.worker import Worker

    config = made_course.root / "course_config.py"
    config.write_text(config.read_text().replace("cells_seconds = 10.0", "cells_seconds = 1.5"))
    with Worker(made_course, "ps3_layer", secret=b"tests") as worker:
        result = worker.grade("ada", handed_in(layer="while True: pass")).result
    assert result.score == 2
    assert "stopped after 1.5 s" in messages(result)
    assert any(part.stopped for _, part in result.parts)


def test_an_argument_edited_in_place_is_advice_and_costs_nothing(worker, course, handed_in):
    """Full marks, and one sentence."""
    control = next(one for one in known.controls(course, "ps3_layer") if one.id == "edits_da_in_place")
    result = worker.grade("ada", handed_in(layer=control.code)).result
    assert result.score == 12
    assert len(result.exercises[0].advice) == 1


@pytest.mark.parametrize(
    "value",
    [
        "np.full_like(da_prev, np.nan)",
        "Liar()",
        *(
            pytest.param(value, marks=pytest.mark.slow)
            for value in (
                "np.inf * da_prev",
                "da_prev.astype(np.float32)",
                "da_prev.astype(complex)",
                "da_prev.astype(object)",
                "np.matrix(da_prev)",
                "np.ma.array(da_prev)",
                "da_prev.ravel()",
                "da_prev.tolist()",
                "lambda: da_prev",
                "2**70",
                "'da_prev'",
                "{'a': da_prev}",
                "float(da_prev.sum())",
            )
        ),
    ],
)
def test_values_that_only_look_right_never_pass(course, worker, handed_in, value):
    """NaN, other kinds, other shapes, and objects that claim to be equal lose da_prev and nothing else."""
    liar = "class Liar(np.ndarray):\n    __new__ = lambda cls: np.zeros((3, 1)).view(cls)\n    __eq__ = lambda s, o: True\n"
    bad = liar + layer_with(course, "return da_prev", f"return {value}")
    assert lost(worker.grade("ada", handed_in(layer=bad)).result) == {"da_prev"}


@pytest.mark.parametrize(
    ("layer", "expected"),
    [
        ("Layer = None", "`Layer` must be a class; it is None"),
        ("Layer = 3", "`Layer` must be a class; it is of type int"),
        ("def Layer(*_): return 1.0", "`Layer(…)` must make an object"),
        ("class Layer:\n    forward = backward = 5\n    def __init__(self, *_): pass", "`forward` must be a function"),
        ("class Layer:\n    __slots__ = ()\n    def __init__(self, *_): pass", "AttributeError"),
        ("class Layer: pass", "TypeError"),
        ("class Layer(np.ndarray):\n    def __new__(cls, n, m, f): return np.zeros((m, n)).view(cls)", "no `"),
        ("", "is not defined"),
    ],
)
def test_a_thing_of_the_wrong_kind_is_the_students_mistake(worker, handed_in, layer, expected):
    """Whatever stands where a class should be, it is told, and is no fault of the grader's."""
    result = worker.grade("ada", handed_in(layer=layer)).result
    assert (result.status, result.score) == ("graded", 2)
    assert expected in messages(result)


def test_probes_differ_between_students_and_stay_for_each(course, worker, handed_in):
    """A number that is right for one student is worth nothing to another, and regrading changes nothing."""
    spy = layer_with(course, "dz = da *", "np.zeros(int(abs(da).sum() * 1e4) % 9000).reshape(7, 1300)\n        dz = da *")
    text = [messages(worker.grade(student, handed_in(layer=spy)).result) for student in ("ada", "ada", "ben")]
    assert text[0] == text[1] != text[2]


def test_text_of_a_students_is_text(course, worker, handed_in):
    """No ANSI, control or bidirectional character of an exception's message reaches a page or a terminal."""
    bad = layer_with(
        course, "dz = da *", "raise ValueError('\\x1b[31mred\\x1b[0m \\u202e\\x00' + 'x' * 10**6)\n        dz = da *"
    )
    text = messages(worker.grade("ada", handed_in(layer=bad)).result)
    assert "red" in text
    assert not {"\x1b", "\u202e", "\x00"} & set(text)
    assert len(text) < 5000
