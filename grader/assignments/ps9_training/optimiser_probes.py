"""What the tests of `momentum`, `rmsprop` and `adam` share: updates in the student's process, and what must not matter to them.

The formulas are compared with numbers. All else is compared with what the same optimiser does where nothing is special, so that
a wrong formula costs nothing there; but something has to move, and to be remembered from step to step.
"""

import itertools
import math
from collections.abc import Callable
from typing import Any

import numpy as np

from grader.testing import Failed, NotPassed, _, assert_gradient, assert_kind, attempt, is_value, signed

SHAPES = {"W1": (3, 2), "b1": (2,), "W2": (2, 4), "W3": (2, 4), "b2": (3,), "W4": (1, 2)}  # two of the same shape
SIZE = 29  # numbers in all of them; they cross as one row
STEPS = 5
FAR, TINY = 1e3, 1e-5  # times as large: two entries of the gradients, which are like any others
RESTS = "b1"  # its gradient is 0 in the third update; in the fourth all are
TAMPERED = _("The process of your code doesn't answer as it should any more: it was tampered with.")

THERE = (
    f"SHAPES = {SHAPES}"
    + """
import math

import numpy as np


def laid_out(numbers, order, tag):
    found, at = {}, 0
    for key, shape in SHAPES.items():
        size = math.prod(shape)
        found[key + tag] = numbers[at : at + size].reshape(shape).copy()
        at += size
    return {key + tag: found[key + tag] for key in order or SHAPES}


def in_a_row(params, tag):
    arrays = [params.get(key + tag) for key in SHAPES]
    if not all(isinstance(a, np.ndarray) and a.shape == shape for a, shape in zip(arrays, SHAPES.values())):
        return None
    return np.concatenate([np.asarray(a, dtype=float).ravel() for a in arrays])


def played(optimisers, starts, whose, grads, how, tag):
    everything = [laid_out(start, (), tag) for start in starts]
    held = [dict(params) for params in everything]
    after, touched, one = [], False, {}
    for step, (n, numbers) in enumerate(zip(whose, grads)):
        given = laid_out(numbers, list(SHAPES)[::-1] if how == "grads turned" else (), tag)
        if how == "refilled":
            for key, value in given.items():
                one.setdefault(key, np.empty_like(value))[...] = value
            given = one
        keys = list(everything[n])
        turned = keys[step:] + keys[:step] if how == "params turned" else keys
        params = {key: everything[n][key] for key in turned}
        optimisers[n].update(params, given)
        touched = touched or not np.array_equal(in_a_row(given, tag), numbers)
        everything[n] = {key: params.get(key) for key in keys}
        after.append(in_a_row(params, tag))
    if any(row is None for row in after):
        return None, None, touched
    return np.array(after), np.array([in_a_row(one, tag) for one in held]), touched
"""
)


