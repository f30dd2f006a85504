"""`clip_by_norm`: the common norm of all gradients, and the arrays themselves scaled where it is too large."""

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
    NotRun,
    _,
    assert_gradient,
    assert_kind,
    attempt,
    is_array_like,
    points,
    ratio,
    signed,
)

ALLOWED = 1e-6  # a constant in the divisor
SIX = {"one": (2, 2, 3), "two": (1,), "three": (5, 1), "four": (2,), "five": (7, 2), "six": (3,)}
SHAPES = ({"W": (3, 4), "b": (4,)}, SIX, {"only": (3, 3)})
CLIP = """
import numpy as np


def clip(function, grads, max_norm):
    "What it returns, what the arrays hold that the caller has, and what the dict holds, afterwards."
    held = dict(grads)
    return function(grads, max_norm), held, dict(grads)


def clip_cut(function, grads, max_norm):
    "The same, for arrays that are cut out of larger ones and transposed: their numbers don't lie in one piece."
    cut = {name: np.empty((*grad.T.shape, 2))[..., 0].T for name, grad in grads.items()}
    for name, grad in grads.items():
        cut[name][...] = grad
    return clip(function, cut, max_norm)
"""


def norm_of(grads):
    return float(np.sqrt(sum((grad**2).sum() for grad in grads.values())))


def clip(student, grads, max_norm, way="clip"):
    """(what came back, the caller's arrays, the dict), or the NotPassed that came instead."""
    seen = attempt(lambda: student.watch(getattr(student.bring(CLIP), way), student.clip_by_norm, grads, max_norm))
    answer = seen if isinstance(seen, NotPassed) else seen.error or seen.returned
    if isinstance(answer, NotPassed):
        return answer
    if type(answer) is not tuple or len(answer) != 3:
        return Failed(_("`clip_by_norm` leaves nothing that could be looked at."))
    return answer


class Calls:
    """Each: (gradients, max_norm, what came of it). large: their norm is too large; small: it isn't. cut: the first, cut out."""

    def __init__(self, student, rng):
        every = [{name: signed(rng, *shape) for name, shape in shapes.items()} for shapes in SHAPES]
        self.large = [
            self.call(student, grads, share * norm_of(grads)) for grads, share in zip(every, (0.9, 0.25, 0.5), strict=True)
        ]
        self.cut = clip(student, every[0], 0.9 * norm_of(every[0]), "clip_cut")
        self.large.append(self.call(student, {"W": np.array([[30.0, 0.0]]), "b": np.array([-40.0])}, 5.0))
        self.small = [
            self.call(student, grads, share * norm_of(grads)) for grads, share in zip(every, (1.5, 1.0001, 40), strict=True)
        ]
        self.small.append(self.call(student, {"W": np.array([[3.0, 0.0]]), "b": np.array([-4.0])}, 5.01))
        self.zeros = self.call(student, {"W": np.zeros((2, 3)), "b": np.zeros(3)}, 1.0)

    @staticmethod
    def call(student, grads, max_norm):
        return grads, max_norm, clip(student, grads, max_norm)


@pytest.fixture(scope="module")
def calls(student, rng):
    return Calls(student, rng)


def check_norm(got, want):
    assert_kind(_("the returned norm"), got)
    if np.shape(got) != ():
        raise Failed(_("The returned norm has shape {shape}; it must be one number.").format(shape=np.shape(got)))
    assert_gradient(_("the returned norm"), got, want, _("The root of the sum of all squares, over all arrays, from before."))


@points(1)
def test_norm(calls):
    """It returns the common norm of all arrays, from before."""
    for grads, _max_norm, came in (*calls.large, *calls.small):
        if isinstance(came, NotPassed):
            raise came
        check_norm(came[0], norm_of(grads))


def scaled(came, grads):
    """What the dict holds afterwards, or where that is as before, what was returned in its place; None where nothing changed."""
    if isinstance(came, NotPassed):
        raise came
    for kept in came[::-1]:
        if isinstance(kept, dict) and kept.keys() == grads.keys() and not unchanged(kept, grads):
            return kept
    return None


def all_scaled(calls):
    """[(gradients, max_norm, what came, what they became)] of the large ones that changed, of which there is one at least."""
    every = [(grads, max_norm, came, scaled(came, grads)) for grads, max_norm, came in calls.large]
    changed = [call for call in every if call[3] is not None]
    if not changed:
        nothing_changed(every[0][2])
    return changed


