"""Objects in the hands of a test: looked up by name, got, set and called at its request.

The student process answers with this, and so does the examiner when it tries what known code would have answered.
"""

import base64
import contextlib
import functools
import marshal
import random
import types
import warnings
from collections.abc import Collection, Iterator
from typing import Any

import numpy as np
import numpy.linalg  # NumPy loads these late: once for all children, then
import numpy.random

from . import wire
from .watcher import Watcher
from .wire import Handle

MAX_TEXT = 10_000


class Objects:
    """Answers requests about what `names`, a namespace, holds. Objects that can't cross the wall are kept, and Handles
    stand for them."""

    watcher: type[Watcher] = Watcher

    def __init__(self, names: dict[str, Any], warned: list[Any] | None = None):
        """warned: the list that warnings go to, where they are recorded already."""
        self.names = names
        self.kept: dict[int, Any] = {}  # number of a handle: the object it stands for
        self.given = 0  # handles
        self.warned = warned  # the list that warnings go to at the moment
        # {name: what the submission defined} of what tests put something in place of; itself where nothing was
        self.own: dict[str, Any] = {}

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """A dict of values, some of them objects to be kept: see `handle`. seed: for whoever draws without a generator."""
        asked = dict(request)
        do = asked.pop("do")
        if "seed" in asked:
            seed = asked.pop("seed")
            np.random.seed(seed)
            random.seed(seed)
        try:
            return getattr(self, "do_" + do)(**asked)
        except BaseException as error:
            return {"error": describe(error)}

    def handle(self, thing: Any) -> Handle:
        number = self.given
        self.kept[number], self.given = thing, number + 1
        return wire.Handle(number, str(type.__dict__["__name__"].__get__(type(thing)))[:100])

    def here(self, value: Any) -> Any:
        """The value with its handles replaced by the objects that they stand for."""
        return filled(value, self.kept)

    def do_name(self, name: str) -> dict[str, Any]:
        if name not in self.names:
            return {"missing": True}
        return {"value": self.names[name]}

    def do_missing(self, names: list[str]) -> dict[str, Any]:
        """Those of some names that nothing is defined by, or a stub's `...`."""
        return {"value": [name for name in names if self.names.get(name, ...) is ...]}

    def do_put(self, name: str, value: Any) -> dict[str, Any]:
        self.own.setdefault(name, self.names.get(name, self.own))
        self.names[name] = self.here(value)
        return {"value": None}

    def do_put_back(self, names: Any) -> dict[str, Any]:
        """What the submission itself defined stands again under some names."""
        for name in self.own.keys() & set(names):
            thing = self.own.pop(name)
            if thing is self.own:
                self.names.pop(name, None)
            else:
                self.names[name] = thing
        return {"value": None}

    def do_forget(self) -> dict[str, Any]:
        """What the submission itself defined stands again, and what tests brought or made is let go of."""
        self.do_put_back(list(self.own))
        self.kept = {}
        return {"value": None}

    def do_get(self, on: Handle, name: str) -> dict[str, Any]:
        return {"value": getattr(self.here(on), name)}

    def do_set(self, on: Handle, name: str, value: Any) -> dict[str, Any]:
        setattr(self.here(on), name, self.here(value))
        return {"value": None}

    def do_bring(self, source: str = "", names: Any = (), code: str = "") -> dict[str, Any]:
        """The module that a source makes, and what some names stand for in it. code: the source, see `as_sent`."""
        module = types.ModuleType("brought_along")
        exec(marshal.loads(base64.b64decode(code)) if code else _compiled(source), module.__dict__)
        held = {name: self.handle(getattr(module, name)) for name in names}
        return {"value": self.handle(module), "held": held}

    def do_call(
        self, on: Handle, args: list[Any], kwargs: dict[str, Any] | None = None, watch: bool = False, method: str | None = None
    ) -> dict[str, Any]:
        function, args, kwargs = self.here(on), self.here(args), self.here(kwargs) if kwargs else {}
        if method is not None:
            if not hasattr(function, method):
                return {"missing": True}
            function = getattr(function, method)
            if not callable(function):
                return {"not_callable": function}
        watcher, before = self.watcher() if watch else None, _prints_of_all(args)
        answer = {}
        with self.recorded_warnings() as warned:
            try:
                answer["value"] = watcher.call(function, *args, **kwargs) if watcher else function(*args, **kwargs)
            except BaseException as error:
                answer["error"] = describe(error)
        if before is None or before != _prints_of_all(args):
            answer["args"] = args
        if watcher:
            answer["had"] = watcher.had
        if warned:
            answer["warnings"] = _texts(warned)
        return answer

    @contextlib.contextmanager
    def recorded_warnings(self) -> Iterator[Any]:
        """The warnings that are given meanwhile, a list. Within another record, which takes its time to set up, it begins anew."""
        if self.warned is not None:
            self.warned.clear()
            yield self.warned
            return
        with warnings.catch_warnings(record=True) as self.warned:
            warnings.simplefilter("always")
            try:
                yield self.warned
            finally:
                self.warned = None

    def do_batch(self, lines: list[Any], wanted: Collection[int] | None = None, kept: Any = ()) -> dict[str, Any]:
        """The answers to many requests, each as it was when it was given; "unasked" where a request uses what is not there.

        ask: a request, whose handles have numbers of the asker's; gives: [path in the answer, number] of what they stand for.
        wanted: the numbers of those whose answers are wanted, by default all. kept: numbers of handles that were given before, and
        stand for the same in the requests."""
        held = {number: self.kept[number] for number in kept}
        answers = []
        with self.recorded_warnings():
            for n, line in enumerate(lines):
                is_wanted = wanted is None or n in wanted
                try:
                    request = filled(line["ask"], held, copied=True)
                except KeyError:
                    if is_wanted:
                        answers.append({"unasked": True})
                    continue
                answer = self.answer(request)
                if is_wanted:
                    answers.append(self.kept_as(answer))
                for path, number in line.get("gives", ()):
                    if (found := _at(answer, path)) is not ...:
                        value = wire.crossed(found, _stays)
                        held[number] = found if type(value) is wire.Handle else value
        return {"answers": answers}

    def kept_as(self, answer: dict[str, Any]) -> Any:
        """An answer as it is at this moment, whatever becomes of what it holds."""
        return wire.crossed(answer, self.handle)