class Bench:
    """Makes optimisers and lets them update, over there. made: makes one, with the hyperparameters of most tests.

    Parameters and gradients of all keys are one row of numbers here. What happens where nothing is special is asked once."""

    def __init__(self, student: Any, rng: np.random.Generator, made: Callable[[], Any], name: str, advise: Callable[[str], None]):
        self.student, self.there, self.made, self.name, self.advise = student, student.bring(THERE), made, name, advise
        self.begin("plain")
        self.start, self.other = signed(rng, 2, SIZE)
        self.grads = np.insert(signed(rng, STEPS - 1, SIZE), 3, 0.0, axis=0)
        self.grads[2, places()[RESTS]] = 0.0
        self.grads[:, :2] *= FAR, TINY
        self.two = self.grads[:2]  # as many as it takes to see what is remembered
        self._plain = attempt(lambda: self.played([self.start], self.grads))
        self._changed = attempt(lambda: self.played([self.start], [-3 * self.grads[0], self.grads[1]]))

    def begin(self, test):
        """Count plays from anew: nothing is left of the test before."""
        self.test, self.plays = test, itertools.count()

    def played(self, starts, grads, whose=None, optimisers=None, how=""):
        """(the parameters after each update, the arrays that were there at the start, one row for each of `starts`).

        whose: for each of grads, which of the optimisers takes them; how: "grads turned", "params turned" (their keys come in
        another order) or "refilled" (the caller's gradient arrays are the same each time)."""
        optimisers = optimisers or [self.made() for _start in starts]
        whose = whose or [0] * len(grads)
        tag = f"_{self.test}{next(self.plays)}"  # keys of its own for each play: what all objects share costs only `apart`
        found = self.there.played(optimisers, list(starts), whose, np.array(grads), how, tag)
        if not isinstance(found, tuple) or len(found) != 3:
            raise Failed(TAMPERED)
        after, held, touched = found
        if after is None:
            raise Failed(_("After update, something in params is no array any more, or has another shape."), ITSELF)
        if touched:
            sentence = _("`{name}.update` changes the gradients that it is given. Whoever else needs them gets wrong ones.")
            self.advise(sentence.format(name=self.name))
        for name, got, rows in ((_("params after update"), after, len(grads)), (_("params after update"), held, len(starts))):
            assert_kind(name, got)
            if np.shape(got) != (rows, SIZE):
                raise Failed(TAMPERED)
        return after, held

    def alone(self):
        """(the parameters after each update where nothing is special, the arrays that were there at the start)."""
        return came(self._plain)

    def check_formula(self, wanted: Callable[..., list], *, first: bool, others: tuple = ()) -> bool:
        """The step of the first update, or of each of the later ones, is that of `wanted(start, grads)`.

        others: formulas that are right as well. Returns whether it was one of them."""
        (got, _held), steps = self.alone(), range(1) if first else range(1, STEPS)
        if not first:
            self.check_moves(got)
        moved = np.diff(got, axis=0, prepend=self.start[None])
        for n, formula in enumerate((wanted, *others)):
            want = np.diff(formula(self.start, self.grads), axis=0, prepend=self.start[None])
            if all(is_value(moved[step], want[step]) for step in steps):
                return n > 0
        want = np.diff(wanted(self.start, self.grads), axis=0, prepend=self.start[None])
        for step in steps:
            name = _("The step of a parameter in update {n}").format(n=step + 1)
            for key, place in places().items():
                shape = SHAPES[key]
                assert_gradient(name, moved[step, place].reshape(shape), want[step, place].reshape(shape))
        return False

    def check_moves(self, after):
        """Something has moved, in every update and for every key that had a gradient in it."""
        moved = np.diff(after, axis=0, prepend=self.start[None])
        rows = zip(moved, self.grads[: len(moved)], strict=True)
        if any(g[place].any() and not row[place].any() for row, g in rows for place in places().values()):
            raise Failed(_("update leaves a parameter where it was."), _("Each array of params takes a step."))

    def check_remembers(self):
        """The second step depends on the first gradient. Returns the parameters after each of the two."""
        one, other = self.alone()[0][:2], came(self._changed)[0]
        self.check_moves(one)
        if is_value(one[1] - one[0], other[1] - other[0]):
            raise Failed(_("The second step doesn't depend on the first gradient: nothing is remembered."), STATE)
        return one

    def check_same(self, got, want, sentence, hint=""):
        if not is_value(got, want):
            raise Failed(sentence, hint)

    def check_in_place(self):
        """The arrays that were in params at first hold the new numbers."""
        after, held = self.alone()
        self.check_moves(after)
        sentence = _("After update there are other arrays in params; those of before haven't changed.")
        self.check_same(held[0], after[-1], sentence, ITSELF)

    def check_keys(self):
        """Every key has a memory of its own, whatever the order of the keys."""
        self.begin("keys")
        want, hint = self.check_remembers(), _("What belongs together has the same key, wherever it stands.")
        got = self.played([self.start], self.two, how="grads turned")[0]
        self.check_same(got, want, _("With the keys of grads in another order, the steps are others."), hint)
        got = self.played([self.start], self.two, how="params turned")[0]
        self.check_same(got, want, _("With the keys of params in another order each time, the steps are others."), hint)
        others = np.ones(SIZE, dtype=bool)
        others[places()["W3"]] = False
        start, grads = np.where(others, self.other, self.start), np.where(others, 1.7 * self.other, self.two)
        got = self.played([start], grads)[0]
        sentence = _("The steps of one parameter depend on the gradients of another.")
        self.check_same(got[:, ~others], want[:, ~others], sentence, STATE)

    def check_apart(self):
        """Two optimisers share nothing, and gradient arrays may be filled anew after update."""
        self.begin("apart")
        want, turns = self.check_remembers(), np.repeat(self.two, 2, axis=0)
        turns[1::2] = -2 * self.other
        got = self.played([self.start, self.other], turns, whose=[0, 1] * 2)[0][::2]
        self.check_same(
            got, want, _("A second optimiser that is used in turns with the first changes the steps of the first."), STATE
        )
        got = self.played([self.start], self.two, how="refilled")[0]
        hint = _("What is kept for the next step has to be an array of its own, not the caller's.")
        self.check_same(
            got, want, _("Where the caller fills its gradient arrays anew after update, the next steps are wrong."), hint
        )

    def check_defaults(self, plain, explicit):
        """`plain()`, made without hyperparameters, does what `explicit()` does, made with those of the contract."""
        self.begin("defaults")
        got, want = (self.played([self.start], self.two, optimisers=[make()])[0] for make in (plain, explicit))
        self.check_moves(want)
        sentence = _("Made without hyperparameters, it takes other steps than with those that the signature has as defaults.")
        if not is_value(got - self.start, want - self.start):
            raise Failed(sentence, _("They stand in the stub's first line."))

    def check_noughts(self, still: Callable[[], Any], forgetful: Callable[[], Any], wanted: Callable, *others: Callable) -> None:
        """`still()`, whose learning rate is 0, moves nothing; `forgetful()`, with 0 for what it remembers by, remembers nothing.

        A wrong formula costs its own parts alone: then this isn't judged."""
        if any(
            isinstance(attempt(lambda n=n: self.check_formula(wanted, first=n, others=others)), NotPassed) for n in (True, False)
        ):
            return
        self.begin("noughts")
        one, two = self.two
        made = [still(), forgetful(), forgetful()]
        after = self.played([self.start] * 3, [one, one, two, -3 * one, two], whose=[0, 1, 1, 2, 2], optimisers=made)[0]
        hint = _("0 is a number like any other, though `or` takes it for nothing.")
        if not is_value(after[0], self.start):
            raise Failed(_("With a learning rate of 0, update moves the parameters."), hint)
        if not is_value(after[2] - after[1], after[4] - after[3]):
            raise Failed(
                _("Made so that nothing is remembered, it takes a second step that depends on the first gradient."), hint
            )

    def check_zeros(self, made):
        """A gradient that was zero from the start moves nothing, and gives no NaN."""
        self.begin("zeros")
        grads = self.two.copy()
        still = np.zeros(SIZE, dtype=bool)
        still[[1, *range(*places()["b1"].indices(SIZE))]] = True
        grads[:, still] = 0.0
        after = self.played([self.start], grads, optimisers=[made()])[0]
        if not np.isfinite(after).all():
            hint = _("Without epsilon, or with it elsewhere, 0 is divided by 0.")
            raise Failed(_("With a gradient of 0 the parameters become NaN or infinite."), hint)
        if not is_value(after[:, still], np.tile(self.start[still], (2, 1))):
            raise Failed(_("Numbers whose gradient has always been 0 move."), _("How large is the step where g is 0?"))
        if (after[0, ~still] == self.start[~still]).any():
            raise Failed(_("update leaves a parameter where it was."), _("Each array of params takes a step."))


def came(found):
    """What an attempt gave. Raises the NotPassed that it is."""
    if isinstance(found, NotPassed):
        raise found
    return found


def places():
    """{key: where its numbers stand in a row}."""
    found, at = {}, 0
    for key, shape in SHAPES.items():
        found[key] = slice(at, at + math.prod(shape))
        at += math.prod(shape)
    return found


ITSELF = _("Whoever holds an array of params has to see the step: `p += ...` or `p[...] = ...`, and no new array in its place.")
STATE = _("What is remembered is kept in the object, in a dict with an entry for each key, and begins at zero.")
