"""What a wrong value is where one operation doesn't give it: a chain of them, or how it hangs together with what it must be.

Chains end in one number for each call or each row: every entry changed, brought together, changed again. What can't be put down
to any is said as far as it is true by itself: in which rows, by which factor or term a value is off.
"""

import functools
import itertools
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from grader.words import _

CLOSE, LOOSE = 1e-8, 3e-5  # relative; loose where right solutions differ in small constants
FEWEST = 3  # different numbers that a chain must give
MOST_CALLS, MOST_COST = 4, 5.0
ENOUGH = 6  # entries of a call that is looked at first
PLACES, TRIED = 16, 50  # at most: places in it that are looked at, and what is tried on all calls
IT = _("what it must be")
Call = tuple[Any, Any, dict[str, Any]]
Explanation = tuple[str, str]  # in words, by its key


ENTRIES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "": ("{n}", lambda v: v),
    "log": (_("the logarithm of {n}"), np.log),
    "abs": (_("the absolute value of {n}"), np.abs),
    "square": (_("the square of {n}"), np.square),
    "exp": (_("the exponential of {n}"), np.exp),
    "complement": (_("one less {n}"), lambda v: 1 - v),
    "log_complement": (_("the logarithm of one less {n}"), lambda v: np.log(1 - v)),
    "log_one_more": (_("the logarithm of one and {n}"), np.log1p),
    "root": (_("the root of {n}"), lambda v: np.sqrt(np.abs(v))),
    "reciprocal": (_("one over {n}"), lambda v: 1 / v),
    "times_log": (_("{n} times its logarithm"), lambda v: v * np.log(v)),
    "sigmoid": (_("the sigmoid of {n}"), lambda v: 1 / (1 + np.exp(-v))),
    "tanh": (_("tanh of {n}"), np.tanh),
    "positive": (_("{n} with what is negative set to 0"), lambda v: np.maximum(v, 0)),
    "cube": (_("the third power of {n}"), lambda v: v**3),
    "slope": (_("{n} times one less {n}"), lambda v: v * (1 - v)),
}
TOGETHER: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "sum": (_("the sum of {n} over {axis}"), lambda v: v.sum(axis=-1)),
    "mean": (_("the mean of {n} over {axis}"), lambda v: v.mean(axis=-1)),
    "largest": (_("the largest of {n} along {axis}"), lambda v: v.max(axis=-1)),
    "smallest": (_("the smallest of {n} along {axis}"), lambda v: v.min(axis=-1)),
    "length": (_("the length of {n} along {axis}"), lambda v: np.sqrt((v**2).sum(axis=-1))),
    "first": (_("the first of {n} along {axis}"), lambda v: v[..., 0]),
    "last": (_("the last of {n} along {axis}"), lambda v: v[..., -1]),
    "product": (_("the product of {n} along {axis}"), lambda v: v.prod(axis=-1)),
    "median": (_("the median of {n} along {axis}"), lambda v: np.median(v, axis=-1)),
    "deviation": (_("the standard deviation of {n} along {axis}"), lambda v: v.std(axis=-1)),
}
OUTER = ("", "log", "root", "square")
AFTER = ("", "log", "abs", "square", "exp", "complement", "root", "reciprocal")
PICKED = {
    "sorted": (_("{n} at the labels sorted"), lambda v, t: v[np.arange(len(t)), np.sort(t)]),
    "backwards": (_("{n} at the labels in the opposite order"), lambda v, t: v[np.arange(len(t)), t[::-1]]),
    "next": (_("{n} at the class after the right one"), lambda v, t: v[np.arange(len(t)), (t + 1) % v.shape[1]]),
    "before": (_("{n} at the class before the right one"), lambda v, t: v[np.arange(len(t)), t - 1]),
    "exchanged": (
        _("{n} with the labels as numbers of samples and the samples as numbers of classes"),
        lambda v, t: v[t % len(t), np.arange(len(t)) % v.shape[1]],
    ),
    "flat": (_("{n} laid flat, at the labels"), lambda v, t: v.ravel()[t]),
    "all_columns": (_("the columns of {n} at all labels, for every sample"), lambda v, t: v[:, t].mean(axis=1)),
    "weighted": (_("{n} at the right classes"), lambda v, t: v[np.arange(len(t)), t]),
}


@dataclass
class Chain:
    """What a number for each call, or for each row, is made by."""

    said: str
    key: str
    cost: float
    values: list[Any] = field(repr=False)  # one for each call


def described(what: str, key: str, calls: Sequence[Call], close: float) -> Explanation | None:
    """(a sentence, what it is known by) of what a wrong value is; None where nothing of this kind is seen.

    what: what the value is called, key: what it is known by."""
    calls = [(np.asarray(m, dtype=float), np.asarray(r, dtype=float), _plain(env)) for m, r, env in calls]
    if not all(m.size and m.shape == r.shape and np.isfinite(m).all() and np.isfinite(r).all() for m, r, _env in calls):
        return None
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        found = _of_numbers(calls, close) if all(not m.ndim for m, _r, _env in calls) else _of_arrays(calls, close)
    if found is None:
        return None
    sentence = _("{what} is {made}.").format(what=what, made=found[0])
    return sentence[0].upper() + sentence[1:], f"{key}={found[1]}"


