"""The engine's rooms stand one above the other: imports run downwards, and never in a circle."""

import graphlib

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
