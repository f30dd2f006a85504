"""What a test cell holds of a submission: plain values rebuilt here, and a Remote for each object that stays behind the wall.

A test cell is the course's own code and runs in this process; every step that it takes with an object of the submission's is a
question. What such an object says of itself is believed only where the reference's was asked the same at the same place of the
cell: so a list whose `==` is always True is no list here, and earns nothing, and a class that the exercise asks for is compared
as its author meant it.
"""

import builtins
import copy
import itertools
import random
import sys
import types
from collections.abc import Iterator, Set
from typing import Any

import numpy as np

from grader.exam import quotable
from grader.exam.attempt import Attempt
from grader.exam.outcomes import Failed, NotPassed, Stopped
from grader.exam.remote_error import RemoteError
from grader.sandbox import values, wire
from grader.sandbox.operations import OF_NAMES
from grader.words import _, plain

HERE = "<cell of the course "  # how the file names of the course's own cells begin
MAX_ANCESTORS = 40


class Halt(BaseException):
    """The cell can't go on. No Exception, so that a cell that expects one does not take it for that."""


class CannotBe(BaseException):
    """The cell does what can't be done apart from the submission; the text says what."""


class RemoteSession:
    """Takes the steps of a submission's test cells, one cell after the other: see `begin`.

    why: what ended the cell, an outcome, where that is no matter of the cell's own; cannot: what it does that can't be done apart
    from the submission; handed: names of the course's classes that are wanted over there; asked: {(lines, step, …)} of what objects
    were asked; changed_more: [(a thing, what it held before)] of what calls changed in place and the reference's did not."""

    def __init__(self, attempt: Attempt):
        self.attempt = attempt
        self.errors: dict[int, RemoteError] = {}  # {id of an exception raised here: what is known of it}
        self._kept: list[BaseException] = []  # so that their ids stay theirs
        self._drawn: tuple[Any, ...] = ()
        self._remotes: dict[tuple[int, int], Remote] = {}  # (child, number of its handle)
        self._exceptions: dict[tuple[int, int], type] = {}
        self.begin(None, False)

    def begin(self, foreseen: Set[tuple[Any, ...]] | None, draws: bool, changes: bool = True) -> None:
        """Begin with a cell. foreseen: what the reference's objects were asked in it, None while that is the reference itself.
        draws: whether what the cell draws from is the submission's, too. changes: whether what a call changed in place is changed
        here where the reference's call didn't."""
        self.foreseen, self.changes, self._draws = foreseen, changes, draws
        self.asked: set[tuple[Any, ...]] = set()
        self.why: NotPassed | None = None
        self.cannot = ""
        self.handed: set[str] = set()
        self.changed_more: list[tuple[Any, Any]] = []

    def step(self, step: str, *args: Any, called: str = "", **kwargs: Any) -> Any:
        """What a step gives. Raises what it raised; Halt where it can't be taken."""
        if step not in OF_NAMES:
            self.see(step, *args)
        return self._taken(self._asked(step, args, kwargs, called), args)

    def _asked(self, step, args, kwargs, called=""):
        functions: dict[int, int] = {}
        request: dict[str, Any] = {"do": "step", "step": step, "args": [self._described(arg, functions) for arg in args]}
        if kwargs:
            request["kwargs"] = {name: self._described(value, functions) for name, value in kwargs.items()}
        if self._draws:
            state, drawn = _draws()
            if drawn != self._drawn:
                self._drawn, request["draws"] = drawn, state
        if not all(self._is_there(arg) for arg in (*args, *kwargs.values()) if isinstance(arg, Remote)):
            raise self.halt(Stopped(_("The process of your code ended before this could be tried.")))
        try:
            return self.attempt.ask(request, called or None)
        except Stopped as stopped:
            raise self.halt(stopped) from None
        except ValueError as error:  # too much, or too deep, for the wire
            raise self.impossible(str(error)) from None

    def _is_there(self, remote):
        return remote._child == self.attempt.child_number and self.attempt.alive

    def compared(self, step: str, one: Any, other: Any) -> Any:
        """The same of == and !=. With what can't cross nothing over there is equal."""
        before = self.cannot
        try:
            return self.step(step, one, other)
        except CannotBe:
            self.cannot = before
            return NotImplemented

    def _taken(self, answer, args):
        if isinstance(printed := answer.get("printed"), str):
            sys.stdout.write(printed)
        changed, now = answer.get("changed"), dict[int, Any]()
        for n, described in changed.items() if isinstance(changed, dict) else ():
            if n.isdigit() and int(n) < len(args):
                now[int(n)] = self._change(int(n), args[int(n)], described)
        if "error" in answer:
            raise self._raised(answer)
        same = answer.get("same")
        if type(same) is int and 0 <= same < len(args):
            return now.get(same, args[same])
        return self.built(answer.get("value"))

    def built(self, described: Any) -> Any:
        """The value that the submission's process described."""
        try:
            return values.rebuilt(described, self.remote, self._special)
        except wire.Malformed as error:
            raise self.halt(Failed(_("Your code gave back {what}.").format(what=error))) from None

    def remote(self, handle: wire.Handle) -> "Remote":
        key = self.attempt.child_number, handle.number
        if key not in self._remotes:
            self._remotes[key] = Remote(self, handle, key[0])
        return self._remotes[key]

    def halt(self, why: NotPassed) -> Halt:
        """The end of the cell, whatever it would make of it."""
        self.why = self.why or why
        return Halt()

    def impossible(self, what: str) -> CannotBe:
        """The end of a cell that does what can't be done apart from the submission."""
        self.cannot = self.cannot or what
        return CannotBe(what)

    def _special(self, kind, *items):
        if kind == "iterator":
            return self._iterated(self.remote(items[0]))
        if kind == "exception":
            return self._exception(*items)
        raise ValueError(kind)

    def _iterated(self, iterator) -> Iterator[Any]:
        """What an iterator of Python's own gives: plain values, as a list of them would be."""
        while True:
            try:
                item = self._taken(self._asked("next", (iterator,), {}), (iterator,))
            except StopIteration:
                return
            yield item

    def _exception(self, handle, name, base):
        """The class that stands here for one of the submission's exceptions."""
        key = self.attempt.child_number, handle.number
        if key not in self._exceptions:
            self.handed.add(name)
            parent = self.built(base) if type(base) is tuple else getattr(builtins, base, None)
            if not (isinstance(parent, type) and issubclass(parent, Exception)):
                parent = Exception
            made = types.new_class(plain(name, 60) if name.isidentifier() else "Exception", (parent,))
            made._remote = self.remote(handle)
            self._exceptions[key] = made
        return self._exceptions[key]

    def _raised(self, answer):
        """The exception of the submission's as one here, of Python's own kind or of one that stands for the submission's."""
        error = RemoteError.parse(answer["error"])
        raised = answer.get("raised")
        raised = raised if isinstance(raised, dict) else {}
        try:
            kind, args = self.built(raised.get("kind")), self.built(raised.get("args"))
        except Halt:
            kind, args = Exception, ()
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            kind = Exception  # an exit, or an interrupt: nothing that should end this process
        args = args if type(args) is tuple else ()
        try:
            made = kind(*args)
        except Exception:
            made = kind.__new__(kind)
            made.args = args
        self.errors[id(made)] = error
        self._kept.append(made)
        return made

    def _change(self, n, here, described):
        """Change an argument, the n-th of a step, in place as the step did over there. Returns what stands for it from then on."""
        where = (*_place(), "changes", n)
        now = self.built(described)
        if type(now) is not type(here):
            return here
        if self.foreseen is None:
            self.asked.add(where)
        elif where not in self.foreseen:
            if not self.changes:
                return now
            self.changed_more.append((here, copy.copy(here)))
        if type(here) is np.ndarray and (here.size != now.size or not here.flags.writeable):
            raise self.halt(Failed(_("Your code changed the size of an array that it was given.")))
        _fill(here, now)
        return here

    def take_back(self) -> None:
        """Undo what calls of this cell changed in place and the reference's did not."""
        while self.changed_more:
            _fill(*self.changed_more.pop())

    def see(self, step: str, *args: Any) -> None:
        """Let an object of the submission's be asked a step only where the reference's was, at the same place of the cell, of as
        many objects. Raises Halt."""
        where = (*_place(), step, tuple(isinstance(arg, Remote) for arg in args[:2]))
        if self.foreseen is None:
            self.asked.add(where)
        elif where not in self.foreseen:
            name = type_name(next(arg for arg in args if isinstance(arg, Remote)))
            raise self.halt(
                Failed(
                    _("Your code gave back an object of the type {kind} where a plain value was looked for.").format(
                        kind=f"`{name}`"
                    ),
                    _("Numbers, texts, lists, tuples, sets, dicts and arrays are plain values, exactly of these types."),
                )
            )

    def _described(self, value, functions):
        """An argument in terms of the wire's. Raises CannotBe for what stays here."""

        def stays(thing):
            if isinstance(thing, Remote):
                return thing._handle
            if isinstance(thing, type) and isinstance(remote := getattr(thing, "_remote", None), Remote):
                return remote._handle
            if named := _named(thing):
                return ("named", *named)
            if isinstance(thing, types.FunctionType):
                return values.described_function(thing, lambda value: self._described(value, functions), functions)
            if isinstance(thing, types.ModuleType):
                return ("module", thing.__name__)
            if type(thing).__name__ == "StringIO":
                return ("text", thing.getvalue())
            if isinstance(thing, Iterator):
                items = list(itertools.islice(thing, values.MAX_ITEMS))
                return ("iterated", *[self._described(item, functions) for item in items])
            own = thing if isinstance(thing, type) else type(thing)
            self.handed |= {base.__name__ for base in own.__mro__ if base.__module__ == "__main__"}
            kind = plain(type(thing).__name__, 60)
            raise self.impossible(_("it hands an object of the type `{kind}` to the submission").format(kind=kind))

        described = values.described(value, stays)
        return stays(value) if type(described) is tuple and described[:1] == ("iterator",) else described


