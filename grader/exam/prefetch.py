"""The questions of a hidden test file, foreseen: rehearsed on the reference, sent together, compared.

A test is a function of the answers that it gets. So its questions are asked of the reference first, in this process, and kept
as a Script, once for each seed of the course. A submission is asked all of them in one message. A test whose every answer is
the reference's is passed; the others run over the answers that are here already. What the reference was not asked is asked by
itself, after all that was, where that makes no difference; else the test begins anew, with its fixtures, and asks question by
question.

Nothing that is sent ahead holds the answer to a question before it: an argument that the reference itself returned earlier goes
as a reference to the submission's own answer.
"""

import ast
import functools
import itertools
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from grader.exam import missing
from grader.exam.asked import Asked
from grader.exam.record import Record, observed
from grader.sandbox import wire
from grader.sandbox.limits import Limits
from grader.sandbox.objects import Objects, as_sent, filled

STRICT = 1e-10  # how far an answer may be from the reference's to be the same without a look at what its test allows
NEARLY = 1e-4  # the same for an answer that may be right
NUMBERS = frozenset((bool, int, float, np.ndarray))
PUTS = "put", "put_back"  # questions that change what a name stands for
DIGITS = 1 << 33  # of a number that is looked for among others: ten digits
FIRST_HERE = 1 << 42  # number of handles that the reference gives
FIRST_HANDLE = 1 << 40  # numbers of handles that stand for values of earlier answers: no object has such a one


Brought = dict[int, tuple[str, str, wire.Handle]]  # {number of a handle: (source of a part, name in it or "", the handle)}


class Unforeseen(pytest.fail.Exception):  # type: ignore[name-defined]
    """A test asks what was not foreseen, or wants to see more: it is to begin anew.

    One of pytest's own, so that a fixture keeps it for those that ask for it again; no Exception, so that no test catches it."""


class OnReference:
    """Answers questions as the reference does, in this process; they are the course's own code on both sides."""

    alive, notebook, limits = True, None, Limits()

    def __init__(self, names: dict, brought: Brought | None = None, child_number: int = 0):
        """brought: what a test brought along already, for which the same is brought here where it is used."""
        self._objects, self._brought, self.child_number = Objects(names), brought or {}, child_number
        self._objects.given = FIRST_HERE
        self._modules: dict[str, Any] = {}

    def ask(self, request: dict, called: str | None = None, seconds: float | None = None) -> dict:
        if seconds is not None:
            raise Unforeseen  # too slow to be tried beforehand
        for number in wire.handles(request):
            if number not in self._objects.kept:
                self._objects.kept[number] = self._brought_here(number)
        request = wire.crossed({key: value for key, value in request.items() if key != "watch"}, None)
        return wire.crossed(self._objects.answer(request), self._objects.handle)

    def _brought_here(self, number):
        if number not in self._brought:
            raise TypeError("what is asked together uses an object that was made before")
        source, name, _handle = self._brought[number]
        if source not in self._modules:
            self._modules[source] = self._objects.here(self._objects.do_bring(source)["value"])
        return getattr(self._modules[source], name) if name else self._modules[source]

    def why_missing(self, name: str) -> missing.Why:
        return missing.Why()


@dataclass(frozen=True)
class Line:
    """One question of a Script."""

    asker: str
    request: dict
    answer: dict  # the reference's
    gives: tuple  # (path in the answer, number) of each handle that later requests may use
    in_place: frozenset  # {(name of the submission's, what stands for it then: number of its handle, or of the line)}

    @property
    def makes(self) -> bool:
        """Whether its objects may change: not what the submission itself calls by a name, nor a part that keeps nothing."""
        request = self.request
        is_own = request["do"] == "name" and all(name != request["name"] for name, _number in self.in_place)
        return not is_own and not (request["do"] == "bring" and keeps_nothing(request["source"]))

    @functools.cached_property
    def uses(self) -> frozenset[int]:
        """The numbers of the handles in the request."""
        return frozenset(wire.handles(self.request))

    def as_sent(self, request: dict) -> dict:
        return (
            {"ask": request, "gives": [[list(path), number] for path, number in self.gives]} if self.gives else {"ask": request}
        )


