"""What a wrong value is, in terms of the quantities that the reference has in its hands: `dout` divided by `n`, what it must be
times `biases`.

A value is looked for over all calls in which it is wrong, so that chance has no say: three numbers or more, each to eight
digits, against some millions of formulas.
"""

import itertools
import math
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from grader.exam.record import ABSENT, Record, apart, at
from grader.exam.whys import chains
from grader.exam.whys.sentences import WRAPS
from grader.sandbox import wire
from grader.words import _

CLOSE = 1e-8  # relative, of each number
ENOUGH = 3  # different numbers
MOST_COST = 4  # of a formula: how far it is from a plain name
QUANTITIES, CALLS, NUMBERS = 20, 12, 2_000  # at most: names, calls, numbers in all of these

UNARY: dict[str, Callable[[Any], Any]] = {
    "abs": np.abs,
    "square": np.square,
    "root": lambda v: np.sqrt(np.abs(v)),
    "sign": np.sign,
    "log": np.log,
    "exp": np.exp,
    "negative": np.negative,
    "reciprocal": lambda v: 1 / v,
    "complement": lambda v: 1 - v,
    "less_one": lambda v: v - 1,
    "double": lambda v: 2 * v,
    "half": lambda v: v / 2,
    "positive": lambda v: np.maximum(v, 0),
    "squashed": np.tanh,
    "rounded": np.round,
    "whole": np.trunc,
    "softened": lambda v: v / (1 + np.abs(v)),
    "cube": lambda v: v**3,
    "arctan": np.arctan,
    "softplus": lambda v: np.logaddexp(0, v),
    "sigmoid": lambda v: np.exp(-np.logaddexp(0, -v)),
    "less_than_exp": np.expm1,
}
OF_ARRAYS: dict[str, Callable[[Any], Any]] = {
    "sum": np.sum,
    "mean": np.mean,
    "largest": np.max,
    "length": np.linalg.norm,
    "median": np.median,
    "sum_rows": lambda v: v.sum(axis=0, keepdims=v.ndim > 1),
    "sum_columns": lambda v: v.sum(axis=-1, keepdims=True),
    "mean_rows": lambda v: v.mean(axis=0, keepdims=v.ndim > 1),
    "mean_columns": lambda v: v.mean(axis=-1, keepdims=True),
    "largest_of_rows": lambda v: v.max(axis=0, keepdims=v.ndim > 1),
    "largest_of_columns": lambda v: v.max(axis=-1, keepdims=True),
    "transposed": np.transpose,
    "flat": np.ravel,
    "backwards": lambda v: v[::-1],
    "columns_backwards": lambda v: v[..., ::-1],
    "cumulated": lambda v: np.cumsum(v, axis=0),
    "normalised": lambda v: v / v.sum(),
    "unit": lambda v: v / np.linalg.norm(v),
    "unit_rows": lambda v: v / np.linalg.norm(v, axis=-1, keepdims=True),
    "centred": lambda v: v - v.mean(),
    "centred_rows": lambda v: v - v.mean(axis=0),
    "softmax": lambda v: np.exp(v - v.max(axis=-1, keepdims=True)) / np.exp(v - v.max(axis=-1, keepdims=True)).sum(axis=-1, keepdims=True),
    "over_samples": lambda v: v / len(v),
    "over_columns": lambda v: v / v.shape[-1],
    "over_size": lambda v: v / v.size,
    "first_row": lambda v: v * (np.arange(len(v)) == 0).reshape((-1,) + (1,) * (v.ndim - 1)),
    "last_row": lambda v: v * (np.arange(len(v)) == len(v) - 1).reshape((-1,) + (1,) * (v.ndim - 1)),
}  # fmt: skip
IN_PRODUCTS = ("abs", "sign", "square", "positive", "centred_rows", "first_row", "last_row", "backwards", "unit_rows")
WORDS = {
    **WRAPS,
    "whole": _("{n} with what is behind the point cut off"),
    "softened": _("{n} divided by one more than its absolute value"),
    "cube": _("the third power of {n}"),
    "arctan": _("the arctangent of {n}"),
    "softplus": _("the logarithm of one and the exponential of {n}"),
    "sigmoid": _("the sigmoid of {n}"),
    "less_than_exp": _("the exponential of {n} less one"),
    "softmax": _("the softmax of {n}"),
    "centred_rows": _("{n} less its mean over the first axis"),
    "length": _("the length of {n} as a vector"),
    "median": _("the median of {n}"),
    "largest_of_rows": _("the largest of {n} along its first axis"),
    "largest_of_columns": _("the largest of {n} along its last axis"),
    "columns_backwards": _("{n} with its last axis in the opposite order"),
    "unit_rows": _("{n} with each row divided by its length"),
}
SHOULD = _("what it must be")
OPERATIONS = {
    "plus": (np.add, _("{a} plus {b}"), _("{a} plus {b}")),
    "less": (np.subtract, _("{a} less {b}"), _("{a} less {b}")),
    "times": (np.multiply, _("{a} times {b}, entry by entry"), _("{a} times {b}")),
    "over": (np.divide, _("{a} divided by {b}, entry by entry"), _("{a} divided by {b}")),
}  # {operation: (function, words, words where the second is one number)}

