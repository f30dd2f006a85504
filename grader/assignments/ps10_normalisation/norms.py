"""What the tests of `BatchNorm` and `LayerNorm` share: one way there and back, and what should come of it.

A gradient is right for the x̂ that it should be made of, and as well for the one that the same code gives in forward: so a mistake
in forward costs the part of forward alone.
"""

from dataclasses import dataclass

import numpy as np

from grader.testing import NotPassed, Proxy, _, assert_gradient, is_array_like, is_value, signed

LONG = 24  # numbers that are normalised together, the first of them far from the others
TINY = 1e-9  # how large the gradients are that come back to a layer with an epsilon of its own
NAMES = ("out", "dgamma", "dbeta", "dx")
HINTS = {
    "out": _("Where do the mean and the variance come from, where does epsilon stand, and what do gamma and beta do afterwards?"),
    "dgamma": _("gamma multiplied every x̂ of its column. What does that make of its gradient, and of its shape?"),
    "dbeta": _("beta was added in every row. What does that make of its gradient, and of its shape?"),
    "dx": _("Three paths lead from x to out: the direct one, that through the mean, and that through the variance."),
}
LEFT_OVER = _("A new layer gives something else for the same x and dout. What is left over from the round before?")


@dataclass(frozen=True)
class Case:
    """A layer's gamma (D,) and beta (D,), what goes in, and what comes back. axis: the one that is normalised."""

    gamma: np.ndarray
    beta: np.ndarray
    x: np.ndarray
    dout: np.ndarray
    axis: int
    epsilon: float = 1e-5

    @property
    def settings(self):
        return {} if self.epsilon == 1e-5 else {"epsilon": self.epsilon}

    def normalised(self):
        """(x̂, standard deviation), the latter with an axis of 1."""
        mean, var = (f(self.x, axis=self.axis, keepdims=True) for f in (np.mean, np.var))
        std = np.sqrt(var + self.epsilon)
        return (self.x - mean) / std, std

    def gradients(self, x_hat, std):
        """The three gradients for an x̂ and its standard deviation."""

        def mean(a):
            return a.mean(axis=self.axis, keepdims=True)

        others, dx_hat = tuple(range(x_hat.ndim - 1)), self.dout * self.gamma
        dx = (dx_hat - mean(dx_hat) - x_hat * mean(dx_hat * x_hat)) / std
        return {"dgamma": (self.dout * x_hat).sum(axis=others), "dbeta": self.dout.sum(axis=others), "dx": dx}

    def implied(self, out):
        """Each (x̂, standard deviation) that leads to this `out`: where x is constant, the deviation can't be told from it."""
        if not is_array_like(out, self.x):
            return
        x_hat = (out - self.beta) / self.gamma
        high, low = (np.expand_dims(f(self.x, axis=self.axis), self.axis) for f in (np.argmax, np.argmin))
        x_range, range_of_it = (
            np.take_along_axis(a, high, self.axis) - np.take_along_axis(a, low, self.axis) for a in (self.x, x_hat)
        )
        if np.any((range_of_it == 0) != (x_range == 0)):
            return
        flat = x_range == 0
        stds = x_range / np.where(flat, 1.0, range_of_it)
        for std in (np.sqrt(self.epsilon), self.epsilon, np.median(stds[~flat])):
            yield x_hat, np.where(flat, std, stds)


@dataclass(frozen=True)
class Round:
    """What went through a layer once, and what came of it: a value, or the NotPassed that came instead."""

    case: Case
    got: dict
    made_up: tuple | None = None  # the x̂ and deviation that backward was given, where forward broke

    def wants(self):
        """What would be right, best first: for the right x̂, for the one of this forward, and with these dgamma and dbeta."""
        case, (x_hat, std) = self.case, self.case.normalised()
        yield {"out": case.gamma * x_hat + case.beta, **case.gradients(x_hat, std)}
        own = [self.made_up] if self.made_up else [*case.implied(self.got["out"])]
        for it in own:
            yield case.gradients(*it)
        if case.axis == 0:
            sums = [self.got[name] for name in ("dgamma", "dbeta")]
            if all(is_array_like(a, case.gamma) and a.any() for a in sums):
                for one, s in ((x_hat, std), *own):
                    yield {"dx": case.gamma / s * (case.dout - sums[1] / len(one) - one * sums[0] / len(one))}

    def is_right(self, name):
        return any(name in want and is_value(self.got[name], want[name]) for want in self.wants())

    def check(self, name, where=""):
        if isinstance(self.got[name], NotPassed):
            raise self.got[name]
        if not self.is_right(name):
            case, (want, *_others) = self.case, self.wants()
            known = {_("the number of samples"): len(case.x), _("the number of columns"): case.x.shape[-1]}
            assert_gradient(name + where, self.got[name], want[name], HINTS[name], known)


