"""What a wrong value is, in terms of the quantities that the reference has in its hands: `dout` divided by `n`, what it must be
times `biases`.

A value is looked for over all calls in which it is wrong, so that chance has no say: three numbers or more, each to eight
digits, against some millions of formulas.
"""

import contextlib
import itertools
import math
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
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
FEW, ENTRIES = 4, 24  # calls at most, and entries of each, that are looked at first
ALIKE, TRIED = 8, 100  # formulas with the same entries there, and formulas that are tried on all calls, at most

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
_all = lambda v: tuple(range(1, v.ndim))
TO_NUMBER: dict[str, Callable[[Any], Any]] = {
    "sum": lambda v: v.sum(axis=_all(v)),
    "mean": lambda v: v.mean(axis=_all(v)),
    "largest": lambda v: v.max(axis=_all(v)),
    "length": lambda v: np.sqrt((v * v).sum(axis=_all(v))),
    "median": lambda v: np.median(v, axis=_all(v)),
}
OVER_ROWS: dict[str, Callable[[Any], Any]] = {
    "sum_rows": lambda v: v.sum(axis=1, keepdims=v.ndim > 2),
    "mean_rows": lambda v: v.mean(axis=1, keepdims=v.ndim > 2),
    "largest_of_rows": lambda v: v.max(axis=1, keepdims=v.ndim > 2),
}
OVER_COLUMNS: dict[str, Callable[[Any], Any]] = {
    "sum_columns": lambda v: v.sum(axis=-1, keepdims=True),
    "mean_columns": lambda v: v.mean(axis=-1, keepdims=True),
    "largest_of_columns": lambda v: v.max(axis=-1, keepdims=True),
}
TURNED: dict[str, Callable[[Any], Any]] = {"transposed": lambda v: v.transpose(0, *reversed(_all(v)))}
FLAT: dict[str, Callable[[Any], Any]] = {"flat": lambda v: v.reshape(len(v), -1)}
WITHIN: dict[str, Callable[[Any], Any]] = {
    "backwards": lambda v: v[:, ::-1],
    "columns_backwards": lambda v: v[..., ::-1],
    "cumulated": lambda v: np.cumsum(v, axis=1),
    "normalised": lambda v: v / v.sum(axis=_all(v), keepdims=True),
    "unit": lambda v: v / np.sqrt((v * v).sum(axis=_all(v), keepdims=True)),
    "unit_rows": lambda v: v / np.linalg.norm(v, axis=-1, keepdims=True),
    "centred": lambda v: v - v.mean(axis=_all(v), keepdims=True),
    "centred_rows": lambda v: v - v.mean(axis=1, keepdims=True),
    "softmax": lambda v: np.exp(v - v.max(axis=-1, keepdims=True)) / np.exp(v - v.max(axis=-1, keepdims=True)).sum(axis=-1, keepdims=True),
    "over_samples": lambda v: v / v.shape[1],
    "over_columns": lambda v: v / v.shape[-1],
    "over_size": lambda v: v / v[0].size,
    "first_row": lambda v: v * (np.arange(v.shape[1]) == 0).reshape((-1,) + (1,) * (v.ndim - 2)),
    "last_row": lambda v: v * (np.arange(v.shape[1]) == v.shape[1] - 1).reshape((-1,) + (1,) * (v.ndim - 2)),
}  # fmt: skip
CHANGES = UNARY | TO_NUMBER | OVER_ROWS | OVER_COLUMNS | TURNED | FLAT | WITHIN
SHAPES: tuple[tuple[Collection[str], Callable[[tuple[int, ...]], tuple[int, ...]]], ...] = (
    (TO_NUMBER, lambda shape: ()),
    (OVER_ROWS, lambda shape: (1, *shape[1:]) if len(shape) > 1 else ()),
    (OVER_COLUMNS, lambda shape: (*shape[:-1], 1)),
    (TURNED, lambda shape: shape[::-1]),
    (FLAT, lambda shape: (math.prod(shape),)),
    (WITHIN, lambda shape: shape),
)  # (changes of several arrays of one shape at once, what becomes of the shape)
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


