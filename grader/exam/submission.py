"""The examiner's view of a submission: names, calls and values on the other side of the wall."""

import ast
import contextlib
import functools
import itertools
from collections.abc import Callable, Iterator
from typing import Any

from grader.exam import clues, explain_errors
from grader.exam.asked import Asked
from grader.exam.outcomes import Failed, NotPassed, NotRun, Raised, Stopped
from grader.exam.prefetch import Answers, Brought, OnReference, Script, Unforeseen, keeps_nothing
from grader.exam.proxy import Proxy, Seen, describe, no_function, ours, serialise
from grader.exam.remote_error import RemoteError
from grader.sandbox import wire
from grader.words import _

SEED = 5  # of what student code draws without a generator of its own


class Submission:
    """Everything that the submission's cells define, by name: `student.Layer(3, 2, act)`.

    A name gives a plain value (number, string, array, list, ...) or a Proxy to call and to look into. What goes
    wrong over there is raised here as an outcome: NotRun, Raised or Stopped.

    source: who answers, an `attempt.Attempt` or a `prefetch.OnReference`. definitions: {name: "class" or "function"} of what
    can't be a plain value. reference: gives a fresh namespace of the reference, to try questions on. answers: what is there
    already of a test file's questions.
    """

    def __init__(self, source: Any, definitions: dict[str, str], reference: Callable[[], dict[str, Any]] | None = None):
        self.definitions = definitions
        self.answers: Answers | None = None
        self.one_by_one = False  # whether nothing more is asked together
        self._reference, self._together = reference, list[Answers]()
        self._brought: dict[int, Brought] = {}  # {number of a child: the parts that it was brought, those that keep nothing}
        self.asked: dict[str, dict[str, list[Asked]]] = {}  # exercise: {asker: [Asked]}, in order
        self.source = source
        self._names: dict[str, Any] = {}  # classes and functions that this asker has looked up
        self._exercise, self._asker = "", ""
        self._seeded = self._asks_on = False  # since this asker began; what was not foreseen, too

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
        if exercise != self._exercise:
            self._together, self._brought = [], {}
        self._exercise, self._asker = exercise, asker
        self._seeded, self._asks_on, self._names = False, False, {}
        self.asked.setdefault(exercise, {}).setdefault(asker, [])  # what it asked before stays: others may hold what came of it
        if self.answers:
            self.answers.begin(asker)

    def bring(self, source: str) -> Proxy:
        """Define `source`, a few lines that a test brings along, in a namespace apart; a Proxy to that namespace."""
        names = _callables(source)
        answer = self.ask({"do": "bring", "source": source, "names": list(names)})
        module, held = ours(self.receive(answer, "")), answer.get("held")
        held = held if isinstance(held, dict) else {}
        given = {"": answer.get("value"), **held}
        brought = {handle.number: (source, name, handle) for name, handle in given.items() if isinstance(handle, wire.Handle)}
        self._brought.setdefault(self.child_number, {}).update(brought if keeps_nothing(source) else {})
        module.__dict__["_brought"] = {name: ours(self.proxied(held.get(name), name)) for name in names}
        return module

    def together(self, run: Callable[[], Any]) -> Any:
        """What `run()` gives, its questions asked in one message where they can be: the reference is asked them first, and a
        submission that goes other ways is asked on as always. For what a test asks only where something is wrong.

        run: begins with names of the submission, puts in place what it needs, but only for itself, draws nothing, and uses no object
        from before but parts that keep nothing."""
        if self._reference is None or self.one_by_one or not self.alive or isinstance(self.source, OnReference):
            return run()
        kept = self.answers, self._seeded
        self._names, script = {}, self._rehearsed(run)
        if not script.lines:
            return run()
        try:
            self.answers, self._seeded = Answers(script, self.source), False
            if not self.answers.there:
                self.one_by_one = True
                raise Unforeseen
            self._together.append(self.answers)
            return run()
        except Unforeseen:
            if self.one_by_one:
                raise
            self.answers, self._seeded = None, False
            return run()
        finally:
            self.answers, self._seeded = kept

    def _rehearsed(self, run):
        """The questions of `run` as the reference is asked them."""
        kept = self.source, self.answers, self._names, self.asked, self._seeded, self._brought
        brought = self._brought.get(self.child_number, {})
        self.source = OnReference(self._reference(), brought, self.child_number)
        self.answers, self._names, self.asked, self._seeded, self._brought = None, {}, {}, False, {}
        try:
            with contextlib.suppress(NotPassed, Unforeseen):
                run()
            asked = self.questions(self._exercise)
            return Script(itertools.takewhile(lambda one: one.answer is not None, asked), (), brought)
        finally:
            self.source, self.answers, self._names, self.asked, self._seeded, self._brought = kept

    def watch(self, function: Proxy, *args: Any, seconds: float | None = None) -> Seen:
        """Call `function` and return what was Seen; an exception of the student's is in it, not raised.

        seconds: the deadline, where the course's limit for a call is too short; then `had` is empty."""
        return function._call(args, {}, watch=seconds is None, seconds=seconds)

    def put(self, name: str, thing: Any) -> None:
        """Put a value or a Proxy in place of what the submission calls `name`, until its exercise is judged."""
        self._names.pop(name, None)
        self.receive(self.ask({"do": "put", "name": name, "value": serialise(thing)}), name)

    def put_back(self, *names: str) -> None:
        """What the submission itself calls by these names stands there again."""
        for name in names:
            self._names.pop(name, None)
        self.ask({"do": "put_back", "names": list(names)})

    @contextlib.contextmanager
    def replacing(self, source: str, *names: str) -> Iterator[None]:
        """Meanwhile what a part defines stands in place of what the submission calls by these names."""
        brought = self.bring(source)
        for name in names:
            self.put(name, getattr(brought, name))
        try:
            yield
        finally:
            with contextlib.suppress(Stopped):  # its process has ended: in a fresh one every name is the submission's
                self.put_back(*names)

    def ask(self, request: dict, called: str | None = None, seconds: float | None = None) -> dict:
        """The answer to a request, from what is there already or from the other side. Raises Stopped."""
        if not self._seeded:  # no draw depends on what another test asked
            self._seeded, request = True, {**request, "seed": SEED}
        answer = self.answers.to(self._asker, request) if self.answers else None
        foreseen = answer is not None
        if self.answers and not foreseen and not self.alive:
            raise Unforeseen
        if self.answers and not foreseen and not self._asks_on:
            self._asks_on, request = True, {**request, "seed": SEED}
        try:
            if answer is None:
                answer = self.source.ask(request, called, seconds)
            return answer
        finally:
            asked = Asked(self._asker, self.child_number, request, answer, foreseen, slow=seconds is not None)
            self.asked.setdefault(self._exercise, {}).setdefault(self._asker, []).append(asked)

    def ended(self) -> BaseException:
        """What is raised where an object is asked whose process has ended: the test begins anew if that was over what it asked
        besides the foreseen."""
        return Unforeseen() if self.answers else Stopped(_("The process of your code ended before this could be tried."))

    def had(self, answer: dict) -> Any:
        """What the student's code had in its hands while it made this answer."""
        if "had" not in answer:
            for answers in (self.answers, *self._together):
                if answers and answers.gave(answer):
                    answers.watch()
        return answer.get("had")

    def questions(self, exercise: str) -> list[Asked]:
        """All that was asked about an exercise, and what came back, of each asker in the order in which it was answered."""
        turns = self.asked.get(exercise, {}).values()
        return [asked for turn in turns for asked in sorted(turn, key=lambda one: not one.foreseen)]

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
