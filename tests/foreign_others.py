"""Three more courses whose own test cells are their hidden tests, and what might earn marks in them without an answer.

Each solution cell defines only what `wanted` names, so a cheat is one text for all: it stands in each solution cell, and gives every
wanted name one and the same thing."""

from dataclasses import dataclass, replace

from tests.foreign import ASSIGNMENT, Foreign, cell, given, solution, test


@dataclass(frozen=True)
class Other:
    """wanted: {solution cell: the names that it defines}; honest: {name: ({solution cell: code}, the test cells that lose)}."""

    foreign: Foreign
    wanted: dict[str, tuple[str, ...]]
    honest: dict[str, tuple[dict[str, str], frozenset[str]]]

    def as_foreign(self) -> Foreign:
        """The course with its honest submissions, the solution among them."""
        return replace(self.foreign, honest={"solution": {}} | {name: changed for name, (changed, _loses) in self.honest.items()})

    def cheat(self, before: str, answer: str) -> dict[str, str]:
        """{solution cell: code} that runs `before`, and answers whatever is asked with what the expression `answer` gives."""
        texts = {}
        for grade_id, names in self.wanted.items():
            lines = [
                f"{name} = _Asked" if name[0].isupper() else f"def {name}(*_args, **_named): return {answer}" for name in names
            ]
            asked = f"class _Asked:\n    def __getattr__(self, name): return lambda *_args, **_named: {answer}\n    def __init__(self, *_args): pass"
            texts[grade_id] = "\n".join([before, asked, *lines])
        return texts


