"""`Dropout`: what is dropped is up to chance, so nothing is compared with the reference's draws.

Which entries are 0 is read from what comes out, for no probe holds a 0 but one, which asks only that. Shares are allowed six standard deviations and more: a right
layer fails once in a thousand million submissions.
"""

import contextlib

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
    _,
    assert_gradient,
    assert_kind,
    close,
    is_array_like,
    is_value,
    points,
    signed,
    tells,
)

CASES = ((0.25, (24, 5)), (0.5, (6, 7)), (0.8, (3, 4, 5, 4)), (0.0, (3, 4)))  # ratio, shape of x
GENERATOR = """
import numpy as np


def generator(seed):
    return np.random.default_rng(seed)
"""
INVERTED = _("What stays is made larger, so that on average nothing changes: a share of 1 − ratio has to do the work of all.")


def attempt(take):
    """What take() gives, or None where it raises."""
    try:
        return take()
    except NotPassed:
        return None


class Draws:
    """Layers of the submission's, and generators for them."""

    def __init__(self, student):
        self.student = student
        self.there = student.bring(GENERATOR)

    def out(self, layer, x, seed=None, generator=None):
        """What forward gives in training, an array of the shape of x."""
        out = layer.forward(x, train=True, rng=self.there.generator(seed) if generator is None else generator)
        if out is None:  # a missing return costs the first part alone, where backward tells what was dropped
            passed = attempt(lambda: layer.backward(np.ones(x.shape)))
            out = x * passed if is_array_like(passed, x) else None
        assert_shape(_("the result of forward"), out, x)
        return out

    def dropped(self, ratio, shape, seed):
        """Which entries a new layer drops: whatever it makes of the others."""
        return self.out(self.student.Dropout(ratio), np.ones(shape), seed) == 0


def assert_shape(name, got, x):
    assert_kind(name, got)
    if not is_array_like(got, x):
        assert_gradient(name, got, x)


def assert_mixed(dropped, some=True):
    """Some entries are dropped and some are not."""
    if some and not dropped.any():
        raise Failed(_("With train=True nothing is dropped."), _("A number drawn for each entry decides whether it stays."))
    if dropped.all():
        raise Failed(_("With train=True everything is dropped."), _("A number drawn for each entry decides whether it stays."))


@pytest.fixture
def draws(student):
    return Draws(student)


@points(1)
def test_scale(student, rng, draws, advise):
    """With train=True each entry is either 0 or x / (1 − ratio)."""
    for n, (ratio, shape) in enumerate(CASES):
        x = signed(rng, *shape)
        seen = student.watch(student.Dropout(ratio).forward, x, True, draws.there.generator(n))
        if seen.error:
            raise seen.error
        if seen.args and not is_value(seen.args[0], x):
            advise(_("`Dropout.forward` changes the array that it was given. Whoever else needs it gets a wrong one."))
        assert_shape(_("the result of forward"), seen.returned, x)
        assert_mixed(seen.returned == 0, ratio > 0)
        kept = seen.returned != 0
        name = _("what forward keeps with ratio {ratio}").format(ratio=ratio)
        known = {_("1 − ratio"): 1 - ratio, _("ratio"): ratio}
        cause = seen_of_kept(seen.returned, x, ratio)
        with telling(cause):
            assert_gradient(name, seen.returned[kept], x[kept] / (1 - ratio), INVERTED, known)


@contextlib.contextmanager
def telling(cause):
    """What is raised within says beside it what was done."""
    try:
        yield
    except Failed as error:
        raise Failed(error.message, error.hint, error.shapes, error.lines, cause=cause) from None


FACTORS = {
    "1": lambda r: 1.0, "ratio": lambda r: r, "1 - ratio": lambda r: 1 - r, "1 / ratio": lambda r: 1 / r, "1 / (1 + ratio)": lambda r: 1 / (1 + r),
    "1 / (1 - ratio)**2": lambda r: (1 - r) ** -2.0, "1 / √(1 - ratio)": lambda r: (1 - r) ** -0.5, "1 + ratio": lambda r: 1 + r, "1 / (1 - ratio)": lambda r: 1 / (1 - r),
    "(1 - ratio)**2": lambda r: (1 - r) ** 2, "2": lambda r: 2.0, "0": lambda r: 0.0, "ratio / (1 - ratio)": lambda r: r / (1 - r), "-1 / (1 - ratio)": lambda r: -1 / (1 - r),
}  # fmt: skip


def factor_of(got, of, ratio):
    """The one factor by which some numbers differ from others, as it is written, "" where there is none that is known."""
    shares = np.unique((got / of).round(9))
    return next((text for text, factor in FACTORS.items() if len(shares) == 1 and is_value(float(shares[0]), factor(ratio))), "")


