"""What is said of an exception: sentences of the libraries, strings of the source, sizes; never a value."""

import re

import numpy as np
import pytest

from grader.exam.library_messages import NUMPY, PYTHON
from grader.exam.quotable import MAX_LITERALS, MAX_SOURCE, SLOTS, Source

GIVEN = "a, v, P = np.zeros((3, 2)), np.zeros(4), type('P', (), {'forward': lambda self, x: x})\n"

# What Python and NumPy say of code that often goes wrong, "…" where a value stood; the other messages are shown as they are.
REAL = {
    "a + v": None,
    "a @ v": None,
    "np.dot(a, a)": None,
    "np.dot(a, v)": None,
    "a.reshape(4,)": None,
    "a.reshape(-1, 4)": None,
    "a[:] = v": None,
    "a[5]": "index … is out of bounds for axis 0 with size 3",
    "a[0, 0, 0]": None,
    "a[1.5]": None,
    "a.sum(axis=2)": None,
    "np.array([[1, 2], [3]])": None,
    "bool(a)": None,
    "float(a)": None,
    "a[np.array([True, False])]": None,
    "a[[0, 1], [0, 1, 1]]": None,
    "a[np.array([0, 1])] = np.zeros((3, 3))": None,
    "np.concatenate([a, v])": None,
    "np.vstack([a, v])": None,
    "np.stack([a, v])": None,
    "np.max(np.zeros(0))": None,
    "np.argmax([])": None,
    "np.zeros(-1)": None,
    "np.einsum('ij,jk', a, a)": None,
    "np.einsum('ijk', a)": None,
    "np.einsum('i', a)": None,
    "b = a.astype(int); b += 0.5": None,
    "a + 'x'": None,
    "a + None": None,
    "np.exp(None)": None,
    "np.exp('x')": None,
    "-np.array([True])": None,
    "a.foo": None,
    "np.foo": None,
    "a(3)": None,
    "np.linalg.inv(np.zeros((2, 2)))": None,
    "np.linalg.solve(np.eye(2), v)": None,
    "np.random.choice(3, 5, replace=False)": None,
    "np.random.choice(3, p=[.1, .2, .3])": None,
    "np.transpose(a, (0, 1, 2))": None,
    "np.swapaxes(a, 0, 5)": None,
    "np.broadcast_to(a, (4, 2))": "operands could not be broadcast together with remapped shapes [original->remapped]: (3,2)  and requested shape (4,2)",
    "np.zeros('a')": None,
    "np.zeros(3, 4)": "Cannot interpret … as a data type",
    "np.zeros(3, dtype='foo')": None,
    "np.array(1)[0]": None,
    "a.flags.writeable = False; a[0] = 1": None,
    "a.shape = (5,)": None,
    "np.float64(1)[0]": None,
    "with np.errstate(all='raise'): np.exp(np.array([1e9]))": None,
    "with np.errstate(all='raise'): np.array([1.0]) / 0": None,
    "None.shape": None,
    "None + 1": None,
    "'a' + 1": None,
    "None[0]": None,
    "len(3)": None,
    "xyz": None,
    "[][0]": None,
    "{}['key']": None,
    "{}[3]": "",
    "int('x')": "invalid literal for int() with base 10: …",
    "float('0.731x')": "could not convert string to float: …",
    "float([])": None,
    "P(1)": None,
    "P().forward()": "<lambda>() missing 1 required positional argument: '…'",
    "P.foo": None,
    "(lambda x: x)(1, 2)": None,
    "f = lambda x, y, z: x; f()": None,
    "f = lambda x: x; f(k=1)": None,
    "1 / 0": None,
    "1.0 / 0": None,
    "a.item()": None,
    "import math; math.log(0)": None,
    "p, q = 1": None,
    "p, q = [1]": None,
    "for i in 3: pass": None,
    "import nothing_like_it": None,
    "from numpy import nothing_like_it": "cannot import name 'nothing_like_it' from 'numpy' (…)",
    "open('nothing.csv')": None,
    "raise 3": None,
    "{a: 1}": None,
    "1 < 'a'": None,
    "range(1.5)": None,
    "[1]['a']": None,
    "[].pop()": None,
    "[1].index(0.731)": "… is not in list",
    "b'\\xff'.decode()": "… codec can't decode byte … in position 0: …",
    "'%d%d' % 1": None,
    "f = lambda: f(); f()": None,
    "'abc'[7]": None,
    "abs('a')": None,
    "isinstance(1, 2)": None,
    "print(1, foo=2)": None,
    "sum(3)": None,
    "max([])": None,
    "super().forward()": None,
    "1 % 0": None,
    "2.0 ** 10000": None,
    "if True\n    pass": None,
    "x = (1, 2": None,
    "x = [1, 2)": None,
    "x = 'abc": None,
    "def f():\nreturn 1": None,
    "    x = 1": None,
    "if True:\n    x = 1\n  y = 2": None,
    "f(x=1, 2)": None,
    "f() = 1": None,
    "x = 1 2": None,
    "return 1": None,
    "for i in [1]\n    pass": None,
    "x == 1 = 2": None,
    "f'{}'": None,
    "print 'a'": None,
    "raise ValueError('bad shape')": "bad shape",
    "raise ValueError(f'bad shape {a.shape}, not {0.731:.2f}!')": "bad shape …, not …!",
    "raise ValueError('bad shape {} of {:d}'.format(0.731, 7))": "bad shape … of …",
    "raise ValueError('bad shape %s of %.3f' % (7, 0.731))": "bad shape … of …",
    "raise ValueError('bad shape ' + str(a.shape))": "bad shape …",
    "raise ValueError('one, '\n    'two, ' f'three {0.731}')": "one, two, three …",
    "raise ValueError(str(0.731))": "",
    "raise ValueError(a.tolist())": "",
    "assert a.shape == v.shape, 'shapes differ'": "shapes differ",
    "raise KeyError('it\\'s gone')": '"it\'s gone"',
}


