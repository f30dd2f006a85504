"""Why a part was not passed: known wrong solutions are asked what the hidden tests asked the submission, and one that
answers the same, where the reference answers otherwise, is the likely cause.
"""

import ast
import functools
import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import CodeType
from typing import Any, Protocol

from grader.course import known
from grader.course.folder import Course
from grader.exam import experiments, operations
from grader.exam.asked import Asked
from grader.exam.checks import IS_RETURN_MISSING
from grader.exam.outcomes import Outcome
from grader.exam.record import Record, Weight, same
from grader.result import FAILED, PASSED
from grader.words import _


@dataclass(frozen=True)
class Cause:
    """What a part is put down to where nobody stored the mistake: its sentence, what it is known by, and how sure it is."""

    sentence: str
    identity: str
    confidence: str


class Others(Protocol):
    """Whoever knows of mistakes that nobody stored."""

    def singly(
        self, record: Record, right: dict[int, dict[str, Any]], lost: frozenset[str], parts: list[str]
    ) -> dict[str, Cause]:
        """{part: its Cause} of parts that one mistake accounts for. lost: all that the submission lost."""

    def otherwise(self, parts: list[str]) -> dict[str, Cause]:
        """Of the same submission, {part: its Cause} of parts that nothing else accounts for."""

    def overruling(self, parts: list[str], unnamed: list[str]) -> dict[str, Cause]:
        """{part: its Cause} of those parts, named otherwise, that come of the very thing of which an unnamed part comes."""

    def narrowed(self, part: str, message: str, passed: Collection[str], stub: str) -> tuple[str, str]:
        """(what it is about, a sentence or two) that is true of the wrong value in a part of which `message` is said, or ("", "").

        passed: the parts that were; stub: what the student was given."""


MAX_PAIRS = 60  # of mistakes that are tried together
MAX_APART = 2  # questions by which a known mistake is told apart at first
CODE_NAME = "<cell 0>"  # known code is watched as a student's is


