"""The quiz on how weights and biases are updated."""

from grader.testing import _, check_quiz, points

WHY = {
    "B": _("The gradient points to where the loss grows: a step along it makes the answers worse."),
    "C": _(
        "The loss has one value for the whole network: subtracted from each weight, it would move them all alike and in the "
        "same direction. Which way a weight should go is what its own gradient says."
    ),
    "D": _("No new weights are drawn or tried out. Backpropagation says for each weight at once which way is downhill."),
}


@points(2)
def test_answer(student):
    """How weights and biases are updated to minimise the loss."""
    check_quiz(student.answer_ps4, right="A", why=WHY)
