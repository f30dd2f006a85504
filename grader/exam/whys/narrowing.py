"""What is true of a wrong value whose mistake nobody names: in which calls it is wrong, at which inputs, in which rows, and how it
hangs together with what it must be. No number of what it must be is said, and nothing of how it is to be made.
"""

import ast
import functools
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.exam.record import ABSENT, Record, apart, at
from grader.words import _

RIGHT = 1e-6  # relative: as good as right
FEWEST = 2  # calls, or entries, that a rule must leave out
ENOUGH, MANY = 3, 8  # numbers that a relation, and that no more than signs, must hold for
Where = Callable[[Any], Any]

AT: tuple[tuple[str, Where], ...] = (
    (_("is exactly 0"), lambda v: v == 0),
    (_("is exactly 1"), lambda v: v == 1),
    (_("is above 0 and below 1"), lambda v: (v > 0) & (v < 1)),
    (_("is above -1 and below 0"), lambda v: (v > -1) & (v < 0)),
    (_("is positive"), lambda v: v > 0),
    (_("is negative"), lambda v: v < 0),
    (_("is above 1"), lambda v: v > 1),
    (_("is below -1"), lambda v: v < -1),
    (_("is less than 1 away from 0"), lambda v: np.abs(v) < 1),
    (_("is more than 1 away from 0"), lambda v: np.abs(v) > 1),
    (_("is more than 10 away from 0"), lambda v: np.abs(v) > 10),
    (_("is not 0"), lambda v: v != 0),
)  # an entry of what comes in
OF_CALLS: tuple[tuple[str, Where], ...] = (
    (_("`{a}` is one number"), lambda v: v.ndim == 0),
    (_("`{a}` has one axis"), lambda v: v.ndim == 1),
    (_("`{a}` has two axes"), lambda v: v.ndim == 2),
    (_("`{a}` has more than two axes"), lambda v: v.ndim > 2),
    (_("`{a}` has one row"), lambda v: v.ndim > 0 and len(v) == 1),
    (_("`{a}` has more than one row"), lambda v: v.ndim > 0 and len(v) > 1),
    (_("`{a}` has one column"), lambda v: v.ndim > 1 and v.shape[-1] == 1),
    (_("`{a}` holds whole numbers"), lambda v: v.dtype.kind in "iu"),
    (_("`{a}` holds a 0"), lambda v: (v == 0).any()),
    (_("`{a}` is 0 everywhere"), lambda v: not v.any()),
    (_("`{a}` holds a negative number"), lambda v: (v < 0).any()),
    (_("`{a}` holds no negative number"), lambda v: (v >= 0).all()),
    (_("`{a}` holds a number more than 10 away from 0"), lambda v: (np.abs(v) > 10).any()),
)  # a whole argument


@dataclass(frozen=True)
class _Call:
    """One answer that may be judged: who asked; whether right solutions differ in it; whether it is right, None where that can't be
    said; the submission's, the reference's, {argument: what came in}, and what had happened to the object before."""

    asker: str
    is_free: bool
    is_right: bool | None
    mine: Any
    right: Any
    given: Mapping[str, Any]
    before: frozenset[str]

    @property
    def is_grossly_off(self) -> bool:
        """Whether it is further off than small constants make it."""
        return not np.abs(self.mine - self.right).max() <= 0.01 * np.abs(self.right).max()


