"""What is kept of a class: for each submission a result, and with it the autograded notebook and the feedback page."""

import json
from collections.abc import Iterator
from pathlib import Path

from grader import files
from grader.classroom.handed_in import HandedIn
from grader.course.folder import Course
from grader.exam.graded import Graded
from grader.result import FAULT, UNREADABLE, Result


def keep(course: Course, graded: Graded) -> None:
    """Write the feedback page, and then the result, whose presence says that all was written."""
    files.write(feedback_path(course, graded.result), graded.page or b"")
    files.write(result_path(course, graded.result.assignment, graded.result.student), graded.result_json)


def load(course: Course, assignment: str, student: str) -> Result | None:
    """The Result kept from the last time, or None."""
    try:
        return Result.from_json(json.loads(result_path(course, assignment, student).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def load_all(course: Course, assignment: str) -> Iterator[Result]:
    """The kept Results of a class, by student, each read when it is its turn."""
    names = sorted(path.stem for path in (course.state / "results" / assignment).glob("*.json"))
    return (result for name in names if (result := load(course, assignment, name)))


def still_good(course: Course, assignment: str, handed_in: HandedIn) -> Result | None:
    """The Result kept from the last time, where grading the same again would change nothing; else None."""
    kept = load(course, assignment, handed_in.student)
    return kept if kept and kept.digest == handed_in.digest and kept.status != FAULT and _all_written(course, kept) else None


def autograded_path(course: Course, result: Result) -> Path:
    return course.root / "autograded" / result.student / result.assignment / f"{result.assignment}.ipynb"


def feedback_path(course: Course, result: Result) -> Path:
    return course.root / "feedback" / result.student / result.assignment / f"{result.assignment}.html"


def result_path(course: Course, assignment: str, student: str) -> Path:
    return course.state / "results" / assignment / f"{student}.json"


def _all_written(course: Course, result: Result) -> bool:
    return feedback_path(course, result).is_file() and (result.status == UNREADABLE or autograded_path(course, result).is_file())
