"""A course where there was none, and the grader's part of one that is nbgrader's already."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

from grader import files
from grader.authoring.scaffold import new, texts_of
from grader.course.folder import Course, CourseError, course_that_holds
from grader.course.settings import CONFIG, LINE, NBGRADER_CONFIG, loads_ours
from grader.words import _

TEMPLATE = Path(__file__).parent / "templates" / "course"
FIRST = "first_steps"  # the assignment that a new course begins with
COURSE_ID = "COURSE_ID"  # stands for the course's name in the template
NAMES = {"gitignore": ".gitignore"}  # what a file of the template is called in a course


@dataclass(frozen=True)
class Begun:
    """What `init` made. line: the one to be added to nbgrader_config.py by hand, "" where there is none to be added."""

    course: Course
    written: tuple[Path, ...]
    line: str = ""


def init(folder: Path) -> Begun:
    """Make a course of an empty folder, or the grader's part of an nbgrader course. Edits no file that is there.

    Raises CourseError for a folder that is a course of ours already, that holds something else, or that lies among what students
    handed in."""
    folder = folder.resolve()
    if folder.exists() and not folder.is_dir():
        raise CourseError(_("{folder} is a file; name a folder.").format(folder=folder))
    if holder := course_that_holds(folder):
        raise CourseError(
            _("{folder} lies among what students handed in; the course is {holder}.").format(folder=folder, holder=holder)
        )
    if (folder / CONFIG).exists():
        raise CourseError(_("{folder} is a course already: it has a {config}.").format(folder=folder, config=CONFIG))
    if (folder / NBGRADER_CONFIG).exists() or any((folder / "source").glob("*/*.ipynb")):
        return _adopt(folder)
    if folder.exists() and any(folder.iterdir()):
        raise CourseError(
            _("{folder} is neither empty nor an nbgrader course: it has no {config}, and no source/ with notebooks.").format(
                folder=folder, config=NBGRADER_CONFIG
            )
        )
    made = {folder / _in_course(path): text for path, text in texts_of(TEMPLATE).items()}
    made[folder / CONFIG] = made[folder / CONFIG].replace(COURSE_ID, _course_id(folder))
    made[folder / "README.md"] = made[folder / "README.md"].replace("ASSIGNMENT", FIRST)
    for path, text in made.items():
        files.write(path, text)
    course = Course(folder)
    return Begun(course, (*made, *new(course, FIRST)))


def _adopt(folder):
    """The grader's part of an nbgrader course: its settings, and nbgrader's where there are none."""
    head, mark, grading = (TEMPLATE / CONFIG).read_text("utf-8").partition("# Grading: ")
    made = {folder / CONFIG: head.split("\n# The course's name")[0] + "\n" + mark + grading}
    if not (folder / NBGRADER_CONFIG).exists():
        made[folder / NBGRADER_CONFIG] = (TEMPLATE / NBGRADER_CONFIG).read_text("utf-8")
    for path, text in made.items():
        files.write(path, text)
    return Begun(Course(folder), tuple(made), "" if loads_ours(folder) else LINE)


def _in_course(path):
    return path.relative_to(TEMPLATE).with_name(NAMES.get(path.name, path.name))


def _course_id(folder):
    """A name for nbgrader's exchange, which makes a folder of it."""
    return re.sub(r"[^\w-]+", "_", folder.name).strip("_") or "course"


def walls_are_missing() -> str:
    """Why no walls can be built around student code on this machine, and what to do about it; "" where they can."""
    if not sys.platform.startswith("linux"):
        why = _("they are made of what Linux has, and this is {system}").format(system=sys.platform)
    else:
        from grader.sandbox import host, walls

        try:
            host.build("auto").close()
            return ""
        except walls.NoWalls as error:
            why = str(error)
    return _(
        "On this machine no walls can be built around student code ({why}), so nothing is graded here: use Linux, for example a "
        "virtual machine, WSL 2 on Windows, or a server; docs/any-course.md says how. `--isolation none` grades without walls, "
        "and only code that you would run yourself."
    ).format(why=why)
