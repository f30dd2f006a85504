"""The class's marks for other systems: a table as CSV, a gradebook for Canvas, results as Gradescope reads them."""

from pathlib import Path

from grader import files
from grader.course.folder import Course
from grader.integrations.gradescope import write_results
from grader.integrations.marks import Mark, marks
from grader.integrations.tables import canvas, table


def export(
    course: Course, assignment: str, kind: str, to: Path | None = None, column: str | None = None, by_number: bool = False
) -> tuple[Path, list[Mark]]:
    """Write the marks as `kind`, one of FORMATS, and return (path, those without marks).

    to: the file, or for "gradescope" the folder; by default in reports/. column: what Canvas calls the assignment; by_number:
    whether the folders in submitted/ are called by Canvas's numbers, and not by logins.
    """
    found = marks(course, assignment)
    if kind == "gradescope":
        to = to or course.root / "reports" / f"{assignment}-gradescope"
        for mark in found:
            write_results(to / mark.student / "results.json", mark.result, mark)
    else:
        to = to or course.root / "reports" / f"{assignment}-{'marks' if kind == 'csv' else kind}.csv"
        files.write(to, table(found) if kind == "csv" else canvas(found, column or assignment, by_number))
    return to, [mark for mark in found if mark.final is None]
