"""A source notebook: what the course gives, and what is to be written."""

import ast
import functools
from collections import Counter
from dataclasses import dataclass, field

from grader.notebook.cells import Cell, grade_id, is_playground, points_by_hand, role, visible
from grader.notebook.clearing import Clearing
from grader.notebook.definitions import tree
from grader.notebook.read import Unreadable, parse
from grader.words import _

AS_NBGRADER = Clearing()


@dataclass(frozen=True)
class Source:
    """A source notebook, read once: its cells by grade_id, in order."""

    name: str
    cells: dict[str, Cell]  # grade_id: cell
    points: dict[str, float]  # grade_id of a test cell: its points
    playgrounds: frozenset[str] = frozenset()  # visible text of cells that only show something, and aren't run unchanged
    by_hand: dict[str, float] = field(default_factory=dict)  # grade_id of a cell that a person marks: its points
    all_cells: tuple[Cell, ...] = ()  # those without an id among them
    clearing: Clearing = AS_NBGRADER

    @classmethod
    def read(cls, name: str, data: bytes, clearing: Clearing = AS_NBGRADER) -> "Source":
        """The Source in a notebook's bytes. Raises Unreadable for one that nbgrader could not use either."""
        notebook = parse(data)
        playgrounds = frozenset(visible(cell["source"]) for cell in notebook["cells"] if is_playground(cell))
        with_role = [cell for cell in notebook["cells"] if role(cell)]
        for twice, times in Counter(map(grade_id, with_role)).items():
            if times > 1:
                raise Unreadable(
                    _("{times} cells have the grade id {cell!r}; each needs its own.").format(times=times, cell=twice)
                )
        cells = {grade_id(cell): cell for cell in with_role}
        points = {i: _points(i, cell) for i, cell in cells.items() if role(cell) == "test"}
        by_hand = {i: _points(i, cell) for i, cell in cells.items() if points_by_hand(cell) is not None}
        return cls(name, cells, points, playgrounds, by_hand, tuple(notebook["cells"]), clearing)

    @property
    def given(self) -> list[str]:
        """The texts of the code cells that the course gives."""
        return [cell["source"] for cell in self.cells.values() if role(cell) == "given" and cell["cell_type"] == "code"]

    @property
    def exercises(self) -> list[str]:
        return [i for i, cell in self.cells.items() if role(cell) == "solution"]

    @property
    def own_ids(self) -> set[str]:
        """The ids that no other assignment has: those of its solution and test cells."""
        return {i for i, cell in self.cells.items() if role(cell) != "given"}

    @property
    def max_score(self) -> float:
        """All points that it is worth, those that a person gives among them."""
        return float(sum(self.points.values()) + sum(self.by_hand.values()))

    def released_text(self, cell_id: str) -> str:
        """A cell's text as students get it: without its hidden part, without its solution."""
        return self._released[cell_id]

    @functools.cached_property
    def _released(self):
        return {cell_id: self._cleared(cell) for cell_id, cell in self.cells.items()}

    def _cleared(self, cell):
        text = self.clearing.without_hidden(cell["source"])
        is_answer = role(cell) in ("solution", "manual") and cell["metadata"]["nbgrader"].get("solution")
        return self.clearing.without_solution(text, cell["cell_type"] == "code") if is_answer else text

    @functools.cached_property
    def definitions(self) -> dict[str, str]:
        """{name: "class" or "function"} of everything that the stubs define, methods included."""
        found = {}
        for name in self.exercises:
            for node in _nodes(self.cells[name]["source"]):
                if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                    found[node.name] = "class" if isinstance(node, ast.ClassDef) else "function"
        return found

    def imports(self) -> list[str]:
        """The modules that the cells import which grading runs, as they are given."""
        found: set[str] = set()
        for cell in self.all_cells:
            if cell["cell_type"] == "code" and role(cell) != "test" and not is_playground(cell):
                for node in _nodes(cell["source"]):
                    if isinstance(node, ast.Import):
                        found.update(alias.name for alias in node.names)
                    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                        found.add(node.module)
        return sorted(found)


def _nodes(text):
    """All nodes of a cell's tree, none of one that can't be parsed."""
    parsed = tree(text)
    return ast.walk(parsed) if parsed else ()


def _points(name, cell):
    given = cell["metadata"]["nbgrader"].get("points")
    try:
        points = float(given)
    except (TypeError, ValueError):
        points = float("nan")
    if not 0 <= points < float("inf"):
        raise Unreadable(_("The cell {cell!r} has {got!r} points; it must be a number, 0 or more.").format(cell=name, got=given))
    return points
