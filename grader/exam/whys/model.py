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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from grader.course import known
from grader.course.folder import Course
from grader.exam.asked import Asked
from grader.exam.diagnosis import Cause, compiles
from grader.exam.prefetch import Script
from grader.exam.record import ABSENT, Record, Weight, apart, at, observed
from grader.exam.whys import formulas, lines, narrowing, reading, repairs, sentences, signatures
from grader.exam.whys.signatures import Leaf, Signatures
from grader.notebook.definitions import without_magics
from grader.sandbox import wire
from grader.words import _

TRIED, TRIED_TOGETHER = 6, 24  # mutants, and twos of them, that are asked what a submission was asked
SECONDS = 1.0  # of processor time, for all of these: far more than they take, where none loops
WRONG_VALUES = 3  # that formulas are looked for in, each way
ENOUGH = 3  # independent numbers that must speak for a mutant
REPAIRS = 64  # changes to a student's code that are tried
NEAR = 40  # mutants of which two are looked for that account for a part together
ALONE = _("This gives the same numbers as your code, whatever way that is written.")
TOGETHER = _("Made together, these give the same numbers as your code.")
SEEN = _("Seen in the numbers that your code gave, in every call that was wrong.")
REPAIRED = _("Tried with your own code: with this piece alone changed, it passes.")
SEVERAL = "several:"  # begins what two students have in common in whose code more than one piece must be changed
REPAIRED_TOGETHER = _("Tried with your own code: with these pieces changed together, it passes.")
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
        self._rights: dict[str, list[reading.Code]] = {}
        self._in_functions: dict[str, dict[str, frozenset[str]]] = {}
        self._loses: dict[tuple[str, str], frozenset[str] | None] = {}

    def right_codes(self, exercise: str) -> list[str]:
        """The reference's cell, and every right solution that is written another way, but for those with magics."""
        controls = [one.code for one in known.controls(self._course, self._assignment) if one.exercise == exercise]
        return [self._cells[exercise], *(code for code in controls if compiles(code))]

    def read(self, exercise: str, text: str) -> reading.Code | None:
        """A student's code as it is read, in `repairs.plain` form; None where it can't be."""
        return reading.read(text, reading.contract_of(self._cells[exercise]))

    def rights(self, exercise: str) -> list[reading.Code]:
        """Every right code of an exercise, read."""
        if exercise not in self._rights:
            controls = [one.code for one in known.controls(self._course, self._assignment) if one.exercise == exercise]
            texts = (self._cells[exercise], *map(without_magics, controls))  # none of which is run here
            self._rights[exercise] = [right for text in texts if (right := self.read(exercise, text)) is not None]
        return self._rights[exercise]

    def repairs(
        self, exercise: str, text: str, mine: reading.Code | None, suspects: Mapping[str, int]
    ) -> Iterator[repairs.Repair]:
        """Changes to a student's code, in `repairs.plain` form, that may make it right. mine: the same, read."""
        with contextlib.suppress(reading.Opaque, RecursionError):
            yield from repairs.of(text, mine, self.rights(exercise), suspects)

    def pieces(self, exercise: str, mine: reading.Code | None) -> dict[tuple[str, str], lines.Piece | None]:
        """The `lines.Piece`s in which a student's code is unlike every right one."""
        try:
            return {} if mine is None else lines.apart(mine, self.rights(exercise))
        except (reading.Opaque, RecursionError):  # with a piece of a right one in it, it gets too large to be read
            return {}

    def functions(self, exercise: str) -> frozenset[str]:
        """The functions of an exercise, those of classes as `Class.method`."""
        return reading.functions_of(self._cells[exercise])

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
        tests = self.tests(exercise)
        shared = sorted(path for path in tests.parent.glob("*.py") if not path.name.startswith("test_"))
        asked = b"".join(path.read_bytes() for path in (tests, *shared))
        return signatures.digest_of([self._source.cells[exercise]["source"], *self.right_codes(exercise)], asked)

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
        asked: list[Asked],
        serves: Mapping[str, set[str]],
        lost: frozenset[str],
        parts: list[str],
        names: Callable[[str], dict[str, Any]],
        free: frozenset[Leaf],
    ) -> dict[str, Cause]:
        """{part: its Cause} of parts in which a wrong value is made of what the reference has in its hands.

        asked: the diagnostic probes, as a submission was asked them: also those that its own tests didn't come to; free: leaves of
        these that say nothing."""
        reference = names(self._cells[exercise])
        record = Record(asked, serves)
        found: dict[str, Cause] = {}
        right = dict(record.replay(lost, lambda: reference))
        had = dict(record.replay(lost, lambda: reference, watch=True))
        loose, as_good = self._apart_from_all(exercise, record, lost, right, names, free)
        known, free = self._names_in(exercise), free - loose - as_good
        every = list(formulas.wrong_values(record, lost, right, had, known, self.words, free, loose))
        every.sort(key=lambda seen: len(seen.calls) == 1)  # once may be chance
        for way in (formulas.found, formulas.by_chains):
            here = lambda seen: [part for part in parts if part in seen.parts and part not in found]
            for seen in itertools.islice(filter(here, every), WRONG_VALUES):
                if cause := way(seen):
                    found |= dict.fromkeys(here(seen), Cause(*cause, _(SEEN)))
        return found

    def _apart_from_all(self, exercise, record, lost, right, names, free):
        """Of free leaves, those in which a submission is far from every right solution: where these differ in small constants, and
        where they differ in kind."""
        wrong = {
            (n, path)
            for n, name, path in free
            if name == "value" and n in right and not _is_near(record.turns[n][1], right[n], path)
        }
        if not wrong:
            return frozenset(), frozenset()
        others = [dict(record.replay(lost, lambda code=code: names(code))) for code in self.right_codes(exercise)[1:]]
        loose, as_good = set(), set()
        for n, path in wrong:
            mine, reference = record.turns[n][1], right[n]
            theirs = [other[n] for other in others if n in other]
            if any(_is_near(mine, one, path) for one in theirs):
                continue
            (loose if all(_is_near(one, reference, path) for one in theirs) else as_good).add((n, "value", path))
        return frozenset(loose), frozenset(as_good)

    def _holds(self, exercise, lookup, code, part):
        """Whether a mutant answers as the submission did, in all that is wrong in a part, and loses it itself."""
        asking = lookup.asking
        weights, replayed = lookup.weighed(code)
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

    probed(): (Script, its questions as the submission was asked them, with its answers), None where it can't be asked; code(): the
    student's own code of the exercise."""

    def __init__(
        self,
        model: Model,
        exercise: str,
        probed: Callable[[], tuple[Script, list[Asked]] | None],
        names: Callable[[str], dict[str, Any]],
        loses: Callable[[str], frozenset[str]],
        code: Callable[[], str],
        passed: Callable[[Collection[str], Iterator[str]], Iterator[frozenset[str]]],
    ):
        self._model, self._exercise, self._probed, self._names, self._loses = model, exercise, probed, names, loses
        self._code, self._passed = code, passed
        self._causes: dict[str, Cause] | None = None  # {part: the change with which it is passed}
        self._won: dict[str, frozenset[str]] = {}  # and all parts that are passed with it
        self._suspects: dict[str, int] = {}
        self._lookup: Lookup | None = None
        self._pieces: dict[str, lines.Piece] = {}

    def singly(
        self, record: Record, right: dict[int, dict[str, Any]], lost: frozenset[str], parts: list[str]
    ) -> dict[str, Cause]:
        self._record, self._right, self._lost = record, right, lost
        probed, kept = self._probed(), self._model.signatures(self._exercise)
        self._pieces = self._read(sorted(lost), probed)
        if probed is None or kept is None:
            return {}
        self._asked = probed[1]
        answered = [observed(one.answer or {}) for one in self._asked]
        self._lookup = Lookup(kept, Asking(answered, probed[0], record, right, lost, self._names, self._loses))
        found = self._model.single(self._exercise, kept, self._lookup, parts)
        return {part: self._with_code(cause, part) for part, cause in found.items() if self._agrees(cause, part)}

    def otherwise(self, parts: list[str]) -> dict[str, Cause]:
        proven = self._repaired(parts)
        left = [part for part in parts if part not in proven or proven[part].identity.startswith(SEVERAL)]
        found: dict[str, Cause] = {}
        if self._lookup and left:  # else which leaves say nothing is not known, either
            found = self._model.together(self._exercise, self._lookup.kept, self._lookup, left)
            left = [part for part in left if part not in found and part not in proven]
            found |= self._model.formulas(
                self._exercise, self._asked, self._record.serves, self._lost, left, self._names, self._lookup.kept.free
            )
        return proven | {part: cause for part, cause in found.items() if self._agrees(cause, part)}

    def overruling(self, parts: list[str], unnamed: list[str]) -> dict[str, Cause]:
        causes = self._repaired(unnamed)
        both = [(part, mended) for mended, won in self._won.items() for part in parts if part in won]
        return {part: causes[mended] for part, mended in both if mended in causes}

    def narrowed(self, part: str, message: str, passed: Collection[str], stub: str) -> tuple[str, str]:
        if self._lookup is None:  # else which leaves say nothing is not known, either
            return "", ""
        return narrowing.first_wrong(self._record, part, self._right, passed, self._lookup.free, stub, message)

    def _repaired(self, parts):
        """{part: its Cause} of parts that are passed with one change to the student's code."""
        if self._causes is None:
            self._causes = {}
            text = self._text
            likely = self._model.repairs(self._exercise, text, self._mine, self._suspects)
            changes, tried = itertools.tee(itertools.islice(likely, REPAIRS))
            for repair, won in zip(changes, self._passed(parts, (one.code for one in tried)), strict=False):
                new = [part for part in parts if part in won and part not in self._causes]
                if new:
                    new += [part for part in self._causes if part in won and self._causes[part].identity.startswith(SEVERAL)]
                    sentence, identity = repairs.described(repair, text)
                    sure = REPAIRED_TOGETHER if repair.kind in ("several", "everywhere") else REPAIRED
                    self._won |= dict.fromkeys(new, won)
                    self._causes |= dict.fromkeys(new, Cause(sentence, identity, _(sure)))
                if self._causes.keys() >= set(parts):
                    break
        return {part: cause for part, cause in self._causes.items() if part in parts}

    @functools.cached_property
    def _text(self):
        return repairs.plain(without_magics(self._code()))

    @functools.cached_property
    def _mine(self):
        return self._model.read(self._exercise, self._text)

    def _read(self, parts, probed):
        """{part: the piece of the student's code that it comes of}, where that can be told."""
        pieces, inner = self._model.pieces(self._exercise, self._mine), self._mine.inner if self._mine else {}
        functions = self._model.functions(self._exercise)
        effects = {part: _effects(self._record, part, self._right, functions) for part in parts}
        answered = [observed(one.answer or {}) for one in probed[1]] if probed else []
        free = kept.free if (kept := self._model.signatures(self._exercise)) else frozenset()
        right = set(_right_functions(probed[0], answered, functions, free) if probed else ())
        wrongly = {function for wrong, _called, _stopped in effects.values() for function, _what in wrong}
        right -= wrongly
        ranks = {one: 0 if one in wrongly else 1 if one not in right else 2 for one in repairs.functions(self._text)}
        self._suspects = {one: rank for one, rank in ranks.items() if rank < 2 or "." in one}  # a method may hold what is wrong
        for function, what in pieces:
            if function in right and what.startswith("return"):
                pieces[function, what] = None
        found = {}
        for part, (wrong, called, stopped) in effects.items():
            piece = lines.behind(pieces, wrong, called, inner) if wrong else None
            if piece is not None and (piece.converts or not stopped):
                found[part] = piece
        return found

    def _agrees(self, cause, part):
        """Whether a cause is in the function that the student's mistake is in, as far as that is known."""
        piece = self._pieces.get(part)
        if piece is None:
            return True
        mine = {*piece.effect[0].split(".")} - {"__init__"}
        operator, _colon, place = cause.identity.partition(":")
        if place and "=" not in operator:
            return place.partition(".")[0] in {*mine, "?"} or piece.effect[0].endswith(".__init__")
        names = {name.rpartition(".")[2] for name in self._model.functions(self._exercise)}
        value = re.split(r"[\[=]", cause.identity)[0]
        return value in mine or value not in names

    def _with_code(self, cause, part):
        """The Cause with where it is in the student's code."""
        piece = self._pieces.get(part)
        if piece is None or not (code := lines.quoted(piece)):
            return cause
        return replace(cause, sentence=cause.sentence + " " + _("In your code, it is in {code}.").format(code=code))


