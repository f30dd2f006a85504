"""The fixtures that hidden tests may ask for, and `points`."""

import numpy as np
import pytest


def points(n):
    """What the part that a hidden test marks is worth."""
    return pytest.mark.points(n)


class Fixtures:
    """A pytest plugin. Fixtures of module scope are made once for each submission, since each is run to its end."""

    def __init__(self, examiner):
        self.examiner = examiner

    @pytest.fixture(scope="module")
    def student(self):
        """The submission: see `student.Student`."""
        return self.examiner.student

    @pytest.fixture(scope="module")
    def reference(self):
        """The reference solution, as a module."""
        return self.examiner.reference

    @pytest.fixture(scope="module")
    def rng(self, request):
        """A generator seeded from the course's secret, the student and the test file."""
        return np.random.default_rng(self.examiner.seed(request.module.__name__))

    @pytest.fixture(scope="module")
    def advise(self, request):
        """`advise(sentence)`: advice on the exercise, which costs no marks; said once."""
        from .marks import exercise_of

        said = self.examiner.advice.setdefault(exercise_of(request.module.__name__), [])
        return lambda sentence: said.append(sentence) if sentence not in said else None