SIGNS = {"plus": "+", "less": "-", "times": "*", "over": "/"}


@dataclass(frozen=True)
class Term:
    """Something that a value may be made of. said: in words; key: the same in every language; cost: how far it is from a plain
    name; values: one for each call."""

    said: str
    key: str
    cost: int
    values: list[Any]

    @property
    def is_size(self) -> bool:
        return self.key.startswith(("rows(", "columns("))

    @property
    def is_number(self) -> bool:
        return all(np.size(value) == 1 for value in self.values)


@dataclass(frozen=True)
class Seen:
    """One wrong value: what it is called, what it is known by, for each call the submission's, the reference's, and {name: value}
    of what the reference had in its hands; and the parts that are judged by it."""

    said: str
    key: str
    calls: list[tuple[Any, Any, dict[str, Any]]]
    parts: frozenset[str]
    is_exact: bool = True  # else right solutions differ there in small constants


def found(seen: Seen) -> tuple[str, str] | None:
    """(sentence, what it is known by) of what a wrong value is, None where nothing simple gives it."""
    if (calls := _numbers_in(seen)) is None or not seen.is_exact:
        return None
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        made = _Values.of(calls)
        if made is None:
            return None
        if told := made.told():
            return _say(seen, told, _("{what} is {made}."))
        if (some := made.only_wrong()) and (told := some.told()):
            return _say(seen, told, _("where it is wrong, {what} is {made}."))
    return None


def by_chains(seen: Seen) -> tuple[str, str] | None:
    """The same by a chain of operations, or by how it hangs together with what it must be."""
    calls = _numbers_in(seen)
    if calls is None or sum(np.size(m) for m, _r, _env in calls) > NUMBERS:
        return None
    return chains.told(seen.said, seen.key, calls, chains.CLOSE if seen.is_exact else chains.LOOSE)


def _numbers_in(seen):
    """The calls of a wrong value, None where it is no number in some of them."""
    calls = [call for call in seen.calls[:CALLS] if _is_number(call[0]) and _is_number(call[1])]
    return calls if calls and len(calls) == len(seen.calls[:CALLS]) else None


def _say(seen, told, form):
    sentence = form.format(what=seen.said, made=told[0])
    return sentence[0].upper() + sentence[1:], f"{seen.key}={told[1]}"


