"""When students handed in, and until when they had time: for their feedback pages."""

import datetime

from grader import files
from grader.classroom import gradebook_read, timestamps
from grader.classroom.collect import timestamp
from grader.classroom.extensions import extensions
from grader.course.folder import Course
from grader.pages.dates import dated


def with_dates(course: Course, assignment: str, student: str, page: bytes) -> bytes:
    """A feedback page with what can be said now. Raises OSError, CourseError."""
    return dated(
        page,
        graded=datetime.datetime.now(datetime.UTC).replace(microsecond=0),
        handed_in=_handed_in(course, assignment, student),
        due=deadline(course, assignment, student),
        contact=course.settings.contact,
    )


def bring_up_to_date(course: Course, assignment: str, student: str) -> None:
    """The dates on the pages that lie there. Raises OSError, CourseError."""
    for path in (course.root / "feedback" / student / assignment).glob("*.html"):
        page = path.read_bytes()
        if (now := with_dates(course, assignment, student, page)) != page:
            files.write(path, now, mode=0o600)


def deadline(course: Course, assignment: str, student: str) -> datetime.datetime | None:
    """Until when a student has time, in UTC; None where there is no due date. Raises OSError, CourseError."""
    due = gradebook_read.due(course, assignment)
    if due is None:
        return None
    longer = extensions(course, assignment).get(student)
    return max(longer, due) if longer else due + gradebook_read.extension(course, assignment, student)


def _handed_in(course, assignment, student):
    try:
        return timestamps.parse(timestamp(course, assignment, student) or "")
    except (ValueError, OverflowError):
        return None