@dataclass(eq=False)
class Term:
    """Something that a value may be made of. key: the same in every language; cost: how far it is from a plain name; form: in words,
    of its parts; make: gives its value of theirs; values: those that are worked out, by the number of the call."""

    key: str
    cost: int
    form: str
    make: Callable[..., Any] | None = None
    parts: tuple["Term", ...] = ()
    values: dict[int, Any] = field(default_factory=dict)

    def value(self, call: int) -> Any:
        """What it is in a call, None where it can't be worked out there."""
        if call not in self.values:
            of = [part.value(call) for part in self.parts]
            self.values[call] = None
            if self.make is not None and not any(one is None for one in of):
                with contextlib.suppress(ValueError, IndexError, TypeError, ZeroDivisionError):
                    self.values[call] = np.asarray(self.make(*of), dtype=float)
        return self.values[call]

    @property
    def said(self) -> str:
        """In words."""
        words = [part.said for part in self.parts] or [""]
        return _(self.form).format(n=words[0], a=words[0], b=words[-1])

    @property
    def is_size(self) -> bool:
        return self.key.startswith(("rows(", "columns("))

    def is_number(self, calls: int) -> bool:
        return all(np.size(self.value(call)) == 1 for call in range(calls))


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
        if formula := made.formula():
            return _say(seen, formula, _("{what} is {made}."))
        if (some := made.only_wrong()) and (formula := some.formula()):
            return _say(seen, formula, _("where it is wrong, {what} is {made}."))
    return None


def by_chains(seen: Seen) -> tuple[str, str] | None:
    """The same by a chain of operations, or by how it hangs together with what it must be."""
    calls = _numbers_in(seen)
    if calls is None or sum(np.size(m) for m, _r, _env in calls) > NUMBERS:
        return None
    return chains.described(seen.said, seen.key, calls, chains.CLOSE if seen.is_exact else chains.LOOSE)


def _numbers_in(seen):
    """The calls of a wrong value, None where it is no number in some of them."""
    calls = [call for call in seen.calls[:CALLS] if _is_number(call[0]) and _is_number(call[1])]
    return calls if calls and len(calls) == len(seen.calls[:CALLS]) else None


def _say(seen, formula, form):
    sentence = form.format(what=seen.said, made=formula[0])
    return sentence[0].upper() + sentence[1:], f"{seen.key}={formula[1]}"


@dataclass(frozen=True)
class _View:
    """Entries of one call's value: its shape, and their places where it is laid flat."""

    call: int
    shape: tuple[int, ...]
    places: Any

    def of(self, values: Any) -> Any:
        """These entries of several values at once: (values, entries)."""
        return chains.laid_out(values, self.shape)[:, self.places]