def _right_functions(script, mine, functions, free):
    """Those of a student's functions that gave the right numbers whenever the diagnostic probes called them; free: leaves in which
    right solutions differ."""
    record = Record((Asked(line.asker, 0, line.request, line.answer) for line in script.lines), {})
    seen: dict[str, bool] = {}
    for n, ((turn, reference), answer) in enumerate(zip(record.turns, mine, strict=True)):
        function = _function(record, turn, functions) if turn.request["do"] == "call" else ""
        if function and type(reference.get("value")) is not wire.Handle:
            paths = apart(answer.get("value", ABSENT), reference.get("value", ABSENT))
            alike = all((n, "value", path) in free for path in paths)
            seen[function] = seen.get(function, True) and alike
    return frozenset(name for name, alike in seen.items() if alike)


def _function(record, turn, functions):
    """The function of a student's that a turn calls, "" where it is another one."""
    kind, name = record.kind_of(turn), record.called(turn)
    method = turn.request.get("method", "__call__")
    function = name if "." not in name and name in functions else f"{kind}.{method}"
    return function if function in functions else ""


def _effects(record, part, right, functions):
    """(what of a student's functions is wrong in a part by the first question that shows it; functions that were called before, the
    last one first; whether it is an error). functions: of the exercise."""
    wrong, called, stopped = [], [], False
    for _n, turn, mine, reference in record.judging(part, right):
        request = turn.request
        if request["do"] not in ("call", "get"):
            continue
        kind, function = record.kind_of(turn), _function(record, turn, functions) if request["do"] == "call" else ""
        if function and type(mine.get("value")) is not wire.Handle:
            called.insert(0, function)
        before = len(wrong)
        for path in apart(mine.get("value", ABSENT), reference.get("value", ABSENT)):
            m, r = at(mine.get("value", ABSENT), path), at(reference.get("value", ABSENT), path)
            if not _differ_in_numbers(m, r):
                continue
            if request["do"] == "get":
                wrong += [(owner, f"self.{request['name']}") for owner in called if owner.startswith(f"{kind}.")]
            elif function:
                wrong.append((function, f"return[{path[0]}]" if path and type(path[0]) is int else "return"))
            else:
                wrong.append(("", ""))
        if "error" in mine and "error" not in reference:
            stopped = True
            wrong.append((function, "return") if function else ("", ""))
        if len(wrong) > before:
            break
    return wrong, list(dict.fromkeys(called)), stopped


