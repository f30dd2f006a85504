"""The fixtures that hidden tests may ask for, and `points`."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from grader.exam.plan import exercise_of


def points(n: float) -> pytest.MarkDecorator:
    """What the part that a hidden test marks is worth."""
    return pytest.mark.points(n)


EXAMINER = pytest.StashKey[Any]()  # where a pytest run keeps its Examiner

# Fixtures of module scope are made once for each submission, since every submission's tests are run to their end.


@pytest.fixture(scope="module")
def student(pytestconfig: pytest.Config) -> Any:
    """The submission: see `submission.Submission`."""
    return pytestconfig.stash[EXAMINER].student


@pytest.fixture(scope="module")
def reference(pytestconfig: pytest.Config) -> ModuleType:
    """The reference solution, as a module."""
    return pytestconfig.stash[EXAMINER].reference


@pytest.fixture(scope="module")
def rng(pytestconfig: pytest.Config) -> "Draws":
    """A generator of probes that begins anew for each test and each fixture: seeded from the course's secret and the student."""
    return Draws(pytestconfig.stash[EXAMINER])


class Draws:
    """The numpy.random.Generator of the test or fixture whose turn it is."""

    def __init__(self, examiner: Any):
        self._examiner = examiner

    def __getattr__(self, name):
        return getattr(self._examiner.generator, name)


@pytest.fixture(scope="module")
def advise(pytestconfig: pytest.Config, request: pytest.FixtureRequest) -> Callable[[str], None]:
    """`advise(sentence)`: advice on the exercise, which costs no marks; said once."""
    examiner, exercise = pytestconfig.stash[EXAMINER], exercise_of(request.module.__name__)

    def advise(sentence):
        said = examiner.advice.setdefault(exercise, [])
        if sentence not in said:
            said.append(sentence)

    return advise
