"""A class's marks for other systems.

The numbers are the gradebook's, so that marks given by hand and late penalties count. Who has no marks is never a zero.
"""

from dataclasses import dataclass

from grader.classroom import gradebook_read
from grader.classroom.store import load_all
from grader.course.folder import Course, CourseError
from grader.result import GRADED, Result
from grader.words import _


@dataclass(frozen=True)
class Mark:
    """What one student gets. earned: by the grader or by hand, None where marks are withheld; penalty: for being late;
    result: None where it was graded by hand alone."""

    student: str
    name: str
    earned: float | None
    penalty: float
    max_score: float
    result: Result | None

    @property
    def final(self) -> float | None:
        """The points after the late penalty; None where marks are withheld."""
        return None if self.earned is None else max(0.0, self.earned - self.penalty)

    @property
    def status(self) -> str:
        return GRADED if self.earned is not None or self.result is None else self.result.status

    @property
    def reason(self) -> str:
        return self.result.reason or self.result.waiting if self.earned is None and self.result else ""


def marks(course: Course, assignment: str) -> list[Mark]:
    """The Mark of every student who handed in, by student. Raises CourseError where nothing is graded yet."""
    max_score = course.max_score(assignment)
    results = {result.student: result for result in load_all(course, assignment)}
    if not results:
        raise CourseError(_("No marks yet for {name}; run `grader grade {name}` first.").format(name=assignment))
    entries = gradebook_read.marks(course, assignment)
    found = []
    for student in sorted({*results, *entries}):
        name, earned, penalty = entries.get(student, (student, None, 0.0))
        found.append(Mark(student, name, earned, penalty, max_score, results.get(student)))
    return found


def number(points: float | None) -> str:
    """A number of points as a cell: the shortest text that is read back as the same number; empty where there is none."""
    return "" if points is None else f"{points:.10g}"
