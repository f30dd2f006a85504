"""Grade what arrives in submitted/, as it arrives: a student is waiting."""

import contextlib
import functools
import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import watchfiles

from grader import files
from grader.classroom.changes import Change
from grader.classroom.collect import lies_there, passed_over, read
from grader.classroom.gradebook_read import recorded
from grader.classroom.pool import LocalEngine
from grader.classroom.store import still_good
from grader.classroom.writer import ClassWriter
from grader.course.folder import Course, CourseError
from grader.notebook.read import Unreadable, read_file
from grader.result import Result
from grader.words import _

SETTLE_SECONDS = 1.0  # without a change, after which a file that isn't JSON is taken for what was handed in
REFRESH_SECONDS = 10.0  # after which it is looked whether the hidden tests are still the same
RETRY_SECONDS = 0.5  # before reports that broke off are asked for again
LOOK_SECONDS = 2.0  # between looks at everything, for what the system didn't report


def watch(
    course: Course,
    assignment: str | None = None,
    *,
    isolation: str | None = None,
    jobs: int = 1,
    on_ready: Callable[[], object] = lambda: None,
    on_passed_over: Callable[[str], object] = lambda sentence: None,
    on_changed: Callable[[str, Change], object] = lambda assignment, change: None,
) -> Iterator[Result]:
    """Yield the Result of each submission that is there ungraded, or arrives or changes, once all of it is written. Never ends,
    whatever lies there.

    assignment: only this one. on_ready(): called once what was there is graded, and what comes is waited for.
    on_passed_over(sentence): called once for whatever can't be looked into. on_changed(assignment, changes.Change): as for
    `grade.stream`. The course's lock is held only while something is graded. Raises CourseError, worker.Refused; OSError where something can't be written.
    """
    names = [assignment] if assignment else course.assignments()
    if assignment:
        course.source(assignment)  # a name that is none is said before anything else
    if not course.submitted.is_dir():
        raise CourseError(_("Nothing to watch: there is no folder {folder}.").format(folder=course.submitted))
    with contextlib.ExitStack() as open_things:
        watchers = {
            name: AssignmentWatcher(course, name, isolation, jobs, open_things, functools.partial(on_changed, name))
            for name in names
        }
        arrivals = _Arrivals(course, names, on_passed_over)
        if assignment:
            with files.lock(course.lock, wait=float("inf")):
                watchers[assignment].open()
        yield from _grade(course, watchers, arrivals.look())
        on_ready()
        for changed in _changes(course.submitted):
            yield from _grade(course, watchers, arrivals.look(changed))
            if not changed:
                for watcher in watchers.values():
                    watcher.refresh()


def _changes(folder):
    """Yield what changes below a folder, as names of what lies in it; now and then none. Never ends: where the system's reports
    break off, at a name that is no UTF-8 for example, it is listened anew, and meanwhile `_Arrivals` looks by itself."""
    options = {"step": 5, "debounce": 50, "rust_timeout": 500, "yield_on_timeout": True, "ignore_permission_denied": True}
    while True:
        with contextlib.suppress(OSError, RuntimeError):
            for changes in watchfiles.watch(folder, watch_filter=None, **options):
                yield {os.path.relpath(path, folder).split(os.sep)[0] for _change, path in changes} - {os.curdir, os.pardir}
        yield set()
        time.sleep(RETRY_SECONDS)


def _grade(course, watchers, arrived):
    if arrived:
        with files.lock(course.lock, wait=float("inf")):
            for assignment, students in arrived.items():
                for result, _fresh in watchers[assignment].grade(students):
                    yield result