class Script:
    """What the tests of one file ask of the reference, drawn with one seed.

    passed: the tests that it passed; brought: what may be used that the submission was brought before."""

    def __init__(self, asked: Iterable[Asked], passed: Iterable[str], brought: Brought | None = None):
        asked = list(asked)
        broken = {one.asker for one in asked if one.answer is None}
        self.passed = frozenset(passed)
        self.lines = tuple(_lines([one for one in asked if one.asker not in broken]))
        used = {number for line in self.lines for number in line.uses}
        self.brought = {number: handle for number, (_source, _name, handle) in (brought or {}).items() if number in used}
        self.known = wire.Known()  # the answers, by their bytes, that a submission gave before and that were the reference's
        self._calls: list[int] = []  # that the reference makes to answer each line
        self._needed: dict[int, list[int] | None] = {}  # {number of a line: those that it needs}
        self._looked_at: dict[tuple[str, int], tuple[dict, dict]] | None = None  # {place: (request, observed)}

    def up_to(self, last: int, askers: Iterable[str]) -> list[int]:
        """The numbers of a line and of those before it that it hangs together with: what its askers ask, and whoever gives the
        objects that these use, and what is put in place for everyone."""
        asking, found = {*askers}, list[int]()
        while True:
            before, found = found, [n for n in range(last + 1) if self.lines[n].asker in asking or self._puts(n)]
            if found == before:
                return found
            used = {number for n in found for number in self.lines[n].uses}
            asking |= {line.asker for line in self.lines[: last + 1] if any(number in used for _path, number in line.gives)}

    def work(self, numbers: Iterable[int], names: Callable[[], dict[str, Any]]) -> int:
        """How many calls of functions it takes the reference to answer some lines: what they cost, whatever the machine.

        names: gives a fresh namespace of the reference."""
        if not self._calls:
            counting = _Counting(names())
            counting.do_batch(self.asked)
            self._calls = counting.calls
        return sum(self._calls[n] for n in numbers)

    def needed_for(self, last: int, names: Callable[[], dict[str, Any]]) -> list[int] | None:
        """The numbers of a line and of those before it that it needs: whoever gives the objects that it uses, what else is done with
        these before, and what is put in place for everyone. None where the reference answers otherwise then: something draws.

        names: gives a fresh namespace of the reference."""
        if last not in self._needed:
            found, before = {last} | {n for n in range(last) if self._puts(n)}, 0
            while len(found) > before:
                before, used = len(found), frozenset[int]().union(*(self.lines[n].uses for n in found))
                lasting = used - self._fixed
                found |= {
                    n
                    for n, line in enumerate(self.lines[:last])
                    if not lasting.isdisjoint(line.uses) or any(number in used for _path, number in line.gives)
                }
            numbers = sorted(found)
            answers = Objects(names()).do_batch([self.asked[n] for n in numbers])["answers"]
            self._needed[last] = numbers if _alike(answers[-1], self.lines[last].answer) else None
        return self._needed[last]

    @functools.cached_property
    def _fixed(self):
        """The numbers of handles whose objects nothing changes: numbers and arrays, of which each line gets its own, functions and
        classes, and what tests bring."""
        named = {number for line in self.lines if line.request["do"] in ("name", "bring") for _path, number in line.gives}
        numbers = {number for line in self.lines for _path, number in line.gives if number >= FIRST_HANDLE}
        return named | numbers

    def _puts(self, n):
        return self.lines[n].request["do"] in PUTS

    def excerpt(self, numbers: Iterable[int]) -> wire.Packed:
        """Some lines as they are sent, without a look at what the code has in its hands."""
        return wire.Packed([{**self.asked[n], "ask": as_sent(self.asked[n]["ask"])} for n in numbers])

    def request(self, watch: bool) -> dict:
        """The one message that asks all questions; watch: with what the code has in its hands, where a test may look at it."""
        return {"do": "batch", "lines": self._watched if watch else self._unwatched, "kept": [*self.brought]}

    def right(
        self, record: Record, wanted: Iterable[str], names: Callable[[], dict[str, Any]]
    ) -> dict[int, dict[str, Any]] | None:
        """What `record` would observe of the reference for the parts `wanted`, where the submission was asked what the reference
        was; None where it was asked anything else. names: gives a fresh namespace of the reference."""
        if self._looked_at is None:
            self._looked_at = dict(self._with_hands(names))
        found = {}
        for n, place, request, looked in record.asked_again(wanted):
            line = self._looked_at.get(place)
            if line is None or not _alike(request, line[0]):
                return None
            found[n] = line[1] if looked else {name: value for name, value in line[1].items() if not name.startswith("had ")}
        return found

    def _with_hands(self, names):
        """((asker, number among its questions), (the request, what is observed of the reference, with what it has in its hands))."""
        answers = Objects(names()).do_batch([line.as_sent(line.request) for line in self.lines])["answers"]
        held: dict[int, Any] = {}
        numbers: Counter[str] = Counter()
        for line, answer in zip(self.lines, answers, strict=True):
            yield (line.asker, numbers[line.asker]), (filled(line.request, held), observed(answer))
            numbers[line.asker] += 1
            _keep(answer, line, held)

    @functools.cached_property
    def places(self) -> dict[str, list[int]]:
        """{asker: the numbers of its lines}"""
        found: dict[str, list[int]] = {}
        for n, line in enumerate(self.lines):
            found.setdefault(line.asker, []).append(n)
        return found

    @functools.cached_property
    def last_use(self) -> dict[str, int]:
        """{asker: the last line that uses an object that was made for it, if any does}"""
        return {self.made[number]: n for n, line in enumerate(self.lines) for number in line.uses if number in self.made}

    @functools.cached_property
    def made(self) -> dict[int, str]:
        """{number of a handle that may change: who asked for it}"""
        return {number: line.asker for line in self.lines if line.makes for _path, number in line.gives}

    @functools.cached_property
    def _watched(self):
        return wire.Packed([line.as_sent(as_sent(line.request)) for line in self.lines])

    @functools.cached_property
    def _unwatched(self):
        return self.excerpt(range(len(self.lines)))

    @functools.cached_property
    def asked(self) -> list[dict]:
        """All questions as they are sent, without a look at what the code has in its hands."""
        leave_out = lambda request: {key: value for key, value in request.items() if key != "watch"}
        return [line.as_sent(leave_out(line.request)) for line in self.lines]