def first_wrong(
    record: Record,
    part: str,
    right: Mapping[int, dict[str, Any]],
    passed: Collection[str],
    free: Collection[tuple[int, str, tuple]],
    stub: str,
    message: str = "",
) -> tuple[str, str]:
    """(what it is about, a sentence or two) of the first value that is wrong, of all that a part is judged by; ("", "") where nothing
    more can be said.

    right: {number of a turn: the reference's observations}; passed: parts that were; free: leaves in which right solutions differ; stub:
    what the student was given, with the names of arguments; message: what is said of the part, whose quantities come first."""
    if changed := _changed(record, part, right, stub):
        return "", changed
    askers = {asker for asker, parts in record.serves.items() if part in parts}
    elsewhere = {asker for asker, parts in record.serves.items() if parts <= {*passed}}
    every = list(_calls(record, right, free, stub))
    quantities = _quantities(every, lambda call: call.asker in askers and not call.is_free)
    fine = _quantities(every, lambda call: call.asker in elsewhere and not call.is_free)
    wrong = [key for key, calls in quantities.items() if _wrong(calls) and not _wrong(fine.get(key, ()))]
    if not wrong:  # among what right solutions have otherwise, too, it can be one thing alone
        others = {key: calls for key, calls in _quantities(every, lambda call: call.asker in askers).items() if _wrong(calls)}
        if len(others) == 1 and all(call.is_grossly_off for call in _wrong(*others.values())):
            quantities, wrong = quantities | others, [*others]
    if not wrong:
        return "", ""
    named = re.findall(r"\w+", message)
    first = next((key for key in wrong if _name(key) in named), wrong[0])
    calls, what = quantities[first], _what(first)
    with np.errstate(all="ignore"):
        rules = at_inputs(calls)
        if all(np.isfinite(call.mine).all() for call in calls):  # else other calls may be right but for small constants
            rules = rules or when(calls) or in_places(calls)
        said = [rules, how(calls)]
    if said[1] and not said[0]:
        said = [_("{{what}} is wrong; {more}").format(more=said[1])]
    said = [one.format(what=what) for one in said if one] or [_beside(first, quantities)]
    return what, " ".join(one[0].upper() + one[1:] for one in said if one)


def _beside(key, quantities):
    """Of what else is right, where nothing more can be said of a wrong value itself."""
    right = [_what(other) for other, calls in quantities.items() if calls and not _wrong(calls)]
    words = {"what": _what(key), "right": _(", ").join(dict.fromkeys(right))}
    if right and words["what"] not in right:
        return _("{what} is wrong; right in every call: {right}.").format(**words)
    return ""


def _wrong(calls):
    """Those calls that are wrong."""
    return [call for call in calls if not call.is_right]


def _changed(record, part, right, stub):
    """Of an argument that a call alters, and must not."""
    for _n, turn, mine, reference in record.judging(part, right):
        called = record.called(turn) if turn.request["do"] == "call" else ""
        if not called or "args" not in mine or "error" in mine or "error" in reference:
            continue
        names = _arguments(stub).get(called, [])
        for path in apart(mine["args"], reference.get("args", list(turn.request["args"]))):
            if path and type(path[0]) is int and path[0] < len(names) and type(at(mine["args"], path)) is np.ndarray:
                return _("`{function}` changes the array that it is handed as `{a}`.").format(function=called, a=names[path[0]])
    return ""


def _quantities(every, wanted):
    """{(class, do, name, path): [_Call]} of those that are wanted, in the order in which they are met; whether one is right must be
    clear in all of them."""
    found: dict[tuple, list[_Call]] = {}
    for key, call in every:
        if wanted(call):
            found.setdefault(key, []).append(call)
    return {key: calls for key, calls in found.items() if not any(call.is_right is None for call in calls)}


def _calls(record, right, free, stub):
    """((class, do, name, path), _Call) of every number with a name that students know, in the order in which they were asked for."""
    words, arguments = frozenset(re.findall(r"\w+", stub)), _arguments(stub)
    objects = _Objects(record, arguments)
    for n, reference in right.items():
        turn, mine = record.turns[n]
        value, wanted = mine.get("value", ABSENT), reference.get("value", ABSENT)
        if (seen := objects.after(turn, mine, wanted)) is None or wanted is ABSENT:
            continue
        name, given, before = seen
        for path in _leaves(wanted):
            m, r = at(value, path), at(wanted, path)
            if _is_number(m) and _is_number(r) and {name, *(step for step in path if type(step) is str)} & words:
                key = record.kind_of(turn), turn.request["do"], name, path
                both = np.asarray(m, dtype=float), np.asarray(r, dtype=float)
                yield key, _Call(turn.asker, (n, "value", path) in free, _is_right(*both), *both, given, before)


