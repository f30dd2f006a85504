"""Which attempt counts, and what a student has of an assignment."""

import datetime
import types
from dataclasses import dataclass, replace
from typing import Any

from grader.classroom import gradebook_read
from grader.classroom.extensions import extensions
from grader.classroom.store import load
from grader.course.folder import Course
from grader.result import FAILED, FAULT, GRADED, NOT_RUN, PASSED, Result
from grader.service.attempts import Attempt, Attempts
from grader.service.policy import Policy
from grader.words import _


@dataclass(frozen=True)
class Row:
    """An attempt and what came of it, None while it waits. counts: whether it is the one that counts."""

    attempt: Attempt
    result: Result | None
    counts: bool = False


def rows(course: Course, attempts: Attempts, policy: Policy, student: str, assignment: str) -> list[Row]:
    """A student's attempts, the first one first. Of the one that counts the result is the one that stands in the gradebook: it may
    have been graded again since."""
    found = plain_rows(attempts, student, assignment)
    number = counting(course, policy, student, assignment, found)
    return [replace(row, counts=True, result=_now(course, row)) if row.attempt.number == number else row for row in found]


def plain_rows(attempts: Attempts, student: str, assignment: str) -> list[Row]:
    """The same, without a word on which one counts: each with the result that it had at once."""
    return [Row(attempt, attempts.result(attempt)) for attempt in attempts.of(student, assignment)]


def counting(course: Course, policy: Policy, student: str, assignment: str, found: list[Row]) -> int | None:
    """The number of the attempt that counts. An unreadable one does where there is no other; with "best" it is the one with the most
    points after what is taken off for being late, and of several the first."""
    done = [row for row in found if row.result]
    judged = [row for row in done if row.result and row.result.status in (GRADED, FAULT)]
    if not done:
        return None
    if not judged or policy.counts == "last":
        return (judged or done)[-1].attempt.number
    marked = [row for row in judged if row.result and row.result.score is not None] or judged[-1:]
    late = _Lateness(course, policy, student, assignment)
    return max(marked, key=lambda row: (late.score(row), -row.attempt.number)).attempt.number


class _Lateness:
    def __init__(self, course, policy, student, assignment):
        self._course, self._student = course, student
        self._deadline = deadline(course, policy, student, assignment)
        self._rule: Any = None

    def score(self, row):
        """The points of an attempt after the course's late rule."""
        score = row.result.score or 0.0
        if self._deadline is None or row.attempt.time <= self._deadline:
            return score
        if self._rule is None:
            from nbgrader.preprocessors import AssignLatePenalties

            self._rule = AssignLatePenalties(config=self._course.config)
            self._rule.init_plugin()
        seconds = (row.attempt.time - self._deadline).total_seconds()
        penalty = self._rule.plugin_inst.late_submission_penalty(self._student, score, seconds)
        if penalty is None:
            return score
        return score - self._rule._check_late_penalty(types.SimpleNamespace(score=score), penalty)


def deadline(course: Course, policy: Policy, student: str, assignment: str) -> datetime.datetime | None:
    """Until when a student has, extension included; None where nothing is due."""
    longer = extensions(course, assignment).get(student)
    return longer or policy.due or gradebook_read.due(course, assignment)


def show_hints(policy: Policy, when: datetime.datetime | None, number: int, now: datetime.datetime) -> bool:
    """Whether causes and hints show on the page of attempt `number`."""
    if policy.hints == "when due":
        return when is not None and now > when
    return policy.hints == "at once" or (isinstance(policy.hints, int) and number >= policy.hints)


def without_hints(result: Result) -> Result:
    """The same Result without causes, hints and what gives them away."""
    blank = {"cause": "", "confidence": "", "hint": "", "experiment": "", "misconception": None, "concept": ""}
    bare = lambda part: replace(part, **blank)
    return replace(result, exercises=tuple(replace(one, parts=tuple(map(bare, one.parts))) for one in result.exercises))


def changes(before: Result | None, after: Result) -> list[str]:
    """What is right now that wasn't, and the other way round, in sentences."""
    if before is None or before.status != GRADED or after.status != GRADED:
        return []
    was = {(exercise, part.part): part for exercise, part in before.parts}
    said = []
    for exercise, part in after.parts:
        old = was.get((exercise, part.part))
        name = part.part if part.part == exercise else f"{exercise}: {part.part}"
        if old and old.outcome in (FAILED, NOT_RUN) and part.outcome == PASSED:
            said.append(_("{part} is right now.").format(part=name))
        elif old and old.outcome == PASSED and part.outcome in (FAILED, NOT_RUN):
            said.append(_("{part} was right before.").format(part=name))
    return said


def _now(course: Course, row: Row) -> Result | None:
    kept = load(course, row.attempt.assignment, row.attempt.student)
    if row.result and kept and kept.handed_in == row.result.handed_in:
        return kept
    return row.result
