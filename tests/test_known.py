"""Every submission whose marks are known beforehand gets exactly those, for every assignment."""

import json

import pytest

from grader.authoring.verify import verify
from grader.course import known
from tests.repository import COURSE

pytestmark = pytest.mark.library


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_verify_has_no_complaint(assignment):
    """Reference full, stub 0, wrong ones lose just what they state, controls nothing, release up to date."""
    lines = list(verify(COURSE, assignment, secret=b"tests", every=10))
    assert [line for line, good in lines if not good] == []
    assert len(lines) > 10


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_every_exercise_is_proved_from_both_sides(assignment):
    """At least four wrong solutions and two unusual right ones each."""
    source = COURSE.source(assignment)
    for found, least in ((known.wrong_solutions(COURSE, assignment), 4), (known.controls(COURSE, assignment), 2)):
        counts = {exercise: sum(one.exercise == exercise for one in found) for exercise in source.exercises}
        assert {exercise: n for exercise, n in counts.items() if n < least} == {}
        assert {one.exercise for one in found} <= set(source.exercises)


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_a_misconception_says_where_to_read_again(assignment):
    """Its concept is a heading of the lesson."""
    data = json.loads(COURSE.source_path(assignment).read_text("utf-8"))
    headings = {
        line.lstrip("# ").strip()
        for cell in data["cells"]
        if cell["cell_type"] == "markdown"
        for line in "".join(cell["source"]).split("\n")
        if line.startswith("#")
    }
    plain = {heading.split("·", 1)[-1].strip() for heading in headings} | headings
    for wrong in known.wrong_solutions(COURSE, assignment):
        assert wrong.concept in plain, f"{wrong.exercise}/{wrong.id}: {wrong.concept!r}"
        assert wrong.sentence.endswith((".", "?"))
        assert wrong.hint
