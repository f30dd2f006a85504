"""Grading beyond one machine: an Executor takes batches to workers anywhere, which keep workers of ours warm.

What travels is bytes: the course as far as grading needs it, its secret among it, to machines that are trusted with both. Student
code never runs in the executor's own processes, but behind the walls of the grader worker that each of them starts.
"""

import contextlib
import tempfile
import threading
from dataclasses import astuple, dataclass
from pathlib import Path

import msgpack

from grader import files
from grader.classroom.pool import Crew, Submission, fault, without_marks
from grader.classroom.worker import Graded, Refused
from grader.course.folder import CONFIG, Course, CourseError
from grader.result import FAULT
from grader.words import _

ANSWER = 5  # seconds that a scheduler may take


@dataclass(frozen=True)
class Parcel:
    """What a machine needs to grade an assignment, but for the grader itself, which must be installed there."""

    assignment: str
    isolation: str | None
    secret: bytes
    fingerprint: str
    course: dict  # path in the course: bytes

    @classmethod
    def of(cls, course, assignment, isolation=None):
        wanted = [course.root / CONFIG, course.solution_path(assignment), *map(course.source_path, course.assignments())]
        for folder in (course.root / "release" / assignment, course.content(assignment)):
            wanted += [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        contents = {str(path.relative_to(course.root)): path.read_bytes() for path in wanted}
        return cls(assignment, isolation, course.secret(), course.fingerprint(assignment), contents)


class Elsewhere:
    """An engine (see crew.Here) whose tasks an Executor runs: Dask's, or any other whose workers can load this package."""

    batch = 25

    def __init__(self, course, assignment, executor, *, workers, isolation=None, close=lambda: None):
        self.workers = workers
        self._course, self._assignment = course, assignment
        self._parcel = msgpack.packb(astuple(Parcel.of(course, assignment, isolation)))
        self._executor, self._close = executor, close
        self._futures = set()

    def submit(self, batch):
        """A Future of what came of each Submission of `batch`, in order."""
        future = self._executor.submit(grade_batch, self._parcel, msgpack.packb([astuple(submission) for submission in batch]))
        self._futures.add(future)
        return future

    def outcome(self, future, batch):
        self._futures.discard(future)
        try:
            return [Graded(*told) for told in msgpack.unpackb(future.result())]
        except Refused:
            raise
        except Exception as error:  # whatever became of the machines, it is no student's mark
            why = fault(f"{type(error).__name__}: {error}"[:200])
            return [without_marks(self._course, self._assignment, submission, FAULT, why) for submission in batch]

    def close(self):
        """Let the executor go, and what is still under way."""
        for future in self._futures:
            future.cancel()
        self._executor.shutdown(wait=False)
        self._close()


def dask(course, assignment, address, *, isolation=None):
    """The engine of the Dask cluster whose scheduler is at `address`. Raises CourseError, OSError."""
    try:
        from distributed import Client
    except ImportError:
        raise CourseError(_("--engine needs Dask: pip install 'backprop-grader[cluster]'.")) from None
    try:
        client = Client(address, timeout=ANSWER, set_as_default=False)
    except (OSError, ValueError) as error:
        raise CourseError(_("There is no Dask scheduler at {address} ({why}).").format(address=address, why=error)) from None
    workers = sum(client.nthreads().values())
    if not workers:
        client.close()
        raise CourseError(_("The Dask scheduler at {address} has no workers.").format(address=address))
    executor = client.get_executor(pure=False, retries=2)
    return Elsewhere(course, assignment, executor, workers=workers, isolation=isolation, close=client.close)


def grade_batch(parcel, batch):
    """Grade a batch where this process is. Both arguments and the result are bytes: see Elsewhere. Raises worker.Refused."""
    with _crew(parcel) as crew:
        done = crew.grade_all([Submission(*told) for told in msgpack.unpackb(batch)])
    return msgpack.packb([astuple(graded) for graded in done])


_crews = {}  # parcel: [its Crew, its course's folder, how many tasks use it]
_lock = threading.Lock()


@contextlib.contextmanager
def _crew(parcel):
    """The Crew for a parcel, made once in this process; one that nobody uses goes when another is made."""
    with _lock:
        if parcel not in _crews:
            for old in [key for key, (_crew, _folder, users) in _crews.items() if not users]:
                crew, folder, _users = _crews.pop(old)
                crew.close()
                folder.cleanup()
            _crews[parcel] = [*_unpacked(Parcel(*msgpack.unpackb(parcel))), 0]
        _crews[parcel][2] += 1
    try:
        yield _crews[parcel][0]
    finally:
        with _lock:
            _crews[parcel][2] -= 1


def _unpacked(parcel):
    folder = tempfile.TemporaryDirectory(prefix="grader-course-")
    for path, data in parcel.course.items():
        files.write(Path(folder.name, path), data)
    course = Course(folder.name)
    if course.fingerprint(parcel.assignment) != parcel.fingerprint:
        folder.cleanup()
        raise Refused(_("a machine of the cluster has another version of the grader or of its hidden tests; install the same."))
    return Crew(course, parcel.assignment, parcel.isolation, parcel.secret, page=True), folder
