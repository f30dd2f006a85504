"""What the walls cost: milliseconds for one submission with full walls, partial ones, and none.

    python benchmarks/walls.py [--submissions 40] [--assignment ps3_layer]

The reference solution, again and again, through one warm worker for each level, in turns so that a busy machine is busy for all.
Wall time is the median; processor time is that of the whole worker (examiner, fork server, students) by cgroup-free counting:
its processes' own and of the children that they waited for.
"""

import argparse
import contextlib
import statistics
import time
from pathlib import Path

import psutil

from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course

LEVELS = ("full", "partial", "none")


def processor(worker):
    """Seconds of processor time of a worker's processes and of those that they have waited for."""
    family = [psutil.Process(worker._process.pid), *psutil.Process(worker._process.pid).children(recursive=True)]
    return sum(sum(one.cpu_times()[:4]) for one in family)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--submissions", type=int, default=40)
    options.add_argument("--assignment", default="ps3_layer")
    args = options.parse_args()
    course = Course.find(Path(__file__).parent)
    data = known.reference(course, args.assignment)
    walls, cpu = {level: [] for level in LEVELS}, {}
    with contextlib.ExitStack() as open_things:
        workers = {
            level: open_things.enter_context(Worker(course, args.assignment, isolation=level, secret=b"bench"))
            for level in LEVELS
        }
        for worker in workers.values():
            worker.grade("warm", data)
        before = {level: processor(worker) for level, worker in workers.items()}
        for _ in range(args.submissions):
            for level, worker in workers.items():
                started = time.monotonic()
                graded = worker.grade("ada", data)
                walls[level].append(1000 * (time.monotonic() - started))
                assert graded.result.score == graded.result.max_score
        for level, worker in workers.items():
            cpu[level] = 1000 * (processor(worker) - before[level]) / args.submissions
    for level in LEVELS:
        median = statistics.median(walls[level])
        extra = f"  {median - statistics.median(walls['none']):+.1f} ms" if level != "none" else ""
        print(f"{level:8} {median:6.1f} ms wall, {cpu[level]:6.1f} ms of processor time{extra}")


if __name__ == "__main__":
    main()