@dataclass
class _Values:
    """A wrong value over all calls as one row of numbers, mine, and what it may be made of."""

    mine: Any
    should: Any  # what it must be, None where that has another shape
    terms: list[Term]  # plain ones, the first of them what it must be
    shapes: list[tuple[int, ...]]
    starts: list[int]  # where each call begins in the row, and where the last one ends
    chosen: Any = None  # which of the numbers are looked at, where not all are

    @classmethod
    def of(cls, calls):
        """None where there is too much of it, or what is no number."""
        mine = np.concatenate([np.ravel(np.asarray(m, dtype=float)) for m, _r, _env in calls])
        if mine.size > NUMBERS or not np.isfinite(mine).all():
            return None
        right = [np.asarray(r, dtype=float) for _m, r, _env in calls]
        shapes = [np.shape(m) for m, _r, _env in calls]
        same = all(r.shape == shape for r, shape in zip(right, shapes, strict=True))
        names = [name for name in calls[0][2] if all(name in env for _m, _r, env in calls)][:QUANTITIES]
        terms = [Term(_(SHOULD), "it", 0, right)]
        terms += [
            Term(
                _name(name),
                name.strip() + "'" * name.endswith(" "),
                0,
                [np.asarray(env[name], dtype=float) for _m, _r, env in calls],
            )
            for name in names
        ]
        starts = np.cumsum([0, *(np.size(m) for m, _r, _env in calls)]).tolist()
        return cls(mine, np.concatenate([r.ravel() for r in right]) if same else None, terms, shapes, starts)

    def only_wrong(self):
        """The same of those numbers alone that are wrong, where some are right; None where that is not so, or there are few."""
        if self.should is None:
            return None
        wrong = ~(np.abs(self.mine - self.should) <= CLOSE * np.maximum(np.abs(self.should), 1e-3 * np.abs(self.should).max()))
        if wrong.all() or wrong.sum() <= ENOUGH:
            return None
        return replace(self, mine=self.mine[wrong], should=self.should[wrong], chosen=wrong)

    def told(self):
        """What it is, in words and by its key, or None; nothing is said of what is right but for its kind or shape."""
        if _equal(self.mine, self.rows_of(self.terms[:1])[0]):
            return None
        if len(np.unique(np.round(self.mine, 10))) < ENOUGH:
            return self.one_number()
        return (
            self.rounded()
            or self.of_one()
            or self.one_more()
            or self.of_two()
            or self.by_a_number()
            or self.cut_off()
            or self.of_three()
        )

    def one_number(self):
        """All entries of an array are the same, in which they must differ."""
        sizes = np.diff(self.starts)
        if (
            self.mine.size <= ENOUGH
            or sizes.min() <= 1
            or np.ptp(self.mine)
            or (self.should is not None and not np.ptp(self.should))
        ):
            return None
        return ("0", "0") if not self.mine.any() else (_("one and the same number everywhere"), "constant")

    def rounded(self):
        if self.should is not None and any(np.array_equal(self.mine, np.round(self.should, digits)) for digits in range(7)):
            return _("{should}, rounded to a few places").format(should=_(SHOULD)), "round(it)"
        return None

    def of_one(self):
        """One quantity, as it is or changed in one way; or a matrix product."""
        self.plain = self.terms + _sizes(self.terms[1:])
        every = [
            *self.plain,
            *(unary for term in self.plain for unary in _unary(term) if not term.is_size or unary.key.startswith("root(")),
        ]
        if self.mine.size < sum(map(np.size, self.terms[-1].values)) or self.mine.size == len(self.shapes):
            every += [one for term in _apart(self.terms[1:]) for one in (term, *_unary(term))]
        self.rows, self.kept = self.rows_of(every)
        if alike := _equal(self.mine, self.rows):
            return _told(self.kept[n] for n in alike)
        rows, kept = self.rows_of(_products(self.plain, self.shapes))
        if alike := _equal(self.mine, rows):
            return _told(kept[n] for n in alike)
        ones, one = self.rows_of([Term("1", "1", 0, [np.ones(())] * len(self.shapes))])
        self.rows, self.kept = np.concatenate([self.rows, rows, ones]), [*self.kept, *kept, *one]
        return None

    def of_two(self):
        return _binary(self.mine, self.should, self.rows, self.kept, self.rows, self.kept)

    def of_three(self):
        """One quantity, and two plain ones that meet."""
        pairs = _pairs(*self.rows_of([term for term in self.plain if term.cost == 0]))
        return _binary(self.mine, self.should, *pairs, self.rows, self.kept) if len(pairs[0]) else None

    def one_more(self):
        """What it must be, and one number more."""
        if self.should is None:
            return None
        more, size = self.mine - self.should, max(np.abs(self.mine).max(), np.abs(self.should).max())
        if np.ptp(more) <= CLOSE * size and np.abs(more).max() > 1e-3 * size:
            return _("{should} and one number more, the same in every entry").format(should=_(SHOULD)), "it+number"
        return None

    def by_a_number(self):
        """What it must be times one number that no quantity is."""
        if self.should is None:
            return None
        if len(self.shapes) > 1 and self.should.all() and self.mine.any():
            factor = self.mine / self.should
            if np.ptp(factor) <= 1e-5 * np.abs(factor).max():
                return _("{should} times one number, the same in every call").format(should=_(SHOULD)), "it*number"
        return None

    def cut_off(self):
        if self.should is None or self.chosen is not None:
            return None
        cut = kept = 0
        for start, end in itertools.pairwise(self.starts):
            m, r = self.mine[start:end], self.should[start:end]
            limit = np.abs(m).max()
            over = (np.abs(m) >= limit * (1 - CLOSE)) & (np.abs(r) > limit * (1 + CLOSE)) & (np.sign(m) == np.sign(r))
            if not (np.abs(m - r)[~over] <= CLOSE * np.abs(r)[~over]).all():
                return None
            cut, kept = cut + int(over.sum()), kept + int((~over).sum())
        if cut > 1 and kept > 1:
            return _("{should}, cut off where it is larger than some number").format(should=_(SHOULD)), "cut(it)"
        return None

    def rows_of(self, terms):
        """(a row of numbers for each term that can have the shapes that are wanted, those terms)."""
        rows, kept = [], []
        for term in terms:
            row = np.empty(self.starts[-1])
            try:
                for value, shape, (start, end) in zip(term.values, self.shapes, itertools.pairwise(self.starts), strict=True):
                    row[start:end] = np.ravel(value if np.shape(value) == shape else np.broadcast_to(value, shape))
            except ValueError:
                continue
            row = row if self.chosen is None else row[self.chosen]
            if np.isfinite(row).all():
                rows.append(row)
                kept.append(term)
        return np.array(rows).reshape(len(rows), self.mine.size), kept


