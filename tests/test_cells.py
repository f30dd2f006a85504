"""Cells are run as Jupyter runs them, whichever way they take."""

import json

import pytest


@pytest.fixture
def shown(worker, handed_in):
    """`shown(cell, cell, ...)`: what each shows when it stands at the end of the notebook: text, or an error's name."""

    def grade(*cells):
        fields = json.loads(handed_in())
        new = [
            {"cell_type": "code", "id": f"new-{n}", "metadata": {}, "source": cell, "outputs": [], "execution_count": None}
            for n, cell in enumerate(cells)
        ]
        data = json.dumps({**fields, "cells": fields["cells"] + new}).encode()
        graded = worker.grade("nobody", data)
        assert graded.result.score == graded.result.max_score
        return [[_text(output) for output in cell["outputs"]] for cell in _parsed(graded.notebook)["cells"][-len(cells) :]]

    return grade


def _parsed(notebook):
    return json.loads(notebook) if isinstance(notebook, (str, bytes)) else notebook


def _text(output):
    if "ename" in output:
        return output["ename"]
    text = output.get("text") or output["data"]["text/plain"]
    return "".join(text).strip()


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("a = 2\na + 1", ["3"]),
        ("a = 2\na + 1;", []),
        ("print('one')\n'two'", ["one", "'two'"]),
        ("None", []),
        ("for n in range(2):\n    n", []),
        ("display(4)\n5", ["4", "5"]),
        ("%pwd", None),
        ("import asyncio\nawait asyncio.sleep(0)\n7", ["7"]),
        ("1/0", ["ZeroDivisionError"]),
        ("%matplotlib inline", []),
        ("%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]);", ["<Figure size 640x480 with 1 Axes>"]),
        ("import matplotlib.pyplot as plt\nplt.plot([1, 2]);\nplt.show()", ["<Figure size 640x480 with 1 Axes>"]),
        ("def f(:", ["SyntaxError"]),
        ("from __future__ import annotations\ndef f(x: nowhere): pass\nf.__annotations__", ["{'x': 'nowhere'}"]),
        ("import inspect\ndef f():\n    return 1\nprint(inspect.getsource(f))", ["def f():\n    return 1"]),
        ("get_ipython().execution_count > 1", ["True"]),
        ("def f():\n    return 1\n\nf()", ["1"]),
        ("def f():\n    return 1\n\n# no more", []),
        ('"""\ndef f():\n    x"""', ["'\\ndef f():\\n    x'"]),
        ("class C:\n    1 / 0\n", ["ZeroDivisionError"]),
    ],
)
def test_a_cell_shows_what_jupyter_would(shown, cell, text):
    """Its last expression, what it prints and displays, its error; magics and awaits too."""
    (found,) = shown(cell)
    assert found == text if text is not None else len(found) == 1


def test_a_cell_sees_what_the_last_one_showed(shown):
    """`_` is the value that was shown last."""
    assert shown("40 + 1", "_ + 1") == [["41"], ["42"]]


def test_a_playground_runs_only_where_it_was_changed(worker, handed_in):
    """As released, it shows nothing that marking needs; changed, it is the student's own cell."""
    fields = json.loads(handed_in())
    place = next(n for n, cell in enumerate(fields["cells"]) if cell["metadata"] == {"tags": ["playground"]})

    def outputs():
        return _parsed(worker.grade("nobody", json.dumps(fields).encode()).notebook)["cells"][place]["outputs"]

    assert outputs() == []
    fields["cells"][place]["source"] = "print('mine')"
    assert [_text(output) for output in outputs()] == ["mine"]
