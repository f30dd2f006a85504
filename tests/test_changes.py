"""Whose marks changed though nothing else was handed in: `grader grade` lists them."""

from dataclasses import replace

import pytest

from grader.classroom import changes, grade
from grader.result import Exercise, Part, Result
from tests.commands import grader

pytestmark = pytest.mark.slow

TEST = "grader/assignments/ps3_layer/test_quiz_ps3.py"


@pytest.fixture
def graded(made_course, hand_in, handed_in):
    """A class whose marks are there."""
    hand_in("ada", handed_in())
    hand_in("ben", handed_in(quiz_ps3="answer_ps3 = 'A'"))
    hand_in("cleo", b"{")
    grade.grade(made_course, "ps3_layer")
    return made_course


def edit(course, path, before, after):
    text = (course.root / path).read_text("utf-8")
    assert text.count(before) == 1
    (course.root / path).write_text(text.replace(before, after), "utf-8")


def test_a_hidden_test_that_judges_otherwise_is_told(graded, hand_in, handed_in):
    """Who, the points before and after, and of which part; not those who handed in something else meanwhile."""
    edit(graded, TEST, 'right="B"', 'right="A"')
    edit(graded, TEST, '"A": _(', '"B": _(')
    hand_in("dora", handed_in())
    out = grader("grade", "ps3_layer", cwd=graded.root)[1]
    said = out[out.index("Marks that are others") :].splitlines()
    assert said[1:3] == ["  ada: 12 → 10 (quiz_ps3.answer 2 → 0)", "  ben: 10 → 12 (quiz_ps3.answer 0 → 2)"]
    assert not said[3].startswith("  ")
    assert "Marks that are others" not in grader("grade", "ps3_layer", cwd=graded.root)[1]


def test_a_slip_in_a_hidden_test_is_told_too(graded):
    """Marks that are withheld, where they stood before."""
    edit(graded, TEST, "    check_quiz(", "    1 / 0\n    check_quiz(")
    found = []
    list(grade.stream(graded, "ps3_layer", on_changed=found.append))
    assert sorted(map(str, found))[0] == "ada: 12 → – (quiz_ps3.answer 2 → –)"
    assert len(found) == 2


def test_a_new_wording_changes_no_marks(graded):
    """All are graded again, and nothing is listed."""
    (graded.root / TEST).write_text((graded.root / TEST).read_text("utf-8") + "\n# a remark\n", "utf-8")
    found = []
    fresh = [is_fresh for _result, is_fresh in grade.stream(graded, "ps3_layer", on_changed=found.append)]
    assert (fresh, found) == ([True] * 3, [])


def test_another_notebook_is_no_change_of_that_kind(graded, hand_in, handed_in):
    """Even where the hidden tests are new as well."""
    (graded.root / TEST).write_text((graded.root / TEST).read_text("utf-8") + "\n# a remark\n", "utf-8")
    hand_in("ada", handed_in(quiz_ps3="answer_ps3 = 'A'"))
    hand_in("cleo", handed_in())
    found = []
    assert len(list(grade.stream(graded, "ps3_layer", on_changed=found.append))) == 3
    assert found == []


def result(*points, status="graded", digest="x-y", **facts):
    parts = tuple(Part(f"p{n}", "", p, 2.0, "passed") for n, p in enumerate(points))
    return Result("ps3_layer", "ada", status, 4.0, (Exercise("layer", parts),), digest=digest, **facts)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (result(2.0, 2.0), result(2.0, 0.0), "ada: 4 → 2 (layer.p1 2 → 0)"),
        (result(2.0, 0.0), result(0.0, 2.0), "ada: 2 → 2 (layer.p0 2 → 0, layer.p1 0 → 2)"),
        (result(2.0), result(2.0, 1.5), "ada: 2 → 3.5 (layer.p1 – → 1.5)"),
        (result(2.0, 2.0), result(2.0, None, status="fault"), "ada: 4 → – (layer.p1 2 → –)"),
        (result(2.0), result(status="unreadable"), "ada: 2 → – (layer.p0 2 → –)"),
        (result(2.0), replace(result(2.0), seconds=3.0, digest="z-y"), "None"),
        (result(2.0), result(0.0, digest="x-z"), "None"),
        (result(2.0, digest=""), result(0.0, digest=""), "None"),
        (None, result(2.0), "None"),
    ],
)
def test_what_is_said_of_a_change(before, after, expected):
    """By part; nothing where the marks are the same, or the bytes are not."""
    assert str(changes.change(before, after)) == expected
