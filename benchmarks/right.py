"""What a right submission of each assignment costs, and how many times that of the first one named.

    python benchmarks/right.py [--rounds 8] [--submissions 10] [--assignments ps3_layer ps8_autograd …]

The reference solution through one warm worker for each assignment, in turns, so that a busy machine is busy for all. Processor time of
examiner, fork server and students, page and notebook included; the median of the rounds, and the least.
"""

import argparse
import contextlib
import statistics
from pathlib import Path

from walls import processor

from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course

STUDENTS = 4  # whose probes differ


def main():
    course = Course.find(Path(__file__).parent)
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--rounds", type=int, default=8)
    options.add_argument("--submissions", type=int, default=10)
    options.add_argument("--assignments", nargs="+", default=sorted(course.assignments(), key=lambda name: name != "ps3_layer"))
    args = options.parse_args()
    used = {name: [] for name in args.assignments}
    with contextlib.ExitStack() as open_things:
        workers = {name: open_things.enter_context(Worker(course, name, secret=b"bench")) for name in used}
        right = {name: known.reference(course, name) for name in used}
        for name, worker in workers.items():
            for n in range(STUDENTS):
                graded = worker.grade(f"s{n}", right[name], page=True)
                assert graded.result.score == graded.result.max_score
        for _ in range(args.rounds):
            for name, worker in workers.items():
                before = processor(worker)
                for n in range(args.submissions):
                    worker.grade(f"s{n % STUDENTS}", right[name], page=True)
                used[name].append(1000 * (processor(worker) - before) / args.submissions)
    first, *_ = used.values()
    for name, times in used.items():
        median, least = statistics.median(times), min(times)
        ratios = f"{median / statistics.median(first):.2f} and {least / min(first):.2f} times that of {args.assignments[0]}"
        print(f"{name:20} {median:6.1f} ms of processor time, the least {least:6.1f}: {ratios}")


if __name__ == "__main__":
    main()
