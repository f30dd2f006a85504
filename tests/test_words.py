"""Words for people: collected for translation, and a student's own made harmless."""

import subprocess
import sys

import pytest

from grader.words import plain
from tests.test_cli import ROOT


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
