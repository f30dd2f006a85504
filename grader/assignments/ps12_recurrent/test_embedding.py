"""`Embedding`: rows by their ids, and what comes back to a row that was used never, once, or often."""

import functools

import numpy as np
import pytest

from grader.testing import (
    BETWEEN,
    Failed,
    NotPassed,
    _,
    attempt,
    back,
    check_again,
    check_value,
    is_array_like,
    nobody,
    points,
    ratio,
    signed,
    there,
)

SIZES = ((2, 3, 9, 7), (1, 7, 11, 3), (7, 1, 9, 2), (3, 3, 14, 3))  # N, T, V, D
REACH = (1, 1e3, 1e-9, 1)  # how large dout is
ADDS_UP = _("A row that was used twice influences the loss in two ways. `dW[ids] += dout` counts only one of them.")


def once(rng, n, t, v):
    """ids (N, T), each at most once, and not all of them; 0 is one of them, the last one where v is even and there alone."""
    ends = [0, v - 1] if v % 2 == 0 else [0]
    others = 1 + rng.permutation(v - 2)[: n * t - len(ends)]
    return rng.permutation([*ends, *others]).reshape(n, t)


def often(rng, n, t, v):
    """ids (N, T), one of them three times within a sample and across samples, the last id among them; none is 0."""
    ids = rng.integers(1, v, (n, t))
    ids[0, 0] = ids[0, -1] = ids[-1, -1] = v - 1
    return ids


def wanted(W, ids, dout):
    dW = np.zeros_like(W)
    np.add.at(dW, ids, dout)
    return {"out": W[ids], "dW": dW}


def go(student, layer, ids, dout, advise=nobody):
    return there(student, layer, [ids], ["out"], advise) | back(student, layer, [dout], [], ["dW"], advise)


def rounds_for(student, rng, draw, advise):
    """[(what came, what was wanted, how often the busiest id occurs)] for a new layer of each size."""
    made = []
    for (n, t, v, d), size in zip(SIZES, REACH, strict=True):
        W, ids, dout = signed(rng, v, d), draw(rng, n, t, v), size * signed(rng, n, t, d)
        made.append((go(student, attempt(lambda W=W: student.Embedding(W)), ids, dout, advise), wanted(W, ids, dout)))
    return made


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    return rounds_for(student, rng, once, advise)


@points(1)
def test_forward(rounds):
    """forward picks the row of each id."""
    for came, want in rounds:
        check_value(_("the result of forward"), came["out"], want["out"], _("Place (n, t) of the result is row ids[n, t] of W."))


@points(1)
def test_dW(rounds):
    """dW has the gradient of each row that was used, and zeros for the others."""
    for came, want in rounds:
        check_value("dW", came["dW"], want["dW"], _("What reaches place (n, t) goes to the row that was picked there."))


@points(2)
def test_repeated_ids(student, rng, rounds, advise):
    """Where an id occurs more than once, its gradients add up."""
    factors = [factor(came["dW"], want["dW"]) for came, want in rounds]
    for (came, want), plain in zip(rounds_for(student, rng, often, advise), factors, strict=True):
        k = factor(came["dW"], want["dW"])
        if k is None or (plain is not None and abs(k - plain) > 1e-6 * abs(plain)):
            check_value(_("dW for ids that occur more than once"), came["dW"], want["dW"], ADDS_UP)
            raise Failed(_("dW is right where ids occur more than once alone."), ADDS_UP)


def factor(came, want):
    """The number that all of dW is off by: 1 where it is right, None where that is not all."""
    return None if isinstance(came, NotPassed) or not is_array_like(came, want) else ratio(came, want)


@points(1)
def test_again(student, rng):
    """A second round, of another size too, counts from anew."""
    W = signed(rng, 6, 3)
    layer, other = (attempt(lambda table=table: student.Embedding(table)) for table in (W, signed(rng, 6, 3)))
    go(student, layer, rng.permutation(6).reshape(2, 3), signed(rng, 2, 3, 3))
    for n, t, case in ((1, 4, _(" in a second round")), (2, 2, _(" in a third round"))):
        ids, dout = once(rng, n, t, 6), signed(rng, n, t, 3)
        want = wanted(W, ids, dout)
        new = lambda ids=ids, dout=dout: go(student, attempt(lambda: student.Embedding(W)), ids, dout)
        fresh = functools.partial(student.together, new)
        is_sound = lambda own, want=want: any(factor(own[name], want[name]) for name in want)
        check_again(go(student, layer, ids, dout), want, fresh, is_sound, case)
    there(student, other, [ids[::-1, ::-1] // 2], ["out"])
    check_again(back(student, layer, [dout], [], ["dW"]), want, fresh, is_sound, BETWEEN)
