"""What the one process that hands out submissions and writes results can bear, with workers that take no time.

    python benchmarks/coordinator.py [--assignment ps3_layer] [--sizes 1000 10000]

One submission is graded for once; then each of a class comes back at once with that result, and is written as ever: gradebook, notebook,
page, kept result. Prints submissions by wall second, this process's processor time for each, its memory at most and what lies on the disk.
"""

import argparse
import resource
import tempfile
import time
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from classroom import ASSIGNMENT, clear, hand_in, lay_out, machine

from grader.classroom import grade
from grader.classroom.worker import Worker
from grader.exam.graded import Graded


class AtOnce:
    """An engine whose workers have the same answer ready for everybody."""

    workers, batch = 2, 1

    def __init__(self, graded, notebook):
        self._graded, self._notebook = graded, notebook

    def submit(self, batch):
        future = Future()
        future.set_result([self._answer(submission) for submission in batch])
        return future

    def outcome(self, future, _batch):
        return future.result()

    def close(self):
        pass

    def _answer(self, submission):
        result = replace(self._graded.result, student=submission.student, digest=submission.digest)
        return replace(Graded.of(result, self._graded.points, page=False), texts=self._graded.texts, page=self._graded.page)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--assignment", default=ASSIGNMENT)
    options.add_argument("--sizes", nargs="+", type=int, default=(1000, 10000))
    args = options.parse_args()
    print(machine())
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            course = lay_out(Path(scratch), args.assignment)
            hand_in(course, args.assignment, size)
            one = course.submission_path("student000002", args.assignment)
            with Worker(course, args.assignment) as worker:
                graded = worker.grade("student000002", one.read_bytes(), page=True)
            clear(course)
            started, before = time.monotonic(), cpu()
            for _ in grade.stream(course, args.assignment, engine=lambda: AtOnce(graded, None)):
                pass
            wall, used = time.monotonic() - started, cpu() - before
            started = time.monotonic()
            fresh = sum(is_fresh for _result, is_fresh in grade.stream(course, args.assignment))
            again = time.monotonic() - started
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            book = course.database.stat().st_size / size
            pages = sum(
                path.stat().st_size
                for name in ("autograded", "feedback", ".grader")
                for path in (course.root / name).rglob("*.*")
            )
            print(
                f"{size}: {size / wall:.0f} a second, {1000 * used / size:.2f} ms of CPU each; {peak:.0f} MB at most; on disk "
                f"{book / 1000:.1f} kB of gradebook and {pages / size / 1000:.0f} kB of files each; "
                f"again, {fresh} changed: {again:.2f} s",
                flush=True,
            )


def cpu():
    return sum(resource.getrusage(resource.RUSAGE_SELF)[:2])


if __name__ == "__main__":
    main()