def _plain(env):
    """The quantities, labels one-hot beside what has a column for each class."""
    found = {name: np.asarray(value, dtype=float) for name, value in env.items() if not name.startswith("=")}
    tables = [value for value in found.values() if value.ndim == 2]
    labels = {name: value for name, value in env.items() if np.ndim(value) == 1 and np.asarray(value).dtype.kind in "iu"}
    for name, value in labels.items():
        table = next((v for v in tables if len(v) == len(value) and value.size and value.max() < v.shape[1]), None)
        if table is not None:
            found[name] = np.eye(table.shape[1])[np.asarray(value)]
    return found


def _names(calls):
    """The quantities that there are in all calls, each once."""
    found: dict[str, list[Any]] = {}
    for name in calls[0][2]:
        if all(name in env for _m, _r, env in calls):
            values = [env[name] for _m, _r, env in calls]
            if not any(_same(values, others) for others in found.values()):
                found[name] = values
    return list(found)[:14]


def _said(name):
    return _("`{name}` from before").format(name=name.strip()) if name.endswith(" ") else f"`{name}`"


def _key(name):
    return name.strip() + "'" * name.endswith(" ")


# One number for each call.


def _of_numbers(calls, close):
    calls = _unlike(calls)
    mine, right = (np.array([float(call[n]) for call in calls]) for n in (0, 1))
    if len(calls) < FEWEST or not mine.any():
        return None
    if found := _by_sizes(mine, right, calls, close):
        return found
    aims = [(mine, "{n}", "{}", 0.0)]
    if np.abs(mine - right).min() > 1e-3 * np.abs(right).max():
        aims.append((mine - right, _("{it} and {{n}} more").format(it=IT), "it+{}", 1.0))
    factors, best = _factors(calls), None
    for chains in _to_numbers(calls):
        values = np.where(
            np.isfinite(chains.values) & (np.abs(chains.values) > 1e-9), chains.values, np.nan
        )  # no rounding errors
        quotients = values[:, 0] / values[:, 1]
        for (aim, form, of, price), (factor, said, name, more) in itertools.product(aims, factors):
            if aim is not mine and name:
                continue
            wanted = aim[0] * factor[1] / (aim[1] * factor[0])  # of the two calls that are looked at first
            near = np.flatnonzero(np.abs(quotients - wanted) <= 2 * close * abs(wanted))
            ratios = aim / (values[near] * factor)
            fine = (np.ptp(ratios, axis=1) <= close * np.abs(ratios[:, 0])) & (ratios[:, 0] != 0)
            fine &= np.ptp(values[near], axis=1) > 1e-3 * np.abs(values[near][:, 0])
            for n, ratio in zip(near[fine], ratios[fine], strict=True):
                if len(calls) < FEWEST + chains.chooses(n):
                    continue
                cost = price + more + chains.cost(n)
                if best is not None and cost >= best[0]:
                    continue
                whole = next((c for c in (1.0, -1.0) if abs(ratio.mean() - c) < 10 * close), None)
                cost += 0.0 if whole == 1 else 0.3 if whole else 1.0
                if best is None or cost < best[0]:
                    words, key = chains.described(n)
                    best = cost, said.format(n=words), f"{key}{name}", whole, form, of
    if best is None or best[0] > MOST_COST:
        return None
    _cost, words, key, whole, form, of = best
    if whole == -1:
        words, key = _("{n} with its sign turned").format(n=words), f"-{key}"
    elif whole is None:
        words, key = _("{n} times one number").format(n=words), f"number*{key}"
    return form.format(n=words), of.format(key)


def _unlike(calls):
    """A few of the calls, no two of which give the same number: of as many shapes as there are."""
    seen: dict[float, Any] = {}
    for call in calls:
        seen.setdefault(round(float(call[0]), 8), call)
    by_shape: dict[Any, list[Call]] = {}
    for call in seen.values():
        by_shape.setdefault(tuple(sorted((name, value.shape) for name, value in call[2].items())), []).append(call)
    turns = itertools.zip_longest(*by_shape.values())
    return [call for turn in turns for call in turn if call is not None][:MOST_CALLS]


def _by_sizes(mine, right, calls, close):
    """What it must be, times or divided by sizes and numbers that the code had in its hands."""
    ratios = mine / right
    if not np.isfinite(ratios).all():
        return None
    if np.ptp(ratios) <= close * np.abs(ratios).max():
        words = _("{it} times one number, the same in every call, about {number:.4g}")
        return words.format(it=IT, number=np.median(ratios)), "it*number"
    for factor, said, name, _more in _factors(calls):
        if name and np.ptp(ratios / factor) <= close * np.abs(ratios / factor).max():
            constant = (ratios / factor).mean()
            words = said.format(n=IT)
            return (words if abs(constant - 1) < 10 * close else _("{n} times one number").format(n=words)), f"it{name}"
    return None


