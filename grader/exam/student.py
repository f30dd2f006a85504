"""The examiner's view of a submission: names, calls and values on the other side of the wall."""

import ast
import functools
import math
import time
from dataclasses import dataclass

import numpy as np

from grader.exam import explain_errors
from grader.exam.compare import is_value
from grader.exam.outcomes import Failed, NotRun, Raised, Stopped
from grader.notebook import outputs as shown
from grader.notebook import read as nb
from grader.sandbox import wire
from grader.sandbox.channel import Ended
from grader.words import _, plain

SEED = 5  # of what student code draws without a generator of its own
MAX_REPLAYS = 3  # cells that run out of time before the rest is given up
MAX_RECEIVED = 64 << 20  # bytes of answers to one submission's tests, which are kept until it is marked


@dataclass(frozen=True)
class Seen:
    """What a watched call did: its result or its error, its arguments afterwards, what the student's code had in its hands
    meanwhile, and the warnings it gave, each as "Category: text".

    had: {label: the distinct values that it held over time}, see `sandbox.watcher`. Labels are for messages: a value counts
    for what it is."""

    returned: object
    error: Raised | None
    args: tuple
    had: dict
    warnings: tuple

    def holds(self, want) -> bool:
        """Whether `want`, an array or a number, was among what the code had in its hands, in its shape and to rounding."""
        return any(is_value(value, want) for values in self.had.values() for value in values)


