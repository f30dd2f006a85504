"""What is kept of a class: for each submission a result, and with it the autograded notebook and the feedback page."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

from grader import files
from grader.classroom.dates import Dates
from grader.classroom.handed_in import HandedIn
from grader.course.folder import Course
from grader.exam.graded import Graded
from grader.notebook.read import Unreadable, read_file
from grader.result import FAULT, Result

NBGRADERS_BYTES = 10_000  # of each file of nbgrader's beside a notebook, and at most


def keep(course: Course, graded: Graded, dates: Dates | None = None) -> None:
    """Write the feedback page, under the name of each notebook, and then the result, whose presence says that all was written.

    dates: of the assignment, where they are known already. Raises OSError, CourseError."""
    page = (dates or Dates(course, graded.result.assignment)).on(graded.result.student, graded.page or b"")
    for path in feedback_paths(course, graded.result):
        files.write(path, page, mode=0o600)
    _copy_nbgraders(course, graded.result, feedback_path(course, graded.result).parent)
    files.write(result_path(course, graded.result.assignment, graded.result.student), graded.result_json)


def _copy_nbgraders(course, result, folder):
    """What `nbgrader release_feedback` looks for beside a page: when it was handed in, and what the exchange knows it by."""
    for name in ("timestamp.txt", "submission_secret.txt"):
        with contextlib.suppress(Unreadable):
            data = read_file(course.submitted / result.student / result.assignment / name, below=course.submitted)
            if len(data) <= NBGRADERS_BYTES:
                files.write(folder / name, data, mode=0o600)


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


def autograded_paths(course: Course, result: Result) -> dict[str, Path]:
    """{name of a notebook: where it lies, graded}."""
    folder = course.root / "autograded" / result.student / result.assignment
    return {name: folder / f"{name}.ipynb" for name in course.notebooks(result.assignment)}


def autograded_path(course: Course, result: Result) -> Path:
    """Where the graded notebook lies, the first of several."""
    return next(iter(autograded_paths(course, result).values()))


def feedback_paths(course: Course, result: Result) -> list[Path]:
    """Where the page lies: nbgrader looks for one beside each notebook."""
    folder = course.root / "feedback" / result.student / result.assignment
    return [folder / f"{name}.html" for name in course.notebooks(result.assignment)]


def feedback_path(course: Course, result: Result) -> Path:
    """Where the page lies, the first of several that are alike."""
    return feedback_paths(course, result)[0]


def result_path(course: Course, assignment: str, student: str) -> Path:
    return course.state / "results" / assignment / f"{student}.json"


def _all_written(course: Course, result: Result) -> bool:
    handed_in = course.submission_paths(result.student, result.assignment)
    notebooks = zip(autograded_paths(course, result).values(), handed_in, strict=True)
    return all(path.is_file() for path in feedback_paths(course, result)) and all(
        path.is_file() or (len(handed_in) > 1 and not theirs.exists()) for path, theirs in notebooks
    )
