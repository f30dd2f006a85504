"""Grade one notebook and write nothing."""

from collections.abc import Callable
from pathlib import Path

from grader.classroom.collect import read_all
from grader.classroom.worker import Worker
from grader.course.folder import Course, CourseError
from grader.notebook.read import Unreadable
from grader.result import UNREADABLE, Result
from grader.words import _


def check(
    path: str | Path,
    assignment: str | None = None,
    *,
    course: Course | None = None,
    isolation: str | None = None,
    student: str | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Result:
    """The Result of grading the notebook at `path`.

    assignment: its name; without it, the file's name, and its folder's, are tried. course: a Course; without it,
    the current folder's, never the file's. student: whose it is, by whom probe inputs are drawn; without it, as in a
    folder submitted/<student>/<assignment>/. meanwhile: called while the grader starts.
    Raises CourseError, worker.Refused and worker.WorkerDied.
    """
    path = Path(path)
    course = course or Course.find()
    assignment = assignment or _assignment_of(path, course)
    max_score = course.max_score(assignment)
    folder = path.resolve().parent
    student = student or (folder.parent.name if folder.name == assignment else "")
    names = course.notebooks(assignment)
    paths = [path] if len(names) == 1 else [folder / f"{name}.ipynb" for name in names]
    try:
        data, doubt = read_all(paths, course, assignment)
    except Unreadable as error:
        return Result(assignment, student, UNREADABLE, max_score, reason=str(error))
    with Worker(course, assignment, isolation=isolation, secret=course.secret(create=False), says_stale=True) as worker:
        meanwhile()
        return worker.grade(student, data).with_doubt(doubt).result


def _assignment_of(path, course):
    known = course.assignments()
    for name in (path.stem, path.resolve().parent.name):
        if name in known:
            return name
    raise CourseError(
        _("{file} has the name of no assignment; say which one it is with --assignment, of {known}.").format(
            file=path.name, known=", ".join(known)
        )
    )
