"""The sentences of a failed comparison: what, got, wanted, and no number of the answer."""

import numpy as np
import pytest

from grader.exam import quotable
from grader.exam.checks import IS_RETURN_MISSING, assert_gradient, check_quiz, ratio
from grader.exam.outcomes import Failed, NotRun
from grader.exam.proxy import Proxy
from grader.sandbox.wire import Handle

WANT = np.array([[0.5, -1.0, 2.0], [1.5, 3.0, -0.25]])
SQUARE = np.array([[1.0, 2.0], [3.0, 5.0]])


def message(got, want=WANT):
    with pytest.raises(Failed) as failed:
        assert_gradient("dW", got, want)
    return failed.value.message


@pytest.mark.parametrize("got", [WANT, WANT + 1e-10, WANT.copy(order="F")])
def test_the_same_numbers_pass(got):
    """Rounding and memory order are no difference."""
    assert_gradient("dW", got, WANT)


@pytest.mark.parametrize("got", [WANT * (1 + 1e-5), WANT + 1e-4, np.float64(1) * WANT[:, :, None]])
def test_small_and_shapely_differences_fail(got):
    """A relative error of 1e-5 is one, and so is a third axis."""
    message(got)


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (None, "is None"),
        ("1.0", "is str"),
        (True, "is bool"),
        (np.array([[True] * 3] * 2), "array of bool"),
        ([1.0], "is list"),
        (1.0, "shape ()"),
        (WANT.T, "shape (3, 2); it must have shape (2, 3)"),
        (WANT[None], "shape (1, 2, 3)"),
        (WANT * np.nan, "NaN"),
        (WANT * np.inf, "infinity"),
        (WANT * 0, "zero everywhere"),
        (-WANT, "every entry has the wrong sign"),
        (2.7 * WANT, "every entry is 2.7 times too big"),
        (WANT / 4, "every entry is 4 times too small"),
        (-WANT / 4, "every entry is 4 times too small and has the wrong sign"),
        (WANT[:, ::-1], "stand in the wrong places"),
        (np.where(WANT > 1, 0, WANT), "only 3 of its 6 entries are right"),
        (WANT**2 + 7, "its values are wrong"),
    ],
)
def test_each_difference_has_its_sentence(got, expected):
    """Kind, shape, finiteness and relation are looked at in this order."""
    assert expected in message(got)


def test_a_transpose_is_named():
    """On a square, where the shape can't tell."""
    assert "transpose" in message(SQUARE.T, SQUARE)


def test_an_object_that_stayed_over_there_never_passes():
    """A Proxy is named by its type and compared with nothing."""
    quotable.examine({"cells": [{"cell_type": "code", "source": "class Sneaky: pass"}]})
    assert "is a Sneaky" in message(Proxy(None, Handle(0, "Sneaky"), "dW", None))


@pytest.mark.parametrize(
    ("got", "hint"),
    [(3 * WANT, ""), (-WANT, ""), (WANT + 1, "Which product?"), (WANT * 0, "Which product?"), (WANT.T, "Which product?")],
)
def test_a_hint_is_not_given_where_the_numbers_rule_it_out(got, hint):
    """Right but for a factor or the sign, all else is right that a hint may speak of."""
    with pytest.raises(Failed) as failed:
        assert_gradient("dW", got, WANT, "Which product?")
    assert failed.value.hint == hint


def test_none_is_asked_after_with_a_question():
    """The diagnosis says what gave it; until then both ways to it are named."""
    with pytest.raises(Failed) as failed:
        assert_gradient("dW", None, WANT, "Which product?")
    assert (failed.value.message, failed.value.hint) == ("dW is None.", IS_RETURN_MISSING)


def test_the_axes_that_differ_are_told_with_the_shapes():
    """All, where there are more of one than of the other."""
    for got, marked in ((WANT[:, :2], ((-1,), (-1,))), (WANT[0], ((-1,), (-2, -1))), (WANT.T, ((-2, -1), (-2, -1)))):
        with pytest.raises(Failed) as failed:
            assert_gradient("dW", got, WANT)
        assert tuple(axes for _what, _shape, axes in failed.value.shapes) == marked


def test_a_stub_is_not_run():
    """The three dots are no wrong answer."""
    with pytest.raises(NotRun, match="still to be written"):
        assert_gradient("dW", ..., WANT)


def test_no_sentence_holds_an_expected_number():
    """Whatever is wrong, the entries of the answer stay hidden."""
    want = WANT * 0.123456789
    for got in (want * 1.5, want + 1, want.T, -want, want[:, ::-1]):
        assert not any(f"{abs(entry):.3g}" in message(got, want) for entry in want.ravel())


def test_a_ratio_is_one_number_for_all_entries():
    """And none is made of zeros."""
    assert ratio(3 * WANT, WANT) == pytest.approx(3)
    assert ratio(WANT + 1, WANT) is None
    assert ratio(WANT, WANT * 0) is None


def test_every_wrong_letter_has_its_own_explanation():
    """And whatever is no letter is told what is asked for."""
    why = {"A": "Because a.", "C": "Because c."}
    check_quiz(" b", "B", why)
    for answer, said in (
        ("A", "Because a."),
        ("c", "Because c."),
        ("D", '"A", "B", "C"'),
        (2, "one letter"),
        (None, "one letter"),
    ):
        with pytest.raises(Failed, match=said):
            check_quiz(answer, "B", why)
