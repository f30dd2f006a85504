"""What the cells of a notebook are, and how they are named towards a person.

Notebooks stay dicts as JSON gives them: nbformat's checks take longer than grading does.
"""

import re
from typing import Any

from grader.words import _, plain

Cell = dict[str, Any]
Notebook = dict[str, Any]

PLAYGROUND = {"tags": ["playground"]}
HAND_IN = {"tags": ["hand-in"]}  # of the last cell of a released notebook
AUTOTEST = re.compile(r"^\s*### (HASHED )?AUTOTEST", re.MULTILINE)


def grade_id(cell: Cell) -> str:
    """The cell's nbgrader id, or ""."""
    ours = cell["metadata"].get("nbgrader")
    name = ours.get("grade_id") if isinstance(ours, dict) else None
    return name if isinstance(name, str) else ""


def role(cell: Cell) -> str | None:
    """What a cell of a source notebook is to nbgrader: "solution", "test", "given", "manual" (an answer that a person marks) or
    None. A task is given: its answer stands in cells around it."""
    ours = cell["metadata"].get("nbgrader")
    if not isinstance(ours, dict) or not grade_id(cell):
        return None
    is_code = cell.get("cell_type", "code") == "code"
    if ours.get("grade") and (ours.get("solution") or not is_code):
        return "manual"
    if ours.get("solution"):
        return "solution" if is_code else "manual"
    if ours.get("grade"):
        return "test"
    return "given" if ours.get("locked") or ours.get("task") else None


def points_by_hand(cell: Cell) -> Any:
    """The points that a person gives for a cell of a source notebook, as they stand there, None where nobody does."""
    ours = cell["metadata"].get("nbgrader")
    if not isinstance(ours, dict) or not (ours.get("task") or (role(cell) == "manual" and ours.get("grade"))):
        return None
    return ours.get("points", 0)


def is_to_be_made(text: str) -> bool:
    """Whether nbgrader would write a test cell's tests, from what the solution answers: as it stands it holds none."""
    return bool(AUTOTEST.search(text))


def is_playground(cell: Cell) -> bool:
    """Whether a cell only shows something."""
    return cell["metadata"].get("tags") == PLAYGROUND["tags"]


def is_hand_in(cell: Cell) -> bool:
    """Whether a cell hands the notebook in, as the last one of a released notebook does."""
    return cell["metadata"].get("tags") == HAND_IN["tags"] and "hand_in" in cell["source"]


def visible(text: str) -> str:
    """A text without what nobody sees: a mark at its beginning, spaces at a line's end, empty lines at its own."""
    return "\n".join(map(str.rstrip, text.removeprefix("\ufeff").rstrip().split("\n")))


def without_role(cell: Cell) -> Cell:
    return {**cell, "metadata": {}}


def code_to_run(notebook: Notebook) -> list[tuple[int, str]]:
    """(number of the cell, its text) for each cell that grading runs: code that is neither a test nor the course's own show, and
    doesn't hand in."""
    return [
        (n, cell["source"])
        for n, cell in enumerate(notebook["cells"])
        if cell["cell_type"] == "code" and role(cell) != "test" and not is_playground(cell) and not is_hand_in(cell)
    ]


def cell_label(notebook: Notebook, number: int) -> str:
    """How a cell is called towards its author."""
    cell = notebook["cells"][number] if 0 <= number < len(notebook["cells"]) else None
    if cell is None:
        return _("a cell")
    if cell["cell_type"] != "code":
        return _("a Markdown cell") if cell["cell_type"] == "markdown" else _("a raw cell")
    name = grade_id(cell) if role(cell) else None
    code_cells = sum(c["cell_type"] == "code" for c in notebook["cells"][: number + 1])
    return f"`{name}`" if name else _("code cell {n}").format(n=code_cells)


def clean_line(source: str, line: int | None) -> str:
    """One line of a cell's text, for quoting."""
    lines = source.split("\n")
    return plain(lines[line - 1].strip(), 160) if line and 0 < line <= len(lines) else ""