@tells
def seen_of_kept(out, x, ratio):
    """What became of the entries that are not 0: (a sentence, what it is known by), or None."""
    if ratio in (0.0, 0.5):
        return None  # a half doesn't tell what was done
    kept = out != 0
    if found := factor_of(out[kept], x[kept], ratio):
        return _("What forward keeps is x times `{factor}`.").format(factor=found), f"kept_times_{found}"
    factors = np.unique((out[kept] / x[kept]).round(9))
    if len(factors) == 1 and is_value(float(factors[0]), kept.size / kept.sum()):
        sentence = _("What forward keeps is divided by the share that happened to be kept this time.")
        return sentence, "divided_by_what_was_kept"
    if not kept.all():
        return None
    shares, counts = np.unique((out / x).round(9), return_counts=True)
    if len(shares) == 2:
        few = shares[counts.argmin() if ratio < 0.5 else counts.argmax()]
        return _("What forward drops doesn't become 0: it is x times {share:.3g}.").format(share=few), "dropped_not_zero"
    values, counts = np.unique(out.round(9), return_counts=True)
    if counts.max() > 0.1 * out.size:
        sentence = _("What forward drops becomes one and the same number, which is not 0.")
        return sentence, "dropped_to_a_number"
    return None


@tells
def seen_of_dropped(several):
    """How entries are chosen, where they are not chosen one by one: (a sentence, what it is known by), or None."""
    if all((dropped == dropped[0]).all() for dropped in several):
        return _("Whole columns are dropped: one number is drawn for each column."), "whole_columns"
    if all((dropped == dropped[:, :1]).all() for dropped in several):
        return _("Whole rows are dropped: one number is drawn for each row."), "whole_rows"
    return None


@tells
def seen_of_backward(dx, dout, out, x, ratio):
    """What backward makes of dout: (a sentence, what it is known by), or None."""
    if ratio == 0.5:
        return None  # a half doesn't tell what was done
    kept = out != 0
    if ((dx == 0) == (out == 0)).all():
        found = factor_of(dx[kept], dout[kept], ratio)
        known_by = f"dx_times_{found}"
        return (_("Where an entry was kept, dx is dout times `{factor}`.").format(factor=found), known_by) if found else None
    if (dx != 0).all() and (found := factor_of(dx, dout, ratio)):
        return _("Nothing is dropped in backward: dx is dout times `{factor}` everywhere.").format(
            factor=found
        ), "backward_drops_nothing"
    if ((dx != 0) == (out == 0)).all():
        return _("backward keeps what forward dropped, and drops what it kept."), "backward_turned_round"
    if ((dx == 0) == (dout < 0)).all() or ((dx == 0) == (dout > 0)).all() or ((dx == 0) == (x < 0)).all():
        return _("backward goes by a sign: it drops where a number is negative, not where forward dropped."), "backward_by_sign"
    return _("backward drops entries that it chose anew, not those that forward dropped."), "backward_draws_anew"


@points(1)
def test_share(draws):
    """A share of `ratio` is dropped, each entry on its own."""
    for seed, (ratio, shape) in enumerate(((0.3, (40, 50)), (0.95, (50, 40)))):
        share = draws.dropped(ratio, shape, seed).mean()
        if abs(share - ratio) > 0.075:
            exchanged = abs(share - (1 - ratio)) < 0.075
            hint = _("`ratio` is the share of those that are dropped.") if exchanged else ""
            sentence = _("With ratio {ratio} a share of {share:.2f} is dropped.").format(ratio=ratio, share=share)
            seen = (_("A share of 1 − ratio is dropped, and `ratio` stays."), "share_turned_round") if exchanged else None
            raise Failed(sentence, hint, cause=seen)
    several = [draws.dropped(0.5, (30, 40), seed) for seed in range(6)]
    for dropped in several:
        lines = [*dropped, *dropped.T]
        if any(line.all() or not line.any() for line in lines):
            sentence, hint = _("Whole rows or columns are dropped at once."), _("One number has to be drawn for each entry of x.")
            raise Failed(sentence, hint, cause=seen_of_dropped(several))
        if (dropped == dropped[0]).all() or (dropped == dropped[:, :1]).all():
            sentence, hint = _("All rows drop the same columns."), _("One number has to be drawn for each entry of x.")
            raise Failed(sentence, hint, cause=seen_of_dropped(several))
    if len({dropped.sum() for dropped in several}) == 1 and (several[0] != several[1]).any():
        raise Failed(
            _("Each time exactly the same number of entries is dropped."),
            _("Each entry is dropped on its own, whatever happens to the others; their number is then left to chance."),
            cause=(_("Of each x the same number of entries is dropped, not each on its own."), "same_number_dropped"),
        )