class AssignmentWatcher:
    """One assignment's workers and its place in the gradebook, kept ready from the first submission on."""

    def __init__(
        self,
        course: Course,
        assignment: str,
        isolation: str | None,
        jobs: int,
        open_things: contextlib.ExitStack,
        on_changed: Callable[[Change], object],
    ):
        self._course, self._assignment, self._isolation, self._jobs = course, assignment, isolation, jobs
        self._open_things, self._on_changed = open_things, on_changed
        self._writer: ClassWriter | None = None
        self._fingerprint, self._read = "", float("-inf")

    def grade(self, students: list[str]) -> Iterator[tuple[Result, bool]]:
        """Grade what these students handed in, where it wasn't graded yet; yields (Result, True) once all of it is written."""
        there = recorded(self._course, self._assignment)
        self.refresh()
        for student in students:
            one = read(self._course, self._assignment, student, self._fingerprint)
            if one.data is None and _look(self._course, student, self._assignment) is None:
                continue  # it was taken away again
            if one.student not in there or not still_good(self._course, self._assignment, one):
                yield from self.open().put(one)
        if self._writer:
            yield from self._writer.finish()

    def open(self) -> ClassWriter:
        """The writer, with workers and the gradebook ready."""
        self.refresh()
        if self._writer is None:
            engine = LocalEngine(self._course, self._assignment, isolation=self._isolation, jobs=self._jobs)
            writer = ClassWriter(self._course, self._assignment, engine, self._on_changed)
            self._writer = self._open_things.enter_context(writer)
            engine.start()
            writer.open()
        return self._writer

    def refresh(self) -> None:
        """Let the workers go if what they grade by has changed."""
        if time.monotonic() - self._read > REFRESH_SECONDS:
            self._read = time.monotonic()
            fingerprint = self._course.fingerprint(self._assignment) + (self._isolation or "")
            if self._writer and fingerprint != self._fingerprint:
                self._writer.close()
                self._writer = None
            self._fingerprint = fingerprint


@dataclass
class _Arrivals:
    """What is in submitted/, and what of it has changed since the last look."""

    course: object
    assignments: list
    on_passed_over: object
    _seen: dict = field(default_factory=dict)  # (student, assignment): what the file looked like when it was taken
    _unsure: dict = field(default_factory=dict)  # the same of files that aren't JSON, and since when they look like that
    _said: set = field(default_factory=set)  # sentences about what is passed over
    _looked: float = float("-inf")

    def look(self, changed=()):
        """{assignment: students} whose notebook is new, or another, and whole. changed: students to look at; now and then all."""
        students = set(changed) | {student for student, _assignment in self._unsure}
        if time.monotonic() - self._looked > LOOK_SECONDS:
            students, self._looked = _names_in(self.course.submitted), time.monotonic()
        arrived = {}
        for student in sorted(students):
            for assignment in self.assignments:
                try:
                    if self._is_new(student, assignment):
                        arrived.setdefault(assignment, []).append(student)
                except OSError as error:
                    self._say(passed_over(student, error))
        return arrived

    def _say(self, sentence):
        if sentence not in self._said:
            self._said.add(sentence)
            self.on_passed_over(sentence)

    def _is_new(self, student, assignment):
        key, look = (student, assignment), _look(self.course, student, assignment)
        if look is None:
            self._seen.pop(key, None)
            self._unsure.pop(key, None)
        if look is None or self._seen.get(key) == look:
            return False
        paths = self.course.submission_paths(student, assignment)
        was, since = self._unsure.get(key, (None, None))
        whole = all(_is_whole(path, self.course.submitted) for path in paths if _look_of_file(path))
        if not whole and (was != look or time.monotonic() - since < SETTLE_SECONDS):
            self._unsure[key] = look, since if was == look else time.monotonic()
            return False
        self._unsure.pop(key, None)
        self._seen[key] = look
        return True


def _look(course, student, assignment):
    """What a notebook looks like from outside, to tell whether it has changed; None where there is none. Raises OSError where
    its folder can't be looked into: see `collect.lies_there`."""
    if not lies_there(course, student, assignment):
        return None
    looks = tuple(map(_look_of_file, course.submission_paths(student, assignment)))
    return looks if any(looks) else None


def _look_of_file(path):
    try:
        found = os.stat(path, follow_symlinks=False)
        return found.st_mtime_ns, found.st_size, found.st_ino
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return (error.errno,)  # there is something, and grading says what of it can't be read


def _names_in(folder):
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _is_whole(path, below):
    """Whether the file is JSON to its end: then nobody is still writing it."""
    try:
        json.loads(read_file(path, below=below))
        return True
    except (Unreadable, ValueError, RecursionError):
        return False