@dataclass
class _Values:
    """A wrong value over all calls as one row of numbers, mine, and what it may be made of.

    A few entries of a few calls are looked at first: whatever gives these is tried on all."""

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
        terms = [_plain("it", _(SHOULD), right)]
        for name in names:
            values = [np.asarray(env[name], dtype=float) for _m, _r, env in calls]
            terms.append(_plain(name.strip() + "'" * name.endswith(" "), _name(name), values))
        starts = np.cumsum([0, *(np.size(m) for m, _r, _env in calls)]).tolist()
        return cls(mine, np.concatenate([r.ravel() for r in right]) if same else None, terms, shapes, starts)

    def __post_init__(self):
        chosen = np.ones(self.starts[-1], bool) if self.chosen is None else self.chosen
        places = [np.flatnonzero(chosen[start:end]) for start, end in itertools.pairwise(self.starts)]
        self._whole = [_View(n, shape, its) for n, (shape, its) in enumerate(zip(self.shapes, places, strict=True)) if its.size]
        begins = np.cumsum([0, *(view.places.size for view in self._whole)])
        self._few, at = [], []
        for n in _telling([self.mine[one:two] for one, two in itertools.pairwise(begins)]):
            view = self._whole[n]
            some = np.linspace(0, view.places.size - 1, min(view.places.size, ENTRIES)).astype(int)
            self._few.append(_View(view.call, view.shape, view.places[some]))
            at.append(begins[n] + some)
        self._at = np.concatenate(at)
        self._mine = self.mine[self._at]

    def only_wrong(self):
        """The same of those numbers alone that are wrong, where some are right; None where that is not so, or there are few."""
        if self.should is None:
            return None
        wrong = ~(np.abs(self.mine - self.should) <= CLOSE * np.maximum(np.abs(self.should), 1e-3 * np.abs(self.should).max()))
        if wrong.all() or wrong.sum() <= ENOUGH:
            return None
        return replace(self, mine=self.mine[wrong], should=self.should[wrong], chosen=wrong)

    def formula(self):
        """What it is, in words and by its key, or None; nothing is said of what is right but for its kind or shape."""
        if self._gives(self.terms[0]):
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
        self._plain = self.terms + _sizes(self.terms[1:], len(self.shapes))
        rows, kept = self._rows_of(self._plain)
        stages = [(rows, kept), self._changed(self._plain, rows, kept)]
        if self.mine.size < sum(map(np.size, self.terms[-1].values.values())) or self.mine.size == len(self.shapes):
            apart = list(_apart(self.terms[1:], len(self.shapes)))
            rows, kept = self._rows_of(apart)
            stages += [(rows, kept), self._changed(apart, rows, kept)]
        stages.append(self._multiplied())
        for rows, kept in stages:
            if found := self._nearest(kept[n] for n in _equal(self._mine, rows)):
                return found.said, found.key
        one = Term("1", 0, "1", values=dict.fromkeys(range(len(self.shapes)), np.ones(())))
        stages.append(self._rows_of([one]))
        self._rows = np.concatenate([rows for rows, _kept in stages])
        self._kept = [term for _rows, kept in stages for term in kept]
        return None

    def of_two(self):
        return self._binary(self._rows, self._kept, self._rows, self._kept)

    def of_three(self):
        """One quantity, and two plain ones that meet."""
        rows, kept = self._rows_of([term for term in self._plain if term.cost == 0])
        pairs, terms = [np.zeros((0, self._mine.size))], list[Term]()
        for operation, (function, words, of_numbers) in OPERATIONS.items():
            both = [
                (n, m) for n in range(len(kept)) for m in range(len(kept)) if n < m or (n > m and operation in ("less", "over"))
            ]
            if both:
                ones, others = np.array(both).T
                pairs.append(function(rows[ones], rows[others]))
            for n, m in both:
                one, other = kept[n], kept[m]
                form = of_numbers if other.is_number(len(self.shapes)) else words
                terms.append(Term(f"({one.key}{SIGNS[operation]}{other.key})", 1, f"({form})", function, (one, other)))
        every = np.concatenate(pairs)
        fine = np.isfinite(every).all(axis=1)
        return self._binary(every[fine], list(itertools.compress(terms, fine)), self._rows, self._kept)

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
                words = _("{should} times one number, the same in every call, about {number:.4g}")
                return words.format(should=_(SHOULD), number=np.median(factor)), "it*number"
        return None

    def cut_off(self):
        if self.should is None or self.chosen is not None:
            return None
        cut, kept, signs = 0, 0, set[float]()
        for start, end in itertools.pairwise(self.starts):
            m, r = self.mine[start:end], self.should[start:end]
            limit = np.abs(m).max()
            over = (np.abs(m) >= limit * (1 - CLOSE)) & (np.abs(r) > limit * (1 + CLOSE)) & (np.sign(m) == np.sign(r))
            if not (np.abs(m - r)[~over] <= CLOSE * np.abs(r)[~over]).all():
                return None
            cut, kept, signs = cut + int(over.sum()), kept + int((~over).sum()), signs | set(np.sign(r[over]).tolist())
        if cut > 1 and kept > 1:
            beyond = _("above") if signs == {1.0} else _("below") if signs == {-1.0} else _("further from 0 than")
            words = _("{should}, cut off where it is {beyond} some number")
            return words.format(should=_(SHOULD), beyond=beyond), "cut(it)"
        return None

    def _rows_of(self, terms):
        """(a row of those entries that are looked at first for each term that can have the shapes that are wanted, those terms)."""
        rows, kept = [], []
        for term in terms:
            if (row := self._row(term, self._few)) is not None:
                rows.append(row)
                kept.append(term)
        return _finite(np.array(rows).reshape(len(rows), self._mine.size), kept)

    def _row(self, term, views):
        """The entries of a term in some calls, None where it has another shape in one of these."""
        row = []
        for view in views:
            value = term.value(view.call)
            if value is None or not chains.reaches(value.shape, view.shape):
                return None
            row.append(view.of(value[None])[0])
        return np.concatenate(row)

    def _changed(self, terms, rows, kept):
        """The same of terms that are changed in one way. rows, kept: of these terms as they are."""
        every = [_finite(function(rows), [_of(kind, term) for term in kept]) for kind, function in UNARY.items()]
        for shapes, some in self._by_shapes(terms).items():
            stacks = [np.stack([term.value(view.call) for term in some]) for view in self._few]
            for group, shape_of in SHAPES:
                if not all(chains.reaches(shape_of(shape), view.shape) for shape, view in zip(shapes, self._few, strict=True)):
                    continue
                for kind in group:
                    made = [view.of(CHANGES[kind](stack)) for view, stack in zip(self._few, stacks, strict=True)]
                    fine = [_may_be(kind, term, self._calls) for term in some]
                    changed = [_of(kind, term) for term in itertools.compress(some, fine)]
                    every.append(_finite(np.concatenate(made, axis=1)[fine], changed))
        kept = [term for _rows, some in every for term in some]
        fine = [not term.parts[0].is_size or term.key.startswith("root(") for term in kept]
        return np.concatenate([some for some, _kept in every])[fine], list(itertools.compress(kept, fine))

    def _multiplied(self):
        """The same of matrix products."""
        made, kept = [np.zeros((0, self._mine.size))], list[Term]()
        for lefts, rights in _that_fit(self._plain, self.shapes):
            row = []
            for view in self._few:
                one, other = (np.stack([term.value(view.call) for term in some]) for some in (lefts, rights))
                row.append(view.of((one[:, None] @ other).reshape(-1, *view.shape)))
            made.append(np.concatenate(row, axis=1))
            kept += [_product(one, other) for one in lefts for other in rights]
        return _finite(np.concatenate(made), kept)

    def _by_shapes(self, terms):
        """{their shapes in the calls that are looked at first: those of some terms that are arrays everywhere}."""
        found: dict[tuple, list[Term]] = {}
        for term in terms:
            if not term.is_size and all(term.value(call).ndim for call in self._calls):
                found.setdefault(tuple(term.value(view.call).shape for view in self._few), []).append(term)
        return found

    @property
    def _calls(self):
        return range(len(self.shapes))

    def _gives(self, term):
        """Whether a term is the wrong value in every call."""
        row = self._row(term, self._whole)
        return row is not None and _close(row, self.mine)

    def _nearest(self, terms):
        """Of some terms, the nearest to a plain name that is the wrong value in every call, or None."""
        some = sorted(terms, key=lambda term: term.cost)[:TRIED]
        return next((term for term in some if self._gives(term)), None)

    def _binary(self, firsts, first_terms, seconds, second_terms):
        """Two terms that meet in one operation: of all that fit, those nearest to plain names; None where none does."""
        mine = self._mine
        weights = np.random.default_rng(7).uniform(0.5, 1.5, mine.size)
        aims = {"plus": mine - seconds, "less": mine + seconds, "times": mine / seconds, "over": mine * seconds}
        prints = firsts @ weights
        order = np.argsort(prints, kind="stable")
        ordered, meet = prints[order], []
        for operation, wanted in aims.items():
            sums = wanted @ weights
            fine = np.isfinite(sums)
            low = np.searchsorted(ordered, sums - np.abs(sums) * 1e-7 - 1e-12)
            high = np.searchsorted(ordered, sums + np.abs(sums) * 1e-7 + 1e-12)
            both = [
                (m, n)
                for n in np.flatnonzero(fine & (high > low))
                for m in order[low[n] : min(high[n], low[n] + ALIKE)]
                if _cost(first_terms[m], second_terms[n]) <= MOST_COST
                and not (first_terms[m] is second_terms[n] and operation in ("less", "over"))
            ]
            ones, others = np.array(both, dtype=int).reshape(-1, 2).T
            for k in _equal(mine, OPERATIONS[operation][0](firsts[ones], seconds[others])):
                first, second = first_terms[ones[k]], second_terms[others[k]]
                meet.append((_cost(first, second), first, second, operation))
        meet.sort(key=lambda one: one[0])
        found = next((one for one in meet[:TRIED] if self._is_made(*one[1:])), None)
        if found is None:
            return None
        _price, first, second, operation = found
        if operation in ("plus", "times") and (second.key == "it" or first.key == "1"):
            first, second = second, first
        form = OPERATIONS[operation][2 if second.is_number(len(self.shapes)) else 1]
        return _(form).format(a=first.said, b=second.said), f"{first.key}{SIGNS[operation]}{second.key}"

    def _is_made(self, first, second, operation):
        """Whether the wrong value is made of two terms in every call, both of which do something."""
        one, other = self._row(first, self._whole), self._row(second, self._whole)
        if one is None or other is None or not np.isfinite([one, other]).all():
            return False
        if operation in ("plus", "less") and self.should is not None and all(_is_multiple(n, self.should) for n in (one, other)):
            return False  # a number times what it must be, and no more
        return _close(OPERATIONS[operation][0](one, other), self.mine) and _matters(one, other, operation)