class Remote:
    """An object that stays in the submission's process."""

    __slots__ = ("_child", "_handle", "_name", "_remote_session")

    def __init__(self, session: RemoteSession, handle: wire.Handle, child: int):
        """child: the number of the process that it is in."""
        for name, value in (("_remote_session", session), ("_handle", handle), ("_child", child), ("_name", "")):
            object.__setattr__(self, name, value)

    def __getattr__(self, name):
        if name.startswith("__") and name not in _ASKED_FOR:
            raise AttributeError(name)  # what NumPy and others look for first
        return self._remote_session.step("getattr", self, name)

    def __setattr__(self, name, value):
        self._remote_session.step("setattr", self, name, value)

    def __delattr__(self, name):
        self._remote_session.step("delattr", self, name)

    def __call__(self, *args, **kwargs):
        return self._remote_session.step("call", self, *args, called=self._name, **kwargs)

    def __iter__(self):
        return self._remote_session.step("iter", self)

    def __next__(self):
        return self._remote_session.step("next", self)

    def __contains__(self, item):
        return self._remote_session.step("contains", self, item)

    def __hash__(self):
        self._remote_session.see("hash", self)
        return self._handle.number

    def __enter__(self):
        return self._remote_session.step("enter", self)

    def __exit__(self, *_error):
        return self._remote_session.step("leave", self)

    def __format__(self, how):
        return self._remote_session.step("format", self, how)

    def __round__(self, digits=None):
        return self._remote_session.step("round", self, *([] if digits is None else [digits]))

    @property
    def __doc__(self):
        return self._remote_session.step("getattr", self, "__doc__")


