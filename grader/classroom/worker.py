"""One worker: an examiner and its fork server, as fresh processes. Every way of grading is a client of this one."""

import os
import subprocess
import sys
import tempfile
from typing import Any, Self

from grader.course.folder import Course
from grader.exam import pipe
from grader.exam.graded import Graded

PASSED_ON = ("PATH", "LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE")
# Large pieces of memory go back to the system when they are freed. glibc would keep ever larger ones for later.
GIVES_BACK = "glibc.malloc.mmap_threshold=262144:glibc.malloc.trim_threshold=2097152"


class Refused(Exception):
    """The worker will not grade: no walls can be built, or the course is not in order; one sentence."""


class WorkerDied(Exception):
    """The examiner's process ended in the middle: the grader's own fault, never the student's mark."""


class Worker:
    """Grades submissions of one assignment, one after another. Use as a context manager.

    isolation overrides the course's setting; secret is where probe inputs are drawn from; says_stale: whether it says on standard
    error where the error model's signatures are missing.
    """

    def __init__(
        self,
        course: Course,
        assignment: str,
        *,
        isolation: str | None = None,
        secret: bytes | None = None,
        says_stale: bool = False,
    ):
        self.assignment = assignment
        self.level: str | None = None  # of isolation, once it is ready
        # {key of a test cell that can't be judged apart from a submission: why}, once it is ready
        self.unfit: dict[str, str] = {}
        self.shared: list[str] = []  # classes of given cells of which a submission is given objects: they are defined beside it
        self._scratch = None if course.has_hidden_tests(assignment) else tempfile.TemporaryDirectory(prefix="grader-cells-")
        orders = {
            "root": str(course.root),
            "assignment": assignment,
            "isolation": isolation,  # None: as the course's settings say, which are read over there
            "secret": secret or course.secret(),
            "says_stale": says_stale,
            "scratch": self._scratch.name if self._scratch else "",
        }
        self._process = process = subprocess.Popen(
            [sys.executable, "-I", "-W", "ignore", "-m", "grader.exam.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd="/",
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ} | {"GLIBC_TUNABLES": GIVES_BACK},
        )
        assert process.stdin and process.stdout
        self._to, self._from = process.stdin, process.stdout
        self._send(orders)

    def grade(
        self,
        student: str,
        data: bytes,
        *,
        digest: str = "",
        page: bool = False,
        causes: bool = True,
        doubted: bool = False,
    ) -> Graded:
        """What came of the bytes of one submission, Graded. Raises Refused or WorkerDied.

        digest: kept with the result. page: whether the feedback is wanted too. causes: whether to look for the mistakes behind
        what is lost, which takes as long as the tests do. doubted: look for them as if every part had been failed, to see that
        nothing is made up; such a result is no mark."""
        self.wait_until_ready()
        request = {"student": student, "data": data, "digest": digest, "page": page, "causes": causes, "doubted": doubted}
        self._send(request)
        answer = self._receive()
        if "refused" in answer:
            raise WorkerDied(answer["refused"])
        return Graded(**answer)

    def make_signatures(self, exercise: str) -> int:
        """Have the error model's signatures of an exercise made and kept. Returns how many mutants there are. Raises Refused or
        WorkerDied."""
        self.wait_until_ready()
        self._send({"signatures": exercise})
        answer = self._receive()
        if "refused" in answer:
            raise Refused(answer["refused"])
        return answer["made"]

    def wait_until_ready(self) -> None:
        """Raises Refused or WorkerDied."""
        if self.level is None:
            answer = self._receive()
            if "refused" in answer:
                raise Refused(answer["refused"])
            self.level, self.unfit, self.shared = answer["ready"], answer.get("unfit", {}), answer.get("shared", [])

    def kill(self) -> None:
        """End the examiner at once; whoever waits for an answer in another thread is told that it died."""
        self._process.kill()

    def close(self) -> None:
        """End the examiner at once: its fork server, and what that has forked, end with it."""
        self.kill()
        self._process.wait()
        try:
            self._to.close()
        except BrokenPipeError:
            pass  # it died with something still unsent
        self._from.close()
        if self._scratch:
            self._scratch.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _send(self, message: dict[str, Any]) -> None:
        try:
            pipe.send(self._to, message)
        except OSError:
            raise WorkerDied("the examiner has ended") from None

    def _receive(self) -> dict[str, Any]:
        message = pipe.receive(self._from)
        if message is None:
            raise WorkerDied("the examiner ended in the middle of a submission")
        return message
