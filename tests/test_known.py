"""Every submission whose marks are known beforehand gets exactly those, for every assignment."""

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
