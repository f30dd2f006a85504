"""What it costs to say why, of mistakes that nobody stored: those of a set of tests/unseen/.

    python benchmarks/naming.py learn [ASSIGNMENT ...] [--sample 12] [--seed 0]

Of each assignment, solutions drawn with --seed that lose a part and are put down to no stored mistake. Each is graded by one warm
worker with naming and without, in turns, so that a busy machine is busy for both: the better of two times, after one that
loads what is kept. Processor time of examiner, fork server and students; the difference is what naming costs. The median and the
most of an assignment, and how many times as long grading takes. Signatures must be there: `grader release` makes them.
"""

import argparse
import random
import re
import statistics
import sys

from unseen import UNSEEN, solutions
from walls import processor

from grader.classroom.signatures import stale
from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course
from grader.result import PASSED

TIMES = 3  # that each is graded for one figure: the system counts processor time in hundredths of a second


def cost(course, assignment, chosen):
    """[(Solution, milliseconds without naming, with it)] of those that no stored mistake is named for."""
    stored = {one.id for one in known.wrong_solutions(course, assignment)}
    found = []
    with Worker(course, assignment, secret=b"benchmark") as worker:

        def milliseconds(causes):
            before = processor(worker)
            for _ in range(TIMES):
                worker.grade("benchmark", data, causes=causes)
            return 1000 * (processor(worker) - before) / TIMES

        for one in chosen:
            data = known.reference(course, assignment, **{one.exercise: one.code})
            lost = [part for _exercise, part in worker.grade("benchmark", data).result.parts if part.outcome != PASSED]
            if not lost or any(stored & {*re.split(" and | or ", part.misconception or "")} for part in lost):
                continue
            without, with_it = zip(*((milliseconds(False), milliseconds(True)) for _ in range(2)), strict=True)
            found.append((one, min(without), min(with_it)))
    return found


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("set", choices=sorted(path.name for path in UNSEEN.iterdir() if path.is_dir()))
    options.add_argument("assignments", nargs="*")
    options.add_argument("--sample", type=int, default=12)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--each", action="store_true", help="a line for each solution")
    args = options.parse_args()
    course, every = Course.find(), []
    for assignment in args.assignments or course.assignments():
        if missing := stale(course, assignment):
            sys.exit(f"{assignment}: no signatures of {', '.join(missing)}: `grader release {assignment}` makes them.")
        all_of_them = solutions(args.set, [assignment])
        chosen = random.Random(args.seed).sample(all_of_them, min(args.sample, len(all_of_them)))
        found = cost(course, assignment, chosen)
        if args.each:
            for one, without, with_it in found:
                print(f"  {one.exercise}/{one.name}: {with_it - without:.0f} ms, beside {without:.0f} ms without", flush=True)
        every += found
        print(f"{assignment}: {_said(found)}", flush=True)
    print(f"all: {_said(every)}")


def _said(found):
    if not found:
        return "none that is put down to no stored mistake"
    naming = [with_it - without for _one, without, with_it in found]
    ratio = sum(with_it for _one, _without, with_it in found) / sum(without for _one, without, _with in found)
    return (
        f"{len(found)} mistakes; naming takes {statistics.median(naming):.0f} ms, the most {max(naming):.0f} ms; "
        f"grading takes {ratio:.1f} times as long with it"
    )


if __name__ == "__main__":
    sys.exit(main())
