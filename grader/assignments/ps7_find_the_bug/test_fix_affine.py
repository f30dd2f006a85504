"""`BrokenAffine`: what is right for one sample must be right for a batch."""

from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import Failed, Raised, _, assert_gradient, close, is_array_like, points, ratio, signed

# shape of x, M: all sizes different, one square, one of a single sample, three tensors.
CASES = (((4, 3), 2), ((3, 3), 3), ((1, 4), 3), ((5, 2), 6), ((3, 2, 4), 5), ((4, 2, 1, 3), 5), ((1, 2, 3), 4))
ROUNDS = 2  # of a plain table
OWN_PRODUCT = _("Each sample adds the product of its own x and dout, and nothing is left over from the call before.")


@dataclass(frozen=True)
class Round:
    """One forward and backward pass, and what was seen of it."""

    x: np.ndarray  # as it was given
    W: np.ndarray
    b: np.ndarray
    dout: np.ndarray
    out: object
    dW: object
    db: object
    dx: object
    error: Raised | None

    @property
    def rows(self):
        return self.x.reshape(len(self.x), -1)

    @property
    def own_rows(self):
        """The rows that the student's forward worked with, as far as its result shows."""
        mixed = self.x.reshape(len(self.W), -1).T  # what the code did when it was handed out
        seen = self.out
        want = mixed @ self.W + self.b
        return mixed if is_array_like(seen, want) and close(seen, want) else self.rows


def parameters(rng, shape, M):
    """W (D, M) and b (M,) for an input of a shape."""
    return signed(rng, int(np.prod(shape[1:])), M), signed(rng, M)


def passes(rng, shape, M):
    """x and dout of each round with one layer."""
    for _round in range(ROUNDS if len(shape) == 2 else 1):
        yield signed(rng, *shape), signed(rng, shape[0], M)


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    made = []
    for shape, M in CASES:
        W, b = parameters(rng, shape, M)
        layer = student.BrokenAffine(W, b)
        for x, dout in passes(rng, shape, M):
            there = student.watch(layer.forward, x)
            if there.error:
                raise there.error
            if there.args and not unchanged(there.args[0], x):
                advise(_("`forward` changes its argument `x`. Whoever else needs it gets a wrong one."))
            back = student.watch(layer.backward, dout)
            if back.args and not unchanged(back.args[0], dout):
                advise(_("`backward` changes its argument `dout`. Whoever else needs it gets a wrong one."))
            made.append(Round(x, W, b, dout, there.returned, layer.dW, layer.db, back.returned, back.error))
    return made


@points(1)
def test_forward(rounds):
    """forward: a batch gives what its samples give one by one."""
    for r in rounds:
        want = r.rows @ r.W + r.b
        if is_array_like(r.out, want) and not close(r.out, want) and len(r.x) > 1 and close(r.out, r.own_rows @ r.W + r.b):
            raise Failed(
                _(
                    "For x of shape {shape}, out has the right shape, but its rows are made of several samples' numbers, mixed."
                ).format(shape=r.x.shape),
                _("Each row of out depends on one sample alone. In which order do an array's numbers stand when it is reshaped?"),
            )
        assert_gradient(
            _("For x of shape {shape}, out").format(shape=r.x.shape),
            r.out,
            want,
            _("Each row of out depends on one sample alone."),
        )


@points(1)
def test_dW(rounds):
    """dW is the sum over the samples of each one's own product."""
    for r in rounds:
        if r.error:
            raise r.error
        wants = [rows.T @ r.dout for rows in (r.own_rows, r.rows)]
        if any(is_array_like(r.dW, want) and close(r.dW, want) for want in wants):
            continue
        want = next((want for want in wants if is_array_like(r.dW, want) and ratio(r.dW, want)), wants[0])
        rank = is_array_like(r.dW, want) and r.dW.any() and len(r.x) > 1 and np.linalg.matrix_rank(r.dW) == 1
        hint = (
            _("Every row is a multiple of the first. What does a sum of products have that a product of sums has not?")
            if rank
            else ""
        )
        assert_gradient(
            _("For x of shape {shape}, dW").format(shape=r.x.shape),
            r.dW,
            want,
            hint or batch_hint(r.dW, want, len(r.x)) or OWN_PRODUCT,
        )


@points(1)
def test_db(rounds):
    """db is dout, summed over the batch."""
    for r in rounds:
        if r.error:
            raise r.error
        want = r.dout.sum(axis=0)
        hint = batch_hint(r.db, want, len(r.x)) or _("db has the shape of b; each sample adds its row of dout.")
        assert_gradient(_("For x of shape {shape}, db").format(shape=r.x.shape), r.db, want, hint)


@points(1)
def test_dx(rounds):
    """dx: each sample gets its own gradient, in the shape of x."""
    for r in rounds:
        if r.error:
            raise r.error
        want = (r.dout @ r.W.T).reshape(r.x.shape)
        hint = batch_hint(r.dx, want, len(r.x)) or _(
            "Sample n's gradient depends on row n of dout alone. Whose numbers stand where?"
        )
        assert_gradient(_("For x of shape {shape}, dx").format(shape=r.x.shape), r.dx, want, hint)


def unchanged(after, before):
    return is_array_like(after, before) and close(after, before)


def batch_hint(got, want, N):
    factor = ratio(got, want) if N > 1 and is_array_like(got, want) else None
    if factor is not None and (close(factor, N) or close(factor, 1 / N)):
        return _("That is just the batch's size, N = {n}. The mean is taken once, and where?").format(n=N)
    return ""
