"""What an exercise's tests asked and what came back, to be asked of other code: the reference, and known wrong solutions.

An observation is one thing seen of an answer: the value, the arguments afterwards, the error, or what the code had in its hands.
Known code and the reference run in this process: they are the course's own.
"""

import functools
import math
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.exam.asked import Asked
from grader.exam.clues import nothing_returned
from grader.exam.compare import RELATIVE
from grader.exam.remote_error import RemoteError
from grader.sandbox import wire
from grader.sandbox.objects import Objects, filled
from grader.sandbox.watcher import MAX_VALUES, EndsWatcher, Watcher
from grader.words import _


@dataclass(frozen=True, order=True)
class Weight:
    """How much of a submission a wrong solution accounts for: answers that are wrong in the same way, then local names."""

    answers: int
    names: int


@dataclass(frozen=True)
class Where:
    """What went wrong first, and what was right up to there, in words."""

    what: str
    so_far: str = ""

    def said(self, about: str = "", more: str = "") -> str:
        """The sentences of it, with those that say more of a wrong value; what both are `about` is named once. What goes wrong comes
        first."""
        if about == self.what and more:
            return _("{more} Up to {before} all is right.").format(before=self.so_far, more=more) if self.so_far else more
        what = self.what[0].upper() + self.what[1:]
        said = _("{what} is the first value that goes wrong.").format(what=what)
        if self.so_far:
            said = _("{what} is where it goes wrong: up to {before} all is right.").format(before=self.so_far, what=what)
        return " ".join(filter(None, (said, more)))