class KnownMistakes:
    """The known wrong solutions of an assignment, by exercise, each loaded when it is first needed."""

    def __init__(self, course: Course, assignment: str):
        self._text = course.solution_path(assignment).read_text("utf-8")
        self.cells = course.solution_cells(assignment)
        self._course, self._assignment = course, assignment
        self._source = course.source(assignment)
        self._apart: dict[tuple[str, str], list[tuple[str, int]]] = {}  # (exercise, id): where a mistake was told apart
        self._wrong: dict[str, list[tuple[known.Wrong, CodeType]]] = {}

    def wrong(self, exercise: str) -> list[tuple[known.Wrong, CodeType]]:
        """[(Wrong, its compiled cell)] of an exercise."""
        if exercise not in self._wrong:
            found = known.wrong_solutions_of(self._course, self._assignment, exercise, self.cells)
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

    def names_of(self, code: str) -> dict[str, Any]:
        """The same for a cell that is not compiled yet."""
        return self.names(_compiled(code))

    def explain(
        self,
        exercise: str,
        asked: Iterable[Asked],
        outcomes: dict[str, Outcome],
        parts: Mapping[str, str],
        fixtures: Mapping[str, Iterable[str]],
        others: Others | None = None,
        foreseen: Callable[[Record, Iterable[str]], dict[int, dict[str, Any]] | None] = lambda record, parts: None,
    ) -> dict[str, Outcome]:
        """The Outcomes of an exercise's tests, those that failed with where it went wrong first, and the cause if it is known.

        asked: [submission.Asked] of the exercise; parts: {test: the part that it marks}; fixtures: {test: names of those that
        serve it}; others: asked of parts that no stored mistake accounts for; foreseen: gives what a Record would observe of the
        reference for some parts, where that is known already."""
        failed = {parts[test] for test, outcome in outcomes.items() if outcome.outcome == FAILED}
        lost = {parts[test] for test, outcome in outcomes.items() if outcome.outcome != PASSED}
        serves = {test: {part} for test, part in parts.items()}
        for test, part in parts.items():
            for name in fixtures.get(test, ()):
                serves.setdefault(name, set()).add(part)
        record = Record(asked, serves)
        reference, stub = _compiled(self.cells[exercise]), self._source.cells[exercise]["source"]
        right = foreseen(record, lost)
        if right is None:
            right = dict(record.replay(lost, functools.partial(self.names, reference)))
        verdicts = record.verdicts(lost, right)

        @functools.cache  # a mistake is weighed alone, beside others, and as one of a pair
        def weigh(cell, loses):
            weights = record.resemblance(right, record.replay(loses, lambda: self.names(cell)))
            if weights and not verdicts.isdisjoint(weights):  # of truth values all must be alike, or they tell nothing
                found = dict(record.replay(lost, lambda: self.names(cell)))
                if not all(record.covers(part, right, found) for part in lost):
                    weights = {part: weight for part, weight in weights.items() if part not in verdicts}
            return weights

        seen = {parts[test] for test, outcome in outcomes.items() if outcome.cause}  # by the test itself

        def unnamed():
            return (failed - seen).difference(*(wrong.loses for wrongs, _weights in matches for wrong in wrongs))

        def looked_at(alike):
            """[((a mistake,), its weights)] of those that answer as the submission does. A single one that tells of all that it loses
            is it; else what code has in its hands tells more, and takes longer to see."""
            if len(alike) == 1:
                wrong, _cell, weights = alike[0]
                if wrong.loses & failed <= weights.keys() and verdicts.isdisjoint(weights):
                    return [((wrong,), weights)]
            return [((wrong,), weights) for wrong, cell, _weights in alike if (weights := weigh(cell, wrong.loses))]

        told_apart: dict[str, set[str]] = {}  # {what was weighed: the parts that those answers serve by which it was told apart}

        def by_answers(name, cell, loses):
            """The weights of a mistake, or of two made together, by its answers alone, or None. What told it apart from an earlier
            submission is asked first, by itself: most others are told apart there, too."""
            apart, asked = self._apart.setdefault((exercise, name), []), list[tuple[int, dict[str, Any]]]()

            def answers(just=None):
                for turn in record.replay(loses, functools.partial(self.names, cell), look=False, just=just):
                    asked.append(turn)
                    yield turn

            for place in apart:
                there = [turn for turn in answers(record.around(place)) if record.place(turn[0]) == place]
                if record.is_unlike(right, there):  # what was asked on the way may be drawn otherwise than among the others
                    told_apart[name] = record.served(n for n, _answer in there)
                    return None
                asked.clear()
            if (weights := record.resemblance(right, answers(), look=False)) is not None or not asked:
                return weights
            told_apart[name] = record.served([asked[-1][0]])
            if len(apart) < MAX_APART:
                n, answer = asked[-1]
                alone = dict(answers(record.around(record.place(n))))
                if same(alone.get(n), answer):  # it drew nothing, nor was it lent any state
                    apart.append(record.place(n))
            return None

        alike = []
        matches: list[tuple[Sequence[known.Wrong], dict[str, Weight]]] = []
        for just_these in (True, False):  # whatever loses just what was lost is likelier than what loses a part of it
            for wrong, cell in self.wrong(exercise):
                if not wrong.loses & failed or not (wrong.loses == lost if just_these else wrong.loses < lost):
                    continue
                if (weights := by_answers(wrong.id, cell, wrong.loses)) is not None:
                    alike.append((wrong, cell, weights))
            matches = looked_at(alike)
            if not unnamed():
                break
        made = others.singly(record, right, frozenset(lost), sorted(unnamed())) if others and unnamed() else {}
        if unnamed() - made.keys():
            alone = {wrong.id for wrongs, _weights in matches for wrong in wrongs}
            cells = {wrong.id: cell for wrong, cell in self.wrong(exercise)}
            for *pair, code in self.pairs(exercise, lost, unnamed(), alone):
                if any(told_apart.get(one.id, other.loses).isdisjoint(other.loses) for one, other in (pair, reversed(pair))):
                    continue  # there the other one changes nothing
                both, cell = pair[0].loses | pair[1].loses, _compiled(code)
                if by_answers(" + ".join(wrong.id for wrong in pair), cell, both) is None:
                    continue
                if (weights := weigh(cell, both)) and all(
                    _adds(wrong, other, weights, weigh(cells[other.id], both)) for wrong, other in (pair, reversed(pair))
                ):
                    matches.append((pair, weights))
        overruled: dict[str, Cause] = {}
        if others and (left := unnamed() - made.keys()):
            overruled = others.overruling(sorted(failed - seen - left), sorted(left))
            made |= others.otherwise(sorted(left)) | overruled
        explained, passed = {}, set(parts.values()) - lost
        matches = [
            (wrongs, {part: weight for part, weight in weights.items() if part not in overruled}) for wrongs, weights in matches
        ]
        for test, outcome in outcomes.items():
            if outcome.outcome == FAILED:
                outcome, where = self._refined(outcome, record, parts[test], right, passed, _contract(stub))
                own = [match for match in matches if parts[test] in match[1] and any(parts[test] in w.loses for w in match[0])]
                if outcome.cause:  # the test saw more of it than what accounts for some of it alone
                    own = [match for match in own if frozenset().union(*(wrong.loses for wrong in match[0])) == lost]
                outcome = _named(outcome, parts[test], own)
                if not outcome.cause and (cause := made.get(parts[test])):
                    outcome = replace(
                        outcome,
                        misconception=cause.identity,
                        cause=cause.sentence,
                        confidence=cause.confidence,
                        concept=self._concept(exercise, parts[test]),
                    )
                about, more = "", ""
                if others and not outcome.cause:
                    about, more = others.narrowed(parts[test], outcome.message, passed, stub)
                outcome = replace(outcome, where=where.said(about, more) if where else more)
                if not outcome.experiment:
                    said = experiments.of(outcome, parts[test], record, right, _quantities(stub))
                    outcome = replace(outcome, experiment=said)
            explained[test] = outcome
        return explained

    def _refined(self, outcome, record, part, right, passed, contract):
        """(the Outcome of a failed test with what the record tells of it, where it went wrong first), whatever mistake it was."""
        if outcome.hint == IS_RETURN_MISSING and (nothing := record.nothing(part, right)):
            return replace(outcome, message=nothing, hint=""), None
        where = record.where(part, right, passed, contract)
        if outcome.shapes and outcome.shapes[-1][1] is None:  # the result of an operation that didn't fit
            target = outcome.shapes[-1][0]
            if (shape := record.wanted(part, right, outcome.shapes[:-1], target, contract)) is not None:
                shapes = (*outcome.shapes[:-1], (operations.result_label(target), shape, ()))
                outcome = replace(outcome, shapes=shapes, message=outcome.message + operations.wanted(target, shape))
        return outcome, where

    def _concept(self, exercise, part):
        """The heading that most of the stored mistakes in a part send to, or ""."""
        headings = Counter(wrong.concept for wrong, _cell in self.wrong(exercise) if part in wrong.loses)
        return headings.most_common(1)[0][0] if headings else ""

    def pairs(
        self, exercise: str, lost: set[str], unnamed: set[str], alone: set[str]
    ) -> Iterator[tuple[known.Wrong, known.Wrong, str]]:
        """Yield (first, second, the cell with both) of mistakes that may have lost these parts, those first that would have
        lost the most of them, and of these the ones with a mistake that accounts for a part `alone`."""
        wrongs = [wrong for wrong, _cell in self.wrong(exercise) if wrong.loses <= lost]
        found = [two for two in itertools.combinations(wrongs, 2) if (two[0].loses | two[1].loses) & unnamed]
        found.sort(key=lambda two: (-len(two[0].loses | two[1].loses), alone.isdisjoint({two[0].id, two[1].id})))
        made = ((*two, code) for two in found if (code := known.together(*two)) and compiles(code))
        return itertools.islice(made, MAX_PAIRS)


