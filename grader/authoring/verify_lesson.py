"""Whether a lesson has what its feedback sends students to: headings, and pictures that are there and described."""

import json
import re
from collections.abc import Iterator

from grader.course import known
from grader.course.folder import Course
from grader.words import _

DESCRIBED = 40  # characters of a picture's text that say something

Line = tuple[str, bool]


def verify_lesson(course: Course, assignment: str) -> Iterator[Line]:
    """Yield (sentence, whether it is good)."""
    yield _headings(course, assignment)
    yield _pictures(course, assignment)


def _headings(course, assignment) -> Line:
    lines = (line for text in _texts(course, assignment) for line in text.split("\n") if line.startswith("#"))
    headings = {heading for line in lines for heading in (line.lstrip("# ").strip(), line.split("·", 1)[-1].strip())}
    wrongs = known.wrong_solutions(course, assignment)
    astray = [f"{wrong.exercise}/{wrong.id} ({wrong.concept!r})" for wrong in wrongs if wrong.concept not in headings]
    if astray:
        return _("no heading of the lesson is the concept of {wrongs}").format(wrongs=", ".join(astray)), False
    return _("{n} wrong solutions name a heading of the lesson as their concept").format(n=len(wrongs)), True


def _pictures(course, assignment) -> Line:
    found = [one for text in _texts(course, assignment) for one in re.findall(r"!\[(.*?)\]\((.*?)\)", text, re.S)]
    if not found:
        return _("the lesson has no picture"), False
    folder = course.source_path(assignment).parent
    missing = [path for _text, path in found if not (folder / path).is_file() and "://" not in path]
    if missing:
        return _("a picture is not there: {files}").format(files=", ".join(missing)), False
    if silent := [path for text, path in found if len(text) <= DESCRIBED]:
        return _("a picture's text doesn't say what it shows: {files}").format(files=", ".join(silent)), False
    return _("{n} pictures are there and described").format(n=len(found)), True


def _texts(course, assignment):
    cells = json.loads(course.source_path(assignment).read_text("utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
