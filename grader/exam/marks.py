"""From outcomes to marks, and to what is written into the test cells."""

from collections.abc import Iterable, Mapping
from typing import Any

from grader.exam.outcomes import Outcome
from grader.exam.plan import Plan
from grader.exam.remote_error import Ran
from grader.notebook.cells import Notebook, grade_id, role, visible
from grader.notebook.source import Source
from grader.result import FAILED, FAULT, GRADED, NOT_RUN, PASSED, UNREADABLE, Exercise, Part, Result
from grader.words import _, plain


def mark(
    plan: Plan, outcomes: Mapping[str, Outcome], advice: Mapping[str, Iterable[str]], *, notes: Iterable[str], **facts: Any
) -> Result:
    """The Result of a submission, from what came of each test. A test that left no word is a fault, never a pass."""
    exercises = []
    for name in plan.exercises:
        parts = []
        for planned in plan.parts:
            if planned.exercise == name:
                outcome = outcomes.get(planned.test, Outcome(FAULT))
                points = {PASSED: planned.points, FAILED: 0.0, NOT_RUN: 0.0}.get(outcome.outcome)
                if outcome.outcome == FAULT:
                    outcome = Outcome(FAULT, _("The grader itself failed here; your marks for this part wait for a person."))
                parts.append(Part(planned.part, _(planned.title), points, planned.points, **vars(outcome)))
        exercises.append(Exercise(name, tuple(parts), tuple(advice.get(name, ()))))
    status = FAULT if any(p.outcome == FAULT for e in exercises for p in e.parts) else GRADED
    reason = _("The grader failed on a part; its marks are withheld until a person has looked.") if status == FAULT else ""
    return Result(status=status, exercises=tuple(exercises), notes=tuple(notes), reason=reason, **facts)


def unreadable(*, reason: str, **facts: Any) -> Result:
    """The Result of what can't be read as a submission; reason: one sentence."""
    return Result(status=UNREADABLE, reason=reason, **facts)


def by_hand(notebook: Notebook, source: Source) -> dict[str, float | None]:
    """{cell that a person marks: None}, or 0 where nothing was written into it, as nbgrader has it."""
    found: dict[str, float | None] = dict.fromkeys(source.by_hand)
    for cell in notebook["cells"]:
        name = grade_id(cell)
        if role(cell) == "manual" and name in found and visible(cell["source"]) == visible(source.released_text(name)):
            found[name] = 0.0
    return found


def cell_points(plan: Plan, result: Result) -> dict[str, float | None]:
    """{test cell: points}, None where the grader was at fault."""
    earned = {(exercise, part.part): part.points for exercise, part in result.parts}
    cells: dict[str, float | None] = {}
    for planned in plan.parts:
        points = earned[planned.exercise, planned.part]
        before = cells.get(planned.cell, 0.0)
        cells[planned.cell] = None if points is None or before is None else before + points
    return cells


def write_outputs(
    notebook: Notebook, plan: Plan, result: Result, points: dict[str, float | None], cells: Mapping[int, Ran]
) -> Notebook:
    """The autograded notebook: what the student's cells showed, and in each test cell what was found and its points,
    in the one form that nbgrader reads safely: text on standard output, then one number. points: see `cell_points`."""
    lines = {(exercise, part.part): line(part) for exercise, part in result.parts}
    texts: dict[str, str] = {}
    for p in plan.parts:
        texts[p.cell] = texts.get(p.cell, "") + lines[p.exercise, p.part]
    return with_outputs(notebook, texts, points, cells)


def with_outputs(
    notebook: Notebook, texts: Mapping[str, str], points: Mapping[str, float | None], cells: Mapping[int, Ran]
) -> Notebook:
    """The same, with a text for each test cell."""
    done = []
    for number, cell in enumerate(notebook["cells"]):
        name = grade_id(cell)
        if cell["cell_type"] != "code":
            done.append(cell)
        elif name in texts and role(cell) == "test":
            outputs: list[dict[str, Any]] = [{"output_type": "stream", "name": "stdout", "text": texts[name]}]
            if (earned := points[name]) is not None:
                data = {"text/plain": repr(float(earned))}
                outputs.append({"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": number + 1})
            done.append({**cell, "execution_count": number + 1, "outputs": outputs})
        else:
            ran = cells.get(number)
            done.append(
                {
                    **cell,
                    "execution_count": number + 1 if ran else None,
                    "outputs": _outputs(ran, number, cell["source"]) if ran else [],
                }
            )
    return {**notebook, "cells": done}


def line(part: Part) -> str:
    """What stands in a test cell of a part."""
    sign = {PASSED: "✓", FAULT: "!"}.get(part.outcome, "✗")
    text = part.title if part.outcome == PASSED else f"{part.title}\n  {part.message}" + (f"\n  {part.hint}" if part.hint else "")
    return f"{sign} {text}\n"


def _outputs(ran, number, source):
    """What a cell showed, and the error that it ended with."""
    outputs = [{**o, "execution_count": number + 1} if o["output_type"] == "execute_result" else o for o in ran.outputs]
    if ran.error:
        kind, message = plain(ran.error.type, 100), plain(ran.error.message, 2_000)
        line = ran.error.line_in(source) if ran.error.cell in (None, number) else None
        where = [_("line {line}").format(line=line)] if line else []
        outputs.append({"output_type": "error", "ename": kind, "evalue": message, "traceback": [*where, f"{kind}: {message}"]})
    return outputs
