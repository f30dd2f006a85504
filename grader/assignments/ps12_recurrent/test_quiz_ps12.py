"""The quiz on gradients along time."""

from grader.testing import _, check_quiz, points

WHY = {
    "A": _(
        "The sum over time adds the steps' own shares of dWh. It makes no single share small or large: look at what each was multiplied by."
    ),
    "B": _("tanh′ is at most 1, so it can only make gradients smaller. What could make them explode?"),
    "C": _(
        "The loss divides once, by the number of places, and every gradient alike. That doesn't depend on how far back a step lies."
    ),
}


@points(2)
def test_answer(student):
    """Why gradients vanish or explode along time."""
    check_quiz(student.answer_ps12, right="D", why=WHY)
