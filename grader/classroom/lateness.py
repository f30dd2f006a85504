"""Whether what is taken off for being late still holds: due dates, extensions, late rules, times and marks given by hand may change
though nobody handed in anew."""

import hashlib
import json
from typing import TYPE_CHECKING

from grader import files
from grader.classroom.collect import timestamp
from grader.classroom.dates import Dates
from grader.classroom.extensions import extensions
from grader.classroom.gradebook_read import lateness
from grader.course.folder import Course

if TYPE_CHECKING:
    from grader.classroom.gradebook import Book

RULES = ("AssignLatePenalties", "LateSubmissionPlugin")  # nbgrader's settings for it


class Lateness:
    """What late penalties of one assignment depend on, for the students who handed in."""

    def __init__(self, course: Course, assignment: str, students: list[str]):
        self._course, self._assignment = course, assignment
        self._times = {student: timestamp(course, assignment, student) for student in students}
        self._path = course.state / "lateness" / f"{assignment}.txt"

    def is_settled(self) -> bool:
        """Whether all of it is as it was when it was settled. Raises OSError, CourseError."""
        return self._path.is_file() and self._path.read_text() == self._print()

    def settle(self, book: "Book") -> None:
        """Take off what is due, and say on the pages who was late. Raises OSError, CourseError."""
        book.settle(self._assignment, self._times)
        dates = Dates(self._course, self._assignment)
        for student in self._times:
            dates.bring_up_to_date(student)
        files.write(self._path, self._print())

    def _print(self):
        rules = [repr(self._course.config.get(name, "")) for name in RULES]
        longer = {student: str(until) for student, until in extensions(self._course, self._assignment).items()}
        rows = lateness(self._course, self._assignment)
        found = json.dumps([rules, longer, self._times, rows, self._course.settings.contact], sort_keys=True, default=str)
        return hashlib.sha256(found.encode("utf-8", "replace")).hexdigest()
