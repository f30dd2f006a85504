"""`topological_order`, `backward` and `zero_grad`, on Values that the tests bring; where that fails, on the submission's own.

The tests' own Value has data, grad, parents and push(), and no more. Its graphs are laid out beforehand: a list that says of each
Value which earlier ones it is made from, and with which slopes. The last one is the root.
"""

import contextlib
from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import Failed, NotPassed, NotRun, Proxy, _, close, is_value, points, signed, tells

LENGTH = 10_000  # of the chain
LAYERS = 40  # of x + x
MOST_LOOKS = 200_000  # at parents, or at two Values to compare them, on one walk: far more than a few for each Value

# One graph a line: the parents of each Value. A lone Value; a diamond; a row; two used twice by the same, and by others farther from root;
# and one where the first found may not be the first listed, whichever way parents are looked at.
GRAPHS = (
    ((),),
    ((), (), (0, 1), (2, 0), (2, 3)),
    ((), (0,), (1,)),
    ((), (0, 0), (1, 1), (1,), (3,), (4,), (1, 1), (2, 5, 6, 0)),
    ((), (), (), (0, 1), (3, 2), (1, 2), (5, 4, 3), (6, 3), (4, 7), (8, 0, 7)),
)

THERE = """
import contextlib
import gc
import operator
import time

AT_ONCE = 0.1  # seconds of processor time: ten times what a walk along the chain takes


class TooMuch(Exception):
    pass


class Node:
    looks, most = 0, 0

    def __init__(self, data, parents=(), slopes=()):
        self.data, self.grad, self.parents, self.slopes = data, 0.0, parents, slopes

    @staticmethod
    def looked():
        Node.looks += 1
        if Node.looks > Node.most > 0:
            raise TooMuch

    def push(self):
        for parent, slope in zip(self.parents, self.slopes):
            parent.grad += slope * self.grad

    def __eq__(self, other):
        Node.looked()
        return self is other

    __hash__ = object.__hash__


class Watched(Node):
    @property
    def parents(self):
        Node.looked()
        return self.made_from

    @parents.setter
    def parents(self, parents):
        self.made_from = parents


def node(parents, slopes):
    return Node(2.5, tuple(parents), tuple(slopes))


def watched(parents, slopes):
    return Watched(2.5, tuple(parents), tuple(slopes))


def maker_of(Value):
    def made(parents, slopes):
        if len(parents) == 2 and parents[0] is parents[1]:
            result = parents[0] + parents[1]
            result.data = 2.5
            return result
        result = Value(2.5)
        for n, (parent, slope) in enumerate(zip(parents, slopes)):
            result = parent * slope if n == 0 else result + parent * slope
        return result

    return made


class Graph:
    def __init__(self, make, parents, slopes):
        self.values, self.orders = [], {}
        for places, ours in zip(parents, slopes):
            self.values.append(make([self.values[n] for n in places], ours))

    def places(self, function, root):
        found = function(self.values[root])
        listed = list(found)
        at = {}
        for n, value in enumerate(listed):
            at.setdefault(id(value), n)
        return {
            "kind": type(found).__name__,
            "again": [at[id(value)] for value in listed],
            "parents": [[at.get(id(parent), -1) for parent in value.parents] for value in listed],
            "ours": [at.get(id(value), -1) for value in self.values],
        }

    def known(self, root):
        at = next(n for n, value in enumerate(self.values) if value is root)
        return [self.values[n] for n in self.orders[str(at)]]

    def grads(self):
        return [value.grad for value in self.values]

    def set_grads(self, grads):
        for value, grad in zip(self.values, grads):
            value.grad = grad

    def backward(self, function, root):
        function(self.values[root])
        grads, listed = self.grads(), {id(value) for value in self.values}
        reached = [self.values[root]]
        for value in reached:
            n = next(n for n, other in enumerate(self.values) if other is value)
            inner = [value]  # what the submission's own operations put between: sums of products, which hand on all they get
            for one in inner:
                for parent in one.parents:
                    if id(parent) in listed:
                        reached += [parent] if all(parent is not other for other in reached) else []
                    elif parent.parents:
                        inner.append(parent)
            grads[n] += sum(one.grad - value.grad for one in inner)
        return grads


@contextlib.contextmanager
def uncollected():
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


class Link(Node):
    data, grad, slopes = 2.5, 0.0, (1.0,)  # as they are at first: there are many

    def __init__(self, parents, slopes):
        self.parents = parents

    def push(self):
        for parent in self.parents:
            parent.grad += self.grad


def took(function, root):
    begun = time.process_time()
    with uncollected():
        function(root)
    return time.process_time() - begun


def grows(function, values, taken):
    # whether a chain four times as long takes much more than four times as long, whatever else the processor does
    grads, quarter = [value.grad for value in values], values[len(values) // 4]
    try:
        again = took(function, values[-1]) if taken < 0.5 else taken
        return min(taken, again) > 9 * min(took(function, quarter) for _ in range(3))
    finally:
        for value, grad in zip(values, grads):
            value.grad = grad


class Chain(Graph):
    def __init__(self, make, length, doubled):
        last = make((), ())
        self.values = [last]
        slopes = (1.0, 1.0) if doubled else (1.0,)
        with uncollected():
            for _ in range(length):
                last = make((last, last) if doubled else (last,), slopes)
                self.values.append(last)

    def counted(self, function, most):
        Node.looks, Node.most = 0, most
        begun = time.process_time()
        try:
            with uncollected():
                found = function(self.values[-1])
        except TooMuch:
            return False, None
        finally:
            Node.most = 0
        if (taken := time.process_time() - begun) > AT_ONCE and grows(function, self.values, taken):
            return False, None
        return True, found

    def order(self, function, most):
        in_time, listed = self.counted(function, most)
        if not in_time:
            return None
        self.found = listed = list(listed)
        if len(listed) == len(self.values) and all(map(operator.is_, listed, self.values)):
            return True, 0, 0
        at = {id(value): n for n, value in enumerate(listed)}
        places = [at.get(id(value), -1) for value in self.values]
        in_turn = all(one < other for one, other in zip([-1, *places], places))
        after_root = len(listed) - 1 - places[-1]
        return len(listed) >= len(places) and in_turn and after_root == 0, places[0], after_root

    def order_found(self, root):
        if root is self.values[-1]:
            return self.found
        return self.found[: 1 + next(n for n, value in enumerate(self.found) if value is root)]

    def first_grad(self, function, most):
        in_time, _ = self.counted(function, most)
        return self.values[0].grad if in_time else None


def held(values, how):
    values = list(values)
    if how == "generator":
        return (value for value in values)
    return {"list": list, "tuple": tuple, "keys": lambda v: dict.fromkeys(v).keys()}[how](values)


def zeroed(function, graph, how):
    function(held(graph.values[1:], how))
    return graph.grads()
"""


