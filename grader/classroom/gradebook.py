"""nbgrader's gradebook, a SQLite file: the only module that touches it. One process writes it."""

import contextlib
import datetime
import sqlite3
import sys
import types
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

# jsonschema tries to load this for checks of addresses that no notebook needs; it takes longer than all the rest
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

import nbformat  # noqa: E402
from alembic.script import ScriptDirectory  # noqa: E402
from nbgrader import api  # noqa: E402
from nbgrader.dbutil import ALEMBIC_DIR  # noqa: E402
from nbgrader.preprocessors import AssignLatePenalties, ComputeChecksums, LockCells, SaveCells  # noqa: E402
from sqlalchemy import bindparam, create_engine, insert, select, text, update  # noqa: E402
from sqlalchemy.exc import DatabaseError  # noqa: E402

from grader.classroom import backups, timestamps  # noqa: E402
from grader.classroom.extensions import extensions  # noqa: E402
from grader.classroom.gradebook_read import unusable  # noqa: E402
from grader.course.folder import Course, CourseError  # noqa: E402
from grader.notebook.bundle import cell_key  # noqa: E402
from grader.words import _  # noqa: E402

SETTLED_TOGETHER = 500  # students in one statement


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
    made.chmod(0o600)
    made.rename(path)


def _close_to_others(path):
    """Marks are nobody else's: nbgrader makes a gradebook that everybody can read. A group's rights are left as they are."""
    mode = path.stat().st_mode
    if mode & 0o007:
        with contextlib.suppress(PermissionError):  # it is another instructor's
            path.chmod(mode & 0o7770)


class Book:
    """The course's gradebook.db, open. Use as a context manager. Raises OSError for one that can't be read or written.

    back_up: whether to keep a copy of it first."""

    def __init__(self, course: Course, back_up: bool = True):
        self._course, self._back_up = course, back_up
        self._url = f"sqlite:///{course.database}"

    def __enter__(self) -> Self:
        with self._as_course_errors():
            if not self._course.database.exists():
                create(self._course.database)
            else:
                _close_to_others(self._course.database)
                if self._back_up:
                    backups.back_up(self._course)
            self._gradebook = api.Gradebook(self._url)
        return self

    def __exit__(self, *_: object) -> None:
        self._gradebook.close()

    def prepare(self, assignment: str) -> None:
        """Put the assignment's cells and points in, as `nbgrader generate_assignment` does. Raises CourseError."""
        with self._as_course_errors():
            self._gradebook.update_or_create_assignment(assignment)
            for name in self._course.notebooks(assignment):
                notebook = nbformat.reads(self._course.source_path(assignment, name).read_text("utf-8"), as_version=4)
                for cell in notebook.cells:
                    if cell.metadata.get("nbgrader", {}).get("solution"):  # what is handed in untouched is known by its text
                        cell.source = self._course.clearing.without_solution(cell.source, cell.cell_type == "code")
                names = {"notebook": name, "assignment": assignment, "student": ".", "db_url": self._url}
                resources: dict[str, Any] = {"nbgrader": names}
                try:
                    for step in (LockCells(), ComputeChecksums(), SaveCells()):
                        notebook, resources = step.preprocess(notebook, resources)
                except RuntimeError as error:
                    raise CourseError(_("The gradebook refuses: {why}.").format(why=str(error).rstrip("."))) from None

    def set_due(self, assignment: str, due: datetime.datetime) -> None:
        """Put in when the assignment is due."""
        with self._as_course_errors():
            self._gradebook.update_or_create_assignment(assignment, duedate=due.astimezone(datetime.UTC).replace(tzinfo=None))

    def record(self, assignment: str, marks: Iterable[tuple[str, dict[str, float | None], str | None]]) -> None:
        """Write a group of submissions in one transaction: [(student, {test cell: points or None}, timestamp or None)].

        The rows are those that nbgrader's API makes, in few statements. Marks given by hand stay, and ask for a second look,
        as do marks that are withheld."""
        with self._as_course_errors(), self._gradebook.engine.begin() as connection:
            cells = _Cells(connection, assignment)
            students = [student for student, _points, _timestamp in marks]
            known = set(connection.scalars(select(api.Student.id).where(api.Student.id.in_(students))))
            _insert(connection, api.Student, [{"id": student} for student in students if student not in known])
            there = cells.submissions(connection, students)
            fresh = {
                student: {
                    "id": api.new_uuid(),
                    "assignment_id": cells.assignment,
                    "student_id": student,
                    "timestamp": _utc(timestamp),
                }
                for student, _, timestamp in marks
                if student not in there
            }
            _insert(connection, api.SubmittedAssignment, fresh.values())
            submissions = {student: there[student][0] if student in there else fresh[student]["id"] for student in students}
            notebooks = {student: dict(there[student][1]) if student in there else {} for student in students}
            rows = [
                {"id": api.new_uuid(), "assignment_id": submissions[student], "notebook_id": notebook}
                for student in students
                for notebook in cells.notebooks.values()
                if notebook not in notebooks[student]
            ]
            _insert(connection, api.SubmittedNotebook, rows)
            of = {submissions[student]: student for student in students}
            for row in rows:
                notebooks[of[row["assignment_id"]]][row["notebook_id"]] = row["id"]
            commented = [
                _row(cell, row["id"]) for row in rows for notebook, cell in cells.commented if notebook == row["notebook_id"]
            ]
            _insert(connection, api.Comment, commented)
            grades = _grades(connection, [row for mine in notebooks.values() for row in mine.values()])
            added, changed, handed_in = [], [], []
            for student, points, timestamp in marks:
                if student in there and _utc(timestamp):
                    handed_in.append({"row": submissions[student], "timestamp": _utc(timestamp)})
                for key, (within, cell) in cells.graded.items():
                    notebook = notebooks[student][within]
                    grade, by_hand = grades.get((notebook, cell), (None, None))
                    score = points.get(key)
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

    def settle(self, assignment: str, handed_in: dict[str, str | None]) -> None:
        """Put in when students handed in and who has longer, and take off for being late what is due now, of marks that stand.

        handed_in: {student: timestamp or None}."""
        with self._as_course_errors(), self._gradebook.engine.begin() as connection:
            cells, students = _Cells(connection, assignment), sorted(handed_in)
            for n in range(0, len(students), SETTLED_TOGETHER):
                some = students[n : n + SETTLED_TOGETHER]
                there = cells.submissions(connection, some)
                times = {student: _utc(handed_in[student]) for student in some if student in there}
                rows = [{"row": there[student][0], "timestamp": time} for student, time in times.items() if time]
                _update(connection, api.SubmittedAssignment, rows)
                self._extend(connection, cells, assignment, some)
                self._penalise(connection, cells, some)

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

    def remove(self, student: str) -> None:
        """Take a student away, with all that was handed in."""
        with self._as_course_errors():
            self._gradebook.remove_student(student)
            self._gradebook.db.close()
            with self._gradebook.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM"))  # or their rows would stay in the file, to be overwritten one day

    def score(self, student: str, assignment: str) -> tuple[float, dict[str, float | None]] | None:
        """(score, {test cell: auto score}) as nbgrader has them, None for a student without a submission."""
        found = [s for s in self._gradebook.assignment_submissions(assignment) if s.student_id == student]
        if not found:
            return None
        return found[0].score, {g.name: g.auto_score for n in found[0].notebooks for g in n.grades}

    @contextlib.contextmanager
    def _as_course_errors(self):
        """What SQLite complains of, as an error of the file's."""
        try:
            yield
        except (DatabaseError, sqlite3.Error, api.InvalidEntry) as error:
            raise unusable(self._course, getattr(error, "orig", None) or error) from None