@dataclass(frozen=True)
class Asked:
    """One question that a hidden test asked, and what came back."""

    test: str  # the test that asked, or the fixture
    birth: int  # which child answered: each one's handles are its own
    request: dict
    answer: dict | None  # None where it ended
    slow: bool  # given more time than a call gets: never to be asked of other code


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
        self._received = 0  # bytes, from the children before this one
        self._until = time.monotonic() + server.limits.total_seconds
        self._births = 0
        self._names = {}  # classes and functions looked up already, in this child
        self._state = (None, {})  # (an object's handle, its plain attributes), until other code runs
        self._seeded = False  # since the last turn, or in this child
        self._stopped = {}  # cells that ran out of time or died, and are left out when the others are run again
        self._hung = set()  # functions that did not return in time, and are not called again
        self._exercise, self._test = "", ""
        self.cells = {}  # number of a cell: {"outputs", "error"} of its last run
        self.asked = {}  # exercise: [Asked], in order

    def __getattr__(self, name):
        if name in self._names and self._child.alive:
            return self._names[name]
        answer = self._ask({"do": "name", "name": name})
        if "missing" in answer:
            why, facts = explain_errors.why_missing(name, self._notebook, self.cells, self._stopped, self._server.limits)
            raise NotRun(_("not run: `{name}` is not defined{why}.").format(name=name, why=why), **facts)
        value = self._here(answer, name)
        if value is ...:
            raise NotRun(_("not run: `{name}` is still to be written.").format(name=name))
        value = self._as_defined(name, value)
        if isinstance(value, Proxy):
            self._names[name] = value
        return value

    def turn_to(self, exercise, test=""):
        """What is asked from now on is asked by this test, or by the fixture of that name."""
        self._exercise, self._test = exercise, test
        self._seeded = False

    def bring(self, source):
        """Define `source`, a few lines that a test brings along, in a namespace apart; a Proxy to that namespace."""
        module = _ours(self._here(self._ask({"do": "bring", "source": source}), ""))
        module.__dict__["_brought"] = _callables(source)
        return module

    def watch(self, function, *args, seconds=None):
        """Call `function`, a Proxy, and return what was Seen; an exception of the student's is in it, not raised.

        seconds: the deadline, where the course's limit for a call is too short; then `had` is empty."""
        return function._call(args, {}, watch=seconds is None, seconds=seconds)

    def put(self, name, thing):
        """Put a value or a Proxy in place of what the submission calls `name`."""
        self._names.pop(name, None)
        self._here(self._ask({"do": "put", "name": name, "value": _across(thing)}), name)

    def run_cells(self):
        """Run the cells in a fresh child, unless one is alive already."""
        if self._child is not None and self._child.alive:
            return
        while True:
            self._check_total()
            self._received = self.received
            self._child = self._server.open()
            self._births += 1
            self._names, self._seeded = {}, False
            if self._run_cells_once():
                return

    def close(self):
        if self._child is not None:
            self._child.close()

    @property
    def received(self):
        """Bytes of all answers."""
        return self._received + (self._child.received if self._child else 0)

    def _check_total(self):
        """Raise Stopped where the submission has had all that it may use, its fresh starts included."""
        if time.monotonic() > self._until:
            raise Stopped(
                _("not tried: your notebook had used up {seconds:g} s, the limit for everything together.").format(
                    seconds=self._server.limits.total_seconds
                )
            )
        if self.received > MAX_RECEIVED:
            self._child.close()
            raise Stopped(
                _("not tried: your code had given back {limit} MB, the limit for everything together.").format(
                    limit=MAX_RECEIVED >> 20
                )
            )

    def _run_cells_once(self):
        room = shown.Room(self._server.limits.output)
        cells = [] if len(self._stopped) > MAX_REPLAYS else nb.code_to_run(self._notebook)
        cells = [(number, source) for number, source in cells if number not in self._stopped]
        requests = [{"do": "run", "source": source, "cell": number} for number, source in cells]
        answers = self._child.ask_each(requests, self._server.limits.cells_seconds)
        for number, source in cells:
            try:
                answer = next(answers)
            except Ended as end:
                if end.reason == "timeout":
                    told = _("stopped after {seconds:g} s, the limit for all cells together").format(
                        seconds=self._server.limits.cells_seconds
                    )
                elif end.limit:
                    told = explain_errors.limit_sentence(self._server.limits, end.limit)
                else:
                    told = _("its process ended (a crash, `os._exit`, or too much memory)")
                self._stopped[number] = told
                self.cells[number] = {"outputs": [], "error": {"type": _("Stopped"), "message": told, "line": None}}
                return False
            error = shown.error(answer.get("error"), source)
            self.cells[number] = {"outputs": room.outputs(answer.get("outputs")), "error": error}
            if error and explain_errors.limit_of(error) and self._leave_out_greedy_cells(before=number):
                return False
        return True

    def _leave_out_greedy_cells(self, before=math.inf):
        """Whether there are cells that went to a limit, and so may have left nothing to those that follow."""
        errors = {number: ran["error"] for number, ran in self.cells.items() if ran["error"] and number < before}
        greedy = {
            n: explain_errors.limit_sentence(self._server.limits, explain_errors.limit_of(e))
            for n, e in errors.items()
            if n not in self._stopped and explain_errors.limit_of(e)
        }
        self._stopped.update(greedy)
        return bool(greedy)

    def _ask(self, request, called=None, seconds=None):
        self.run_cells()
        self._check_total()
        limit = seconds or self._server.limits.call_seconds
        if not self._seeded:  # no draw depends on what another test asked
            self._seeded, request = True, {**request, "seed": SEED}
        answer = None
        if request["do"] not in ("name", "get"):
            self._state = (None, {})
        try:
            answer = self._child.ask(request, limit)
            return answer
        except wire.Malformed as error:
            raise ValueError(f"a test sends what can't cross the wall: {error}") from None
        except Ended as end:
            if request["do"] in ("name", "bring") and self._leave_out_greedy_cells():
                return self._ask(request, called, seconds)  # none of the student's code ran: what ended it was there before
            what = f"`{called}`" if called else _("your code")
            if end.reason == "timeout":
                self._hung.add(called)
                raise Stopped(
                    _("{what} was stopped after {seconds:g} s.").format(what=what, seconds=limit),
                    _("Is there a loop that never ends, or one that runs far more often than it needs to?"),
                ) from None
            if end.limit:
                raise Stopped(
                    _("{what} was stopped: {why}.").format(
                        what=what, why=explain_errors.limit_sentence(self._server.limits, end.limit)
                    )
                ) from None
            raise Stopped(
                _("The process of your code ended while {what} ran: a crash, an exit, or too much memory.").format(what=what)
            ) from None
        finally:
            self.asked.setdefault(self._exercise, []).append(
                Asked(self._test, self._births, request, answer, slow=seconds is not None)
            )

    def _known(self, handle, name):
        """The answer to a `get` of a plain attribute that came with the last answer, if it did."""
        whose, state = self._state
        if whose != handle.number or name not in state:
            return None
        answer = {"value": state[name]}
        self.asked[self._exercise].append(
            Asked(self._test, self._births, {"do": "get", "on": handle, "name": name}, answer, slow=False)
        )
        return {"value": _across(state[name])}

    def _here(self, answer, name):
        """The value of an answer, a Proxy where it stayed over there. Raises Raised where the answer is an error."""
        if "error" in answer:
            raise explain_errors.raised(answer["error"], name, self._notebook, self._server.limits)
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
        if kind == "function":
            raise _no_function(name, value)
        raise Failed(_("`{name}` must be a class; it is {got}.").format(name=name, got=_describe(value)))


@functools.cache
def _callables(source):
    """The names of the functions and classes that a source defines; what else it holds may come as a plain value."""
    return frozenset(node.name for node in ast.parse(source).body if isinstance(node, (ast.FunctionDef, ast.ClassDef)))


def _ours(thing):
    """A function or class that a test brought along: it stays over there, and whoever answers with anything else is not what was asked."""
    if not isinstance(thing, Proxy):
        raise Failed(_("The process of your code doesn't answer as it should any more: it was tampered with."))
    return thing


