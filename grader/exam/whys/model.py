"""The error model of an assignment: which mutants, or two of them together, give the same numbers as a submission does.

A lookup in signatures finds who may; each of these is then asked what the hidden tests asked the submission. No number that a
signature holds ever names anything.
"""

import ast
import contextlib
import functools
import itertools
import re
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from grader.course import known
from grader.course.folder import Course
from grader.exam.diagnosis import Cause
from grader.exam.prefetch import Script
from grader.exam.record import ABSENT, Record, at, observed
from grader.exam.whys import formulas, sentences, signatures
from grader.exam.whys.signatures import Leaf, Signatures
from grader.words import _

TRIED, TRIED_TOGETHER = 6, 24  # mutants, and twos of them, that are asked what a submission was asked
SECONDS = 0.2  # of processor time, for all of these
ENOUGH = 3  # independent numbers that must speak for a mutant
NEAR = 40  # mutants of which two are looked for that account for a part together
ALONE = _("This gives the same numbers as your code, whatever way that is written.")
TOGETHER = _("Made together, these give the same numbers as your code.")
SEEN = _("Seen in the numbers that your code gave, in every call that was wrong.")
RANK = ("dropped", "factor_left_out", "term_left_out", "call_left_out", "name", "name_for_all", "sign", "later", "op_", "turned", "axis", "no_axis", "constant")  # fmt: skip


class TooLong(BaseException):
    """The time for looking is over."""


@dataclass(frozen=True)
class Asking:
    """What is known of a submission's exercise when its parts have failed.

    mine: its answers to the diagnostic probes, the questions of script; right: {number of a turn of the record: the reference's
    observations}; lost: parts that it lost; names(code): a namespace in which a cell stands for the exercise; loses(code): the
    parts that a code loses."""

    mine: list[dict[str, Any]]
    script: Script
    record: Record
    right: dict[int, dict[str, Any]]
    lost: frozenset[str]
    names: Callable[[str], dict[str, Any]]
    loses: Callable[[str], frozenset[str]]

    def free_turns(self, kept: Signatures) -> frozenset[Leaf]:
        """The leaves of the record that say nothing."""
        count: Counter[str] = Counter()
        place = {}
        for n, line in enumerate(self.script.lines):
            place[n] = line.asker, count[line.asker]
            count[line.asker] += 1
        return self.record.numbered((*place[n], name, path) for n, name, path in kept.free)