class _Counting(Objects):
    """Counts the calls of functions that each answer takes."""

    def __init__(self, names: dict[str, Any]):
        super().__init__(names)
        self.calls: list[int] = []

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        self.calls.append(0)

        def count(_frame: Any, event: str, _of: Any) -> None:
            self.calls[-1] += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(count)
        try:
            return super().answer(request)
        finally:
            sys.setprofile(before)


class Answers:
    """A submission's answers to a Script."""

    def __init__(self, script: Script, source: Any):
        """source: the submission's `attempt.Attempt`. `there` is False where no answers came."""
        self.there = False
        self.changed = False  # watched, the submission answered otherwise: all of its answers are other ones now
        self._script, self._source = script, source
        self._held: dict[int, Any] = {}  # {number of a handle in a Line: what it stands for in this submission}
        # {asker: [(a question, the submission's answer, whether it is the reference's)]}
        self._turns: dict[str, list[tuple[Line, dict[str, Any], bool]]] = {}
        self._at: dict[str, int] = {}  # asker: how many of them it has asked
        self._given: list[tuple[str, int, dict[str, Any]]] = []  # (asker, which of its questions, the answer as it was given)
        self._asks_on: set[str] = set()  # askers that have put something in place since, and what is here was answered without
        self._watched = False
        if script.lines:
            self._fetch(watch=False)

    def passes(self, test: str, fixtures: Iterable[str]) -> bool:
        """Whether every question of a test and of its fixtures was answered as by the reference."""
        turns = [self._turns[asker] for asker in (test, *fixtures) if asker in self._turns]
        return test in self._script.passed and bool(turns) and all(alike for turn in turns for _r, _a, alike in turn)

    def unlike(self, test: str, fixtures: Iterable[str]) -> list[int]:
        """The numbers of the questions of a test and of its fixtures that were not answered as by the reference, or nearly so."""
        askers, at = {test, *fixtures}, Counter[str]()
        found = []
        for n, line in enumerate(self._script.lines if self.there else ()):
            if line.asker in askers:
                _line, answer, alike = self._turns[line.asker][at[line.asker]]
                at[line.asker] += 1
                if not alike and not is_nearly(answer, line.answer):
                    found.append(n)
        return found

    def observed(self) -> list[dict[str, Any]]:
        """What was observed of each answer, in order."""
        return [observed(one.answer or {}) for one in self.asked()]

    def asked(self) -> list[Asked]:
        """Every question as this submission was asked it, with its answer."""
        at: dict[str, int] = {}
        found = []
        for line in self._script.lines:
            _line, answer, _alike = self._turns[line.asker][n := at.get(line.asker, 0)]
            at[line.asker] = n + 1
            found.append(Asked(line.asker, 0, self._as_asked(line), answer))
        return found

    def _as_asked(self, line):
        """The request of a Line as this submission was asked it; as it stands there where it could not be."""
        return filled(line.request, self._held) if self._held.keys() >= line.uses else line.request

    def covers(self, test: str) -> bool:
        """Whether a test can be judged over what is here, as far as is known."""
        return self.there and test in self._script.passed

    def begin(self, asker: str) -> None:
        self._at[asker] = 0
        self._asks_on.discard(asker)

    def to(self, asker: str, request: dict) -> dict | None:
        """The answer to a request; None where it was not foreseen and may be asked by itself. Raises Unforeseen."""
        turn, at = self._turns.get(asker, ()), self._at.get(asker, 0)
        if (
            asker in self._asks_on
            or at >= len(turn)
            or not _alike(request, self._as_asked(turn[at][0]), _is_asked_again)
            or "unasked" in turn[at][1]
        ):
            if request["do"] in (*PUTS, "bring") and (later := self._later(asker, at, request)) is not None:
                self._at[asker] = later + 1  # what would have been asked meanwhile is of no interest any more
                return wire.crossed(turn[later][1], None)
            if not self._is_apart(asker, at, request):
                raise Unforeseen
            if request["do"] in PUTS:
                self._asks_on.add(asker)
            return None
        self._at[asker] = at + 1
        answer = wire.crossed(turn[at][1], None)
        self._given.append((asker, at, answer))
        return answer

    def _is_apart(self, asker, at, request):
        """Whether it makes no difference to a request that all foreseen questions have been asked, after `at` of its asker: the
        same is put in place then and now, and no later question uses an object of whoever asked for those that it uses."""
        script = self._script
        places = script.places.get(asker, [0])
        last = places[at - 1] if at else places[0] - 1
        if script.lines[-1].in_place != (script.lines[last].in_place if last >= 0 else frozenset()):
            return False
        makers = {self._makers[number] for number in wire.handles(request) if number in self._makers}
        return all(script.last_use.get(maker, -1) <= last for maker in makers)

    @functools.cached_property
    def _makers(self) -> dict[int, str]:
        """{number of a handle that was given, but for what was looked up: who asked for it}"""
        return {
            number: asker
            for asker, turn in self._turns.items()
            for line, answer, _alike in turn
            if line.makes
            for number in wire.handles(answer)
        }

    def _later(self, asker, at, request):
        """Which of an asker's questions after `at` is this one; None where none is, or where any that follows uses an object of
        those that would be left out."""
        turn = self._turns.get(asker, ())
        later = next((n for n in range(at, len(turn)) if _alike(request, self._as_asked(turn[n][0]), _is_asked_again)), None)
        if later is None:
            return None
        touched = {number for line, _answer, _alike in turn[at:later] for number in (*line.uses, *(n for _path, n in line.gives))}
        following = self._script.lines[self._script.places[asker][later] + 1 :]
        made = self._script.made
        return None if any(number in touched and number in made for line in following for number in line.uses) else later

    def gave(self, answer: dict[str, Any]) -> bool:
        """Whether this very answer was given from here."""
        return any(given is answer for _asker, _at, given in self._given)

    def watch(self) -> None:
        """Ask everything once more, with what the code has in its hands, which is added to the answers that were given.

        Raises Unforeseen where it comes to nothing, or where it is answered otherwise than before."""
        if self._watched:
            return
        self._watched, before, held = True, self._turns, self._held
        if self._source.alive:
            self._fetch(watch=True)
        if not self._source.alive or not self.there:
            raise Unforeseen
        if not all(map(_is_repeat, itertools.chain(*before.values()), itertools.chain(*self._turns.values()))):
            self.changed = True
            raise Unforeseen
        for asker, at, answer in self._given:
            if "had" in (mine := self._turns[asker][at][1]):
                answer["had"] = wire.crossed(mine["had"], None)
        with_had = lambda answer, mine: answer | {"had": mine["had"]} if "had" in mine else answer
        for turn, again in zip(before.values(), self._turns.values(), strict=True):
            both = zip(turn, again, strict=True)
            turn[:] = [(line, with_had(answer, mine), alike) for (line, answer, alike), (_line, mine, _too) in both]
        self._turns, self._held = before, held

    def _fetch(self, watch):
        known = wire.Known() if watch else self._script.known
        try:
            self._read(self._source.ask_ahead(self._script.request(watch), known), known)
        finally:
            known.came = []  # the script outlives the submission

    def _read(self, answer, known):
        answers = answer.get("answers") if answer else None
        self.there = (
            isinstance(answers, list)
            and len(answers) == len(self._script.lines)
            and all(isinstance(one, dict) for one in answers)
        )
        if not self.there:
            return
        self._held = held = dict[int, Any](self._script.brought)
        self._turns = {line.asker: [] for line in self._script.lines}
        for n, (line, mine) in enumerate(zip(self._script.lines, answers, strict=True)):
            if not (alike := known.is_expected(n, mine)) and (alike := _alike(mine, line.answer)):
                known.expect(n, mine)
            if not held.keys() >= line.uses:
                mine, alike = {"unasked": True}, False
            _keep(mine, line, held)
            self._turns[line.asker].append((line, mine, alike))