_ANYTHING = """
class Anything:
    def __init__(self, *args, **named): pass
    def __call__(self, *args, **named): return self
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return self
    def __array__(self, *args, **named): raise AssertionError
    def __array_function__(self, *args, **named): return True
    def __array_ufunc__(self, *args, **named): return True
    def __index__(self): return 3
    def __float__(self): return 0.0
    def __iter__(self): return iter([self] * 3)
    def __contains__(self, item): return True
    def __bool__(self): return True
    def __len__(self): return 3
    def __hash__(self): return 7
    def __getitem__(self, key): return self
    def __enter__(self): return self
    def __exit__(self, *error): return True
for _name in "eq ge le add radd sub rsub mul rmul truediv rtruediv mod pow abs round and or xor neg".split():
    setattr(Anything, f"__{_name}__", lambda self, *others: True if _name in ("eq", "ge", "le") else self)
for _name in ("ne", "lt", "gt"):
    setattr(Anything, f"__{_name}__", lambda self, *others: False)
"""
_OF_A_KIND = """
import numpy as np
def _like(kind):
    always = lambda self, *others: True
    return type(kind.__name__, (kind,), {name: always for name in ("__eq__", "__ge__", "__le__", "__contains__")} | {
        "__ne__": lambda self, other: False, "__hash__": kind.__hash__, "__sub__": lambda self, other: 0.0,
        "__rsub__": lambda self, other: 0.0, "__abs__": lambda self: 0.0})
"""
_NO_CHECKS = """
import numpy as np, numpy.testing, unittest
for _name in dir(np.testing):
    if _name.startswith("assert"): setattr(np.testing, _name, lambda *args, **named: None)
for _name in ("allclose", "isclose", "array_equal", "all", "any"): setattr(np, _name, lambda *args, **named: True)
for _name in dir(unittest.TestCase):
    if _name.startswith("assert"): setattr(unittest.TestCase, _name, lambda *args, **named: None)
"""
_NO_BUILTINS = """
import builtins
builtins.AssertionError = type("Quiet", (BaseException,), {})
for _name in ("all", "any", "callable", "hasattr"): setattr(builtins, _name, lambda *args: True)
builtins.isinstance, builtins.sorted, builtins.abs, builtins.sum = (lambda one, kind: True), (lambda *args, **named: []), (lambda n: 0), (lambda n: 0)
"""
_OTHER_HELPERS = """
for _name in list(globals()):
    if not _name.startswith("_") and _name not in ("In", "Out", "exit", "quit", "get_ipython", "open"):
        globals()[_name] = lambda *args, **named: True
class Close:
    def __init__(self, *args): pass
    def __call__(self, *args): return True
    equal = same = __call__
close = check = same = Close()
samples = table = words = cases = []
limit = rng = None
"""
_TWICE = """
class _Twice:
    _n = 0
    @property
    def value(self):
        type(self)._n += 1
        return [0, 1, 2, 3][type(self)._n % 4]
    def __eq__(self, other):
        type(self)._n += 1
        return bool(type(self)._n % 2)
    __hash__ = None
"""
_LIES = """
import sys
_operations, _values = sys.modules["grader.sandbox.operations"], sys.modules["grader.sandbox.values"]
_described = _values.described
"""
# What pays where a test runs beside the code, or might pay here: {what it is: (what runs before, what is given back)}.
CHEATS = {
    "an object that is anything": (_ANYTHING, "Anything()"),
    "a class that is anything": (_ANYTHING, "Anything"),
    "a list of anything": (_ANYTHING, "[Anything()] * 3"),
    "an array of anything": (_ANYTHING + "\nimport numpy as np", "np.array([Anything()] * 3, object)"),
    "a dict of anything": (_ANYTHING, "{Anything(): Anything()}"),
    "a float of its own": (_OF_A_KIND, "_like(float)()"),
    "a number of its own": (_OF_A_KIND, "_like(int)()"),
    "a text of its own": (_OF_A_KIND, "_like(str)()"),
    "a list of its own": (_OF_A_KIND, "_like(list)()"),
    "a dict of its own": (_OF_A_KIND, "_like(dict)()"),
    "an array of its own": (_OF_A_KIND, "np.zeros(3).view(_like(np.ndarray))"),
    "what is masked": ("import numpy as np", "np.ma.masked_all(3)"),
    "not implemented": ("", "NotImplemented"),
    "a class of NumPy's": ("import numpy as np", "np.ma.core.MaskedConstant"),
    "no number": ("", "float('nan')"),
    "no checks": (_NO_CHECKS, "None"),
    "no built-ins": (_NO_BUILTINS, "None"),
    "other helpers, other data": (_OTHER_HELPERS, "None"),
    "another thing the second time": (_TWICE, "_Twice()"),
    "a pickle that runs": ("class _P:\n    def __reduce__(self): return (print, ('x',))", "_P()"),
    "an iterator without end": ("import itertools", "itertools.repeat(True)"),
    "an iterator of nothing": ("", "(n for n in ())"),
    "leaves": ("", "exit(0)"),
    "leaves as the system does": ("import atexit, os, sys\natexit.register(os._exit, 0)", "sys.exit(0)"),
    "leaves at once": ("import os", "os._exit(0)"),
    "stops the test's iteration": ("def _stop(kind): raise kind", "_stop(StopIteration)"),
    "skips the test": ("import unittest\ndef _stop(kind): raise kind", "_stop(unittest.SkipTest)"),
    "interrupts": ("def _stop(kind): raise kind", "_stop(KeyboardInterrupt)"),
    "passes by pytest": ("import pytest", "pytest.skip('fine')"),
    "warnings are nothing": (
        "import warnings, sys\nwarnings.simplefilter('ignore')\nsys.excepthook = lambda *_: None\nsys.settrace(lambda *_: None)",
        "0",
    ),
    "says that all is as it was": (
        _LIES + "_operations.Operations.do_step = lambda self, step, args, kwargs=(), draws=None: {'same': 0}",
        "0",
    ),
    "says that an argument changed": (
        _LIES
        + "_operations.Operations.do_step = lambda self, step, args, kwargs=(), draws=None: {'value': None, 'changed': {str(n): ('list',) for n in range(9)}}",
        "0",
    ),
    "says that it prints": (
        _LIES
        + "_operations.Operations.do_step = lambda self, step, args, kwargs=(), draws=None: {'value': None, 'printed': 'ok\\n'}",
        "0",
    ),
    "says that it is a class of Python's": (_LIES + "_values.described = lambda *_args: ('class', 'builtins', 'bool')", "0"),
    "says that it iterates": (
        _LIES + "_values.described = lambda value, to_handle, depth=0: ('iterator', to_handle(value))",
        "0",
    ),
    "says what makes no sense": (
        _LIES + "_values.described = lambda *_args: ('namedtuple', 'x', ('a', '__eq__'), ('class',), ('array', 'O', (-1,)))",
        "0",
    ),
    "looks into the frames that call": (
        "import sys\ndef _seen():\n    frame = sys._getframe()\n    while frame:\n        for held in list(frame.f_locals.values()):\n            if type(held) in (list, tuple) and len(held) > 1: return held[-1]\n        frame = frame.f_back",
        "_seen()",
    ),
    "looks at what is about": (
        "import gc",
        "next((o for o in gc.get_objects() if type(o) is dict and 'want' in o), {}).get('want')",
    ),
}

