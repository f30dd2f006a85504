"""Everything that a student's code has in its hands during one call: for tests that look for a quantity by its value."""

import sys
from typing import Any

import numpy as np

MAX_LINES = 3_000  # of the student's code; what happens after that is not seen
MAX_VALUES = 200
MAX_ITEMS = 1_024  # entries of an array, and keys of a dict


class Watcher:
    """A trace function that keeps every number, small array and stub's `...` that the frames of the student's cells hold, line by line.

    had: {label: [its distinct values over time, as copies]}. A label is a local name, `self.name` for an attribute of a local
    object, `name[key]` for what stands in a dict, a tuple or a list, "return" for what the called function returned.
    """

    def __init__(self):
        self.had = {}
        self._last = {}  # (frame, label): what it held when it was last looked at
        self._lines, self._values = 0, 0

    def call(self, function: Any, *args: Any, **kwargs: Any) -> Any:
        before = sys.gettrace()
        sys.settrace(self)
        try:
            returned = function(*args, **kwargs)
        finally:
            sys.settrace(before)
        self._note("return", returned)
        return returned

    def __call__(self, frame, event, _argument):
        if event == "call":
            return self if frame.f_code.co_filename.startswith("<cell ") and self._lines < MAX_LINES else None
        self._lines += 1
        if self._lines > MAX_LINES:
            sys.settrace(None)
            return None
        for name, value in frame.f_locals.items():
            self._note(name, value)
        return self

    def _note(self, label, value, depth=0):
        kind = type(value)
        if kind is np.ndarray:
            if value.dtype.kind in "fiub" and value.size <= MAX_ITEMS:
                self._keep(label, value)
        elif kind in (float, int) or value is ... or issubclass(kind, (np.floating, np.integer)):
            self._keep(label, value)
        elif depth < 2 and kind in (tuple, list) and len(value) <= 20:
            for n, item in enumerate(value):
                self._note(f"{label}[{n}]", item, depth + 1)
        elif depth < 2 and kind is dict and len(value) <= 50:
            for key, item in value.items():
                if type(key) is str:
                    self._note(f"{label}[{key!r}]"[:60], item, depth + 1)
        elif depth == 0 and getattr(kind, "__module__", "") == "__main__":
            for name, item in _attributes(value, kind):
                self._note(f"{label}.{name}", item, 1)

    def _keep(self, label, value):
        print_of_it = (value.dtype.str, value.shape, value.tobytes()) if type(value) is np.ndarray else (type(value), repr(value))
        if self._last.get(label) == print_of_it or self._values >= MAX_VALUES:
            return
        self._last[label] = print_of_it
        self._values += 1
        self.had.setdefault(label, []).append(value.copy() if type(value) is np.ndarray else value)


class EndsWatcher(Watcher):
    """The same of the called function's own frame alone, as it begins and as it ends: which costs next to nothing."""

    def __call__(self, frame, event, _argument):
        if event == "call":
            if not frame.f_code.co_filename.startswith("<cell ") or self._lines:
                return None
            self._lines, frame.f_trace_lines = 1, False
        for name, value in frame.f_locals.items():
            self._note(name, value)
        return self


def _attributes(thing, kind):
    """(name, value) of what an object of a student's class holds, without running code of theirs."""
    try:
        held = dict(object.__getattribute__(thing, "__dict__"))
    except AttributeError:
        held = {}
    for base in kind.__mro__:
        slots = base.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            member = base.__dict__.get(name)
            if type(member).__name__ == "member_descriptor":
                try:
                    held[name] = member.__get__(thing)
                except AttributeError:
                    pass
    return [(name, value) for name, value in list(held.items())[:30] if type(name) is str]
