"""Whether anything of a solution or of a hidden test would go out with a release."""

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from grader.course.folder import Course
from grader.notebook.cells import grade_id, role
from grader.notebook.source import Source
from grader.words import _

TELLING = 8  # characters of a line that tells something
MARKS = re.compile(r"\b(?:begin|end)[ _-]*(?:solution|hidden[ _-]*tests?|mark[ _-]*scheme)", re.IGNORECASE)


def find(course: Course, assignment: str, built: Path) -> str:
    """What of a solution or a hidden test stands in the release `built`, in a sentence; "" where nothing does."""
    sources = course.sources(assignment)
    texts = {path: _text(path) for path in sorted(built.rglob("*")) if path.is_file()}
    for path, text in texts.items():
        if path.suffix == ".ipynb" and (found := MARKS.search(text)):
            return _("{file} would still hold {words!r}; write it as nbgrader wants it, in a cell that has that role.").format(
                file=path.relative_to(built), words=found.group()
            )
    shown = {line.strip() for source in sources for line in _shown(source)}
    for source in sources:
        for cell, lines in _secrets(source):
            telling = {line for line in map(str.strip, lines) if len(line) > TELLING} - shown
            for path, text in texts.items():
                there = [line for line in telling if line in text or json.dumps(line, ensure_ascii=False)[1:-1] in text]
                if len(there) >= (1 if path.suffix == ".ipynb" else min(2, len(telling))) and there:
                    return _("{file} would hold what the cell `{cell}` keeps from students.").format(
                        file=path.relative_to(built), cell=cell
                    )
    return _whole_solution(course, assignment, sources) if course.solution_path(assignment).is_file() else ""


def _shown(source: Source) -> Iterator[str]:
    """The lines that students are to get."""
    for cell in source.all_cells:
        name = grade_id(cell)
        yield from (source.released_text(name) if name in source.cells else cell["source"]).split("\n")


def _secrets(source: Source) -> Iterator[tuple[str, list[str]]]:
    """(a cell, the lines of it that students don't get)"""
    for name, cell in source.cells.items():
        kept = set(source.released_text(name).split("\n"))
        lines = [line for line in cell["source"].split("\n") if line not in kept and not MARKS.search(line)]
        if lines:
            yield name, lines


def _whole_solution(course, assignment, sources):
    """A sentence where a solution cell goes out as the file of solutions has it."""
    (source,) = [one for one in sources if one.name == assignment] or [sources[0]]
    for name, solution in course.solution_cells(assignment).items():
        given_out = source.released_text(name)
        if role(source.cells[name]) == "solution" and _code(given_out) and _code(given_out) == _code(solution):
            return _(
                "the cell `{cell}` holds its whole solution; put a stub in its place, or mark what is to be taken out."
            ).format(cell=name)
    return ""


def _code(text):
    """What a text does, comments and docstrings apart; None where it is no Python."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return None
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
            del body[0]
    return ast.dump(tree) if tree.body else None


def _text(path):
    return path.read_text("utf-8", "replace")
