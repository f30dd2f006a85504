"""What a person gave in formgrader, points and comments: on the feedback page, and in what is kept of a submission."""

import dataclasses
from collections.abc import Iterator

from grader.classroom import gradebook_read
from grader.classroom.store import autograded_paths, feedback_path, keep, load, load_all
from grader.course.folder import Course
from grader.exam.graded import Graded
from grader.pages.dates import carried
from grader.result import GRADED, Result

Said = tuple[str, tuple[tuple[str, float | None, float, str], ...], float | None]  # status, given and total of a Result
NOTHING: gradebook_read.Given = ((), 0.0, False)


def shown(course: Course, assignment: str, group: list[Graded]) -> list[Graded]:
    """The same submissions, with what a person gave before. Raises OSError for a gradebook that can't be read."""
    found = gradebook_read.given(course, assignment, [graded.result.student for graded in group])
    return [
        graded.saying(_with(graded.result, found[graded.result.student])) if graded.result.student in found else graded
        for graded in group
    ]


def results(course: Course, assignment: str) -> Iterator[Result]:
    """The kept Results of a class, as `load_all`, with what a person has given by now. Raises OSError as above."""
    found = gradebook_read.given(course, assignment)
    return (_with(result, found.get(result.student, NOTHING)) for result in load_all(course, assignment))


def write(course: Course, assignment: str, kept: dict[str, Said]) -> None:
    """Write the pages and results anew on which a person's points or comments are others than in the gradebook. kept: {student:
    what stands there}. Raises OSError as above."""
    found = gradebook_read.given(course, assignment) if kept else {}
    for student, there in kept.items():
        if _said(there[0], found.get(student, NOTHING)) != there and (result := load(course, assignment, student)):
            paths = autograded_paths(course, result)
            shown = paths.items() if result.status == GRADED else ()
            texts = {name: path.read_bytes() for name, path in shown if path.is_file()}
            made = Graded(b"", texts, b"", {}).saying(_with(result, found.get(student, NOTHING)))
            before = feedback_path(course, result)
            page = carried(made.page or b"", before.read_bytes() if before.is_file() else b"")
            keep(course, dataclasses.replace(made, page=page))


def of(result: Result) -> Said:
    """What a kept Result says of it."""
    return result.status, result.given, result.total


def _said(status, given):
    """What a Result of a status says of it. Points that are still to be given count as none where the rest is graded."""
    cells, points, is_whole = given
    return status, cells, points if cells and (is_whole or status == GRADED) else None


def _with(result, given):
    _status, cells, total = _said(result.status, given)
    return dataclasses.replace(result, given=cells, total=total)
