"""The quiz on why gradients are added, never assigned."""

from grader.testing import _, check_quiz, points

WHY = {
    "A": _("`backward` is called once a step as well where nothing is shared. What is added up is added up within one walk."),
    "B": _("Adding to zero is assigning, where a Value is used once. Look at one that is used twice."),
    "D": _(
        "The order takes care that a Value pushes after all of its users have. What do two users do to one grad, in any order?"
    ),
}


@points(2)
def test_answer(student):
    """Why gradients are added, never assigned."""
    check_quiz(student.answer_ps8, right="C", why=WHY)
