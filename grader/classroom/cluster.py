"""Grading beyond one machine: an Executor takes batches to workers anywhere, which keep workers of ours warm.

What travels is bytes: the course as far as grading needs it, its secret among it, to machines that are trusted with both. Student
code never runs in the executor's own processes, but behind the walls of the grader worker that each of them starts.
"""

import contextlib
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import astuple, dataclass
from pathlib import Path

import msgpack

from grader import files
from grader.classroom import signatures
from grader.classroom.handed_in import HandedIn
from grader.classroom.pool import WorkerPool, fault, without_marks
from grader.classroom.worker import Refused
from grader.course.folder import Course, CourseError
from grader.course.settings import CONFIG, NBGRADER_CONFIG
from grader.exam.graded import Graded
from grader.result import FAULT
from grader.words import _

SCHEDULER_SECONDS = 5  # that a scheduler may take to answer


@dataclass(frozen=True)
class Parcel:
    """What a machine needs to grade an assignment, but for the grader itself, which must be installed there."""

    assignment: str
    isolation: str | None
    secret: bytes
    fingerprint: str
    course: dict[str, bytes]  # path in the course: bytes

    @classmethod
    def of(cls, course: Course, assignment: str, isolation: str | None = None) -> "Parcel":
        wanted = [course.root / CONFIG, course.root / NBGRADER_CONFIG, course.solution_path(assignment)]
        wanted += (course.root / "source").glob("*/*.ipynb")
        for folder in (course.root / "release" / assignment, course.content(assignment)):
            wanted += [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        wanted += [course.root / path for path in signatures.paths(course, assignment)]
        contents = {str(path.relative_to(course.root)): path.read_bytes() for path in wanted if path.is_file()}
        return cls(assignment, isolation, course.secret(), course.fingerprint(assignment), contents)


class ExecutorEngine:
    """A pool.Engine whose tasks an Executor runs: Dask's, or any other whose workers can load this package."""

    batch = 25

    def __init__(
        self,
        course: Course,
        assignment: str,
        executor: Executor,
        *,
        workers: int,
        isolation: str | None = None,
        close: Callable[[], object] = lambda: None,
    ):
        self.workers = workers
        self._course, self._assignment = course, assignment
        self._parcel = msgpack.packb(astuple(Parcel.of(course, assignment, isolation)))
        self._executor, self._close = executor, close
        self._futures: set[Future[bytes]] = set()

    def submit(self, batch: list[HandedIn]) -> Future[bytes]:
        future = self._executor.submit(grade_batch, self._parcel, msgpack.packb([astuple(handed_in) for handed_in in batch]))
        self._futures.add(future)
        return future

    def outcome(self, future: Future[bytes], batch: list[HandedIn]) -> list[Graded]:
        self._futures.discard(future)
        try:
            return [Graded(*fields) for fields in msgpack.unpackb(future.result())]
        except Refused:
            raise
        except Exception as error:  # whatever became of the machines, it is no student's mark
            why = fault(f"{type(error).__name__}: {error}"[:200])
            return [without_marks(self._course, self._assignment, handed_in, FAULT, why) for handed_in in batch]

    def close(self) -> None:
        """Let the executor go, and what is still under way."""
        for future in self._futures:
            future.cancel()
        self._executor.shutdown(wait=False)
        self._close()


def dask(course: Course, assignment: str, address: str, *, isolation: str | None = None) -> ExecutorEngine:
    """The engine of the Dask cluster whose scheduler is at `address`. Raises CourseError, OSError."""
    try:
        from distributed import Client
    except ImportError:
        raise CourseError(_("--engine needs Dask: pip install 'backprop-grader[cluster]'.")) from None
    try:
        client = Client(address, timeout=SCHEDULER_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise CourseError(_("There is no Dask scheduler at {address} ({why}).").format(address=address, why=error)) from None
    workers = sum(client.nthreads().values())
    if not workers:
        client.close()
        raise CourseError(_("The Dask scheduler at {address} has no workers.").format(address=address))
    executor = client.get_executor(pure=False, retries=2)
    return ExecutorEngine(course, assignment, executor, workers=workers, isolation=isolation, close=client.close)


def grade_batch(parcel: bytes, batch: bytes) -> bytes:
    """Grade a batch where this process is: see ExecutorEngine. Raises worker.Refused."""
    with _pool_for(parcel) as pool:
        done = pool.grade_all([HandedIn(*fields) for fields in msgpack.unpackb(batch)])
    return msgpack.packb([astuple(graded) for graded in done])


@dataclass
class _Unpacked:
    """A parcel on the machine that grades: its course's folder, the workers for it, and how many tasks use them."""

    folder: tempfile.TemporaryDirectory
    pool: WorkerPool
    users: int = 0


_unpacked: dict[bytes, _Unpacked] = {}
_lock = threading.Lock()


@contextlib.contextmanager
def _pool_for(parcel: bytes) -> Iterator[WorkerPool]:
    """The workers for a parcel, made once in this process; those that nobody uses go when others are made."""
    with _lock:
        if parcel not in _unpacked:
            for old in [key for key, kept in _unpacked.items() if not kept.users]:
                gone = _unpacked.pop(old)
                gone.pool.close()
                gone.folder.cleanup()
            _unpacked[parcel] = _unpack(Parcel(*msgpack.unpackb(parcel)))
        mine = _unpacked[parcel]
        mine.users += 1
    try:
        yield mine.pool
    finally:
        with _lock:
            mine.users -= 1


def _unpack(parcel: Parcel) -> _Unpacked:
    folder = tempfile.TemporaryDirectory(prefix="grader-course-")
    for path, data in parcel.course.items():
        files.write(Path(folder.name, path), data)
    course = Course(folder.name)
    if course.fingerprint(parcel.assignment) != parcel.fingerprint:
        folder.cleanup()
        raise Refused(_("a machine of the cluster has another version of the grader or of its hidden tests; install the same."))
    return _Unpacked(folder, WorkerPool(course, parcel.assignment, parcel.isolation, parcel.secret, page=True))
