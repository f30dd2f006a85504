"""The pages: the same numbers as everywhere, and nothing of a student's that a browser or a spreadsheet would run."""

import csv
import io
import re

import pytest

from grader import pages
from grader.result import Exercise, Part, Result

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)> `<b>` =cmd()"


def result(student="ada", outcome="failed", **facts):
    parts = (
        Part("dz", "dz is da ⊙ f'(z)", 2.0, 2.0, "passed"),
        Part("update", "the step", None if outcome == "fault" else 0.0, 1.0, outcome, EVIL, "Think of `learning_rate`."),
    )
    facts = {"status": "graded", "max_score": 3.0, "isolation": "full", **facts}
    return Result("ps3_layer", student, exercises=(Exercise("layer", parts, (EVIL,)),), notes=(EVIL,), **facts)


def notebook():
    cell = {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "layer", "solution": True}}, "source": f"x = 1\n# {EVIL}"}
    return {"cells": [cell]}


@pytest.mark.parametrize(
    "page", [pages.feedback(result(EVIL), notebook()), pages.report("ps3_layer", [result(EVIL, reason=EVIL)])]
)
def test_every_word_of_a_students_is_escaped(page):
    """No tag of theirs opens, wherever it was put."""
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("page", [pages.feedback(result()), pages.report("ps3_layer", [result()])])
def test_a_page_stands_alone(page):
    """A strict policy, and nothing is fetched from anywhere."""
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|<(script|link|img|iframe)|@import|url\(", page)


def test_the_first_thing_to_look_at_is_the_first_wrong_part():
    """What is wrong goes before what was not run."""
    page = pages.feedback(result())
    assert page.index("Look at this first") < page.index("<code>learning_rate</code>") < page.index("<h2")


def test_full_marks_are_said():
    """And nothing is to be looked at."""
    page = pages.feedback(result(outcome="passed"))
    assert "Everything here is right" in page
    assert "Look at this first" not in page


@pytest.mark.parametrize(("points", "text"), [(2.0, "2"), (1.5, "1.5"), (0.0, "0"), (None, "–"), (0.1 + 0.2, "0.3")])
def test_points_are_written_one_way(points, text):
    """Without trailing zeros, and a dash where none are given."""
    assert pages.points(points) == text


def test_a_fault_shows_no_zero():
    """Marks that are withheld are a dash."""
    page = pages.feedback(result(outcome="fault", status="fault", reason="The grader failed."))
    assert '<p class="mark">–' in page


def test_no_cell_of_the_csv_is_a_formula():
    """Names and reasons that begin like one are quoted."""
    rows = list(csv.reader(io.StringIO(pages.table_csv([result("=1+1"), result("@x", reason="-2")]))))
    assert rows[0] == ["student", "status", "score", "max_score", "layer.dz", "layer.update", "reason"]
    assert rows[1] == ["'=1+1", "graded", "2", "3", "2", "0", ""]
    assert [rows[2][0], rows[2][-1]] == ["'@x", "'-2"]


def test_without_walls_every_page_says_so():
    """Feedback and report alike."""
    told = "graded without walls"
    assert told in pages.feedback(result(isolation="none"))
    assert told in pages.report("ps3_layer", [result(isolation="none")])
    assert told not in pages.feedback(result())
