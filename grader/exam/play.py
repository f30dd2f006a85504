"""What a right submission is asked, all in one question.

A hidden test file may have a function `at_once(play, rng)`, which asks for everything that its tests look at and says what is
wanted, of which parts. A part of which all is right is passed. Of what is not right nothing is said: its tests ask one by one.
"""

from dataclasses import dataclass

import numpy as np

from grader.exam.checks import close
from grader.sandbox import wire
from grader.sandbox.objects import filled


@dataclass(frozen=True)
class Wanted:
    what: object  # steps, as Handles
    want: object
    parts: tuple  # those that look at it; none, all of them
    advice: str = ""  # given where it isn't so; none, it must be so

    def is_met(self, got):
        """got: {number of a step: its value}, without those that broke."""
        try:
            return fits(filled(self.what, got), self.want)
        except KeyError:
            return False


class Play:
    """Notes questions and asks them together: `layer = play.Affine(W, b)`, `play.wants(layer.forward(x), out)`.

    A name, attribute or result stands for a value that is not there yet. An attribute is read when it is used or wanted.
    """

    def __init__(self, student):
        self._student = student
        self._steps = []
        self._wanted = []
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

    def put(self, name, thing):
        """In place of what the submission calls `name`, until the end of the play."""
        self._take("put", name=name, given=_across(thing))

    def now(self, later):
        """`later`, an attribute, as it is now."""
        return Later(self, None, "", later._handle)

    def wants(self, later, want, *parts):
        """`later` must be `want`: an array or a number in float64, text, a tuple or list of those; or what `want(value)` is true of,
        without an exception. `later` may be several, in tuples, lists and dicts, for a function that looks at them together.

        parts: those that look at it, without `test_`; none said, all of them."""
        self._wanted.append(Wanted(_across(later), want, parts))

    def hopes(self, later, want, advice, *parts):
        """`later` should be `want`. It costs nothing where it isn't; the advice is given, unless these parts are asked one by one."""
        self._wanted.append(Wanted(_across(later), want, parts, advice))

    def may_warn(self, words, advice):
        """A warning of these words costs nothing; the advice is given."""
        self._warnings[words] = advice

    def right(self, parts):
        """Those of `parts` that are looked at, and of which everything is as it is wanted. Raises NotPassed, and ValueError
        where another part is named.

        None are where an array that was given is changed, or where a warning came that may not; nor, with one that may, unless
        they all are. `advice` holds what there is to say of them all the same."""
        if unknown := {part for wanted in self._wanted for part in wanted.parts}.difference(parts):
            raise ValueError(f"at_once names parts that have no test: {', '.join(sorted(unknown))}")
        steps = sorted({number for wanted in self._wanted for number in wire.handles(wanted.what)})
        answer = self._student.play(self._request(steps))
        got, broke, warned = answer.get("value"), answer.get("broke"), answer.get("warnings")
        if not (type(got) is type(broke) is type(warned) is list and all(type(n) is int for n in broke)):
            return set()
        there = [number for number in steps if number not in broke]
        if len(there) != len(got):
            return set()
        got = dict(zip(there, got, strict=True))
        missed = [wanted for wanted in self._wanted if not wanted.is_met(got)]
        wrong = {part for wanted in missed if not wanted.advice for part in wanted.parts or parts}
        right = {part for wanted in self._wanted for part in wanted.parts or parts} - wrong
        given = [next((self._warnings[w] for w in self._warnings if w in told), "") for told in warned if type(told) is str]
        if warned and (wrong or "" in given or len(given) < len(warned)):
            return set()
        hoped = [wanted.advice for wanted in missed if wanted.advice and right.issuperset(wanted.parts or parts)]
        self.advice = list(dict.fromkeys(hoped + given))
        return right

    def _request(self, wanted):
        """All steps in one question, each column of them by itself: that is soonest encoded."""
        do, on, name, given = zip(*self._steps, strict=True)
        columns = {"each": " ".join(do), "on": np.array(on), "name": " ".join(name), "given": given}
        return {"do": "play", **columns, "wanted": np.array(wanted)}

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
    if isinstance(value, dict):
        return {key: _across(item) for key, item in value.items()}
    return type(value)(map(_across, value)) if isinstance(value, (list, tuple)) else value


def fits(got, want):
    """Whether a value that crossed is the wanted one, in kind too."""
    if isinstance(want, np.ndarray):
        alike = type(got) is np.ndarray and got.dtype == want.dtype and got.shape == want.shape
        return alike and (got.tobytes() == want.tobytes() or close(got, want))
    if callable(want):
        try:
            return bool(want(got))
        except Exception:  # NotPassed, or what came is nothing that it can look at
            return False
    if isinstance(want, float):
        return type(got) is float and close(got, want)
    if isinstance(want, (tuple, list)):
        return type(got) is type(want) and len(got) == len(want) and all(map(fits, got, want))
    return type(got) is type(want) and got == want
