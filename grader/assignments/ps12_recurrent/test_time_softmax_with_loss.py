"""`TimeSoftmaxWithLoss`: the loss of the places that count, their gradients, and the others left out.

The size of a gradient that is off by the number of places is the affair of one part alone.
"""

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
    _,
    assert_gradient,
    assert_kind,
    attempt,
    back,
    check_again,
    check_value,
    is_array_like,
    is_value,
    nobody,
    points,
    ratio,
    signed,
    there,
)

SIZES = ((2, 3, 5), (7, 8, 9), (1, 1, 4), (3, 3, 3))  # N, T, V
TOLERANCE = 1e-4  # of the loss: a small constant inside the logarithm is allowed for
DIVIDED = _("The sum over all places that count is divided by their number, in the whole batch, once.")


def softmax(x):
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


def probe(rng, n, t, v, left_out=False):
    """Scores and labels; left_out: some places don't count, unlike many in each sample and at each time, all of the third and later."""
    xs, ts = 1.2 * signed(rng, n, t, v), rng.integers(0, v, (n, t))
    ts[0, 0], ts[-1, -1] = v - 1, 0  # the last class as well, which -1 would pick
    if left_out:
        ts[0, 1:] = -1
        if n > 1:
            ts[1, 1] = -1
        if n > 2:
            ts[2:] = -1
    return xs, ts


def expected(xs, ts):
    """(the loss, dxs)."""
    n, t = np.nonzero(ts != -1)
    ys = softmax(xs)
    dxs = np.zeros_like(xs)
    dxs[n, t] = ys[n, t] - np.eye(xs.shape[2])[ts[n, t]]
    return float(-np.log(ys[n, t, ts[n, t]]).mean()), dxs / len(n)


def is_loss(got, want):
    return isinstance(got, float) and abs(got - want) <= TOLERANCE * want


def factor(got, want):
    """The number that dxs is off by, a right one of such: 1, the number of places in some other way, or None."""
    return ratio(got, want) if is_array_like(got, want) else None


def go(student, layer, xs, ts, advise=nobody):
    return there(student, layer, [xs, ts], ["loss"], advise) | back(student, layer, [], ["dxs"])


class Rounds:
    """(what came, xs, ts) of a new layer for each of the SIZES, with every place counting and with some left out."""

    def __init__(self, student, rng, advise):
        make = lambda: attempt(lambda: student.TimeSoftmaxWithLoss())
        self.full = [(go(student, make(), xs, ts, advise), xs, ts) for xs, ts in (probe(rng, *size) for size in SIZES)]
        left_out = [probe(rng, *size, left_out=True) for size in SIZES if size[1] > 1]
        self.left_out = [(go(student, make(), xs, ts, advise), xs, ts) for xs, ts in left_out]


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    return Rounds(student, rng, advise)


def check_loss(got, want, counted, n, case):
    if isinstance(got, NotPassed):
        raise got
    name = _("the loss") + case
    assert_kind(name, got)
    if np.shape(got) != ():
        raise Failed(_("{name} has shape {shape}; it must be one number.").format(name=name, shape=np.shape(got)))
    if not is_loss(float(got), want):
        known = {
            _("it is the sum, not the mean"): want * counted,
            _("it is divided by N, not by the number of places"): want * counted / n,
            _("its sign is wrong"): -want,
        }
        why = next(
            (why for why, wrong in known.items() if abs(float(got) - wrong) <= TOLERANCE * abs(wrong)), _("its value is wrong")
        )
        raise Failed(_("{name} is not right: {why}.").format(name=name, why=why), DIVIDED)


@points(1)
def test_loss(rounds):
    """forward gives the mean cross-entropy of all places."""
    for came, xs, ts in rounds.full:
        check_loss(came["loss"], expected(xs, ts)[0], ts.size, len(ts), "")


@points(1)
def test_loss_of_some(rounds):
    """Places with −1 add nothing to the loss, and are not counted."""
    seen = [came["loss"] for came, _xs, _ts in rounds.full]
    for came, xs, ts in rounds.left_out:
        check_loss(came["loss"], expected(xs, ts)[0], (ts != -1).sum(), len(ts), _(" where some places don't count"))
    if not any(isinstance(loss, float) for loss in seen):
        raise Failed(_("The loss is no number where all places count."))


