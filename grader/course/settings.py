"""What `course_config.py` sets for the grader."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from grader.sandbox.limits import Limits
from grader.words import _

CONFIG = "course_config.py"
NBGRADER_CONFIG = "nbgrader_config.py"
LINE = f'load_subconfig("{CONFIG}")'  # the last line of nbgrader_config.py
ISOLATION = ("auto", "full", "partial", "none")
# Where nbgrader looks for things, and the only places where the grader does.
DIRECTORIES = {
    "root": "",
    "directory_structure": str(Path("{nbgrader_step}", "{student_id}", "{assignment_id}")),
    "source_directory": "source",
    "release_directory": "release",
    "submitted_directory": "submitted",
    "autograded_directory": "autograded",
    "feedback_directory": "feedback",
    "db_url": "",
}
MOVED = {
    "grader.nbgrader_plugin.": "grader.integrations.nbgrader_preprocessors.",
    "grader.markdown.": "grader.integrations.nbgrader_markdown.",
}


class CourseError(Exception):
    """Something about the course is not as it should be; one sentence."""


@dataclass(frozen=True)
class Settings:
    """What `course_config.py` may set as c.Grader.<name>. contact: whom students ask, as pages say it. beside_student_code: "assignment", "assignment/cell" or
    "assignment/notebook/cell" of test cells that run in the student's own process."""

    isolation: str = "auto"
    limits: Limits = field(default_factory=Limits)
    beside_student_code: tuple[str, ...] = ()
    contact: str = ""

    @classmethod
    def of(cls, config: dict[str, Any]) -> "Settings":
        """The settings in a loaded configuration. Raises CourseError for a name or a value that can't be."""
        given = dict(config.get("Grader", {}))
        limits = {f.name: given.pop(f.name) for f in fields(Limits) if f.name in given}
        for name, got in limits.items():
            if type(got) not in (int, float) or not 0 < got < float("inf"):
                raise CourseError(_("c.Grader.{name} is {got!r}; it must be a number above 0.").format(name=name, got=got))
        isolation = given.pop("isolation", "auto")
        beside = given.pop("beside_student_code", [])
        if not isinstance(beside, (list, tuple)) or not all(isinstance(one, str) for one in beside):
            raise CourseError(
                _("c.Grader.beside_student_code is {got!r}; it must be a list of names, as assignment/cell.").format(got=beside)
            )
        contact = given.pop("contact", "")
        if not isinstance(contact, str):
            raise CourseError(_("c.Grader.contact is {got!r}; it must be text.").format(got=contact))
        if given:
            raise CourseError(
                _("{config} sets c.Grader.{name}, which does not exist.").format(config=CONFIG, name=sorted(given)[0])
            )
        if isolation not in ISOLATION:
            raise CourseError(
                _("c.Grader.isolation is {got!r}; it must be 'auto', 'full', 'partial' or 'none'.").format(got=isolation)
            )
        return cls(isolation, Limits(**limits), tuple(beside), contact)


def load_config(root: Path) -> Any:
    """What the course's two files set, as nbgrader reads them: `nbgrader_config.py`, and `course_config.py`, which counts where
    both set the same. Raises CourseError where it names what has moved."""
    config = _load(root, CONFIG)
    if (root / NBGRADER_CONFIG).is_file():
        nbgraders = _load(root, NBGRADER_CONFIG)
        if not loads_ours(root):
            nbgraders.merge(config)
        config = nbgraders
    for name, wanted in DIRECTORIES.items():
        got = config.get("CourseDirectory", {}).get(name, wanted)
        if got != wanted and not (name == "root" and Path(got).resolve() == root) and not _is_gradebook(name, got, root):
            raise CourseError(
                _("c.CourseDirectory.{name} is {got!r}; the grader knows {wanted!r} alone.").format(
                    name=name, got=got, wanted=wanted
                )
            )
    for text in _texts(config):
        for old in MOVED:
            if text.startswith(old):
                raise CourseError(moved(text))
    return config


def _is_gradebook(name, got, root):
    """Whether a setting says in other words where the gradebook lies."""
    return name == "db_url" and got in ("sqlite:///gradebook.db", f"sqlite:///{root / 'gradebook.db'}")


def _load(root, name):
    from traitlets.config.loader import PyFileConfigLoader

    try:
        return PyFileConfigLoader(name, path=str(root)).load_config()
    except Exception as error:  # whatever stands in a file that is a program
        why = f"{type(error).__name__}: {error}"
        raise CourseError(_("{config} can't be read ({why}).").format(config=name, why=why)) from None


def loads_ours(root: Path) -> bool:
    """Whether nbgrader_config.py loads course_config.py, so that nbgrader's own commands grade as the grader does."""
    try:
        tree = ast.parse((root / NBGRADER_CONFIG).read_text("utf-8"))
    except (OSError, ValueError, SyntaxError):
        return False
    calls = [node.value for node in tree.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    return any(ast.unparse(call.func) == "load_subconfig" and CONFIG in ast.unparse(call) for call in calls)


def moved(name: str) -> str:
    """The sentence for a dotted name that `course_config.py` still has from an older version."""
    old = next(old for old in MOVED if name.startswith(old))
    return _("{config} names {old}, which has moved: write {new} in its place.").format(
        config=CONFIG, old=name, new=MOVED[old] + name.removeprefix(old)
    )


def _texts(value: object) -> Iterator[str]:
    """Every text in a configuration, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)
