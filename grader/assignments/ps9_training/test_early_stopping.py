"""`EarlyStopping`: when it says that it is time, what counts as an improvement, and what it keeps.

The parts on what counts are measured by when the same object stops for losses that only grow.
"""

import pytest

from grader.testing import Failed, NotRun, _, is_array_like, is_value, points, signed

THERE = """
import numpy as np


def played(stopper, losses, params):
    said = []
    for n, loss in enumerate(losses):
        for value in params.values():
            value += 1.0
        said.append(stopper.step(loss, params))
    return said


def kept(stopper, params):
    best = stopper.best_params
    if not isinstance(best, dict):
        return stopper.best_loss, None, False, False
    shares = any(np.shares_memory(one, other) for one in best.values() for other in params.values())
    return stopper.best_loss, {key: np.array(value) for key, value in best.items()}, shares, best is params


def played_and_kept(stopper, losses, params):
    before = {key: value.copy() for key, value in params.items()}
    said = played(stopper, losses, params)
    same = all(np.allclose(params[key], before[key] + len(losses), rtol=0, atol=1e-9) for key in params)
    return said, kept(stopper, params), same
"""


class Bench:
    def __init__(self, student, rng):
        self.student, self.there = student, student.bring(THERE)
        self.params = {"W": signed(rng, 2, 3), "b": signed(rng, 3)}

    def said(self, patience, losses):
        """Which of the calls said that it is time to stop: a list of bools."""
        got = self.there.played(self.student.EarlyStopping(patience), list(losses), self.params)
        return [truth(one) for one in got] if isinstance(got, list) else []

    def first(self, patience, losses):
        """The number of the first call that said so, counted from 1; 0 for none."""
        said = self.said(patience, losses)
        return said.index(True) + 1 if True in said else 0

    def own(self, patience):
        """How many calls after the best one it stops, where losses only grow."""
        found = self.first(patience, [1.0 + n for n in range(patience + 3)]) - 1
        if found < 1:
            raise Failed(_("Where the loss only grows, step never says that it is time to stop, or says so at once."), WHEN)
        return found


@pytest.fixture(scope="module")
def bench(student, rng):
    return Bench(student, rng)


WHEN = _("It says True at the patience-th call in a row without improvement, and not before.")


def truth(value):
    if value is ...:
        raise NotRun(_("not run: {name} is still to be written (`...`).").format(name="step"))
    if value is None:
        return False
    if not isinstance(value, (bool, int)):
        raise Failed(_("step must return True or False; it gave {kind}.").format(kind=type(value).__name__))
    return bool(value)


@points(1)
def test_when(bench):
    """step says True at the patience-th call in a row without improvement."""
    for patience in (1, 2, 3):
        losses = [5.0, 4.0, *(6.0 + n for n in range(patience + 1))]
        want = patience + 2
        got = bench.first(patience, losses)
        if got != want:
            late = _("too late") if not got or got > want else _("too early")
            raise Failed(_("With patience {n}, step says True {late}.").format(n=patience, late=late), WHEN)


@points(1)
def test_strict(bench):
    """A loss that is only as small as the best one is no improvement."""
    own = bench.own(2)
    if bench.first(2, [3.0, 2.0, *[2.0] * (own + 2)]) != own + 2:
        raise Failed(_("Losses that stay the same are taken for improvements."), _("Strictly smaller is an improvement."))
    found = bench.there.played_and_kept(bench.student.EarlyStopping(9), [3.0, 1.0, 1.0, 2.0], bench.params)
    params = (
        found[1][1] if isinstance(found, tuple) and len(found) == 3 else None
    )  # other than of call 2 or 3 is marked elsewhere
    start = bench.params["W"]
    if isinstance(params, dict) and is_value(params.get("W"), start + 3):
        sentence = _("best_params are those of a later call, whose loss is only as small as the best one.")
        raise Failed(sentence, _("Strictly smaller is an improvement."))
    if bench.first(2, [1.0 - 1e-12 * n for n in range(own + 4)]):
        sentence = _("Losses that get smaller by very little are taken for no improvements.")
        raise Failed(sentence, _("Strictly smaller is an improvement, however small the step."))
    if bench.first(2, [0.5, 0.0, *[1e-3] * (own + 2)]) != own + 2:
        raise Failed(_("After a best loss of 0, larger losses are taken for improvements."), _("0 is a number like any other."))


@points(1)
def test_in_a_row(bench):
    """An improvement sets the count back; what counts is the best loss, not the last."""
    own = bench.own(5)
    pause = [9.0] * (own - 1)
    losses = [8.0, *pause, 7.0, *pause, 6.0, *pause, 5.0, *[9.0] * (own + 1)]
    if own > 1 and bench.first(5, losses) != len(losses) - 1:
        raise Failed(
            _("Calls without improvement are counted though there was one in between."), _("In a row: each one sets back.")
        )
    losses = [2.0, *(9.0 - n for n in range(own + 1))]
    if bench.first(5, losses) != own + 1:
        sentence = _("A loss smaller than the one before is taken for an improvement, though there was a smaller one.")
        raise Failed(sentence, _("Compare with the best loss, not with the last."))
    high = [1e12, 1e11, *[1e13] * (own + 1)]
    if bench.first(5, high) != own + 2:
        raise Failed(
            _("Very large losses are taken for no improvements from the start."), _("The first loss is always the best so far.")
        )


@points(1)
def test_best(student, bench):
    """best_loss and best_params are those of the best call, copies that later steps don't change."""
    for losses, at in (([3.0, 1.0, 2.5, 2.0, 4.0], 2), ([-1.0, 0.0, 5.0], 1), ([4.0, -2.0, -3.0], 3)):
        found = bench.there.played_and_kept(student.EarlyStopping(9), losses, bench.params)
        if not isinstance(found, tuple) or len(found) != 3:
            raise Failed(_("The process of your code doesn't answer as it should any more: it was tampered with."))
        _said, (loss, params, shares, itself), same = found
        if not is_value(loss, min(losses)):
            raise Failed(_("best_loss is not the smallest loss so far."), _("It changes with every improvement, and only then."))
        if params is None:
            raise Failed(_("best_params must be a dict of arrays, like params."))
        if not isinstance(params, dict) or set(params) != set(bench.params):
            raise Failed(_("best_params has other keys than params."))
        for key, start in bench.params.items():
            if is_array_like(params[key], start) and is_value(params[key], start + len(losses)) and at < len(losses):
                hint = _("The arrays of params go on changing in place: keep copies of the arrays, not only of the dict.")
                raise Failed(_("best_params holds the parameters of the last call, not of the best."), hint)
            if not is_array_like(params[key], start) or not is_value(params[key], start + at):
                raise Failed(_("best_params holds other parameters than those of the best call."))
        if shares is not False or itself is not False:
            raise Failed(_("best_params shares its arrays with params."), _("Copies: later steps must not change them."))
        if same is not True:
            raise Failed(_("step changes params."), _("It looks and keeps; it changes nothing."))
