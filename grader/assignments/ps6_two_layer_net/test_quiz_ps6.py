"""The quiz on why gradients are checked."""

from grader.testing import _, check_quiz, points

WHY = {
    "A": _(
        "A numerical gradient is the less exact of the two: it is rounded, and off by the square of h. It is "
        "trusted because it is simple."
    ),
    "B": _(
        "It is far too slow to train with: it runs the network twice for each parameter. It is a check, made "
        "once on a small batch."
    ),
    "C": _(
        "The check compares two gradients on a batch. It knows nothing of images that the network hasn't "
        "seen; the test accuracy does."
    ),
}


@points(1)
def test_answer(student):
    """Why gradients are checked."""
    check_quiz(student.answer_ps6, right="D", why=WHY)
