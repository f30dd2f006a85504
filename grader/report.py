"""The class at a glance: reports/<assignment>.html, and the same as CSV."""

from . import files, grade, pages
from .course import CourseError
from .words import _


def report(course, assignment):
    """Write both files from the results kept, and return their paths. Raises CourseError where there are none."""
    course.source(assignment)
    results = grade.load_all(course, assignment)
    if not results:
        raise CourseError(_("No results yet for {name}; run `grader grade {name}` first.").format(name=assignment))
    page, table = (course.root / "reports" / f"{assignment}.{kind}" for kind in ("html", "csv"))
    files.write(page, pages.report(assignment, results))
    files.write(table, pages.table_csv(results))
    return page, table
