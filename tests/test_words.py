"""Words for people: collected for translation, and a student's own made harmless."""

import ast
import subprocess
import sys

import pytest

from grader.course.folder import ENGINE
from grader.words import plain
from tests.repository import COURSE, ROOT


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb\x1b[0m", "ab"),
        ("a\u202eb\x00c", "a\ufffdb\ufffdc"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("größe ∂ 🙂", "größe ∂ 🙂"),
        ("\ud800", "\ufffd"),
        (None, ""),
        ("x" * 1000, "x" * 399 + "…"),
    ],
)
def test_a_students_text_is_plain_text(text, shown):
    """Control, ANSI and bidirectional characters go; length is bounded."""
    assert plain(text) == shown


@pytest.mark.slow
def test_the_catalogue_of_sentences_is_up_to_date(tmp_path):
    """What `make messages` would write is what is there."""
    made = tmp_path / "grader.pot"
    command = [
        "-m",
        "babel.messages.frontend",
        "-q",
        "extract",
        "-F",
        "babel.cfg",
        "--omit-header",
        "--no-location",
        "--sort-output",
    ]
    subprocess.run([sys.executable, *command, "-o", made, "."], cwd=ROOT, check=True)
    assert made.read_text("utf-8") == (ROOT / "grader/locale/grader.pot").read_text("utf-8"), "run `make messages`"


HIDDEN = [path for name in COURSE.assignments() for path in COURSE.content(name).glob("*.py")]
TEMPLATE = ENGINE / "authoring" / "templates" / "assignment" / "grader" / "assignments"
SAID = {"Failed", "NotRun", "advise"}  # what takes a sentence


def untranslated(text):
    """The lines of a hidden test with a sentence that no catalogue can hold: outside of `_`, or put together before it is
    looked up."""
    found = []

    def visit(node, looked_up):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if name == "_" and not (len(node.args) == 1 and isinstance(node.args[0], ast.Constant)):
            found.append(node.lineno)
        if name in SAID:
            found.extend(a.lineno for a in ast.walk(ast.Tuple(node.args)) if isinstance(a, ast.JoinedStr))
        text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
        if " " in text and text.endswith((".", "?")) and not looked_up:
            found.append(node.lineno)
        for child in ast.iter_child_nodes(node):
            docstring = isinstance(node, ast.Expr) and isinstance(child, ast.Constant)
            visit(child, looked_up or name == "_" or docstring)

    visit(ast.parse(text), False)
    return found


@pytest.mark.parametrize("path", sorted([*HIDDEN, *TEMPLATE.glob("*/*.py")]), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_sentence_of_a_hidden_test_can_be_translated(path):
    """It passes through `_` whole, and what is put into it through `format`."""
    assert untranslated(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "line",
    [
        'raise Failed(f"{name} is wrong.")',
        'raise Failed("All is wrong.")',
        'advise(_(f"{name} is wrong."))',
        'hint = "Which one?"',
        'raise Failed(_("{n} is wrong".format(n=n)))',
    ],
)
def test_a_sentence_that_cannot_be_translated_is_found(line):
    """Wherever it stands."""
    assert untranslated(line)
