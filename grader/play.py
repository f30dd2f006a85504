"""What a right submission is asked, all in one question.

A hidden test file may have a function `at_once(play, rng)`, which asks for everything that its tests look at and says what is
wanted. Where all of it is right, the parts are passed. Where anything is not, nothing is said of it: the tests ask one by one.
"""

import numpy as np

from .checks import close
from .sandbox import wire


class Play:
    """Notes questions and asks them together: `layer = play.Affine(W, b)`, `play.wants(layer.forward(x), out)`.

    A name, attribute or result stands for a value that is not there yet. An attribute is read when it is used or wanted.
    """

    def __init__(self, student):
        self.__dict__.update(_student=student, _steps=[], _numbers=[], _wanted=[])

    def __getattr__(self, name):
        return Later(self, None, name)

    def bring(self, source):
        """A few lines that the test brings along, as a module of its own."""
        return self._take("bring", None, source, None)

    def hold(self, value):
        """A value to be given more than once: the same object each time."""
        return self._take("hold", None, None, value)

    def wants(self, later, want):
        """`later` must be `want`: an array or a number in float64, text, a tuple or list of those; or what `want(value)` is true of."""
        self._numbers.append(later._handle.number)
        self._wanted.append(want)

    def is_right(self):
        """Whether everything is as it is wanted, no array that was given is changed, and nothing gave a warning. Raises NotPassed."""
        got = self._student.play(self._steps, self._numbers)
        return type(got) is list and len(got) == len(self._wanted) > 0 and all(map(fits, got, self._wanted))

    def _take(self, *step):
        self._steps.append(step)
        taken = Later(self, None, None)
        taken.__dict__["_taken"] = wire.Handle(len(self._steps) - 1, "")
        return taken


class Later:
    """A value that a Play will ask for: of a step that is taken, or a name or an attribute that is still to be read."""

    def __init__(self, play, owner, name):
        self.__dict__.update(_play=play, _owner=owner, _name=name, _taken=None)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Later(self._play, self, name)

    def __setattr__(self, name, value):
        self._play._take("set", self._handle, name, _handles(value))

    def __call__(self, *args):
        args = _handles(args)
        if self._taken:
            return self._play._take("call", self._taken, None, args)
        return self._play._take("call", self._owner and self._owner._handle, self._name, args)

    @property
    def _handle(self):
        """Stands for the value in later steps."""
        if not self._taken:
            self.__dict__["_taken"] = self._play._take("get", self._owner and self._owner._handle, self._name, None)._taken
        return self._taken


def _handles(value):
    if isinstance(value, Later):
        return value._handle
    return type(value)(map(_handles, value)) if isinstance(value, (list, tuple)) else value


def fits(got, want):
    """Whether a value that crossed is the wanted one, in kind too."""
    if isinstance(want, np.ndarray):
        alike = type(got) is np.ndarray and got.dtype == want.dtype and got.shape == want.shape
        return alike and (got.tobytes() == want.tobytes() or close(got, want))
    if callable(want):
        return bool(want(got))
    if isinstance(want, float):
        return type(got) is float and close(got, want)
    if isinstance(want, (tuple, list)):
        return type(got) is type(want) and len(got) == len(want) and all(map(fits, got, want))
    return type(got) is type(want) and got == want