class Model:
    """Of one assignment. Signatures are read when an exercise first needs them."""

    def __init__(self, course: Course, assignment: str):
        self._course, self._assignment = course, assignment
        self._source = course.source(assignment)
        self._cells = course.solution_cells(assignment)
        self._read: dict[str, tuple[Signatures | None, int]] = {}  # and since when the file is there
        self._in_functions: dict[str, dict[str, frozenset[str]]] = {}
        self._loses: dict[tuple[str, str], frozenset[str] | None] = {}

    def right_codes(self, exercise: str) -> list[str]:
        """The reference's cell, and every right solution that is written another way, but for those with magics."""
        controls = [one.code for one in known.controls(self._course, self._assignment) if one.exercise == exercise]
        return [self._cells[exercise], *(code for code in controls if _compiles(code))]

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The names that the lesson has: they may be said to everyone."""
        return frozenset(re.findall(r"[A-Za-z_]\w*", "\n".join(cell["source"] for cell in self._source.cells.values())))

    def _names_in(self, exercise: str) -> dict[str, frozenset[str]]:
        """{function of the reference: the names in it that the lesson has}."""
        if exercise not in self._in_functions:
            found: dict[str, set[str]] = {}
            for node in ast.walk(ast.parse(self._cells[exercise])):
                if isinstance(node, ast.FunctionDef):
                    inner = list(ast.walk(node))
                    names = {n.id for n in inner if isinstance(n, ast.Name)} | {n.arg for n in inner if isinstance(n, ast.arg)}
                    names |= {n.attr for n in inner if isinstance(n, ast.Attribute)}
                    arguments = {f"{one.arg} " for one in node.args.args}  # what stood in them before may be named, too
                    found.setdefault(node.name, set()).update(names & self.words | arguments)
            self._in_functions[exercise] = {name: frozenset(names) for name, names in found.items()}
        return self._in_functions[exercise]

    def tests(self, exercise: str) -> Path:
        return self._course.content(self._assignment) / f"test_{exercise}.py"

    def digest(self, exercise: str) -> str:
        """What the signatures of an exercise are to be made of."""
        return signatures.digest_of(
            [self._source.cells[exercise]["source"], *self.right_codes(exercise)], self.tests(exercise).read_bytes()
        )

    def path(self, exercise: str) -> Path:
        return signatures.path_of(self._course.state, self._assignment, exercise)

    def signatures(self, exercise: str) -> Signatures | None:
        """Those of an exercise, None where they are missing or stale. They may come while it grades."""
        path = self.path(exercise)
        since = path.stat().st_mtime_ns if path.is_file() else 0
        if self._read.get(exercise, (None, -1))[1] != since:
            self._read[exercise] = signatures.read(path, self.digest(exercise)), since
        return self._read[exercise][0]

    def build(self, exercise: str, script: Script, names: Callable[[str], dict[str, Any]]) -> Signatures:
        """Make the Signatures of an exercise, and keep them."""
        made = signatures.build(script, self.right_codes(exercise), self.words, names, self.digest(exercise))
        signatures.write(self.path(exercise), made)
        return made

    def single(self, exercise: str, kept: Signatures, lookup: "Lookup", parts: Iterable[str]) -> dict[str, Cause]:
        """{part: its Cause} of parts that one mutant accounts for, in all that is wrong there."""
        found: dict[str, Cause] = {}
        with _no_longer_than(SECONDS):
            for part in parts:
                for n in lookup.full(part)[:TRIED]:
                    if self._holds(exercise, lookup, kept.code(n), part):
                        mutant = kept.made[n][1]
                        found[part] = Cause(sentences.said(mutant), sentences.identity(mutant), _(ALONE))
                        break
        return found

    def together(self, exercise: str, kept: Signatures, lookup: "Lookup", parts: Iterable[str]) -> dict[str, Cause]:
        """{part: its Cause} of parts that two mutants account for, made together."""
        found: dict[str, Cause] = {}
        with _no_longer_than(SECONDS):
            for part in parts:
                for one, other in lookup.twos(part)[:TRIED_TOGETHER]:
                    code = kept.together(one, other)
                    if code and self._holds(exercise, lookup, code, part):
                        both = [kept.made[n][1] for n in (one, other)]
                        identity = " and ".join(map(sentences.identity, both))
                        found[part] = Cause(_(" And: ").join(map(sentences.said, both)), identity, _(TOGETHER))
                        break
        return found

    def formulas(
        self,
        exercise: str,
        record: Record,
        right: dict[int, dict[str, Any]],
        lost: frozenset[str],
        parts: list[str],
        names: Callable[[str], dict[str, Any]],
        free: frozenset[Leaf],
    ) -> dict[str, Cause]:
        """{part: its Cause} of parts in which a wrong value is made of what the reference has in its hands."""
        reference = names(self._cells[exercise])
        found: dict[str, Cause] = {}
        with _no_longer_than(SECONDS):
            had = dict(record.replay(lost, lambda: reference, watch=True))
            for seen in formulas.wrong_values(record, lost, right, had, self._names_in(exercise), self.words, free):
                if (here := [part for part in parts if part in seen.parts and part not in found]) and (
                    told := formulas.found(seen)
                ):
                    found |= dict.fromkeys(here, Cause(*told, _(SEEN)))
        return found

    def _holds(self, exercise, lookup, code, part):
        """Whether a mutant answers as the submission did, in all that is wrong in a part, and loses it itself."""
        asking = lookup.asking
        replayed = dict(asking.record.replay(asking.lost, lambda: asking.names(code)))
        weights = asking.record.resemblance(asking.right, replayed.items(), lookup.free)
        if not weights or part not in weights or not weights[part].answers:
            return False
        if not asking.record.covers(part, asking.right, replayed, lookup.free):
            return False
        if (exercise, code) not in self._loses:
            left = signal.setitimer(signal.ITIMER_VIRTUAL, 0)[0]  # it has answered the like before, and is not to be cut off here
            self._loses[exercise, code] = asking.loses(code)
            signal.setitimer(signal.ITIMER_VIRTUAL, max(left, 0.01))
        loses = self._loses[exercise, code]
        return part in loses and loses <= asking.lost


class Others:
    """What the model knows of one submission's exercise: a `diagnosis.Others`.

    probed(): (Script, the submission's answers), None where it can't be asked."""

    def __init__(
        self,
        model: Model,
        exercise: str,
        probed: Callable[[], tuple[Script, list[dict[str, Any]]] | None],
        names: Callable[[str], dict[str, Any]],
        loses: Callable[[str], frozenset[str]],
    ):
        self._model, self._exercise, self._probed, self._names, self._loses = model, exercise, probed, names, loses
        self._lookup: Lookup | None = None

    def singly(
        self, record: Record, right: dict[int, dict[str, Any]], lost: frozenset[str], parts: list[str]
    ) -> dict[str, Cause]:
        self._record, self._right, self._lost = record, right, lost
        probed, kept = self._probed(), self._model.signatures(self._exercise)
        if probed is None or kept is None:
            return {}
        self._lookup = Lookup(kept, Asking(probed[1], probed[0], record, right, lost, self._names, self._loses))
        return self._model.single(self._exercise, kept, self._lookup, parts)

    def otherwise(self, parts: list[str]) -> dict[str, Cause]:
        if not self._lookup:  # which leaves say nothing is not known, either
            return {}
        found = self._model.together(self._exercise, self._lookup.kept, self._lookup, parts)
        left = [part for part in parts if part not in found]
        told = self._model.formulas(self._exercise, self._record, self._right, self._lost, left, self._names, self._lookup.free)
        return found | told


class Lookup:
    """Which mutants speak of what a submission answered to the probes."""

    def __init__(self, kept: Signatures, asking: Asking):
        right = [observed(line.answer) for line in asking.script.lines]
        self.kept = kept
        self.mine = signatures.differences(right, asking.mine, kept.free)
        self._right, self.asking = right, asking
        self.free = asking.free_turns(kept)
        own = np.array([self.mine.get(leaf, -1) for leaf in kept.leaves] or [-1])
        owner = [n for n, (_base, _mutant, prints) in enumerate(kept.made) for _leaf in prints]
        self._owner = np.array(owner, dtype=int)
        self._leaf = np.array([leaf for _b, _m, prints in kept.made for leaf in prints], dtype=int)
        prints = np.array([print_ for _b, _m, prints in kept.made for print_ in prints.values()], dtype=np.int64)
        self._alike = own[self._leaf] == prints if len(owner) else np.zeros(0, bool)
        count = lambda mask: np.bincount(self._owner[mask], minlength=len(kept.made))
        self.against = count(~self._alike)
        self.matched = count(self._alike)

    def wrong(self, part: str) -> list[Leaf]:
        """The leaves that are wrong, of all that a part is judged by."""
        lines = self.asking.script.lines
        return [leaf for leaf in self.mine if part in self.asking.record.serves.get(lines[leaf[0]].asker, ())]

    def full(self, part: str) -> list[int]:
        """Numbers of mutants that nothing speaks against, and that account for all that is wrong in a part; likeliest first."""
        wrong = self.wrong(part)
        if not wrong or not self.speaks(wrong):
            return []
        of_part = np.array([leaf in set(wrong) for leaf in self.kept.leaves] or [False])
        accounted = np.bincount(self._owner[self._alike & of_part[self._leaf]], minlength=len(self.kept.made))
        found = np.flatnonzero((self.against == 0) & (accounted == len(wrong)))
        return sorted(found.tolist(), key=lambda n: (-self.matched[n], self.kept.made[n][0], _rank(self.kept.made[n][1]), n))

    def twos(self, part: str) -> list[tuple[int, int]]:
        """Numbers of two mutants that may account together for all that is wrong in a part, likeliest first: each has something
        of it that the other has not, and where they clash, they may meet in one value."""
        wrong = set(self.wrong(part))
        if not self.speaks(wrong):
            return []
        of_part = np.array([leaf in wrong for leaf in self.kept.leaves] or [False])
        mask = self._alike & of_part[self._leaf]
        accounted = np.bincount(self._owner[mask], minlength=len(self.kept.made))
        likely = [n for n in np.argsort(-accounted, kind="stable")[:NEAR].tolist() if accounted[n] and not self.kept.made[n][0]]
        has = {n: {self.kept.leaves[leaf] for leaf in self._leaf[mask & (self._owner == n)]} for n in likely}
        touches = {n: {self.kept.leaves[leaf] for leaf in self.kept.made[n][2]} for n in likely}
        found = []
        for one, other in itertools.combinations(likely, 2):
            if has[one] - has[other] and has[other] - has[one] and wrong <= touches[one] | touches[other]:
                found.append((-len(has[one] | has[other]), self.against[one] + self.against[other], one, other))
        return [(one, other) for _have, _against, one, other in sorted(found)]

    def speaks(self, leaves: Iterable[Leaf]) -> bool:
        """Whether there is enough in some wrong leaves to tell one mistake from another."""
        weight = 0
        for n, name, path in leaves:
            mine = at(self.asking.mine[n].get(name, ABSENT), path)
            right = at(self._right[n].get(name, ABSENT), path)
            weight += _evidence(mine, right)
        return weight >= ENOUGH


def _evidence(mine, right):
    """How many independent numbers there are in a wrong value. A truth value is none; a shape, and an error, is enough."""
    if isinstance(mine, dict) and "message" in mine:
        return ENOUGH
    if type(mine) is np.ndarray and type(right) is np.ndarray:
        if mine.shape != right.shape:
            return ENOUGH
        if mine.dtype.kind != "f":
            return 0
        with np.errstate(all="ignore"):
            return len(np.unique(np.round(mine[mine != right], 12)))
    if (type(mine) is np.ndarray and type(right) is float) or (type(right) is np.ndarray and type(mine) in (float, int)):
        return ENOUGH
    return int(type(mine) is float)


def _rank(mutant):
    return next((n for n, operator in enumerate(RANK) if mutant.operator.startswith(operator)), len(RANK))


@contextlib.contextmanager
def _no_longer_than(seconds: float) -> Iterator[None]:
    """Leave what is looked for where it takes longer: a mutant may loop for long with other numbers than it was tried with."""

    def stop(*_):
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.01)  # whoever catches it is interrupted again
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
        yield
    except TooLong:
        pass
    finally:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        except TooLong:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@functools.lru_cache(maxsize=200)
def _compiles(code):
    try:
        compile(code, "<cell 0>", "exec")
        return True
    except SyntaxError:
        return False
