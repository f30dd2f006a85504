"""Objects in the student's process, as a hidden test holds them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.exam import quotable
from grader.exam.compare import is_value
from grader.exam.outcomes import Failed, NotRun, Raised
from grader.exam.remote_error import RemoteError
from grader.sandbox import wire
from grader.words import _, plain


@dataclass(frozen=True)
class Seen:
    """What a watched call did: its result or its error, its arguments afterwards, what the student's code had in its hands
    meanwhile, and the warnings it gave, each as "Category: text"."""

    returned: Any
    error: Raised | None
    args: tuple[Any, ...]
    warnings: tuple[str, ...]
    _had: Callable[[], object]  # called, it gives `had`

    @property
    def had(self) -> dict[str, tuple[Any, ...]]:
        """{label: the distinct values that it held over time}, see `sandbox.watcher`. Labels are for messages: a value counts
        for what it is. Read it only where behaviour doesn't prove something right: it may cost another message."""
        found = self._had()
        had = found if isinstance(found, dict) else {}
        return {label: tuple(values) for label, values in had.items() if isinstance(values, list)}

    def holds(self, want: Any) -> bool:
        """Whether `want`, an array or a number, was among what the code had in its hands, in its shape and to rounding."""
        return any(is_value(value, want) for values in self.had.values() for value in values)


class Proxy:
    """An object that stays in the student's process. Attributes and calls go across; plain values come back."""

    def __init__(self, submission: Any, handle: wire.Handle, name: str, child_number: int):
        # past __setattr__, which sets attributes over there
        self.__dict__.update(_submission=submission, _handle=handle, _name=name, _child_number=child_number, _brought={})

    def __getattr__(self, name):
        if name.startswith("__"):  # NumPy and others ask objects for these, and would believe what the student's says
            raise AttributeError(name)
        self._same_child()
        if name in self._brought:
            return self._brought[name]
        return Method(self, name) if self._submission.definitions.get(name) == "function" else self._get(name)

    def _get(self, name):
        answer = self._submission.ask({"do": "get", "on": self._handle, "name": name})
        error = RemoteError.parse(answer.get("error"))
        if error.type == "AttributeError" and error.cell is None:
            raise self._submission.no_attribute(self._name, name)
        return self._submission.as_defined(name, self._submission.receive(answer, name))

    def __setattr__(self, name, value):
        self._same_child()
        request = {"do": "set", "on": self._handle, "name": name, "value": serialise(value)}
        self._submission.receive(self._submission.ask(request), name)

    def __call__(self, *args, **kwargs):
        seen = self._call(args, kwargs)
        if seen.error:
            raise seen.error
        if self._submission.definitions.get(self._name) == "class" and not isinstance(seen.returned, Proxy):
            raise Failed(
                _("`{name}(…)` must make an object; it gave {got}.").format(name=self._name, got=describe(seen.returned))
            )
        return seen.returned

    def _call(self, args, kwargs, watch=False, seconds=None):
        self._same_child()
        submission = self._submission
        request = {"do": "call", **self._callee(), "args": [serialise(arg) for arg in args]}
        if kwargs:
            request["kwargs"] = {key: serialise(value) for key, value in kwargs.items()}
        if watch:
            request["watch"] = True
        answer = submission.ask(request, self._name, seconds)
        if "missing" in answer:
            self._raise_missing()
        if "not_callable" in answer:
            raise no_function(self._name, submission.proxied(answer["not_callable"], self._name))
        after = answer.get("args", list(args))  # not sent where nothing was changed
        warned = answer.get("warnings")
        return Seen(
            returned=submission.proxied(answer.get("value"), f"{self._name}()"),  # no longer the class or function itself
            error=submission.raised(answer["error"], self._name) if "error" in answer else None,
            args=tuple(after) if isinstance(after, list) else (),
            warnings=tuple(w for w in warned if isinstance(w, str)) if isinstance(warned, list) else (),
            _had=lambda: submission.had(answer),
        )

    def _callee(self):
        """What a request says of the thing to call."""
        return {"on": self._handle}

    def _raise_missing(self):
        raise NotRun(_("not run: `{name}` is not there.").format(name=self._name))

    def _same_child(self):
        if self._child_number != self._submission.child_number or not self._submission.alive:
            raise self._submission.ended()

    @property
    def _type_name(self):
        return plain(quotable.source().type_name(self._handle.type_name), 60)

    def __repr__(self):
        return f"<{self._type_name} in the student's process>"


class Method(Proxy):
    """A function of an object's, which is looked up where it is called: one question instead of two."""

    def __init__(self, owner: Proxy, name: str):
        self.__dict__.update(
            _submission=owner._submission, _owner=owner, _name=name, _child_number=owner._child_number, _brought={}, _found=None
        )

    @property
    def _handle(self):
        if self._found is None:
            found = self._owner._get(self._name)
            if not isinstance(found, Proxy):
                raise no_function(self._name, found)
            self.__dict__["_found"] = found._handle
        return self._found

    def _callee(self):
        return {"on": self._owner._handle, "method": self._name}

    def _raise_missing(self):
        raise self._submission.no_attribute(self._owner._name, self._name)


def serialise(value: Any) -> Any:
    """An argument as it crosses: a Proxy as its handle, an array as a copy."""
    if isinstance(value, Proxy):
        return value._handle
    if isinstance(value, (list, tuple)):
        return type(value)(serialise(item) for item in value)
    if isinstance(value, dict):
        return {key: serialise(item) for key, item in value.items()}
    return value.copy() if isinstance(value, np.ndarray) else value


def ours(thing: Any) -> Proxy:
    """A function or class that a test brought along: it stays over there, and whoever answers with anything else is not what
    was asked."""
    if not isinstance(thing, Proxy):
        raise Failed(_("The process of your code doesn't answer as it should any more: it was tampered with."))
    return thing


def no_function(name: str, value: Any, more: str = "") -> Failed:
    return Failed(_("`{name}` must be a function; it is {got}.").format(name=name, got=describe(value)) + more)


def describe(value: Any) -> str:
    return "None" if value is None else _("of type {kind}").format(kind=type(value).__name__)
