"""Why a part was not passed: known wrong solutions are asked what the hidden tests asked the submission, and one that
answers the same, where the reference answers otherwise, is the likely cause.

An observation is one thing seen of an answer: the value, the arguments afterwards, the error, or a watched local name.
Known code and the reference run in this process: they are the course's own.
"""

import functools
import itertools
import math
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import CodeType
from typing import Any

import numpy as np

from grader.course import known
from grader.course.folder import Course
from grader.exam import operations
from grader.exam.checks import IS_RETURN_MISSING
from grader.exam.clues import nothing_returned
from grader.exam.compare import RELATIVE
from grader.exam.outcomes import Outcome
from grader.exam.submission import Asked
from grader.result import FAILED, PASSED
from grader.sandbox import wire
from grader.sandbox.objects import Objects, filled
from grader.words import _

PAIRS = 60  # of mistakes that are tried together, at the most
CODE_NAME = "<cell 0>"  # known code is watched as a student's is


class Library:
    """The known wrong solutions of an assignment, by exercise, each loaded when it is first needed."""

    def __init__(self, course: Course, assignment: str):
        self._text = course.solution_path(assignment).read_text("utf-8")
        self._cells = course.solution_cells(assignment)
        self._course, self._assignment = course, assignment
        self._source = course.source(assignment)
        self._wrong: dict[str, list[tuple[known.Wrong, CodeType]]] = {}

    def wrong(self, exercise: str) -> list[tuple[known.Wrong, CodeType]]:
        """[(Wrong, its compiled cell)] of an exercise."""
        if exercise not in self._wrong:
            found = known.wrong_solutions_of(self._course, self._assignment, exercise, self._cells)
            self._wrong[exercise] = [(wrong, _compiled(wrong.code)) for wrong in found]
        return self._wrong[exercise]

    @functools.cached_property
    def _names(self):
        return self.reference_names()

    def reference_names(self) -> dict[str, Any]:
        """A fresh namespace with all of the reference."""
        names = {"__name__": "__main__"}
        exec(_compiled(self._text), names)
        return names

    def names(self, cell: CodeType) -> dict[str, Any]:
        """A fresh namespace in which the compiled `cell` stands for its exercise, and the reference for all else."""
        names = dict(self._names)
        exec(cell, names)
        return names

    def explain(
        self,
        exercise: str,
        asked: Iterable[Asked],
        outcomes: dict[str, Outcome],
        parts: Mapping[str, str],
        fixtures: Mapping[str, Iterable[str]],
    ) -> dict[str, Outcome]:
        """The Outcomes of an exercise's tests, those that failed with where it went wrong first, and the cause if it is known.

        asked: [submission.Asked] of the exercise; parts: {test: the part that it marks}; fixtures: {test: names of those that
        serve it}."""
        failed = {parts[test] for test, told in outcomes.items() if told.outcome == FAILED}
        lost = {parts[test] for test, told in outcomes.items() if told.outcome != PASSED}
        serves = {test: {part} for test, part in parts.items()}
        for test, part in parts.items():
            for name in fixtures.get(test, ()):
                serves.setdefault(name, set()).add(part)
        record = Record(asked, serves)
        reference = _compiled(self._cells[exercise])
        right = dict(record.replay(lost, lambda: self.names(reference)))

        def weigh(cell, loses):
            return record.resemblance(right, record.replay(loses, lambda: self.names(cell)))

        def unnamed():
            return failed.difference(*(wrong.loses for wrongs, _weights in matches for wrong in wrongs))

        matches: list[tuple[Sequence[known.Wrong], dict[str, Weight]]] = []
        for just_these in (True, False):  # whatever loses just what was lost is likelier than what loses a part of it
            for wrong, cell in self.wrong(exercise):
                fits = wrong.loses & failed and (wrong.loses == lost if just_these else wrong.loses < lost)
                if fits and (weights := weigh(cell, wrong.loses)):
                    matches.append(((wrong,), weights))
            if not unnamed():
                break
        else:
            alone = {wrong.id for wrongs, _weights in matches for wrong in wrongs}
            cells = {wrong.id: cell for wrong, cell in self.wrong(exercise)}
            for *pair, code in self.pairs(exercise, lost, unnamed(), alone):
                both = pair[0].loses | pair[1].loses
                if (weights := weigh(_compiled(code), both)) and all(
                    _adds(wrong, other, weights, weigh(cells[other.id], both)) for wrong, other in (pair, reversed(pair))
                ):
                    matches.append((pair, weights))
        explained, passed = {}, set(parts.values()) - lost
        for test, told in outcomes.items():
            if told.outcome == FAILED:
                told = self._refined(told, record, parts[test], right, passed, self._contract(exercise))
                told = _named(
                    told,
                    parts[test],
                    [match for match in matches if parts[test] in match[1] and any(parts[test] in w.loses for w in match[0])],
                )
            explained[test] = told
        return explained

    def _refined(self, told, record, part, right, passed, contract):
        """The Outcome of a failed test with what the record tells of it, whatever mistake it was."""
        if told.hint == IS_RETURN_MISSING and (nothing := record.nothing(part, right)):
            return replace(told, message=nothing, hint="")
        told = replace(told, where=record.where(part, right, passed, contract))
        if told.shapes and told.shapes[-1][1] is None:  # the result of an operation that didn't fit
            target = told.shapes[-1][0]
            if (shape := record.wanted(part, right, told.shapes[:-1], target, contract)) is not None:
                shapes = (*told.shapes[:-1], (operations.result_label(target), shape, ()))
                told = replace(told, shapes=shapes, message=told.message + operations.wanted(target, shape))
        return told

    def _contract(self, exercise):
        """The names that an exercise's stub has: they mean the same to everyone."""
        return frozenset(re.findall(r"\w+", self._source.cells[exercise]["source"]))

    def pairs(
        self, exercise: str, lost: set[str], unnamed: set[str], alone: set[str]
    ) -> Iterator[tuple[known.Wrong, known.Wrong, str]]:
        """Yield (first, second, the cell with both) of mistakes that may have lost these parts, those first that would have
        lost the most of them, and of these the ones with a mistake that accounts for a part `alone`."""
        wrongs = [wrong for wrong, _cell in self.wrong(exercise) if wrong.loses <= lost]
        found = [two for two in itertools.combinations(wrongs, 2) if (two[0].loses | two[1].loses) & unnamed]
        found.sort(key=lambda two: (-len(two[0].loses | two[1].loses), alone.isdisjoint({two[0].id, two[1].id})))
        made = ((*two, code) for two in found if (code := known.together(*two)))
        return itertools.islice(made, PAIRS)


