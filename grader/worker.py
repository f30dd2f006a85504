"""One worker: an examiner and its fork server, as fresh processes. Every way of grading is a client of this one."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from .result import Result


class Refused(Exception):
    """The worker will not grade: no walls can be built, or the course is not in order; one sentence."""


class WorkerDied(Exception):
    """The examiner's process ended in the middle: the grader's own fault, never the student's mark."""


@dataclass(frozen=True)
class Graded:
    """What a worker gives for one submission."""

    result: Result
    notebook: dict | None  # the autograded notebook; None where the submission was unreadable
    points: dict  # test cell: points, None where they are withheld


class Worker:
    """Grades submissions of one assignment, one after another. Use as a context manager.

    isolation overrides the course's setting; secret is where probe inputs are drawn from.
    """

    def __init__(self, course, assignment, *, isolation=None, secret=None):
        self.assignment = assignment
        self.level = None
        orders = {
            "root": str(course.root),
            "assignment": assignment,
            "isolation": isolation or course.settings.isolation,
            "secret": (secret or course.secret()).hex(),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-m", "grader.examiner"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd="/",
            env={name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE") if name in os.environ},
        )
        self._send(orders)

    def grade(self, student, data):
        """What came of the bytes of one submission, Graded. Raises Refused or WorkerDied."""
        self.wait_until_ready()
        self._send({"student": student, "notebook": data.hex()})
        answer = self._receive()
        return Graded(Result.from_json(answer["result"]), answer["notebook"], answer["points"])

    def wait_until_ready(self):
        if self.level is None:
            answer = self._receive()
            if "refused" in answer:
                raise Refused(answer["refused"])
            self.level = answer["ready"]

    def close(self):
        """End the examiner at once: its fork server, and what that has forked, end with it."""
        self._process.kill()
        self._process.wait()
        self._process.stdin.close()
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _send(self, told):
        try:
            self._process.stdin.write(json.dumps(told) + "\n")
            self._process.stdin.flush()
        except OSError:
            raise WorkerDied("the examiner has ended") from None

    def _receive(self):
        line = self._process.stdout.readline()
        if not line:
            raise WorkerDied("the examiner ended in the middle of a submission")
        return json.loads(line)
