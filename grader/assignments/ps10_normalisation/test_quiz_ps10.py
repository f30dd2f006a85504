"""The quiz on why the mean and the variance have gradients of their own."""

from grader.testing import _, check_quiz, points

WHY = {
    "A": _(
        "Nobody learns the mean and the variance: no step is taken with their gradients. They are on the way to x, and no further."
    ),
    "B": _(
        "The running values are moved by averaging, in forward, and no gradient of theirs is ever needed. "
        "What was used in training are the mean and the variance of the batch."
    ),
    "C": _("The loss divides by N, once. The 1/N here comes from the mean itself: each x is a part of it, and moves it by 1/N."),
}


@points(2)
def test_answer(student):
    """Why the mean and the variance have gradients of their own."""
    check_quiz(student.answer_ps10, right="D", why=WHY)
