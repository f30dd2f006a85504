"""Find the course and what belongs to it: assignments, settings, the reference solutions, the secret."""

import ast
import functools
import hashlib
import os
import types
from dataclasses import dataclass, field, fields
from pathlib import Path

from grader import files
from grader.notebook.read import Source, role
from grader.sandbox.confine import Limits
from grader.words import _

ENGINE = Path(__file__).resolve().parent.parent  # the package
CONFIG = "course_config.py"
ISOLATION = ("auto", "full", "partial", "none")  # what may be asked for
FORMATS = ("csv", "canvas", "gradescope")  # of exports
# Folders of a course that hold what students handed in: no settings are read there, for that would run a student's code.
STUDENTS_OWN = frozenset(("submitted", "downloaded", "autograded", "feedback", "attempts", ".grader"))


class CourseError(Exception):
    """Something about the course is not as it should be; one sentence."""


@dataclass(frozen=True)
class Settings:
    """What `course_config.py` may set as c.Grader.<name>."""

    isolation: str = "auto"
    limits: Limits = field(default_factory=Limits)


class Course:
    """The folder that holds `course_config.py`, and the paths within it. Raises CourseError for a folder that is none, or that
    lies among what students handed in."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        if holder := _holder(self.root):
            raise CourseError(
                _("{folder} lies among what students handed in; the course is {holder}.").format(folder=self.root, holder=holder)
            )
        if not (self.root / CONFIG).is_file():
            raise CourseError(
                _("No course here: {folder} has no {config}. Change to the course's folder, or name it with --course.").format(
                    folder=self.root, config=CONFIG
                )
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
            if (folder / CONFIG).is_file() and not _holder(folder):
                return cls(folder)
        return cls(start)

    @functools.cached_property
    def config(self):
        """What `course_config.py` sets, nbgrader's part and ours."""
        from traitlets.config.loader import PyFileConfigLoader

        return PyFileConfigLoader(CONFIG, path=str(self.root)).load_config()

    @functools.cached_property
    def settings(self):
        told = dict(self.config.get("Grader", {}))
        limits = {f.name: told.pop(f.name) for f in fields(Limits) if f.name in told}
        for name, got in limits.items():
            if type(got) not in (int, float) or not 0 < got < float("inf"):
                raise CourseError(_("c.Grader.{name} is {got!r}; it must be a number above 0.").format(name=name, got=got))
        isolation = told.pop("isolation", "auto")
        if told:
            raise CourseError(
                _("{config} sets c.Grader.{name}, which does not exist.").format(config=CONFIG, name=sorted(told)[0])
            )
        if isolation not in ISOLATION:
            raise CourseError(
                _("c.Grader.isolation is {got!r}; it must be 'auto', 'full', 'partial' or 'none'.").format(got=isolation)
            )
        return Settings(isolation, Limits(**limits))

    def assignments(self):
        return sorted(path.parent.name for path in (self.root / "source").glob("*/*.ipynb") if path.stem == path.parent.name)

    def submission_path(self, student, assignment):
        return self.submitted / student / assignment / f"{assignment}.ipynb"

    def content(self, assignment):
        """The folder of what grades an assignment: hidden tests, misconceptions/, controls/."""
        return self.root / "grader" / "assignments" / assignment

    def source_path(self, assignment):
        return self.root / "source" / assignment / f"{assignment}.ipynb"

    def source(self, assignment):
        """The assignment's Source. Raises CourseError for a name that is none."""
        if assignment not in self.assignments():
            raise CourseError(
                _("There is no assignment {name!r}; there are {known}.").format(
                    name=assignment, known=", ".join(self.assignments()) or _("none")
                )
            )
        return Source.read(assignment, self.source_path(assignment).read_bytes())

    def siblings(self, assignment):
        return [self.source(other) for other in self.assignments() if other != assignment]

    def solution_path(self, assignment):
        return self.root / "solutions" / f"{assignment}.py"

    def reference(self, assignment):
        """The reference solution, as a module. Only the examiner's process may call this."""
        path = self.solution_path(assignment)
        module = types.ModuleType(f"reference_{assignment}")
        exec(compile(path.read_text("utf-8"), str(path), "exec"), module.__dict__)
        return module

    def solution_cells(self, assignment):
        """The reference as the text of each solution cell, by grade_id: every definition goes to the cell whose stub
        defines the same name; what the notebook gives is left out, and anything else goes with the first."""
        text = self.solution_path(assignment).read_text("utf-8")
        source = self.source(assignment)
        homes = {name: cell for cell in source.exercises for name in defined_names(source.cells[cell]["source"])}
        given = set().union(*(defined_names(c["source"]) for c in source.cells.values() if role(c) == "given")) - set(homes)
        cells = {cell: [] for cell in source.exercises}
        lines = text.split("\n")
        for node in ast.parse(text).body:
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                continue
            names = _names_of(node)
            if names and names <= given:
                continue
            cell = next((homes[name] for name in names if name in homes), source.exercises[0])
            first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", ()))])
            cells[cell].append("\n".join(lines[first - 1 : node.end_lineno]))
        return {cell: "\n\n\n".join(parts) for cell, parts in cells.items()}

    def secret(self, create=True):
        """The bytes that probe inputs are drawn from: GRADER_SECRET, or `.grader/secret`, made on first use.

        With create=False, and none there, a passing one."""
        told = os.environ.get("GRADER_SECRET")
        if told:
            return told.encode()
        path = self.state / "secret"
        if path.is_file():
            return path.read_bytes()
        made = os.urandom(32).hex().encode()
        if create:
            files.write(path, made, mode=0o600)
        return made

    def fingerprint(self, assignment):
        """Changes whenever a submission might be graded otherwise: source, solution, hidden tests, engine, pages, settings."""
        digest = hashlib.sha256(repr(self.settings).encode())
        content = self.content(assignment)
        hidden, wrong = sorted(content.glob("*.py")), sorted((content / "misconceptions").rglob("*.toml"))
        engine = sorted(path for path in ENGINE.rglob("*.py") if ENGINE / "assignments" not in path.parents)
        pages = sorted((ENGINE / "pages" / "templates").glob("*.html"))
        for path in (self.source_path(assignment), self.solution_path(assignment), *hidden, *engine, *wrong, *pages):
            digest.update(path.read_bytes())
        return digest.hexdigest()

    def private_paths(self):
        """What no student process may read, whatever else it is shown."""
        return [str(self.root), str(ENGINE)]


def _holder(folder):
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


def defined_names(text):
    """The names that a cell's text defines at top level."""
    return set().union(*(_names_of(node) for node in ast.parse(text).body)) if text.strip() else set()


def _names_of(node):
    if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {alias.asname or alias.name for alias in node.names}
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return {leaf.id for target in targets for leaf in ast.walk(target) if isinstance(leaf, ast.Name)}
    return set()