def nothing_changed(came):
    if came[0] is ...:
        raise NotRun(_("not run: `clip_by_norm` is still to be written."))
    raise Failed(_("The gradients are as they were, though their norm is too large."))


def unchanged(kept, grads):
    return all(type(kept[name]) is np.ndarray and np.array_equal(kept[name], grads[name]) for name in grads)


def check_scaled(kept, grads, max_norm):
    """Each array is its old self, scaled by max_norm over the norm; a small constant in the divisor is allowed for."""
    norm = norm_of(grads)
    low, high = max_norm / (norm + 1.001 * ALLOWED), max_norm / norm
    for name, grad in grads.items():
        k = ratio(kept[name], grad) if is_array_like(kept[name], grad) else None
        if k is None or not low <= k <= high * (1 + 1e-9):
            what, hint = _("an array, after clipping,"), _("All arrays are scaled alike, so that their common norm is max_norm.")
            assert_gradient(what, kept[name], grad * high, hint)
            raise Failed(_("The arrays are not scaled as they should be."), hint)


@points(2)
def test_scaled(calls):
    """Where the norm is too large, all arrays are scaled alike, to max_norm together."""
    for grads, max_norm, came in calls.large:
        kept = scaled(came, grads)
        if kept is None:
            nothing_changed(came)
        check_scaled(kept, grads, max_norm)


@points(1)
def test_in_place(calls):
    """The arrays themselves change: whoever holds them sees it."""
    for grads, _max_norm, came, kept in all_scaled(calls):
        held = came[1]
        if not isinstance(held, dict) or held.keys() != grads.keys():
            raise Failed(_("The dict of gradients is no longer what it was."))
        if unchanged(held, grads) or not all(is_array_like(held[name], grads[name]) for name in grads):
            hint = _("`grad = grad * k` makes a new array and leaves the caller's as it was. Which operator changes it?")
            raise Failed(_("The caller's arrays didn't change."), hint)
        if any(is_array_like(kept[name], grads[name]) and not np.allclose(kept[name], held[name]) for name in grads):
            raise Failed(_("The caller's arrays and the dict's differ afterwards."))
    check_cut(calls)


def check_cut(calls):
    """An array that changes where it lies in one piece changes where it is cut out of a larger one, too."""
    grads, _max_norm, plain = calls.large[0]
    if isinstance(plain, NotPassed) or not isinstance(plain[1], dict):
        return
    if isinstance(calls.cut, NotPassed):
        raise calls.cut
    for name, grad in grads.items():
        changed = [not np.array_equal(came[1][name], grad) for came in (plain, calls.cut)]
        if changed == [True, False]:
            hint = _("Some ways to make an array flat give a copy where its numbers don't lie in one piece. What is scaled then?")
            raise Failed(_("An array that was cut out of a larger one, or transposed, didn't change."), hint)


@points(1)
def test_small(calls):
    """Where the norm is not too large, nothing changes."""
    for grads, _max_norm, came in calls.small:
        if isinstance(came, NotPassed):
            raise came
        if not isinstance(came[1], dict) or came[1].keys() != grads.keys() or not unchanged(came[1], grads):
            raise Failed(
                _("The gradients changed, though their norm was not above max_norm."), _("Clipping makes nothing larger.")
            )
        if not isinstance(came[2], dict) or came[2].keys() != grads.keys() or not unchanged(came[2], grads):
            raise Failed(_("The dict holds other arrays, though the norm was not above max_norm."))
    all_scaled(calls)  # what never changes anything has not been shown to know when


@points(1)
def test_zeros(calls):
    """Gradients that are all zero stay so, and give 0.0."""
    grads, _max_norm, came = calls.zeros
    if isinstance(came, NotPassed):
        raise came
    hint = _("0 / 0 is NaN. When is there anything to divide?")
    assert_kind(_("the returned norm"), came[0])
    if np.shape(came[0]) != () or not abs(came[0]) <= 1.001 * ALLOWED:
        raise Failed(_("The returned norm of zeros is not 0.0."), hint)
    if not isinstance(came[1], dict) or came[1].keys() != grads.keys() or not unchanged(came[1], grads):
        raise Failed(_("Gradients of zeros did not stay zeros."), hint)
    norms = [other[0] for _grads, _max, other in calls.large if not isinstance(other, NotPassed)]
    if not norms or not all(isinstance(norm, float) and norm > 0.1 for norm in norms) or len(set(norms)) < len(norms):
        raise Failed(_("The returned norm does not tell zeros from other gradients."))
