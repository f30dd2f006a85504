"""Who grades a class: warm workers, one for each thread that an executor gives the work to, on this machine or on many."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from grader.classroom.worker import Graded, Worker, WorkerDied
from grader.result import FAULT, UNREADABLE, Result
from grader.words import _


@dataclass(frozen=True)
class Submission:
    student: str
    data: bytes | None
    refusal: str = ""  # why there is no data
    digest: str = ""  # what its result is kept under: of what it is graded by, "-", and of what was handed in
    doubt: str = ""  # whether it is what was meant: for the student and a person, beside its marks


class Crew:
    """One Worker for each thread that grades."""

    def __init__(self, course, assignment, isolation, secret=None, *, page=False):
        self.course, self.assignment, self.isolation, self.page = course, assignment, isolation, page
        self.secret = secret or course.secret()  # once, for on first use it is made
        self._mine = threading.local()
        self._all = []
        self._closed = False

    def grade(self, submission):
        """What came of it, Graded. Raises Refused; a worker that dies is replaced, and the second time it is a fault."""
        facts = self.course, self.assignment, submission
        if submission.data is None:
            return without_marks(*facts, UNREADABLE, submission.refusal, page=self.page)
        for attempt in (1, 2):  # a worker that died gets one successor: then it is this submission that kills it
            try:
                graded = self._worker().grade(submission.student, submission.data, digest=submission.digest, page=self.page)
                return graded.with_doubt(submission.doubt)
            except WorkerDied as death:
                self._mine.worker.close()
                self._all.remove(self._mine.worker)
                self._mine.worker = None
                if attempt == 2 or self._closed:
                    return without_marks(*facts, FAULT, fault(death), page=self.page)

    def start(self):
        """Have this thread's worker ready. Raises Refused, WorkerDied."""
        self._worker().wait_until_ready()

    def _worker(self):
        if getattr(self._mine, "worker", None) is None:
            self._mine.worker = Worker(self.course, self.assignment, isolation=self.isolation, secret=self.secret)
            self._all.append(self._mine.worker)
        return self._mine.worker

    def grade_all(self, batch):
        return [self.grade(submission) for submission in batch]

    def close(self):
        self._closed = True
        for worker in list(self._all):
            worker.close()


def without_marks(course, assignment, submission, status, reason, *, page=True):
    """A Graded for a submission that no worker could grade."""
    source = course.source(assignment)
    result = Result(assignment, submission.student, status, source.max_score, reason=reason, digest=submission.digest)
    return Graded.of(result, dict.fromkeys(source.points), page=page)


def fault(why):
    return _("The grader itself failed ({why}); no marks are given until a person has looked.").format(why=why)


class Here:
    """Workers of this machine."""

    batch = 1  # submissions handed over at a time

    def __init__(self, course, assignment, *, isolation=None, jobs=1):
        self.workers = jobs
        self._crew = Crew(course, assignment, isolation, page=True)
        self._executor = ThreadPoolExecutor(jobs)

    def start(self):
        """Have all workers ready before there is something to do. Raises worker.Refused."""
        for started in [self._executor.submit(self._crew.start) for _n in range(self.workers)]:
            started.result()

    def submit(self, batch):
        """A Future of what came of each Submission of `batch`, in order."""
        return self._executor.submit(self._crew.grade_all, batch)

    def outcome(self, future, batch):
        return future.result()

    def close(self):
        """End the workers at once, whatever they are at."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._crew.close()