class _Cells:
    """Where an assignment's rows are: its id, its notebooks' by name, and those of its cells.

    graded: {key of a cell, `bundle.cell_key`: (its notebook's id, its own)}; commented: (notebook, cell) of those with comments."""

    def __init__(self, connection, assignment):
        where = select(api.Notebook.name, api.Notebook.id, api.Notebook.assignment_id).join(
            api.Assignment, api.Assignment.id == api.Notebook.assignment_id
        )
        rows = connection.execute(where.where(api.Assignment.name == assignment)).all()
        self.notebooks = {row.name: row.id for row in rows}
        self.assignment = rows[0].assignment_id
        names = {row.id: row.name for row in rows}
        found = select(api.BaseCell.notebook_id, api.BaseCell.id, api.BaseCell.name, api.BaseCell.type)
        cells = connection.execute(found.where(api.BaseCell.notebook_id.in_(names))).all()
        self.graded = {
            cell_key(assignment, names[row.notebook_id], row.name): (row.notebook_id, row.id)
            for row in cells
            if row.type in ("GradeCell", "TaskCell")
        }
        self.commented = [(row.notebook_id, row.id) for row in cells if row.type in ("SolutionCell", "TaskCell")]

    def submissions(self, connection, students):
        """{student: (id of the submission, {notebook: id of what was handed in for it})} of those that are there."""
        rows = (
            select(
                api.SubmittedAssignment.student_id,
                api.SubmittedAssignment.id,
                api.SubmittedNotebook.notebook_id,
                api.SubmittedNotebook.id,
            )
            .join(api.SubmittedNotebook, api.SubmittedNotebook.assignment_id == api.SubmittedAssignment.id, isouter=True)
            .where(
                api.SubmittedAssignment.assignment_id == self.assignment,
                api.SubmittedAssignment.student_id.in_(students),
            )
        )
        found: dict[str, tuple[str, dict[str, str]]] = {}
        for student, submission, notebook, row in connection.execute(rows):
            mine = found.setdefault(student, (submission, {}))[1]
            if notebook is not None:
                mine[notebook] = row
        return found

    def lateness(self, students):
        """The query for what a late penalty depends on: student, notebook, penalty before, handed in, extension, due."""
        submitted, notebook = api.SubmittedAssignment.__table__, api.SubmittedNotebook.__table__
        columns = (notebook.c.late_submission_penalty, submitted.c.timestamp, submitted.c.extension, api.Assignment.duedate)
        return (
            select(submitted.c.student_id, notebook.c.id, *columns)
            .join(notebook, notebook.c.assignment_id == submitted.c.id)
            .join(api.Assignment, api.Assignment.id == submitted.c.assignment_id)
            .where(notebook.c.notebook_id.in_(self.notebooks.values()), submitted.c.student_id.in_(students))
        )


def _utc(timestamp):
    """A submission's timestamp as the gradebook keeps it; None where there is none that can be read for certain."""
    try:
        return timestamps.parse(timestamp).replace(tzinfo=None) if timestamp else None
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
        connection.execute(insert(model.__table__), list(rows))


def _update(connection, model, rows):
    if rows:
        connection.execute(update(model.__table__).where(model.__table__.c.id == bindparam("row")), rows)
