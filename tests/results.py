"""What came of a submission, or of a class."""

import sqlite3
from contextlib import closing

from grader.pages.dates import PLACE


def lost(result):
    """The names of the parts that a result did not pass."""
    return {part.part for _, part in result.parts if part.outcome != "passed"}


def snapshot(course):
    """Every file that grading writes, without the moment of grading, which a page says, and the gradebook's rows."""
    folders = ("autograded", "feedback", ".grader/results")
    written = {
        path: PLACE.sub(b"", path.read_bytes()) for name in folders for path in (course.root / name).rglob("*") if path.is_file()
    }
    query = (
        "select s.student_id, c.name, g.auto_score, g.manual_score, g.needs_manual_grade from grade g "
        "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id "
        "join base_cell c on g.cell_id = c.id order by 1, 2"
    )
    with closing(sqlite3.connect(course.database)) as database:
        return written, database.execute(query).fetchall()
