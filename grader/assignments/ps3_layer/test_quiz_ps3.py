"""The quiz on the role of `backward()`."""

from grader.testing import _, check_quiz, points

WHY = {
    "A": _(
        "Nothing is recovered or undone on the way back: `forward` has stored its inputs, and what travels back are gradients."
    ),
    "C": _("The loss is computed once, after the last layer; `backward` starts from its derivative."),
    "D": _("The learning rate is handed in from outside; `backward` only uses it."),
}


@points(2)
def test_answer(student):
    """What `backward()` is for."""
    check_quiz(student.answer_ps3, right="B", why=WHY)