def attempt(take):
    """What take() gives, or the NotPassed that it raises."""
    try:
        return take()
    except NotPassed as error:
        return error


def draw(rng, shape, axis, **more):
    """A Case whose columns and rows have means of their own; where it is big enough, one that is constant."""
    d, size = shape[-1], TINY if "epsilon" in more and more["epsilon"] != 1e-5 else 1.0
    x = signed(rng, *shape) + 0.5 * signed(rng, d) + 0.5 * signed(rng, *shape[:-1], 1)
    if len(x) == 5:
        np.moveaxis(x, axis, 0)[..., 1] = 0.5
    if x.shape[axis] == LONG:
        first = np.moveaxis(x, axis, 0)[0]
        first[...] = 100 * (-1.0) ** np.arange(len(first))
    return Case(signed(rng, d), signed(rng, d), x, size * signed(rng, *shape), axis, **more)


def go_round(student, layer, case, before=None, neighbour=None, advise=None):
    """Forward and back once. Where forward breaks, backward gets made-up numbers, by the lesson's names.

    before: another dout, which goes back first. neighbour: a second layer, which goes forward in between."""
    forward = student.watch(layer.forward, case.x)
    out, made_up = forward.error or forward.returned, None
    if out is ... or forward.error:
        std = np.abs(case.gradients(*case.normalised())["dx"]).mean(axis=case.axis, keepdims=True) + 0.5
        made_up = case.dout[::-1] * case.x, std
        attempt(lambda: setattr(layer, "x_hat", made_up[0]))
        attempt(lambda: setattr(layer, "std", std[0] if case.axis == 0 else std))
    if neighbour:
        attempt(lambda: neighbour.forward(1.7 * case.dout - case.x))
    if before is not None:
        attempt(lambda: layer.backward(before))
    back = student.watch(layer.backward, case.dout)
    for seen, given, where in ((forward, case.x, "forward"), (back, case.dout, "backward")):
        if advise and seen.args and not is_value(seen.args[0], given):
            advise(
                _("`{where}` changes the array that it was given. Whoever else needs it gets a wrong one.").format(where=where)
            )
    got = {"out": out, "dgamma": attempt(lambda: layer.dgamma), "dbeta": attempt(lambda: layer.dbeta), "dx": back.returned}
    if back.error:  # what it had made before that counts
        got["dx"] = back.error
        known = Round(case, got, made_up)
        got |= {name: back.error for name in ("dgamma", "dbeta") if not known.is_right(name)}
    return Round(case, got, made_up)


def check_as_plain(student, make, r, plain_case, where):
    """A round is right, or wrong just as a new layer is in the plain round `plain_case`, of the same numbers: and shows something."""
    if all(r.is_right(name) for name in NAMES):
        return
    plain = student.together(lambda: go_round(student, make(), plain_case))
    shown = {name for name in NAMES if r.is_right(name)}
    for name in NAMES:
        own = plain.got[name]
        if name in shown or isinstance(own, (NotPassed, Proxy, type(None), type(...))):
            continue  # what it can't do at all is marked elsewhere
        same = is_array_like(own, own) and own.size == np.size(r.got[name])
        if not same or not is_value(r.got[name], own.reshape(np.shape(r.got[name]))):
            r.check(name, where)
    if not shown - {"dbeta"}:
        for name in NAMES:
            r.check(name, where)


def check_repeated(student, make, rng, cases):
    """Two rounds after each other, a second backward, and a second layer in between: as with a new layer each time."""
    layer, neighbour = make(), make()
    for n, case in enumerate(cases):
        r = go_round(student, layer, case, before=-2 * case.dout[::-1] if n else None, neighbour=neighbour if n else None)
        if n:
            where = _(" in round {n}").format(n=n + 1)
            check_as_plain(student, make, r, case, where)