@dataclass(frozen=True)
class Laid:
    """A graph in the student's process, and what it is here: parents and slopes of each Value."""

    there: Proxy
    parents: tuple
    slopes: list

    @property
    def root(self):
        return len(self.parents) - 1

    def orders(self):
        """For each Value, the places of those that it is made from, in the order of the layout, and its own."""
        return {str(root): np.flatnonzero(self.gradients(root)).tolist() for root in range(len(self.parents))}

    def gradients(self, root):
        """∂root/∂each, by the chain rule in the order in which the Values were laid out."""
        grads = np.zeros(len(self.parents))
        grads[root] = 1.0
        for n in range(root, -1, -1):
            for parent, slope in zip(self.parents[n], self.slopes[n], strict=True):
                grads[parent] += grads[n] * slope
        return grads


class Bench:
    """Makes graphs of the tests' own Values, or of the submission's."""

    def __init__(self, student):
        self.student, self.there, self.own = student, student.bring(THERE), False

    @property
    def make(self):
        return self.there.maker_of(self.student.Value) if self.own else self.there.node

    def laid(self, parents, slopes):
        return Laid(self.there.Graph(self.make, [list(places) for places in parents], slopes), parents, slopes)

    def either(self, check):
        """check() passes with the tests' own Values, or with the submission's."""
        try:
            return check()
        except NotPassed as error:
            if isinstance(error, TooSlow) or error.stopped:
                raise
            first = error
        self.own = True
        try:
            return check()
        except NotPassed:
            raise first from None
        finally:
            self.own = False


