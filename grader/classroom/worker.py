"""One worker: an examiner and its fork server, as fresh processes. Every way of grading is a client of this one."""

import functools
import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace

from grader.exam import pipe
from grader.notebook import read as nb
from grader.result import GRADED, Result

PASSED_ON = ("PATH", "LANG", "LC_ALL", "LC_MESSAGES", "LANGUAGE")
# Large pieces of memory go back to the system when they are freed. glibc would keep ever larger ones for later.
GIVES_BACK = "glibc.malloc.mmap_threshold=262144:glibc.malloc.trim_threshold=2097152"


class Refused(Exception):
    """The worker will not grade: no walls can be built, or the course is not in order; one sentence."""


class WorkerDied(Exception):
    """The examiner's process ended in the middle: the grader's own fault, never the student's mark."""


@dataclass(frozen=True)
class Graded:
    """What a worker gives for one submission, as it will be written."""

    told: bytes  # the Result as JSON
    text: bytes | None  # the autograded notebook; None where the submission was unreadable
    page: bytes | None  # the feedback, where it was asked for
    points: dict  # test cell: points, None where they are withheld
    messages: int = 0  # that hidden tests sent to the student's process

    @classmethod
    def of(cls, result, points, notebook=None, *, page=True, messages=0):
        text = None if notebook is None else _bytes(nb.dumps(notebook))
        return cls(_told(result), text, _page(result, notebook) if page else None, points, messages)

    def with_doubt(self, doubt):
        """The same marks, and `doubt` said with them, where there is one."""
        if not doubt or self.result.status != GRADED:
            return self
        cells = [{**cell, "source": "".join(cell["source"])} for cell in self.notebook["cells"]]
        result = replace(self.result, reason=doubt)
        return replace(self, told=_told(result), page=_page(result, {"cells": cells}) if self.page else None)

    @functools.cached_property
    def result(self):
        return Result.from_json(json.loads(self.told))

    @functools.cached_property
    def notebook(self):
        return json.loads(self.text) if self.text else None


def _told(result):
    return _bytes(json.dumps(result.to_json(), ensure_ascii=False))


def _page(result, notebook):
    from grader.pages import feedback as pages  # late: jinja2 takes its time to load, and `check` needs no page

    return _bytes(pages.feedback(result, notebook))


def _bytes(text):
    return text.encode("utf-8", "replace")  # half a character, which JSON can hold and UTF-8 can't, becomes a question mark


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
            "isolation": isolation,  # None: as the course's settings say, which are read over there
            "secret": secret or course.secret(),
        }
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-W", "ignore", "-m", "grader.exam.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd="/",
            env={name: os.environ[name] for name in PASSED_ON if name in os.environ} | {"GLIBC_TUNABLES": GIVES_BACK},
        )
        self._send(orders)

    def grade(self, student, data, *, digest="", page=False):
        """What came of the bytes of one submission, Graded. Raises Refused or WorkerDied.

        digest: kept with the result. page: whether the feedback is wanted too."""
        self.wait_until_ready()
        self._send({"student": student, "data": data, "digest": digest, "page": page})
        answer = self._receive()
        if "refused" in answer:
            raise WorkerDied(answer["refused"])
        return Graded(**answer)

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
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass  # it died with something still unsent
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _send(self, told):
        try:
            pipe.send(self._process.stdin, told)
        except OSError:
            raise WorkerDied("the examiner has ended") from None

    def _receive(self):
        told = pipe.receive(self._process.stdout)
        if told is None:
            raise WorkerDied("the examiner ended in the middle of a submission")
        return told
