"""For a `course_config.py` of before: see `nbgrader_plugin`."""

from typing import Any

from grader.course.settings import moved


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    raise ImportError(moved(f"{__name__}.{name}"))
