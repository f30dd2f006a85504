"""The quiz on classes and functions."""

from grader.testing import _, check_quiz, points

WHY = {
    "A": _(
        "A call of an object is not faster than that of a function, and neither loops over the numbers: NumPy does that inside."
    ),
    "B": _("These objects remember nothing: `derivative` is handed z each time. It is the layer that keeps z."),
    "D": _("Python derives no derivative from a function: you wrote both by hand, and a class doesn't check that they fit."),
}


@points(1)
def test_answer(student):
    """Why an activation is a class."""
    check_quiz(student.answer_ps2, right="C", why=WHY)