@functools.lru_cache(maxsize=100)
def _compiled(text):
    return compile(text, CODE_NAME, "exec")


class Record:
    """What an exercise's tests asked a submission, and what was observed of each answer; to be asked of other code.

    The questions of one test, or of one fixture, hang together. Those of another come along where an object that it made is
    used; of what it only looked up or brought along, no more than that."""

    def __init__(self, asked: Iterable[Asked], serves: Mapping[str, set[str]]):
        """serves: {a test or a fixture: the parts that are judged by what it asked}."""
        self.turns = [(turn, observed(turn.answer)) for turn in asked if turn.answer is not None and not turn.slow]
        self._serves = serves
        self._births: dict[tuple[int, int], int] = {}  # (child, handle): the number of the turn that gave it
        self._gives: set[int] = set()  # numbers of turns that gave a handle
        self._looked_up: set[int] = set()  # numbers of turns that only looked up or brought along
        self._uses: list[set[int]] = []
        self._asked_again: dict[frozenset[str], list[int]] = {}
        for n, (turn, seen) in enumerate(self.turns):
            uses = {self._births[turn.birth, h] for h in wire.handles(turn.request) if (turn.birth, h) in self._births}
            self._uses.append(uses)
            if turn.request["do"] in ("name", "bring") or (turn.request["do"] == "get" and uses <= self._looked_up):
                self._looked_up.add(n)
            for h in wire.handles(seen):
                self._gives.add(n)
                self._births.setdefault((turn.birth, h), n)

    def _needed(self, wanted):
        """The numbers of the turns to be asked again for the parts `wanted`, in order."""
        if wanted not in self._asked_again:
            askers, alone = {name for name, parts in self._serves.items() if parts & wanted}, set()
            for n in range(len(self.turns) - 1, -1, -1):  # whatever is used was made before
                if n in alone or self.turns[n][0].asker in askers:
                    for used in self._uses[n]:
                        if used in self._looked_up:
                            alone.add(used)
                        else:
                            askers.add(self.turns[used][0].asker)
            needed = [n for n, (turn, _observed) in enumerate(self.turns) if n in alone or turn.asker in askers]
            self._asked_again[wanted] = needed
        return self._asked_again[wanted]

    def replay(self, wanted: Iterable[str], names: Callable[[], dict[str, Any]]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Ask for the parts `wanted`, of `names()` afresh for each child that answered; yield (number of the turn, what is
        observed of the answer)."""
        birth = None
        for n in self._needed(frozenset(wanted)):
            turn, mine = self.turns[n]
            if turn.birth != birth:
                birth, objects, held = turn.birth, Objects(names()), dict[int, Any]()
            try:
                request = filled(turn.request, held, copied=True)
            except KeyError:
                continue
            found = observed(wire.crossed(objects.answer(request), objects.handle))
            for name in mine if n in self._gives else ():
                _pair(mine[name], found.get(name), held)
            yield n, found

    def resemblance(
        self, right: dict[int, dict[str, Any]], found: Iterable[tuple[int, dict[str, Any]]]
    ) -> dict[str, "Weight"] | None:
        """{part: the Weight of a wrong solution in it}, or None: wherever it differs from the reference, the submission must
        answer as it does.

        right: {number of a turn: the reference's observations}; found: the wrong solution's, an iterator that is left at the
        first that speaks against it."""
        alikes: dict[str, list[int]] = {}
        broken: set[str] = set()
        against = 0
        for n, its in found:
            mine, reference = self.turns[n][1], right.get(n)
            if reference is None:
                continue  # the reference could not be asked
            if "error" in mine and "error" not in reference and not same(mine["error"], its.get("error")):
                broken |= self._serves.get(self.turns[n][0].asker, set())  # what comes of it is nothing that this one did
            watched = any(name.startswith("had ") for name in mine)
            for name in reference.keys() | its.keys():
                seen = name.startswith("had ")
                if (seen and not watched) or same(its.get(name), reference.get(name)):
                    continue
                alike = same(mine[name], its.get(name)) if name in mine else name not in its
                if not alike and not seen:
                    return None
                against += name in mine and not alike
                for part in self._serves.get(self.turns[n][0].asker, ()) if alike else ():
                    alikes.setdefault(part, [0, 0])[seen] += 1
        weights = {part: Weight(*counts) for part, counts in alikes.items() if part not in broken}
        return weights if any(weight.answers for weight in weights.values()) or not against else None

    def _judging(self, part, right):
        """(turn, what was observed of it, of the reference's) of all that a part is judged by, in order."""
        for n, reference in right.items():
            turn, mine = self.turns[n]
            if part in self._serves.get(turn.asker, ()):
                yield turn, mine, reference

    def where(
        self, part: str, right: dict[int, dict[str, Any]], passed: Iterable[str] = (), contract: Collection[str] | None = None
    ) -> str:
        """Where it first went wrong, of all that a part is judged by, if the student's code had that in its hands: a sentence,
        else "". A quantity is looked for by its value: it is right where it was had at any time, under any name.

        passed: parts whose quantities are right, however they look; contract: names that mean what they do in the reference.
        A name of the student's own that is none of them is accused of nothing unless its shape is the same."""
        for turn, mine, reference in self._judging(part, right):
            all_mine = [value for name, values in mine.items() if name.startswith("had ") for value in values]
            if turn.request.get("watch") and not all_mine:
                continue  # asked once more where it is
            earned = [
                reference[f"had {own}"][-1] for name in passed for own in (name, f"self.{name}") if f"had {own}" in reference
            ]
            so_far = []
            for label, values in reference.items():
                name = label.removeprefix("had ")
                if label == name or not name.isidentifier() or label not in mine:
                    continue
                if any(same(values[-1], argument) for argument in turn.request.get("args", ())):
                    continue
                if any(same(value, values[-1]) for value in all_mine):
                    so_far.append(name)
                elif name in passed or any(same(values[-1], value) for value in earned):
                    continue
                elif contract is None or name in contract or _has_shape_of(mine[label], values[-1]):
                    return _first_wrong(name, so_far, self.called(turn))
            if not all(same(mine.get(name), reference[name]) for name in reference if not name.startswith("had ")):
                break
        return ""

    def nothing(self, part: str, right: dict[int, dict[str, Any]]) -> str:
        """What gave None where the reference gives a value, the first of all that a part is judged by: a sentence, else ""."""
        for turn, mine, reference in self._judging(part, right):
            if mine.get("value", ...) is None and reference.get("value") is not None:
                if turn.request["do"] == "call":
                    return nothing_returned(self.called(turn)).strip()
                if turn.request["do"] == "get":
                    return _("`{name}` is None: nothing was ever stored there.").format(name=turn.request["name"])
        return ""

    def wanted(
        self, part: str, right: dict[int, dict[str, Any]], operands: Collection[tuple], target: str, contract: Collection[str]
    ) -> tuple[int, ...] | None:
        """The shape of what an operation that raised, with these operands, was to give to `target`, in the reference, or None."""
        for turn, mine, reference in self._judging(part, right):
            error = mine.get("error")
            arrays = error.get("shapes") if isinstance(error, dict) else None
            if isinstance(arrays, dict) and all(arrays.get(what, list(shape)) == list(shape) for what, shape, *_axes in operands):
                got = reference.get(f"had {target}") if target in contract else None
                if target == "return" and error.get("function") == self.called(turn):
                    got = [reference.get("value")]
                return got[-1].shape if got and type(got[-1]) is np.ndarray else None
        return None

    def called(self, turn: Asked) -> str:
        """The name of what a turn calls, or ""."""
        request = turn.request
        while request["do"] == "call" and "method" not in request:
            n = self._births.get((turn.birth, request["on"].number))
            if n is None:
                return ""
            turn, request = self.turns[n][0], self.turns[n][0].request
        return request.get("method") or request.get("name", "")


def _first_wrong(name, so_far, function):
    what = _("what `{function}` returns").format(function=function) if name == "return" else f"`{name}`"
    if so_far:
        before = _(", ").join(f"`{name}`" for name in so_far)
        return _("Up to {before} all is right; {what} is where it goes wrong.").format(before=before, what=what)
    return _("{what} is the first value that goes wrong.").format(what=what[0].upper() + what[1:])


def _has_shape_of(values, value):
    return np.shape(values[-1]) == np.shape(value) if isinstance(values, (list, tuple)) and values else False


@dataclass(frozen=True, order=True)
class Weight:
    """How much of a submission a wrong solution accounts for: answers that are wrong in the same way, then local names."""

    answers: int
    names: int


def _adds(wrong, other, together, without):
    """Whether a mistake accounts for more of what it alone loses than the other one of a pair does without it.

    together, without: {part: Weight} of the pair, and of the other mistake by itself."""
    nothing = Weight(0, 0)
    own = wrong.loses - other.loses
    return not own or any(together.get(part, nothing) > (without or {}).get(part, nothing) for part in own)


def observed(answer: dict[str, Any]) -> dict[str, Any]:
    """{name of an observation: value}; what the code had in its hands under a label, a list, stands after "had "."""
    found = {name: answer[name] for name in ("value", "held", "args", "error", "missing") if name in answer}
    had = answer.get("had")
    return found | ({f"had {label}": values for label, values in had.items()} if isinstance(had, dict) else {})


def _pair(given, found, held):
    """Note which object of the known code stands where the student's handle does."""
    kind = type(given)
    if kind is wire.Handle:
        if type(found) is wire.Handle:
            held[given.number] = found
    elif kind is dict:
        if type(found) is dict:
            for key in given.keys() & found.keys():
                _pair(given[key], found[key], held)
    elif kind in wire.CONTAINERS and type(found) in (list, tuple):
        for one, other in zip(given, found, strict=False):  # of different length, they differ anyhow
            if type(one) in wire.HOLDING:
                _pair(one, other, held)


def same(one: Any, other: Any) -> bool:
    """True where two observations are the same: numbers to rounding, of one kind and shape; objects are not looked into."""
    kind = type(one)
    if kind is not type(other):
        return False
    if kind is np.ndarray:
        return one.shape == other.shape and one.dtype == other.dtype and (one.tobytes() == other.tobytes() or _close(one, other))
    if kind is float:
        return one == other or abs(one - other) <= RELATIVE * abs(other) < math.inf or (one != one and other != other)
    if kind is dict:
        if "type" in one and "message" in one:
            return _error(one) == _error(other)
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if kind is list or kind is tuple:
        return len(one) == len(other) and all(map(same, one, other))
    return kind is wire.Handle or one == other


def _close(one, other):
    if one.dtype.kind != "f":
        return False
    finite = np.isfinite(other)
    if not np.array_equal(one[~finite], other[~finite], equal_nan=True) or not np.isfinite(one[finite]).all():
        return False
    return bool((np.abs(one[finite] - other[finite]) <= RELATIVE * np.abs(other[finite]).max(initial=0.0)).all())


def _error(told):
    """What makes an error the same: its type and message; of shapes that don't fit, the sizes that clash."""
    message = str(told["message"])
    clash = re.search(r"size (\d+) is different from (\d+)|(\d+) \(dim \d\) != (\d+) \(dim", message)
    return told["type"], frozenset(filter(None, clash.groups())) if clash else message


def _named(told, part, matches):
    """The Outcome with the likeliest cause: the match that accounts for most of this part, then of all. Several mistakes that
    account for as much are all named; of several pairs, only what they have in common."""
    if not matches:
        return told
    accounts = lambda weights: (weights.get(part, Weight(0, 0)), *sorted(weights.values(), reverse=True))
    most = max(accounts(weights) for _wrongs, weights in matches)
    alike = [wrongs for wrongs, weights in matches if accounts(weights) == most]
    likely = [[wrong for wrong in wrongs if part in wrong.loses] for wrongs in alike]
    if len(likely) > 1 and any(len(wrongs) > 1 for wrongs in alike):
        likely = [[wrong for wrong in likely[0] if all(wrong in others for others in likely)]]
        if not likely[0]:
            return told
    causes = [_(" And: ").join(_(wrong.sentence) for wrong in wrongs) for wrongs in likely]
    return replace(
        told,
        misconception=" or ".join(dict.fromkeys(" and ".join(wrong.id for wrong in wrongs) for wrongs in likely)),
        cause=_(" Or: ").join(dict.fromkeys(causes)),
        hint=_(likely[0][0].hint),
        concept=likely[0][0].concept,
    )
