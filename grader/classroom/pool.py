"""Who grades a class: warm workers, one for each thread that an executor gives the work to, on this machine or on many."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol

from grader.classroom.handed_in import HandedIn
from grader.classroom.worker import Worker, WorkerDied
from grader.course.folder import Course
from grader.exam.graded import Graded
from grader.result import FAULT, UNREADABLE, Result
from grader.words import _


class Engine(Protocol):
    """Whatever grades batches of submissions. workers: how many at once; batch: submissions handed over at a time."""

    workers: int
    batch: int

    def submit(self, batch: list[HandedIn]) -> Future[Any]:
        """A Future for `outcome`."""

    def outcome(self, future: Future[Any], batch: list[HandedIn]) -> list[Graded]:
        """What came of each of `batch`, in order, once its Future is done. Raises worker.Refused."""

    def close(self) -> None:
        """End the work at once, whatever it is at."""


class WorkerPool:
    """One Worker for each thread that grades."""

    def __init__(
        self, course: Course, assignment: str, isolation: str | None, secret: bytes | None = None, *, page: bool = False
    ):
        self.course, self.assignment, self.isolation, self.page = course, assignment, isolation, page
        self.secret = secret or course.secret()  # once, for on first use it is made
        self._mine = threading.local()
        self._all: list[Worker] = []
        self._closed = False

    def grade(self, handed_in: HandedIn, attempts: int = 2) -> Graded:
        """What came of it. A worker that dies gets a successor; if that dies too, it is this submission that kills them, and
        a fault. Raises Refused."""
        if handed_in.data is None:
            return self._without_marks(handed_in, UNREADABLE, handed_in.refusal)
        try:
            options = {"digest": handed_in.digest, "page": self.page, "causes": handed_in.causes, "doubted": handed_in.doubted}
            graded = self._worker().grade(handed_in.student, handed_in.data, **options)
            return graded.with_doubt(handed_in.doubt)
        except WorkerDied as death:
            self._discard_worker()
            if attempts == 1 or self._closed:
                return self._without_marks(handed_in, FAULT, fault(death))
            return self.grade(handed_in, attempts - 1)

    def grade_all(self, batch: Sequence[HandedIn]) -> list[Graded]:
        return [self.grade(handed_in) for handed_in in batch]

    def start(self) -> None:
        """Have this thread's worker ready. Raises Refused, WorkerDied."""
        self._worker().wait_until_ready()

    def begin(self) -> None:
        """Have this thread's worker start, and don't wait for it."""
        if not self._closed:
            self._worker()
        if self._closed:
            self.close()  # which came in between

    def close(self) -> None:
        self._closed = True
        for worker in list(self._all):
            worker.close()

    def _worker(self):
        if getattr(self._mine, "worker", None) is None:
            self._mine.worker = Worker(self.course, self.assignment, isolation=self.isolation, secret=self.secret)
            self._all.append(self._mine.worker)
        return self._mine.worker

    def _discard_worker(self):
        if worker := getattr(self._mine, "worker", None):  # there is none that died as it was started
            worker.close()
            self._all.remove(worker)
            self._mine.worker = None

    def _without_marks(self, handed_in, status, reason):
        return without_marks(self.course, self.assignment, handed_in, status, reason, page=self.page)


def without_marks(course: Course, assignment: str, handed_in: HandedIn, status: str, reason: str, *, page: bool = True) -> Graded:
    """A Graded for a submission that no worker could grade."""
    result = Result(assignment, handed_in.student, status, course.max_score(assignment), reason=reason, digest=handed_in.digest)
    return Graded.of(result, course.unmarked(assignment), page=page)


def fault(why: object) -> str:
    return _("The grader itself failed ({why}); no marks are given until a person has looked.").format(why=why)


class LocalEngine:
    """Workers of this machine: an Engine."""

    batch = 1

    def __init__(self, course: Course, assignment: str, *, isolation: str | None = None, jobs: int = 1):
        self.workers = jobs
        self._pool = WorkerPool(course, assignment, isolation, page=True)
        self._executor = ThreadPoolExecutor(jobs)

    def start(self) -> None:
        """Have all workers ready before there is something to do. Raises worker.Refused."""
        for started in [self._executor.submit(self._pool.start) for _n in range(self.workers)]:
            started.result()

    def submit(self, batch: list[HandedIn]) -> Future[Any]:
        return self._executor.submit(self._pool.grade_all, batch)

    def outcome(self, future: Future[Any], batch: list[HandedIn]) -> list[Graded]:
        return future.result()

    def close(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._pool.close()