class TooSlow(Failed):
    """Time grows faster than the graph."""


@pytest.fixture(scope="module")
def bench(student):
    return Bench(student)


def drawn(rng, parents):
    """Slopes for each Value: drawn ones, but 1 and 1 for x + x, and a tiny one for a root with one parent."""
    twice = lambda places: len(places) == 2 and places[0] == places[1]
    slopes = [[1.0, 1.0] if twice(places) else [float(slope) for slope in signed(rng, len(places))] for places in parents]
    return [*slopes[:-1], [1e-9]] if len(parents[-1]) == 1 else slopes


@points(2)
def test_order(student, bench, rng):
    """topological_order lists each Value once, after its parents, and root last."""
    slopes = [drawn(rng, parents) for parents in GRAPHS]

    def check():
        for parents, of in zip(GRAPHS, slopes, strict=True):
            laid = bench.laid(parents, of)
            check_order(laid.there.places(student.topological_order, laid.root), laid.root, parents)
        # the same Values once more: the root is used by others, which don't count
        check_order(laid.there.places(student.topological_order, 4), 4, parents, is_second=True)

    bench.either(check)


@tells
def seen_of_missing(ours, root, parents, is_second):
    """Which Values are not in the list: (a sentence, what it is known by), or None."""
    made_from = {root}
    for n in range(root, -1, -1):
        made_from |= set(parents[n]) if n in made_from else set()
    missing = {n for n in made_from if ours[n] < 0}
    if is_second and missing == made_from:
        sentence = _(
            "A walk over Values that an earlier one has been to lists none of them: what was met then counts as met now."
        )
        return sentence, "met_for_good"
    if missing == {n for n in made_from if not parents[n]}:
        return _("Values without parents are not in the list, be it root itself."), "leaves_not_listed"
    for which, name in ((0, _("first")), (-1, _("last"))):
        reached = {root}
        for n in range(root, -1, -1):
            reached |= {parents[n][which]} if n in reached and parents[n] else set()
        if missing and missing == made_from - reached:
            sentence = _(
                "Of the parents of a Value only the {which} is gone on from: what the others are made from is not in the list."
            )
            return sentence.format(which=name), f"parent_{which}_alone"
    twice = {n for n in made_from for child in made_from if parents[child].count(n) > 1}
    if (
        missing
        and not missing & {root}
        and missing & twice
        and all(n in twice or needs_one(n, missing, parents) for n in missing)
    ):
        return _(
            "A Value that another one uses twice, as in x + x, is not in the list, nor what it alone leads to."
        ), "used_twice_not_listed"
    return None


def needs_one(n, missing, parents):
    """Whether a Value is used by one that is missing."""
    return any(n in parents[other] for other in missing)


def check_order(found, root, layout, is_second=False):
    again, parents, ours = (found.get(name) for name in ("again", "parents", "ours")) if isinstance(found, dict) else (0, 0, 0)
    if not all(isinstance(one, list) for one in (again, parents, ours)):
        raise Failed(_("topological_order must return a list of Values."))
    if found["kind"] not in ("list", "tuple"):
        raise Failed(_("topological_order must return a list of Values."), _("Everything that it lists is there at once."))
    size = len(again)
    if again != list(range(size)):
        sentence = _("topological_order lists a Value more than once.")
        raise Failed(sentence, _("A Value may be reached in several ways. How do you know that you were there already?"))
    if ours[root] < 0:
        sentence = _("root is not in the list of topological_order.")
        raise Failed(sentence, ORDER, cause=seen_of_missing(ours, root, layout, is_second))
    if ours[root] != size - 1:
        raise Failed(_("root is not the last in the list of topological_order."), ORDER)
    for n, places in enumerate(parents):
        if -1 in places:
            sentence = _("A Value is in the list, and one of its parents is not.")
            raise Failed(sentence, ORDER, cause=seen_of_missing(ours, root, layout, is_second))
        if any(place > n for place in places):
            raise Failed(_("A Value stands before one of its parents."), ORDER)
    if set(range(size - 1)) - {place for places in parents for place in places}:
        raise Failed(_("The list holds Values that root isn't made from."), ORDER)


