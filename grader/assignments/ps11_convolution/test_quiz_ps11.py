"""The quiz on why db sums over the batch and both spatial axes."""

from grader.testing import _, check_quiz, points

WHY = {
    "B": _("The shape follows from the sum, and not the other way round: a mean or a maximum would have the same shape."),
    "C": _("The padding adds places at which the filter is laid. It has no part in which of them share the bias: all do."),
    "D": _("col2im adds what one pixel gets from several windows. The bias isn't a pixel, and no window overlaps in it."),
}


@points(2)
def test_answer(student):
    """Why db sums over the batch and both spatial axes."""
    check_quiz(student.answer_ps11, right="A", why=WHY)
