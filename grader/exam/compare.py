"""When two values are the same: numbers to rounding, of one kind and shape."""

import math
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

RELATIVE = 1e-7  # of the largest entry: formulas in float64 differ by far less, written however


def close(got: ArrayLike, want: ArrayLike) -> bool:
    """True where two finite arrays agree to RELATIVE of the expected array's size, entry by entry."""
    got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    if got.shape != want.shape or not np.isfinite(got).all():
        return False
    if got.tobytes() == want.tobytes():
        return True
    scale = np.abs(want).max(initial=0.0)
    return bool((np.abs(got - want) <= RELATIVE * np.maximum(np.abs(want), 0.01 * scale)).all())


def is_array_like(got: object, want: ArrayLike) -> bool:
    """True for a plain finite array of the expected shape: one that can be compared at all."""
    return type(got) is np.ndarray and got.dtype.kind in "fi" and got.shape == np.shape(want) and bool(np.isfinite(got).all())


def is_value(got: Any, want: ArrayLike) -> bool:
    """True where `got` is the array or the number `want`, to rounding."""
    if np.ndim(want) == 0 and type(got) in (int, float):
        return math.isfinite(got) and close(got, want)
    return is_array_like(got, want) and close(got, want)


def ratio(got: ArrayLike, want: ArrayLike) -> float | None:
    """The one number that every entry of `want` is multiplied by to give `got`, else None."""
    got, want = np.asarray(got, dtype=float), np.asarray(want, dtype=float)
    if got.shape != want.shape or not np.isfinite(got).all() or not want.any() or not got.any():
        return None
    factor = float((got * want).sum() / (want * want).sum())
    return factor if factor and close(got, factor * want) else None
