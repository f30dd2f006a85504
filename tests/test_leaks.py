"""What leaves the grader: a student's text is harmless wherever it comes out, and nothing that is hidden comes out with it."""

import csv
import io
import json
import re

import pytest

from grader.classroom.collect import student_of
from grader.classroom.worker import Worker
from grader.cli import terminal
from grader.course import known
from grader.pages import class_report, feedback
from grader.result import SENTENCES, Exercise, Part, Result
from grader.words import SENTENCE, cell, plain
from tests.commands import grader

pytestmark = pytest.mark.siege

UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
PAINTS = (
    "\x1b]0;title\x07\x1b]52;c;cm0gLXJm\x07\x1b]8;;http://x.example\x1b\\link\x1b[31;5m\x9b2J\x9d0;title\x9c\u202eKEY\u2066\x1b[2J"
    "\x1b\x1b\x07\b\r\x7f\u200b\u2028\xad\ufeff" + "a" + "\u0301" * 500
)
LONG = "K" * 1_000_000


def hostile(text):
    """A Result in which everything that can be said is `text`."""
    words = dict.fromkeys(("title", "message", "hint", "where", "cause", "concept"), text)
    part = Part("dz", points=0.0, max_points=2.0, outcome="failed", shapes=((text, (2, 3)),), **words)
    exercises = (Exercise("layer", (part,), (text,) * 1000),)
    return Result("ps3_layer", "ada", "graded", 2.0, exercises, reason=text, notes=(text,) * 1000)


@pytest.mark.parametrize("text", [PAINTS, LONG, PAINTS + LONG], ids=["paints", "long", "both"])
def test_every_face_of_a_result_is_plain_and_bounded(text, capsys):
    """JSON and back, the page, the terminal: no control character, no escape sequence, nothing longer than a screen."""
    result = hostile(text)
    fields = json.loads(json.dumps(result.to_json()))
    assert Result.from_json(fields) == result
    assert len(result.notes) == len(result.exercises[0].advice) == SENTENCES
    terminal.print_result(result)
    page, printed = feedback.page(result), capsys.readouterr().out
    for face in (json.dumps(fields, ensure_ascii=False), page, printed):
        assert not UNSAFE.search(face)
        assert "KKKKK" * (SENTENCE // 5 + 1) not in face
        assert "\u0301" * 4 not in face
    part = fields["exercises"][0]["parts"][0]
    assert max(len(said) for said in part.values() if isinstance(said, str)) <= SENTENCE
    assert len(part["shapes"][0][0]) <= 60


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b]0;title\x07b", "ab"),
        ("a\x1b]0;title\x1b\\b", "ab"),
        ("a\x9b31mb", "ab"),
        ("a\x1bb", "a\ufffdb"),
        ("so\xadft", "so\ufffdft"),
        ("e\u0301\u0302\u0303", "e\u0301\u0302\u0303"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 3),
        (b"bytes", ""),
    ],
)
def test_plain_text(text, shown):
    """Whole sequences go, single characters are replaced, towers of accents are cut."""
    assert plain(text) == shown


@pytest.mark.parametrize("sign", [*"=+-@", *"＝＋－＠"])
@pytest.mark.parametrize("before", ["", " ", "\n", "x;", "x; ", "x\t", "x\t\t", "x\n ", '";'])
def test_no_reading_of_a_table_makes_a_formula(before, sign):
    """Whatever a program takes for the end of a cell: comma, semicolon, tab, with quotes or without."""
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerow([cell("first"), cell(f"{before}{sign}1+1"), "3"])
    for separator in ",;\t":
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            for row in csv.reader(out.getvalue().splitlines(), delimiter=separator, quoting=quoting):
                assert not [found for found in row if re.match(r"[\s\"]*[=+\-@＝＋－＠]", found)]


