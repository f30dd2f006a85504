"""What the tests of `momentum`, `rmsprop` and `adam` share: updates in the student's process, and what must not matter to them.

The formulas are compared with numbers. All else is compared with what the same optimiser does where nothing is special, so that
a wrong formula costs nothing there; but something has to move, and to be remembered from step to step.
"""

import itertools
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.testing import Failed, _, assert_gradient, assert_kind, is_array_like, is_value, signed

SHAPES = {"W1": (3, 2), "b1": (2,), "W2": (2, 4), "b2": (4,), "W3": (2, 4)}  # two of the same shape
STEPS = 4
TAMPERED = _("The process of your code doesn't answer as it should any more: it was tampered with.")

THERE = """
import numpy as np


def played(optimisers, starts, calls, orders, refilled, tag):
    everything = [{key + tag: value.copy() for key, value in start.items()} for start in starts]
    held = [dict(params) for params in everything]
    after, touched, one = [], False, {}
    for (n, grads), order in zip(calls, orders):
        grads = {key + tag: value for key, value in grads.items()}
        if refilled:
            for key, value in grads.items():
                one.setdefault(key, np.empty_like(value))[...] = value
            grads = one
        given = {key: value.copy() for key, value in grads.items()}
        params = {key + tag: everything[n][key + tag] for key in order} if order else everything[n]
        optimisers[n].update(params, grads)
        touched = touched or any(not np.array_equal(given[key], grads[key]) for key in given)
        everything[n] = dict(params)
        after.append(plain(everything[n], tag))
    return after, [plain(one, tag) for one in held], touched


def plain(params, tag):
    return {key[: -len(tag)]: np.array(value) for key, value in params.items()}
"""


