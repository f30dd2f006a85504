"""Grade a class: submitted/ to autograded/, the gradebook, and feedback/. Workers return results; this process writes."""

import contextlib
import json
import os
import queue

from grader import files
from grader.classroom.changes import change
from grader.classroom.collect import handed_in, read, timestamp
from grader.classroom.gradebook_read import recorded
from grader.classroom.pool import Here
from grader.result import FAULT, UNREADABLE, Result

GROUP = 32  # submissions written together, and at most
PATIENCE = 0.5  # seconds that the first of a group waits for the others
UNDER_WAY = 64 << 20  # bytes of submissions handed to the engine and not yet written


def grade(course, assignment, **options):
    """`stream`, and its Results by student, all of them in memory."""
    return sorted((result for result, _fresh in stream(course, assignment, **options)), key=lambda result: result.student)


def stream(
    course,
    assignment,
    *,
    student=None,
    engine=None,
    jobs=None,
    again=False,
    isolation=None,
    on_start=lambda total: None,
    on_passed_over=lambda sentence: None,
    on_changed=lambda change: None,
):
    """Grade the class, or one student, and write everything. Yields (Result, whether it is fresh) of each submission once
    all of it is written; memory doesn't grow with the class.

    A submission whose bytes and assignment have not changed since is not graded again, unless `again`. engine(): makes
    what grades, see crew.Here, which it is by default, with `jobs` workers. on_start(total): called once.
    on_passed_over(sentence): called for whatever in submitted/ can't be looked into. on_changed(changes.Change): called for each
    submission whose marks changed though its bytes did not.
    Raises CourseError, files.Busy, worker.Refused; OSError where something can't be read or written.
    """
    course.source(assignment)  # an assignment that is none is told before anything else
    with files.lock(course.lock), contextlib.ExitStack() as open_things:
        fingerprint = course.fingerprint(assignment) + (isolation or "")
        folders = handed_in(course, assignment, student, on_passed_over)
        there = set() if again else recorded(course, assignment)
        on_start(len(folders))
        desk = None
        for folder in folders:
            submission = read(course, assignment, folder, fingerprint)
            if submission.student in there and (kept := still_good(course, assignment, submission)):
                yield kept, False
                continue
            if desk is None:
                jobs = min(jobs or os.cpu_count() or 1, len(folders))
                made = engine() if engine else Here(course, assignment, isolation=isolation, jobs=jobs)
                desk = open_things.enter_context(Desk(course, assignment, made, on_changed))
            yield from desk.put(submission)
        if desk:
            yield from desk.finish()


def still_good(course, assignment, submission):
    """The Result kept from the last time, where grading the Submission again would change nothing; else None."""
    kept = load(course, assignment, submission.student)
    return kept if kept and kept.digest == submission.digest and kept.status != FAULT and _all_written(course, kept) else None


class Desk:
    """Hands submissions to an engine, a bounded number at a time, and writes what comes back: the one writer.

    A group goes into the gradebook in one transaction, then its notebooks and pages are written, and last of all each kept
    result, which was taken away before anything else: whoever finds one finds the rest.
    """

    def __init__(self, course, assignment, engine, on_changed=lambda change: None):
        self._course, self._assignment, self._engine, self._on_changed = course, assignment, engine, on_changed
        self._open_things = contextlib.ExitStack()
        self._book = None
        self._batch, self._sent, self._bytes = [], {}, 0
        self._window = GROUP + 4 * engine.workers * engine.batch
        self._back = queue.SimpleQueue()  # futures that are done
        self._group = []

    def __enter__(self):
        self._open_things.callback(self._engine.close)
        return self

    def __exit__(self, kind, _error, _traceback):
        with self._open_things:
            if kind in (KeyboardInterrupt, GeneratorExit):  # what is graded is kept
                self._write()

    def close(self):
        self._open_things.close()

    def open(self):
        """Open the gradebook, and have the assignment in it."""
        if self._book is None:
            from grader.classroom.gradebook import Book

            self._book = self._open_things.enter_context(Book(self._course))
            self._book.prepare(self._assignment)

    def put(self, submission):
        """Send it, and yield (Result, True) for what was written meanwhile."""
        self._batch.append(submission)
        self._bytes += len(submission.data or b"")
        if len(self._batch) >= self._engine.batch or self._bytes > UNDER_WAY:
            self._send()
        while self._sent and (len(self._sent) * self._engine.batch >= self._window or self._bytes > UNDER_WAY):
            yield from self._next()

    def finish(self):
        """Wait for all that was put, and yield the rest. More may be put afterwards."""
        self._send()
        while self._sent:
            yield from self._next()
        yield from self._write()

    def _send(self):
        if self._batch:
            future = self._engine.submit(self._batch)
            self._sent[future], self._batch = self._batch, []
            future.add_done_callback(self._back.put)

    def _next(self):
        self.open()  # only now: nbgrader takes its time to load, and the workers are at work already
        try:
            future = self._back.get(timeout=PATIENCE)
        except queue.Empty:
            return self._write()
        self._group += self._engine.outcome(future, self._sent[future])
        self._bytes -= sum(len(submission.data or b"") for submission in self._sent.pop(future))
        return self._write() if len(self._group) >= GROUP else ()

    def _write(self):
        group, course, assignment = self._group, self._course, self._assignment
        if not group:
            return ()
        changed = [found for g in group if (found := change(load(course, assignment, g.result.student), g.result))]
        for graded in group:
            result_path(course, assignment, graded.result.student).unlink(missing_ok=True)
        self._book.record(
            assignment, [(g.result.student, g.points, timestamp(course, assignment, g.result.student)) for g in group]
        )
        for graded in group:
            path = autograded_path(course, graded.result)
            if graded.text is None:
                path.unlink(missing_ok=True)
            else:
                files.write(path, graded.text)
        for graded in group:
            keep(course, graded)
        self._group = []
        for found in changed:
            self._on_changed(found)
        return [(graded.result, True) for graded in group]


def keep(course, graded):
    """Write the feedback page, and then the result, whose presence says that all was written."""
    files.write(feedback_path(course, graded.result), graded.page)
    files.write(result_path(course, graded.result.assignment, graded.result.student), graded.told)


def load(course, assignment, student):
    """The Result kept from the last time, or None."""
    try:
        return Result.from_json(json.loads(result_path(course, assignment, student).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def load_all(course, assignment):
    """The kept Results of a class, by student, each read when it is its turn."""
    names = sorted(path.stem for path in (course.state / "results" / assignment).glob("*.json"))
    return (result for name in names if (result := load(course, assignment, name)))


def autograded_path(course, result):
    return course.root / "autograded" / result.student / result.assignment / f"{result.assignment}.ipynb"


def feedback_path(course, result):
    return course.root / "feedback" / result.student / result.assignment / f"{result.assignment}.html"


def result_path(course, assignment, student):
    return course.state / "results" / assignment / f"{student}.json"


def _all_written(course, result):
    return feedback_path(course, result).is_file() and (result.status == UNREADABLE or autograded_path(course, result).is_file())
