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
        self._student = student
        self._steps = []
        self._wanted = {}  # number of a step: (what is wanted of it, the advice where it isn't so, or "" where it must be so)
        self._warnings = {}  # words of a warning: the advice where it is given
        self.advice = []

    def __getattr__(self, name):
        return Later(self, None, name)

    def bring(self, source):
        """A few lines that the test brings along, as a module of its own."""
        return self._take("bring", given=source)

    def hold(self, value):
        """A value to be given more than once: the same object each time."""
        return self._take("hold", given=value)

    def wants(self, later, want):
        """`later` must be `want`: an array or a number in float64, text, a tuple or list of those; or what `want(value)` is true of."""
        self._wanted[later._handle.number] = want, ""

    def hopes(self, later, want, advice):
        """`later` should be `want`. It costs nothing where it isn't; the advice is given."""
        self._wanted[later._handle.number] = want, advice

    def may_warn(self, words, advice):
        """A warning of these words costs nothing; the advice is given."""
        self._warnings[words] = advice

    def is_right(self):
        """Whether everything is as it is wanted, no array that was given is changed, and no other warning came. Raises NotPassed.

        `advice` holds what there is to say all the same."""
        answer, wanted = self._student.play(self._request()), [self._wanted[n] for n in sorted(self._wanted)]
        got, warned = answer.get("value"), answer.get("warnings")
        if type(got) is not list or len(got) != len(wanted) or not wanted or type(warned) is not list:
            return False
        missed = [advice for value, (want, advice) in zip(got, wanted, strict=True) if not fits(value, want)]
        given = [next((self._warnings[w] for w in self._warnings if w in told), "") for told in warned if type(told) is str]
        self.advice = list(dict.fromkeys(missed + given))
        return "" not in self.advice and len(given) == len(warned)

    def _request(self):
        """All steps in one question, each column of them by itself: that is soonest encoded."""
        do, on, name, given = zip(*self._steps, strict=True)
        columns = {"each": " ".join(do), "on": np.array(on), "name": " ".join(name), "given": given}
        return {"do": "play", **columns, "wanted": np.array(sorted(self._wanted))}

    def _take(self, do, on=None, name="", given=None):
        self._steps.append((do, on.number if on else -1, name, given))
        return Later(self, None, "", wire.Handle(len(self._steps) - 1, ""))


class Later:
    """A value that a Play will ask for: of a step that is taken, or a name or an attribute that is still to be read."""

    def __init__(self, play, owner, name, taken=None):
        self.__dict__.update(_play=play, _owner=owner, _name=name, _taken=taken)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Later(self._play, self, name)

    def __setattr__(self, name, value):
        self._play._take("set", self._handle, name, _across(value))

    def __call__(self, *args):
        args = _across(args)
        if self._taken:
            return self._play._take("call", self._taken, given=args)
        return self._play._take("call", self._owner and self._owner._handle, self._name, args)

    @property
    def _handle(self):
        """Stands for the value in later steps."""
        if not self._taken:
            self.__dict__["_taken"] = self._play._take("get", self._owner and self._owner._handle, self._name)._taken
        return self._taken


def _across(value):
    if isinstance(value, Later):
        return value._handle
    return type(value)(map(_across, value)) if isinstance(value, (list, tuple)) else value


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