class Bench:
    """Makes optimisers and lets them update, over there. made: makes one, with the hyperparameters of most tests."""

    def __init__(self, student: Any, rng: np.random.Generator, made: Callable[[], Any], name: str, advise: Callable[[str], None]):
        self.student, self.there, self.made, self.name, self.advise = student, student.bring(THERE), made, name, advise
        self.begin("")
        self.start = {key: signed(rng, *shape) for key, shape in SHAPES.items()}
        self.other = {key: signed(rng, *shape) for key, shape in SHAPES.items()}
        self.grads = [{key: signed(rng, *shape) for key, shape in SHAPES.items()} for _step in range(STEPS)]

    def begin(self, test):
        """Count plays from anew: nothing is left of the test before."""
        self.test, self.plays = test, itertools.count()

    def played(self, starts, calls, optimisers=None, orders=None, refilled=False):
        """(the parameters after each of the calls, [which optimiser, its gradients]; the arrays that were there at the start)."""
        optimisers = optimisers or [self.made() for _start in starts]
        orders = orders or [[] for _call in calls]
        tag = f"_{self.test}{next(self.plays)}"  # keys of its own for each play: what all objects share costs only `apart`
        found = self.there.played(optimisers, starts, [list(call) for call in calls], orders, refilled, tag)
        if not isinstance(found, tuple) or len(found) != 3 or not isinstance(found[0], list) or len(found[0]) != len(calls):
            raise Failed(TAMPERED)
        after, held, touched = found
        if touched:
            told = _("`{name}.update` changes the gradients that it is given. Whoever else needs them gets wrong ones.")
            self.advise(told.format(name=self.name))
        for params in after:
            for key in SHAPES:
                assert_kind(_("A parameter after update"), params.get(key) if isinstance(params, dict) else None)
        return after, held

    def alone(self, steps=STEPS, grads=None):
        """The parameters after each update where nothing is special."""
        return self.played([self.start], [[0, g] for g in (grads or self.grads)[:steps]])[0]

    def check_formula(self, wanted: Callable[..., list], *, first: bool, others: tuple = ()) -> bool:
        """The parameters after the first step, or after each of the later ones, are those of `wanted(start, grads)`, per key.

        others: formulas that are right as well. Returns whether it was one of them."""
        self.begin("first" if first else "later")
        got = self.alone()
        steps = range(1) if first else range(1, STEPS)
        if not first:
            self.check_moves(got)
        for other in others:
            if all(is_array_like(got[n][k], w[n]) and is_value(got[n][k], w[n]) for k, w in self.by_key(other) for n in steps):
                return True
        for key, want in self.by_key(wanted):
            for n in steps:
                before = self.start[key] if n == 0 else got[n - 1][key]
                name = _("The step of a parameter in the first update") if n == 0 else _("The step of a parameter in update {n}")
                step = want[n] - (self.start[key] if n == 0 else want[n - 1])
                fits = np.shape(got[n][key]) == np.shape(before) == step.shape
                moved = np.asarray(got[n][key]) - before if fits else got[n][key]
                assert_gradient(name.format(n=n + 1), moved, step)
        return False

    def by_key(self, formula):
        return [(key, formula(self.start[key], [g[key] for g in self.grads])) for key in SHAPES]

    def check_moves(self, after):
        """Something has moved, in every update."""
        before = self.start
        for params in after:
            if any(np.array_equal(params[key], before[key]) for key in SHAPES):
                raise Failed(_("update leaves a parameter where it was."), _("Each array of params takes a step."))
            before = params

    def check_remembers(self):
        """The second step depends on the first gradient."""
        one = self.alone(2)
        other = self.alone(2, [{key: -3 * g for key, g in self.grads[0].items()}, self.grads[1]])
        self.check_moves(one)
        moved = [{key: np.asarray(p[1][key]) - np.asarray(p[0][key]) for key in SHAPES} for p in (one, other)]
        if all(is_value(moved[0][key], moved[1][key]) for key in SHAPES):
            raise Failed(_("The second step doesn't depend on the first gradient: nothing is remembered."), STATE)

    def check_same(self, got, want, told, hint=""):
        for one, other in zip(got, want, strict=True):
            if any(not is_value(one[key], other[key]) for key in SHAPES):
                raise Failed(told, hint)

    def check_in_place(self):
        """The arrays that were in params at first hold the new numbers."""
        self.begin("in_place")
        after, held = self.played([self.start], [[0, g] for g in self.grads[:2]])
        self.check_moves(after)
        hint = _(
            "Whoever holds an array of params has to see the step: `p += ...` or `p[...] = ...`, and no new array in its place."
        )
        if any(not is_value(held[0][key], after[-1][key]) for key in SHAPES):
            raise Failed(_("After update there are other arrays in params; those of before haven't changed."), hint)

    def check_keys(self):
        """Every key has a memory of its own, whatever the order of the keys."""
        self.begin("keys")
        self.check_remembers()
        want = self.alone()
        turned = [{key: g[key] for key in reversed(SHAPES)} for g in self.grads]
        got = self.played([self.start], [[0, g] for g in turned])[0]
        hint = _("What belongs together has the same key, wherever it stands.")
        self.check_same(got, want, _("With the keys of grads in another order, the steps are others."), hint)
        orders = [[*list(SHAPES)[n:], *list(SHAPES)[:n]] for n in range(STEPS)]
        got = self.played([self.start], [[0, g] for g in self.grads], orders=orders)[0]
        self.check_same(got, want, _("With the keys of params in another order each time, the steps are others."), hint)
        for key in ("W3", "b2"):
            start, grads = {**self.start, **self.changed(key)}, [{**g, **self.changed(key)} for g in self.grads]
            got = self.played([start], [[0, g] for g in grads])[0]
            if any(not is_value(one[key], other[key]) for one, other in zip(got, want, strict=True)):
                raise Failed(_("The steps of one parameter depend on the gradients of another."), STATE)

    def changed(self, key):
        """Other numbers for all keys but one."""
        return {other: 1.7 * self.other[other] for other in SHAPES if other != key}

    def check_apart(self):
        """Two optimisers share nothing, and gradient arrays may be filled anew after update."""
        self.begin("apart")
        self.check_remembers()
        want = self.alone()
        calls = [[n, {key: g[key] if n == 0 else -2 * self.other[key] for key in SHAPES}] for g in self.grads for n in (0, 1)]
        got = self.played([self.start, self.other], calls)[0][::2]
        self.check_same(
            got, want, _("A second optimiser that is used in turns with the first changes the steps of the first."), STATE
        )
        got = self.played([self.start], [[0, g] for g in self.grads], refilled=True)[0]
        hint = _("What is kept for the next step has to be an array of its own, not the caller's.")
        self.check_same(
            got, want, _("Where the caller fills its gradient arrays anew after update, the next steps are wrong."), hint
        )

    def check_defaults(self, plain, explicit):
        """`plain()`, made without hyperparameters, does what `explicit()` does, made with those of the contract."""
        self.begin("defaults")
        calls = [[0, g] for g in self.grads[:3]]
        got, want = (self.played([self.start], calls, optimisers=[make()])[0] for make in (plain, explicit))
        self.check_moves(want)
        told = _("Made without hyperparameters, it takes other steps than with those that the signature has as defaults.")
        self.check_same(got, want, told, _("They stand in the stub's first line."))

    def check_zeros(self):
        """A gradient that was zero from the start moves nothing, and gives no NaN."""
        grads = [{**g, "b1": np.zeros(2), "W1": g["W1"] * [[1.0, 0.0]]} for g in self.grads[:2]]
        after = self.alone(2, grads)
        for params in after:
            if any(not np.isfinite(params[key]).all() for key in SHAPES):
                hint = _("Without epsilon, or with it elsewhere, 0 is divided by 0.")
                raise Failed(_("With a gradient of 0 the parameters become NaN or infinite."), hint)
            still = is_value(params["b1"], self.start["b1"]) and is_value(params["W1"][:, 1], self.start["W1"][:, 1])
            if not still:
                raise Failed(_("Numbers whose gradient has always been 0 move."), _("How large is the step where g is 0?"))
        if any(np.array_equal(after[0][key], self.start[key]) for key in SHAPES if key != "b1"):
            raise Failed(_("update leaves a parameter where it was."), _("Each array of params takes a step."))


STATE = _("What is remembered is kept in the object, in a dict with an entry for each key, and begins at zero.")