class _Objects:
    """What happened to each object, turn by turn. arguments: see `_arguments`."""

    def __init__(self, record, arguments):
        self._record, self._arguments = record, arguments
        self._past: dict[Any, list[str]] = {}  # {object: what was called and set}
        self._called: dict[Any, tuple[str, dict[str, Any]]] = {}  # {object: its latest call, and what came in}
        self._unlike: set[Any] = set()  # objects that begin with other numbers than the reference's: their own
        self._stopped: set[Any] = set()  # objects and askers of which one raised: whatever comes after that, comes of it

    def after(self, turn, mine, wanted):
        """(the name of what is asked for, {argument: what came in}, what had happened before) of a call, or of what is looked up after
        one; None of whatever says nothing. mine: the submission's observations; wanted: the reference's value."""
        request = turn.request
        owner = turn.child_number, getattr(request.get("on"), "number", None)
        past = self._past.setdefault(owner, [])
        if "error" in mine:
            self._stopped |= {owner, turn.asker}
        if request["do"] == "set":
            past.append(f"={request['name']}")
        if request["do"] not in ("call", "get") or not self._stopped.isdisjoint((owner, turn.asker)):
            return None
        if request["do"] == "call":
            name = self._record.called(turn)
            names = self._arguments.get(name, ())
            if "rng" in names:
                return None  # chance may be asked in another order
            given = dict(zip(names, request.get("args", ()), strict=False)) | request.get("kwargs", {})
            self._called[owner] = name, {key: one for key, one in given.items() if _is_number(one)}
            before = _history(past, name) if "method" in request else frozenset()
            past.append(name)
        else:
            name = request["name"]
            before = _history(past[:-1], self._called.get(owner, ("", {}))[0])
            if not past:  # as it was made
                self._unlike |= {owner} if any(True for _path in apart(mine.get("value", ABSENT), wanted)) else set()
                return None
        return None if owner in self._unlike else (name, self._called.get(owner, ("", {}))[1], before)


def _history(past, name):
    """What had happened to an object before it was asked."""
    again = {_("`{name}` had been called before").format(name=name)} if name and name in past else set()
    if name and past and past[-1] == name:
        again.add(_("`{name}` had just been called").format(name=name))
    others = {one for one in past if one != name}
    sets = {_("`{name}` had been set").format(name=one[1:]) for one in others if one[0] == "="}
    return frozenset(again | sets | {_("`{name}` had been called before").format(name=one) for one in others if one[0] != "="})


def _leaves(value):
    """The paths of what has a name, or a place, of its own."""
    if type(value) is dict:
        return [(key,) for key in value]
    return [(n,) for n in range(len(value))] if type(value) is tuple else [()]


def _is_number(value):
    return type(value) in (int, float) or (type(value) is np.ndarray and value.dtype.kind in "fiu" and value.size > 0)


def _is_right(mine, right):
    """Whether a value is right, None where it is of another shape, or what it must be is not finite."""
    if mine.shape != right.shape or not np.isfinite(right).all():
        return None
    return not bool(_differ(mine, right).any())


def _differ(mine, right):
    """Which entries are wrong."""
    return ~(np.abs(mine - right) <= RIGHT * np.maximum(np.abs(right), 1e-3 * np.abs(right).max()) + 1e-12)


@functools.lru_cache(maxsize=100)
def _arguments(stub):
    """{function, method or class that is called: its arguments} of a stub."""
    found: dict[str, list[str]] = {}
    for node in ast.parse(stub).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = [one.arg for one in node.args.args]
        for inner in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(inner, ast.FunctionDef):
                name = node.name if inner.name == "__call__" else inner.name
                found.setdefault(name, [one.arg for one in inner.args.args[1:]])
    return found


def _name(key):
    _kind, _do, name, path = key
    return next((step for step in reversed(path) if type(step) is str), name)


def _what(key):
    _kind, do, name, path = key
    if do == "get" or _name(key) != name:
        return f"`{_name(key)}`"
    if path:
        which = (_("the first"), _("the second"), _("the third"), _("the last"))[min(path[-1], 3)]
        return _("{which} of what `{function}` returns").format(which=which, function=name)
    return _("what `{function}` returns").format(function=name)


def when(calls: list[_Call]) -> str:
    """Of which calls all are that are wrong, where that is a rule."""
    is_wrong = np.array([not call.is_right for call in calls])
    rules = [(rule, [rule in call.before for call in calls]) for rule in sorted(frozenset().union(*(c.before for c in calls)))]
    for name in (name for name in calls[0].given if all(name in call.given for call in calls)):
        values = [np.asarray(call.given[name]) for call in calls]
        rules += [(_(words).format(a=name), [bool(function(v)) for v in values]) for words, function in OF_CALLS]
    if best := _narrowest(is_wrong, rules):
        return _("{{what}} is wrong only where {rule}.").format(rule=best)
    return ""


