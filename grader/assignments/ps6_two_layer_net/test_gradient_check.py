"""`gradient_check`, tried on a made-up network whose gradient is wrong by amounts that the examiner knows."""

import numpy as np
import pytest

from grader.testing import Failed, NotRun, _, assert_kind, listed, points, signed

# Not a network at all, but it has the methods of one. A loss whose slopes are easy: c · sin(p), scaled by the data.
NETWORK = """
import numpy as np


class Network:
    def __init__(self, params, wrong_by):
        self.params, self.wrong_by = params, wrong_by

    def scale(self, x, t):
        return 1.0 + float(np.abs(x).mean() + np.abs(t).mean())

    def loss(self, x, t):
        return self.scale(x, t) * float(sum(np.sin(p).sum() for p in self.params.values()))

    def gradient(self, x, t):
        return {name: self.scale(x, t) * np.cos(p) + self.wrong_by[name] for name, p in self.params.items()}

    def numerical_gradient(self, x, t):
        return {name: self.quotients(name, x, t) for name in self.params}

    def quotients(self, name, x, t, h=1e-4):
        p = self.params[name]
        up, down = np.sin(p + h), np.sin(p - h)
        return self.scale(x, t) * (up - down) / (2 * h)


class Check:
    def gradient_check(self, function, params, wrong_by, x, t):
        found = function(Network(params, wrong_by), x, t)
        return {str(name): value for name, value in found.items()} if isinstance(found, dict) else found
"""

SHAPES = {"W1": (4, 5), "b1": (5,), "W2": (5, 3), "b2": (3,)}
WRONG_BY = (1.0, 0.01)


@pytest.fixture(scope="module")
def check(student):
    return student.bring(NETWORK).Check()


def problem(rng, wrong_by):
    """A network's parameters, by how much its gradient is wrong, and a batch."""
    params = {name: signed(rng, *shape) for name, shape in SHAPES.items()}
    return params, wrong_by, signed(rng, 3, 4), np.eye(3)[[2, 0, 1]]


def one_wrong(rng, wrong):
    return {name: signed(rng, *shape) if name == wrong else np.zeros(shape) for name, shape in SHAPES.items()}


def all_wrong(rng, size):
    wrong_by = {name: size * rng.uniform(0.5, 1.5, shape) * np.sign(signed(rng, *shape)) for name, shape in SHAPES.items()}
    wrong_by["W1"] *= -np.sign(wrong_by["W1"].sum())  # a mean below 0, whose sign shows
    return wrong_by


def checked(student, check, rng, wrong_by):
    """What gradient_check says of a network whose gradient is wrong by that much."""
    found = check.gradient_check(student.gradient_check, *problem(rng, wrong_by))
    if found is ...:
        raise NotRun(_("not run: the result of gradient_check is still to be written (`...`)."))
    if found is None:
        raise Failed(_("gradient_check returns None; a dict was expected. Is a `return` missing?"))
    if not isinstance(found, dict):
        raise Failed(
            _("gradient_check returns a {kind}; a dict with a number per parameter was expected.").format(
                kind=type(found).__name__
            )
        )
    missing = sorted(set(SHAPES) - set(found))
    if missing:
        raise Failed(
            _("{missing} is missing in the dict; it has {found}.").format(missing=", ".join(missing), found=listed(sorted(found)))
        )
    for name in SHAPES:
        assert_kind(_("the entry {name}").format(name=name), found[name])
        if np.size(found[name]) != 1 or not np.isfinite(found[name]).all():
            raise Failed(
                _("The entry {name} has shape {shape}; it must be one finite number, the mean.").format(
                    name=name, shape=np.shape(found[name])
                )
            )
    return {name: float(np.reshape(value, ())) for name, value in found.items() if name in SHAPES}


@points(1)
def test_per_parameter(student, check, rng):
    """Each parameter has a number of its own: nearly 0 where its gradient is right, and not where it is wrong."""
    for wrong in SHAPES:
        wrong_by = one_wrong(rng, wrong)
        found = checked(student, check, rng, wrong_by)
        if abs(found[wrong]) < 1e-6:
            raise Failed(
                _("The gradient of {wrong} was wrong, and its entry is 0 all the same.").format(wrong=wrong),
                _("Compare `gradient` with `numerical_gradient`. Differences of both signs must not cancel."),
            )
        for name in set(SHAPES) - {wrong}:
            if abs(found[name]) > 1e-6:
                raise Failed(
                    _("Only the gradient of {wrong} was wrong, but the entry {name} is far from 0 as well.").format(
                        wrong=wrong, name=name
                    )
                )


@points(1)
def test_mean(student, check, rng):
    """It is the mean of the absolute differences."""
    for size in WRONG_BY:
        wrong_by = all_wrong(rng, size)
        found = checked(student, check, rng, wrong_by)
        for name, difference in wrong_by.items():
            want = np.abs(difference).mean()
            if abs(found[name] - want) > 1e-4 * want:
                named = {
                    _("the sum of the absolute differences"): np.abs(difference).sum(),
                    _("the largest absolute difference"): np.abs(difference).max(),
                    _("the mean of the differences with their signs"): difference.mean(),
                    _("the size of that mean, in which signs have cancelled"): abs(difference.mean()),
                    _("the mean of the squares"): (difference**2).mean(),
                    _("the root of the mean square"): np.sqrt((difference**2).mean()),
                }
                it = next((told for told, value in named.items() if abs(found[name] - value) <= 1e-4 * abs(value)), None)
                raise Failed(
                    _("The entry {name} is {it}; it should be the mean of the absolute differences.").format(name=name, it=it)
                    if it
                    else _("The entry {name} is not the mean absolute difference of the two gradients.").format(name=name),
                    _("Difference, absolute value, mean: in this order."),
                )
