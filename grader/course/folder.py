"""Find the course and what belongs to it: assignments, settings, the reference solutions, the secret."""

import contextlib
import functools
import hashlib
import json
import os
import types
from dataclasses import replace
from pathlib import Path
from typing import Any

from grader import files
from grader.course.reference import cut_into_cells
from grader.course.settings import CONFIG, CourseError, Settings, load_config
from grader.notebook.bundle import cell_key
from grader.notebook.clearing import Clearing
from grader.notebook.read import Unreadable
from grader.notebook.source import Source
from grader.words import _

ENGINE = Path(__file__).resolve().parent.parent  # the package
# Folders of a course that hold what students handed in: no settings are read there, for that would run a student's code.
STUDENTS_OWN = frozenset(("submitted", "downloaded", "autograded", "feedback", "attempts", ".grader"))


class Course:
    """The folder that holds `course_config.py`, and the paths within it. Raises CourseError for a folder that is none, or that
    lies among what students handed in."""

    def __init__(self, root: str | os.PathLike[str]):
        self.root = Path(root).resolve()
        if holder := course_that_holds(self.root):
            raise CourseError(
                _("{folder} lies among what students handed in; the course is {holder}.").format(folder=self.root, holder=holder)
            )
        if not (self.root / CONFIG).is_file():
            raise CourseError(
                _(
                    "No course here: {folder} has no {config}. Change to the course's folder, name it with --course, or make one "
                    "with `grader init`."
                ).format(folder=self.root, config=CONFIG)
            )
        self.submitted = self.root / "submitted"
        self.state = self.root / ".grader"
        self.database = self.root / "gradebook.db"
        self.lock = self.state / "lock"  # held by whoever writes marks

    @classmethod
    def find(cls, start: str | os.PathLike | None = None) -> "Course":
        """The course at or above `start`, by default the current folder; of a folder in which students hand in, the one that
        holds it. Raises CourseError for none."""
        start = _current_folder() if start is None else Path(start).absolute()
        for folder in (start, *start.parents):
            if (folder / CONFIG).is_file() and not course_that_holds(folder):
                return cls(folder)
        return cls(start)

    @functools.cached_property
    def config(self) -> Any:
        """What `course_config.py` sets, nbgrader's part and ours. Raises CourseError."""
        return load_config(self.root)

    @functools.cached_property
    def settings(self) -> Settings:
        return Settings.of(self.config)

    @functools.cached_property
    def clearing(self) -> Clearing:
        """What is taken out of a source notebook for students."""
        return Clearing.of(self.config)

    def assignments(self) -> list[str]:
        return sorted({path.parent.name for path in (self.root / "source").glob("*/*.ipynb") if not path.name.startswith(".")})

    def notebooks(self, assignment: str) -> list[str]:
        """The names of an assignment's notebooks: one of its own name where it has hidden test files, else all in its folder.
        Raises CourseError for a name that is none."""
        if assignment not in self.assignments():
            raise CourseError(
                _("There is no assignment {name!r}; there are {known}.").format(
                    name=assignment, known=", ".join(self.assignments()) or _("none")
                )
            )
        found = sorted(p.stem for p in (self.root / "source" / assignment).glob("*.ipynb") if not p.name.startswith("."))
        if not self.has_hidden_tests(assignment):
            return found
        if assignment not in found:
            raise CourseError(
                _("{name} has hidden tests, and so its notebook must be source/{name}/{name}.ipynb.").format(name=assignment)
            )
        return [assignment]

    def has_hidden_tests(self, assignment: str) -> bool:
        """Whether files of hidden tests grade an assignment; else its notebooks' own test cells do."""
        return any(self.content(assignment).glob("test_*.py"))

    def submission_path(self, student: str, assignment: str) -> Path:
        """Where the notebook lies that a student handed in, the first of several."""
        return self.submission_paths(student, assignment)[0]

    def submission_paths(self, student: str, assignment: str) -> list[Path]:
        return [self.submitted / student / assignment / f"{name}.ipynb" for name in self.notebooks(assignment)]

    def content(self, assignment: str) -> Path:
        """The folder of what grades an assignment: hidden tests, misconceptions/, controls/."""
        return self.root / "grader" / "assignments" / assignment

    def source_path(self, assignment: str, notebook: str | None = None) -> Path:
        return self.root / "source" / assignment / f"{notebook or self.notebooks(assignment)[0]}.ipynb"

    def source(self, assignment: str, notebook: str | None = None) -> Source:
        """The Source of an assignment's notebook, by default of the first. Raises CourseError for a name that is none, and for a
        notebook that nbgrader could not use either."""
        path = self.source_path(assignment, notebook)
        try:
            return Source.read(path.stem, path.read_bytes(), self.clearing)
        except Unreadable as error:
            raise CourseError(_("{path} can't be used: {why}").format(path=path.relative_to(self.root), why=error)) from None

    def sources(self, assignment: str) -> list[Source]:
        """The Source of each of an assignment's notebooks. Raises CourseError."""
        return [self.source(assignment, notebook) for notebook in self.notebooks(assignment)]

    def max_score(self, assignment: str) -> float:
        """All points of an assignment, those that a person gives among them. Raises CourseError."""
        return float(sum(source.max_score for source in self.sources(assignment)))

    def unmarked(self, assignment: str) -> dict[str, float | None]:
        """{key of a cell that is worth points: None}, for a submission without marks. Raises CourseError."""
        sources = self.sources(assignment)
        return {cell_key(assignment, one.name, cell): None for one in sources for cell in (*one.points, *one.by_hand)}

    def siblings(self, assignment: str) -> list[Source]:
        """The Sources of all other assignments, as far as they can be used."""
        found = []
        for other in self.assignments():
            if other != assignment:
                with contextlib.suppress(CourseError):
                    found += self.sources(other)
        return found

    def solution_path(self, assignment: str) -> Path:
        return self.root / "solutions" / f"{assignment}.py"

    def reference(self, assignment: str) -> types.ModuleType:
        """The reference solution, as a module. Only the examiner's process may call this."""
        module = types.ModuleType(f"reference_{assignment}")
        path = self.solution_path(assignment)
        text = self._solution(assignment)
        try:
            exec(compile(text, str(path), "exec"), module.__dict__)
        except Exception as error:
            raise self._broken(assignment, error) from None
        return module

    def _broken(self, assignment, error):
        path, why = self.solution_path(assignment).relative_to(self.root), f"{type(error).__name__}: {error}"
        return CourseError(_("{path} can't be run ({why}).").format(path=path, why=why))

    def _solution(self, assignment):
        path = self.solution_path(assignment)
        try:
            return path.read_text("utf-8")
        except FileNotFoundError:
            raise CourseError(
                _("{path} is not there: hidden tests in files need a reference.").format(path=path.relative_to(self.root))
            ) from None

    def reference_notebook(self, assignment: str, notebook: str) -> bytes:
        """The bytes of a source notebook with the course's own solutions: as it stands, and where there is a file of solutions with
        those in its cells."""
        data = self.source_path(assignment, notebook).read_bytes()
        if notebook != assignment or not self.solution_path(assignment).is_file():
            return data
        solutions, made = self.solution_cells(assignment), json.loads(data)
        for cell in made["cells"]:
            name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
            cell["source"] = solutions.get(name, cell["source"])
        return json.dumps(made).encode()

    def solution_cells(self, assignment: str) -> dict[str, str]:
        """{grade_id of a solution cell: its part of the reference}."""
        source, text = self.source(assignment), self._solution(assignment)
        if not source.exercises:
            raise CourseError(_("{name}.ipynb has no solution cell.").format(name=source.name))
        try:
            return cut_into_cells(text, source)
        except SyntaxError as error:
            raise self._broken(assignment, error) from None

    def secret(self, create: bool = True) -> bytes:
        """The bytes that probe inputs are drawn from: GRADER_SECRET, or `.grader/secret`, made on first use.

        With create=False, and none there, a passing one."""
        given = os.environ.get("GRADER_SECRET")
        if given:
            return given.encode()
        path = self.state / "secret"
        if path.is_file():
            return path.read_bytes()
        made = os.urandom(32).hex().encode()
        if create:
            files.write(path, made, mode=0o600)
        return made

    def fingerprint(self, assignment: str) -> str:
        """Changes whenever a submission might be graded otherwise: source, solution, hidden tests, engine, pages, settings."""
        digest = hashlib.sha256(repr(replace(self.settings, contact="")).encode())
        content = self.content(assignment)
        hidden, wrong = sorted(content.glob("*.py")), sorted((content / "misconceptions").rglob("*.toml"))
        engine = sorted(path for path in ENGINE.rglob("*.py") if ENGINE / "assignments" not in path.parents)
        pages = sorted(path for path in (ENGINE / "pages" / "templates").iterdir() if path.suffix in (".html", ".css"))
        sources = [self.source_path(assignment, notebook) for notebook in self.notebooks(assignment)]
        digest.update(repr(self.clearing).encode())
        for path in (*sources, self.solution_path(assignment), *hidden, *engine, *wrong, *pages):
            digest.update(path.read_bytes() if path.is_file() else b"")
        return digest.hexdigest()

    def private_paths(self) -> list[str]:
        """What no student process may read, whatever else it is shown."""
        return [str(self.root), str(ENGINE)]


def course_that_holds(folder: Path) -> Path | None:
    """The course of whose students' folders this is one, or lies in one; else None."""
    for parent in folder.parents:
        if folder.relative_to(parent).parts[0] in STUDENTS_OWN and (parent / CONFIG).is_file():
            return parent
    return None


def _current_folder():
    """As the shell names it, where `submitted/` may be a link to another disk; else as the system does."""
    named, real = Path(os.environ.get("PWD", "")), Path.cwd()
    try:
        return named if named.is_absolute() and ".." not in named.parts and named.samefile(real) else real
    except OSError:
        return real
