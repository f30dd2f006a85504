"""The class at a glance: reports/<assignment>.html, and the same as CSV."""

import ast
import json
import re
import textwrap
from pathlib import Path

from grader import files
from grader.classroom.given import results
from grader.course.folder import Course, CourseError
from grader.notebook import definitions
from grader.notebook.cells import grade_id
from grader.pages import class_report
from grader.pages.class_stats import Tally
from grader.words import _, plain


def report(course: Course, assignment: str) -> tuple[Path, Path]:
    """Write both files from the results kept, and return their paths. Raises CourseError where there are none."""
    course.source(assignment)
    tally = Tally(results(course, assignment))
    if not tally.rows:
        raise CourseError(_("No results yet for {name}; run `grader grade {name}` first.").format(name=assignment))
    page, table = (course.root / "reports" / f"{assignment}.{kind}" for kind in ("html", "csv"))
    files.write(page, class_report.page(assignment, tally, lines=_lines(course, assignment, tally)))
    files.write(table, class_report.table(tally))
    return page, table


BESIDE, MOST_LINES = 6, 40  # students whose code stands side by side for one mistake; lines of each


def _lines(course, assignment, tally):
    """{(exercise, name of a mistake): [(student, lines of theirs)]} of the most frequent mistakes."""
    found: dict[tuple[str, str], class_report.Lines] = {}
    for mistake in tally.mistakes[: class_report.MISTAKES_SHOWN]:
        for student in mistake.students[:BESIDE]:
            if text := _code_of(course, assignment, student, mistake):
                found.setdefault((mistake.exercise, mistake.name), []).append((student, text))
    return found


def _code_of(course, assignment, student, mistake):
    """What a student wrote where the mistake is: the function that it names, where there is one of that name; else the cell."""
    try:
        notebook = json.loads((course.root / "autograded" / student / assignment / f"{assignment}.ipynb").read_bytes())
        cells = ["".join(cell["source"]) for cell in notebook["cells"] if grade_id(cell) == mistake.exercise]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    text = cells[0] if cells else ""
    function = re.match(r"\w+:(\w+)\.|(\w+)", mistake.name)
    name = function and (function.group(1) or function.group(2))
    for node in ast.walk(definitions.tree(text) or ast.Module([], [])):
        if isinstance(node, ast.FunctionDef) and node.name == name:
            text = textwrap.dedent("\n".join(text.split("\n")[node.lineno - 1 : node.end_lineno]))
            break
    lines = text.split("\n")
    return plain("\n".join(lines[:MOST_LINES]) + ("\n…" if len(lines) > MOST_LINES else ""), 6_000)
