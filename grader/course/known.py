"""The submissions whose marks are known beforehand: the reference, the stub, wrong solutions, and right but unusual ones.

A wrong solution is a file `misconceptions/<exercise>/<id>.toml` in the assignment's content:

    sentence   what the student did, in the terms of their code
    hint       what to think about; not the answer
    concept    the heading in the lesson to read again
    loses      the parts of the exercise that it must lose; everything else keeps its marks
    change     a list of {from, to}: lines of the reference, found exactly once, and what stands there instead
    code       the whole solution cell, where a change can't say it

A control is a file `controls/<exercise>/<id>.py` (or .ipy, with magics): a right solution cell written another
way, which must get full marks. Lines of `# %%` cut it into several cells. Adding either edits no list.
"""

import itertools
import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.course.folder import Course, CourseError
from grader.notebook.cells import Cell, grade_id, role
from grader.notebook.definitions import bound_names


@dataclass(frozen=True)
class Wrong:
    id: str
    exercise: str
    sentence: str
    hint: str
    concept: str
    loses: frozenset[str]
    code: str  # the exercise's whole cell
    changes: tuple[
        tuple[str, str], ...
    ] = ()  # (from, to) of each change that made it of the reference; () where it is written out


@dataclass(frozen=True)
class Control:
    id: str
    exercise: str
    code: str


def wrong_solutions(course: Course, assignment: str) -> list[Wrong]:
    """Every Wrong of an assignment. Raises CourseError for a file that is not as described above."""
    cells = course.solution_cells(assignment)
    return [wrong for exercise in sorted(cells) for wrong in wrong_solutions_of(course, assignment, exercise, cells)]


def wrong_solutions_of(course: Course, assignment: str, exercise: str, cells: dict[str, str]) -> list[Wrong]:
    """Those of one exercise. cells: the reference's, `Course.solution_cells`."""
    return [_wrong(path, cells) for path in sorted((course.content(assignment) / "misconceptions" / exercise).glob("*.toml"))]


def pairs(wrongs: Iterable[Wrong]) -> Iterator[tuple[Wrong, Wrong, str]]:
    """Every two wrong solutions of one exercise that can be had together: (first, second, the cell with both mistakes)."""
    for first, second in itertools.combinations(wrongs, 2):
        code = together(first, second)
        if code:
            yield first, second, code


def together(first: Wrong, second: Wrong) -> str | None:
    """The cell with both mistakes, or None where they can't be had together: each must change its own lines of the reference."""
    if first.exercise != second.exercise or not first.changes or not second.changes:
        return None
    code = first.code
    for before, after in second.changes:
        if code.count(before) != 1:
            return None
        code = code.replace(before, after)
    return code if all(after in code for _before, after in first.changes) else None


def controls(course: Course, assignment: str) -> list[Control]:
    paths = sorted(path for path in (course.content(assignment) / "controls").glob("*/*") if path.suffix in (".py", ".ipy"))
    return [Control(path.stem, path.parent.name, path.read_text("utf-8")) for path in paths]


def moves(course: Course, assignment: str) -> dict[tuple[str, str], dict[str, str]]:
    """{("exercise/id", way): {part: the part that is lost instead}}: wrong solutions whose gradient nothing but the step shows,
    once they are written in that other way. `only_the_step_shows.toml` in the assignment's content lists them."""
    path = course.content(assignment) / "only_the_step_shows.toml"
    if not path.is_file():
        return {}
    try:
        listed = tomllib.loads(path.read_text("utf-8"))["moved"]
        return {(moved["wrong"], moved["way"]): {moved["part"]: moved["to"]} for moved in listed}
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CourseError(f"{path.name} of {assignment}: {type(error).__name__}: {error}.") from None


def _wrong(path, cells):
    where = Path(*path.parts[-3:])
    try:
        fields = tomllib.loads(path.read_text("utf-8"))
        changes = fields.pop("change", [])
        changes = tuple((change["from"].strip("\n"), change["to"].strip("\n")) for change in changes)
        code = fields.pop("code", None) or cells[path.parent.name]
        for before, after in changes:
            if code.count(before) != 1:
                raise CourseError(f"{where}: {before!r} occurs {code.count(before)} times in the reference, not once.")
            code = code.replace(before, after)
        return Wrong(path.stem, path.parent.name, loses=frozenset(fields.pop("loses")), code=code, changes=changes, **fields)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise CourseError(f"{where}: {type(error).__name__}: {error}.") from None


def notebook(course: Course, assignment: str, code: dict[str, str] | None = None, text: str | None = None) -> bytes:
    """The bytes of a handed-in notebook: the released one, with `code` ({exercise: cell text}) in its solution cells.

    A cell text with lines of `# %%` becomes several cells; the one that defines the exercise's names keeps its id.
    """
    notebook = json.loads(text or course.source_path(assignment).read_text("utf-8"))
    source = course.source(assignment)
    cells = []
    for cell in notebook["cells"]:
        name = grade_id(cell)
        if role(cell) == "test":
            cell = {**cell, "source": source.released_text(name)}
        pieces = code[name].split("# %%\n") if code and name in code else None
        if pieces is None:
            cells.append(cell)
            continue
        wanted = bound_names(source.cells[name]["source"])
        homes = [n for n, piece in enumerate(pieces) if _mentions(piece, wanted)]
        for n, piece in enumerate(pieces):
            extra: Cell = {
                "cell_type": "code",
                "execution_count": None,
                "metadata": {},
                "outputs": [],
                "source": piece.strip("\n"),
            }
            cells.append(
                {**cell, "source": piece.strip("\n")}
                if n == (homes or [0])[-1]
                else {**extra, "id": f"{name}-{n}".replace("_", "-")}
            )
    return (json.dumps({**notebook, "cells": cells}, indent=1, ensure_ascii=False) + "\n").encode()


def reference(course: Course, assignment: str, **changed: str) -> bytes:
    """A submission with the reference in every cell but those `changed`: exercise=text."""
    return notebook(course, assignment, {**course.solution_cells(assignment), **changed})


def _mentions(piece, names):
    return any(f"class {name}" in piece or f"def {name}" in piece or f"{name} =" in piece for name in names)
