"""Which part is worth what, and which test cell it counts for."""

from collections.abc import Iterable
from dataclasses import dataclass

import pytest

from grader.notebook.source import Source


class PlanError(Exception):
    """The hidden tests and the source notebook don't fit together; one sentence."""


@dataclass(frozen=True)
class Planned:
    """A part to be marked: one hidden test. test: pytest's name for it; cell: the test cell whose points these are."""

    test: str
    exercise: str
    part: str
    title: str
    points: float
    cell: str


@dataclass(frozen=True)
class Plan:
    """All parts of an assignment, in the hidden tests' order, and its exercises in the notebook's."""

    parts: tuple[Planned, ...]
    exercises: tuple[str, ...]

    @classmethod
    def of(cls, source: Source, items: Iterable[pytest.Function]) -> "Plan":
        """The parts that the collected hidden tests mark, checked against the notebook's points. Raises PlanError."""
        parts = []
        for item in items:
            exercise, part = exercise_of(item.module.__name__), part_of(item)
            if exercise not in source.exercises:
                raise PlanError(
                    f"test_{exercise}.py is about no solution cell of {source.name}.ipynb; there are {', '.join(source.exercises)}."
                )
            marker = item.get_closest_marker("points")
            if marker is None:
                raise PlanError(f"{item.nodeid} says no points; mark it with @points(n).")
            cell = f"test_{exercise}_{part}" if f"test_{exercise}_{part}" in source.points else f"test_{exercise}"
            title = title_of(item.function.__doc__ or part)
            parts.append(Planned(item.nodeid, exercise, part, title, float(marker.args[0]), cell))
        counted = {cell: sum(p.points for p in parts if p.cell == cell) for cell in {*source.points, *(p.cell for p in parts)}}
        for cell, points in counted.items():
            if cell not in source.points:
                raise PlanError(f"{source.name}.ipynb has no test cell {cell}; hidden tests give {points} points for it.")
            if not points and source.points[cell]:
                raise PlanError(
                    f"{source.name}: no hidden test is about the cell {cell}, which has {source.points[cell]} points."
                )
            if source.points.get(cell) != points:
                raise PlanError(
                    f"{source.name}: the cell {cell} has {source.points.get(cell)} points, its hidden tests {points}."
                )
        exercises = tuple(name for name in source.exercises if any(p.exercise == name for p in parts))
        return cls(tuple(parts), exercises)

    @property
    def max_score(self) -> float:
        return sum(part.points for part in self.parts)


def title_of(docstring: str) -> str:
    """What a student reads as the name of a part: the first line of its hidden test's docstring, without the full stop."""
    return docstring.strip().split("\n")[0].rstrip(".")


def exercise_of(module: str) -> str:
    """The exercise that a hidden test file is about: its name without `test_`."""
    return module.rpartition(".")[2].removeprefix("test_")


def part_of(item: pytest.Function) -> str:
    """The part that a hidden test marks: its name without `test_`."""
    return item.name.removeprefix("test_")
