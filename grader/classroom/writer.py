"""The one writer: hands submissions to an engine, and writes what comes back into gradebook, notebooks, pages and results."""

import contextlib
import queue
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from grader import files
from grader.classroom.changes import Change, change
from grader.classroom.collect import timestamp
from grader.classroom.dates import Dates
from grader.classroom.given import shown
from grader.classroom.handed_in import HandedIn
from grader.classroom.pool import Engine
from grader.classroom.stand_in import stand_in
from grader.classroom.store import autograded_paths, keep, load, result_path
from grader.course.folder import Course
from grader.exam.graded import Graded
from grader.result import GRADED, Result

if TYPE_CHECKING:
    from grader.classroom.gradebook import Book

GROUP_SUBMISSIONS = 32  # written together, and at most
GROUP_SECONDS = 0.5  # that the first of a group waits for the others
UNDER_WAY_BYTES = 64 << 20  # of submissions handed to the engine and not yet written


class ClassWriter:
    """Writes the marks of one assignment. Use as a context manager, or `close` it.

    Submissions go to the engine a bounded number at a time. A group goes into the gradebook in one transaction, then its
    notebooks and pages are written, and last of all each kept result, which was taken away before anything else: whoever finds
    one finds the rest. on_changed: called for each submission whose marks changed though its bytes did not.
    """

    def __init__(
        self, course: Course, assignment: str, engine: Engine, on_changed: Callable[[Change], object] = lambda change: None
    ):
        self._course, self._assignment, self._engine, self._on_changed = course, assignment, engine, on_changed
        self._open_things = contextlib.ExitStack()
        self._book: Book | None = None
        self._batch: list[HandedIn] = []
        self._sent: dict[Future[Any], list[HandedIn]] = {}
        self._bytes = 0
        self._window = GROUP_SUBMISSIONS + 4 * engine.workers * engine.batch
        self._done: queue.SimpleQueue[Future[Any]] = queue.SimpleQueue()
        self._group: list[Graded] = []

    def __enter__(self) -> Self:
        self._open_things.callback(self._engine.close)
        return self

    def __exit__(self, kind: type[BaseException] | None, _error: BaseException | None, _traceback: TracebackType | None) -> None:
        with self._open_things:
            if kind in (KeyboardInterrupt, GeneratorExit):  # what is graded is kept
                self._write()

    def close(self) -> None:
        self._open_things.close()

    def open(self) -> "Book":
        """The gradebook, opened, with the assignment in it."""
        if self._book is None:
            from grader.classroom.gradebook import Book

            self._book = self._open_things.enter_context(Book(self._course))
            self._book.prepare(self._assignment)
        return self._book

    def put(self, handed_in: HandedIn) -> Iterator[tuple[Result, bool]]:
        """Send it, and yield (Result, True) for what was written meanwhile."""
        self._batch.append(handed_in)
        self._bytes += len(handed_in.data or b"")
        if len(self._batch) >= self._engine.batch or self._bytes > UNDER_WAY_BYTES:
            self._send()
        while self._sent and (len(self._sent) * self._engine.batch >= self._window or self._bytes > UNDER_WAY_BYTES):
            yield from self._next()

    def finish(self) -> Iterator[tuple[Result, bool]]:
        """Wait for all that was put, and yield the rest. More may be put afterwards."""
        self._send()
        while self._sent:
            yield from self._next()
        yield from self._write()

    def _send(self) -> None:
        if self._batch:
            future = self._engine.submit(self._batch)
            self._sent[future], self._batch = self._batch, []
            future.add_done_callback(self._done.put)

    def _next(self) -> Iterable[tuple[Result, bool]]:
        self.open()  # only now: nbgrader takes its time to load, and the workers are at work already
        try:
            future = self._done.get(timeout=GROUP_SECONDS)
        except queue.Empty:
            return self._write()
        self._group += self._engine.outcome(future, self._sent[future])
        self._bytes -= sum(len(handed_in.data or b"") for handed_in in self._sent.pop(future))
        return self._write() if len(self._group) >= GROUP_SUBMISSIONS else ()

    def _write(self) -> Iterable[tuple[Result, bool]]:
        group, self._group = self._group, []
        if group:
            group = write(self._course, self._assignment, self.open(), group, self._on_changed)
        return [(graded.result, True) for graded in group]


def write(
    course: Course,
    assignment: str,
    book: "Book",
    group: list[Graded],
    on_changed: Callable[[Change], object] = lambda change: None,
) -> list[Graded]:
    """Write a group of submissions of one assignment, each of another student's: whoever finds a kept result finds the rest.
    Returns them with what a person gave."""
    changed = [found for g in group if (found := change(load(course, assignment, g.result.student), g.result))]
    for graded in group:
        result_path(course, assignment, graded.result.student).unlink(missing_ok=True)
    marks = [(g.result.student, g.points, timestamp(course, assignment, g.result.student)) for g in group]
    book.record(assignment, marks)
    group = shown(course, assignment, group)
    for graded in group:
        for name, path in autograded_paths(course, graded.result).items():
            if graded.texts.get(name) is not None:
                files.write(path, graded.texts[name])
            elif graded.result.status == GRADED:  # of several one was not handed in
                path.unlink(missing_ok=True)
            else:
                files.write(path, stand_in(course, graded.result, name))
    dates = Dates(course, assignment)
    for graded in group:
        keep(course, graded, dates)
    for found in changed:
        on_changed(found)
    return group