@functools.lru_cache(maxsize=100)
def _compiled(text):
    return compile(text, CODE_NAME, "exec")


def compiles(text: str) -> bool:
    """Whether Python can read it: what two changes leave of a line may stand where no line can."""
    try:
        _compiled(text)
    except SyntaxError:
        return False
    return True


@functools.lru_cache(maxsize=100)
def _quantities(stub):
    """The names of what a stub works with: arguments, attributes and local values."""
    nodes = list(ast.walk(ast.parse(stub)))
    arguments = {node.arg for node in nodes if isinstance(node, ast.arg)}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return frozenset(arguments | attributes | {node.id for node in nodes if isinstance(node, ast.Name)})


@functools.lru_cache(maxsize=100)
def _contract(stub):
    """The names that a stub has: they mean the same to everyone."""
    return frozenset(re.findall(r"\w+", stub))


def _adds(wrong, other, together, without):
    """Whether a mistake accounts for more of what it alone loses than the other one of a pair does without it.

    together, without: {part: Weight} of the pair, and of the other mistake by itself."""
    nothing = Weight(0, 0)
    own = wrong.loses - other.loses
    return not own or any(together.get(part, nothing) > (without or {}).get(part, nothing) for part in own)


def _sure(causes, together):
    """How sure it is that one of so many causes, each of so many mistakes together, is what was done."""
    if causes > 1:
        return _("Each of these gives the same numbers as your code.")
    if together > 1:
        return _("Made together, these give the same numbers as your code.")
    return _("This gives the same numbers as your code, whatever way that is written.")


def _named(outcome, part, matches):
    """The Outcome with the likeliest cause: the match that accounts for most of this part, then of all. Several mistakes that
    account for as much are all named; of several pairs, only what they have in common."""
    if not matches:
        return outcome
    accounts = lambda weights: (weights.get(part, Weight(0, 0)), *sorted(weights.values(), reverse=True))
    most = max(accounts(weights) for _wrongs, weights in matches)
    alike = [wrongs for wrongs, weights in matches if accounts(weights) == most]
    likely = [[wrong for wrong in wrongs if part in wrong.loses] for wrongs in alike]
    if len(likely) > 1 and any(len(wrongs) > 1 for wrongs in alike):
        likely = [[wrong for wrong in likely[0] if all(wrong in others for others in likely)]]
        if not likely[0]:
            return outcome
    causes = [_(" And: ").join(_(wrong.sentence) for wrong in wrongs) for wrongs in likely]
    return replace(
        outcome,
        misconception=" or ".join(dict.fromkeys(" and ".join(wrong.id for wrong in wrongs) for wrongs in likely)),
        cause=_(" Or: ").join(dict.fromkeys(causes)),
        confidence=_sure(len(set(causes)), len(likely[0])),
        hint=_(likely[0][0].hint),
        concept=likely[0][0].concept,
    )