def _told(terms):
    """The nearest to a plain name of some terms: in words, and by its key."""
    best = min(terms, key=lambda term: term.cost)
    return best.said, best.key


def _name(name):
    if name.endswith("()"):
        return _("what `{function}` returned").format(function=name[:-2])
    if name.startswith("="):
        return _("what `{name}` must be").format(name=name[1:])
    return f"`{name}`" if not name.endswith(" ") else _("`{name}` from before").format(name=name.strip())


def _sizes(terms):
    """How many rows and columns there are, as numbers."""
    found = {}
    for term in terms:
        for axis, kind, said in ((0, "rows", _("the number of rows of {n}")), (-1, "columns", _("the number of columns of {n}"))):
            if all(value.ndim > (axis == -1) and value.size for value in term.values):
                sizes = tuple(value.shape[axis] for value in term.values)
                if sizes not in found and (len(set(sizes)) > 1 or sizes[0] > 3):  # 2 or 3, again and again, may be anything
                    found[sizes] = Term(
                        said.format(n=term.said), f"{kind}({term.key})", 1, [np.asarray(float(size)) for size in sizes]
                    )
    return list(found.values())


def _is_no_chance(values):
    """Whether the calls are enough, and of enough rows, for it to be no chance that one row of each is the first, say."""
    return all(value.ndim for value in values) and math.prod(len(value) for value in values) >= 30


def _unary(term):
    arrays = all(value.ndim for value in term.values)
    for kind, function in {**UNARY, **(OF_ARRAYS if arrays else {})}.items():
        if kind in ("first_row", "last_row") and not _is_no_chance(term.values):
            continue
        try:
            values = [np.asarray(function(value), dtype=float) for value in term.values]
        except (ValueError, IndexError, TypeError, ZeroDivisionError):
            continue
        yield Term(_(WORDS[kind]).format(n=term.said), f"{kind}({term.key})", term.cost + 1, values)


def _apart(terms):
    """How far two quantities of one shape are apart."""
    for one, other in itertools.combinations(terms, 2):
        both = list(zip(one.values, other.values, strict=True))
        if all(a.shape == b.shape and a.ndim for a, b in both):
            words = {"a": one.said, "b": other.said}
            yield Term(
                _("the difference of {a} and {b}").format(**words), f"({one.key}-{other.key})", 1, [a - b for a, b in both]
            )
            yield Term(
                _("the absolute difference of {a} and {b}").format(**words),
                f"abs({one.key}-{other.key})",
                1,
                [np.abs(a - b) for a, b in both],
            )
            yield Term(
                _("the squared difference of {a} and {b}").format(**words),
                f"square({one.key}-{other.key})",
                1,
                [(a - b) ** 2 for a, b in both],
            )
            relative = _("the absolute difference of {a} and {b}, relative to {b}")
            yield Term(
                relative.format(**words), f"relative({one.key},{other.key})", 1, [np.abs(a - b) / np.abs(b) for a, b in both]
            )
            yield Term(
                relative.format(a=other.said, b=one.said),
                f"relative({other.key},{one.key})",
                1,
                [np.abs(a - b) / np.abs(a) for a, b in both],
            )


