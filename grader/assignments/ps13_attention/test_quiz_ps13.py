"""The quiz on the root of d."""

from grader.testing import _, check_quiz, points

WHY = {
    "B": _("softmax makes each row add up to 1 by itself, whatever the scores are divided by."),
    "C": _(
        "Dividing by a number is as cheap as not dividing, and exp is safe by subtracting the largest score. Look at the gradients."
    ),
    "D": _("No gradient is changed in its direction by one number for all. What changes is how flat softmax is at the scores."),
}


@points(2)
def test_answer(student):
    """Why scores are divided by the root of d."""
    check_quiz(student.answer_ps13, right="A", why=WHY)