@pytest.mark.parametrize("code", REAL)
@pytest.mark.filterwarnings("ignore")
def test_what_is_said_of_a_real_exception(code):
    """The sentence of the library, whole, with what the source holds; of a value nothing."""
    with pytest.raises(BaseException) as caught:
        exec(GIVEN + code, {"np": np})
    message = getattr(caught.value, "msg", None) or str(caught.value)
    shown = Source([code + " P"]).message(message)
    wanted = REAL[code]
    assert shown == (message.strip() if wanted is None else wanted)
    assert Source([code]).exception_name(type(caught.value).__name__) == type(caught.value).__name__


def test_every_line_of_the_list_is_used_well():
    """No line stands there twice, every slot is one of those described, and no line is all slots."""
    lines = (PYTHON + NUMPY).splitlines()
    assert {slot for line in lines for slot in re.findall(r"\{(\w+)\}", line)} == set(SLOTS)
    assert len(PYTHON.splitlines()) == len(set(PYTHON.splitlines()))
    assert not [line for line in lines if re.fullmatch(r"(\{\w+\}\W*)+", line)]


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        (
            "operands could not be broadcast together with shapes (3,22222) (4,)",
            "operands could not be broadcast together with shapes (3,…) (4,)",
        ),
        ("cannot reshape array of size 1717171 into shape (1,2,3,4,5,6,7)", "cannot reshape array of size … into shape (…)"),
        (
            "operands could not be broadcast together with shapes " + "(1,) " * 9,
            "operands could not be broadcast together with shapes …",
        ),
        ("name '12345' is not defined", "name '…' is not defined"),
        ("name 'abs.abs.abs.abs.abs.abs.abs.abs' is not defined", ""),
        ("'abs' object has no attribute 'abs' and so on", ""),
        ("could not convert string to float: 'line\nline'", ""),
        ("x" * 10_000, ""),
        ("", ""),
        (None, ""),
        (b"bytes", ""),
    ],
)
def test_what_only_looks_like_a_librarys_sentence_carries_little(message, shown):
    """Few sizes, and small ones; no number for a name; nothing before or after."""
    assert Source(["x = 1"]).message(message) == shown


@pytest.mark.parametrize(
    "source",
    [
        '"' * MAX_SOURCE,
        "'" + "\\'" * MAX_SOURCE,
        '"a" ' * MAX_SOURCE,
        "f'{" * MAX_SOURCE,
        "{" * MAX_SOURCE,
        "\\" * MAX_SOURCE,
        "# " * MAX_SOURCE,
        "'" + "{{a}" * 120 + "'",
        ('"' + "%(" * 200 + '"\n') * MAX_LITERALS,
        "ünïcödé\udcff\x00" * 1000,
    ],
    ids=lambda source: ascii(source[:8]),
)
def test_a_hostile_source_is_looked_through_all_the_same(source):
    """Whatever stands in it; what it costs is bounded by what is looked through."""
    looked = Source([source, source])
    assert looked.message("zq" * 20) == ""
    assert looked.exception_name("ValueError") == "ValueError"
    assert len(looked._literals) <= 8 * MAX_LITERALS


@pytest.mark.parametrize("name", ["zq" * 20, "zq zq", "<b>", "7", "", None, 7, "e\u0301", "x" * 1000])
def test_a_type_that_nobody_wrote_down_has_no_name(name):
    """Names are looked up as words of the source."""
    looked = Source(["class Mine(Exception): pass"])
    assert (looked.exception_name(name), looked.type_name(name)) == ("", "object")
    assert (looked.exception_name("Mine"), looked.type_name("Mine"), looked.type_name("ndarray")) == ("Mine", "Mine", "ndarray")
