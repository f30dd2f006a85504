"""The engine's rooms stand one above the other: imports run downwards, and never in a circle."""

import graphlib
import re
import runpy

from tests.imports import ROOMS, imports, room
from tests.repository import ROOT


def test_every_module_has_a_room():
    """A new room is put into the order here, or nothing can be said of it."""
    assert {room(module) for module in imports()} == set(ROOMS)


def test_no_import_runs_upwards():
    """Those within functions count as well."""
    floor = {name: n for n, name in enumerate(ROOMS)}
    upwards = [(one, other) for one, used in imports().items() for other in used if floor[room(one)] < floor[room(other)]]
    assert upwards == []


def test_there_is_no_circle():
    """Between modules, within a room or across."""
    graphlib.TopologicalSorter(imports()).prepare()


def test_few_modules_stand_outside_of_a_room():
    """Six, and two that stand where something was before."""
    outside = {module.removeprefix("grader.") for module in imports() if not (ROOT / module.replace(".", "/")).is_dir()}
    outside = {module for module in outside if "." not in module}
    assert outside - {"nbgrader_plugin", "markdown"} == {"__main__", "testing", "result", "words", "files"}


def test_the_picture_of_the_rooms_is_drawn_from_the_imports():
    """As `make figures` draws it."""
    script = runpy.run_path(str(ROOT / "docs/figures/engine.py"))
    assert script["svg"]() == script["TARGET"].read_text("utf-8"), "run `make figures`"


def test_each_rule_is_where_contributing_says():
    """Ten questions and more, each answered by the room and the module that its row names."""
    rows = re.findall(r"^\| (.*\?) \| `(\w+)/` \| `(\w+\.py)`, `(\w+)` \|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.M)
    assert len(rows) >= 10
    for question, place, module, name in rows:
        text = (ROOT / "grader" / place / module).read_text("utf-8")
        assert re.search(rf"^(?:class|def) {name}\b|^{name} = ", text, re.M), question
