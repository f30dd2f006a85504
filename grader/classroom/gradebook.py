"""nbgrader's gradebook, a SQLite file: the only module that touches it. One process writes it."""

import contextlib
import datetime
import sys
import types
from collections.abc import Iterable
from pathlib import Path
from typing import Self

# jsonschema tries to load this for checks of addresses that no notebook needs; it takes longer than all the rest
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import nbformat  # noqa: E402
from alembic.script import ScriptDirectory  # noqa: E402
from nbgrader import api  # noqa: E402
from nbgrader.dbutil import ALEMBIC_DIR  # noqa: E402
from nbgrader.preprocessors import AssignLatePenalties, ComputeChecksums, LockCells, SaveCells  # noqa: E402
from sqlalchemy import bindparam, create_engine, insert, select, text, update  # noqa: E402
from sqlalchemy.exc import DatabaseError  # noqa: E402

from grader.classroom.extensions import extensions  # noqa: E402
from grader.classroom.gradebook_read import unusable  # noqa: E402
from grader.course.folder import Course, CourseError  # noqa: E402
from grader.words import _  # noqa: E402


def create(path: Path) -> None:
    """A new gradebook at `path`, as nbgrader makes one. nbgrader itself would run `alembic`, which must be on PATH then, and
    loads all of nbgrader once more to name its newest version."""
    made = path.with_name(f".{path.name}-new")
    made.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{made}")
    api.Base.metadata.create_all(engine)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        newest = {"newest": ScriptDirectory(ALEMBIC_DIR).get_current_head()}
        connection.execute(text("INSERT INTO alembic_version (version_num) VALUES (:newest)"), newest)
    engine.dispose()
    made.rename(path)


class Book:
    """The course's gradebook.db, open. Use as a context manager. Raises OSError for one that can't be read or written."""

    def __init__(self, course: Course):
        self._course = course
        self._url = f"sqlite:///{course.database}"

    def __enter__(self) -> Self:
        with self._told():
            if not self._course.database.exists():
                create(self._course.database)
            self._gradebook = api.Gradebook(self._url)
        return self

    def __exit__(self, *_: object) -> None:
        self._gradebook.close()

    def prepare(self, assignment: str) -> None:
        """Put the assignment's cells and points in, as `nbgrader generate_assignment` does. Raises CourseError."""
        with self._told():
            self._gradebook.update_or_create_assignment(assignment)
            notebook = nbformat.reads(self._course.source_path(assignment).read_text("utf-8"), as_version=4)
            resources = {"nbgrader": {"notebook": assignment, "assignment": assignment, "student": ".", "db_url": self._url}}
            try:
                for step in (LockCells(), ComputeChecksums(), SaveCells()):
                    notebook, resources = step.preprocess(notebook, resources)
            except RuntimeError as error:
                raise CourseError(_("The gradebook refuses: {why}.").format(why=str(error).rstrip("."))) from None

    def set_due(self, assignment: str, due: datetime.datetime) -> None:
        """Put in when the assignment is due."""
        with self._told():
            self._gradebook.update_or_create_assignment(assignment, duedate=due.astimezone(datetime.UTC).replace(tzinfo=None))

    def record(self, assignment: str, marks: Iterable[tuple[str, dict[str, float | None], str | None]]) -> None:
        """Write a group of submissions in one transaction: [(student, {test cell: points or None}, timestamp or None)].

        The rows are those that nbgrader's API makes, in few statements. Marks given by hand stay, and ask for a second look,
        as do marks that are withheld."""
        with self._told(), self._gradebook.engine.begin() as connection:
            cells = _Cells(connection, assignment)
            students = [student for student, _points, _timestamp in marks]
            known = set(connection.scalars(select(api.Student.id).where(api.Student.id.in_(students))))
            _insert(connection, api.Student, [{"id": student} for student in students if student not in known])
            there = cells.submissions(connection, students)
            fresh = {student: _fresh(cells, student, timestamp) for student, _, timestamp in marks if student not in there}
            _insert(connection, api.SubmittedAssignment, [row for row, _notebook in fresh.values()])
            _insert(connection, api.SubmittedNotebook, [row for _submission, row in fresh.values()])
            _insert(connection, api.Comment, [_row(cell, row["id"]) for _, row in fresh.values() for cell in cells.commented])
            grades = _grades(connection, [notebook for _submission, notebook in there.values()])
            added, changed, handed_in = [], [], []
            for student, points, timestamp in marks:
                submission, notebook = there.get(student) or (fresh[student][0]["id"], fresh[student][1]["id"])
                if student in there and _utc(timestamp):
                    handed_in.append({"row": submission, "timestamp": _utc(timestamp)})
                for name, cell in cells.graded.items():
                    grade, by_hand = grades.get((notebook, cell), (None, None))
                    score = points.get(name)
                    marked = {"auto_score": score, "needs_manual_grade": by_hand is not None or score is None}
                    if grade is None:
                        added.append(_row(cell, notebook) | marked)
                    else:
                        changed.append({"row": grade} | marked)
            _insert(connection, api.Grade, added)
            _update(connection, api.Grade, changed)
            _update(connection, api.SubmittedAssignment, handed_in)
            self._extend(connection, cells, assignment, students)
            self._penalise(connection, cells, students)

    def _extend(self, connection, cells, assignment, students):
        """Put in who of them has longer."""
        longer = extensions(self._course, assignment)
        for student, _notebook, _before, _timestamp, extension, due in connection.execute(cells.lateness(students)).all():
            if due and student in longer:
                wanted = max(longer[student].replace(tzinfo=None) - due, datetime.timedelta())
                if wanted != extension:
                    table = api.SubmittedAssignment.__table__
                    where = (table.c.assignment_id == cells.assignment) & (table.c.student_id == student)
                    connection.execute(update(table).where(where).values(extension=wanted))

    def _penalise(self, connection, cells, students):
        """Take off for being late what nbgrader's AssignLatePenalties would, by its own code and the course's settings for it."""
        step = None
        rows = connection.execute(cells.lateness(students)).all()
        for student, notebook, before, timestamp, extension, due in rows:
            penalty, deadline = None, due and due + (extension or datetime.timedelta())
            if deadline and timestamp and timestamp > deadline:
                if step is None:
                    step = AssignLatePenalties(config=self._course.config)
                    step.init_plugin()
                score = connection.scalar(select(api.SubmittedNotebook.score).where(api.SubmittedNotebook.id == notebook))
                penalty = step.plugin_inst.late_submission_penalty(student, score, (timestamp - deadline).total_seconds())
                penalty = None if penalty is None else step._check_late_penalty(types.SimpleNamespace(score=score), penalty)
            if penalty != before:
                _update(connection, api.SubmittedNotebook, [{"row": notebook, "late_submission_penalty": penalty}])

    def score(self, student: str, assignment: str) -> tuple[float, dict[str, float | None]] | None:
        """(score, {test cell: auto score}) as nbgrader has them, None for a student without a submission."""
        found = [s for s in self._gradebook.assignment_submissions(assignment) if s.student_id == student]
        if not found:
            return None
        return found[0].score, {g.name: g.auto_score for n in found[0].notebooks for g in n.grades}

    @contextlib.contextmanager
    def _told(self):
        """What SQLite complains of, as an error of the file's."""
        try:
            yield
        except (DatabaseError, api.InvalidEntry) as error:
            raise unusable(self._course, getattr(error, "orig", None) or error) from None