def _factors(calls):
    """(a factor for each call, what it makes of {n}, by its key, its cost) of powers of sizes."""
    found = [(np.ones(len(calls)), "{n}", "", 0.0)]
    tables = [name for name in _names(calls) if all(env[name].ndim == 2 for _m, _r, env in calls)]
    for axis, what, size in ((0, _("the number of rows"), "rows"), (1, _("the number of columns"), "columns")):
        sizes = np.array([float(env[tables[0]].shape[axis]) for _m, _r, env in calls]) if tables else np.ones(len(calls))
        if np.ptp(sizes):
            found += [
                (1 / sizes, _("{{n}}, divided by {what}").format(what=what), f"/{size}", 0.2),
                (sizes, _("{{n}}, times {what}").format(what=what), f"*{size}", 0.2),
                (sizes**-0.5, _("{{n}}, divided by the root of {what}").format(what=what), f"/root_{size}", 0.4),
                (sizes**0.5, _("{{n}}, times the root of {what}").format(what=what), f"*root_{size}", 0.4),
                (sizes**-2, _("{{n}}, divided by {what} twice").format(what=what), f"/{size}/{size}", 0.4),
            ]
    if tables:
        entries = np.array([float(env[tables[0]].size) for _m, _r, env in calls])
        if np.ptp(entries):
            found.append((1 / entries, _("{n}, divided by the number of entries"), "/entries", 0.3))
    return found


@dataclass
class _Chains:
    """Numbers of many chains of one base. values: (chains, calls); shape: how many outer changes, ways together, and vectors."""

    said: str
    key: str
    base_cost: float
    is_table: bool
    values: Any
    shape: tuple[int, int, int]

    def described(self, n: int) -> tuple[str, str]:
        o, t, k = np.unravel_index(n, self.shape)
        form, of = _described(self.is_table, int(k))
        together = list(TOGETHER.items())[t]
        words = together[1][0].format(n=form.format(n=self.said), axis=_("the samples"))
        key = f"{together[0]}({of.format(self.key)})"
        return ENTRIES[OUTER[o]][0].format(n=words), f"{OUTER[o]}({key})" if OUTER[o] else key

    def chooses(self, n: int) -> bool:
        """Whether it is one of the samples that a chain takes: another choice may have met the same."""
        return list(TOGETHER)[np.unravel_index(n, self.shape)[1]] in ("largest", "smallest", "first", "last", "median")

    def cost(self, n: int) -> float:
        o, _t, k = np.unravel_index(n, self.shape)
        return self.base_cost + 0.5 + (1.0 if o else 0.0) + _vector_cost(self.is_table, int(k))


def _to_numbers(calls) -> Iterator[_Chains]:
    """Chains that give a number for each call."""
    for said, key, cost, bases in _bases(calls):
        if not all(base.ndim == bases[0].ndim and base.ndim in (1, 2) for base in bases):
            continue
        columns = []
        for base in bases:
            vectors = _vectors(base)
            numbers = np.stack([function(vectors) for _words, function in TOGETHER.values()])
            columns.append(np.stack([ENTRIES[o][1](numbers) for o in OUTER]))
        yield _Chains(said, key, cost, bases[0].ndim == 2, np.stack([c.ravel() for c in columns], axis=1), columns[0].shape)


def _vectors(base):
    """Many (vectors, samples) of a base: every entry changed, brought together where it is a table, and changed again."""
    changed = np.stack([change(base) for _words, change in ENTRIES.values()])
    together = changed[None] if base.ndim == 1 else np.stack([function(changed) for _words, function in TOGETHER.values()])
    return np.stack([ENTRIES[a][1](together) for a in AFTER]).reshape(-1, len(base))


def _places(is_table, k):
    """(which change after, which way together or None, which change before) of a vector."""
    a, r, e = np.unravel_index(k, (len(AFTER), len(TOGETHER) if is_table else 1, len(ENTRIES)))
    return AFTER[a], list(TOGETHER)[r] if is_table else None, list(ENTRIES)[e]


def _described(is_table, k):
    """(form in words, form of the key) of a vector."""
    a, r, e = _places(is_table, k)
    form, key = ENTRIES[e][0], f"{e}({{}})" if e else "{}"
    if r:
        form, key = TOGETHER[r][0].replace("{axis}", _("its last axis")).replace("{n}", form), f"{r}_of_rows({key})"
    return ENTRIES[a][0].replace("{n}", form), f"{a}({key})" if a else key


def _vector_cost(is_table, k):
    a, r, e = _places(is_table, k)
    return 0.5 * (bool(a) + bool(r) + bool(e))