ORDER = _("A Value may be listed as soon as all of its parents are: not before them, and not with whatever else uses them.")
SET = _("Only root's grad is set, to 1.0. All others are left to push.")


@contextlib.contextmanager
def order_given(student, order):
    """In place of topological_order: a function that knows the order of one graph."""
    try:
        own = student.topological_order
    except NotPassed:
        own = ...
    student.put("topological_order", order)
    try:
        yield
    finally:
        with contextlib.suppress(NotPassed):
            student.put("topological_order", own)


def gone_back(student, bench, parents, slopes, check):
    """check(laid) passes with the submission's own topological_order, or with the order of the layout in its place."""
    try:
        return check(bench.laid(parents, slopes))
    except NotPassed as error:
        if error.stopped:
            raise
        first = error
    laid = bench.laid(parents, slopes)
    laid.there.orders = laid.orders()
    with order_given(student, laid.there.known):
        try:
            return check(laid)
        except NotPassed as error:
            raise (first if isinstance(error, NotRun) else error) from None


@tells
def seen_of_pushes(got, parents, slopes):
    """In which order the Values have pushed, where that is not right: (a sentence, what it is known by), or None."""
    root = len(parents) - 1
    for takes_first in (True, False):
        for last_parent_first in (True, False):
            grads, waiting, met = np.zeros(root + 1), [root], {root}
            grads[root] = 1.0
            while waiting:
                n = waiting.pop(0 if takes_first else -1)
                for parent, slope in zip(parents[n], slopes[n], strict=True):
                    grads[parent] += grads[n] * slope
                for parent in parents[n][:: -1 if last_parent_first else 1]:
                    if parent not in met:
                        met.add(parent)
                        waiting.append(parent)
            if close(np.array(got, dtype=float), grads):
                sentence = _(
                    "Each Value pushes when the walk from root first comes to it, also where others that use it have yet to push."
                )
                return sentence, "pushed_when_first_met"
    return None


def check_grads(got, want, what, laid):
    """got: of each Value, in the order of the layout."""
    if not isinstance(got, list) or len(got) != len(want) or any(isinstance(one, Proxy) for one in got):
        raise Failed(_("{what}: a grad is no number any more.").format(what=what))
    root = len(want) - 1
    if not is_value(got[root], want[root]):
        raise Failed(_("{what}: root's grad is not 1.0.").format(what=what), SET)
    wrong = [n for n, (one, other) in enumerate(zip(got, want, strict=True)) if not is_value(one, other)]
    if wrong:
        nothing = all(is_value(one, 0.0) for one in got[:root])
        sentence = _("{what}: nothing was pushed.") if nothing else _("{what}: the grads of {n} of {total} Values are wrong.")
        seen = seen_of_pushes(got, laid.parents, laid.slopes)
        raise Failed(sentence.format(what=what, n=len(wrong), total=len(want)), PUSHED, cause=seen)


PUSHED = _("Before a Value pushes, everything that uses it must have pushed to it; and each pushes once.")


@points(2)
def test_backward(student, bench, rng):
    """backward sets root's grad to 1.0 and brings every Value its gradient."""
    slopes = [drawn(rng, parents) for parents in GRAPHS]

    def check_one(laid):
        what = _("After backward on a graph of {n}").format(n=len(laid.parents))
        check_grads(laid.there.backward(student.backward, laid.root), laid.gradients(laid.root), what, laid)

    def check():
        for parents, of in zip(GRAPHS, slopes, strict=True):
            gone_back(student, bench, parents, of, check_one)

    bench.either(check)


@points(1)
def test_keeps(student, bench, rng):
    """backward adds to the grads that it finds: two roots that share leaves add up there."""
    parents = ((), (), (0, 1), (0, 1, 1), (2, 0), (3, 1))  # 4 and 5 share 0 and 1 alone
    slopes, before = drawn(rng, parents), [float(grad) for grad in signed(rng, 2)]

    def check_one(laid):
        laid.there.set_grads([*before, 0.0, 0.0, 0.0, 7.0])
        first, second = laid.gradients(4), laid.gradients(5)
        kept = np.array([*before, 0.0, 0.0, 0.0, 0.0])
        got = laid.there.backward(student.backward, 4)
        check_kept(got, kept + first + [0, 0, 0, 0, 0, 7.0], _("After one backward"))
        got = laid.there.backward(student.backward, 5)
        check_kept(got, kept + first + second, _("After the backward of a second root"))

    def check_inner(laid):
        laid.there.set_grads([0.0, 0.0, *before, 0.0, 0.0])
        got, hands_on = laid.there.backward(student.backward, 4), laid.gradients(4)
        check_kept([got[2], got[3]] if isinstance(got, list) else got, [before[0] + hands_on[2], before[1]], INNER)

    def check():
        gone_back(student, bench, parents, slopes, check_one)
        gone_back(student, bench, parents, slopes, check_inner)

    bench.either(check)


