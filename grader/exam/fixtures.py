"""The fixtures that hidden tests may ask for, and `points`."""

import numpy as np
import pytest

from grader.exam.marks import exercise_of


def points(n):
    """What the part that a hidden test marks is worth."""
    return pytest.mark.points(n)


EXAMINER = pytest.StashKey()  # where a pytest run keeps its Examiner

# Fixtures of module scope are made once for each submission, since every submission's tests are run to their end.


@pytest.fixture(scope="module")
def student(pytestconfig):
    """The submission: see `student.Student`."""
    return pytestconfig.stash[EXAMINER].student


@pytest.fixture(scope="module")
def reference(pytestconfig):
    """The reference solution, as a module."""
    return pytestconfig.stash[EXAMINER].reference


@pytest.fixture(scope="module")
def rng(pytestconfig, request):
    """A generator seeded from the course's secret, the student and the test file."""
    return np.random.default_rng(pytestconfig.stash[EXAMINER].seed(request.module.__name__))


@pytest.fixture(scope="module")
def advise(pytestconfig, request):
    """`advise(sentence)`: advice on the exercise, which costs no marks; said once."""
    said = pytestconfig.stash[EXAMINER].advice.setdefault(exercise_of(request.module.__name__), [])
    return lambda sentence: said.append(sentence) if sentence not in said else None