def _bases(calls):
    """(in words, key, cost, values) of what chains begin with."""
    names = _names(calls)
    for name in names:
        values = [env[name] for _m, _r, env in calls]
        if values[0].ndim:
            yield _said(name), _key(name), 0.0, values
    tables = [name for name in names if all(env[name].ndim == 2 for _m, _r, env in calls)]
    for one, other in itertools.permutations(tables, 2):
        both = [(env[one], env[other]) for _m, _r, env in calls]
        if not all(a.shape == b.shape for a, b in both):
            continue
        words = {"a": _said(one), "b": _said(other)}
        if one < other:
            yield (
                _("the difference of {a} and {b}").format(**words),
                f"({_key(one)}-{_key(other)})",
                0.5,
                [a - b for a, b in both],
            )
            yield _("{a} times {b}").format(**words), f"({_key(one)}*{_key(other)})", 0.5, [a * b for a, b in both]
        if all(((b == 0) | (b == 1)).all() and (b.sum(axis=1) == 1).all() for _a, b in both):
            at = [b.argmax(axis=1) for _a, b in both]
            for kind, (form, pick) in PICKED.items():
                try:
                    picked = [pick(a, t) for (a, _b), t in zip(both, at, strict=True)]
                except IndexError:
                    continue
                yield form.format(n=_said(one)), f"{kind}({_key(one)})", 0.5, picked
            weighted = [np.log(a[np.arange(len(t)), t]) * t for (a, _b), t in zip(both, at, strict=True)]
            said = _("the logarithm of {n} at the right classes, times the number of the class").format(n=_said(one))
            yield said, f"log_times_label({_key(one)})", 1.0, weighted


def _same(values, others):
    return all(a.shape == b.shape and np.array_equal(a, b) for a, b in zip(values, others, strict=True))


# Arrays.


def _of_arrays(calls, close):
    mine, right = [call[0] for call in calls], [call[1] for call in calls]
    if len(np.unique(np.round(np.concatenate([m.ravel() for m in mine]), 9))) < FEWEST:
        return None
    for way in (_moved, _terms, _factors_of_calls, _of_rows, _softmaxes, _deeper, _vaguely):
        if found := way(calls, mine, right, close):
            return found
    return None


def _alike(one, other, close):
    size = np.abs(other).max()
    return one.shape == other.shape and bool(np.isfinite(size) and np.abs(one - other).max() <= close * max(size, 1e-12))


def _all_alike(ones, others, close):
    return all(_alike(one, other, close) for one, other in zip(ones, others, strict=True))


def _moved(calls, mine, right, close):
    """The right entries in other places."""
    if sum(max(len(r) - 1, 0) for r in right if r.ndim) < 2:
        return None
    for step, said, key in (
        (1, _("{it}, each row in the place of the next"), "rolled"),
        (-1, _("{it}, each row in the place of the one before"), "rolled_back"),
    ):
        if all(r.ndim for r in right) and _all_alike(mine, [np.roll(r, step, axis=0) for r in right], close):
            return said.format(it=IT), key
        if all(r.ndim == 2 for r in right) and _all_alike(mine, [np.roll(r, step, axis=1) for r in right], close):
            return _("{it}, with its columns moved on by one").format(it=IT), f"columns_{key}"
    if all(r.ndim == 2 for r in right) and _all_alike(mine, [r.T.ravel().reshape(r.shape) for r in right], close):
        return _("{it}, filled in column by column").format(it=IT), "by_column"
    tables = all(r.ndim == 2 for r in right)
    order = lambda v: v[np.lexsort(np.round(v, 7).T)]
    if tables and _all_alike([order(m) for m in mine], [order(r) for r in right], close):
        return _("{it}, with its rows in another order").format(it=IT), "rows_moved"
    if tables and _all_alike([order(m.T) for m in mine], [order(r.T) for r in right], close):
        return _("{it}, with its columns in another order").format(it=IT), "columns_moved"
    if _all_alike([np.sort(m.ravel()) for m in mine], [np.sort(r.ravel()) for r in right], close):
        return _("{it}, with its entries in other places").format(it=IT), "entries_moved"
    return None


def _terms(calls, mine, right, close):
    """What it must be, and something more."""
    more = [m - r for m, r in zip(mine, right, strict=True)]
    if not all(one.any() for one in more):
        return None
    for name in _names(calls):
        try:
            values = [np.broadcast_to(env[name], m.shape) for (_m, _r, env), m in zip(calls, mine, strict=True)]
        except ValueError:
            continue
        if not all(value.any() for value in values) or sum(np.ptp(value) > 0 for value in values) < 1:
            continue
        shares = [float((d * v).sum() / (v * v).sum()) for d, v in zip(more, values, strict=True)]
        if not _all_alike(more, [share * value for share, value in zip(shares, values, strict=True)], max(close, 1e-7)):
            continue
        if not _is_no_chance(values):
            continue
        words = {"it": IT, "n": _said(name)}
        if np.ptp(shares) <= 1e-6 * np.abs(shares).max():
            if abs(shares[0] - 1) < 1e-6:
                return _("{it} and {n} more").format(**words), f"it+{_key(name)}"
            return _("{it} and {n} times one number more, the same in every call").format(**words), f"it+number*{_key(name)}"
        return _("{it} and a multiple of {n} more").format(**words), f"it+multiple*{_key(name)}"
    return None


