"""A new assignment: a small exercise that passes `grader verify`, laid out to be replaced piece by piece."""

import keyword
import re
import shutil
import sys
from pathlib import Path

from grader import files
from grader.course.folder import Course, CourseError
from grader.integrations.nbgrader_release import release
from grader.words import _

TEMPLATE = Path(__file__).parent / "templates" / "assignment"
PLACES = ("source/{}", "solutions/{}.py", "release/{}", "grader/assignments/{}")
NAME = "ASSIGNMENT"  # stands for the assignment's name, in the template's paths and texts


def new(course: Course, assignment: str) -> list[Path]:
    """Write notebook, solution, hidden tests, wrong and right solutions, and the release. Returns the paths written.

    Nothing that is there already is touched. Raises CourseError for a name that can't be one, and for one that is taken.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,59}", assignment) or keyword.iskeyword(assignment) or assignment in _taken():
        raise CourseError(
            _(
                "{name!r} can't name an assignment: it will be a folder, a Python module and nbgrader's name, so it must be small "
                "letters, digits and _, begin with a letter, and be no word or module of Python's; for example ps8_{topic}."
            ).format(name=assignment, topic="momentum")
        )
    places = [course.root / place.format(assignment) for place in PLACES]
    for place in places:
        if place.exists():
            raise CourseError(
                _("{place} is there already; choose another name, or move it away.").format(place=place.relative_to(course.root))
            )
    made = {
        course.root / str(path.relative_to(TEMPLATE)).replace(NAME, assignment): path.read_text("utf-8").replace(NAME, assignment)
        for path in sorted(TEMPLATE.rglob("*"))
        if path.is_file()
    }
    try:
        for where, text in made.items():
            files.write(where, text)
        return [*made, *release(course, assignment)]
    except BaseException:
        for place in places:
            if place.is_dir():
                shutil.rmtree(place)
            else:
                place.unlink(missing_ok=True)
        raise


def _taken() -> set[str]:
    """Names that a module of this name would hide."""
    return {*sys.stdlib_module_names, "numpy", "matplotlib", "nbgrader", "pytest", "grader", "tests"}
