"""The six questions on symptoms."""

from grader.testing import _, check_quiz, points


@points(0.5)
def test_symptom_1(student):
    """1: N divided out once more in every Affine."""
    why = {
        "A": _(
            "That would be so if only dW and db were divided. dx is divided, too, and dx is what the layers below start from."
        ),
        "B": _("The walk back starts at the loss: the last layer meets one division, and the first one all of them."),
        "D": _("To divide makes a gradient smaller, not larger."),
    }
    check_quiz(student.answer_symptom_1, right="C", why=why)


@points(0.5)
def test_symptom_2(student):
    """2: the loss layer's sign turned round."""
    why = {
        "B": _("Relu looks at the sign of what went forward, not at the sign of the gradient: it hands negative gradients on."),
        "C": _("db is a sum of the same dout that dW is made of. What is wrong in dout is wrong in both."),
        "D": _(
            "Every step back is linear in dout: one minus sign at the start stays one minus sign, however many layers there are."
        ),
    }
    check_quiz(student.answer_symptom_2, right="A", why=why)


@points(0.5)
def test_symptom_3(student):
    """3: dW turned on its side."""
    why = {
        "A": _("A batch of one is turned on its side just the same: dW is (M, D) for every N."),
        "B": _("No sign is touched: the same numbers are there, in other places."),
        "C": _("The inner sizes are N and N, and do agree: (M, N) times (N, D)."),
    }
    check_quiz(student.answer_symptom_3, right="D", why=why)


@points(0.5)
def test_symptom_4(student):
    """4: new arrays in params, old ones in the layers."""
    why = {
        "A": _("Which arrays does forward use? A step that it never hears of can't even slow it down."),
        "C": _("The sign is right. What matters is which array the step ends up in."),
        "D": _("To learn the training data by heart the layers would have to learn something at all."),
    }
    check_quiz(student.answer_symptom_4, right="B", why=why)


@points(0.5)
def test_symptom_5(student):
    """5: a bracket missing in the numerical gradient."""
    why = {
        "B": _("Python goes from left to right: first / 2, then * h. What should h have done, and what does it do here?"),
        "C": _("The same line serves weights and biases, so one ratio holds for all of them."),
        "D": _("Both lines are the same difference times a constant; so their ratio is the same for every entry."),
    }
    check_quiz(student.answer_symptom_5, right="A", why=why)


@points(0.5)
def test_symptom_6(student):
    """6: a Relu that looks at the wrong sign on its way back."""
    why = {
        "A": _("Nothing is turned round here: what isn't set to 0 is handed on as it came."),
        "B": _("Where x is positive, a negative dout must be handed on. Does it get through?"),
        "C": _("Whether x was positive isn't asked at all, and nothing is doubled."),
    }
    check_quiz(student.answer_symptom_6, right="D", why=why)