def _narrowest(is_wrong, rules):
    """The words of the rule that all that is wrong follows, and as little as possible of what is right; "" where there is none.

    is_wrong: one truth value for each call, or entry; rules: [(words, whether it holds in each)]."""
    fits = []
    for words, holds in rules:
        inside = np.asarray(holds)
        if not is_wrong[~inside].any() and 2 * is_wrong.sum() >= inside.sum() and (~inside).sum() >= FEWEST:
            fits.append((int(inside.sum()), words))
    return min(fits, key=lambda one: one[0])[1] if fits else ""


def at_inputs(calls: list[_Call]) -> str:
    """At which inputs its entries are wrong."""
    infinite = np.concatenate([~np.isfinite(call.mine).ravel() for call in calls])
    is_wrong = infinite if infinite.any() else np.concatenate([_is_off(call).ravel() for call in calls])
    for name in calls[0].given:
        if not all(name in call.given and np.shape(call.given[name]) == call.mine.shape for call in calls):
            continue
        values = np.concatenate([np.ravel(call.given[name]) for call in calls])
        rules = [(_(words), function(values)) for words, function in AT]
        if not np.concatenate([np.ravel(call.right) for call in calls])[values == 0].any():
            rules = rules[:-1]  # where nothing comes in, nothing comes out of anything
        if best := _narrowest(is_wrong, rules):
            if infinite.any():
                return _("{{what}} is no finite number just where `{a}` {range}.").format(a=name, range=best)
            return _("{{what}} is wrong only where `{a}` {range}.").format(a=name, range=best)
    return ""


def _is_off(call):
    """Which entries are wrong."""
    return _differ(call.mine, call.right)


def in_places(calls: list[_Call]) -> str:
    """In which rows or columns it is wrong, if always the same."""
    masks = [_is_off(call) for call in _wrong(calls)]
    if len(masks) * min(mask.size for mask in masks) < ENOUGH or not all(mask.ndim in (1, 2) for mask in masks):
        return ""
    if all(mask.ndim == 2 for mask in masks):
        for axis, places in ((0, (_("its first row"), _("its last row"))), (1, (_("its first column"), _("its last column")))):
            along = [mask.any(axis=1 - axis) for mask in masks]
            if all(len(one) > 2 for one in along):
                for place, words in zip((0, -1), places, strict=True):
                    if all(one[place] and one.sum() == 1 for one in along):
                        return _("of {{what}}, only {places} is wrong.").format(places=words)
                    if all(not one[place] and one.sum() == len(one) - 1 for one in along):
                        return _("of {{what}}, only {places} is right.").format(places=words)
        if all(mask.shape[0] == mask.shape[1] > 2 for mask in masks):
            square = [np.eye(len(mask), dtype=bool) for mask in masks]
            if all((mask == eye).all() for mask, eye in zip(masks, square, strict=True)):
                return _("of {what}, the diagonal is wrong, and nothing else.")
            if all((mask == ~eye).all() for mask, eye in zip(masks, square, strict=True)):
                return _("of {what}, only the diagonal is right.")
    elif all(mask.ndim == 1 and len(mask) > 2 for mask in masks):
        for place, words in ((0, _("its first entry")), (-1, _("its last entry"))):
            if all(mask[place] and mask.sum() == 1 for mask in masks):
                return _("of {{what}}, only {places} is wrong.").format(places=words)
    return ""


def how(calls: list[_Call]) -> str:
    """How a wrong value hangs together with what it must be."""
    wrong = _wrong(calls)
    pairs = [(call.mine, call.right) for call in wrong]
    mine = np.concatenate([m[_is_off(call)] for (m, _r), call in zip(pairs, wrong, strict=True)])
    right = np.concatenate([r[_is_off(call)] for (_m, r), call in zip(pairs, wrong, strict=True)])
    if len(mine) < ENOUGH or not np.isfinite(mine).all():
        return _("wherever it is wrong, it is no finite number.") if len(mine) and not np.isfinite(mine).any() else ""
    more = mine - right
    if np.ptp(more) <= RIGHT * np.abs(more).max() and np.ptp(right) > RIGHT * np.abs(right).max():
        return _("wherever it is wrong, it is off by one and the same number.")
    if not mine.any():
        return _("wherever it is wrong, it is 0.")
    if np.ptp(mine) <= 1e-9 * np.abs(mine).max() and len(calls) > 1:
        return _("wherever it is wrong, it is one and the same number, also in other calls.")
    if relation := _normalised(pairs) or _relation_of_axes(pairs):
        return relation
    if (right != 0).all():
        alike = np.sign(mine) == np.sign(right)
        larger = np.abs(mine) > np.abs(right)
        if not alike.any() and mine.all():
            return _("wherever it is wrong, its sign is wrong, too, and its size is another one.")
        if alike.all():
            if larger.all():
                return _("wherever it is wrong, its sign is right, and it is too large in absolute value, by no single factor.")
            if not larger.any():
                return _("wherever it is wrong, its sign is right, and it is too small in absolute value, by no single factor.")
            return _("its signs are all right, its sizes are not.") if len(mine) >= MANY else ""
    return ""


