"""Who has longer: `.grader/extensions.json`, {assignment: {student: until when, in UTC}}. It stands for students who have not handed in
yet as well, of whom the gradebook has no row; whatever writes marks puts it into the gradebook."""

import datetime
import json

from grader import files
from grader.course.folder import Course, CourseError
from grader.words import _


def extensions(course: Course, assignment: str) -> dict[str, datetime.datetime]:
    """{student: until when, in UTC}. Raises CourseError for a file that was damaged."""
    return {student: _moment(course, text) for student, text in _read(course).get(assignment, {}).items()}


def extend(course: Course, student: str, assignment: str, until: datetime.datetime | None) -> None:
    """Give a student until then, or with None take that back. `until` has a time zone. Whoever calls this holds the course's lock."""
    known = _read(course)
    ours = known.setdefault(assignment, {})
    ours.pop(student, None)
    if until is not None:
        ours[student] = until.astimezone(datetime.UTC).isoformat()
    files.write(course.state / "extensions.json", json.dumps(known, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def of(course: Course, student: str) -> list[str]:
    """The assignments for which a student has longer."""
    return [assignment for assignment, ours in _read(course).items() if student in ours]


def _read(course):
    path = course.state / "extensions.json"
    try:
        known = json.loads(path.read_text("utf-8"))
        if all(isinstance(ours, dict) for ours in known.values()):
            return known
    except FileNotFoundError:
        return {}
    except (ValueError, AttributeError):
        pass
    raise CourseError(_("{file} can't be read; mend it, or take it away.").format(file=path))


def _moment(course, text):
    try:
        found = datetime.datetime.fromisoformat(text)
        if found.tzinfo:
            return found.astimezone(datetime.UTC)
    except (TypeError, ValueError):
        pass
    raise CourseError(_("{file} has {got!r}, which is no time.").format(file=course.state / "extensions.json", got=text))
