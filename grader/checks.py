"""What a hidden test compares with: each raises Failed or NotRun with a sentence that names the difference and no number
of the expected answer."""

import numpy as np

from .outcomes import Failed, NotRun
from .student import Proxy
from .words import _, plain

RELATIVE = 1e-7  # of the largest entry: formulas in float64 differ by far less, written however


def assert_gradient(name, got, want, hint=""):
    """`got`, an array from the student, is `want`. Looked at in order: kind, shape, finiteness, values."""
    want = np.asarray(want, dtype=float)
    assert_kind(name, got)
    got = np.asarray(got, dtype=float)
    if got.shape != want.shape:
        raise Failed(
            _("{name} has shape {got}; it must have shape {want}.").format(name=name, got=got.shape, want=want.shape), hint
        )
    if not np.isfinite(got).all():
        kind = "NaN" if np.isnan(got).any() else _("infinity")
        raise Failed(_("{name} has the right shape, but holds {kind}.").format(name=name, kind=kind), hint)
    if not close(got, want):
        shape = _("{name} has shape {shape} as it should, but ").format(name=name, shape=want.shape) if want.ndim else f"{name} "
        raise Failed(shape + relation(got, want) + ".", hint)


def assert_kind(name, got):
    """`got` is a plain float64 (or whole-number) array or number, and not a stub's `...`."""
    if got is ...:
        raise NotRun(_("not run: {name} is still to be written (`...`).").format(name=name))
    if got is None:
        raise Failed(_("{name} is None; an array was expected.").format(name=name))
    if isinstance(got, Proxy):
        raise Failed(_("{name} is a {kind}; a plain float64 array was expected.").format(name=name, kind=got._type_name))
    numeric = isinstance(got, (int, float)) and not isinstance(got, bool)
    if not numeric and not (type(got) is np.ndarray and got.dtype.kind in "fi"):
        kind = _("an array of {dtype}").format(dtype=got.dtype) if type(got) is np.ndarray else plain(type(got).__name__)
        raise Failed(_("{name} is {kind}; a plain float64 array was expected.").format(name=name, kind=kind))


def close(got, want):
    """True where two finite arrays agree to RELATIVE of the expected array's size, entry by entry."""
    got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    if got.shape != want.shape or not np.isfinite(got).all():
        return False
    scale = np.abs(want).max(initial=0.0)
    return bool((np.abs(got - want) <= RELATIVE * np.maximum(np.abs(want), 0.01 * scale)).all())


def is_array_like(got, want):
    """True for a plain finite array of the expected shape: one that can be compared at all."""
    return type(got) is np.ndarray and got.dtype.kind in "fi" and got.shape == np.shape(want) and bool(np.isfinite(got).all())


def ratio(got, want):
    """The one number that every entry of `want` is multiplied by to give `got`, else None."""
    got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    if got.shape != want.shape or not np.isfinite(got).all() or not want.any() or not got.any():
        return None
    factor = float((got * want).sum() / (want * want).sum())
    return factor if factor and close(got, factor * want) else None


def relation(got, want):
    """How `got` differs from `want`, of the same shape: the part of a sentence that follows "but"."""
    if not got.any():
        return _("it is zero everywhere") if got.ndim else _("is zero")
    factor = ratio(got, want)
    if got.ndim == 0:
        return _("has the wrong sign") if factor is not None and close(factor, -1) else _("has a wrong value")
    if factor is not None:
        if close(factor, -1):
            return _("every entry has the wrong sign")
        size = (
            _("{n:.3g} times too big").format(n=abs(factor))
            if abs(factor) > 1
            else _("{n:.3g} times too small").format(n=1 / abs(factor))
        )
        return _("every entry is {size}").format(size=size) + (_(" and has the wrong sign") if factor < 0 else "")
    if got.ndim == 2 and got.shape[0] == got.shape[1] and close(got, want.T):
        return _("it is the transpose of what it should be")
    if close(np.sort(got, axis=None), np.sort(want, axis=None)):
        return _("its entries stand in the wrong places")
    right = np.isclose(got, want, rtol=RELATIVE, atol=RELATIVE * np.abs(want).max())
    if right.any():
        return _("only {n} of its {total} entries are right").format(n=int(right.sum()), total=right.size)
    return _("its values are wrong")


def check_quiz(got, right, why):
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