INNER = _("After a backward from grads that are not 0")


def check_kept(got, want, what):
    if not isinstance(got, list) or len(got) != len(want) or any(isinstance(one, Proxy) for one in got):
        raise Failed(_("{what}, a grad is no number any more.").format(what=what))
    if any(not is_value(one, other) for one, other in zip(got, want, strict=True)):
        hint = _("Whoever wants zeros calls zero_grad. Which grad is it that backward sets, and which does it add to?")
        sentence = _("{what}, a leaf's grad is not what it was, plus its gradient.")
        if what == INNER:
            sentence = _("{what}, that of a Value between root and the leaves is not what it was, plus its gradient.")
        raise Failed(sentence.format(what=what), hint)


@points(1)
def test_zero_grad(student, bench, rng):
    """zero_grad sets every grad to 0.0, of a list, a tuple or a generator."""
    parents = GRAPHS[1] + ((),) * 24  # the first of its Values is not among those that are zeroed
    slopes, grads = drawn(rng, parents), [float(grad) for grad in signed(rng, len(parents))]

    def check():
        laid = bench.laid(parents, slopes)
        for how in ("list", "tuple", "generator", "keys"):
            laid.there.set_grads(grads)
            got = bench.there.zeroed(student.zero_grad, laid.there, how)
            if not isinstance(got, list) or not all(is_value(one, 0.0) for one in got[1:]):
                kind = {"keys": _("the keys of a dict"), "list": _("a list"), "tuple": _("a tuple")}.get(how, _("a generator"))
                sentence = _("After zero_grad with {kind} of Values, not every grad is 0.0.").format(kind=kind)
                raise Failed(
                    sentence, _("Each Value of the iterable, in whatever it comes; a generator can be gone through once.")
                )
            if not got or not is_value(got[0], grads[0]):
                sentence = _("zero_grad changes the grad of a Value that it wasn't given.")
                raise Failed(sentence, _("Those that it is given, and none that they are made from."))

    bench.either(check)


@points(1)
def test_deep(student, bench):
    """A chain of 10,000 Values is walked through, forward and back."""
    sentence = _("On a long chain, each Value is compared with all others: the time grows with the square of the length.")
    hint = _("Whether a Value was met already can be looked up at once: in a set of ids, for example.")
    bench.either(lambda: check_long(student, bench, LENGTH, False, TooSlow(sentence, hint)))


@points(1)
def test_shared(student, bench):
    """40 layers of x + x take no longer than 40 Values need, though they hold 2⁴⁰ ways."""
    sentence = _("Where Values are shared, the walk goes along every way: their number doubles with each layer.")
    hint = _("Who notes which Values were met already goes on from each of them once only.")
    bench.either(lambda: check_long(student, bench, LAYERS, True, TooSlow(sentence, hint)))


def check_long(student, bench, length, doubled, too_slow):
    make = bench.make if bench.own else bench.there.watched if doubled else bench.there.Link
    chain = bench.there.Chain(make, length, doubled)
    found = chain.order(student.topological_order, MOST_LOOKS)
    if found is None:
        raise too_slow
    if not isinstance(found, tuple) or found[:1] != (True,):
        raise Failed(_("The order of a chain of {n} is wrong.").format(n=length), ORDER)
    with order_given(student, chain.order_found):  # the submission's own, which need not be found twice
        grad = chain.first_grad(student.backward, MOST_LOOKS)
    if grad is None:
        raise too_slow
    if not is_value(grad, 2.0**length if doubled else 1.0):
        raise Failed(_("The gradient at the beginning of a chain of {n} is wrong.").format(n=length), PUSHED)
