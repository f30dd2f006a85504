"""Hidden tests run on known code in this process: the Scripts that an examiner rehearses, and what comes of any other code."""

import contextlib
import itertools
import os

from grader.exam.examiner import Examiner
from grader.exam.plan import exercise_of, part_of
from grader.exam.prefetch import OnReference
from grader.exam.process import run_pytest
from grader.exam.submission import Submission
from grader.result import PASSED
from grader.sandbox import wire
from grader.sandbox.limits import Limits
from grader.sandbox.objects import Objects


class Rehearsing(Examiner):
    """Grades nothing: calls `work` with itself, and keeps what that returned as `result`.

    items: {exercise: its hidden tests}, in the notebook's order."""

    def __init__(self, course, assignment, work):
        super().__init__(course, course.source(assignment), None, b"rehearsal", print)
        self._work = work
        self.result = self.error = None

    def pytest_runtestloop(self, session):
        self.items = {}
        for item in session.items:
            self.items.setdefault(exercise_of(item.module.__name__), []).append(item)
        try:
            self.result = self._work(self)
        except Exception as error:  # pytest would print it, and go on
            self.error = error
        return True

    def script(self, exercise, student_id="ada"):
        """What an exercise's tests ask of the reference."""
        self.student_id = student_id
        return self._script(self.items[exercise])

    def tried(self, exercise, names):
        """(the parts that `names`, a namespace, passes, [submission.Asked] of all that it was asked)."""
        self.student_id, self.outcomes, self.advice = "ada", {}, {}
        self.student = Submission(Unhurried(names), self.source.definitions)
        for item, following in itertools.zip_longest(self.items[exercise], self.items[exercise][1:]):
            self._run(item, following)
        passed = [item for item in self.items[exercise] if getattr(self.outcomes.get(item.nodeid), "outcome", "") == PASSED]
        return {part_of(item) for item in passed}, self.student.questions(exercise)


class Unhurried(OnReference):
    """Answers also what takes longer than a call may, and says of errors what is said of a submission's."""

    notebook, limits = {"cells": []}, Limits()

    def ask(self, request, called=None, seconds=None):
        return super().ask(request, called)


def rehearsed(course, assignment, work):
    """What `work` returned, called with a Rehearsing examiner."""
    examiner = Rehearsing(course, assignment, work)
    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        run_pytest(examiner)
    if examiner.error:
        raise examiner.error
    return examiner.result


def scripts_of(course, assignment):
    """[Script] of every hidden test file of an assignment, with two seeds."""
    return rehearsed(
        course, assignment, lambda it: [it.script(exercise, student) for student in ("ada", "ben") for exercise in it.items]
    )


def answers(script, names):
    """What `names`, a namespace, answers to all questions of a Script, as it would cross the wall."""
    objects = Objects(names)
    request = wire.decode_ours(wire.encode_ours(script.request(watch=False)))
    return wire.decode(wire.encode(objects.answer(request), objects.handle))["answers"]