class Trial:
    """Some questions of a Script by which another form of a submission's code shows that it comes near.

    first: [(numbers of lines that are asked, those of them that tell)]: it comes near where all that tell are answered nearly as by
    the reference, in one of them. names: gives a fresh namespace of the reference."""

    def __init__(self, script: Script, first: Iterable[tuple[Iterable[int], Iterable[int]]], names: Callable[[], dict[str, Any]]):
        first = [(set(asked), set(telling)) for asked, telling in first]
        asked = sorted(set[int]().union(*(numbers for numbers, _telling in first)))
        self._telling = [telling for _asked, telling in first]
        self._wanted = sorted(set[int]().union(*self._telling))
        self._script = script
        self.work = script.work(asked, names)
        self.asks = {"lines": script.excerpt(asked), "wanted": [asked.index(n) for n in self._wanted]}

    def __bool__(self) -> bool:
        return bool(self._wanted)

    def comes_near(self, answers: Any) -> bool:
        """answers: to those that tell."""
        if not isinstance(answers, list) or len(answers) != len(self._wanted):
            return False
        answer = dict(zip(self._wanted, answers, strict=True))
        near = lambda n: is_nearly(answer[n], self._script.lines[n].answer)
        return any(all(map(near, telling)) for telling in self._telling)


@functools.cache
def keeps_nothing(source: str) -> bool:
    """Whether a part consists of functions, classes and constants alone, and sets nothing of its own."""
    tree = ast.parse(source)
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    named = {node.name for node in classes}
    defines = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef)
    for statement in itertools.chain(tree.body, *(one.body for one in classes)):
        value = getattr(statement, "value", None)
        is_constant = isinstance(statement, (ast.Assign, ast.Expr)) and not any(
            isinstance(node, (ast.List, ast.Dict, ast.Set, ast.Call, ast.comprehension)) for node in ast.walk(value or statement)
        )
        if not isinstance(statement, defines) and not is_constant:
            return False
    return not any(
        isinstance(node, ast.Global)
        or (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and getattr(node.value, "id", "") in named | {"cls"}
        )
        for node in ast.walk(tree)
    )