def _factors_of_calls(calls, mine, right, close):
    """What it must be, times a number of each call."""
    shares = [_share(m, r, close) for m, r in zip(mine, right, strict=True)]
    if None in shares or not _is_no_chance(mine):
        return None
    if np.ptp(shares) <= close * np.abs(shares).max():
        if len(calls) < 2:
            return None
        words = _("{it} times one number, the same in every call, about {number:.4g}")
        return words.format(it=IT, number=np.median(shares)), "it*number"
    if found := _named_number(np.array(shares), calls, close):
        return found[0].format(it=IT), f"it{found[1]}"
    return _("{it} times a number, another one in each call").format(it=IT), "it*number_of_call"


def _is_no_chance(arrays):
    """Whether there are enough numbers beside one of each call that is chosen so that they fit."""
    return sum(array.size - 1 for array in arrays) >= FEWEST


def _share(one, other, close):
    """The number that one array is, times the other; None where there is none."""
    size = (other * other).sum()
    share = float((one * other).sum() / size) if size else 0.0
    return share if share and _alike(one, share * other, close) else None


def _named_number(shares, calls, close):
    """What a factor of each call is, as ({it}-form, key), where chains give it."""
    if len(np.unique(np.round(shares, 9))) < 2:
        return None
    scalars = [
        Chain(_said(name), _key(name), 0.0, [float(env[name]) for _m, _r, env in calls])
        for name in _names(calls)
        if all(not env[name].ndim for _m, _r, env in calls)
    ]
    squares = [Chain(_("the square of {n}").format(n=one.said), f"square({one.key})", 0.5, list(np.square(one.values))) for one in scalars]  # fmt: skip
    ways = ((_("{{it}} times {n}"), "*", 1), (_("{{it}} divided by {n}"), "/", -1))
    for chain, (form, key, power) in itertools.product([*scalars, *squares], ways):
        values = np.asarray(chain.values, dtype=float)
        if values.all() and np.abs(shares - values**power).max() <= close * np.abs(shares).max():
            return form.format(n=chain.said), f"{key}{chain.key}"
    best = None
    for chains in _to_numbers(calls) if len(np.unique(np.round(shares, 9))) > 2 else ():
        for form, key, power in ways:
            fits = np.abs(chains.values - shares**power) <= close * np.abs(shares**power)
            for n in np.flatnonzero(fits.all(axis=1))[:200]:
                if best is None or chains.cost(n) < best[0]:
                    words, of = chains.described(n)
                    best = chains.cost(n), form.format(n=words), f"{key}{of}"
    return best[1:] if best else None


def _of_rows(calls, mine, right, close):
    """A quantity with each row, or each column, times a number of its own."""
    if not all(m.ndim == 2 and min(m.shape) > 0 for m in mine) or sum(len(m) * (m.shape[1] > 1) for m in mine) < FEWEST:
        return None
    bases = [(IT, "it", 0.0, right)]
    for name in _names(calls):
        values = [env[name] for _m, _r, env in calls]
        if all(value.shape == m.shape for value, m in zip(values, mine, strict=True)):
            for e, (words, change) in ENTRIES.items():
                made = [change(value) for value in values]
                if all(np.isfinite(value).all() for value in made):
                    bases.append((words.format(n=_said(name)), f"{e}({_key(name)})", 0.5, made))
    for said, key, _cost, base in bases:
        numbers = [_row_numbers(m, b, close) for m, b in zip(mine, base, strict=True)]
        if any(number is None for number in numbers) or not np.ptp(np.concatenate(numbers)) > 1e-6:
            continue
        if found := _named_rows(numbers, calls, base, close):
            words = found[0].format(n=said).replace("{own}", said)
            return words, found[1].format(key)
        if key == "it":
            return _("{it} with each row times a number of its own").format(it=IT), "it*rows"
    return None


def _row_numbers(one, other, close):
    """For each row the number that it is, times the other array's; None where some row is none."""
    sizes = (other * other).sum(axis=1)
    if not sizes.all():
        return None
    shares = (one * other).sum(axis=1) / sizes
    return shares if _alike(one, shares[:, None] * other, close) and shares.all() else None


def _named_rows(numbers, calls, base, close):
    """What the numbers of rows are, as (form in words, form of the key), where chains of rows give them."""
    mine = np.concatenate(numbers)
    tables = [("{own}", "{0}", base)] + [
        (_said(name), _key(name), [env[name] for _m, _r, env in calls])
        for name in _names(calls)
        if all(env[name].ndim == 2 and len(env[name]) == len(n) for (_m, _r, env), n in zip(calls, numbers, strict=True))
    ]
    best = None
    for said, key, values in tables:
        rows, begun = _vectors(values[0]), len(numbers[0])
        for form, sign, power in (
            (_("{{n}} with each row divided by {m}"), "/", -1),
            (_("{{n}} with each row times {m}"), "*", 1),
        ):
            wanted = mine**power
            within = close * np.abs(wanted).max()
            if len(rows) and rows.shape[1] == begun and (np.abs(rows - wanted[:begun]) <= within).all(axis=1).any():
                rows = np.concatenate([rows, *map(_vectors, values[1:])], axis=1)  # else the first call is enough
            fits = np.abs(rows - wanted[: rows.shape[1]]) <= within
            for k in np.flatnonzero(fits.all(axis=1))[:200]:
                cost = _vector_cost(True, int(k))
                if best is None or cost < best[0]:
                    words, of = _described(True, int(k))
                    best = cost, form.format(m=words.format(n=said)), "{0}" + sign + of.format(key.replace("{0}", "own"))
    return best[1:] if best else None


