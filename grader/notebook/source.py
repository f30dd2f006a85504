"""A source notebook: what the course gives, and what is to be written."""

import ast
import functools
from dataclasses import dataclass

from grader.notebook.cells import Cell, grade_id, is_playground, role, visible, without_hidden
from grader.notebook.read import parse


@dataclass(frozen=True)
class Source:
    """A source notebook, read once: its cells by grade_id, in order."""

    name: str
    cells: dict[str, Cell]  # grade_id: cell
    points: dict[str, float]  # grade_id of a test cell: its points
    playgrounds: frozenset[str] = frozenset()  # visible text of cells that only show something, and aren't run unchanged

    @classmethod
    def read(cls, name: str, data: bytes) -> "Source":
        notebook = parse(data)
        playgrounds = frozenset(visible(cell["source"]) for cell in notebook["cells"] if is_playground(cell))
        cells = {grade_id(cell): cell for cell in notebook["cells"] if role(cell)}
        points = {i: float(cell["metadata"]["nbgrader"]["points"]) for i, cell in cells.items() if role(cell) == "test"}
        return cls(name, cells, points, playgrounds)

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
        return sum(self.points.values())

    def released_text(self, cell_id: str) -> str:
        """A cell's text without its hidden part."""
        return self._released[cell_id]

    @functools.cached_property
    def _released(self):
        return {cell_id: without_hidden(cell["source"]) for cell_id, cell in self.cells.items()}

    @functools.cached_property
    def definitions(self) -> dict[str, str]:
        """{name: "class" or "function"} of everything that the stubs define, methods included."""
        found = {}
        for name in self.exercises:
            for node in ast.walk(ast.parse(self.cells[name]["source"])):
                if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                    found[node.name] = "class" if isinstance(node, ast.ClassDef) else "function"
        return found

    def imports(self) -> list[str]:
        """The modules that the cells import which grading runs, as they are given."""
        found: set[str] = set()
        for cell in self.cells.values():
            if cell["cell_type"] == "code" and role(cell) != "test" and not is_playground(cell):
                for node in ast.walk(ast.parse(cell["source"])):
                    if isinstance(node, ast.Import):
                        found.update(alias.name for alias in node.names)
                    elif isinstance(node, ast.ImportFrom) and node.module:
                        found.add(node.module)
        return sorted(found)
