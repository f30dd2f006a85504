"""How many messages hidden tests send to a student's process, for right submissions and mistaken ones.

    python benchmarks/messages.py [ASSIGNMENT ...]

The reference solution, each control and each known wrong solution, graded once. Of the reference: messages, and how many hidden
test files there are; each has one, and a call with a limit of its own one more. Of the controls: how many send no more than
the reference. Of the wrong ones: the mean, and the most.
"""

import argparse
import statistics
from pathlib import Path

from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course


def main():
    course = Course.find(Path(__file__).parent)
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("assignments", nargs="*", default=sorted(course.assignments()))
    everything = []
    for assignment in options.parse_args().assignments:

        def sent(*solutions, assignment=assignment):
            with Worker(course, assignment, secret=b"bench") as worker:
                return [
                    worker.grade("ada", known.reference(course, assignment, **{one.exercise: one.code for one in those})).messages
                    for those in solutions
                ]

        (reference,) = sent(())
        controls = sent(*((one,) for one in known.controls(course, assignment)))
        wrong = sent(*((one,) for one in known.wrong_solutions(course, assignment)))
        everything += wrong
        files = len(list((course.root / "grader" / "assignments" / assignment).glob("test_*.py")))
        print(
            f"{assignment:18} reference {reference} for {files} files; {sum(n <= reference for n in controls)} of {len(controls)} "
            f"controls no more; {len(wrong)} wrong: {statistics.mean(wrong):.1f} on average, {max(wrong)} at most",
            flush=True,
        )
    print(f"all {len(everything)} wrong: {statistics.mean(everything):.1f} on average")


if __name__ == "__main__":
    main()
