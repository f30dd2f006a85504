"""The class at a glance: reports/<assignment>.html, and the same as CSV."""

from pathlib import Path

from grader import files
from grader.classroom.store import load_all
from grader.course.folder import Course, CourseError
from grader.pages import class_report
from grader.pages.class_stats import Tally
from grader.words import _


def report(course: Course, assignment: str) -> tuple[Path, Path]:
    """Write both files from the results kept, and return their paths. Raises CourseError where there are none."""
    course.source(assignment)
    tally = Tally(load_all(course, assignment))
    if not tally.rows:
        raise CourseError(_("No results yet for {name}; run `grader grade {name}` first.").format(name=assignment))
    page, table = (course.root / "reports" / f"{assignment}.{kind}" for kind in ("html", "csv"))
    files.write(page, class_report.page(assignment, tally))
    files.write(table, class_report.table(tally))
    return page, table
