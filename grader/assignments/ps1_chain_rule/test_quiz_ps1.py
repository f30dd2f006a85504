"""The quiz on the role of the chain rule."""

from grader.testing import _, check_quiz, points

WHY = {
    "A": _("Effects along one road multiply; only the effects of different roads add up."),
    "B": _("A gradient says how the loss changes near here, not where it is smallest; so we take many small steps."),
    "C": _("How far to step is the learning rate's business, which is chosen by you; the chain rule gives the direction."),
}


@points(1)
def test_answer(student):
    """What the chain rule is for."""
    check_quiz(student.answer_ps1, right="D", why=WHY)
