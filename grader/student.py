"""The examiner's view of a submission: names, calls and values on the other side of the wall."""

import time
from dataclasses import dataclass

import numpy as np

from . import notebook as nb
from .outcomes import Failed, NotRun, Raised, Stopped
from .sandbox import wire
from .sandbox.channel import Ended
from .words import _, plain

MAX_REPLAYS = 3  # cells that run out of time before the rest is given up


@dataclass(frozen=True)
class Seen:
    """What a watched call did: its result or its error, its arguments afterwards, the local names looked for, and the
    warnings it gave, each as "Category: text"."""

    returned: object
    error: Raised | None
    args: tuple
    names: dict
    warnings: tuple


class Student:
    """Everything that the submission's cells define, by name: `student.Layer(3, 2, act)`.

    A name gives a plain value (number, string, array, list, ...) or a Proxy to call and to look into. What goes
    wrong over there is raised here as an outcome: NotRun, Raised or Stopped.
    """

    def __init__(self, server, notebook, definitions):
        self._server = server
        self._notebook = notebook
        self._definitions = definitions  # {name: "class" or "function"}: what can't be a plain value
        self._child = None
        self._brought = []  # sources, to be defined again in a fresh child
        self._stopped = {}  # cells that ran out of time or died, and are left out when the others are run again
        self._hung = set()  # functions that did not return in time, and are not called again
        self.cells = {}  # number of a cell: {"outputs", "error"} of its last run

    def __getattr__(self, name):
        answer = self._ask({"do": "name", "name": name})
        if "missing" in answer:
            raise NotRun(_("not run: `{name}` is not defined{why}.").format(name=name, why=self._why_missing(name)))
        value = self._here(answer, name)
        if value is ...:
            raise NotRun(_("not run: `{name}` is still to be written.").format(name=name))
        return self._as_defined(name, value)

    def bring(self, source):
        """Define `source`, a few lines that a test brings along, in a namespace apart; a Proxy to that namespace."""
        return self._here(self._ask({"do": "bring", "source": source}), "")

    def watch(self, function, *args, names=(), seconds=None):
        """Call `function`, a Proxy, and return what was Seen; an exception of the student's is in it, not raised.

        names: local names to look for. seconds: the deadline, where the course's limit for a call is too short."""
        return function._call(args, {}, tuple(names), seconds)

    def put(self, name, thing):
        """Put a value or a Proxy in place of what the submission calls `name`."""
        self._here(self._ask({"do": "put", "name": name, "value": _across(thing)}), name)

    def run_cells(self):
        """Run the cells in a fresh child, unless one is alive already."""
        if self._child is not None and self._child.alive:
            return
        while True:
            self._child = self._server.open()
            if self._run_cells_once():
                return

    def close(self):
        if self._child is not None:
            self._child.close()

    def _run_cells_once(self):
        left = self._server.limits.cells_seconds
        for number, source in nb.code_to_run(self._notebook):
            if number in self._stopped or len(self._stopped) > MAX_REPLAYS:
                continue
            started = time.monotonic()
            try:
                answer = self._child.ask({"do": "run", "source": source, "cell": number}, left)
            except Ended as end:
                if end.reason == "timeout":
                    told = _("stopped after {seconds:g} s, the limit for all cells together").format(
                        seconds=self._server.limits.cells_seconds
                    )
                else:
                    told = _("its process ended (a crash, `os._exit`, or too much memory)")
                self._stopped[number] = told
                self.cells[number] = {"outputs": [], "error": {"type": _("Stopped"), "message": told}}
                return False
            left = max(0.1, left - (time.monotonic() - started))
            self.cells[number] = {
                "outputs": answer.get("outputs") if isinstance(answer.get("outputs"), list) else [],
                "error": answer["error"] if isinstance(answer.get("error"), dict) else None,
            }
        return True

    def _ask(self, request, called=None, seconds=None):
        self.run_cells()
        limit = seconds or self._server.limits.call_seconds
        try:
            return self._child.ask(request, limit)
        except wire.Malformed as error:
            raise ValueError(f"a test sends what can't cross the wall: {error}") from None
        except Ended as end:
            what = f"`{called}`" if called else _("your code")
            if end.reason == "timeout":
                self._hung.add(called)
                raise Stopped(
                    _("{what} was stopped after {seconds:g} s.").format(what=what, seconds=limit),
                    _("Is there a loop that never ends, or one that runs far more often than it needs to?"),
                ) from None
            raise Stopped(
                _("The process of your code ended while {what} ran: a crash, an exit, or too much memory.").format(what=what)
            ) from None

    def _here(self, answer, name):
        """The value of an answer, a Proxy where it stayed over there. Raises Raised where the answer is an error."""
        if "error" in answer:
            raise self._raised(answer["error"], name)
        return self._proxied(answer.get("value"), name)

    def _proxied(self, value, name):
        if isinstance(value, wire.Handle):
            return Proxy(self, value, name, self._child)
        if isinstance(value, (list, tuple)):
            return type(value)(self._proxied(item, name) for item in value)
        if isinstance(value, dict):
            return {key: self._proxied(item, name) for key, item in value.items()}
        return value

    def _as_defined(self, name, value):
        """The value; where the stub has a class or function of that name, it must be a Proxy. Raises Failed."""
        kind = self._definitions.get(name)
        if kind is None or isinstance(value, Proxy):
            return value
        kind = _("a class") if kind == "class" else _("a function")
        raise Failed(_("`{name}` must be {kind}; it is {got}.").format(name=name, kind=kind, got=_describe(value)))

    def _raised(self, told, name):
        told = told if isinstance(told, dict) else {}
        line = told.get("line") if type(told.get("line")) is int else None
        where, quoted = "", ""
        cell = told.get("cell")
        if line and type(cell) is int and 0 <= cell < len(self._notebook["cells"]):
            quoted = nb.clean_line(self._notebook["cells"][cell]["source"], line)
            where = _(" Line {line} of {cell}: `{code}`").format(line=line, cell=nb.cell_label(self._notebook, cell), code=quoted)
        error = plain(told.get("type"), 60)
        message = plain(told.get("message"), 300).strip().rstrip(".")
        return Raised(
            _("{name} raised {error}{message}.{where}").format(
                name=f"`{name}`" if name else _("Your code"), error=error, message=f": {message}" if message else "", where=where
            )
        )

    def _why_missing(self, name):
        """Why a name is missing, as far as a cell's failure explains it."""
        for number, source in nb.code_to_run(self._notebook):
            error = self.cells.get(number, {}).get("error")
            if error and (name in source or number in self._stopped):
                told = f"{plain(error.get('type'), 60)}: {plain(error.get('message'), 200)}"
                line = error.get("line")
                at = _(", line {line}").format(line=line) if type(line) is int else ""
                return _(", because {cell} did not run through ({told}{at})").format(
                    cell=nb.cell_label(self._notebook, number), told=told, at=at
                )
        return ""


