"""What `course_config.py` sets for the grader."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from grader.sandbox.limits import Limits
from grader.words import _

CONFIG = "course_config.py"
ISOLATION = ("auto", "full", "partial", "none")
MOVED = {
    "grader.nbgrader_plugin.": "grader.integrations.nbgrader_preprocessors.",
    "grader.markdown.": "grader.integrations.nbgrader_markdown.",
}


class CourseError(Exception):
    """Something about the course is not as it should be; one sentence."""


@dataclass(frozen=True)
class Settings:
    """What `course_config.py` may set as c.Grader.<name>."""

    isolation: str = "auto"
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def of(cls, config: dict[str, Any]) -> "Settings":
        """The settings in a loaded configuration. Raises CourseError for a name or a value that can't be."""
        given = dict(config.get("Grader", {}))
        limits = {f.name: given.pop(f.name) for f in fields(Limits) if f.name in given}
        for name, got in limits.items():
            if type(got) not in (int, float) or not 0 < got < float("inf"):
                raise CourseError(_("c.Grader.{name} is {got!r}; it must be a number above 0.").format(name=name, got=got))
        isolation = given.pop("isolation", "auto")
        if given:
            raise CourseError(
                _("{config} sets c.Grader.{name}, which does not exist.").format(config=CONFIG, name=sorted(given)[0])
            )
        if isolation not in ISOLATION:
            raise CourseError(
                _("c.Grader.isolation is {got!r}; it must be 'auto', 'full', 'partial' or 'none'.").format(got=isolation)
            )
        return cls(isolation, Limits(**limits))


def load_config(root: Path) -> Any:
    """What `course_config.py` sets, nbgrader's part and ours. Raises CourseError where it names what has moved."""
    from traitlets.config.loader import PyFileConfigLoader

    config = PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    for text in _texts(config):
        for old in MOVED:
            if text.startswith(old):
                raise CourseError(moved(text))
    return config


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
