"""What was handed in: whose folders there are, and the bytes in them, without following a link or believing a name."""

import contextlib
import hashlib
import os

from grader.classroom.pool import Submission
from grader.course.folder import CourseError
from grader.notebook import read as nb
from grader.words import _, plain

MAX_NAME = 240  # bytes, so that `<student>.json` is still a file's name


def handed_in(course, assignment, student=None):
    """The names of the folders submitted/<student>/ that have something for the assignment in them, or the one student's, in
    order. Raises CourseError for none."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError), os.scandir(course.submitted) as folders:
        found = sorted(folder.name for folder in folders if os.path.lexists(os.path.join(folder.path, assignment)))
        found = found if student is None else [name for name in found if student in (name, student_of(name))]
        if found:
            return found
    raise CourseError(
        _("Nothing to grade: there is no folder submitted/{student}/{assignment}/.").format(
            student=student or "<student>", assignment=assignment
        )
    )


def student_of(folder):
    """Who a folder's name stands for: the name itself, unless it would lie on a page or could not be written."""
    if folder.isprintable() and len(os.fsencode(folder)) <= MAX_NAME:
        return folder
    shown = "".join(letter if letter.isprintable() else "?" for letter in folder[:40])
    return f"{shown}-{hashlib.sha256(os.fsencode(folder)).hexdigest()[:8]}"


def read(course, assignment, folder, fingerprint):
    """The Submission in submitted/<folder>/, as far as it can be read."""
    path, student = course.submission_path(folder, assignment), student_of(folder)
    data, refusal = None, ""
    try:
        if student != folder:
            raise nb.Unreadable(_("The folder's name is too long, or holds characters that can't be shown; rename it."))
        data = nb.read_file(path, below=course.submitted)
    except nb.Missing:
        refusal = _missing(path)
    except nb.Unreadable as error:
        refusal = str(error)
    digest = hashlib.sha256(fingerprint.encode())
    digest.update(refusal.encode("utf-8", "replace") if data is None else data)
    return Submission(student, data, refusal, digest.hexdigest())


def timestamp(course, assignment, student):
    """When it was handed in, as nbgrader's timestamp.txt says, if it does."""
    try:
        path = course.submission_path(student, assignment).with_name("timestamp.txt")
        return nb.read_file(path, below=course.submitted).decode().strip()
    except (OSError, nb.Unreadable, ValueError):
        return None


def _missing(path):
    others = sorted(other.name for other in path.parent.glob("*.ipynb"))
    if others:
        return _("There is no {name} in the folder, but {other}; rename it.").format(name=path.name, other=plain(others[0], 100))
    return _("There is no {name} in the folder.").format(name=path.name)
