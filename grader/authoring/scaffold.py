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
EXERCISE = "scale"  # what the template's exercise is called


def texts_of(template: Path) -> dict[Path, str]:
    """{path: text} of a template's files, but for what Python compiles beside them where the grader was installed."""
    paths = [path for path in sorted(template.rglob("*")) if path.is_file() and "__pycache__" not in path.parts]
    return {path: path.read_text("utf-8") for path in paths}


def new(course: Course, assignment: str, exercise: str = EXERCISE) -> list[Path]:
    """Write notebook, solution, hidden tests, wrong and right solutions, and the release. Returns the paths written.

    exercise: what its exercise is called, wherever it is named. Nothing that is there already is touched. Raises CourseError for a
    name that can't be one, and for one that is taken.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", exercise) or keyword.iskeyword(exercise) or exercise.endswith("_"):
        raise CourseError(
            _(
                "{name!r} can't name an exercise: it will be a grade id and part of a module's name, so it must be small letters, digits "
                "and _, begin with a letter, and be no word of Python's; for example momentum_step."
            ).format(name=exercise)
        )
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
    named = lambda text: _called(text.replace(NAME, assignment), exercise)
    made = {course.root / named(str(path.relative_to(TEMPLATE))): named(text) for path, text in texts_of(TEMPLATE).items()}
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


def _called(text: str, exercise: str) -> str:
    """A text of the template with the exercise's name in place of the template's own: as a word, a class, and a cell's id."""
    names = {"scale": exercise, "Scale": "".join(word.capitalize() for word in exercise.split("_"))}
    text = re.sub(r"\btest-scale(?![a-z])", f"test-{exercise.replace('_', '-')}", text)
    text = re.sub(r'("id": ")scale"', lambda found: f'{found.group(1)}{exercise.replace("_", "-")}"', text)
    return re.sub(r"(?<![A-Za-z])(scale|Scale)(?![A-Za-z])", lambda found: names[found.group()], text)


def _taken() -> set[str]:
    """Names that a module of this name would hide."""
    return {*sys.stdlib_module_names, "numpy", "matplotlib", "nbgrader", "pytest", "grader", "tests"}