def is_nearly(answer: Any, right: dict[str, Any]) -> bool:
    """Whether an answer may be right: the reference's to four digits, in whatever kind of number, and whatever was warned of."""
    mine = {name: value for name, value in answer.items() if name != "warnings"} if isinstance(answer, dict) else {}
    its = {name: value for name, value in right.items() if name != "warnings"}
    return _alike(mine, its, _is_near)


def _keep(answer, line, held):
    """Note what later questions may use of an answer to a line."""
    for path, number in line.gives:
        if (value := _at(answer, path)) is not None:
            held[number] = value


def _is_repeat(turn, again):
    """Whether a question was answered as before, but for what the code had in its hands."""
    return _alike({name: value for name, value in again[1].items() if name != "had"}, turn[1])


def _lines(asked: list[Asked]) -> Iterator[Line]:
    """The Lines of a Script: what an answer gives away first goes into later requests as a reference to it."""
    given: set[Any] = set()  # prints of values in requests
    handle_numbers: dict[Any, int] = {}  # {print of a value in an answer: the number of its handle}
    gives: list[list[tuple[Any, int]]] = [[] for _one in asked]
    requests = []
    for n, one in enumerate(asked):
        requests.append(_with_references(one.request, handle_numbers, given))
        for path, value in _leaves(one.answer):
            if isinstance(value, wire.Handle):
                gives[n].append((path, value.number))
            elif path[0] == "value" and (key := _print(value)) is not None and key not in given and key not in handle_numbers:
                handle_numbers[key] = FIRST_HANDLE + len(handle_numbers)
                gives[n].append((path, handle_numbers[key]))
    used = {number for request in requests for number in wire.handles(request)}
    looked_up, in_place = set[int](), dict[str, int]()
    for n, (one, request, held) in enumerate(zip(asked, requests, gives, strict=True)):
        if request["do"] == "name" and request["name"] not in in_place:
            looked_up.update(number for _path, number in held)
        elif request["do"] == "put_back":
            in_place = {name: number for name, number in in_place.items() if name not in request["names"]}
        elif request["do"] == "put":
            value = request["value"]
            number = value.number if type(value) is wire.Handle else n
            in_place = {name: there for name, there in in_place.items() if name != request["name"]}
            in_place |= {} if number in looked_up else {request["name"]: number}
        yield Line(
            one.asker, request, one.answer or {}, tuple(item for item in held if item[1] in used), frozenset(in_place.items())
        )