def _cost(first, second):
    """Of a formula of two terms."""
    return first.cost + second.cost + 2 * ("it" not in (first.key, second.key))


def _telling(rows):
    """The numbers of a few calls whose entries tell most: with enough different ones, and not many."""
    different = [len(np.unique(row)) for row in rows]
    order = sorted(range(len(rows)), key=lambda n: (different[n] < ENTRIES // 2, abs(different[n] - ENTRIES // 2)))
    seen = itertools.accumulate(different[n] for n in order)
    few = sum(1 for total in seen if total < ENTRIES) + 1
    return sorted(order[: min(max(few, 2), FEW)])


def _finite(rows, kept):
    fine = np.isfinite(rows).all(axis=1)
    return (rows, kept) if fine.all() else (rows[fine], list(itertools.compress(kept, fine)))


def _plain(key, said, values):
    return Term(key, 0, said.replace("{", "{{").replace("}", "}}"), values=dict(enumerate(values)))


def _of(kind, term):
    """A term changed in one way."""
    make = UNARY.get(kind) or (lambda value: CHANGES[kind](value[None])[0])
    return Term(f"{kind}({term.key})", term.cost + 1, WORDS[kind], make, (term,))


def _name(name):
    if name.endswith("()"):
        return _("what `{function}` returned").format(function=name[:-2])
    if name.startswith("="):
        return _("what `{name}` must be").format(name=name[1:])
    return f"`{name}`" if not name.endswith(" ") else _("`{name}` from before").format(name=name.strip())


def _sizes(terms, calls):
    """How many rows and columns there are, as numbers."""
    found = {}
    for term in terms:
        values = [term.value(call) for call in range(calls)]
        for axis, kind, said in ((0, "rows", _("the number of rows of {n}")), (-1, "columns", _("the number of columns of {n}"))):
            if all(value.ndim > (axis == -1) and value.size for value in values):
                sizes = tuple(value.shape[axis] for value in values)
                if sizes not in found and (len(set(sizes)) > 1 or sizes[0] > 3):  # 2 or 3, again and again, may be anything
                    known = {call: np.asarray(float(size)) for call, size in enumerate(sizes)}
                    found[sizes] = Term(f"{kind}({term.key})", 1, said, None, (term,), known)
    return list(found.values())


def _may_be(kind, term, calls):
    """Whether the calls are enough, and of enough rows, for it to be no chance that one row of each is the first, say."""
    return kind not in ("first_row", "last_row") or math.prod(len(term.value(call)) for call in calls) >= 30


def _apart(terms, calls):
    """How far two quantities of one shape are apart."""
    relative = _("the absolute difference of {a} and {b}, relative to {b}")
    for one, other in itertools.combinations(terms, 2):
        both = [(one.value(call), other.value(call)) for call in range(calls)]
        if all(a.shape == b.shape and a.ndim for a, b in both):
            keys = f"{one.key}-{other.key}"
            yield Term(f"({keys})", 1, _("the difference of {a} and {b}"), np.subtract, (one, other))
            yield Term(f"abs({keys})", 1, _("the absolute difference of {a} and {b}"), lambda a, b: np.abs(a - b), (one, other))
            yield Term(f"square({keys})", 1, _("the squared difference of {a} and {b}"), lambda a, b: (a - b) ** 2, (one, other))
            for pair in ((one, other), (other, one)):
                yield Term(f"relative({pair[0].key},{pair[1].key})", 1, relative, lambda a, b: np.abs(a - b) / np.abs(b), pair)


def _that_fit(terms, shapes):
    """Yield (lefts, rights) whose matrix products have the shapes that are wanted: quantities as they are, transposed, or one of them
    changed."""
    calls = range(len(shapes))
    by_shapes: dict[Any, list[Term]] = {}
    for term in terms:
        of = [term.value(call).shape for call in calls]
        if all(len(shape) == 2 for shape in of):
            turned = Term(f"{term.key}.T", term.cost, WORDS["transposed"], np.transpose, (term,))
            by_shapes.setdefault(tuple(of), []).append(term)
            by_shapes.setdefault(tuple(shape[::-1] for shape in of), []).append(turned)
    changed = {
        key: [_of(kind, term) for term in some for kind in IN_PRODUCTS if _may_be(kind, term, calls)]
        for key, some in by_shapes.items()
    }
    for (left, lefts), (right, rights) in itertools.product(by_shapes.items(), repeat=2):
        if all((a[0], b[1]) == shape and a[1] == b[0] for a, b, shape in zip(left, right, shapes, strict=True)):
            yield from ((lefts, rights), (lefts, changed[right]), (changed[left], rights))


def _product(one, other):
    said = _("the matrix product of {a} and {b}")
    return Term(f"({one.key}@{other.key})", 2 + one.cost + other.cost, said, np.matmul, (one, other))


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
