"""What was handed in: whose folders there are, and the bytes in them, without following a link or believing a name."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from grader.classroom import timestamps
from grader.classroom.handed_in import HandedIn
from grader.course.folder import Course, CourseError
from grader.notebook.align import is_untouched
from grader.notebook.bundle import pack
from grader.notebook.read import Missing, Unreadable, parse, read_file
from grader.words import _, plain

MAX_OTHERS = 5  # notebooks beside the one that is graded that are looked at
MAX_NAME = 240  # bytes, so that `<student>.json` is still a file's name


def handed_in(
    course: Course, assignment: str, student: str | None = None, on_passed_over: Callable[[str], object] = lambda sentence: None
) -> list[str]:
    """The names of the folders submitted/<student>/ that have something for the assignment in them, or the one student's, in
    order. on_passed_over(sentence): called for each that can't be looked into. Raises CourseError for none."""
    found = []
    for name in sorted(os.listdir(course.submitted) if course.submitted.is_dir() else ()):
        if student is None or student in (name, student_of(name)):
            try:
                if lies_there(course, name, assignment):
                    found.append(name)
            except OSError as error:
                on_passed_over(passed_over(name, error))
    if found:
        return found
    raise CourseError(
        _("Nothing to grade: there is no folder submitted/{student}/{assignment}/.").format(
            student=student or "<student>", assignment=assignment
        )
    )


def lies_there(course: Course, name: str, assignment: str) -> bool:
    """Whether submitted/<name>/ has something for an assignment in it. Raises OSError where that can't be seen: in a folder that
    may not be read, a link that leads to itself or nowhere, a pipe. A plain file beside the folders is passed over in silence."""
    folder = course.submitted / name
    try:
        os.lstat(folder / assignment)
        return True
    except FileNotFoundError:
        if folder.is_symlink() and not folder.exists():
            raise
    except NotADirectoryError:
        if not folder.is_file():
            raise
    return False


def passed_over(name: str, error: OSError) -> str:
    """The sentence about something in submitted/ that can't be looked into."""
    return _("submitted/{name} is passed over: {why}.").format(name=plain(student_of(name)), why=error.strerror)


def student_of(folder: str) -> str:
    """Who a folder's name stands for: the name itself, unless it would lie on a page or could not be written."""
    if folder.isprintable() and plain(folder) == folder and len(os.fsencode(folder)) <= MAX_NAME:
        return folder
    shown = "".join(letter if letter.isprintable() else "?" for letter in plain(folder, 40))
    return f"{shown}-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]}"


def read(course: Course, assignment: str, folder: str, fingerprint: str) -> HandedIn:
    """What lies in submitted/<folder>/, as far as it can be read."""
    student = student_of(folder)
    refusal = ""
    if student != folder:
        refusal = _("The folder's name is too long, or holds characters that can't be shown; rename it.")
    paths = course.submission_paths(folder, assignment)
    doubt = _doubt_about_time(course, assignment, folder)
    return read_at(paths, course, assignment, student, fingerprint, below=course.submitted, refusal=refusal, doubt=doubt)


def _doubt_about_time(course, assignment, student):
    """A sentence where timestamp.txt holds no time that is one for certain: then nobody knows whether it was late."""
    text = timestamp(course, assignment, student)
    try:
        if text:
            timestamps.parse(text)
    except ValueError:
        return _(
            "timestamp.txt says {got!r}, which is no time like '2027-03-01 12:00:00 UTC': nothing was taken off for being late."
        ).format(got=plain(text or "", 60))
    return ""


def read_at(
    paths: Sequence[Path],
    course: Course,
    assignment: str,
    student: str,
    fingerprint: str,
    *,
    below: Path,
    refusal: str = "",
    doubt: str = "",
) -> HandedIn:
    """The same of notebooks that lie elsewhere, in a folder of their own below `below`. refusal: why they aren't even looked at;
    doubt: what is doubtful about them, if the notebooks themselves are not."""
    data = None
    try:
        if not refusal:
            data, found = read_all(paths, course, assignment, below=below)
            doubt = found or doubt
    except Missing:
        refusal = _missing(paths[0])
    except Unreadable as error:
        refusal = str(error)
    by = hashlib.sha256((fingerprint + doubt).encode()).hexdigest()
    of = hashlib.sha256(refusal.encode("utf-8", "replace") if data is None else data).hexdigest()
    return HandedIn(student, data, refusal, f"{by}-{of}", doubt)


def read_all(paths: Sequence[Path], course: Course, assignment: str, below: Path | None = None) -> tuple[bytes, str]:
    """(the bytes of a submission's notebooks, packed; a doubt about them, or ""). Raises Unreadable where one of them can't be read,
    or where none is there."""
    found: dict[str, bytes | None] = {}
    for path in paths:
        try:
            found[path.stem] = read_file(path, below=below)
        except Missing:
            if path is paths[-1] and not found:
                raise
    first = paths[0]
    doubt = doubt_about(first, found[first.stem] or b"", course, assignment, below=below) if len(paths) == 1 else ""
    return pack(found, [path.stem for path in paths]), doubt


def doubt_about(path: Path, data: bytes, course: Course, assignment: str, below: Path | None = None) -> str:
    """A sentence where the notebook at `path`, with `data` in it, is as it was given out and another one beside it isn't."""
    others = [path.with_name(name) for name in _notebooks(path.parent) if name != path.name][:MAX_OTHERS]
    source = course.source(assignment) if others else None  # which few need
    if source is None or not _is_untouched(data, source):
        return ""
    for other in others:
        with contextlib.suppress(Unreadable):
            if not _is_untouched(read_file(other, below=below), source):
                return _(
                    "{name} is as it was given out: nothing is written in it. Beside it lies {other}, which is not graded; "
                    "if that one was meant, give it the name {name} and hand it in again."
                ).format(name=path.name, other=plain(other.name, 100))
    return ""


def _is_untouched(data, source):
    try:
        return is_untouched(parse(data), source)
    except Unreadable:
        return False


def timestamp(course: Course, assignment: str, student: str) -> str | None:
    """When it was handed in, as nbgrader's timestamp.txt says, if it does."""
    try:
        path = course.submission_path(student, assignment).with_name("timestamp.txt")
        return read_file(path, below=course.submitted).decode().strip()
    except (OSError, Unreadable, ValueError):
        return None


def _notebooks(folder):
    """The names of the notebooks in a folder, as far as it can be looked into."""
    try:
        return sorted(name for name in os.listdir(folder) if name.endswith(".ipynb"))
    except OSError:
        return []


def _missing(path):
    others = _notebooks(path.parent)
    if others:
        return _("There is no {name} in the folder, but {other}; rename it.").format(name=path.name, other=plain(others[0], 100))
    return _("There is no {name} in the folder.").format(name=path.name)