def _differ_in_numbers(mine, right):
    """Whether two leaves are numbers, and not the same ones; what differs in its kind alone, says nothing of what was worked out."""
    both = (mine, right)
    if not all(type(one) in (int, float) or (type(one) is np.ndarray and one.dtype.kind in "fib") for one in both):
        return not any(type(one) is wire.Handle or one is ABSENT for one in both)
    return np.shape(mine) != np.shape(right) or not np.allclose(mine, right, rtol=1e-9, atol=0, equal_nan=True)


class Lookup:
    """Which mutants speak of what a submission answered to the probes."""

    def __init__(self, kept: Signatures, asking: Asking):
        right = [observed(line.answer) for line in asking.script.lines]
        self.kept = kept
        self.mine = signatures.differences(right, asking.mine, kept.free)
        self._right, self.asking = right, asking
        self._weighed: dict[str, tuple[dict[str, Weight] | None, dict[int, dict[str, Any]]]] = {}
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

    def weighed(self, code: str) -> tuple[dict[str, Weight] | None, dict[int, dict[str, Any]]]:
        """(the weights of a mutant, {number of a turn: what is observed of it}): None, and as far as it was asked, where it answers
        otherwise than the submission did."""
        if code not in self._weighed:
            asking, replayed = self.asking, dict[int, dict[str, Any]]()

            def asked_again():
                for n, seen in asking.record.replay(asking.lost, lambda: asking.names(code)):
                    replayed[n] = seen
                    yield n, seen

            self._weighed[code] = asking.record.resemblance(asking.right, asked_again(), self.free), replayed
        return self._weighed[code]

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
        weight, numbers = 0, set()  # the same number twice says no more than once
        for n, name, path in leaves:
            mine = at(self.asking.mine[n].get(name, ABSENT), path)
            right = at(self._right[n].get(name, ABSENT), path)
            if type(mine) is float:
                numbers.add(round(mine, 12))
            else:
                weight += _evidence(mine, right)
        return weight + len(numbers) >= ENOUGH


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
    return 0


def _is_near(one, other, path):
    """Whether two observations of an answer are the same to three digits at a path, or what is there is no number."""
    found = [at(seen.get("value", ABSENT), path) for seen in (one, other)]
    if not all(type(value) in (float, int, np.ndarray) for value in found):
        return True
    mine, its = map(np.asarray, found)
    if mine.dtype.kind not in "fiu" or its.dtype.kind not in "fiu" or mine.shape != its.shape or not mine.size:
        return True
    with np.errstate(all="ignore"):
        return bool(np.abs(mine - its).max() <= 1e-3 * max(np.abs(its).max(), 1e-12))


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
