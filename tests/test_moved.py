"""A `course_config.py` from before the grader's modules moved: one clear sentence, and nobody's marks."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.course.settings import CONFIG, MOVED
from tests.commands import grader

pytestmark = pytest.mark.slow


@pytest.fixture
def old_course(made_course, hand_in, handed_in):
    """A course whose configuration names what it was called before; its folder."""
    path = made_course.root / CONFIG
    text = path.read_text("utf-8")
    for old, new in MOVED.items():
        assert new in text
        text = text.replace(new, old)
    path.write_text(text)
    hand_in("ada", handed_in())
    hand_in("ben", handed_in())
    return made_course.root


SENTENCE = (
    r"course_config\.py names grader\.nbgrader_plugin\.\w+, which has moved: write grader\.integrations\.\S+\.\w+ in its place\."
)


def test_grader_says_it_in_one_sentence(old_course):
    """And leaves with exit code 2, before anything is written."""
    code, out, err = grader("grade", "ps3_layer", cwd=old_course)
    assert (code, out) == (2, "")
    assert re.fullmatch(f"grader: {SENTENCE}\n", err)


def test_nbgrader_autograde_says_it_in_one_sentence(old_course):
    """Once for the whole class, without a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", "ps3_layer"],
        cwd=old_course,
        env={**os.environ, "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 1
    assert len(re.findall(SENTENCE, done.stderr)) == 1
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize("name", ["markdown2html", "clean_html"])
def test_a_filter_that_moved_says_where_it_is(name):
    """Wherever it is imported by the name that it had."""
    with pytest.raises(ImportError, match=r"write grader\.integrations\.nbgrader_markdown\." + name):
        getattr(__import__("grader.markdown", fromlist=[name]), name)
