"""How the steps of a training hang together with its gradients, and a curve with what it should follow: what a test of a training
loop saw, in one sentence that says what was done."""

import functools
import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from grader.exam.compare import ratio
from grader.words import _

CLOSE = 1e-6  # relative: training in float32 will do
Arrays = Mapping[str, Any]
Cause = tuple[str, str]  # a sentence, and what it is known by


def tells(tell: Callable[..., Any]) -> Callable[..., Any]:
    """The same, which says nothing where it goes wrong: no mark may hang on what is said beside it."""

    @functools.wraps(tell)
    def quiet(*args: Any, **kwargs: Any) -> Any:
        try:
            with np.errstate(all="ignore"):
                return tell(*args, **kwargs)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError):
            return None

    return quiet


@tells
def of_steps(befores: Sequence[Arrays], gradients: Sequence[Arrays], rate: float, sizes: Mapping[str, float]) -> Cause | None:
    """What was done in place of p ← p − rate · gradient, in every step of a training; None where nothing simple is.

    befores: the parameters before each step, and after the last; gradients: those of each step; sizes: {what: number} that a step
    may be divided by, or multiplied, such as the size of a batch."""
    steps = [{name: old[name] - new[name] for name in old} for old, new in itertools.pairwise(befores)]
    if len(steps) < 3:
        return None
    names = list(steps[0])
    still = [name for name in names if not any(step[name].any() for step in steps)]
    if still:
        listed = _(", ").join(f"`{name}`" for name in still)
        moved = [name for name in names if name not in still]
        return (
            (_("{names} never moved in your training.").format(names=listed), f"never_moved:{','.join(still)}") if moved else None
        )
    factors = [_one_factor(step, gradient) for step, gradient in zip(steps, gradients, strict=True)]
    known = [factor for factor in factors if factor is not None]
    if len(known) == len(factors):
        return _of_factors(np.array(known), rate, sizes)
    return _of_sums(befores, steps, gradients, rate, names, sizes)


def _one_factor(step, gradient):
    """The one number that all of a step is, times the gradient; None where there is none."""
    found = [ratio(step[name], gradient[name]) if gradient[name].any() else 0.0 for name in step]
    found = [factor for factor in found if factor != 0.0]
    if not found or None in found or np.ptp(found) > CLOSE * np.abs(found).max():
        return None
    return found[0]


def _of_factors(factors, rate, sizes):
    """What the lengths of the steps tell."""
    shares = factors / rate
    numbers = np.arange(1, len(shares) + 1)
    same = lambda one, other: bool(np.abs(one - other).max() <= CLOSE * np.abs(other).max())
    if same(shares, np.full_like(shares, shares[0])):
        return _of_length(shares[0], rate, sizes, _("all steps"), "steps")
    if same(shares * numbers, np.full_like(shares, shares[0])):
        return _("The steps get shorter: each is divided by its number."), "rate_over_number"
    if same(shares * np.sqrt(numbers), np.full_like(shares, shares[0])):
        return _("The steps get shorter: each is divided by the root of its number."), "rate_over_root"
    falls = shares[1:] / shares[:-1]
    if same(falls, np.full_like(falls, falls[0])):
        return _("The steps get shorter or longer by the same factor, from each to the next."), "rate_decays"
    changed = np.abs(falls - 1) > CLOSE
    if changed.any() and not changed.all() and np.ptp(falls[changed]) <= CLOSE * np.abs(falls[changed]).max():
        return _("The steps change their length by the same factor every so many steps."), "rate_decays_in_epochs"
    return _("The steps go along their gradients, but the learning rate is another one from step to step."), "rate_changes"


def _of_sums(befores, steps, gradients, rate, names, sizes):
    """What goes into a step beside its own gradient."""
    flat = lambda arrays: np.concatenate([np.ravel(arrays[name]) for name in names])
    s, g, p = ([flat(one) for one in some] for some in (steps, gradients, befores))
    alike = lambda one, other: bool(np.abs(one - other).max() <= CLOSE * max(np.abs(other).max(), 1e-30))
    if all(alike(after, sign * rate * slope) for sign in (1,) for after, slope in zip(p[1:], g, strict=True)) or all(
        alike(after, -rate * slope) for after, slope in zip(p[1:], g, strict=True)
    ):
        return _("The parameters are replaced by their steps, not moved by them."), "replaced_by_steps"
    if all(alike(step, rate * total) for step, total in zip(s, itertools.accumulate(g), strict=True)):
        return _("The gradients of all steps so far add up, and each step takes the sum."), "gradients_add_up"
    sums = list(itertools.accumulate(g))
    if all(alike(step * n, rate * total) for n, (step, total) in enumerate(zip(s, sums, strict=True), 1)):
        return _("Each step takes the mean of the gradients of all steps so far."), "gradients_averaged"
    if all(alike(step, rate * slope) for step, slope in zip(s[1:], g[:-1], strict=True)):
        return _("Each step takes the gradient of the step before."), "gradient_of_the_step_before"
    rest = [step - rate * slope for step, slope in zip(s, g, strict=True)]
    if _share(rest[1:], s[:-1]):
        return _("Something of the step before goes into each step: momentum, which nobody asked for."), "momentum"
    if _share(rest, p[:-1]):
        return _("In each step the parameters also shrink, or grow, by a share of themselves: weight decay, which nobody asked for."), "weight_decay"  # fmt: skip
    if all(alike(step, rate * np.sign(slope)) for step, slope in zip(s, g, strict=True)):
        return _("Each step takes only the sign of the gradient."), "sign_alone"
    causes = [_of_parameter(name, steps, gradients, rate, sizes) for name in names]
    if None in causes:
        return None
    causes = [one for one in causes if one[0]]
    return (" ".join(sentence for sentence, _key in causes), "+".join(key for _sentence, key in causes)) if causes else None