def _stays(thing):
    return wire.Handle(0, "")


@functools.lru_cache(maxsize=64)
def _compiled(source):
    return compile(source, "<part of a test>", "exec")


def as_sent(request: dict[str, Any]) -> dict[str, Any]:
    """A request as it goes to a student process. What a test brings is compiled beforehand: there, it would be each time."""
    if request["do"] != "bring":
        return request
    return {**{name: value for name, value in request.items() if name != "source"}, "code": _code(request["source"])}


@functools.lru_cache(maxsize=64)
def _code(source):
    return base64.b64encode(marshal.dumps(_compiled(source))).decode()


def _at(value, path):
    """What stands at a path in dicts, lists and tuples, and what crosses as these; `...` where nothing does."""
    for step in path:
        kind = type(value)
        try:
            value = (value if kind in wire.CONTAINERS else wire.held(value, kind))[step]
        except Exception:
            return ...
    return value


def filled(value: Any, kept: dict[int, Any], copied: bool = False) -> Any:
    """The value with each of its handles replaced by what `kept` holds under its number; its arrays copied, if that is
    asked for, and those that a Handle without a type stands for: it is a value, not an object.

    Raises KeyError for what `kept` has not got."""
    kind = type(value)
    if kind is wire.Handle:
        thing = kept[value.number]
        return thing.copy() if copied and not value.type_name and type(thing) is np.ndarray else thing
    if kind is list or kind is tuple:
        return kind([filled(item, kept, copied) for item in value])
    if kind is dict:
        return {key: filled(item, kept, copied) for key, item in value.items()}
    return value.copy() if copied and kind is np.ndarray else value


def _prints_of_all(args):
    """What shows whether an argument was changed in place, or None where that can't be seen so quickly."""
    if all(type(arg) is np.ndarray or type(arg) in (float, int, str, bool, type(None)) for arg in args):
        return _prints(args)
    return None


def _texts(warned):
    return [f"{warning.category.__name__}: {warning.message}"[:200] for warning in warned[:20]]


def _prints(args):
    """What shows whether an array among some arguments was changed in place."""
    return [(arg.shape, arg.dtype.str, arg.tobytes()) for arg in args if type(arg) is np.ndarray]


def describe(error: BaseException) -> dict[str, Any]:
    """An exception as plain text: its type, its message, and the line of the student's cells it came from."""
    facts: dict[str, Any] = {"type": type(error).__name__, "message": "", "cell": None, "line": None, "function": ""}
    try:
        facts["message"] = str(error)[:MAX_TEXT]
    except BaseException:
        facts["message"] = "(its message can't be shown)"
    if isinstance(error, SyntaxError):
        facts.update(message=str(error.msg)[:MAX_TEXT], line=error.lineno, cell=_cell_number(error.filename))
        return facts
    step = error.__traceback__
    while step is not None:
        cell = _cell_number(step.tb_frame.f_code.co_filename)
        if cell is not None:
            facts.update(cell=cell, line=step.tb_lineno, function=step.tb_frame.f_code.co_name)
            frame = step.tb_frame
        step = step.tb_next
    if isinstance(error, ValueError) and facts["cell"] is not None:
        try:
            facts["shapes"] = _shapes(frame.f_locals)
        except BaseException:
            pass  # a student's object may do as it likes
    return facts


def _shapes(names):
    """{what: its shape} of the arrays that a frame's local names, and the attributes of its `self`, stand for."""
    found = dict(names)
    if "self" in names:
        found |= {f"self.{name}": value for name, value in object.__getattribute__(names["self"], "__dict__").items()}
    arrays = [(str(name)[:60], list(value.shape)) for name, value in found.items() if type(value) is np.ndarray]
    return dict(arrays[:50])


def _cell_number(filename):
    if isinstance(filename, str) and filename.startswith("<cell ") and filename[6:-1].isdigit():
        return int(filename[6:-1])
    return None