@points(1)
def test_backward(student, rng, draws, advise):
    """backward drops what forward dropped, and makes larger what forward made larger."""
    for ratio, shape in CASES[:3]:
        layer, neighbour = student.Dropout(ratio), student.Dropout(ratio)
        for seed in (1, 2):
            x, douts = signed(rng, *shape), (signed(rng, *shape), 1e-9 * signed(rng, *shape))
            out = draws.out(layer, x, seed)
            assert_mixed(out == 0)
            draws.out(neighbour, x, seed + 10)
            for dout in douts:
                seen = student.watch(layer.backward, dout)
                if seen.error:
                    raise seen.error
                if seen.args and not is_value(seen.args[0], dout):
                    advise(_("`Dropout.backward` changes the array that it was given. Whoever else needs it gets a wrong one."))
                with telling(seen_of_backward(seen.returned, dout, out, x, ratio)):
                    check_dx(seen.returned, dout, out, x, ratio)
    x, dout, layer = signed(rng, *shape), signed(rng, *shape), student.Dropout(ratio)
    zero = np.arange(x.size).reshape(shape) % 2 == 0
    layer.forward(np.where(zero, 0.0, x), True, draws.there.generator(3))
    dx = layer.backward(dout)
    assert_shape("dx", dx, dout)
    if not dx[zero].any():
        sentence = _("Where x is 0, dx is 0 as well: for all of {n} entries, as if none of them had stayed.").format(n=zero.sum())
        raise Failed(
            sentence, _("A 0 in the result of forward may have been dropped, or be a 0 that stayed. Only the mask tells.")
        )


def check_dx(dx, dout, out, x, ratio):
    assert_shape("dx", dx, dout)
    if ((dx == 0) != (out == 0)).any():
        raise Failed(
            _("dx is 0 in other places than the result of forward."),
            _("What was dropped had no influence on the loss, and what stayed had: forward has to remember which is which."),
        )
    right = np.where(out == 0, 0.0, dout / (1 - ratio))
    if not is_value(dx, right) and not is_value(dx, dout * out / x):  # a wrong factor in forward costs another part
        assert_gradient("dx", dx, right, _("An entry that stayed was multiplied by a number. What is the derivative of that?"))


@points(1)
def test_evaluation(student, rng, draws):
    """With train=False nothing is dropped and nothing scaled: out equals x."""
    for ratio, shape in CASES[:3]:
        x, layer = signed(rng, *shape), student.Dropout(ratio)
        new = layer.forward(x, train=False)
        trained = attempt(lambda layer=layer, x=x: draws.out(layer, x, 3))
        later = layer.forward(x, train=False)
        for out in (new, later):
            hint = _("At evaluation the whole network is asked, and the factor 1 / (1 − ratio) has been seen to in training.")
            assert_gradient(_("out with train=False"), out, x, hint, {_("1 − ratio"): 1 - ratio})
        if is_array_like(trained, x) and close(trained, x):
            assert_mixed(trained == 0)


@points(1)
def test_anew(student, draws):
    """Every forward draws anew, with a generator of the caller's or without one."""
    x, layer = np.ones((12, 15)), student.Dropout(0.5)
    generator = draws.there.generator(5)
    given = [draws.out(layer, x, generator=generator) == 0 for _turn in range(2)]
    without = []
    for _turn in range(2):
        out = layer.forward(x)
        assert_shape(_("the result of forward without rng"), out, x)
        without.append(out == 0)
    for pair, how in ((given, _("with one generator for both")), (without, _("without a generator"))):
        for dropped in pair:
            assert_mixed(dropped)
        if (pair[0] == pair[1]).all():
            raise Failed(
                _("Two forwards after each other, {how}, drop the same entries.").format(how=how),
                _("Numbers are to be drawn in each forward, from a generator that goes on and isn't begun anew."),
            )


@points(1)
def test_generator(draws):
    """A generator that is given decides alone: the same seed drops the same entries, another seed others."""
    one, again, other = (draws.dropped(0.5, (12, 15), seed) for seed in (7, 7, 8))
    for dropped in (one, other):
        assert_mixed(dropped)
    if (one != again).any():
        hint = _("Which generator do the numbers come from? Another one makes an experiment that nobody can repeat.")
        raise Failed(_("Two generators with the same seed drop different entries."), hint)
    if (one == other).all():
        raise Failed(
            _("Two generators with different seeds drop the same entries."), _("Which generator do the numbers come from?")
        )