def _of_parameter(name, steps, gradients, rate, sizes):
    """What the steps of one parameter are, ("", "") where they are right; None where nothing simple gives them."""
    own = [(step[name], gradient[name]) for step, gradient in zip(steps, gradients, strict=True) if gradient[name].any()]
    found = [ratio(step, slope) for step, slope in own]
    if found and None not in found and np.ptp(found) <= CLOSE * np.abs(found).max():
        if _is(share := found[0] / rate, 1.0):
            return "", ""
        return _of_length(share, rate, sizes, _("all steps of `{name}`").format(name=name), name)
    for key, words, function in (
        ("sum", _("the sum of all of its gradient, the same in each entry"), np.sum),
        ("mean", _("the mean of its gradient, the same in each entry"), np.mean),
        ("abs", _("the absolute value of its gradient"), np.abs),
        ("square", _("the square of its gradient"), np.square),
        ("sign", _("the sign of its gradient alone"), np.sign),
        ("unit", _("its gradient divided by its length"), lambda slope: slope / np.linalg.norm(slope)),
        ("backwards", _("its gradient in the opposite order"), lambda slope: slope[::-1]),
    ):
        if own and all(_alike(step, rate * function(slope)) for step, slope in own):
            return _("Each step of `{name}` takes {words}.").format(name=name, words=words), f"{name}_{key}"
    if own and _is_cut_off(own):
        sentence = _("The steps of `{name}` are cut off where they are larger than some number.").format(name=name)
        return sentence, f"{name}_cut_off"
    for other in gradients[0]:
        for key, words, function in (
            ("", _("the gradient of `{other}`"), lambda slope: slope),
            ("sum_rows_of_", _("the gradient of `{other}` summed over its first axis"), lambda slope: slope.sum(axis=0)),
            ("mean_rows_of_", _("the mean of the gradient of `{other}` over its first axis"), lambda slope: slope.mean(axis=0)),
            ("sum_columns_of_", _("the gradient of `{other}` summed over its last axis"), lambda slope: slope.sum(axis=-1)),
        ):
            if all(_alike(step[name], rate * function(slope[other])) for step, slope in zip(steps, gradients, strict=True)):
                words = words.format(other=other)
                return _("Each step of `{name}` takes {words}.").format(name=name, words=words), f"{name}_{key}{other}"
    return None


def _alike(one, other):
    return np.shape(other) in ((), np.shape(one)) and bool(np.abs(one - other).max() <= CLOSE * max(np.abs(other).max(), 1e-30))


def _is_cut_off(own):
    """Whether steps are along their gradients up to one size, and of that size where they would be larger."""
    step, slope = (np.concatenate([np.ravel(pair[n]) for pair in own]) for n in (0, 1))
    size = np.abs(step).max()
    is_large = np.abs(step) >= size * (1 - CLOSE)
    if min(is_large.sum(), (~is_large).sum()) < 3 or not slope[~is_large].any():
        return False
    share = (step * slope)[~is_large].sum() / (slope[~is_large] ** 2).sum()
    wanted = np.clip(share * slope, -size, size)
    return bool(share > 0 and np.abs(step - wanted).max() <= CLOSE * size and np.abs(share * slope).max() > 1.01 * size)


def _of_length(share, rate, sizes, what, key):
    """What is wrong with steps that are `share` times as long as they must be; None where nothing is."""
    ways = [
        (-1.0, _("{what} go up the slope, not down."), "uphill", ""),
        (1 / rate, _("{what} are without the learning rate."), "no_rate", ""),
        (rate, _("{what} have the learning rate twice."), "rate_twice", ""),
        (2.0, _("{what} are twice as long as they must be."), "twice", ""),
        (0.5, _("{what} are half as long as they must be."), "half", ""),
    ]
    for of, size in sizes.items():
        ways += [
            (1 / size, _("{what} are divided by {of}."), f"over_{of}", of),
            (size, _("{what} are multiplied by {of}."), f"times_{of}", of),
            (size**-0.5, _("{what} are divided by the root of {of}."), f"over_root_of_{of}", of),
        ]
    if _is(share, 1.0):
        return None
    form, way, of = next(
        ((form, way, of) for wrong, form, way, of in ways if _is(share, wrong)),
        (_("{what} have the same wrong length: more than the learning rate times the gradient, or less."), "length", ""),
    )
    sentence = form.format(what=what, of=of)
    return sentence[0].upper() + sentence[1:], f"{key}_{way}"


def _share(parts, wholes):
    """Whether each part is the same number times its whole."""
    found = [ratio(part, whole) for part, whole in zip(parts, wholes, strict=True) if whole.any()]
    return bool(found) and None not in found and np.ptp(found) <= 1e-4 * np.abs(found).max()


def _is(one, other):
    return one is not None and abs(one - other) <= CLOSE * abs(other)


@tells
def of_curve(name: str, values: Sequence[float], follows: Mapping[str, Sequence[Sequence[float]]]) -> Cause | None:
    """What the entries of a curve are, in place of what they should be; None where nothing simple gives them.

    follows: {what, in words: for each entry what that was, at any step of its epoch}."""
    inside = lambda value, said: bool(np.abs(np.ravel(said) - value).min() <= CLOSE * max(1.0, np.abs(said).max()))
    for what, said in follows.items():
        if len(said) == len(values) and all(map(inside, values, said)):
            return _("`{name}` holds {what}.").format(name=name, what=what), f"{name}_is:{what}"
    return None
