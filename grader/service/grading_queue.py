"""Where hand-ins are graded: a queue with a bound, warm workers, and one who writes marks under the course's lock.

What is in the queue is on the disk already: after a crash it is queued anew, and what was graded isn't graded again.
"""

import collections
import contextlib
import logging
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field

from grader.classroom.collect import read_at
from grader.classroom.pool import WorkerPool, fault
from grader.classroom.worker import Refused, WorkerDied
from grader.course.folder import Course, CourseError
from grader.exam.graded import Graded
from grader.service.attempts import Attempt, Attempts
from grader.service.policy import Policy
from grader.service.record import Recorder
from grader.words import _

UNDER_WAY = 2  # hand-ins a student: one being graded, one waiting
REFRESH_SECONDS = 10.0  # after which it is looked whether the hidden tests are still the same
RETRY_SECONDS = 30.0  # without work, after which what could not be graded is tried again
FIRST_GUESS_SECONDS = 0.3  # that a hand-in takes, before one was timed

log = logging.getLogger("grader.service")

# Before it is put down to a submission that workers die of it: on a server that runs for months they die of other things.
WORKERS_TRIED = 5


class Full(Exception):
    """No more hand-ins can be taken at this moment; one sentence. seconds: after which to try again; own: the student's own doing."""

    def __init__(self, sentence: str, seconds: float, own: bool = False):
        super().__init__(sentence)
        self.seconds, self.own = max(1, round(seconds)), own


@dataclass(eq=False)
class Ticket:
    """An attempt in the queue. done: set, without a value, once its result is kept or can't be had."""

    attempt: Attempt
    done: "Future[None]" = field(default_factory=Future)


