"""Probe inputs for hidden tests: drawn so that wrong code has nowhere to hide."""

import types

import numpy as np


def signed(rng, *shape, low=0.3, high=1.4):
    """An array without zeros or near-equal entries' luck: magnitudes in [low, high], both signs there."""
    size = int(np.prod(shape))
    signs = rng.permutation(np.where(np.arange(size) % 2, -1.0, 1.0))
    return (signs * rng.uniform(low, high, size)).reshape(shape)


def defined(source):
    """The examiner's own copy of a part that goes to the student's process with `student.bring(source)`."""
    module = types.ModuleType("brought_along")
    exec(source, module.__dict__)
    return module