def test_tables_are_quoted():
    """Every cell of every row."""
    from grader.pages.class_stats import Tally

    for line in class_report.table(Tally([hostile("a;\t=1")])).splitlines():
        assert re.fullmatch(r'"[^"]*"(,"[^"]*")*', line)


# What a student process learns, it knows at run time alone: no literal of the source holds this.
SECRET = "zq" * 20
LEARNT = "SECRET = ''.join(map(chr, [122, 113])) * 20\nimport numpy as np, warnings, sys\n"
LAYER = """class Layer:
    def __init__(self, n_inputs, n_neurons, activation):
        self.weights, self.biases = np.zeros((n_neurons, n_inputs)), np.zeros((n_neurons, 1))
    def forward(self, a_prev):
        tell()
    def backward(self, da, learning_rate):
        tell()
"""
TELLS = {
    "message": "raise ValueError(SECRET)",
    "piece of a message": "raise ValueError('all right so far: ' + SECRET)",
    "f-string": "raise ValueError(f'it is {SECRET}')",
    "several arguments": "raise ValueError('first', SECRET)",
    "key": "{}[SECRET]",
    "name": "raise NameError(f\"name '{SECRET}' is not defined\")",
    "attribute": "getattr(np, SECRET)",
    "type": "raise type(SECRET, (Exception,), {})('text')",
    "type with a space": "raise type(SECRET + ' is', (ValueError,), {})",
    "group": "raise ExceptionGroup(SECRET, [ValueError(SECRET)])",
    "notes": "error = ValueError('text'); error.add_note(SECRET); raise error",
    "cause": "raise ValueError('text') from ValueError(SECRET)",
    "syntax": "raise SyntaxError(SECRET)",
    "syntax with a place": "raise SyntaxError(SECRET, (SECRET, 1, 1, SECRET))",
    "eval": "eval(SECRET + ' ' + SECRET)",
    "decoding": "raise UnicodeDecodeError(SECRET, b'x', 0, 1, SECRET)",
    "file": "open(SECRET)",
    "import": "__import__(SECRET)",
    "assertion": "assert False, SECRET",
    "exit": "sys.exit(SECRET)",
    "arguments": "tell(**{SECRET: 1})",
    "renamed": "f = lambda x: x; f.__code__ = f.__code__.replace(co_name=SECRET, co_qualname=SECRET); f()",
    "not a number": "float(SECRET)",
    "words of a library": "raise TypeError(f\"'{SECRET}' object has no attribute '{SECRET}'\")",
    "print": "print(SECRET); sys.stderr.write(SECRET); raise ValueError",
    "warning": "warnings.warn(SECRET); raise ValueError",
    "value": "return_it(SECRET)",
    "object": "return type(SECRET, (), {})()",
    "text": "return SECRET",
    "dict": "return {SECRET: 1}",
    "array": "return np.array([SECRET])",
    "changing": "raise type('ValueError', (ValueError,), {'__str__': lambda self: SECRET, '__repr__': lambda self: SECRET})",
}


def faces(graded):
    """All that a student or an instructor sees of a submission."""
    return graded.result_json.decode() + graded.page.decode() + (graded.text or b"").decode()


@pytest.mark.parametrize("tell", TELLS.values(), ids=TELLS)
def test_what_was_learnt_in_a_hidden_call_is_not_told(tell, worker, handed_in, capfd):
    """Neither by an exception, whatever it is, nor by what is printed, nor by names."""
    code = f"{LEARNT}def tell(*args):\n    {tell}\n{LAYER.replace('tell()', 'return tell()')}"
    graded = worker.grade("ada", handed_in(layer=code), page=True)
    assert graded.result.status == "graded"
    assert "zqzq" not in faces(graded) + "".join(capfd.readouterr())


