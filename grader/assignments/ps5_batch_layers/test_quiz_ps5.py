"""The quiz on why softmax goes with cross-entropy."""

from grader.testing import _, check_quiz, points

WHY = {
    "A": _(
        "A logarithm needs a positive number, and the sigmoid or a simple division would give those, too. Look at the gradient."
    ),
    "C": _("Softmax's own derivative is far from 1: each probability depends on every score. Only the product is simple."),
    "D": _("Neither divides by N because of the other. The mean over the batch is taken once, whatever the loss."),
}


@points(2)
def test_answer(student):
    """Why softmax goes with cross-entropy."""
    check_quiz(student.answer_ps5, right="B", why=WHY)