def _normalised(pairs) -> str:
    """Along which axis its numbers add up to 1, or have the mean 0, where that is to be so along another one."""
    axes = {r.ndim for _m, r in pairs}
    if len(axes) > 1 or min(axes) < 2:
        return ""
    names = {-1: _("its last axis"), -2: _("its first axis") if axes == {2} else _("its last axis but one")}
    for number, words, other in (
        (1.0, _("its numbers add up to 1 along {a}, not along {b}."), _("its numbers don't add up to 1 along {b}.")),
        (0.0, _("its mean is 0 along {a}, not along {b}."), _("its mean isn't 0 along {b}.")),
    ):
        is_so = lambda value, axis, number=number: bool(
            np.abs(value.sum(axis=axis) - number).max() <= 1e-9 * np.abs(value).sum(axis=axis).max() and value.any()
        )
        mine, right = ({axis for axis in names if all(is_so(pair[n], axis) for pair in pairs)} for n in (0, 1))
        if right and not mine & right:
            form = words if mine else other
            return form.format(a=names[max(mine, default=-1)], b=names[max(right)])
    return ""


def _relation_of_axes(pairs) -> str:
    """What is right of an array, or the same along one of its axes."""
    arrays = [(m, r) for m, r in pairs if m.ndim]
    if len(arrays) < len(pairs) or sum(m.size for m, _r in arrays) < 2 * ENOUGH:
        return ""
    flat = all(m.ndim == 1 for m, _r in arrays)
    tests: list[tuple[str, int | None]] = [
        (_("all entries of a row are off by one number, another one in each row."), 1),
        (_("all entries of a column are off by one number, another one in each column."), 0),
    ]
    if flat:
        tests = [(_("all its entries are off by one number, another one in each call."), None)]
    for words, axis in tests:
        if all(m.ndim == (1 if axis is None else 2) and m.shape[axis or 0] > 2 for m, _r in arrays) and all(
            (np.ptp(m - r, axis=axis) <= RIGHT * np.abs(m - r).max(axis=axis) + 1e-12 * np.abs(r).max(axis=axis)).all()
            for m, r in arrays
        ):
            return words
    if flat:
        return ""
    for words, axis in (
        (_("each of its rows is right but for a factor, another one in each row."), 1),
        (_("each of its columns is right but for a factor, another one in each column."), 0),
    ):
        if all(m.ndim == 2 and m.shape[axis] > 2 and r.all() for m, r in arrays) and all(
            (np.ptp(m / r, axis=axis) <= RIGHT * np.abs(m / r).max(axis=axis)).all() for m, r in arrays
        ):
            return words
    for words, axis in (
        (_("its sum over the first axis is right."), 0),
        (_("its sum over the last axis is right."), -1),
        (_("the sum of all its entries is right."), None),
    ):
        sums = [(m.sum(axis=axis), r.sum(axis=axis), np.abs(r).sum(axis=axis)) for m, r in arrays]
        if all((np.abs(m - r) <= 1e-9 * size).all() and (np.abs(r) > 1e-3 * size).all() for m, r, size in sums):
            return words
    for words, axis in ((_("all its rows are the same."), 0), (_("all its columns are the same."), 1)):
        if all(m.ndim == 2 and m.shape[axis] > 1 for m, _r in arrays) and all(
            (np.ptp(m, axis=axis) <= RIGHT * np.abs(m).max(axis=axis)).all() and np.ptp(r, axis=axis).any() for m, r in arrays
        ):
            return words
    return ""
