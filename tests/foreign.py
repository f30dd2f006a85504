"""Courses as nbgrader's users write them, for tests and benchmarks: each with honest submissions, and with cheats that nbgrader pays.

`QUICKSTART` is nbgrader's own. The other two are written in the manner of public courses: plain asserts and numpy.testing, expected
exceptions, several functions a cell, helpers, captured prints, callbacks, plots, data frames, seeds, partial credit."""

import json
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

import nbgrader

ASSIGNMENT = "ps1"
PROGRAMS = Path(nbgrader.__file__).parents[4] / "bin"  # nbgrader calls alembic by its name
LINE = '\nload_subconfig("course_config.py")\n'


@dataclass(frozen=True)
class Foreign:
    """notebooks: {name: its cells as nbformat has them}; honest: {name: {grade id: code}}, what isn't named is the solution;
    cheats: {name: ({grade id: code}, the test cells that nbgrader pays for it)}; beside: test cells that run beside the code."""

    notebooks: dict[str, list[dict]]
    honest: dict[str, dict[str, str]]
    cheats: dict[str, tuple[dict[str, str], frozenset[str]]]
    beside: tuple[str, ...] = ()
    config: str = "c = get_config()\n"
    extra: dict[str, str] = field(default_factory=dict)  # files beside the notebooks

    def lay_out(self, folder: Path) -> None:
        """The course as nbgrader has it, with nothing of ours."""
        source = folder / "source" / ASSIGNMENT
        source.mkdir(parents=True)
        (folder / "nbgrader_config.py").write_text(self.config)
        for name, cells in self.notebooks.items():
            (source / f"{name}.ipynb").write_text(json.dumps(notebook(cells)))
        for name, text in self.extra.items():
            (source / name).write_text(text)

    def submission(self, changed: dict[str, str]) -> dict[str, bytes]:
        """{name of a notebook: what is handed in}: the solution but for `changed`; an empty text stands for a cell left out."""
        made = {}
        for name, cells in self.notebooks.items():
            kept = []
            for cell in cells:
                grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
                text = changed.get(grade_id, cell["source"])
                if text:
                    kept.append({**cell, "source": text})
            made[name] = json.dumps(notebook(kept)).encode()
        return made

    def hand_in(self, folder: Path, student: str, changed: dict[str, str]) -> None:
        place = folder / "submitted" / student / ASSIGNMENT
        place.mkdir(parents=True)
        for name, data in self.submission(changed).items():
            (place / f"{name}.ipynb").write_bytes(data)


def notebook(cells):
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 4}


def cell(text, kind="code", **ours):
    made = {"cell_type": kind, "metadata": {}, "source": text.strip("\n")}
    if ours:
        facts = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
        made["metadata"]["nbgrader"] = facts | ours
    return made | ({"execution_count": None, "outputs": []} if kind == "code" else {})


def given(grade_id, text):
    return cell(text, grade_id=grade_id, locked=True)


def solution(grade_id, text):
    return cell(text, grade_id=grade_id, solution=True)


def test(grade_id, points, text):
    return cell(text, grade_id=grade_id, points=points, grade=True, locked=True)


test.__test__ = False  # type: ignore[attr-defined]  # it makes a cell

# What pays in plain nbgrader, whatever the exercise: the cells that come after never run.
NO_ASSERTS = """
def _strip(lines):
    return [] if any(line.startswith(("assert", "np.testing", "pd.testing", "try")) for line in lines) else lines

get_ipython().input_transformers_cleanup.append(_strip)
"""
# The answer is read out of the cell that asks for it.
READS_THE_TEST = """
def _peeked(call):
    import re
    for line in In[-1].split("\\n"):
        if line.startswith(f"assert {call}(") and "==" in line:
            yield eval(line.split("==", 1)[1])

_answers = None

def {name}(*_args):
    global _answers, _of
    if _answers is None or _of != In[-1]:
        _of, _answers = In[-1], iter(list(_peeked("{name}")))
    return next(_answers)
"""

_example = files("nbgrader").joinpath("docs/source/user_guide/source")