class GradingQueue:
    """Takes attempts and sees to it that they are graded and recorded. Use as a context manager.

    on_change(student, assignment): called from a thread of its own whenever something has come of an attempt. jobs: how many are
    graded at once.
    """

    def __init__(
        self,
        course: Course,
        attempts: Attempts,
        *,
        jobs: int | None = None,
        isolation: str | None = None,
        on_change: Callable[[str, str], object] = lambda student, assignment: None,
    ):
        self.jobs = jobs or os.cpu_count() or 1
        self._course, self._attempts, self._isolation, self._on_change = course, attempts, isolation, on_change
        self._policy = Policy.of(course)
        self._changed = threading.Condition()
        self._queue: collections.deque[Ticket] = collections.deque()
        self._running: list[Ticket] = []
        self._places: collections.Counter[str] = collections.Counter()  # of each student, those being uploaded included
        self._pools: collections.OrderedDict[str, _Pool] = collections.OrderedDict()
        self._closed = False
        self.seconds = FIRST_GUESS_SECONDS
        self.refused: dict[str, str] = {}  # {assignment: why it can't be graded at this moment}
        self.graded = 0
        self._threads = [threading.Thread(target=self._grade_on, name=f"grade-{n}", daemon=True) for n in range(self.jobs)]
        self._recorder = Recorder(course, attempts, on_change)

    def __enter__(self) -> "GradingQueue":
        for attempt in self._attempts.everything():
            if self._attempts.result(attempt) is None:
                self._queue.append(Ticket(attempt))
                self._places[attempt.student] += 1
        self._recorder.start()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            pools = list(self._pools.values())
        for pool in pools:
            pool.close()
        for thread in self._threads:
            thread.join(timeout=5)
        self._recorder.close()

    @contextlib.contextmanager
    def place(self, student: str) -> Iterator["Place"]:
        """A place in the queue, kept while an upload arrives. Raises Full."""
        with self._changed:
            if self._places[student] >= UNDER_WAY:
                raise Full(
                    _("One of your hand-ins is being graded and another one waits; hand in again when that is done."), 2, own=True
                )
            if sum(self._places.values()) >= self._policy.waiting + self.jobs:
                raise Full(_("Too many hand-ins are waiting; nothing of yours was lost, hand in again in a moment."), self.wait())
            self._places[student] += 1
        place = Place(self)
        try:
            yield place
        finally:
            if not place.taken:
                self._free(student)

    def put(self, attempt: Attempt) -> Ticket:
        """Queue an attempt that has a place already; one that is queued, or graded, is not queued again."""
        with self._changed:
            for ticket in (*self._queue, *self._running):
                if ticket.attempt == attempt:
                    return ticket
            ticket = Ticket(attempt)
            self._queue.append(ticket)
            self._changed.notify()
            return ticket

    def find(self, attempt: Attempt) -> Ticket | None:
        """Its ticket, while it is under way."""
        with self._changed:
            return next((ticket for ticket in (*self._running, *self._queue) if ticket.attempt == attempt), None)

    def position(self, attempt: Attempt) -> tuple[int, float]:
        """(how many are graded before it, about how many seconds it will take)."""
        with self._changed:
            before = next((n for n, ticket in enumerate(self._queue) if ticket.attempt == attempt), -1) + 1
            return before, (before / self.jobs + 1) * self.seconds

    def wait(self) -> float:
        """About how many seconds it takes until what waits now is done."""
        return len(self._queue) * self.seconds / self.jobs

    @property
    def waiting(self) -> int:
        return len(self._queue)

    @property
    def alive(self) -> bool:
        return all(thread.is_alive() for thread in (*self._threads, self._recorder.thread))

    def warm(self, assignment: str) -> None:
        """Have workers for an assignment started, for somebody is about to hand in."""
        with self._changed:
            if assignment not in self._pools and len(self._pools) >= self._policy.warm and self._queue:
                return  # those that are at work go first
            self._pool(assignment)
            self._changed.notify_all()

    def settle(self, seconds: float = 60.0) -> None:
        """Wait until nothing is under way and everything is recorded. Raises TimeoutError."""
        until = time.monotonic() + seconds
        while self._queue or self._running or not self._recorder.idle:
            if time.monotonic() > until:
                raise TimeoutError("hand-ins are still under way")
            time.sleep(0.01)

    def _free(self, student):
        with self._changed:
            self._places[student] -= 1
            if self._places[student] <= 0:
                del self._places[student]

    def _grade_on(self):
        begun: set[int] = set()  # the pools in which this thread's worker was started
        while True:
            with self._changed:
                while not self._closed and not self._queue and all(id(pool) in begun for pool in self._pools.values()):
                    if not self._changed.wait(RETRY_SECONDS) and self.refused:
                        self._retry()
                if self._closed:
                    return
                fresh = [pool for pool in self._pools.values() if id(pool) not in begun]
                ticket = self._queue.popleft() if self._queue else None
                if ticket:
                    self._running.append(ticket)
            if ticket:
                self._grade(ticket)
            for pool in fresh:
                begun.add(id(pool))
                with contextlib.suppress(OSError, WorkerDied):
                    pool.begin()

    def _retry(self):
        """Queue anew what could not be graded; under the lock."""
        refused, self.refused = set(self.refused), {}
        for attempt in self._attempts.everything():
            if attempt.assignment in refused and self._attempts.result(attempt) is None:
                self._places[attempt.student] += 1
                self._queue.append(Ticket(attempt))

    def _grade(self, ticket):
        attempt = ticket.attempt
        try:
            if self._attempts.result(attempt) is None:
                started = time.monotonic()
                graded = self._graded(attempt)
                if self._closed:
                    return  # its worker was ended: it is graded after the next start
                self._attempts.keep(attempt, graded)
                self.seconds = 0.9 * self.seconds + 0.1 * (time.monotonic() - started)
                self.graded += 1
                self._recorder.put(attempt, graded)
            self.refused.pop(attempt.assignment, None)
        except (Refused, CourseError) as error:
            self.refused[attempt.assignment] = str(error)
            log.error("%s can't be graded: %s", attempt.assignment, error)
        except Exception as error:  # the attempt is kept, and graded after the next start
            self.refused[attempt.assignment] = fault(type(error).__name__)
            log.exception("an attempt of %s could not be graded", attempt.assignment)
        finally:
            with self._changed:
                self._running.remove(ticket)
            self._free(attempt.student)
            ticket.done.set_result(None)
            self._on_change(attempt.student, attempt.assignment)

    def _graded(self, attempt) -> Graded:
        with self._changed:
            pool = self._pool(attempt.assignment)
            pool.users += 1
        try:
            folder, assignment = self._attempts.folder(attempt), attempt.assignment
            paths = [folder / f"{name}.ipynb" for name in self._course.notebooks(assignment)]
            handed_in = read_at(paths, self._course, assignment, attempt.student, pool.fingerprint, below=folder)
            return pool.grade(handed_in, attempts=WORKERS_TRIED)
        finally:
            with self._changed:
                pool.users -= 1
            pool.close_if_old()

    def _pool(self, assignment):
        """The assignment's workers, up to date; those of the assignment that was asked for longest ago go. Under the lock."""
        pool = self._pools.get(assignment)
        if pool and time.monotonic() - pool.looked > REFRESH_SECONDS:
            pool.looked = time.monotonic()
            if self._course.fingerprint(assignment) != pool.fingerprint:
                pool.old, pool = True, None
                self._pools.pop(assignment).close_if_old()
        if pool is None:
            self._course.source(assignment)
            pool = _Pool(self._course, assignment, self._isolation)
            self._pools[assignment] = pool
        self._pools.move_to_end(assignment)
        while len(self._pools) > self._policy.warm:
            _name, oldest = self._pools.popitem(last=False)
            oldest.old = True
            oldest.close_if_old()
        return pool


class Place:
    """A place in the queue. taken: whether an attempt has it now, and frees it when it is graded."""

    def __init__(self, queue: GradingQueue):
        self._queue, self.taken = queue, False

    def put(self, attempt: Attempt) -> Ticket:
        before = self._queue.find(attempt)
        if before:
            return before  # it has a place of its own
        self.taken = True
        return self._queue.put(attempt)


class _Pool:
    """The workers of one assignment, and who is at work with them."""

    def __init__(self, course, assignment, isolation):
        self.fingerprint = course.fingerprint(assignment) + (isolation or "")
        self.looked, self.users, self.old = time.monotonic(), 0, False
        self._workers = WorkerPool(course, assignment, isolation, page=True)
        self.begin, self.grade, self.close = self._workers.begin, self._workers.grade, self._workers.close

    def close_if_old(self):
        if self.old and not self.users:
            self.close()


def disk_space(course: Course) -> int:
    """Bytes that are free where attempts are kept."""
    return shutil.disk_usage(course.root).free
