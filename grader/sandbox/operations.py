"""What a notebook's test cell does with what a submission defined, done beside it: names, calls, attributes, operators.

The cell itself runs in the examiner's process. Here is only what one step of it needs, and what came of that step."""

import contextlib
import importlib
import io
import operator
import random
from collections.abc import Callable
from typing import Any

import numpy as np

from . import values
from .objects import describe
from .wire import Handle

MAX_PRINTED = 100_000  # characters that one step may print
MAX_TEXT = 10_000  # of an exception
MAX_VALUES = 40_000  # of an answer: more stay where they are
_CHANGES = (list, dict, set, bytearray, np.ndarray)  # what may be changed in place, and is looked at afterwards

# What a step may be; the first argument is the object, or the name.
STEPS: dict[str, Callable[..., Any]] = {
    "getattr": getattr,
    "setattr": setattr,
    "delattr": delattr,
    "call": lambda function, *args, **kwargs: function(*args, **kwargs),
    "method": lambda thing, name, *args, **kwargs: getattr(thing, name)(*args, **kwargs),
    "isinstance": isinstance,
    "issubclass": issubclass,
    "callable": callable,
    "type": type,
    "next": next,
    "enter": lambda manager: type(manager).__enter__(manager),
    "leave": lambda manager: type(manager).__exit__(manager, None, None, None),
    **{
        name: getattr(operator, name)
        for name in ("eq", "ne", "lt", "le", "gt", "ge", "getitem", "setitem", "delitem", "contains")
    },
    **{name: getattr(operator, name) for name in ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift")},
    **{name: getattr(operator, name) for name in ("rshift", "and_", "or_", "xor", "neg", "pos", "abs", "invert", "index")},
    **{name: getattr(operator, name) for name in ("iadd", "isub", "imul", "imatmul", "itruediv", "ifloordiv", "imod", "ipow")},
    **{kind.__name__: kind for kind in (bool, int, float, complex, str, bytes)},
    **{step.__name__: step for step in (len, iter, reversed, repr, hash, round, divmod, format, dir)},
}


class Operations:
    """Steps of test cells, for the object that answers in a submission's process. `names` is the notebook's namespace."""

    names: dict[str, Any]
    kept: dict[int, Any]
    handle: Callable[[Any], Handle]

    def do_step(self, step: str, args: list[Any], kwargs: Any = (), draws: Any = None) -> dict[str, Any]:
        """value: what the step gave, or raised: the exception that it ended with, for the test; printed: what it printed;
        changed: {number of an argument: what it holds now}; same: the number of the argument that came back."""
        printed = io.StringIO()
        functions: dict[int, Any] = {}
        given = [self._built(arg, functions) for arg in args]
        named = {name: self._built(value, functions) for name, value in kwargs.items()} if kwargs else {}
        if draws is not None:
            np.random.set_state(("MT19937", draws[0].astype("u4"), *draws[1:4]))
            random.setstate((3, tuple(draws[4].tolist()), draws[5]))
        answer: dict[str, Any]
        try:
            with contextlib.redirect_stdout(_Limited(printed)):
                result = getattr(self, f"_{step}")(*given, **named) if step in OF_NAMES else STEPS[step](*given, **named)
            back = [n for n, arg in enumerate(given) if arg is result and _may_change(arg)]
            answer = {"same": back[0]} if back else {"value": self._described(result)}
        except BaseException as error:
            answer = {"error": describe(error), "raised": self._described_error(error)}
        if text := printed.getvalue():
            answer["printed"] = text
        if changed := self._changed(given, args):
            answer["changed"] = changed
        return answer

    def _changed(self, given, args):
        """{number of an argument, as text: what it holds now} of those that the step changed."""
        changed = {}
        for n, (now, before) in enumerate(zip(given, args, strict=True)):
            if _may_change(now):
                described = self._described(now)
                if not _alike(described, before):
                    changed[str(n)] = described
        return changed

    def _name(self, name):
        return self.names[name]

    def _has(self, name):
        return name in self.names

    def _put(self, name, value):
        self.names[name] = value

    def _delete(self, name):
        del self.names[name]

    def _module(self, name):
        return importlib.import_module(name)

    def _described(self, value):
        described = values.described(value, self._stand_in)
        return described if _count(described) <= MAX_VALUES else self._stand_in(value)

    def _stand_in(self, value):
        """What stands for an object that stays: a Handle, the same one each time; of a class of exceptions also its name, and what it
        is derived from: another one of the submission's, or the name of Python's own."""
        numbers = self.__dict__.setdefault("_numbers", {})
        if (known := numbers.get(id(value))) is None or self.kept.get(known.number) is not value:
            known = numbers[id(value)] = self.handle(value)
        if isinstance(value, type) and issubclass(value, BaseException):
            base = next((base for base in value.__bases__ if issubclass(base, BaseException)), Exception)
            return ("exception", known, value.__name__, base.__name__ if base.__module__ == "builtins" else self._stand_in(base))
        return known

    def _built(self, value, functions):
        def special(kind, *items):
            if kind == "function":
                return values.built_function(items, build, self.names, functions)
            if kind == "again":
                return functions[items[0]]
            if kind == "named":
                return operator.attrgetter(items[1])(importlib.import_module(items[0]))
            if kind == "module":
                return importlib.import_module(items[0])
            if kind == "text":
                return io.StringIO(items[0])
            if kind == "iterated":
                return iter([build(item) for item in items])
            raise ValueError(kind)

        build = lambda value: values.rebuilt(value, lambda handle: self.kept[handle.number], special)
        return build(value)

    def _described_error(self, error):
        try:
            text = str(error)[:MAX_TEXT]
        except BaseException:
            text = ""
        try:
            args = self._described(tuple(error.args))
        except BaseException:
            args = ("tuple", text)
        return {"kind": self._described(type(error)), "base": _of_pythons_own(type(error)), "args": args, "text": text}


OF_NAMES = frozenset(("name", "has", "put", "delete", "module"))


class _Limited(io.TextIOBase):
    def __init__(self, stream):
        self._stream, self._room = stream, MAX_PRINTED

    def write(self, text: str) -> int:
        self._stream.write(text[: self._room])
        self._room = max(0, self._room - len(text))
        return len(text)

    def writable(self) -> bool:
        return True


def _may_change(value):
    return type(value) in _CHANGES or (type(value).__name__ == "DataFrame" and type(value).__module__.startswith("pandas"))


def _count(described):
    return 1 + sum(map(_count, described)) if type(described) is tuple else 1


def _of_pythons_own(kind):
    """The name of the nearest class of exceptions that is Python's own."""
    return next(base.__name__ for base in kind.__mro__ if base.__module__ == "builtins")


def _alike(one, other):
    if type(one) is not type(other):
        return False
    if type(one) is np.ndarray:
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if type(one) is tuple:
        return len(one) == len(other) and all(map(_alike, one, other))
    if type(one) is Handle:
        return one.number == other.number
    return one == other or (one != one and other != other)