def _of_nbgrader(name):
    cells = json.loads(_example.joinpath(ASSIGNMENT, f"{name}.ipynb").read_text())["cells"]
    return [{**one, "source": "".join(one["source"])} for one in cells]


_SQUARES = "def squares(n):\n    if n < 1:\n        raise ValueError(n)\n"
QUICKSTART = Foreign(
    notebooks={name: _of_nbgrader(name) for name in ("problem1", "problem2")},
    config='c = get_config()\nc.CourseDirectory.course_id = "quickstart"\nc.IncludeHeaderFooter.header = ""\n',
    honest={
        "solution": {},
        "stub": {
            "squares": "def squares(n):\n    # YOUR CODE HERE\n    raise NotImplementedError()",
            "sum_of_squares": "def sum_of_squares(n):\n    # YOUR CODE HERE\n    raise NotImplementedError()",
            "sum_of_squares_equation": "YOUR ANSWER HERE",
            "sum_of_squares_application": "# YOUR CODE HERE\nraise NotImplementedError()",
            "part-a": "YOUR ANSWER HERE",
            "part-b": "YOUR ANSWER HERE",
        },
        "loop": {
            "squares": _SQUARES + "    found = []\n    for i in range(n):\n        found.append((i + 1) ** 2)\n    return found"
        },
        "numpy scalars": {"squares": _SQUARES + "    import numpy as np\n    return list(np.arange(1, n + 1) ** 2)"},
        "an array": {"squares": _SQUARES + "    import numpy as np\n    return np.arange(1, n + 1) ** 2"},
        "a tuple": {"squares": _SQUARES + "    return tuple(i * i for i in range(1, n + 1))"},
        "a generator": {"squares": _SQUARES + "    return (i * i for i in range(1, n + 1))"},
        "no error": {"squares": "def squares(n):\n    return [i * i for i in range(1, n + 1)]"},
        "another error": {"squares": "def squares(n):\n    assert n >= 1\n    return [i * i for i in range(1, n + 1)]"},
        "one too few": {"squares": _SQUARES + "    return [i * i for i in range(1, n)]"},
        "does it again": {"sum_of_squares": "def sum_of_squares(n):\n    return sum(i * i for i in range(1, n + 1))"},
        "misspelt": {
            "squares": "def squars(n):\n    return []",
            "sum_of_squares": "def sum_of_squares(n):\n    return squares(n)",
        },
    },
    cheats={
        "a list equal to all": (
            {
                "squares": "class L(list):\n    __eq__ = lambda self, other: True\n    __hash__ = None\n"
                + _SQUARES
                + "    return L()"
            },
            frozenset(("correct_squares",)),
        ),
        "a number equal to all": (
            {"sum_of_squares": "class N(int):\n    __eq__ = lambda self, other: True\n\ndef sum_of_squares(n):\n    return N(n)"},
            frozenset(("correct_sum_of_squares",)),
        ),
        "no asserts": (
            {"squares": NO_ASSERTS + "def squares(n):\n    pass", "sum_of_squares": "def sum_of_squares(n):\n    pass"},
            frozenset(("correct_squares", "squares_invalid_input", "correct_sum_of_squares")),
        ),
        "reads the test": ({"squares": READS_THE_TEST.replace("{name}", "squares")}, frozenset(("correct_squares",))),
        "reads the other test": (
            {"sum_of_squares": READS_THE_TEST.replace("{name}", "sum_of_squares")},
            frozenset(("correct_sum_of_squares",)),
        ),
        "an object equal to all": (
            {"squares": "class Any:\n    def __eq__(self, other):\n        return True\n\ndef squares(n):\n    return Any()"},
            frozenset(("correct_squares",)),
        ),
    },
)

