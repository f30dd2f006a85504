"""Nothing that a hidden test brings along is, or holds, what an exercise asks that isn't judged yet.

Every hidden test file is run on the reference, on solutions with each known mistake and on trivial ones, and whatever it brings
is kept. Then a thief hands it in: each class, function and object of it, in place of what the exercise that is just being judged
asks, and of what the later ones ask. None may earn a point.
"""

import functools
import types

import pytest

from grader.authoring import trivial
from grader.notebook.definitions import bound_names
from grader.testing import defined
from tests import rehearsals
from tests.repository import COURSE

pytestmark = pytest.mark.library

KINDS = ("nothing", "zeros", "first", "error")  # of trivial solutions: tests bring more along where code is wrong
EVERY = 4  # of the known mistakes, each so many-th is tried here


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_what_is_brought_along_earns_nothing(assignment):
    earned = rehearsals.rehearsed(COURSE, assignment, _stolen)
    assert earned == []


def test_a_piece_that_is_the_answer_is_found(course):
    """The thief knows what to do with what is good: the reference's own layer, under another name and in other words."""

    def work(it):
        pieces = (
            "import numpy as np\nclass Right:\n    def __init__(self, slope=0.01):\n        self.slope = slope\n"
            "    def value(self, z):\n        return np.where(z > 0, z, self.slope * np.asarray(z, float))\n"
            "    def rate(self, z):\n        return np.where(z > 0, 1.0, self.slope)\n"
        )
        return {part for _name, names in _thieves(it, "leaky_relu", pieces) for part in it.tried("leaky_relu", names)[0]}

    assert {"values", "derivative"} & rehearsals.rehearsed(course, "ps2_activations", work)


def _stolen(it):
    """(exercise whose test brings it, what of it, exercise, part) of everything brought that earns a point."""
    exercises, earned = list(it.items), []
    for n, exercise in enumerate(exercises):
        for source in _brought(it, exercise):
            for later in exercises[n:]:
                for name, names in _thieves(it, later, source):
                    parts, _asked = it.tried(later, names)
                    earned += [(exercise, name, later, part) for part in sorted(parts)]
    return earned


def _brought(it, exercise):
    """The sources that an exercise's tests bring along, whatever is handed in."""
    stub = it.source.cells[exercise]["source"]
    codes = [None, stub, *(trivial.solution(stub, kind) for kind in KINDS)]
    codes += [wrong.code for wrong, _cell in it.library.wrong(exercise)[::EVERY]]
    found = {}
    for code in codes:
        names = it.library.reference_names()
        try:
            if code is not None:
                exec(compile(code, "<cell 0>", "exec"), names)
        except Exception:
            continue
        for asked in it.tried(exercise, names)[1]:
            if asked.request["do"] == "bring":
                found[asked.request["source"]] = True
    return list(found)


def _thieves(it, exercise, source):
    """Yield (what was stolen, a namespace) with each thing that `source` defines in place of what an exercise asks."""
    asked = {name: it.source.definitions.get(name) for name in bound_names(it.source.cells[exercise]["source"])}
    asked = {name: kind for name, kind in asked.items() if kind in ("class", "function", None)}
    methods = _methods(it.source.cells[exercise]["source"])
    loot = {name: thing for name, thing in vars(defined(source)).items() if not name.startswith("__")}
    for name, thing in loot.items():
        if isinstance(thing, types.ModuleType):
            continue
        yield name, _put(it, dict.fromkeys(asked, thing))
        if callable(thing):
            yield f"{name} as every method", _put(it, dict.fromkeys(asked, _made_of(methods, thing)))
        if isinstance(thing, type):
            for method in [m for m in dir(thing) if callable(getattr(thing, m)) and (m == "__call__" or not m.startswith("__"))]:
                yield f"{name}.{method}", _put(it, dict.fromkeys(asked, _disguised(methods, thing, method)))
                function = functools.partial(_call_once, thing, method)
                yield f"{name}().{method}", _put(it, dict.fromkeys(asked, function))
    if len(asked) > 1 and set(asked) & set(loot):
        yield "all by their names", _put(it, {name: loot[name] for name in asked if name in loot})


def _put(it, things):
    return it.library.reference_names() | things


def _methods(stub):
    names = {}
    exec(compile("import numpy as np\n" + stub, "<stub>", "exec"), names)
    kinds = [thing for name, thing in names.items() if isinstance(thing, type)]
    return {m for kind in kinds for m in vars(kind) if callable(getattr(kind, m)) and (m == "__call__" or not m.startswith("__"))}


def _made_of(methods, function):
    """A class all of whose methods are one function."""
    held = {name: lambda self, *args, **kwargs: function(*args, **kwargs) for name in methods}
    return type("Stolen", (), {"__init__": lambda self, *args, **kwargs: self.__dict__.update(kwargs), **held})


def _disguised(methods, kind, method):
    """A class all of whose methods are one of another class's, which also gives its attributes."""

    def begin(self, *args, **kwargs):
        self.__dict__["it"] = _made(kind, args, kwargs)

    def call(self, *args, **kwargs):
        return getattr(self.it, method)(*args, **kwargs)

    class Stolen:
        __init__ = begin
        __getattr__ = lambda self, name: getattr(self.__dict__["it"], name)
        __setattr__ = lambda self, name, value: setattr(self.it, name, value)

    for name in methods:
        setattr(Stolen, name, call)
    return Stolen


def _made(kind, args, kwargs):
    try:
        return kind(*args, **kwargs)
    except TypeError:
        return kind()


def _call_once(kind, method, *args, **kwargs):
    return getattr(kind(), method)(*args, **kwargs)
