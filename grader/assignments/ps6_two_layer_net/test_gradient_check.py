"""`gradient_check`, tried on a made-up network of which the examiner knows by how much its two gradients differ."""

import numpy as np
import pytest

from grader.testing import Failed, NotRun, Proxy, _, assert_kind, defined, listed, points, signed, tells

# Not a network at all, but it has the methods of one. The loss is a sum of sines, whose slopes are cosines; `gradient` takes
# those with phases of its own. Where they differ from the loss's by whole turns it is right: nothing in here says how wrong it is.
NETWORK = """
import numpy as np


class Network:
    def __init__(self, params, phases, other_phases):
        self.params, self.phases, self.other_phases = params, phases, other_phases

    def scale(self, x, t):
        return 3.0 + float(np.abs(x).mean() + np.abs(t).mean())

    def loss(self, x, t):
        return self.scale(x, t) * float(sum(np.sin(p + self.phases[name]).sum() for name, p in self.params.items()))

    def gradient(self, x, t):
        return {name: self.scale(x, t) * np.cos(p + self.other_phases[name]) for name, p in self.params.items()}

    def numerical_gradient(self, x, t):
        return {name: self.quotients(name, x, t) for name in self.params}

    def quotients(self, name, x, t, h=1e-4):
        p = self.params[name] + self.phases[name]
        return self.scale(x, t) * (np.sin(p + h) - np.sin(p - h)) / (2 * h)
"""

HERE = defined(NETWORK)
SHAPES = {"W1": (4, 10), "b1": (10,), "W2": (10, 3), "b2": (3,)}
SIZES = (0.5, 0.01, 1e-6)  # of what the phases are off by


@pytest.fixture(scope="module")
def there(student):
    return student.bring(NETWORK)


def problem(rng, off):
    """What the network is made with, where the phases of each parameter are `off`, and a batch."""
    params = {name: signed(rng, *shape) for name, shape in SHAPES.items()}
    phases = {name: signed(rng, *shape) for name, shape in SHAPES.items()}
    turns = {name: 2 * np.pi * rng.choice([-1, 1], shape) for name, shape in SHAPES.items()}
    others = {name: phases[name] + turns[name] + off.get(name, 0.0) for name in SHAPES}
    return (params, phases, others), (signed(rng, 3, 4), np.eye(3)[[2, 0, 1]])


def differences(made_with, batch):
    """By how much the two gradients differ."""
    network = HERE.Network(*made_with)
    analytic, numeric = network.gradient(*batch), network.numerical_gradient(*batch)
    return {name: analytic[name] - numeric[name] for name in SHAPES}


