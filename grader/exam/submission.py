"""The examiner's view of a submission: names, calls and values on the other side of the wall."""

import ast
import functools
from dataclasses import dataclass
from typing import Any

from grader.exam import clues, explain_errors
from grader.exam.outcomes import Failed, NotRun, Raised
from grader.exam.proxy import Proxy, Seen, describe, no_function, ours, serialise
from grader.exam.remote_error import RemoteError
from grader.sandbox import wire
from grader.words import _

SEED = 5  # of what student code draws without a generator of its own


@dataclass(frozen=True)
class Asked:
    """One question that a hidden test asked, and what came back."""

    asker: str  # the test that asked, or the fixture
    child_number: int  # which child answered: each one's handles are its own
    request: dict[str, Any]
    answer: dict[str, Any] | None  # None where it ended
    slow: bool = False  # given more time than a call gets: never to be asked of other code


class Submission:
    """Everything that the submission's cells define, by name: `student.Layer(3, 2, act)`.

    A name gives a plain value (number, string, array, list, ...) or a Proxy to call and to look into. What goes
    wrong over there is raised here as an outcome: NotRun, Raised or Stopped.

    source: who answers, an `attempt.Attempt` or a `prefetch.OnReference`. definitions: {name: "class" or "function"} of what
    can't be a plain value. answers: what is there already of a test file's questions, a `prefetch.Answers`.
    """

    def __init__(self, source: Any, definitions: dict[str, str]):
        self.definitions = definitions
        self.answers: Any = None
        self.asked: dict[str, dict[str, list[Asked]]] = {}  # exercise: {asker: [Asked]}, in order
        self.source = source
        self._names: dict[str, Any] = {}  # classes and functions that this asker has looked up
        self._exercise, self._asker = "", ""
        self._seeded = False  # since this asker began

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        if name in self._names and self._names[name]._child_number == self.child_number and self.alive:
            return self._names[name]
        answer = self.ask({"do": "name", "name": name})
        if "missing" in answer:
            why = self.source.why_missing(name)
            sentence = _("not run: `{name}` is not defined{why}.").format(name=name, why=why.rest)
            raise NotRun(sentence, lines=why.lines, stopped=why.stopped)
        value = self.receive(answer, name)
        if value is ...:
            raise NotRun(_("not run: `{name}` is still to be written.").format(name=name))
        value = self.as_defined(name, value)
        if isinstance(value, Proxy):
            self._names[name] = value
        return value

    @property
    def child_number(self) -> int:
        return self.source.child_number

    @property
    def alive(self) -> bool:
        return self.source.alive

    def turn_to(self, exercise: str, asker: str = "") -> None:
        """What is asked from now on is asked by this test, or by the fixture of that name."""
        self._exercise, self._asker = exercise, asker
        self._seeded, self._names = False, {}
        self.asked.setdefault(exercise, {}).setdefault(asker, [])  # what it asked before stays: others may hold what came of it
        if self.answers:
            self.answers.begin(asker)

    def bring(self, source: str) -> Proxy:
        """Define `source`, a few lines that a test brings along, in a namespace apart; a Proxy to that namespace."""
        names = _callables(source)
        answer = self.ask({"do": "bring", "source": source, "names": list(names)})
        module, held = ours(self.receive(answer, "")), answer.get("held")
        held = held if isinstance(held, dict) else {}
        module.__dict__["_brought"] = {name: ours(self.proxied(held.get(name), name)) for name in names}
        return module

    def besides(self, source: str, name: str, *args: Any) -> Any:
        """What the function `name` of a part gives that is brought along only now: for what a test asks where something is wrong.

        It is asked by itself, after all that was foreseen, and the test goes on over the answers that are there. So it may use the
        submission's classes and functions, and values, but no object that the test asked before, and nothing put in place."""
        answers, self.answers, self._seeded = self.answers, None, False
        try:
            return getattr(self.bring(source), name)(*args)
        finally:
            self.answers = answers

    def watch(self, function: Proxy, *args: Any, seconds: float | None = None) -> Seen:
        """Call `function` and return what was Seen; an exception of the student's is in it, not raised.

        seconds: the deadline, where the course's limit for a call is too short; then `had` is empty."""
        return function._call(args, {}, watch=seconds is None, seconds=seconds)

    def put(self, name: str, thing: Any) -> None:
        """Put a value or a Proxy in place of what the submission calls `name`, until its exercise is judged."""
        self._names.pop(name, None)
        self.receive(self.ask({"do": "put", "name": name, "value": serialise(thing)}), name)

    def ask(self, request: dict, called: str | None = None, seconds: float | None = None) -> dict:
        """The answer to a request, from what is there already or from the other side. Raises Stopped."""
        if not self._seeded:  # no draw depends on what another test asked
            self._seeded, request = True, {**request, "seed": SEED}
        answer = self.answers.to(self._asker, request) if self.answers else None
        try:
            if answer is None:
                answer = self.source.ask(request, called, seconds)
            return answer
        finally:
            asked = Asked(self._asker, self.child_number, request, answer, slow=seconds is not None)
            self.asked.setdefault(self._exercise, {}).setdefault(self._asker, []).append(asked)

    def had(self, answer: dict) -> Any:
        """What the student's code had in its hands while it made this answer."""
        if self.answers and "had" not in answer:
            self.answers.watch()
        return answer.get("had")

    def questions(self, exercise: str) -> list[Asked]:
        """All that was asked about an exercise, and what came back, in order."""
        return [asked for turn in self.asked.get(exercise, {}).values() for asked in turn]

    def receive(self, answer: dict, name: str) -> Any:
        """The value of an answer, a Proxy where it stayed over there. Raises Raised where the answer is an error."""
        if "error" in answer:
            raise self.raised(answer["error"], name)
        return self.proxied(answer.get("value"), name)

    def proxied(self, value: Any, name: str) -> Any:
        """A value that crossed, with a Proxy for each of its handles."""
        if isinstance(value, wire.Handle):
            return Proxy(self, value, name, self.child_number)
        if isinstance(value, (list, tuple)):
            return type(value)(self.proxied(item, name) for item in value)
        if isinstance(value, dict):
            return {key: self.proxied(item, name) for key, item in value.items()}
        return value

    def as_defined(self, name: str, value: Any) -> Any:
        """The value; where the stub has a class or function of that name, it must be a Proxy. Raises Failed."""
        kind = self.definitions.get(name)
        if kind is None or isinstance(value, Proxy):
            return value
        taken = clues.of_taken(self.source.notebook, name) if self.source.notebook else ""
        if kind == "function":
            raise no_function(name, value, taken)
        raise Failed(_("`{name}` must be a class; it is {got}.").format(name=name, got=describe(value)) + taken)

    def raised(self, error: Any, name: str) -> Raised:
        """The Raised for an exception of the student's."""
        source = self.source
        return explain_errors.raised(RemoteError.parse(error), name, source.notebook, source.limits, source.why_missing)

    def no_attribute(self, thing: str, name: str) -> NotRun:
        """The NotRun for an attribute that an object over there has not got."""
        return NotRun(explain_errors.no_attribute(thing, name, self.source.notebook, self.definitions))


@functools.cache
def _callables(source):
    """The names of the functions and classes that a source defines; what else it holds may come as a plain value."""
    return tuple(node.name for node in ast.parse(source).body if isinstance(node, (ast.FunctionDef, ast.ClassDef)))