class Record:
    """What an exercise's tests asked a submission, and what was observed of each answer; to be asked of other code.

    The questions of one test, or of one fixture, hang together. Those of another come along where an object that it made is
    used; of what it only looked up or brought along, no more than that."""

    def __init__(self, asked: Iterable[Asked], serves: Mapping[str, set[str]]):
        """serves: {a test or a fixture: the parts that are judged by what it asked}."""
        self.turns = [(turn, observed(turn.answer)) for turn in asked if turn.answer is not None and not turn.slow]
        self.serves = serves
        self._given_by: dict[tuple[int, int], int] = {}  # (child, handle): the number of the turn that gave it
        self._gives: set[int] = set()  # numbers of turns that gave a handle
        self._looked_up: set[int] = set()  # numbers of turns that only looked up or brought along
        self._uses: list[set[int]] = []
        self._asked_again: dict[frozenset[str], list[int]] = {}
        self._watched = {n for n, (_turn, seen) in enumerate(self.turns) if any(name.startswith("had ") for name in seen)}
        filled_anew = wire.HOLDING | {np.ndarray}  # what holds an object, or may be changed by whoever is asked
        self._to_fill = [[key for key, value in turn.request.items() if type(value) in filled_anew] for turn, _seen in self.turns]
        numbers: Counter[str] = Counter()
        self._places: list[tuple[str, int]] = []
        self._compared_with: dict[int, dict[str, Any]] | None = None
        self._wrong_leaves: dict[int, list[tuple[str, tuple]]] = {}  # {number of a turn: see `_wrong`}
        self._around: dict[tuple[str, int], frozenset[int]] = {}
        for n, (turn, seen) in enumerate(self.turns):
            self._places.append((turn.asker, numbers[turn.asker]))
            numbers[turn.asker] += 1
            uses = {
                self._given_by[turn.child_number, h]
                for h in wire.handles(turn.request)
                if (turn.child_number, h) in self._given_by
            }
            self._uses.append(uses)
            if turn.request["do"] in ("name", "bring") or (turn.request["do"] == "get" and uses <= self._looked_up):
                self._looked_up.add(n)
            for h in wire.handles(seen):
                self._gives.add(n)
                self._given_by.setdefault((turn.child_number, h), n)

    def _needed(self, wanted):
        """The numbers of the turns to be asked again for the parts `wanted`, in order."""
        if wanted not in self._asked_again:
            askers, alone = {name for name, parts in self.serves.items() if parts & wanted}, set()
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

    def place(self, n: int) -> tuple[str, int]:
        """(asker, number among its questions) of turn `n`: where another submission is asked the like."""
        return self._places[n]

    def served(self, numbers: Iterable[int]) -> set[str]:
        """The parts that some turns serve."""
        return set[str]().union(*(self.serves.get(self.turns[n][0].asker, ()) for n in numbers))

    def around(self, place: tuple[str, int]) -> frozenset[int]:
        """The numbers of the turns with which what was asked at a place can be asked by itself: of those before it whatever made,
        changed or called the objects that it uses, or what these hold; none where nothing was asked there."""
        if place not in self._around:
            needed, todo = set[int](), [n for n, other in enumerate(self._places) if other == place]
            while todo:
                n = todo.pop()
                if n not in needed:
                    needed.add(n)
                    todo += self._uses[n]
                    todo += (k for k in self._together[n] if k < n and self.turns[k][0].request["do"] != "get")
            self._around[place] = frozenset(needed)
        return self._around[place]

    @functools.cached_property
    def _together(self) -> list[list[int]]:
        """For each turn the numbers of all that have to do with the same objects: what an object gave, or was given, belongs to it."""
        groups: list[list[int]] = [[n] for n in range(len(self.turns))]
        for n, uses in enumerate(self._uses):
            for used in uses - self._looked_up:
                if (other := groups[used]) is not groups[n]:
                    groups[n] += other
                    for k in other:
                        groups[k] = groups[n]
        return groups

    def asked_again(self, wanted: Iterable[str]) -> Iterator[tuple[int, tuple[str, int], dict[str, Any], bool]]:
        """(number of the turn, (asker, number among its questions), the request, whether the code was looked at meanwhile) of all
        that is asked again for the parts `wanted`, in order."""
        for n in self._needed(frozenset(wanted)):
            yield n, self._places[n], self.turns[n][0].request, n in self._watched

    def replay(
        self,
        wanted: Iterable[str],
        names: Callable[[], dict[str, Any]],
        watch: bool = False,
        look: bool = True,
        just: Collection[int] | None = None,
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Ask for the parts `wanted`, of `names()` afresh for each child that answered; yield (number of the turn, what is
        observed of the answer). watch: with what the code has in its hands as every call begins and ends; look: with what it has
        where the submission was looked at, which takes longer than to call. just: numbers of the only turns to ask.

        Warnings are not recorded, which would take as long as a call: whoever replays ignores them."""
        child_number = None
        for n in self._needed(frozenset(wanted)):
            if just is not None and n not in just:
                continue
            turn, mine = self.turns[n]
            if turn.child_number != child_number:
                child_number, objects, held = turn.child_number, Objects(names(), warned=[]), dict[int, Any]()
                objects.watcher = EndsWatcher if watch else Watcher
            try:
                request = dict(turn.request)
                for key in self._to_fill[n]:
                    request[key] = filled(request[key], held, copied=True)
            except KeyError:
                continue
            if not look or n not in self._watched:
                request.pop("watch", None)
            if watch and request["do"] == "call":
                request["watch"] = True
            found = {name: wire.crossed(value, objects.handle) for name, value in observed(objects.answer(request)).items()}
            for name in mine if n in self._gives else ():
                _pair(mine[name], found.get(name), held)
            yield n, found

    def resemblance(
        self,
        right: dict[int, dict[str, Any]],
        found: Iterable[tuple[int, dict[str, Any]]],
        free: Collection[tuple[int, str, tuple]] = (),
        look: bool = True,
    ) -> dict[str, Weight] | None:
        """{part: the Weight of a wrong solution in it}, or None: wherever it differs from the reference, the submission must
        answer as it does. look: at what the code had in its hands, too; without it, a weight may come to nothing yet.

        Answers are compared leaf by leaf: an accident in one gradient of a dict says nothing of the others. But a quantity that is
        wrong in other calls, too, where this one gets it right, is not put down to it. right: {number of a
        turn: the reference's observations}; found: the wrong solution's, an iterator that is left at the first that speaks
        against it; free: (number of a turn, name, path) of leaves in which right solutions differ, which say nothing."""
        alikes: dict[str, list[int]] = {}
        touched: dict[str, set[tuple]] = {}  # {part: quantities that are wrong in the same way}
        others: dict[int, dict[str, Any]] = {}
        broken: set[str] = set()
        against = 0
        for n, its in found:
            mine, reference = self.turns[n][1], right.get(n)
            if reference is None:
                continue  # the reference could not be asked
            if "error" in mine and "error" not in reference and not same(mine["error"], its.get("error")):
                broken |= self.serves.get(self.turns[n][0].asker, set())  # what comes of it is nothing that this one did
            others[n] = its
            for name, path, alike in self._differing(n, its, reference, look):
                if (n, name, path) in free:
                    continue
                seen = name.startswith("had ")
                if not alike and not seen:
                    return None
                against += name in mine and not alike
                if seen and name not in mine:
                    continue  # that neither has it in its hands tells nothing
                for part in self.serves.get(self.turns[n][0].asker, ()) if alike else ():
                    alikes.setdefault(part, [0, 0])[seen] += 1
                    if name == "value":
                        touched.setdefault(part, set()).add(self._quantity(n, path))
        broken |= self._wrong_elsewhere(touched, right, others)
        weights = {part: Weight(*counts) for part, counts in alikes.items() if part not in broken}
        return weights if not look or not against or any(weight.answers for weight in weights.values()) else None

    def is_unlike(self, right: dict[int, dict[str, Any]], found: Iterable[tuple[int, dict[str, Any]]]) -> bool:
        """Whether other code answers otherwise than the reference where the submission doesn't answer as it does: see `resemblance`."""
        return any(
            not alike for n, its in found if n in right for _name, _path, alike in self._differing(n, its, right[n], look=False)
        )

    def _differing(self, n, its, reference, look):
        """(name, path, whether the submission has the same there) of the leaves in which other code differs from the reference."""
        mine = self.turns[n][1]
        for name in reference.keys() | its.keys() if look and n in self._watched else OBSERVED:
            one, other = its.get(name, ABSENT), reference.get(name, ABSENT)
            if not same(one, other):
                for path in apart(one, other):
                    yield name, path, same(at(mine.get(name, ABSENT), path), at(one, path))

    def _wrong(self, n, right):
        """[(name, path)] of the leaves in which an answer is otherwise than the reference's."""
        if self._compared_with is not right:
            self._compared_with, self._wrong_leaves = right, {}
        if n not in self._wrong_leaves:
            both = [(name, self.turns[n][1].get(name, ABSENT), right[n].get(name, ABSENT)) for name in ANSWERED]
            self._wrong_leaves[n] = [
                (name, path) for name, one, other in both if not same(one, other) for path in apart(one, other)
            ]
        return self._wrong_leaves[n]

    def _quantity(self, n, path):
        """What an answer's leaf is called, whichever call it comes of."""
        turn = self.turns[n][0]
        return self.kind_of(turn), turn.request["do"], turn.request.get("name") or self.called(turn), path

    def _wrong_elsewhere(self, touched, right, others):
        """Those parts of `touched`, {part: quantities}, of which one is a wrong number in a call where other code has it right, or has
        yet another one. others: {number of a turn: what is observed of that code}."""
        found = set()
        for n, its in others.items():
            parts = touched.keys() & self.serves.get(self.turns[n][0].asker, set())
            for name, path in self._wrong(n, right) if parts else ():
                wrong, other, wanted = (at(one.get(name, ABSENT), path) for one in (self.turns[n][1], its, right[n]))
                if name == "value" and not same(wrong, other) and _is_far(wrong, wanted) and _is_far(wrong, other):
                    found |= {part for part in parts if self._quantity(n, path) in touched[part]}
        return found

    def judging(
        self, part: str, right: Mapping[int, dict[str, Any]]
    ) -> Iterator[tuple[int, Asked, dict[str, Any], dict[str, Any]]]:
        """(number, turn, what was observed of it, of the reference's) of all that a part is judged by, in order."""
        for n, reference in right.items():
            turn, mine = self.turns[n]
            if part in self.serves.get(turn.asker, ()):
                yield n, turn, mine, reference

    def kind_of(self, turn: Asked) -> str:
        """The class whose object a turn asks, "" where it is none."""
        n = self._given_by.get((turn.child_number, getattr(turn.request.get("on"), "number", -1)))
        while n is not None and self.turns[n][0].request["do"] != "name":
            n = self._given_by.get((turn.child_number, getattr(self.turns[n][0].request.get("on"), "number", -1)))
        return "" if n is None else self.turns[n][0].request["name"]

    def verdicts(self, parts: Iterable[str], right: dict[int, dict[str, Any]]) -> set[str]:
        """Those of some parts in which nothing is wrong but truth values: each is one bit, and two mistakes share many."""
        return {
            part
            for part in parts
            if next(wrong := self._kinds_wrong(part, right), None) is bool and all(k is bool for k in wrong)
        }

    def _kinds_wrong(self, part, right):
        for n, _turn, mine, _reference in self.judging(part, right):
            yield from (type(at(mine.get(name, ABSENT), path)) for name, path in self._wrong(n, right) if name != "missing")

    def covers(
        self,
        part: str,
        right: dict[int, dict[str, Any]],
        found: Mapping[int, dict[str, Any]],
        free: Collection[tuple[int, str, tuple]] = (),
    ) -> bool:
        """Whether other code answers as the submission does wherever that is wrong, of all that a part is judged by."""
        for n, _turn, mine, _reference in self.judging(part, right):
            for name, path in self._wrong(n, right):
                its = at(found.get(n, {}).get(name, ABSENT), path)
                if (n, name, path) not in free and not same(at(mine.get(name, ABSENT), path), its):
                    return False
        return True

    def numbered(self, leaves: Iterable[tuple[str, int, str, tuple]]) -> frozenset[tuple[int, str, tuple]]:
        """(asker, number among its questions, name, path) of leaves as (number of the turn, name, path)."""
        numbers = {place: n for n, place in enumerate(self._places)}
        return frozenset((numbers[asker, k], name, path) for asker, k, name, path in leaves if (asker, k) in numbers)

    def first_wrong(self, part: str, right: dict[int, dict[str, Any]]) -> tuple[str, str, Any, Any] | None:
        """(what was called last, the name of the quantity or "", the submission's, the reference's) of the first leaf that is
        wrong, of all that a part is judged by; None where there is none."""
        called = ""
        for n, turn, mine, reference in self.judging(part, right):
            request = turn.request
            if request["do"] == "call":
                called = self.called(turn)
            for name, path in self._wrong(n, right):
                wrong, wanted = at(mine.get(name, ABSENT), path), at(reference.get(name, ABSENT), path)
                if wrong is not ABSENT and name != "missing":
                    keys = [step for step in path if type(step) is str]
                    return called, request["name"] if request["do"] == "get" else keys[-1] if keys else "", wrong, wanted
        return None

    def where(
        self, part: str, right: dict[int, dict[str, Any]], passed: Iterable[str] = (), contract: Collection[str] | None = None
    ) -> Where | None:
        """Where it first went wrong, of all that a part is judged by, if the student's code had that in its hands. A quantity is
        looked for by its value: it is right where it was had at any time, under any name.

        passed: parts whose quantities are right, however they look; contract: names that mean what they do in the reference.
        A name of the student's own that is none of them is accused of nothing unless its shape is the same."""
        for _n, turn, mine, reference in self.judging(part, right):
            all_mine = [value for name, values in mine.items() if name.startswith("had ") for value in values]
            if turn.request.get("watch") and not all_mine:
                continue  # asked once more where it is
            if len(all_mine) >= MAX_VALUES:
                continue  # there was more than was kept: what is missing may have been there
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
                    what = _("what `{function}` returns").format(function=self.called(turn)) if name == "return" else f"`{name}`"
                    return Where(what, _(", ").join(f"`{one}`" for one in so_far))
            if not all(same(mine.get(name), reference[name]) for name in reference if not name.startswith("had ")):
                break
        return None

    def nothing(self, part: str, right: dict[int, dict[str, Any]]) -> str:
        """What gave None where the reference gives a value, the first of all that a part is judged by: a sentence, else ""."""
        for _n, turn, mine, reference in self.judging(part, right):
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
        for _n, turn, mine, reference in self.judging(part, right):
            error = mine.get("error")
            arrays = error.get("shapes") if isinstance(error, dict) else None
            if (
                isinstance(error, dict)
                and isinstance(arrays, dict)
                and all(arrays.get(what, list(shape)) == list(shape) for what, shape, *_axes in operands)
            ):
                got = reference.get(f"had {target}") if target in contract else None
                if target == "return" and error.get("function") == self.called(turn):
                    got = [reference.get("value")]
                return got[-1].shape if got and type(got[-1]) is np.ndarray else None
        return None

    def called(self, turn: Asked) -> str:
        """The name of what a turn calls, or ""."""
        request = turn.request
        while request["do"] == "call" and "method" not in request:
            n = self._given_by.get((turn.child_number, request["on"].number))
            if n is None:
                return ""
            turn, request = self.turns[n][0], self.turns[n][0].request
        return request.get("method") or request.get("name", "")


def observed(answer: dict[str, Any]) -> dict[str, Any]:
    """{name of an observation: value}; what the code had in its hands under a label, a list, stands after "had "."""
    found = {name: answer[name] for name in OBSERVED if name in answer}
    if isinstance(had := answer.get("had"), dict):
        found |= {f"had {label}": values for label, values in had.items()}
    return found


OBSERVED = ("value", "held", "args", "error", "missing")
ANSWERED = ("error", "value", "args", "missing")  # of these, what an answer is judged by
ABSENT = object()  # what stands where there is no such leaf
FAR = 1e-3  # relative: more than small constants make, such as one that keeps a logarithm from 0


def apart(one: Any, other: Any, path: tuple = ()) -> Iterator[tuple]:
    """The paths of the leaves in which two observations differ: into dicts, lists and tuples that hold as much, no further."""
    kind = type(one)
    if kind is type(other) and kind in (list, tuple) and len(one) == len(other):
        for n, item in enumerate(one):
            yield from apart(item, other[n], (*path, n))
    elif kind is dict and type(other) is dict and one.keys() == other.keys() and not ("type" in one and "message" in one):
        for key, item in one.items():
            yield from apart(item, other[key], (*path, key))
    elif not same(one, other):
        yield path


def at(value: Any, path: Iterable[Any]) -> Any:
    """What stands at a path of an observation, ABSENT where nothing does."""
    for step in path:
        kind = type(value)
        if (kind is dict and step in value) or (kind in (list, tuple) and type(step) is int and step < len(value)):
            value = value[step]
        else:
            return ABSENT
    return value


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
            return error_key(one) == error_key(other)
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if kind is list or kind is tuple:
        return len(one) == len(other) and all(map(same, one, other))
    return kind is wire.Handle or one == other


def _has_shape_of(values, value):
    return np.shape(values[-1]) == np.shape(value) if isinstance(values, (list, tuple)) and values else False


def _is_far(one, other):
    """Whether two answers are numbers of one shape that have less than three digits in common."""
    if not all(type(value) is float or (type(value) is np.ndarray and value.dtype.kind == "f") for value in (one, other)):
        return False
    if np.shape(one) != np.shape(other) or not np.size(one) or not np.isfinite(one).all() or not np.isfinite(other).all():
        return False
    return bool(np.abs(one - other).max() > FAR * np.abs(other).max())


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


def _close(one, other):
    if one.dtype.kind != "f":
        return False
    finite = np.isfinite(other)
    if not finite.all():
        if not np.array_equal(one[~finite], other[~finite], equal_nan=True):
            return False
        one, other = one[finite], other[finite]
    with np.errstate(invalid="ignore", over="ignore"):
        return bool((np.abs(one - other) <= RELATIVE * np.abs(other).max(initial=0.0)).all())


def error_key(answer: dict[str, Any]) -> tuple[str, Any]:
    """What makes an error the same: its type and message; of shapes that don't fit, the sizes that clash."""
    error = RemoteError.parse(answer)
    clash = re.search(r"size (\d+) is different from (\d+)|(\d+) \(dim \d\) != (\d+) \(dim", error.message)
    return error.type, frozenset(filter(None, clash.groups())) if clash else error.message