def _products(terms, shapes):
    """Matrix products that have the shapes that are wanted, of the quantities as they are, transposed, or one of them changed."""
    flat = [term for term in terms if all(value.ndim == 2 for value in term.values)]
    either = [
        *flat,
        *(
            Term(_(WORDS["transposed"]).format(n=term.said), f"{term.key}.T", term.cost, [v.T for v in term.values])
            for term in flat
        ),
    ]
    functions = {**UNARY, **OF_ARRAYS}
    changed = [
        Term(
            _(WORDS[kind]).format(n=one.said),
            f"{kind}({one.key})",
            one.cost + 1,
            [functions[kind](value) for value in one.values],
        )
        for one in either
        for kind in IN_PRODUCTS
        if kind not in ("first_row", "last_row") or _is_no_chance(one.values)
    ]
    every = [*either, *changed]
    by_shapes: dict[Any, list[Term]] = {}
    for term in every:
        by_shapes.setdefault(tuple(value.shape for value in term.values), []).append(term)
    for left_shapes, lefts in by_shapes.items():
        if not all(left[0] == shape[0] for left, shape in zip(left_shapes, shapes, strict=True) if len(shape) == 2):
            continue
        for right_shapes, rights in by_shapes.items():
            if all((a[0], b[1]) == shape and a[1] == b[0] for a, b, shape in zip(left_shapes, right_shapes, shapes, strict=True)):
                for one, other in itertools.product(lefts, rights):
                    if one.cost + other.cost < 2:
                        values = [a @ b for a, b in zip(one.values, other.values, strict=True)]
                        words = _("the matrix product of {a} and {b}").format(a=one.said, b=other.said)
                        yield Term(words, f"({one.key}@{other.key})", 2 + one.cost + other.cost, values)


def _pairs(rows, kept):
    """Two plain names that meet in one operation: rows, and terms."""
    made, terms = [], []
    for one, other in itertools.product(range(len(rows)), repeat=2):
        for operation, (function, words, of_numbers) in OPERATIONS.items():
            if one != other and (operation in ("less", "over") or one < other):
                row = function(rows[one], rows[other])
                if np.isfinite(row).all() and _matters(rows[one], rows[other], operation):
                    form = of_numbers if kept[other].is_number else words
                    made.append(row)
                    said, key = (
                        _(form).format(a=kept[one].said, b=kept[other].said),
                        f"({kept[one].key}{SIGNS[operation]}{kept[other].key})",
                    )
                    terms.append(Term(f"({said})", key, 1, []))
    return np.array(made), terms


def _binary(mine, should, firsts, first_terms, seconds, second_terms):
    """Two terms that meet in one operation: of all that fit, those nearest to plain names; None where none does."""
    weights = np.random.default_rng(7).uniform(0.5, 1.5, mine.size)
    aims = {"plus": mine - seconds, "less": mine + seconds, "times": mine / seconds, "over": mine * seconds}
    prints = firsts @ weights
    order = np.argsort(prints)
    best = None
    for operation, wanted in aims.items():
        fine = np.isfinite(wanted).all(axis=1)
        sums = np.where(fine, wanted @ weights, np.nan)
        low = np.searchsorted(prints[order], sums - np.abs(sums) * 1e-7 - 1e-12)
        high = np.searchsorted(prints[order], sums + np.abs(sums) * 1e-7 + 1e-12)
        for n in np.flatnonzero(fine & (high > low)):
            for m in order[low[n] : min(high[n], low[n] + 4)]:
                first, second = first_terms[m], second_terms[n]
                cost = first.cost + second.cost + 2 * ("it" not in (first.key, second.key))
                if (
                    cost > MOST_COST
                    or (best is not None and cost >= best[0])
                    or (first is second and operation in ("less", "over"))
                ):
                    continue
                if (
                    operation in ("plus", "less")
                    and should is not None
                    and all(_is_multiple(one, should) for one in (firsts[m], seconds[n]))
                ):
                    continue  # a number times what it must be, and no more
                if _close(OPERATIONS[operation][0](firsts[m], seconds[n]), mine) and _matters(firsts[m], seconds[n], operation):
                    best = cost, first, second, operation
    if best is None:
        return None
    _cost, first, second, operation = best
    if operation in ("plus", "times") and second.key == "it":
        first, second = second, first
    form = OPERATIONS[operation][2 if second.is_number else 1]
    return _(form).format(a=first.said, b=second.said), f"{first.key}{SIGNS[operation]}{second.key}"