class _Cells:
    """Where an assignment's rows are: its id and its notebook's, and those of its cells by name."""

    def __init__(self, connection, assignment):
        where = select(api.Notebook.id, api.Notebook.assignment_id).join(
            api.Assignment, api.Assignment.id == api.Notebook.assignment_id
        )
        self.notebook, self.assignment = connection.execute(
            where.where(api.Assignment.name == assignment, api.Notebook.name == assignment)
        ).one()
        found = select(api.BaseCell.id, api.BaseCell.name, api.BaseCell.type).where(api.BaseCell.notebook_id == self.notebook)
        rows = connection.execute(found).all()
        self.graded = {row.name: row.id for row in rows if row.type in ("GradeCell", "TaskCell")}
        self.commented = [row.id for row in rows if row.type in ("SolutionCell", "TaskCell")]

    def submissions(self, connection, students):
        """{student: (id of the submission, id of its notebook)} of those that are there."""
        rows = (
            select(api.SubmittedAssignment.student_id, api.SubmittedAssignment.id, api.SubmittedNotebook.id)
            .join(api.SubmittedNotebook, api.SubmittedNotebook.assignment_id == api.SubmittedAssignment.id)
            .where(
                api.SubmittedAssignment.assignment_id == self.assignment,
                api.SubmittedNotebook.notebook_id == self.notebook,
                api.SubmittedAssignment.student_id.in_(students),
            )
        )
        return {student: (submission, notebook) for student, submission, notebook in connection.execute(rows)}

    def lateness(self, students):
        """The query for what a late penalty depends on: student, notebook, penalty before, handed in, extension, due."""
        submitted, notebook = api.SubmittedAssignment.__table__, api.SubmittedNotebook.__table__
        columns = (notebook.c.late_submission_penalty, submitted.c.timestamp, submitted.c.extension, api.Assignment.duedate)
        return (
            select(submitted.c.student_id, notebook.c.id, *columns)
            .join(notebook, notebook.c.assignment_id == submitted.c.id)
            .join(api.Assignment, api.Assignment.id == submitted.c.assignment_id)
            .where(notebook.c.notebook_id == self.notebook, submitted.c.student_id.in_(students))
        )


def _fresh(cells, student, timestamp):
    submission = {"id": api.new_uuid(), "assignment_id": cells.assignment, "student_id": student}
    submission["timestamp"] = _utc(timestamp)
    return submission, {"id": api.new_uuid(), "assignment_id": submission["id"], "notebook_id": cells.notebook}


def _utc(timestamp):
    """What nbgrader makes of a submission's timestamp; None where there is none that it can read."""
    try:
        return api.utils.parse_utc(timestamp) if timestamp else None
    except (ValueError, OverflowError):
        return None


def _row(cell, notebook):
    return {"id": api.new_uuid(), "cell_id": cell, "notebook_id": notebook}


def _grades(connection, notebooks):
    """{(notebook, cell): (id of the grade, manual score)}"""
    rows = select(api.Grade.notebook_id, api.Grade.cell_id, api.Grade.id, api.Grade.manual_score).where(
        api.Grade.notebook_id.in_(notebooks)
    )
    return {(notebook, cell): (grade, by_hand) for notebook, cell, grade, by_hand in connection.execute(rows)}


def _insert(connection, model, rows):
    if rows:
        connection.execute(insert(model.__table__), rows)


def _update(connection, model, rows):
    if rows:
        connection.execute(update(model.__table__).where(model.__table__.c.id == bindparam("row")), rows)