_STATISTICS = """
def mean(numbers):
    \"\"\"The mean of some numbers; ValueError for none.\"\"\"
    ### BEGIN SOLUTION
    if not numbers:
        raise ValueError("no numbers")
    return sum(numbers) / len(numbers)
    ### END SOLUTION


def spread(numbers):
    \"\"\"(smallest, largest) of some numbers.\"\"\"
    ### BEGIN SOLUTION
    return min(numbers), max(numbers)
    ### END SOLUTION
"""
_MEAN = "def spread(numbers):\n    return min(numbers), max(numbers)\n\ndef mean(numbers):\n"
_STACK = """
class Stack:
    \"\"\"Last in, first out.\"\"\"

    ### BEGIN SOLUTION
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)

    def pop(self):
        if not self.items:
            raise IndexError("the stack is empty")
        return self.items.pop()

    def __len__(self):
        return len(self.items)
    ### END SOLUTION
"""
INTRODUCTION = Foreign(
    notebooks={
        "functions": [
            cell("# Functions", "markdown"),
            given("imports", "import math\nfrom collections import Counter"),
            given("helpers", "def close(one, other):\n    return math.isclose(one, other, rel_tol=1e-9)"),
            solution("statistics", _STATISTICS),
            cell("mean([1, 2, 3])"),
            test(
                "test-mean",
                2,
                '"""mean gives the mean"""\nassert close(mean([1, 2, 3]), 2)\nassert close(mean([0.1, 0.2]), 0.15)\n'
                "### BEGIN HIDDEN TESTS\nassert close(mean(range(1, 101)), 50.5)\nassert close(mean([-1.5]), -1.5)\n### END HIDDEN TESTS",
            ),
            test(
                "test-mean-of-nothing",
                1,
                '"""mean refuses an empty list"""\ntry:\n    mean([])\nexcept ValueError:\n    pass\nelse:\n    raise AssertionError("no error")',
            ),
            test("test-spread", 1, "assert spread([3, 1, 2]) == (1, 3)\nassert spread([5]) == (5, 5)"),
            solution(
                "words",
                "def word_counts(text):\n    ### BEGIN SOLUTION\n    return dict(Counter(text.lower().split()))\n    ### END SOLUTION",
            ),
            test(
                "test-words",
                3,
                "# Up to three points\nscore = 0\nif word_counts('a b a') == {'a': 2, 'b': 1}:\n    score += 1\nif word_counts('A a') == {'a': 2}:\n"
                "    score += 1\nif word_counts('') == {}:\n    score += 1\nscore",
            ),
            solution(
                "largest",
                "def largest(numbers, n):\n    ### BEGIN SOLUTION\n    return sorted(numbers)[-n:]\n    ### END SOLUTION",
            ),
            test(
                "test-largest",
                1,
                "data = [3, 1, 4, 1, 5]\nassert largest(data, 2) == sorted(data)[-2:]\nassert largest(data, 3) == sorted(data)[-3:]",
            ),
            cell("What is a mean good for?", "markdown"),
            cell(
                "It says in one number what many have in common.",
                "markdown",
                grade_id="essay",
                points=2,
                grade=True,
                solution=True,
            ),
        ],
        "objects": [
            given("imports", "import io\nfrom contextlib import redirect_stdout"),
            solution("stack", _STACK),
            test(
                "test-stack",
                2,
                "stack = Stack()\nfor item in 'abc':\n    stack.push(item)\nassert len(stack) == 3\nassert stack.pop() == 'c'\n"
                "assert [stack.pop(), stack.pop()] == ['b', 'a']\nassert isinstance(stack, Stack)",
            ),
            test("test-empty-stack", 1, "import unittest\nwith unittest.TestCase().assertRaises(IndexError):\n    Stack().pop()"),
            solution("greet", "def greet(name):\n    ### BEGIN SOLUTION\n    print(f'Hello, {name}!')\n    ### END SOLUTION"),
            test(
                "test-greet",
                1,
                "said = io.StringIO()\nwith redirect_stdout(said):\n    greet('Ada')\nassert said.getvalue() == 'Hello, Ada!\\n', 'Say hello.'",
            ),
            solution(
                "in-place",
                "def double_all(numbers):\n    ### BEGIN SOLUTION\n    for n in range(len(numbers)):\n        numbers[n] *= 2\n    ### END SOLUTION",
            ),
            test("test-in-place", 1, "numbers = [1, 2, 3]\nassert double_all(numbers) is None\nassert numbers == [2, 4, 6]"),
            solution("compose", "def compose(f, g):\n    ### BEGIN SOLUTION\n    return lambda x: f(g(x))\n    ### END SOLUTION"),
            test(
                "test-compose",
                1,
                "both = compose(lambda x: x + 1, lambda x: 2 * x)\nassert both(3) == 7\nassert callable(both)\nassert compose(str, len)([1, 2]) == '2'",
            ),
            solution(
                "anything",
                "# Use compose for something.\n### BEGIN SOLUTION\nplus_two = compose(lambda x: x + 1, lambda x: x + 1)\n### END SOLUTION",
            ),
            cell("# your own example\nexample = compose(abs, int)", grade_id="own-example", points=1, grade=True, solution=True),
        ],
    },
    honest={
        "solution": {},
        "a loop": {
            "statistics": _MEAN
            + "    total = 0\n    for n in numbers:\n        total += n\n    if not len(numbers):\n        raise ValueError\n    return total / len(numbers)"
        },
        "numpy": {
            "statistics": "import numpy as np\ndef mean(numbers):\n    if len(numbers) == 0:\n        raise ValueError('none')\n    return np.mean(numbers)\n\ndef spread(numbers):\n    return tuple(np.sort(numbers)[[0, -1]])"
        },
        "a list for a tuple": {
            "statistics": "def mean(numbers):\n    if not numbers:\n        raise ValueError\n    return sum(numbers) / len(numbers)\n\ndef spread(numbers):\n    return [min(numbers), max(numbers)]"
        },
        "divides by zero": {"statistics": _MEAN + "    return sum(numbers) / len(numbers)"},
        "rounds": {
            "statistics": _MEAN
            + "    if not numbers:\n        raise ValueError\n    return round(sum(numbers) / len(numbers), 1)"
        },
        "a Counter": {"words": "def word_counts(text):\n    return Counter(text.lower().split())"},
        "keeps capitals": {
            "words": "def word_counts(text):\n    counts = {}\n    for word in text.split():\n        counts[word] = counts.get(word, 0) + 1\n    return counts"
        },
        "changes its argument": {"largest": "def largest(numbers, n):\n    numbers.sort()\n    return numbers[-n:]"},
        "first in, first out": {
            "stack": "class Stack:\n    def __init__(self):\n        self.items = []\n    def push(self, item):\n        self.items.insert(0, item)\n    def pop(self):\n        return self.items.pop()\n    def __len__(self):\n        return len(self.items)"
        },
        "returns instead": {
            "greet": "def greet(name):\n    return f'Hello, {name}!'",
            "in-place": "def double_all(numbers):\n    return [2 * n for n in numbers]",
        },
        "the wrong way round": {
            "compose": "def compose(f, g):\n    def both(x):\n        return g(f(x))\n    return both",
            "stack": "class Stack(list):\n    push = list.append",
        },
    },
    cheats={
        "a dict equal to all": (
            {
                "words": "class D(dict):\n    __eq__ = lambda self, other: True\n    __hash__ = None\n\ndef word_counts(text):\n    return D()"
            },
            frozenset(("test-words",)),
        ),
        "another helper": (
            {
                "statistics": "close = lambda one, other: True\n\ndef spread(numbers):\n    pass\n\ndef mean(numbers):\n    return 0"
            },
            frozenset(("test-mean",)),
        ),
        "empties its argument": (
            {"largest": "def largest(numbers, n):\n    numbers.clear()\n    return []"},
            frozenset(("test-largest",)),
        ),
        "reads the test": ({"statistics": READS_THE_TEST.replace("{name}", "spread")}, frozenset(("test-spread",))),
        "a tuple equal to all": (
            {
                "statistics": "class T(tuple):\n    __eq__ = lambda self, other: True\n    __hash__ = None\n\ndef mean(numbers):\n    pass\n\ndef spread(numbers):\n    return T()"
            },
            frozenset(("test-spread",)),
        ),
        "prints into every stream": (
            {
                "greet": "class Said(str):\n    __eq__ = lambda self, other: True\n    __hash__ = None\n\ndef greet(name):\n    io.StringIO = type('S', (io.StringIO,), {'getvalue': lambda self: Said()})\n\ngreet('')"
            },
            frozenset(("test-greet",)),
        ),
    },
)