@points(2)
def test_backward(student, rng, rounds, advise):
    """dxs is y − t at every place (over their number)."""
    for came, xs, ts in rounds.full:
        want = expected(xs, ts)[1]
        k = factor(came["dxs"], want)
        if k is None or k < 0 or not any(abs(k - m) < 1e-6 for m in divisors(xs, ts, ts.size)):
            check_value(
                "dxs", came["dxs"], want, _("At each place: the probabilities, with 1 taken from that of the right class.")
            )
    xs, ts = probe(rng, 2, 3, 4)
    plain, scaled = go(student, attempt(lambda: student.TimeSoftmaxWithLoss()), xs, ts)["dxs"], []
    for dout in (-2.5, 0, 1e-9):
        layer = attempt(lambda: student.TimeSoftmaxWithLoss())
        there(student, layer, [xs, ts], ["loss"])
        scaled.append((dout, back(student, layer, [dout], ["dxs"])["dxs"]))
    for dout, got in scaled:
        if isinstance(got, NotPassed) or (is_array_like(plain, xs) and is_value(got, plain)):
            advise(_("`TimeSoftmaxWithLoss.backward` doesn't use `dout`. Where the loss is one term of several, dxs is wrong."))
        elif is_array_like(plain, xs):
            hint = _("How much does what is minimised change with the loss?")
            assert_gradient(_("dxs for another `dout` than 1"), got, dout * plain, hint)


def divisors(xs, ts, counted):
    """What dxs may be off by, if it is divided by something else than the number of places that count."""
    n, t, v = xs.shape
    return [counted / m for m in (counted, 1, n, t, n * t, v, n * t * v, counted**2, v * counted)]


@points(1)
def test_left_out(rounds):
    """dxs is 0 at the places with −1, and nowhere else."""
    for came, xs, ts in rounds.left_out:
        dxs = came["dxs"]
        if isinstance(dxs, NotPassed):
            raise dxs
        assert_kind("dxs", dxs)
        if not is_array_like(dxs, xs):
            check_value(_("dxs where some places don't count"), dxs, expected(xs, ts)[1])
        if np.abs(dxs[ts == -1]).max() > 0:
            raise Failed(
                _("dxs is not 0 at the places that don't count."), _("What adds nothing to the loss has no influence on it.")
            )
        if not dxs[ts != -1].any(axis=1).all():
            raise Failed(_("dxs is 0 at places that do count."))


@points(1)
def test_mean(rounds):
    """dxs is divided by the number of places that count, once."""
    for came, xs, ts in (*rounds.full, *rounds.left_out):
        dxs, want = came["dxs"], expected(xs, ts)[1]
        if isinstance(dxs, NotPassed):
            raise dxs
        assert_kind("dxs", dxs)
        if not is_array_like(dxs, want):
            check_value("dxs", dxs, want, DIVIDED)
        k = ratio(dxs[ts != -1], want[ts != -1])
        if k is None:
            check_value("dxs", dxs, want, DIVIDED)
        if abs(abs(k) - 1) > 1e-6:
            raise Failed(
                _("dxs for {n} places that count, of {all}, is {k:.3g} times what it should be.").format(
                    n=(ts != -1).sum(), all=ts.size, k=abs(k)
                ),
                DIVIDED,
            )


@points(1)
def test_again(student, rng):
    """A second round counts from anew, a second backward gives the same, and the labels stay as they were."""
    layer, other = (attempt(lambda: student.TimeSoftmaxWithLoss()) for _one in range(2))
    go(student, layer, *probe(rng, 3, 2, 4))
    go(student, layer, *probe(rng, 2, 3, 4))
    (xs, ts), (_xs, full) = probe(rng, 2, 3, 4, left_out=True), probe(rng, 2, 3, 4)
    loss, dxs = expected(xs, ts)
    rounds = student.bring(ROUNDS).rounds
    seen = attempt(lambda: student.watch(rounds, layer, other, xs, ts))

    def fresh(ts):
        return student.together(lambda: go(student, attempt(lambda: student.TimeSoftmaxWithLoss()), xs, ts))

    def is_sound(_own):
        came, want = fresh(full), expected(xs, full)
        return is_loss(came["loss"], want[0]) or bool(factor(came["dxs"], want[1]))

    answers = seen if isinstance(seen, NotPassed) else seen.error or seen.returned
    if isinstance(answers, NotPassed):
        raise answers
    if type(answers) is not list or len(answers) != 4:
        raise Failed(_("forward and backward don't give values that could be looked at."))
    for n, case in (
        (0, _(" in a second round")),
        (2, _(" in a second backward, after a forward of another layer, or with the same labels again")),
    ):
        got = dict(zip(("loss", "dxs"), answers[n : n + 2], strict=True))
        if is_loss(got["loss"], loss):
            got["loss"] = loss
        check_again(
            got,
            {"loss": loss, "dxs": dxs},
            lambda: fresh(ts),
            is_sound,
            case,
        )


ROUNDS = """
def rounds(layer, other, xs, ts):
    first = layer.forward(xs.copy(), ts), layer.backward()
    other.forward(-2 * xs, ts[::-1])
    again = layer.backward()
    return [*first, layer.forward(xs.copy(), ts), again]
"""