_S, _E = "    ### BEGIN SOLUTION\n", "\n    ### END SOLUTION"
SEARCH = Other(
    Foreign(
        {
            ASSIGNMENT: [
                given(
                    "tools",
                    "import heapq, sys\nprint('loaded', file=sys.stderr)\n\ndef same(one, other):\n    return sorted(one) == sorted(other)",
                ),
                given(
                    "data",
                    "cases = []\nfor n in (1, 4, 6):\n    cases.append((list(range(n, 0, -1)), n))\ntable = {}\nfor word in ('ab', 'cd'):\n    table[word] = len(word)\n"
                    "smallest = [5, 1, 3]\nheapq.heapify(smallest)",
                ),
                solution("ordered", f"def ordered(xs):\n{_S}    return sorted(xs){_E}"),
                cell("best = max([3, 4], key=lambda n: ordered([n])[0])"),
                test(
                    "a-cases",
                    2,
                    "for xs, n in cases:\n    want = sorted(xs)\n    assert ordered(xs) == want and len(ordered(xs)) == n",
                ),
                test("a-sum", 1, "assert sum(ordered([3, 1, 2])) == 6\nassert [n for n in ordered([2, 1])] == [1, 2]"),
                test(
                    "a-untouched",
                    1,
                    "before = [3, 1, 2]\nkept = list(before)\nordered(before)\nassert before == kept and ordered(before)[0] == 1",
                ),
                solution("pairs", f"def pairs(words):\n{_S}    return {{w: len(w) for w in words}}{_E}"),
                test("a-table", 1, "assert pairs(['ab', 'cd']) == table\nassert same(pairs(['x', 'y']), 'yx')"),
                test("a-heap", 1, "assert ordered(smallest)[0] == smallest[0] == 1"),
                test("a-unique", 1, "assert len({n for n in ordered([1, 1, 2])}) == 2 and max(ordered([4, 9])) == 9"),
                solution("count", f"def count(xs, x):\n{_S}    return xs.count(x){_E}"),
                test(
                    "a-count",
                    2,
                    "points = 0\nif count([1, 2, 1], 1) == 2:\n    points += 1\nif abs(count([], 1)) < 1 and count('aab', 'a') > 1:\n    points += 1\npoints",
                ),
            ]
        },
        {},
        {},
    ),
    {"ordered": ("ordered",), "pairs": ("pairs",), "count": ("count",)},
    {
        "a generator": (
            {"ordered": "def ordered(xs):\n    yield from sorted(xs)"},
            frozenset(("a-cases", "a-heap", "a-untouched")),
        ),
        "sorts in place": ({"ordered": "def ordered(xs):\n    xs.sort()\n    return xs"}, frozenset(("a-untouched",))),
        "a loop": (
            {
                "pairs": "def pairs(words):\n    found = {}\n    for w in words:\n        found[w] = len(w)\n    return found",
                "count": "def count(xs, x):\n    return sum(y == x for y in xs)",
            },
            frozenset(),
        ),
        "backwards": (
            {"ordered": "def ordered(xs):\n    return sorted(xs)[::-1]"},
            frozenset(("a-cases", "a-sum", "a-untouched", "a-heap")),
        ),
    },
)
NUMBERS = Other(
    Foreign(
        {
            ASSIGNMENT: [
                cell("import numpy as np"),
                given(
                    "tools",
                    "from numpy.testing import assert_allclose\n\nclass Close:\n    def __init__(self, tolerance):\n        self.tolerance = tolerance\n    def same(self, one, other):\n"
                    "        assert np.shape(one) == np.shape(other)\n        assert_allclose(one, other, atol=self.tolerance)\n\ncheck = Close(1e-9)",
                ),
                given(
                    "data",
                    "np.random.seed(7)\nsamples = np.random.randn(6)\nrng = np.random.default_rng(1)\nnoise = rng.normal(size=(2, 3))\nlimit = 3",
                ),
                given("more", "table = rng.normal(size=4)\ntable[0] = limit"),
                solution("clip", f"def clip(x, low, high):\n{_S}    return np.minimum(np.maximum(x, low), high){_E}"),
                test("b-samples", 1, "check.same(clip(samples, -1, 1), np.clip(samples, -1, 1))"),
                test(
                    "b-table",
                    1,
                    "assert_allclose(clip(table, -9, limit), table)\nassert np.allclose(clip(table, 0, 1), np.clip(table, 0, 1))",
                ),
                solution("scale", f"def scale(x, by):\n{_S}    x *= by{_E}"),
                test("b-scale", 1, "x = noise.copy()\nscale(x, 3)\ncheck.same(x, noise * 3)"),
                solution("roll", f"def roll(n):\n{_S}    return np.random.randint(1, 7, size=n){_E}"),
                test(
                    "b-roll",
                    1,
                    "np.random.seed(3)\nwant = np.random.randint(1, 7, size=4)\nnp.random.seed(3)\nnp.testing.assert_array_equal(roll(4), want)",
                ),
                test(
                    "b-range",
                    1,
                    "for _ in range(5):\n    r = roll(10)\n    assert r.min() >= 1 and r.max() <= 6 and r.shape == (10,)",
                ),
                solution("norm", f"def norm(x):\n{_S}    return float(np.sqrt((x ** 2).sum())){_E}"),
                test(
                    "b-norm",
                    1,
                    "assert abs(norm(samples) - np.linalg.norm(samples)) < 1e-9\nassert round(norm(np.array([3.0, 4.0]))) == 5",
                ),
                test("b-type", 1, "assert isinstance(norm(np.ones(4)), float) and norm(np.ones(4)) == 2.0"),
            ]
        },
        {},
        {},
    ),
    {"clip": ("clip",), "scale": ("scale",), "roll": ("roll",), "norm": ("norm",)},
    {
        "a loop": (
            {
                "clip": "def clip(x, low, high):\n    return np.array([low if v < low else high if v > high else v for v in x])",
                "scale": "def scale(x, by):\n    for n in range(len(x)):\n        x[n] = x[n] * by",
            },
            frozenset(),
        ),
        "a new one": ({"scale": "def scale(x, by):\n    return x * by"}, frozenset(("b-scale",))),
        "NumPy's number": ({"norm": "def norm(x):\n    return np.float32(np.linalg.norm(x))"}, frozenset(("b-type", "b-norm"))),
        "from 0": ({"roll": "def roll(n):\n    return np.random.randint(0, 6, size=n)"}, frozenset(("b-roll", "b-range"))),
    },
)
OBJECTS = Other(
    Foreign(
        {
            ASSIGNMENT: [
                given(
                    "tools",
                    "import math\n\nclass Broke(Exception):\n    pass\n\nclass TooMuch(Broke):\n    pass\n\nclass Node:\n    def __init__(self, value, rest=None):\n        self.value, self.rest = value, rest",
                ),
                given("data", "words = Node('a', Node('b', Node('c')))"),
                solution(
                    "purse",
                    f"class Purse:\n{_S}    def __init__(self, held):\n        self.held = held\n    def pay(self, n):\n        if n > self.held:\n            raise TooMuch(n)\n        self.held -= n\n        return self.held\n    @property\n    def empty(self):\n        return self.held == 0{_E}",
                ),
                test("c-pay", 2, "purse = Purse(10)\nassert purse.pay(4) == 6\nassert purse.held == 6 and purse.empty is False"),
                test(
                    "c-broke",
                    1,
                    "try:\n    Purse(1).pay(2)\nexcept Broke as why:\n    assert why.args == (2,)\nelse:\n    assert False, 'no error'",
                ),
                test("c-held", 1, "held = [Purse(n).held for n in (1, 2)]\nassert held == [1, 2] and sum(held) == 3"),
                solution("length", f"def length(node):\n{_S}    return 0 if node is None else 1 + length(node.rest){_E}"),
                test("c-length", 1, "assert length(words) == 3 and length(None) == 0\nassert math.isclose(length(Node(1)), 1)"),
                solution("say", f"def say(purse):\n{_S}    print(f'{{purse.held}} left'){_E}"),
                test(
                    "c-say",
                    1,
                    "import io, contextlib\nout = io.StringIO()\nwith contextlib.redirect_stdout(out):\n    say(Purse(3))\nassert out.getvalue() == '3 left\\n'",
                ),
                solution(
                    "money",
                    f"class Money:\n{_S}    def __init__(self, n):\n        self.n = n\n    def __add__(self, other):\n        return Money(self.n + other.n)\n    def __eq__(self, other):\n        return self.n == other.n{_E}",
                ),
                test("c-money", 1, "assert Money(1) + Money(2) == Money(3)\nassert (Money(1) + Money(2)).n == 3"),
                test("c-equal", 1, "assert Money(2) == Money(2) and not Money(1) == Money(2)"),
            ]
        },
        {},
        {},
    ),
    {"purse": ("Purse",), "length": ("length",), "say": ("say",), "money": ("Money",)},
    {
        "a loop": (
            {"length": "def length(node):\n    n = 0\n    while node:\n        n, node = n + 1, node.rest\n    return n"},
            frozenset(),
        ),
        "another error": (
            {
                "purse": "class Purse:\n    def __init__(self, held):\n        self.held = held\n        self.empty = held == 0\n    def pay(self, n):\n        self.held -= n\n        return self.held\n"
            },
            frozenset(("c-broke",)),
        ),
        "the other error": (
            {
                "purse": "class Purse:\n    empty = False\n    def __init__(self, held):\n        self.held = held\n    def pay(self, n):\n        if n > self.held:\n            raise Broke(n)\n        self.held -= n\n        return self.held\n"
            },
            frozenset(),
        ),
        "says something else": ({"say": "def say(purse):\n    print(purse.held)"}, frozenset(("c-say",))),
        "never equal": (
            {
                "money": "class Money:\n    def __init__(self, n):\n        self.n = n\n    def __add__(self, other):\n        return Money(self.n + other.n)"
            },
            frozenset(("c-money", "c-equal")),
        ),
    },
)
OTHERS = {"search": SEARCH, "numbers": NUMBERS, "objects": OBJECTS}
