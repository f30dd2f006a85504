"""Who is in the gradebook, and with which marks: asked of SQLite itself, since loading nbgrader takes longer than a run that finds nothing to do."""

import datetime
import errno
import sqlite3
from contextlib import closing

from grader.classroom.backups import copies
from grader.course.folder import Course
from grader.notebook.bundle import cell_key
from grader.result import COMMENT
from grader.words import _, plain


def recorded(course: Course, assignment: str) -> set[str]:
    """The students whose submissions of `assignment` the gradebook has. Raises OSError for a gradebook that can't be read."""
    query = (
        "select s.student_id from submitted_assignment s join assignment a on s.assignment_id = a.id where a.name = ? "
        "and exists (select 1 from submitted_notebook n where n.assignment_id = s.id)"
    )
    return {student for (student,) in _ask(course, query, assignment)}


def marks(course: Course, assignment: str) -> dict[str, tuple[str, float | None, float]]:
    """{student: ("Last, First" or id, points or None, late penalty)} of everyone whom the gradebook has. A mark by hand counts
    before the grader's own; None where a test cell has neither. Raises OSError as above."""
    query = (
        "select t.id, t.last_name, t.first_name, n.id, n.late_submission_penalty, g.auto_score, g.manual_score, g.extra_credit "
        "from submitted_assignment s join assignment a on s.assignment_id = a.id join student t on s.student_id = t.id "
        "join submitted_notebook n on n.assignment_id = s.id join grade g on g.notebook_id = n.id where a.name = ?"
    )
    found: dict[str, tuple[str, float | None, float]] = {}
    penalties: dict[str, dict[str, float]] = {}  # student: {notebook: penalty}
    for student, last, first, notebook, penalty, auto, manual, extra in _ask(course, query, assignment):
        points = auto if manual is None else manual
        before = found.get(student, (None, 0.0))[1]
        total = None if points is None or before is None else before + points + (extra or 0.0)
        penalties.setdefault(student, {})[notebook] = penalty or 0.0
        found[student] = (", ".join(filter(None, (last, first))) or student, total, sum(penalties[student].values()))
    return found


def due(course: Course, assignment: str) -> datetime.datetime | None:
    """When an assignment is due, by the gradebook, where extensions don't count. Raises OSError as above."""
    for (text,) in _ask(course, "select duedate from assignment where name = ?", assignment):
        if text:
            return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.UTC)
    return None


def granted(course: Course, assignment: str) -> dict[str, datetime.timedelta]:
    """{student: how much longer they have, by the gradebook}. Raises OSError as above."""
    query = "select s.student_id, s.extension from submitted_assignment s join assignment a on s.assignment_id = a.id where a.name = ?"
    begun = datetime.datetime(1970, 1, 1)  # from which SQLAlchemy counts a span in SQLite
    return {student: datetime.datetime.fromisoformat(text) - begun for student, text in _ask(course, query, assignment) if text}


def lateness(course: Course, assignment: str) -> list[tuple]:
    """What the gradebook has of late penalties: (student, due, handed in, extension, penalty, points) of each notebook, in order.
    Raises OSError as above."""
    query = (
        "select s.student_id, a.duedate, s.timestamp, s.extension, n.late_submission_penalty, sum(coalesce(g.manual_score, g.auto_score, 0)"
        " + coalesce(g.extra_credit, 0)) from submitted_assignment s join assignment a on s.assignment_id = a.id "
        "join submitted_notebook n on n.assignment_id = s.id join grade g on g.notebook_id = n.id where a.name = ? "
        "group by n.id order by s.student_id, n.id"
    )
    return list(_ask(course, query, assignment))