@pytest.mark.parametrize("tell", TELLS.values(), ids=TELLS)
def test_what_a_later_cell_says_is_not_told_either(tell, worker, handed_in, capfd):
    """A cell that stops is named as the reason of what is missing, with no more of its message than of any other."""
    code = f"{LEARNT}\ndef tell(*args):\n    {tell}\ntell()\n" + LAYER
    result = worker.grade("ada", handed_in(layer=code), page=True).result
    assert "zqzq" not in json.dumps(result.to_json())


KEYS = """class TwoLayerNet:
    def __init__(self, *a, **k):
        self.params, self.layers = {key: np.zeros(2) for key in WORDS}, {key: 1 for key in WORDS}
        self.lastLayer = SoftmaxWithLoss()
    def gradient(self, x, t):
        return {key: np.zeros(2) for key in WORDS}
    numerical_gradient = gradient
"""


def test_keys_of_a_dict_are_told_as_far_as_somebody_wrote_them_down(course):
    """What paints, what is long, and what was learnt, are left out of every message that lists keys."""
    words = f"{LEARNT}WORDS = [SECRET, 'K' * 1_000_000, {PAINTS!r}, 'plain_key', *map(str, range(1000))]\n"
    trained = f"{words}def train(*args, **kwargs):\n    return {{key: [1.0] for key in WORDS}}"
    checked = f"{words}def gradient_check(network, x, t):\n    return {{key: 1.0 for key in WORDS}}"
    data = known.reference(course, "ps6_two_layer_net", two_layer_net=words + KEYS, train_network=trained, gradient_check=checked)
    with Worker(course, "ps6_two_layer_net", secret=b"tests") as ps6:
        graded = ps6.grade("ada", data, page=True)
    said = json.dumps(graded.result.to_json(), ensure_ascii=False)
    assert "plain_key" in said
    assert not UNSAFE.search(said)
    assert not re.search("zqzq|KKKK|0, 1, 2", said)
    assert len(graded.page) < 300_000


def test_the_examiner_prints_no_line_of_a_hidden_test(made_course, handed_in, tmp_path):
    """Neither with a warning, nor with an exception that nobody catches, nor with one of its own."""
    test = made_course.content("ps3_layer") / "test_quiz_ps3.py"
    hidden = [
        "import numpy as np, warnings, sys",
        "ONE_HIDDEN_LINE = np.array([1e308]) * np.array([1e308])  # overflows where the module is loaded",
        "class Clumsy:",
        "    def __del__(self): raise RuntimeError('another hidden line')  # cannot be caught",
        "def hidden_warning(): warnings.warn('a third hidden line', stacklevel=1)",
        "def test_answer(student):\n    Clumsy(); hidden_warning(); np.array([1e308]) * np.array([1e308])  # a hidden sum",
    ]
    text = test.read_text("utf-8").replace(
        "@points(2)\ndef test_answer(student):", "\n".join(hidden[:-1]) + f"\n@points(2)\n{hidden[-1]}"
    )
    test.write_text(text, "utf-8")
    path = tmp_path / "ps3_layer.ipynb"
    path.write_bytes(handed_in(layer="class Layer: pass"))
    code, out, err = grader("check", path, "--json", cwd=made_course.root)
    assert (code, json.loads(out)["score"]) == (0, 2)
    assert "RuntimeError at " in err
    assert not [line for line in re.split("[\n;#]", text) if len(line.strip()) > 20 and line.strip() in out + err]
    assert "hidden" not in out + err.replace("hidden_", "")


@pytest.mark.parametrize("name", ["a" + "\u0301" * 50, "a\x1b[31m", "a\u202eb", "b\udcff", "x" * 241, "a\nb"])
def test_a_folder_whose_name_would_lie_stands_for_a_plain_one(name):
    """The same each time, another for each folder; a result's student is just that name."""
    student = student_of(name)
    assert student == student_of(name) != student_of(name + "c")
    assert plain(student) == student == Result("ps3_layer", student, "unreadable", 2.0).student
    assert student.isprintable()
    assert student_of("größe e\u0301") == "größe e\u0301"
