"""A notebook's cells run in this process, as its checks see them: for tests of the visible checks."""

import contextlib
import importlib
import io
import linecache
import sys
import types
from collections.abc import Iterator

from grader.notebook.cells import role
from tests.repository import COURSE


class Lesson:
    """A released notebook in a kernel of its own. `space` holds the names of its cells."""

    def __init__(self, assignment: str):
        self.source, self.solutions = COURSE.source(assignment), COURSE.solution_cells(assignment)
        self.space = vars(sys.modules["__main__"])
        self.checks = importlib.import_module(f"{assignment}_checks")
        self.checking = sys.modules["checking"]

    @property
    def cells(self) -> list[str]:
        """The ids of the code cells that run, in order: what is given, and what is to be written."""
        return [name for name, cell in self.source.cells.items() if cell["cell_type"] == "code" and role(cell) != "test"]

    def run(self, **instead: str) -> None:
        """Run the cells, the solution's with the reference's text, or with another."""
        for name in self.cells:
            self.type(instead.get(name, self.solutions.get(name, self.source.cells[name]["source"])), name)

    def type(self, text: str, name: str = "a cell") -> None:
        linecache.cache[name] = (len(text), None, text.splitlines(True), name)
        with contextlib.suppress(SyntaxError), contextlib.redirect_stdout(io.StringIO()):
            exec(compile(text, name, "exec"), self.space)

    def check(self, name: str) -> tuple[bool, str]:
        """(whether a test cell's check raises nothing, what it says)."""
        printed = io.StringIO()
        try:
            with contextlib.redirect_stdout(printed):
                exec(compile(self.source.released_text(name), name, "exec"), self.space)
        except self.checking.CheckFailed as failed:
            return False, str(failed)
        return True, printed.getvalue()

    def of(self, exercise: str) -> list[str]:
        """The test cells of an exercise."""
        return [name for name in self.source.points if name == f"test_{exercise}" or name.startswith(f"test_{exercise}_")]


@contextlib.contextmanager
def lesson(assignment: str) -> Iterator[Lesson]:
    """The Lesson of a released folder, which is the working folder meanwhile; its modules are gone afterwards."""
    folder, main = COURSE.root / "release" / assignment, sys.modules["__main__"]
    modules = ("checking", f"{assignment}_checks")
    for name in modules:
        sys.modules.pop(name, None)
    sys.path.insert(0, str(folder))
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        with contextlib.chdir(folder):
            yield Lesson(assignment)
    finally:
        sys.modules["__main__"] = main
        sys.path.remove(str(folder))
        for name in modules:
            sys.modules.pop(name, None)