def checked(student, there, made_with, batch):
    """The four numbers that gradient_check gives."""
    found = student.gradient_check(there.Network(*made_with), *batch)
    if found is ...:
        raise NotRun(_("not run: the result of gradient_check is still to be written (`...`)."))
    if found is None:
        raise Failed(_("gradient_check returns None; a dict was expected. Is a `return` missing?"))
    if not isinstance(found, dict):
        raise Failed(
            _("gradient_check returns a {kind}; a dict with a number per parameter was expected.").format(
                kind=found._type_name if isinstance(found, Proxy) else type(found).__name__
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
    return {name: float(np.reshape(found[name], ())) for name in SHAPES}


@points(1)
def test_per_parameter(student, there, rng):
    """Each parameter has a number of its own: nearly 0 where its gradient is right, and not where it is wrong."""
    for wrong, shape in SHAPES.items():
        found = checked(student, there, *problem(rng, {wrong: signed(rng, *shape)}))
        others = [name for name in SHAPES if name != wrong and abs(found[name]) > 1e-6]
        if abs(found[wrong]) < 1e-6:
            cause = _("What belongs to {wrong} stands under {other}."), "under_another_name"
            raise Failed(
                _("The gradient of {wrong} was wrong, and its entry is 0 all the same.").format(wrong=wrong),
                _("Compare `gradient` with `numerical_gradient`. Differences of both signs must not cancel."),
                cause=(cause[0].format(wrong=wrong, other=others[0]), cause[1]) if len(others) == 1 else None,
            )
        for name in SHAPES:
            if name != wrong and abs(found[name]) > 1e-6:
                raise Failed(
                    _("Only the gradient of {wrong} was wrong, but the entry {name} is far from 0 as well.").format(
                        wrong=wrong, name=name
                    )
                )


@points(1)
def test_mean(student, there, rng):
    """It is the mean of the absolute differences."""
    for size in SIZES:
        off = {name: size * signed(rng, *shape) for name, shape in SHAPES.items()}
        given = problem(rng, off)
        found = checked(student, there, *given)
        apart = differences(*given)
        cause = seen_of_entries(found, apart, HERE.Network(*given[0]).numerical_gradient(*given[1]))
        for name, difference in apart.items():
            check_mean(name, found[name], difference, cause)


def in_place_of_the_mean(difference, numeric=None):
    """{in words: a number} of what may stand where the mean absolute difference must. numeric: the gradient by trial."""
    mean = np.abs(difference).mean()
    relative = {} if numeric is None else {
        _("the mean of the absolute differences, each relative to the gradient by trial"): (np.abs(difference) / np.abs(numeric)).mean(),
        _("the sum of the absolute differences, relative to that of the gradient by trial"): mean / np.abs(numeric).mean(),
        _("the length of the difference, relative to that of the gradient by trial"): np.linalg.norm(difference) / np.linalg.norm(numeric),
    }  # fmt: skip
    return {
        **relative,
        _("the mean of the absolute differences in the first row, or the first entry, alone"): np.abs(difference[0]).mean(),
        _("the mean of the absolute differences in the last row, or the last entry, alone"): np.abs(difference[-1]).mean(),
        _("the decimal logarithm of the mean absolute difference"): np.log10(mean),
        _("the natural logarithm of the mean absolute difference"): np.log(mean),
        _("the root of the mean absolute difference"): np.sqrt(mean),
        _("the square of the mean absolute difference"): mean**2,
        _("half of the mean absolute difference"): mean / 2,
        _("twice the mean absolute difference"): 2 * mean,
        _("the mean absolute difference with its sign turned"): -mean,
        _("the length of the difference as a vector, divided by the number of entries"): np.linalg.norm(difference)
        / difference.size,
        _("the standard deviation of the differences"): difference.std(),
        _("the sum of the squares"): (difference**2).sum(),
        _("the sum of the absolute differences, divided by the number of columns alone"): np.abs(difference).sum()
        / difference.shape[-1],
        _("the sum of the absolute differences"): np.abs(difference).sum(),
        _("the largest absolute difference"): np.abs(difference).max(),
        _("the mean of the differences with their signs"): difference.mean(),
        _("the size of that mean, in which signs have cancelled"): abs(difference.mean()),
        _("the mean of the squares"): (difference**2).mean(),
        _("the root of the mean square"): np.sqrt((difference**2).mean()),
        _("the median of the absolute differences"): np.median(np.abs(difference)),
        _("the smallest absolute difference"): np.abs(difference).min(),
        _("the length of the difference as a vector"): np.linalg.norm(difference),
        _("the sum of the absolute differences, divided by the number of rows alone"): np.abs(difference).sum() / len(difference),
    }


def is_nearly(got, value):
    return abs(got - value) <= 1e-4 * abs(value)


@tells
def seen_of_entries(found, apart, numeric):
    """What all four entries are: (a sentence, what it is known by), or None."""
    right = {name: np.abs(difference).mean() for name, difference in apart.items()}
    may_be = {name: in_place_of_the_mean(difference, numeric[name]) for name, difference in apart.items()}
    for what in may_be["W1"]:
        if all(is_nearly(found[name], may_be[name][what]) for name in apart):
            return _("Each entry is {what}.").format(what=what), f"each_is_{what}"
    if len({f"{value:.8e}" for value in found.values()}) == 1:
        return _("One number stands for all four parameters."), "one_for_all"
    moved = {name: next((other for other in right if is_nearly(found[name], right[other])), name) for name in right}
    wrong = [name for name, other in moved.items() if name != other]
    if wrong and sorted(moved.values()) == sorted(moved):
        return _("The entries {names} are exchanged.").format(names=_(", ").join(wrong)), "exchanged"
    mixed = [mixed_with(name, found, right) for name in right if not is_nearly(found[name], right[name])]
    return (" ".join(mixed), "mixed_with_others") if mixed and None not in mixed else None


def mixed_with(name, found, right):
    """In which entry another parameter's stands as well, a sentence, or None."""
    for other in right:
        if other != name and any(is_nearly(found[name], of * (right[name] + right[other])) for of in (1, 0.5)):
            return _("In the entry {name} there is that of {other} as well.").format(name=name, other=other)
    return None


def check_mean(name, got, difference, cause):
    want = np.abs(difference).mean()
    if abs(got - want) <= 1e-4 * want:
        return
    others = in_place_of_the_mean(difference)
    it = next((what for what, value in others.items() if is_nearly(got, value)), None)
    raise Failed(
        _("The entry {name} is {it}; it should be the mean of the absolute differences.").format(name=name, it=it)
        if it
        else _("The entry {name} is not the mean absolute difference of the two gradients.").format(name=name),
        _("Difference, absolute value, mean: in this order."),
        cause=cause,
    )
