"""Every submission whose marks are known beforehand gets exactly those, for every assignment."""

import re

import pytest

from grader.authoring.verify import verify
from grader.course import known
from grader.exam.whys import sentences
from tests.repository import COURSE

# Of how code is written numbers tell nothing: the same ones come out of another construct.
OF_HOW_IT_IS_WRITTEN = re.compile(
    r"\bloops?\b|`(?:max|min|if|for|while|return|lambda|int|float|sum|abs|range|sorted|len|zip)`|\bisinstance\b|\btypes?\b|\bnp\."
    r"|\bwr(?:ote|itten)\b|\bbrackets?\b|\bslices?\b|\breshap|\bargmax\b|\blocal\b|\bindent|\brecurs|\bvectorize\b|\bcalls itself\b"
    r"|\b(?:your|next|the) lines?\b(?! (?:that makes|above))|\b(?:another|second) name\b|\bin the class\b|\bcomprehension|\bcondition\b",
    re.IGNORECASE,
)


def test_no_cause_says_how_code_is_written():
    """Neither a stored one nor one that is made: whoever is named by numbers alone may have come to them in any way."""
    stored = [wrong for assignment in COURSE.assignments() for wrong in known.wrong_solutions(COURSE, assignment)]
    said = [wrong.sentence for wrong in stored if not wrong.exercise.startswith(("quiz_", "symptoms"))]
    for forms in (sentences.LOOPS, sentences.ARGUMENTS, sentences.STATEMENTS, sentences.PARTS, sentences.WRAPS):
        for form in forms.values():
            said += [form] if isinstance(form, str) else form
    assert len(said) > 900
    assert [sentence for sentence in said if OF_HOW_IT_IS_WRITTEN.search(sentence)] == []
    for wrong in (
        "You tell the two forms apart by the type of their numbers.",
        "You used Python's `max` on an array.",
        "Your `ReLU` goes through z with one loop, so it works for flat arrays only.",
    ):
        assert OF_HOW_IT_IS_WRITTEN.search(wrong)


@pytest.mark.library
@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_verify_has_no_complaint(assignment):
    """Reference full, stub 0, wrong ones lose just what they state, controls nothing, release up to date."""
    lines = list(verify(COURSE, assignment, secret=b"tests", every=10))
    assert [line for line, good in lines if not good] == []
    assert len(lines) > 10


@pytest.mark.library
@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_every_exercise_is_proved_from_both_sides(assignment):
    """At least four wrong solutions and two unusual right ones each."""
    source = COURSE.source(assignment)
    for found, least in ((known.wrong_solutions(COURSE, assignment), 4), (known.controls(COURSE, assignment), 2)):
        counts = {exercise: sum(one.exercise == exercise for one in found) for exercise in source.exercises}
        assert {exercise: n for exercise, n in counts.items() if n < least} == {}
        assert {one.exercise for one in found} <= set(source.exercises)