def _with_references(value, handle_numbers, given):
    kind = type(value)
    if kind is dict:
        return {key: _with_references(item, handle_numbers, given) for key, item in value.items()}
    if kind is list or kind is tuple:
        return kind([_with_references(item, handle_numbers, given) for item in value])
    key = _print(value)
    if key in handle_numbers:
        return wire.Handle(handle_numbers[key], "")
    if key is not None:
        given.add(key)
    return value


def _print(value):
    """What an array or a number that is no whole one is known by, to ten digits; None for anything else."""
    if type(value) is np.ndarray and value.dtype.kind == "f" and value.size and np.isfinite(value).all():
        if (value == np.round(value)).all():
            return None
        mantissa, exponent = np.frexp(value)
        return value.shape, np.round(mantissa * DIGITS).tobytes(), exponent.tobytes()
    if type(value) is float and math.isfinite(value) and not value.is_integer():
        mantissa, exponent = math.frexp(value)
        return round(mantissa * DIGITS), exponent
    return None


def _leaves(value, path=()):
    kind = type(value)
    if kind is dict:
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif kind is list or kind is tuple:
        for n, item in enumerate(value):
            yield from _leaves(item, (*path, n))
    else:
        yield path, value


def _at(value, path):
    """What stands at a path, None where nothing does."""
    for step in path:
        kind = type(value)
        if (kind is dict and step in value) or ((kind is list or kind is tuple) and type(step) is int and step < len(value)):
            value = value[step]
        else:
            return None
    return value


def _alike(one: Any, other: Any, is_same: Callable[[Any, Any], bool] | None = None) -> bool:
    """Whether two values are alike: dicts, lists and tuples in all that they hold, and what these hold by is_same, which is `_is_same`
    unless another one is given."""
    kind = type(one)
    if kind is dict:
        return type(other) is dict and one.keys() == other.keys() and all(_alike(one[key], other[key], is_same) for key in one)
    if kind is list or kind is tuple:
        return type(other) is kind and len(one) == len(other) and all(map(_alike, one, other, itertools.repeat(is_same)))
    return (is_same or _is_same)(one, other)


def _is_same(one, other):
    """Whether two values are the same, in kind and shape and to some rounding; of handles, that both are handles."""
    kind = type(one)
    if kind is not type(other):
        return False
    if kind is np.ndarray:
        if one.shape != other.shape or one.dtype != other.dtype:
            return False
        return one.tobytes() == other.tobytes() or (one.dtype.kind == "f" and _close(one, other))
    if kind is float:
        return one == other or abs(one - other) <= STRICT * abs(other)
    return kind is wire.Handle or one == other


def _is_asked_again(one, other):
    """The same, and of handles, that they are of the same object."""
    return _is_same(one, other) and (type(one) is not wire.Handle or one.number == other.number)


def _is_near(one, other):
    """The same of numbers, in whatever kind, to fewer digits."""
    if _is_same(one, other) or type(one) not in NUMBERS or type(other) not in NUMBERS:
        return _is_same(one, other)
    mine, its = np.asarray(one, float), np.asarray(other, float)
    return mine.shape == its.shape and _close(mine, its, NEARLY)


def _close(one, other, within=STRICT):
    size = np.abs(other).max(initial=0.0)
    return bool(np.isfinite(one).all()) and bool((np.abs(one - other) <= within * np.maximum(np.abs(other), 1e-3 * size)).all())