class Proxy:
    """An object that stays in the student's process. Attributes and calls go across; plain values come back."""

    def __init__(self, student, handle, name, child):
        # past __setattr__, which sets attributes over there
        self.__dict__.update(_student=student, _handle=handle, _name=name, _child=child)

    def __getattr__(self, name):
        self._same_child()
        answer = self._student._ask({"do": "get", "on": self._handle, "name": name})
        told = answer.get("error")
        if isinstance(told, dict) and told.get("type") == "AttributeError" and told.get("cell") is None:
            raise NotRun(_("not run: `{thing}` has no `{name}`.").format(thing=self._name, name=name))
        return self._student._as_defined(name, self._student._here(answer, name))

    def __setattr__(self, name, value):
        self._same_child()
        request = {"do": "set", "on": self._handle, "name": name, "value": _across(value)}
        self._student._here(self._student._ask(request), name)

    def __call__(self, *args, **kwargs):
        seen = self._call(args, kwargs, ())
        if seen.error:
            raise seen.error
        if self._student._definitions.get(self._name) == "class" and not isinstance(seen.returned, Proxy):
            raise Failed(
                _("`{name}(…)` must make an object; it gave {got}.").format(name=self._name, got=_describe(seen.returned))
            )
        return seen.returned

    def _call(self, args, kwargs, watch, seconds=None):
        self._same_child()
        student = self._student
        if self._name in student._hung:
            raise Stopped(_("`{name}` was stopped before, and is not called again.").format(name=self._name))
        request = {
            "do": "call",
            "on": self._handle,
            "args": [_across(arg) for arg in args],
            "kwargs": {key: _across(value) for key, value in kwargs.items()},
            "watch": list(watch),
        }
        answer = student._ask(request, self._name, seconds)
        after = answer.get("args")
        seen, warned = answer.get("seen"), answer.get("warnings")
        return Seen(
            returned=student._proxied(answer.get("value"), f"{self._name}()"),  # no longer the class or function itself
            error=student._raised(answer["error"], self._name) if "error" in answer else None,
            args=tuple(after) if isinstance(after, list) else (),
            names={name: student._proxied(value, name) for name, value in seen.items()} if isinstance(seen, dict) else {},
            warnings=tuple(w for w in warned if isinstance(w, str)) if isinstance(warned, list) else (),
        )

    def _same_child(self):
        if self._child is not self._student._child or not self._child.alive:
            raise Stopped(_("The process of your code ended before this could be tried."))

    @property
    def _type_name(self):
        return plain(self._handle.type_name, 60)

    def __repr__(self):
        return f"<{self._type_name} in the student's process>"


def _describe(value):
    return "None" if value is None else _("of type {kind}").format(kind=type(value).__name__)


def _across(value):
    """An argument as it crosses: a Proxy as its handle, an array as a copy."""
    if isinstance(value, Proxy):
        return value._handle
    if isinstance(value, (list, tuple)):
        return type(value)(_across(item) for item in value)
    return value.copy() if isinstance(value, np.ndarray) else value
