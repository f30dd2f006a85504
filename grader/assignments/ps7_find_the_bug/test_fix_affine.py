"""`BrokenAffine`: what is right for one sample must be right for a batch."""

from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, _, assert_gradient, close, is_array_like, is_value, points, ratio, signed

# shape of x, M: all sizes different, one square, one of a single sample, a large batch, three tensors, one for a single neuron.
CASES = (((4, 3), 2), ((3, 3), 3), ((1, 4), 3), ((12, 2), 6), ((3, 2, 4), 5), ((4, 2, 1, 3), 1), ((1, 2, 3), 4))

HIGH = 50.0  # where nothing may be cut off

MOVED = """
def made(BrokenAffine, W, b):
    "A layer whose W and b are kept here, as a network keeps its params."
    made.kept = {"W": W, "b": b}
    return BrokenAffine(W, b)


def move(layer, **to):
    "W and b, moved in place, as a network's step does it."
    for name, array in made.kept.items():
        array[...] = to[name]
        if getattr(layer, name, array) is not array:  # a copy of its own
            setattr(layer, name, array)
"""


@dataclass(frozen=True)
class Round:
    """A forward and a backward with what went in, what should come of them, and what came: a value, or the NotPassed instead."""

    x: np.ndarray
    W: np.ndarray
    b: np.ndarray
    dout: np.ndarray
    want: dict
    got: dict

    def mixed_rows(self):
        """The rows that the code laid out when it was handed out, several samples' numbers in each."""
        return self.x.reshape(len(self.W), -1).T

    def is_mixed(self):
        return len(self.x) > 1 and is_value(self.got["out"], self.mixed_rows() @ self.W + self.b)

    def check(self, name, want, hint):
        if isinstance(self.got[name], NotPassed):
            raise self.got[name]
        N = len(self.x)
        factor = ratio(self.got[name], want) if N > 1 and is_array_like(self.got[name], want) else None
        if factor is not None and (close(factor, N) or close(factor, 1 / N)):
            hint = _("That is just the batch's size, N = {n}. The mean is taken once, and where?").format(n=N)
        assert_gradient(_("For x of shape {shape}, {name}").format(shape=self.x.shape, name=name), self.got[name], want, hint)


def attempt(take):
    """What take() gives, or the NotPassed that it raises."""
    try:
        return take()
    except NotPassed as error:
        return error


@pytest.fixture(scope="module")
def rounds(student, rng, advise):
    """Two rounds of each case, W and b moved in between and a sample more: backward is called twice, and a second layer takes turns with the first."""
    there, made = student.bring(MOVED), []
    for shape, M in CASES:
        W, b = signed(rng, int(np.prod(shape[1:])), M), signed(rng, M)
        layer, neighbour = there.made(student.BrokenAffine, W, b), student.BrokenAffine(-W, b)
        for moved in (False, True):
            if moved:
                W, b = -0.7 * W, 1.7 * b
                attempt(lambda layer=layer, W=W, b=b: there.move(layer, W=W, b=b))
            samples, size = shape[0] + (moved and shape[0] > 1), HIGH if shape == CASES[1][0] else 1.0
            x, dout = size * signed(rng, samples, *shape[1:]), size * signed(rng, samples, M)
            forward = attempt(lambda layer=layer, x=x: student.watch(layer.forward, x))
            attempt(lambda neighbour=neighbour, x=x: neighbour.forward(-x))
            attempt(lambda layer=layer, dout=dout: layer.backward(-dout))
            back = attempt(lambda layer=layer, dout=dout: student.watch(layer.backward, dout))
            attempt(lambda neighbour=neighbour, dout=dout: neighbour.backward(2 * dout))
            rows = x.reshape(len(x), -1)
            want = {"out": rows @ W + b, "dW": rows.T @ dout, "db": dout.sum(axis=0), "dx": (dout @ W.T).reshape(x.shape)}
            made.append(Round(x, W, b, dout, want, {"out": result(forward), **gradients(layer, back, want)}))
            for seen, given, where in ((forward, x, "forward"), (back, dout, "backward")):
                if not isinstance(seen, NotPassed) and seen.args and not is_value(seen.args[0], given):
                    advise(_("`{where}` changes its argument. Whoever else needs it gets a wrong one.").format(where=where))
    return made


def result(seen):
    return seen if isinstance(seen, NotPassed) else seen.error or seen.returned


def gradients(layer, back, want):
    """dW, db and dx. Where backward broke, what it had made of them before counts."""
    got = {"dW": attempt(lambda: layer.dW), "db": attempt(lambda: layer.db), "dx": result(back)}
    if isinstance(got["dx"], NotPassed):
        for name, value in got.items():
            had = not isinstance(back, NotPassed) and back.holds(want[name])
            got[name] = want[name] if had or is_value(value, want[name]) else result(back)
    return got


@points(1)
def test_forward(rounds):
    """forward: a batch gives what its samples give one by one."""
    for r in rounds:
        if r.is_mixed() and not is_value(r.got["out"], r.want["out"]):
            raise Failed(
                _(
                    "For x of shape {shape}, out has the right shape, but its rows are made of several samples' numbers, mixed."
                ).format(shape=r.x.shape),
                _("Each row of out depends on one sample alone. In which order do an array's numbers stand when it is reshaped?"),
            )
        r.check("out", r.want["out"], _("Each row of out depends on one sample alone."))


@points(1)
def test_dW(rounds):
    """dW is the sum over the samples of each one's own product."""
    for r in rounds:
        dW, want = r.got["dW"], r.want["dW"]
        if r.is_mixed() and not is_value(dW, want):
            want = r.mixed_rows().T @ r.dout  # which rows they are is forward's affair
        hint = _("Each sample adds the product of its own x and dout, and nothing is left over from the call before.")
        if is_array_like(dW, want) and dW.any() and min(len(r.x), *dW.shape) > 1 and np.linalg.matrix_rank(dW) == 1:
            hint = _("Every row is a multiple of the first. What does a sum of products have that a product of sums has not?")
        r.check("dW", want, hint)


@points(1)
def test_db(rounds):
    """db is dout, summed over the batch."""
    for r in rounds:
        r.check("db", r.want["db"], _("db has the shape of b; each sample adds its row of dout."))


@points(1)
def test_dx(rounds):
    """dx: each sample gets its own gradient, in the shape of x."""
    for r in rounds:
        r.check("dx", r.want["dx"], _("Sample n's gradient depends on row n of dout alone. Whose numbers stand where?"))