class Proxy:
    """An object that stays in the student's process. Attributes and calls go across; plain values come back."""

    def __init__(self, student, handle, name, child):
        # past __setattr__, which sets attributes over there
        self.__dict__.update(_student=student, _handle=handle, _name=name, _child=child, _brought=())

    def __getattr__(self, name):
        if name.startswith("__"):  # NumPy and others ask objects for these, and would believe what the student's says
            raise AttributeError(name)
        self._same_child()
        return Method(self, name) if self._student._definitions.get(name) == "function" else self._get(name)

    def _get(self, name):
        student = self._student
        answer = student._known(self._handle, name) or student._ask({"do": "get", "on": self._handle, "name": name})
        told = answer.get("error")
        told = told if isinstance(told, dict) and isinstance(told.get("type"), str) else {}
        if told.get("type") == "AttributeError" and told.get("cell") is None:
            raise NotRun(_("not run: `{thing}` has no `{name}`.").format(thing=self._name, name=name))
        value = student._as_defined(name, student._here(answer, name))
        return _ours(value) if name in self._brought else value

    def __setattr__(self, name, value):
        self._same_child()
        request = {"do": "set", "on": self._handle, "name": name, "value": _across(value)}
        self._student._here(self._student._ask(request), name)

    def __call__(self, *args, **kwargs):
        seen = self._call(args, kwargs)
        if seen.error:
            raise seen.error
        if self._student._definitions.get(self._name) == "class" and not isinstance(seen.returned, Proxy):
            raise Failed(
                _("`{name}(…)` must make an object; it gave {got}.").format(name=self._name, got=_describe(seen.returned))
            )
        return seen.returned

    def _call(self, args, kwargs, watch=False, seconds=None):
        self._same_child()
        student = self._student
        if self._name in student._hung:
            raise Stopped(_("`{name}` was stopped before, and is not called again.").format(name=self._name))
        request = {
            "do": "call",
            **self._callee(),
            "args": [_across(arg) for arg in args],
            "kwargs": {key: _across(value) for key, value in kwargs.items()},
            "watch": watch,
        }
        answer = student._ask(request, self._name, seconds)
        if "missing" in answer:
            self._raise_missing()
        if "odd" in answer:
            raise _no_function(self._name, student._proxied(answer["odd"], self._name))
        self._note_state(answer)
        after = answer.get("args", list(args))  # not sent where nothing was changed
        had, warned = answer.get("had"), answer.get("warnings")
        return Seen(
            returned=student._proxied(answer.get("value"), f"{self._name}()"),  # no longer the class or function itself
            error=explain_errors.raised(answer["error"], self._name, student._notebook, student._server.limits)
            if "error" in answer
            else None,
            args=tuple(after) if isinstance(after, list) else (),
            had=_lists(had),
            warnings=tuple(w for w in warned if isinstance(w, str)) if isinstance(warned, list) else (),
        )

    def _callee(self):
        """What a request says of the thing to call."""
        return {"on": self._handle}

    def _raise_missing(self):
        raise NotRun(_("not run: `{name}` is not there.").format(name=self._name))

    def _note_state(self, answer):
        made, state = answer.get("value"), answer.get("state")
        if isinstance(made, wire.Handle) and isinstance(state, dict):
            self._student._state = (made.number, state)

    def _same_child(self):
        if self._child is not self._student._child or not self._child.alive:
            raise Stopped(_("The process of your code ended before this could be tried."))

    @property
    def _type_name(self):
        return plain(self._handle.type_name, 60)

    def __repr__(self):
        return f"<{self._type_name} in the student's process>"


class Method(Proxy):
    """A function of an object's, which is looked up where it is called: one question instead of two."""

    def __init__(self, owner, name):
        self.__dict__.update(_student=owner._student, _owner=owner, _name=name, _child=owner._child, _brought=(), _found=None)

    @property
    def _handle(self):
        if self._found is None:
            self.__dict__["_found"] = self._owner._get(self._name)._handle
        return self._found

    def _callee(self):
        return {"on": self._owner._handle, "method": self._name}

    def _raise_missing(self):
        raise NotRun(_("not run: `{thing}` has no `{name}`.").format(thing=self._owner._name, name=self._name))

    def _note_state(self, answer):
        if isinstance(answer.get("state"), dict):
            self._student._state = (self._owner._handle.number, answer["state"])


def _no_function(name, value):
    return Failed(_("`{name}` must be a function; it is {got}.").format(name=name, got=_describe(value)))


def _lists(told):
    """What came as `had`, as far as it is what it should be."""
    had = told if isinstance(told, dict) else {}
    return {label: tuple(values) for label, values in had.items() if isinstance(values, list)}


def _describe(value):
    return "None" if value is None else _("of type {kind}").format(kind=type(value).__name__)


def _across(value):
    """An argument as it crosses: a Proxy as its handle, an array as a copy."""
    if isinstance(value, Proxy):
        return value._handle
    if isinstance(value, (list, tuple)):
        return type(value)(_across(item) for item in value)
    return value.copy() if isinstance(value, np.ndarray) else value