def _softmax(v):
    powers = np.exp(v - v.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


INNER: dict[str, tuple[str, Callable[[Any], Any]]] = {
    **{name: ENTRIES[name] for name in ("", "abs", "square", "sigmoid", "tanh", "positive", "exp", "log", "root")},
    "negative": (_("{n} with its sign turned"), np.negative),
    "double": (_("twice {n}"), lambda v: 2 * v),
    "half": (_("half of {n}"), lambda v: v / 2),
    "unit_rows": (_("{n} with each row divided by its length"), lambda v: v / np.linalg.norm(v, axis=-1, keepdims=True)),
    "standardised": (
        _("{n} with each row less its mean and divided by its standard deviation"),
        lambda v: (v - v.mean(axis=-1, keepdims=True)) / v.std(axis=-1, keepdims=True),
    ),
    "normalised": (_("{n} with each row divided by its sum"), lambda v: v / v.sum(axis=-1, keepdims=True)),
    "over_columns": (_("{n} divided by the number of columns"), lambda v: v / v.shape[-1]),
    "over_largest": (_("{n} divided by the largest of its row"), lambda v: v / v.max(axis=-1, keepdims=True)),
    "over_largest_absolute": (
        _("{n} divided by the largest absolute value of its row"),
        lambda v: v / np.abs(v).max(axis=-1, keepdims=True),
    ),
    "over_rows": (_("{n} divided by the number of rows"), lambda v: v / len(v)),
}


def _softmaxes(calls, mine, right, close):
    """The softmax of something else, or rows of something divided by their sums."""
    for name in _names(calls):
        values = [env[name] for _m, _r, env in calls]
        if not all(value.shape == m.shape and value.ndim for value, m in zip(values, mine, strict=True)):
            continue
        for key, (words, change) in INNER.items():
            inner = [change(value) for value in values]
            said = words.format(n=_said(name))
            if not all(np.isfinite(value).all() for value in inner):
                continue
            if key and _all_alike(mine, [_softmax(value) for value in inner], close):
                return _("the softmax of {n}").format(n=said), f"softmax({key}({_key(name)}))"
            if _all_alike(mine, [value / value.sum(axis=-1, keepdims=True) for value in inner], close):
                return _("{n} with each row divided by its sum").format(n=said), f"{key}({_key(name)})/sum"
            if _all_alike(mine, [value / np.abs(value).sum(axis=-1, keepdims=True) for value in inner], close):
                return _("{n} with each row divided by the sum of its absolute values").format(
                    n=said
                ), f"{key}({_key(name)})/abs_sum"
    return None


_laid = lambda v: v.reshape(len(v), -1)
WIDER: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "sum_rows": (_("{n} summed over its first axis"), lambda v: v.sum(axis=1)),
    "mean_rows": (_("the mean of {n} over its first axis"), lambda v: v.mean(axis=1)),
    "sum_columns": (_("{n} summed over its last axis"), lambda v: v.sum(axis=-1, keepdims=True)),
    "mean_columns": (_("the mean of {n} over its last axis"), lambda v: v.mean(axis=-1, keepdims=True)),
    "largest_of_rows": (_("the largest of {n} along its first axis"), lambda v: v.max(axis=1)),
    "largest_of_columns": (_("the largest of {n} along its last axis"), lambda v: v.max(axis=-1, keepdims=True)),
    "length_of_rows": (_("the length of each column of {n}"), lambda v: np.sqrt((v * v).sum(axis=1))),
    "cumulated": (_("{n} added up row by row"), lambda v: np.cumsum(v, axis=1)),
    "cumulated_columns": (_("{n} added up along its last axis"), lambda v: np.cumsum(v, axis=-1)),
    "softmax": (_("the softmax of {n}"), _softmax),
    "marked": (_("{n} as one-hot: 1 at the largest of each row"), lambda v: (v == v.max(axis=-1, keepdims=True)).astype(float)),
    "sum": (_("the sum of all of {n}"), lambda v: _laid(v).sum(axis=1)),
    "mean": (_("the mean of all of {n}"), lambda v: _laid(v).mean(axis=1)),
    "first_half": (_("the first half of {n}"), lambda v: v[:, : v.shape[1] // 2]),
    "first_row": (_("the first row of {n}"), lambda v: v[:, 0]),
    "last_row": (_("the last row of {n}"), lambda v: v[:, -1]),
    "rolled": (_("{n} moved on by one row"), lambda v: np.roll(v, 1, axis=1)),
    "rolled_back": (_("{n} moved back by one row"), lambda v: np.roll(v, -1, axis=1)),
    "negative": (_("{n} with its sign turned"), np.negative),
}  # of several arrays of one shape at once
CHANGES = ENTRIES | WIDER


def _deeper(calls, mine, right, close):
    """Two changes of one quantity, alone or where it meets another; the difference of two that are changed, over the batch."""
    quantities = [(_said(name), _key(name), [env[name] for _m, _r, env in calls]) for name in _names(calls)]
    quantities = [one for one in quantities if one[2][0].ndim]
    tables = [one for one in quantities if all(value.shape == m.shape for value, m in zip(one[2], mine, strict=True))]
    if found := _halves(calls, mine, close) or _differences(tables, mine, close):
        return found
    pairs = [
        (_("{a} times {b}").format(a=a[0], b=b[0]), f"({a[1]}*{b[1]})", [x * y for x, y in zip(a[2], b[2], strict=True)])
        for a, b in itertools.combinations(tables, 2)
    ]
    aims = [("{n}", "{}", mine)]
    for said, key, values in tables:
        if all(value.all() for value in values):
            meet = [m / value for m, value in zip(mine, values, strict=True)]
            aims.append((_("{a} times {{n}}, entry by entry").format(a=said), f"{key}*{{}}", meet))
            slope = [r / value for r, value in zip(right, values, strict=True)]
            quantities.append((_("what {a} must be multiplied by").format(a=said), f"(it/{key})", slope))
    call = max(range(len(calls)), key=lambda n: (min(mine[n].size, ENOUGH), -mine[n].size))
    aims = [aim for aim in aims if np.ptp(aim[2][call])]
    for changes, bases in ((CHANGES, quantities), (ENTRIES, pairs)):
        likely = _twice_changed([one[2][call] for one in bases], changes, [aim[2][call] for aim in aims], close)
        for base, first, second, aim in likely[:TRIED]:
            (said, key, values), (form, of, wanted) = bases[base], aims[aim]
            made = [_try(second, _try(first, value)) for value in values]
            if all(v is not None and _fits(v, a, close) for v, a in zip(made, wanted, strict=True)):
                inner = CHANGES[second][0].format(n=CHANGES[first][0].format(n=said))
                return form.format(n=inner), of.format(f"{second}({first}({key}))" if second else f"{first}({key})")
    return None


def _twice_changed(bases, changes, aims, close):
    """[(the number of a base, a first change, a second one or "", the number of an aim)] of those that give an aim at a few places of
    one call."""
    if not aims:
        return []
    shape, found, order = aims[0].shape, [], list(changes)
    places = np.linspace(0, aims[0].size - 1, min(aims[0].size, PLACES)).astype(int)
    wanted = np.stack([aim.ravel()[places] for aim in aims])
    limits = close * np.maximum([np.abs(aim).max() for aim in aims], 1e-12)

    def note(who, second, rows):
        which, aim = np.nonzero(np.abs(rows[:, :1] - wanted[:, 0]) <= limits)
        fits = (np.abs(rows[which] - wanted[aim]) <= limits[aim, None]).all(axis=1)
        found.extend((*who[n], second, int(m)) for n, m in zip(which[fits], aim[fits], strict=True))

    for who, stack in _once_changed(bases, changes):
        if reaches(stack.shape[1:], shape):
            rows = laid_out(stack, shape)[:, places]
            for second, (_words, change) in ENTRIES.items():
                note(who, second, change(rows))
        for second in changes.keys() - ENTRIES.keys() if stack.ndim > 1 else ():
            twice = CHANGES[second][1](stack)
            if twice.size and reaches(twice.shape[1:], shape):
                note(who, second, laid_out(twice, shape)[:, places])
    return sorted(found, key=lambda one: (one[0], order.index(one[1]), order.index(one[2]), one[3]))


def _once_changed(bases, changes):
    """([(the number of a base, its change)], their values) for each shape that these have."""
    by_shape: dict[tuple[int, ...], list[int]] = {}
    for n, base in enumerate(bases):
        by_shape.setdefault(base.shape, []).append(n)
    found: dict[tuple[int, ...], tuple[list[tuple[int, str]], list[Any]]] = {}
    for numbers in by_shape.values():
        stack = np.stack([bases[n] for n in numbers])
        for first in (one for one in changes if one):
            made = CHANGES[first][1](stack)
            if made.size:
                fine = np.isfinite(made.reshape(len(made), -1)).all(axis=1)
                who, values = found.setdefault(made.shape[1:], ([], []))
                who += [(n, first) for n in itertools.compress(numbers, fine)]
                values.append(made[fine])
    return [(who, np.concatenate(values)) for who, values in found.values()]


@functools.lru_cache(maxsize=1000)
def reaches(shape: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Whether a value of one shape can be laid out in another."""
    return len(shape) <= len(wanted) and all(a in (1, b) for a, b in zip(shape[::-1], wanted[::-1], strict=False))


def laid_out(values: Any, shape: tuple[int, ...]) -> Any:
    """Several values of one shape at once, each laid out in another shape, and then flat: (values, entries)."""
    count, *own = values.shape
    if own != [*shape]:
        values = np.broadcast_to(values.reshape(count, *(1,) * (len(shape) - len(own)), *own), (count, *shape))
    return values.reshape(count, -1)


def _try(name, value):
    """A value with a change, None where it can't be made, or is not finite."""
    if value is None:
        return None
    try:
        made = CHANGES[name][1](value) if name in ENTRIES else CHANGES[name][1](value[None])[0]
    except (ValueError, IndexError, TypeError):
        return None
    return np.asarray(made) if made.size and np.isfinite(made).all() else None


def _fits(value, aim, close):
    try:
        return _alike(np.broadcast_to(value, aim.shape), aim, close)
    except ValueError:
        return False


def _halves(calls, mine, close):
    """Matrix products over a part of the samples, or of samples that don't belong together."""
    tables = [name for name in _names(calls) if all(env[name].ndim == 2 for _m, _r, env in calls)]
    for one, other in itertools.permutations(tables, 2):
        both = [(env[one], env[other]) for _m, _r, env in calls]
        if not all(len(a) == len(b) and (a.shape[1], b.shape[1]) == m.shape for (a, b), m in zip(both, mine, strict=True)):
            continue
        words = {"a": _said(one), "b": _said(other)}
        for key, said, ways in (
            ("half", _("the product of {a} transposed and {b} over the first half of the samples"), [lambda a, b, h=h: a[:h(len(a))].T @ b[:h(len(a))] for h in (lambda n: n // 2, lambda n: -(-n // 2), lambda n: max(n // 2, 1))]),
            ("neighbours", _("the product of {a} transposed and {b}, each sample with the {b} of its neighbour"), [lambda a, b, s=s: a.T @ np.roll(b, s, axis=0) for s in (1, -1)]),
            ("neighbours", _("the product of {a} transposed and {b}, each sample with the {b} of its neighbour"), [lambda a, b: a[:-1].T @ b[1:], lambda a, b: a[1:].T @ b[:-1]]),
            ("sums", _("the product of the sums of {a} and {b} over the samples"), [lambda a, b: np.outer(a.sum(axis=0), b.sum(axis=0))]),
            ("column_sample", _("the product of {a} and {b} with one sample for each column"), [lambda a, b: np.stack([a[j % len(a)] * b[j % len(a), j] for j in range(b.shape[1])], axis=1)]),
        ):  # fmt: skip
            for way in ways:
                if all(_fits(way(a, b), m, close) for (a, b), m in zip(both, mine, strict=True)):
                    return said.format(**words), f"{key}({_key(one)},{_key(other)})"
    return None


def _differences(tables, mine, close):
    """A changed quantity less another one, as it is or over the number of rows."""
    for (said, key, values), (minus, other, taken) in itertools.permutations(tables, 2):
        for name in ("softmax", "marked", "square", "log", "exp", "sigmoid", ""):
            made = [_try(name, value) for value in values]
            if any(v is None or v.shape != t.shape for v, t in zip(made, taken, strict=True)):
                continue
            less = [v - t for v, t in zip(made, taken, strict=True)]
            shares = [_share(m, d, close) for m, d in zip(mine, less, strict=True)]
            if None in shares or not np.isfinite(shares).all():
                continue
            if not all(abs(share - 1) < 1e-6 for share in shares) and not _is_no_chance(mine):
                continue
            form = _("{a} less {b}") if all(abs(share - 1) < 1e-6 for share in shares) else _("{a} less {b}, times a number")
            return form.format(a=CHANGES[name][0].format(n=said), b=minus), f"{name}({key})-{other}"
    return None


def _vaguely(calls, mine, right, close):
    """What is true of where it is off, whatever made it."""
    more = [m - r for m, r in zip(mine, right, strict=True)]
    size = max(np.abs(r).max() for r in right)
    tables = [d for d in more if d.ndim == 2 and len(d) > 1]
    if tables and len(tables) > 1 and all(np.ptp(d, axis=0).max() <= close * size for d in tables):
        return _("{it} and the same row more for each sample").format(it=IT), "it+row"
    if len(tables) > 1 and all(d.shape[1] > 1 and np.ptp(d, axis=1).max() <= close * size for d in tables):
        return _("{it} and one number more for each row").format(it=IT), "it+column"
    for name in _names(calls):
        values = [env[name] for _m, _r, env in calls]
        if not all(value.shape == m.shape for value, m in zip(values, mine, strict=True)):
            continue
        shares = [_share(m, value, close) for m, value in zip(mine, values, strict=True)]
        if None not in shares and np.ptp(shares) <= 1e-7 * np.abs(shares).max() and sum(m.size for m in mine) > 3:
            return _("{n} times one number, the same in every call").format(n=_said(name)), f"number*{_key(name)}"
    return None
