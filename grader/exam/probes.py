"""Probe inputs for hidden tests: drawn so that wrong code has nowhere to hide."""

import functools
import math
import types

import numpy as np


def signed(rng: np.random.Generator, *shape: int, low: float = 0.3, high: float = 1.4) -> np.ndarray:
    """An array without zeros or near-equal entries' luck: magnitudes in [low, high], both signs there."""
    size = math.prod(shape)
    return (rng.permutation(_signs(size)) * rng.uniform(low, high, size)).reshape(shape)


@functools.cache
def _signs(size):
    return np.where(np.arange(size) % 2, -1.0, 1.0)


def defined(source: str) -> types.ModuleType:
    """The examiner's own copy of a part that goes to the student's process with `student.bring(source)`."""
    module = types.ModuleType("brought_along")
    exec(source, module.__dict__)
    return module
