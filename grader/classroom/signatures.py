"""The error model's signatures of a course, made ahead: `grader release` does, and `grader grade` where some are missing."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

from grader.classroom.worker import Refused, Worker, WorkerDied
from grader.course.folder import Course, CourseError
from grader.exam.whys import signatures
from grader.exam.whys.model import Model


def stale(course: Course, assignment: str) -> list[str]:
    """The exercises whose signatures are missing, or of other code than there is now; none where no hidden tests ask anything."""
    if not course.has_hidden_tests(assignment):
        return []
    model = Model(course, assignment)
    exercises = [name for name in course.solution_cells(assignment) if model.tests(name).is_file()]
    return [name for name in exercises if not signatures.is_fresh(model.path(name), model.digest(name))]


def make(
    course: Course, assignments: Iterable[str], *, isolation: str | None = None, jobs: int | None = None
) -> Iterator[tuple[str, str, int]]:
    """Make what is stale, in `jobs` workers. Yields (assignment, exercise, how many mutants there are)."""
    wanted = sorted(((name, stale(course, name)) for name in assignments), key=lambda one: -len(one[1]))
    with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as executor:
        for made in executor.map(lambda one: _made(course, one[0], one[1], isolation), [one for one in wanted if one[1]]):
            yield from made


def make_meanwhile(course: Course, assignment: str, isolation: str | None) -> Callable[[], None]:
    """Make what is stale in a worker of its own, beside whatever else is done. Returns what ends that: exercises that are done
    are kept, and nobody waits for the others."""
    ended = threading.Event()
    workers: list[Worker] = []

    def work():
        try:
            exercises = stale(course, assignment)
            if not exercises or ended.is_set():
                return
            workers.append(Worker(course, assignment, isolation=isolation, secret=course.secret(create=False)))
            for exercise in exercises:
                if ended.is_set():
                    break
                workers[0].make_signatures(exercise)
        except (WorkerDied, Refused, CourseError, OSError, ValueError):
            pass  # whoever grades says why; causes that are stored are named all the same

    def end():
        ended.set()
        while thread.is_alive():
            for worker in workers:  # which may only just have been started
                worker.kill()
            thread.join(0.1)
        for worker in workers:
            worker.close()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return end


def _made(course, assignment, exercises, isolation):
    with Worker(course, assignment, isolation=isolation, secret=course.secret(create=False)) as worker:
        return [(assignment, exercise, worker.make_signatures(exercise)) for exercise in exercises]


def paths(course: Course, assignment: str) -> list[str]:
    """Where the signatures of an assignment are, those that there are: whatever grades elsewhere needs them, too."""
    folder = course.state / "signatures" / assignment
    return sorted(str(path.relative_to(course.root)) for path in folder.glob("*.json"))
