"""What a hidden test compares with: each raises Failed or NotRun with a sentence that names the difference and no number
of the expected answer."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from grader.exam import quotable
from grader.exam.compare import RELATIVE, close, ratio
from grader.exam.outcomes import Failed, NotRun
from grader.exam.proxy import Proxy
from grader.words import _, plain

IS_RETURN_MISSING = _("Is a `return` missing, or is nothing ever stored there?")  # the hint wherever None came back for a value


def assert_gradient(
    name: str,
    got: Any,
    want: ArrayLike,
    hint: str = "",
    known: dict[str, float] | None = None,
    cause: tuple[str, str] | None = None,
) -> None:
    """`got`, an array from the student, is `want`. Looked at in order: kind, shape, finiteness, values.

    known: {what: number} that a wrong answer may be off by, such as the learning rate; cause: see `NotPassed`, of wrong values."""
    want = np.asarray(want, dtype=float)
    assert_kind(name, got)
    got = np.asarray(got, dtype=float)
    if got.shape != want.shape:
        sentence = _("{name} has shape {got}; it must have shape {want}.").format(name=name, got=got.shape, want=want.shape)
        marked = unlike(got.shape, want.shape)
        shapes = ((name, got.shape, marked[0]), (_("wanted"), want.shape, marked[1]))
        raise Failed(sentence + relation_of_shapes(got, want), hint, shapes=shapes)
    if not np.isfinite(got).all():
        kind = "NaN" if np.isnan(got).any() else _("infinity")
        raise Failed(_("{name} has the right shape, but holds {kind}.").format(name=name, kind=kind), hint)
    if not close(got, want):
        shape = _("{name} has shape {shape} as it should, but ").format(name=name, shape=want.shape) if want.ndim else f"{name} "
        hint = "" if is_right_but_for_a_factor(got, want) else hint  # which rules out what the hint may speak of
        raise Failed(shape + relation(got, want, known or {}) + ".", hint, cause=cause)


def unlike(one: tuple[int, ...], other: tuple[int, ...]) -> list[tuple[int, ...]]:
    """For each of two shapes the axes (-1 the last) that differ: all, where there are more of one than of the other."""
    axes = [tuple(range(-len(shape), 0)) for shape in (one, other)]
    return axes if len(one) != len(other) else [tuple(a for a in axes[0] if one[a] != other[a])] * 2


def assert_kind(name: str, got: Any) -> None:
    """`got` is a plain float64 (or whole-number) array or number, and not a stub's `...`."""
    if got is ...:
        raise NotRun(_("not run: {name} is still to be written (`...`).").format(name=name))
    if got is None:
        raise Failed(_("{name} is None.").format(name=name), IS_RETURN_MISSING)  # the diagnosis says what gave it
    if isinstance(got, Proxy):
        raise Failed(_("{name} is a {kind}; a plain float64 array was expected.").format(name=name, kind=got._type_name))
    numeric = isinstance(got, (int, float)) and not isinstance(got, bool)
    if not numeric and not (type(got) is np.ndarray and got.dtype.kind in "fi"):
        kind = _("an array of {dtype}").format(dtype=got.dtype) if type(got) is np.ndarray else plain(type(got).__name__)
        raise Failed(_("{name} is {kind}; a plain float64 array was expected.").format(name=name, kind=kind))


def listed(names: Iterable[Any]) -> str:
    """Words of the student's in a sentence, such as the keys of a dict: a few, and of those only what stands in their source."""
    return quotable.source().names(names) or _("nothing")


def is_right_but_for_a_factor(got: ArrayLike, want: ArrayLike) -> bool:
    """True where one number, a sign among them, is all that is wrong, and the relation says so; of a single number, a sign."""
    factor = ratio(got, want)
    return factor is not None and (np.ndim(got) > 0 or close(abs(factor), 1))


def relation_of_shapes(got: np.ndarray, want: np.ndarray) -> str:
    """How a finite `got` of another shape hangs together with `want`: a sentence, or ""."""
    if not np.isfinite(got).all():
        return ""
    if got.ndim == 2 and got.T.shape == want.shape and close(got.T, want):
        return _(" It is the transpose of what it should be.")
    if got.size == want.size and close(got.reshape(want.shape), want):
        return _(" Its numbers are right; only the shape is not.")
    if got.ndim and close(got.sum(axis=0), want):
        return _(" Its sum over the first axis would be right: what comes from each sample is not added up.")
    if got.ndim == 0 and want.ndim and close(got, want.sum()):
        return _(" It is the sum of what should be kept apart.")
    return ""


def relation(got: np.ndarray, want: np.ndarray, known: dict[str, float] | None = None) -> str:
    """How `got` differs from `want`, of the same shape: the part of a sentence that follows "but"."""
    if not got.any():
        return _("it is zero everywhere") if got.ndim else _("is zero")
    factor = ratio(got, want)
    if factor is not None and close(abs(factor), 1):
        return _("every entry has the wrong sign") if got.ndim else _("has the wrong sign")
    if factor is not None:
        what = _by_what(abs(factor), known or {})
        if got.ndim == 0 and not what:
            return _("has a wrong value")
        size = what or (
            _("{n:.3g} times too big").format(n=abs(factor))
            if abs(factor) > 1
            else _("{n:.3g} times too small").format(n=1 / abs(factor))
        )
        size_and_sign = _("every entry is {size}").format(size=size) if got.ndim else _("is {size}").format(size=size)
        return size_and_sign + (_(" and has the wrong sign") if factor < 0 else "")
    if got.ndim == 0:
        return _("has a wrong value")
    if got.ndim == 2 and got.shape[0] == got.shape[1] and close(got, want.T):
        return _("it is the transpose of what it should be")
    if close(np.sort(got, axis=None), np.sort(want, axis=None)):
        return _("its entries stand in the wrong places")
    right = np.isclose(got, want, rtol=RELATIVE, atol=RELATIVE * np.abs(want).max())
    if right.ndim == 2 and len(right) > 1 and right.all(axis=1).any() and not right[~right.all(axis=1)].any():
        rows = np.flatnonzero(right.all(axis=1))
        which = {0: _("first"), len(right) - 1: _("last")}.get(int(rows[0])) if len(rows) == 1 else None
        if which:
            return _("only its {which} row is right").format(which=which)
        return _("only {n} of its {total} rows are right").format(n=len(rows), total=len(right))
    if right.any():
        return _("only {n} of its {total} entries are right").format(n=int(right.sum()), total=right.size)
    return _("its values are wrong")


def _by_what(factor, known):
    """A known number that `factor` is, or is one over, or is the square of: words for it, or ""."""
    ways = (
        (1, _("multiplied by {what} once more than it should be")),
        (-1, _("divided by {what} once more than it should be")),
        (2, _("multiplied by {what} twice more than it should be")),
        (-2, _("divided by {what} twice more than it should be")),
    )
    for what, number in known.items():
        for power, words in ways:
            if number not in (0, 1) and close(factor, float(number) ** power):
                return words.format(what=what)
    return ""


def check_quiz(got: object, right: str, why: dict[str, str]) -> None:
    """`got` is the letter `right`; for every other letter, `why` explains what is wrong with it."""
    letters = sorted([right, *why])
    answer = got.strip().upper() if isinstance(got, str) else None
    if answer == right:
        return
    if answer in why:
        raise Failed(_("{letter} is not the answer. {why}").format(letter=answer, why=why[answer]))
    raise Failed(
        _("The answer must be one letter in quotes, of {letters}.").format(letters=", ".join(f'"{letter}"' for letter in letters))
    )