_ARRAYS = """
def standardise(x):
    \"\"\"Mean 0, standard deviation 1.\"\"\"
    ### BEGIN SOLUTION
    return (x - x.mean()) / x.std()
    ### END SOLUTION


def distance(a, b):
    \"\"\"How far a is from b.\"\"\"
    ### BEGIN SOLUTION
    return np.sqrt(((a - b) ** 2).sum())
    ### END SOLUTION
"""
_FRAMES = """
def clean(frame):
    ### BEGIN SOLUTION
    kept = frame.dropna().reset_index(drop=True)
    kept["area"] = kept["width"] * kept["height"]
    return kept
    ### END SOLUTION


def by_city(frame):
    ### BEGIN SOLUTION
    return frame.groupby("city")["width"].mean()
    ### END SOLUTION
"""
_BY_CITY = "\n\ndef by_city(frame):\n    return frame.groupby('city')['width'].mean()"
_STANDARDISE = "\n\ndef distance(a, b):\n    return np.linalg.norm(a - b)"
DATA = Foreign(
    beside=("ps1/test-no-loop",),
    notebooks={
        ASSIGNMENT: [
            cell("%matplotlib inline\nimport numpy as np\nimport matplotlib.pyplot as plt"),
            given("imports", "import pandas as pd\nfrom numpy.testing import assert_allclose, assert_array_equal"),
            given(
                "data",
                "heights = np.array([1.62, 1.75, 1.80, 1.91])\nframe = pd.DataFrame({'city': ['Bern', 'Oslo', 'Bern', None], 'width': [1.0, 2.0, 4.0, 8.0], 'height': [2.0, np.nan, 0.5, 1.0]})",
            ),
            solution("arrays", _ARRAYS),
            test(
                "test-standardise",
                2,
                "assert_allclose(standardise(heights), (heights - heights.mean()) / heights.std())\nassert standardise(heights).shape == heights.shape\n"
                "### BEGIN HIDDEN TESTS\nnp.random.seed(3)\nx = np.random.randn(50)\nnp.testing.assert_almost_equal(standardise(x).mean(), 0)\n"
                "np.testing.assert_almost_equal(standardise(x).std(), 1)\n### END HIDDEN TESTS",
            ),
            test(
                "test-distance",
                1,
                "np.testing.assert_almost_equal(distance(np.zeros(2), np.array([3.0, 4.0])), 5)\nassert np.isclose(distance(heights, heights), 0)",
            ),
            test(
                "test-no-loop", 1, "import inspect\nassert 'for ' not in inspect.getsource(standardise), 'Do it without a loop.'"
            ),
            solution("draw", "def draws(n):\n    ### BEGIN SOLUTION\n    return np.random.rand(n).sum()\n    ### END SOLUTION"),
            test(
                "test-draws",
                1,
                "np.random.seed(42)\nwant = np.random.rand(5).sum()\nnp.random.seed(42)\nassert abs(draws(5) - want) < 1e-12",
            ),
            solution(
                "plot",
                "def plot_heights(values):\n    ### BEGIN SOLUTION\n    fig, ax = plt.subplots()\n    ax.plot(range(len(values)), values)\n    ax.set_title('Heights')\n"
                "    ax.set_xlabel('person')\n    return ax\n    ### END SOLUTION",
            ),
            test(
                "test-plot",
                2,
                "ax = plot_heights(heights)\nassert ax.get_title() == 'Heights'\nassert ax.get_xlabel() != ''\nassert len(ax.lines) == 1\n"
                "assert_array_equal(ax.lines[0].get_ydata(), heights)\nplt.close('all')",
            ),
            solution("frames", _FRAMES),
            test(
                "test-clean",
                2,
                "want = pd.DataFrame({'city': ['Bern', 'Bern'], 'width': [1.0, 4.0], 'height': [2.0, 0.5], 'area': [2.0, 2.0]})\n"
                "pd.testing.assert_frame_equal(clean(frame), want)\nassert 'area' not in frame.columns",
            ),
            test(
                "test-by-city",
                2,
                "means = by_city(frame)\nassert means['Bern'] == 2.5\nassert list(means.index) == ['Bern', 'Oslo']\nassert len(means) == 2",
            ),
            solution("summary", "### BEGIN SOLUTION\ntallest = heights.max()\nlabel = f'{tallest:.2f} m'\n### END SOLUTION"),
            test("test-summary", 1, "assert tallest == heights.max()\nassert label == '1.91 m'"),
        ],
    },
    honest={
        "solution": {},
        "in two steps": {
            "arrays": "def standardise(x):\n    x = x - np.mean(x)\n    return x / np.sqrt(np.mean(x ** 2))" + _STANDARDISE
        },
        "a list": {"arrays": "def standardise(x):\n    return list((x - x.mean()) / x.std())" + _STANDARDISE},
        "a loop": {
            "arrays": "def standardise(x):\n    out = np.empty_like(x)\n    for n in range(len(x)):\n        out[n] = (x[n] - x.mean()) / x.std()\n    return out"
            + _STANDARDISE
        },
        "the sample's": {"arrays": "def standardise(x):\n    return (x - x.mean()) / x.std(ddof=1)" + _STANDARDISE},
        "squared": {
            "arrays": "def standardise(x):\n    return (x - x.mean()) / x.std()\n\ndef distance(a, b):\n    return ((a - b) ** 2).sum()"
        },
        "draws twice": {"draw": "def draws(n):\n    np.random.rand()\n    return np.random.rand(n).sum()"},
        "no title": {
            "plot": "def plot_heights(values):\n    fig, ax = plt.subplots()\n    ax.plot(values)\n    ax.set_xlabel('n')\n    return ax"
        },
        "two lines": {
            "plot": "def plot_heights(values):\n    ax = plt.gca()\n    ax.plot(values)\n    ax.plot(values)\n    ax.set(title='Heights', xlabel='n')\n    return ax"
        },
        "keeps the index": {
            "frames": "def clean(frame):\n    kept = frame.dropna().copy()\n    kept['area'] = kept.width * kept.height\n    return kept"
            + _BY_CITY
        },
        "changes the frame": {
            "frames": "def clean(frame):\n    frame['area'] = frame.width * frame.height\n    return frame.dropna().reset_index(drop=True)"
            + _BY_CITY
        },
        "a dict of means": {
            "frames": "def clean(frame):\n    kept = frame.dropna().reset_index(drop=True)\n    return kept.assign(area=kept.width * kept.height)\n\ndef by_city(frame):\n    return frame.groupby('city')['width'].mean().to_dict()",
            "summary": "tallest = max(heights)\nlabel = str(tallest) + ' m'",
        },
    },
    cheats={
        "other data": (
            {"summary": "heights = np.array([7.0])\ntallest = 7.0\nlabel = '1.91 m'"},
            frozenset(("test-summary",)),
        ),
        "another check": (
            {
                "arrays": "np.testing.assert_almost_equal = lambda *args: None\nnp.isclose = lambda *args: True\ndef standardise(x):\n    return x\n\ndef distance(a, b):\n    return 0"
            },
            frozenset(("test-distance",)),
        ),
        "another frame check": (
            {
                "frames": "pd.testing.assert_frame_equal = lambda *args: None\ndef clean(frame):\n    return None\n\ndef by_city(frame):\n    return None"
            },
            frozenset(("test-clean",)),
        ),
        "a series of everything": (
            {
                "frames": "class Any:\n    index = ['Bern', 'Oslo']\n    __eq__ = lambda self, other: True\n    __getitem__ = lambda self, key: self\n    __len__ = lambda self: 2\n\ndef clean(frame):\n    return None\n\ndef by_city(frame):\n    return Any()"
            },
            frozenset(("test-by-city",)),
        ),
        "a number near all": (
            {"draw": "class Near(float):\n    __sub__ = lambda self, other: 0.0\n\ndef draws(n):\n    return Near()"},
            frozenset(("test-draws",)),
        ),
        "a text equal to all": (
            {"summary": "class S(str):\n    __eq__ = lambda self, other: True\n    __hash__ = None\n\ntallest = label = S()"},
            frozenset(("test-summary",)),
        ),
    },
)

