"""When students handed in, and until when they had time: for their feedback pages."""

import datetime

from grader import files
from grader.classroom import gradebook_read, timestamps
from grader.classroom.collect import timestamp
from grader.classroom.extensions import extensions
from grader.course.folder import Course
from grader.pages.dates import dated


class Dates:
    """What can be said now of the dates of one assignment. What is the same for a class is read once. Raises OSError, CourseError."""

    def __init__(self, course: Course, assignment: str):
        self._course, self._assignment = course, assignment
        self._due = gradebook_read.due(course, assignment)
        self._until = extensions(course, assignment) if self._due else {}
        self._granted = gradebook_read.granted(course, assignment) if self._due else {}

    def on(self, student: str, page: bytes) -> bytes:
        """A student's feedback page with these dates."""
        return dated(
            page,
            graded=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
            handed_in=self._handed_in(student),
            due=self._deadline(student),
            contact=self._course.settings.contact,
        )

    def bring_up_to_date(self, student: str) -> None:
        """Write them on the pages of a student's that lie there. Raises OSError."""
        for path in (self._course.root / "feedback" / student / self._assignment).glob("*.html"):
            page = path.read_bytes()
            if (now := self.on(student, page)) != page:
                files.write(path, now, mode=0o600)

    def _deadline(self, student):
        """Until when a student has time, in UTC; None where there is no due date."""
        if self._due is None:
            return None
        longer = self._until.get(student)
        return max(longer, self._due) if longer else self._due + self._granted.get(student, datetime.timedelta())

    def _handed_in(self, student):
        try:
            return timestamps.parse(timestamp(self._course, self._assignment, student) or "")
        except (ValueError, OverflowError):
            return None
