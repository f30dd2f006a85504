"""The error model of an assignment: which mutants, or two of them together, give the same numbers as a submission does.

A lookup in signatures finds who may; each of these is then asked what the hidden tests asked the submission. No number that a
signature holds ever names anything.
"""

import contextlib
import functools
import re
import signal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.course import known
from grader.course.folder import Course
from grader.exam.prefetch import Script
from grader.exam.record import ABSENT, Record, at, observed
from grader.exam.whys import sentences, signatures
from grader.exam.whys.signatures import Leaf, Signatures
from grader.words import _

TRIED, TRIED_TOGETHER = 6, 24  # mutants, and twos of them, that are asked what a submission was asked
SECONDS = 0.2  # for all of these, by the clock
ENOUGH = 3  # independent numbers that must speak for a mutant
RANK = ("dropped", "factor_left_out", "term_left_out", "call_left_out", "name", "name_for_all", "sign", "later", "op_", "turned", "axis", "no_axis", "constant")  # fmt: skip


@dataclass(frozen=True)
class Cause:
    """What a part is put down to: its sentence, what it is known by, and how sure it is."""

    sentence: str
    identity: str
    confidence: str


class TooLong(BaseException):
    """The time for looking is over."""


@dataclass(frozen=True)
class Asking:
    """What is known of a submission's exercise when its parts have failed.

    mine: its answers to the diagnostic probes; serves: {test or fixture: parts judged by what it asks}; right: {number of a turn
    of the record: the reference's observations}; lost: parts that it lost; loses(code): the parts that a code loses."""

    mine: list[dict[str, Any]]
    script: Script
    serves: Mapping[str, set[str]]
    record: Record
    right: dict[int, dict[str, Any]]
    lost: frozenset[str]
    names: Callable[[str], dict[str, Any]]
    loses: Callable[[str], frozenset[str] | None]

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
        self._read: dict[str, Signatures | None] = {}
        self._loses: dict[tuple[str, str], frozenset[str] | None] = {}

    def right_codes(self, exercise: str) -> list[str]:
        """The reference's cell, and every right solution that is written another way, but for those with magics."""
        controls = [one.code for one in known.controls(self._course, self._assignment) if one.exercise == exercise]
        return [self._cells[exercise], *(code for code in controls if _compiles(code))]

    @functools.cached_property
    def words(self) -> frozenset[str]:
        """The names that the lesson has: they may be said to everyone."""
        return frozenset(re.findall(r"[A-Za-z_]\w*", "\n".join(cell["source"] for cell in self._source.cells.values())))

    def digest(self, exercise: str) -> str:
        tests = self._course.content(self._assignment) / f"test_{exercise}.py"
        return signatures.digest_of(self.right_codes(exercise), tests.read_bytes())

    def path(self, exercise: str) -> Any:
        return signatures.path_of(self._course.state, self._assignment, exercise)

    def signatures(self, exercise: str) -> Signatures | None:
        """Those of an exercise, None where they are missing or stale."""
        if exercise not in self._read:
            self._read[exercise] = signatures.read(self.path(exercise), self.digest(exercise))
        return self._read[exercise]

    def build(self, exercise: str, script: Script, names: Callable[[str], dict[str, Any]]) -> Signatures:
        """Make the Signatures of an exercise, and keep them."""
        made = signatures.build(script, self.right_codes(exercise), self.words, names, self.digest(exercise))
        signatures.write(self.path(exercise), made)
        self._read[exercise] = made
        return made

    def single(self, exercise: str, asking: Asking, parts: Iterable[str]) -> dict[str, Cause]:
        """{part: its Cause} of parts that one mutant accounts for, in all that is wrong there."""
        kept = self.signatures(exercise)
        if kept is None:
            return {}
        lookup = _Lookup(kept, asking)
        found: dict[str, Cause] = {}
        with _no_longer_than(SECONDS):
            for part in parts:
                for n in lookup.full(part)[:TRIED]:
                    if self._holds(exercise, kept, n, asking, part):
                        mutant = kept.made[n][1]
                        sure = _("This gives the same numbers as your code, whatever way that is written.")
                        found[part] = Cause(sentences.said(mutant), sentences.identity(mutant), sure)
                        break
        return found

    def _holds(self, exercise, kept, n, asking, part):
        """Whether a mutant answers as the submission did, in all that is wrong in a part, and loses it itself."""
        code = kept.code(n)
        replayed = dict(asking.record.replay(asking.lost, lambda: asking.names(code)))
        free = asking.free_turns(kept)
        weights = asking.record.resemblance(asking.right, replayed.items(), free)
        if not weights or part not in weights or not weights[part].answers:
            return False
        if not asking.record.covers(part, asking.right, replayed, free):
            return False
        loses = self._lost_by(exercise, code, asking)
        return loses is not None and part in loses and loses <= asking.lost

    def _lost_by(self, exercise, code, asking):
        if (exercise, code) not in self._loses:
            left = signal.setitimer(signal.ITIMER_REAL, 0)[0]  # it has answered the like before, and is not to be cut off here
            self._loses[exercise, code] = asking.loses(code)
            signal.setitimer(signal.ITIMER_REAL, max(left, 0.01))
        return self._loses[exercise, code]


class _Lookup:
    """Which mutants speak of what a submission answered to the probes."""

    def __init__(self, kept: Signatures, asking: Asking):
        right = [observed(line.answer) for line in asking.script.lines]
        self.kept = kept
        self.mine = signatures.differences(right, asking.mine, kept.free)
        self._right, self._asking = right, asking
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
        lines = self._asking.script.lines
        return [leaf for leaf in self.mine if part in self._asking.serves.get(lines[leaf[0]].asker, ())]

    def full(self, part: str) -> list[int]:
        """Numbers of mutants that nothing speaks against, and that account for all that is wrong in a part; likeliest first."""
        wrong = self.wrong(part)
        if not wrong or not self.speaks(wrong):
            return []
        of_part = np.array([leaf in set(wrong) for leaf in self.kept.leaves] or [False])
        accounted = np.bincount(self._owner[self._alike & of_part[self._leaf]], minlength=len(self.kept.made))
        found = np.flatnonzero((self.against == 0) & (accounted == len(wrong)))
        return sorted(found.tolist(), key=lambda n: (-self.matched[n], self.kept.made[n][0], _rank(self.kept.made[n][1]), n))

    def speaks(self, leaves: Iterable[Leaf]) -> bool:
        """Whether there is enough in some wrong leaves to tell one mistake from another."""
        weight = 0
        for n, name, path in leaves:
            mine = at(self._asking.mine[n].get(name, ABSENT), path)
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
        signal.setitimer(signal.ITIMER_REAL, 0.01)  # whoever catches it is interrupted again
        raise TooLong

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds)
        yield
    except TooLong:
        pass
    finally:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0)
        except TooLong:
            signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@functools.lru_cache(maxsize=200)
def _compiles(code):
    try:
        compile(code, "<cell 0>", "exec")
        return True
    except SyntaxError:
        return False