def _is_multiple(row, should):
    """Whether a row is one number times what it must be."""
    factor = row / np.where(should == 0, 1, should)
    return bool(np.ptp(factor[should != 0]) <= CLOSE * np.abs(factor).max()) if (should != 0).any() else False


def _matters(first, second, operation):
    """Whether both terms do something: what adds 0, or multiplies by 1, is no part of a formula."""
    if (operation in ("times", "over") and (second == 1).all()) or (operation == "times" and (first == 1).all()):
        return False
    return bool(first.any() and second.any())


def _equal(mine, rows):
    """Numbers of the rows that are `mine`, the first of them first."""
    scale = CLOSE * np.maximum(np.abs(mine), 1e-3 * np.abs(mine).max(initial=0.0))
    return np.flatnonzero((np.abs(rows - mine) <= scale).all(axis=1)).tolist()


def _close(one, mine):
    return bool(_equal(mine, one[None]))


def _is_number(value):
    return type(value) in (int, float) or (type(value) is np.ndarray and value.dtype.kind in "fib" and value.size > 0)


def wrong_values(
    record: Record,
    lost: Collection[str],
    right: Mapping[int, dict[str, Any]],
    had: Mapping[int, dict[str, Any]],
    known: Mapping[str, Collection[str]],
    words: Collection[str],
    free: Collection[tuple[int, str, tuple]],
    loose: Collection[tuple[int, str, tuple]] = (),
) -> Iterator[Seen]:
    """Each wrong value of what the parts `lost` are judged by, in the order in which they are met; steps of parameters first.

    right: {number of a turn: the reference's observations}; had: the same of the reference watched in every call; known: {function:
    names in it that the lesson has}; words: all these; free: leaves that say nothing; loose: leaves in which right solutions differ
    in small constants."""
    not_exact: set[tuple] = set()
    groups: dict[tuple, tuple[str, list]] = {}
    spoilt: dict[Any, set[str]] = {}  # {an object: attributes that were wrong, and may be still}
    last: dict[Any, dict[str, Any]] = {}  # what the reference had in its hands in the latest call of an object
    # objects, and askers, of calls that raised, or altered what they were given: what comes of it is no other mistake
    stopped: set[Any] = set()
    for n, reference in right.items():
        turn, mine = record.turns[n]
        request, parts = turn.request, record.serves.get(turn.asker, set()) & set(lost)
        for handle in wire.handles(request.get("args")) if request["do"] == "call" else ():
            spoilt.pop(handle, None)  # whoever is handed over may be made anew
        if request["do"] == "set":
            spoilt.pop(request["on"].number, None)
        if request["do"] not in ("call", "get") or not parts:
            continue
        called = record.called(turn) if request["do"] == "call" else ""
        owner = getattr(request.get("on"), "number", None)
        if ("error" in mine and "error" not in reference) or ("args" in mine and "args" not in reference):
            stopped |= {owner, turn.asker}
        if not stopped.isdisjoint((owner, turn.asker)):
            continue
        env = last.get(owner, {})
        if request["do"] == "call":
            new = _quantities(had.get(n, {}), known.get(called) or known.get("__call__", frozenset()))
            wrong = spoilt.get(owner, set())  # what the submission has there is another value than the reference has
            if owner is not None and called and _is_number(reference.get("value")):
                new[f"{called}()"] = reference["value"]  # of use to the calls after this one
            env = last[owner] = {name: value for name, value in {**env, **new}.items() if name.strip() not in wrong}
            env = {name: value for name, value in env.items() if name != f"{called}()"}
        for path in apart(mine.get("value", ABSENT), reference.get("value", ABSENT)):
            if (n, "value", path) in free:
                continue
            if request["do"] == "get":
                spoilt.setdefault(owner, set()).add(request["name"])
            name = request["name"] if request["do"] == "get" else called
            key = (request["do"], record.kind_of(turn), name, path)
            m, r = at(mine.get("value", ABSENT), path), at(reference.get("value", ABSENT), path)
            if (n, "value", path) in loose:
                not_exact.add(key)
            beside = _beside(reference["value"], path) if path else {}
            groups.setdefault(key, (_words(request["do"], name if name in words else "", path), []))[1].append(
                (m, r, {**env, **beside}, parts)
            )
            if path and type(path[-1]) is str:  # the same for all keys of a dict
                of_key = {label.partition("[")[0]: v for label, v in env.items() if label.endswith(f"[{path[-1]!r}]")}
                pooled = groups.setdefault(
                    (*key[:3], (*path[:-1], "*"), "each"),
                    (_("each entry of what `{function}` returns").format(function=name), []),
                )
                if of_key and name in words:
                    pooled[1].append((m, r, of_key, parts))
            before = env.get(name + " ")
            if request["do"] == "get" and before is not None and np.shape(before) == np.shape(m) == np.shape(r) and _is_number(m):
                words = _("the step of `{name}`").format(name=name)
                step = np.subtract(before, m), np.subtract(before, r), env, parts
                groups.setdefault((*key, "step"), (words, []))[1].append(step)
    whole = lambda key, calls: key[-1] != "step" or len(calls) == len(groups[key[:-1]][1])  # a step is known of each
    groups = {key: group for key, group in groups.items() if group[1] and whole(key, group[1])}
    ordered = sorted(
        groups.items(), key=lambda group: (len({part for call in group[1][1] for part in call[3]}), group[0][-1] != "step")
    )
    for key, (words, calls) in ordered:
        name = f"{key[2]}{list(key[3]) if key[3] else ''}"
        judged = frozenset(part for call in calls for part in call[3])
        exact = key not in not_exact
        yield Seen(words, name, [call[:3] for call in calls], judged, exact)
        for part in sorted(judged) if len(judged) > 1 else ():  # where not all are wrong in the same way
            some = [call[:3] for call in calls if part in call[3]]
            if len(some) < len(calls):
                yield Seen(words, name, some, frozenset([part]), exact)


