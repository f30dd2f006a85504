"""nbgrader's gradebook, a SQLite file: the only module that touches it. One process writes it."""

import os
import shutil
import sys
import warnings
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook
from nbgrader.preprocessors import ComputeChecksums, LockCells, SaveCells
from sqlalchemy.exc import SAWarning


def put_alembic_on_path():
    """nbgrader makes a new gradebook by running `alembic`, which it looks for on PATH: beside this interpreter it is."""
    if not shutil.which("alembic"):
        os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)))


class Book:
    """The course's gradebook.db, open. Use as a context manager."""

    def __init__(self, course):
        self._course = course
        self._url = f"sqlite:///{course.database}"

    def __enter__(self):
        put_alembic_on_path()
        self._gradebook = Gradebook(self._url)
        return self

    def __exit__(self, *_):
        self._gradebook.close()

    def prepare(self, assignment):
        """Put the assignment's cells and points in, as `nbgrader generate_assignment` does."""
        self._gradebook.update_or_create_assignment(assignment)
        notebook = nbformat.reads(self._course.source_path(assignment).read_text("utf-8"), as_version=4)
        resources = {"nbgrader": {"notebook": assignment, "assignment": assignment, "student": ".", "db_url": self._url}}
        for step in (LockCells(), ComputeChecksums(), SaveCells()):
            notebook, resources = step.preprocess(notebook, resources)

    def record(self, student, assignment, points, timestamp=None):
        """Write a submission's points, {test cell: points or None}. Marks given by hand stay, and ask for a second look, as
        do marks that are withheld."""
        book = self._gradebook
        book.update_or_create_student(student)
        with warnings.catch_warnings():
            # nbgrader builds its rows in an order that SQLAlchemy remarks on; nothing is lost by it
            warnings.filterwarnings("ignore", "Object of type", SAWarning)
            submission = book.update_or_create_submission(assignment, student, **({"timestamp": timestamp} if timestamp else {}))
        notebook = next(n for n in submission.notebooks if n.name == assignment)
        for grade in notebook.grades:
            if grade.name in points:
                grade.auto_score = points[grade.name]
                grade.needs_manual_grade = grade.manual_score is not None or points[grade.name] is None
        book.db.commit()

    def score(self, student, assignment):
        """(score, {test cell: auto score}) as nbgrader has them, None for a student without a submission."""
        found = [s for s in self._gradebook.assignment_submissions(assignment) if s.student_id == student]
        if not found:
            return None
        return found[0].score, {g.name: g.auto_score for n in found[0].notebooks for g in n.grades}