def by_hand(course: Course, assignment: str) -> dict[str, tuple[float, float]]:
    """{student: (points that a person gave, of how many)}, of cells that only a person marks. Raises OSError as above."""
    query = (
        "select s.student_id, g.manual_score, c.max_score from base_cell b join grade_cells c on c.id = b.id "
        "join notebook m on b.notebook_id = m.id join assignment a on m.assignment_id = a.id join grade g on g.cell_id = b.id "
        "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id "
        "where a.name = ? and g.manual_score is not null and exists "  # cells with points and a student's text in one
        "(select 1 from base_cell k join solution_cells t on t.id = k.id where k.name = b.name and k.notebook_id = b.notebook_id)"
    )
    found: dict[str, tuple[float, float]] = {}
    for student, given, most in _ask(course, query, assignment):
        points, of = found.get(student, (0.0, 0.0))
        found[student] = (points + given, of + most)
    return found


# ((key of a cell, points or None, of how many, comment), …), the sum of all points there are, whether every cell has some
Given = tuple[tuple[tuple[str, float | None, float, str], ...], float, bool]


def given(course: Course, assignment: str, students: list[str] | None = None) -> dict[str, Given]:
    """{student: Given} of those whom a person gave points, extra credit among them, or a comment; by default of the whole class.
    Raises OSError as above."""
    some = "" if students is None else f" and s.student_id in ({', '.join('?' * len(students))})"
    cells_of = (  # crossed, which SQLite keeps in this order: by its indexes, and never through all of a class's grades
        "from assignment a cross join notebook m on m.assignment_id = a.id cross join base_cell b on b.notebook_id = m.id "
        "cross join submitted_assignment s on s.assignment_id = a.id "
        "cross join submitted_notebook n on n.notebook_id = m.id and n.assignment_id = s.id "
        "cross join {table} g on g.cell_id = b.id and g.notebook_id = n.id "
    )
    marked = (
        "select s.student_id, m.name, b.name, coalesce(g.manual_score, g.auto_score) + coalesce(g.extra_credit, 0), "
        "coalesce(c.max_score, t.max_score), '' "
        + cells_of.format(table="grade")
        + "left join grade_cells c on c.id = b.id left join task_cells t on t.id = b.id "
        + f"where a.name = ? and (g.manual_score is not null or coalesce(g.extra_credit, 0) != 0){some}"
    )
    said = (
        "select s.student_id, m.name, b.name, null, 0.0, g.manual_comment "
        + cells_of.format(table="comment")
        + f"where a.name = ? and coalesce(g.manual_comment, '') != ''{some}"
    )
    found: dict[str, dict[str, tuple[float | None, float, str]]] = {}
    rows = [row for query in (marked, said) for row in _ask(course, query, assignment, *students or ())]
    for student, notebook, name, points, most, comment in rows:
        cells, key = found.setdefault(student, {}), cell_key(assignment, notebook, name)
        before = cells.get(key, (None, 0.0, ""))
        cells[key] = (points, most, "") if points is not None else (*before[:2], plain(comment, COMMENT))
    if not found:
        return {}
    sums = (
        "select s.student_id, sum(coalesce(g.manual_score, g.auto_score, 0) + coalesce(g.extra_credit, 0)), "
        "sum(g.manual_score is null and g.auto_score is null) "
        + cells_of.format(table="grade")
        + f"where a.name = ?{some} group by s.student_id"
    )
    totals = {student: (points, not missing) for student, points, missing in _ask(course, sums, assignment, *students or ())}
    return {
        student: (tuple((key, *cells[key]) for key in sorted(cells)), *totals.get(student, (0.0, False)))
        for student, cells in found.items()
    }


def _ask(course, query, *values):
    if not course.database.exists():
        return []
    try:
        with closing(sqlite3.connect(course.database, timeout=30)) as database:
            return database.execute(query, values).fetchall()
    except sqlite3.Error as error:
        raise unusable(course, error) from None


def unusable(course: Course, error: object) -> OSError:
    """What SQLite complains of, as an error of the file's, and how to come back."""
    kept = copies(course)
    way = _("; a copy of it is {copy}: put that in its place").format(copy=kept[-1]) if kept else ""
    return OSError(errno.EIO, _("the gradebook can't be used ({why}){way}").format(why=error, way=way), str(course.database))
