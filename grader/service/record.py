"""From attempts to marks: the attempt that counts stands in submitted/, and its marks in the gradebook, by the course's one way to write.

`attempts/<student>/<assignment>/counts.json` says which attempt was recorded last. It is written after everything else, so what a crash
cut short is done again after the next start, and what somebody else puts into submitted/ is left alone.
"""

import contextlib
import json
import logging
import queue
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from grader import files
from grader.classroom import writer
from grader.course.folder import Course
from grader.exam.graded import Graded
from grader.service import standing
from grader.service.attempts import Attempt, Attempts
from grader.service.policy import Policy

if TYPE_CHECKING:
    from grader.classroom.gradebook import Book

GROUP_ATTEMPTS = 32  # recorded together, and at most
LOCK_SECONDS = 0.5  # between looks whether to end, while somebody else writes
RETRY_SECONDS = 5.0  # after the disk or the gradebook refused

log = logging.getLogger("grader.service")


class Recorder:
    """One thread that records what was graded."""

    def __init__(self, course: Course, attempts: Attempts, on_change: Callable[[str, str], object]):
        self._course, self._attempts, self._on_change = course, attempts, on_change
        self._queue: queue.Queue[tuple[Attempt, Graded | None]] = queue.Queue()
        self._closed = threading.Event()
        self._book: Book | None = None
        self._prepared: dict[str, str] = {}  # {assignment: the fingerprint by which it stands in the gradebook}
        self.thread = threading.Thread(target=self._run, name="record", daemon=True)

    def start(self) -> None:
        """Begin, with what an earlier server left unrecorded."""
        import grader.classroom.gradebook  # noqa: F401  now, while nobody waits, and no other thread imports

        pairs = {(attempt.student, attempt.assignment): attempt for attempt in self._attempts.everything()}
        for attempt in pairs.values():
            if self._due(attempt.student, attempt.assignment):
                self._queue.put((attempt, None))
        self.thread.start()

    def put(self, attempt: Attempt, graded: Graded) -> None:
        self._queue.put((attempt, graded))

    @property
    def idle(self) -> bool:
        return self._queue.unfinished_tasks == 0

    def close(self) -> None:
        """End, with what is there recorded unless somebody else is writing."""
        self._closed.set()
        self.thread.join(timeout=10)

    def _run(self):
        while not (self._closed.is_set() and self._queue.empty()):
            try:
                group = [self._queue.get(timeout=0.2)]
            except queue.Empty:
                continue
            while len(group) < GROUP_ATTEMPTS and not self._queue.empty():
                group.append(self._queue.get())
            self._record_until_done(group)
            for _one in group:
                self._queue.task_done()
        self._close_book()

    def _record_until_done(self, group):
        while True:
            try:
                with files.lock(self._course.lock, wait=LOCK_SECONDS):
                    self._record(group)
                break
            except files.Busy:
                if self._closed.is_set():
                    return
            except Exception:  # a full disk, a damaged gradebook: what was handed in is kept, and this is tried again
                log.exception("marks could not be recorded; trying again")
                self._close_book()
                if self._closed.wait(RETRY_SECONDS):
                    return
        for attempt, _graded in group:
            self._on_change(attempt.student, attempt.assignment)

    def _record(self, group):
        fresh = {attempt: graded for attempt, graded in group if graded}
        pairs = {(attempt.student, attempt.assignment): None for attempt, _graded in group}
        for assignment in {assignment for _student, assignment in pairs}:
            found = [(student, self._due(student, assignment)) for student, of in pairs if of == assignment]
            due = [(attempt, fresh.get(attempt) or self._read_back(attempt)) for _student, attempt in found if attempt]
            due = [(attempt, graded) for attempt, graded in due if graded]
            if not due:
                continue
            for attempt, _graded in due:
                self._place(attempt)
            book = self._open_book(assignment)
            writer.write(self._course, assignment, book, [graded for _attempt, graded in due])
            for attempt, _graded in due:
                said = {"number": attempt.number, "names": attempt.names}
                files.write(self._attempts.folder(attempt).parent / "counts.json", json.dumps(said))

    def _read_back(self, attempt):
        """What came of an attempt, from the disk. What can't be read is said, and stops no other's."""
        try:
            return self._attempts.graded(attempt)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            log.exception("what came of %s can't be read back", self._attempts.folder(attempt))
            return None

    def _due(self, student, assignment):
        """The attempt that counts, where another one was recorded last; else None."""
        policy = Policy.of(self._course, assignment)
        found = standing.plain_rows(self._attempts, student, assignment)
        number = standing.counting(self._course, policy, student, assignment, found)
        if number in (None, self._recorded(student, assignment).get("number")):
            return None
        return self._attempts.find(student, assignment, number)

    def _recorded(self, student, assignment):
        try:
            return json.loads((self._course.root / "attempts" / student / assignment / "counts.json").read_bytes())
        except (OSError, ValueError):
            return {}

    def _place(self, attempt):
        """Put an attempt into submitted/, in the place of the one before."""
        folder = self._course.submission_path(attempt.student, attempt.assignment).parent
        for name in self._recorded(attempt.student, attempt.assignment).get("names", ()):
            if name not in attempt.names:
                (folder / name).unlink(missing_ok=True)
        for name in attempt.names:
            data = self._attempts.data(attempt, name)
            if data is not None:
                files.write(folder / name, data)
        files.write(folder / "timestamp.txt", f"{attempt.time:%Y-%m-%d %H:%M:%S.%f} UTC\n")

    def _open_book(self, assignment):
        """The gradebook with the assignment in it, as the course has it now."""
        if self._book and not self._course.database.exists():
            self._close_book()
        if self._book is None:
            from grader.classroom.gradebook import Book

            self._book = Book(self._course).__enter__()
        fingerprint = self._course.fingerprint(assignment)
        if self._prepared.get(assignment) != fingerprint:
            self._book.prepare(assignment)
            due = Policy.of(self._course, assignment).due
            if due:
                self._book.set_due(assignment, due)
            self._prepared[assignment] = fingerprint
        return self._book

    def _close_book(self):
        self._prepared.clear()
        book, self._book = self._book, None
        if book:
            with contextlib.suppress(Exception):
                book.__exit__()
