"""Results that use all that a page can show."""

from dataclasses import replace

import numpy as np

from grader.result import Exercise, Part, Result

TOLD = Part(
    "d_weights",
    "d_weights is dz · a_prevᵀ",
    0.0,
    2.0,
    "failed",
    "d_weights has shape (2, 2); it must have shape (2, 3).",
    "Which value did the weight multiply on the way forward?",
    "d_weights_from_output",
    "`d_weights` is where it goes wrong: up to `dz` all is right.",
    "You formed `d_weights` with the layer's output instead of its input.",
    "This gives the same numbers as your code, whatever way that is written.",
    "Print `d_weights.shape` beside `weights.shape`.",
    "On to the layer before: $da_\\text{prev}$",
    (("d_weights", (2, 2)), ("wanted", (2, 3))),
    marked=((-1,), (-1,)),
)
RAISED = Part(
    "update",
    "the step",
    0.0,
    1.0,
    "failed",
    "`backward` raised ValueError.",
    TOLD.hint,
    TOLD.misconception,
    "",
    TOLD.cause,
    lines=((0, 3),),
)
CODE = "def backward(dz):\n    d_weights = dz @ outputs.T\n    weights = weights - d_weights\n    return 0"


def notebook_of(source):
    cell = {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "layer", "solution": True}}, "source": source}
    return {"cells": [cell]}


def everything():
    """(a result, its notebook) that use all that a feedback page can show."""
    stub = Part("dz", "dz is da ⊙ f'(z)", 0.0, 2.0, "not run", "not run: dz is still to be written (`...`).")
    tensor = Part("x", "x keeps its shape", 0.0, 1.0, "failed", "x is flat.", shapes=(("x", (4, 60)), ("wanted", (4, 3, 4, 5))))
    layer = Exercise("layer", (TOLD, RAISED, stub, tensor), ("`backward` changes `da`.",))
    quiz = Exercise("quiz_ps3", (Part("answer", "What `backward()` is for", 2.0, 2.0, "passed"),))
    cells = notebook_of(CODE + "\n" + "    # and so on" * 12)["cells"]
    cells.append({"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "quiz_ps3", "solution": True}}, "source": "a = 'B'"})
    return Result("ps3_layer", "ada", "graded", 8.0, (layer, quiz), notes=("`layer` is there twice.",)), {"cells": cells}


def class_of(size):
    """Results of a class in which some parts are harder, some files broken, and some code never ends."""
    rng = np.random.default_rng(3)
    parts_lost = [TOLD, RAISED, Part("dz", "dz is da ⊙ f'(z)", 0.0, 2.0, "failed", "is wrong.")]
    for n in range(size):
        if n % 20 == 19:
            yield Result("ps3_layer", f"student{n:05}", "unreadable", 5.0, reason="The file is not a notebook.")
            continue
        right = rng.random(len(parts_lost)) < (0.7, 0.5, 0.9)
        parts = [
            Part(part.part, part.title, part.max_points, part.max_points, "passed") if good else part
            for part, good in zip(parts_lost, right, strict=True)
        ]
        if n % 20 == 18:
            parts[0] = replace(TOLD, message="`backward` was stopped after 2 s.", stopped=True)
        yield Result("ps3_layer", f"student{n:05}", "graded", 5.0, (Exercise("layer", tuple(parts)),), seconds=rng.random())