_ASKED_FOR = frozenset(
    ("__name__", "__qualname__", "__module__", "__annotations__", "__dict__", "__mro__", "__bases__", "__code__")
)
_OF_ONE = (
    "len",
    "bool",
    "int",
    "float",
    "complex",
    "str",
    "bytes",
    "repr",
    "neg",
    "pos",
    "abs",
    "invert",
    "index",
    "reversed",
    "dir",
)
_COMPARED = ("eq", "ne", "lt", "le", "gt", "ge")
_ITEMS = ("getitem", "setitem", "delitem")
_OF_TWO = ("add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor", "divmod")
_IN_PLACE = ("iadd", "isub", "imul", "imatmul", "itruediv", "ifloordiv", "imod", "ipow")


def _add_operators():
    for step in (*_OF_ONE, *_COMPARED, *_ITEMS, *_OF_TWO, *_IN_PLACE):
        setattr(Remote, f"__{step.rstrip('_')}__", _operator(step))
    for step in _OF_TWO:
        setattr(Remote, f"__r{step.rstrip('_')}__", _operator(step, swapped=True))


def _operator(step, swapped=False):
    if swapped:
        return lambda self, other: self._remote_session.step(step, other, self)
    if step in ("eq", "ne"):
        return lambda self, other: self._remote_session.compared(step, self, other)
    return lambda self, *others: self._remote_session.step(step, self, *others)


_add_operators()


def type_name(thing: Remote) -> str:
    """What an object's type is called, as far as it may be said."""
    return plain(quotable.source().type_name(thing._handle.type_name), 60)


def _named(thing):
    """(module, name) of a function or class of a library's, else None."""
    module, name = getattr(thing, "__module__", None), getattr(thing, "__qualname__", None)
    if not isinstance(thing, (type, types.BuiltinFunctionType, types.FunctionType, np.ufunc)) or not isinstance(name, str):
        module, name = ("numpy", thing.__name__) if isinstance(thing, np.ufunc) else (None, None)
    if not isinstance(module, str) or module == "__main__" or module.partition(".")[0] == "grader":
        return None
    found = sys.modules.get(module)
    for step in name.split("."):
        found = getattr(found, step, None)
    return (module, name) if found is thing else None


def _place():
    """((file, line), …) of the lines of the course's own cells that are being run, each once, the innermost first."""
    lines = dict[tuple[str, int], None]()
    frame: types.FrameType | None = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename.startswith(HERE):
            lines[frame.f_code.co_filename, frame.f_lineno] = None
        frame = frame.f_back
    return tuple(lines)


def _fill(here, now):
    """Give a thing what another of its type holds."""
    if isinstance(here, (list, bytearray)):
        here[:] = now
    elif isinstance(here, (dict, set)):
        here.clear()
        here.update(now)
    elif isinstance(here, np.ndarray):
        here.shape = now.shape
        here[...] = now
    elif type(here).__name__ == "DataFrame":
        here.drop(columns=list(here.columns), inplace=True)
        here.drop(index=here.index, inplace=True)
        for column in now.columns:
            here[column] = now[column]


def _draws():
    """(what NumPy and Python draw from, in terms of the wire's; what tells one such state from another)"""
    _kind, keys, position, has_gauss, cached = np.random.get_state()
    _version, state, gauss = random.getstate()
    described = [keys.astype("i8"), int(position), int(has_gauss), float(cached), np.array(state, "i8"), gauss]
    return described, (keys.tobytes(), position, has_gauss, cached, hash(state), gauss)