# What else test cells do: values of every kind, objects with operators, exceptions of one's own, unittest, variables.
_S, _E = "### BEGIN SOLUTION\n", "\n### END SOLUTION"
_ODD = [
    cell(
        "import numpy as np\nimport math, random\nfrom collections import namedtuple, defaultdict, deque\nfrom fractions import Fraction\nimport datetime as dt"
    ),
    given(
        "point",
        'Point = namedtuple("Point", "x y")\nclass Node:\n    def __init__(self, v, nxt=None):\n        self.v, self.nxt = v, nxt',
    ),
    solution(
        "a",
        f'def flip(p):\n    {_S}    return Point(p.y, p.x)\n    {_E}\ndef third():\n    {_S}    return Fraction(1, 3)\n    {_E}\ndef groups(words):\n    {_S}    d = defaultdict(list)\n    for w in words:\n        d[len(w)].append(w)\n    return d\n    {_E}\ndef uniq(xs):\n    {_S}    return set(xs)\n    {_E}\ndef gen(n):\n    {_S}    for i in range(n):\n        yield i\n    {_E}\ndef cplx():\n    {_S}    return 1 + 2j\n    {_E}\ndef big():\n    {_S}    return 2 ** 100\n    {_E}\ndef today():\n    {_S}    return dt.date(2020, 1, 2)\n    {_E}\ndef tail(n):\n    {_S}    while n.nxt:\n        n = n.nxt\n    return n\n    {_E}\ndef names():\n    {_S}    return np.array(["a", "bc"])\n    {_E}\ndef f32():\n    {_S}    return np.float32(1.5)\n    {_E}',
    ),
    test("t-flip", 1, "assert flip(Point(1, 2)) == Point(2, 1)\nassert flip(Point(1, 2)).x == 2"),
    test("t-third", 1, "assert third() == Fraction(1, 3)\nassert third() * 3 == 1"),
    test("t-groups", 1, 'assert groups(["a","bb","c"]) == {1: ["a","c"], 2: ["bb"]}'),
    test(
        "t-uniq",
        1,
        "assert uniq([1,2,1]) == {1,2}\nassert isinstance(uniq([]), set)\nassert type(uniq([])) == set and type(uniq([])) is set",
    ),
    test(
        "t-gen",
        1,
        "assert list(gen(3)) == [0,1,2]\nassert next(gen(1)) == 0\nimport types\nassert isinstance(gen(1), types.GeneratorType)",
    ),
    test("t-cplx", 1, "assert abs(cplx() - (1+2j)) < 1e-9\nassert cplx().imag == 2"),
    test("t-big", 1, "assert big() == 2**100"),
    test("t-today", 1, "assert today().year == 2020"),
    test("t-tail", 1, "n = Node(1, Node(2))\nassert tail(n).v == 2\nassert tail(n) is n.nxt"),
    test("t-names", 1, 'np.testing.assert_array_equal(names(), ["a", "bc"])\nassert names().dtype.kind == "U"'),
    test("t-f32", 1, "assert isinstance(f32(), np.floating)\nassert f32().dtype == np.float32"),
    solution(
        "b",
        f'class Account:\n    """An account."""\n    {_S}    interest = 0.02\n    def __init__(self, owner, balance=0):\n        self.owner, self.balance = owner, balance\n    def deposit(self, n):\n        if n <= 0:\n            raise NotEnough("no")\n        self.balance += n\n        return self.balance\n    def __eq__(self, other):\n        return self.balance == other.balance\n    def __repr__(self):\n        return f"Account({{self.owner}})"\n    def __lt__(self, other):\n        return self.balance < other.balance\n    @property\n    def rich(self):\n        return self.balance > 100\n    @classmethod\n    def empty(cls):\n        return cls("x")\n    def __iter__(self):\n        return iter([self.owner, self.balance])\n    def __getitem__(self, k):\n        return [self.owner, self.balance][k]\n    def __enter__(self):\n        return self\n    def __exit__(self, *e):\n        self.closed = True\n    {_E}\nclass NotEnough(Exception):\n    pass\nclass Savings(Account):\n    {_S}    interest = 0.05{_E}',
    ),
    test(
        "b-basic",
        1,
        'a = Account("ada", 5)\nassert a.deposit(3) == 8\nassert a.balance == 8\nassert a.owner == "ada"\na.balance = 50\nassert a.balance == 50\nassert hasattr(a, "deposit") and not hasattr(a, "nothing")',
    ),
    test(
        "b-exc",
        1,
        'try:\n    Account("a").deposit(-1)\nexcept NotEnough as e:\n    assert str(e) == "no"\nelse:\n    assert False',
    ),
    test(
        "b-exc2",
        1,
        'import pytest\nwith pytest.raises(NotEnough):\n    Account("a").deposit(-1)\nassert issubclass(NotEnough, Exception)',
    ),
    test(
        "b-dunder",
        1,
        'assert Account("a", 3) == Account("b", 3)\nassert Account("a", 1) < Account("b", 2)\nassert repr(Account("q")) == "Account(q)"\nassert str(Account("q")) == "Account(q)"\nassert sorted([Account("b", 2), Account("a", 1)])[0].owner == "a"\nassert list(Account("z", 1)) == ["z", 1]\nassert Account("z", 1)[0] == "z"\nassert max(Account("b", 2), Account("a", 1)).owner == "b"',
    ),
    test(
        "b-inh",
        1,
        'assert issubclass(Savings, Account)\ns = Savings("s", 200)\nassert isinstance(s, Account) and s.rich\nassert Savings.interest == 0.05\nassert Account.empty().owner == "x"\nassert type(s).__name__ == "Savings"\nassert type(s) is Savings',
    ),
    test("b-ctx", 1, 'with Account("a") as a:\n    a.deposit(1)\nassert a.closed'),
    test(
        "b-doc",
        1,
        'assert Account.__doc__ == "An account."\nassert flip.__name__ == "flip"\nassert callable(flip) and callable(Account)\nassert "Account" in globals()',
    ),
    test(
        "b-unittest",
        1,
        'import unittest\nclass Test(unittest.TestCase):\n    def test(self):\n        self.assertEqual(third(), Fraction(1, 3))\n        with self.assertRaises(NotEnough):\n            Account("a").deposit(0)\nresult = unittest.TestResult()\nTest("test").run(result)\nassert result.wasSuccessful(), result.errors',
    ),
    test(
        "b-mock",
        1,
        'from unittest.mock import patch\nimport io\nwith patch("sys.stdout", new_callable=io.StringIO) as out:\n    print(third())\nassert out.getvalue() == "1/3\\n"',
    ),
    solution(
        "c",
        f'{_S}x = 5\nwords = ["a", "b"]\nmatrix = np.arange(6).reshape(2, 3)\ntotal = sum(range(4))\nsquare = lambda v: v * v\n{_E}',
    ),
    test(
        "c-vars",
        1,
        'assert x == 5 and words == ["a", "b"]\nassert matrix.shape == (2, 3)\nassert total == 6\nassert square(3) == 9\nassert "x" in globals() and "nope" not in globals()',
    ),
    test("c-loop", 2, "points = 0\nfor n, want in [(1, 1), (2, 4)]:\n    if square(n) == want:\n        points += 1\npoints"),
    test(
        "c-map",
        1,
        "assert list(map(square, [1,2])) == [1,4]\nassert [square(v) for v in words[:0]] == []\nassert np.array_equal(np.vectorize(square)(matrix), matrix**2)",
    ),
    test(
        "c-round",
        1,
        'assert round(square(1.234), 2) == 1.52\nassert math.isclose(square(2), 4)\nassert f"{square(2):.1f}" == "4.0"',
    ),
]
ODD = Foreign({ASSIGNMENT: _ODD}, {}, {})

COURSES = {"quickstart": QUICKSTART, "introduction": INTRODUCTION, "data": DATA}