def _beside(answer, path):
    """What stands beside a value in the reference's answer, under other keys of a dict."""
    around = at(answer, path[:-1])
    if type(around) is not dict:
        return {}
    return {f"={key}": value for key, value in around.items() if key != path[-1] and _is_number(value)}


def _words(do, name, path):
    keys = [step for step in path if type(step) is str]
    if keys or (do == "get" and name):
        return f"`{keys[-1] if keys else name}`"
    if not name:
        return _("what your code hands on")
    if path and type(path[-1]) is int:
        which = (_("the first"), _("the second"), _("the third"))
        return _("{which} of what `{function}` returns").format(which=which[min(path[-1], 2)], function=name)
    return _("what `{function}` returns").format(function=name)


def _paths(value, path=()):
    if type(value) is dict:
        for key, item in value.items():
            yield from _paths(item, (*path, key))
    elif type(value) in (list, tuple):
        for n, item in enumerate(value):
            yield from _paths(item, (*path, n))
    elif value is not ABSENT:
        yield path


def _quantities(observed: Mapping[str, Any], known: Collection[str]) -> dict[str, Any]:
    """{name: value} of what the code had in its hands that may be named; with a space behind it, what stood there before."""
    quantities = {}
    for label, values in observed.items():
        if not label.startswith("had "):
            continue
        name = label[4:].removeprefix("self.")
        if name.partition("[")[0] not in known or name == "return":
            continue
        numbers: list[Any] = [
            value for value in values if _is_number(value) and np.isfinite(np.asarray(value, dtype=float)).all()
        ]
        if numbers:
            quantities[name] = numbers[-1]
            if len(numbers) > 1 and (label.startswith("had self.") or name + " " in known):
                quantities[name + " "] = numbers[0]
    return quantities
