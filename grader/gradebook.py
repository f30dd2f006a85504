"""nbgrader's gradebook, a SQLite file: the only module that touches it. One process writes it."""

import sys
import warnings

# jsonschema tries to load this for checks of addresses that no notebook needs; it takes longer than all the rest
sys.modules.setdefault("rfc3987_syntax", None)

import nbformat  # noqa: E402
from alembic.script import ScriptDirectory  # noqa: E402
from nbgrader.api import Base, Gradebook  # noqa: E402
from nbgrader.dbutil import ALEMBIC_DIR  # noqa: E402
from nbgrader.preprocessors import ComputeChecksums, LockCells, SaveCells  # noqa: E402
from sqlalchemy import create_engine, text  # noqa: E402
from sqlalchemy.exc import SAWarning  # noqa: E402


def create(path):
    """A new gradebook at `path`, as nbgrader makes one. nbgrader itself would run `alembic`, which must be on PATH then, and
    loads all of nbgrader once more to name its newest version."""
    made = path.with_name(f".{path.name}-new")
    made.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{made}")
    Base.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        newest = {"newest": ScriptDirectory(ALEMBIC_DIR).get_current_head()}
        connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:newest)"), newest)
    engine.dispose()
    made.rename(path)


class Book:
    """The course's gradebook.db, open. Use as a context manager."""

    def __init__(self, course):
        self._course = course
        self._url = f"sqlite:///{course.database}"

    def __enter__(self):
        if not self._course.database.exists():
            create(self._course.database)
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
