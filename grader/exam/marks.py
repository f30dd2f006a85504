"""From outcomes to marks: which part is worth what, which test cell it counts for, and what is written there."""

from dataclasses import dataclass

from grader.exam.outcomes import Outcome
from grader.notebook.cells import grade_id, role
from grader.result import FAILED, FAULT, GRADED, NOT_RUN, PASSED, UNREADABLE, Exercise, Part, Result
from grader.words import _


class PlanError(Exception):
    """The hidden tests and the source notebook don't fit together; one sentence."""


@dataclass(frozen=True)
class Planned:
    """A part to be marked: one hidden test."""

    test: str  # pytest's name for it
    exercise: str
    part: str
    title: str
    points: float
    cell: str  # the test cell whose points these are


@dataclass(frozen=True)
class Plan:
    parts: tuple[Planned, ...]
    exercises: tuple[str, ...]

    @classmethod
    def of(cls, source, items):
        """The parts that the collected hidden tests mark, checked against the notebook's points. Raises PlanError."""
        parts = []
        for item in items:
            exercise, part = exercise_of(item.module.__name__), part_of(item)
            marker = item.get_closest_marker("points")
            if marker is None:
                raise PlanError(f"{item.nodeid} says no points; mark it with @points(n).")
            cell = f"test_{exercise}_{part}" if f"test_{exercise}_{part}" in source.points else f"test_{exercise}"
            title = title_of(item.function.__doc__ or part)
            parts.append(Planned(item.nodeid, exercise, part, title, float(marker.args[0]), cell))
        counted = {cell: sum(p.points for p in parts if p.cell == cell) for cell in {*source.points, *(p.cell for p in parts)}}
        for cell, points in counted.items():
            if source.points.get(cell) != points:
                raise PlanError(
                    f"{source.name}: the cell {cell} has {source.points.get(cell)} points, its hidden tests {points}."
                )
        exercises = tuple(name for name in source.exercises if any(p.exercise == name for p in parts))
        return cls(tuple(parts), exercises)

    @property
    def max_score(self):
        return sum(part.points for part in self.parts)


def title_of(docstring):
    """What a student reads as the name of a part: the first line of its hidden test's docstring, without the full stop."""
    return docstring.strip().split("\n")[0].rstrip(".")


def exercise_of(module):
    """The exercise that a hidden test file is about: its name without `test_`."""
    return module.rpartition(".")[2].removeprefix("test_")


def part_of(item):
    """The part that a hidden test marks: its name without `test_`."""
    return item.name.removeprefix("test_")


def mark(plan, outcomes, advice, *, notes, **facts):
    """The Result of a submission, from what came of each test. A test that left no word is a fault, never a pass."""
    exercises = []
    for name in plan.exercises:
        parts = []
        for planned in plan.parts:
            if planned.exercise == name:
                told = outcomes.get(planned.test, Outcome(FAULT))
                points = {PASSED: planned.points, FAILED: 0.0, NOT_RUN: 0.0}.get(told.outcome)
                if told.outcome == FAULT:
                    told = Outcome(FAULT, _("The grader itself failed here; your marks for this part wait for a person."))
                parts.append(Part(planned.part, _(planned.title), points, planned.points, **vars(told)))
        exercises.append(Exercise(name, tuple(parts), tuple(advice.get(name, ()))))
    status = FAULT if any(p.outcome == FAULT for e in exercises for p in e.parts) else GRADED
    reason = _("The grader failed on a part; its marks are withheld until a person has looked.") if status == FAULT else ""
    return Result(status=status, max_score=plan.max_score, exercises=tuple(exercises), notes=tuple(notes), reason=reason, **facts)


def unreadable(plan, *, reason, **facts):
    return Result(status=UNREADABLE, max_score=plan.max_score, reason=reason, **facts)


def cell_points(plan, result):
    """{test cell: points}, None where the grader was at fault."""
    earned = {(exercise, part.part): part.points for exercise, part in result.parts}
    cells = {}
    for planned in plan.parts:
        points = earned[planned.exercise, planned.part]
        before = cells.get(planned.cell, 0.0)
        cells[planned.cell] = None if points is None or before is None else before + points
    return cells


def write_outputs(notebook, plan, result, points, cells):
    """The autograded notebook: what the student's cells showed, and in each test cell what was found and its points,
    in the one form that nbgrader reads safely: text on standard output, then one number. points: see `cell_points`."""
    told = {(exercise, part.part): _line(part) for exercise, part in result.parts}
    done = []
    for number, cell in enumerate(notebook["cells"]):
        name = grade_id(cell)
        if cell["cell_type"] != "code":
            done.append(cell)
        elif name in points and role(cell) == "test":
            text = "".join(told[p.exercise, p.part] for p in plan.parts if p.cell == name)
            outputs = [{"output_type": "stream", "name": "stdout", "text": text}]
            if points[name] is not None:
                data = {"text/plain": repr(float(points[name]))}
                outputs.append({"output_type": "execute_result", "data": data, "metadata": {}, "execution_count": number + 1})
            done.append({**cell, "execution_count": number + 1, "outputs": outputs})
        else:
            ran = cells.get(number)
            done.append({**cell, "execution_count": number + 1 if ran else None, "outputs": _outputs(ran, number) if ran else []})
    return {**notebook, "cells": done}


def _line(part):
    sign = {PASSED: "✓", FAULT: "!"}.get(part.outcome, "✗")
    told = part.title if part.outcome == PASSED else f"{part.title}\n  {part.message}" + (f"\n  {part.hint}" if part.hint else "")
    return f"{sign} {told}\n"


def _outputs(ran, number):
    """What a cell showed, and the error that it ended with."""
    outputs = [{**o, "execution_count": number + 1} if o["output_type"] == "execute_result" else o for o in ran["outputs"]]
    error = ran["error"]
    if error:
        own = error["line"] and error.get("cell") in (None, number)
        where = [_("line {line}").format(line=error["line"])] if own else []
        told = {"ename": error["type"], "evalue": error["message"]}
        outputs.append({"output_type": "error", **told, "traceback": [*where, f"{error['type']}: {error['message']}"]})
    return outputs
