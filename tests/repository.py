"""This repository: where it is, the course in it, and what must never leave it."""

import json
import re
import shutil
from pathlib import Path

from grader.course.folder import Course

ROOT = Path(__file__).parent.parent
COURSE = Course(ROOT)


def secret_lines(assignment):
    """Every telling line of the hidden tests and of the solution that the source itself doesn't show."""
    paths = [*sorted(COURSE.content(assignment).glob("*.py")), COURSE.solution_path(assignment)]
    data = json.loads(COURSE.source_path(assignment).read_text("utf-8"))
    shown = "\n".join("".join(cell["source"]) for cell in data["cells"])
    shown += "".join(path.read_text("utf-8") for path in sorted(COURSE.source_path(assignment).parent.glob("*.py")))
    lines = {line.strip() for path in paths for line in path.read_text("utf-8").split("\n")}
    return {line for line in lines if len(line) > 12 and line not in shown and re.search(r"[=(]", line)}


def course_in(folder):
    """A course folder of its own with ps3_layer alone, its release included."""
    for name in ("course_config.py", "nbgrader_config.py"):
        shutil.copy(ROOT / name, folder)
    for part in ("source/ps3_layer", "release/ps3_layer", "grader/assignments/ps3_layer"):
        shutil.copytree(ROOT / part, folder / part)
    for name in ("NOTATION.md", "docs/figures/notation.svg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    (folder / "solutions").mkdir()
    shutil.copy(COURSE.solution_path("ps3_layer"), folder / "solutions")
    return Course(folder)
