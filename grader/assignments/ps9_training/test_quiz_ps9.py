"""The quiz on which set may choose the learning rate."""

from grader.testing import _, check_quiz, points

WHY = {
    "B": _(
        "The training set rewards whoever learns it by heart: more steps, larger networks, less decay always look better there."
    ),
    "C": _(
        "Whatever the test set has chosen, it can't judge any more: of many candidates, the luckiest on it wins, and looks better than it is."
    ),
    "D": _(
        "An average takes both faults over: the training set praises learning by heart, and the test set is no longer untouched."
    ),
}


@points(2)
def test_answer(student):
    """Which set may choose the learning rate."""
    check_quiz(student.answer_ps9, right="A", why=WHY)
