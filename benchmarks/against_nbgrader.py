"""Processor time per submission, beside nbgrader and beside the floor, on the same notebooks in one run.

    python benchmarks/against_nbgrader.py [--assignments ps3_layer ps5_batch_layers] [--classes right mistaken] [--ours 40 400]
                                          [--theirs 4 16] [--jobs 1]

Each program grades a small class and a large one, each in bulk, in a course of its own, everything written; the processor seconds are
those of the whole machine, which must do nothing else meanwhile. What a submission costs is the difference by the difference in size; what is left is start-up.
nbgrader is one process at work, so the grader has one worker: where processors are threads of one core, two at work are each counted what they take from the other.
One class is right, in usual and unusual ways; in the other everybody has made one known mistake, which the grader names.
  nbgrader   autograde and generate_feedback, as it comes: its own kernel, which runs the visible checks alone
  grader     grade, with all walls: hidden tests, marks, gradebook, notebook, page
  floor      the notebook's cells run by exec in one process that has NumPy, no walls, no tests, nothing written;
             and the same in a fork for each
"""

import argparse
import itertools
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

from classroom import CLASSES, hand_in, lay_out, machine, measured

from grader.notebook.cells import code_to_run
from grader.notebook.read import parse

PLAIN_NBGRADER = """c = get_config()
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ComputeChecksums",
]
"""


def ours(assignment, kind, size, jobs):
    with tempfile.TemporaryDirectory() as scratch:
        course = lay_out(Path(scratch), assignment)
        hand_in(course, assignment, size, kind)
        return measured("grader", "grade", assignment, "--jobs", jobs, cwd=course.root, sample=None).cpu


def theirs(assignment, kind, size, jobs):
    with tempfile.TemporaryDirectory() as scratch:
        course = lay_out(Path(scratch), assignment)
        hand_in(course, assignment, size, kind)
        (course.root / "nbgrader_config.py").write_text(PLAIN_NBGRADER)
        measured("nbgrader", "generate_assignment", assignment, "--force", cwd=course.root, sample=None)
        verbs = ("autograde", "generate_feedback")
        return sum(measured("nbgrader", verb, assignment, cwd=course.root, sample=None).cpu for verb in verbs)


def slope(cost, assignment, kind, sizes, jobs):
    """(seconds for each submission, seconds of start-up), from two sizes of a class."""
    small, large = sizes
    at_small, at_large = (cost(assignment, kind, size, jobs) for size in sizes)
    each = (at_large - at_small) / (large - small)
    return each, at_small - small * each


def floor(assignment, kind, size=200):
    """Seconds for each notebook whose cells are run in this process; and in a fork for each."""
    import matplotlib
    import numpy as np  # noqa: F401

    matplotlib.use("agg")
    with tempfile.TemporaryDirectory() as scratch:
        course = lay_out(Path(scratch), assignment)
        hand_in(course, assignment, size, kind)
        paths = sorted(course.submitted.rglob("*.ipynb"))
        data = course.root / "release" / assignment
        here, os_out = os.getcwd(), sys.stdout
        os.chdir(data)
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
        try:
            run_cells(paths[0])
            before = cpu()
            for path in paths:
                run_cells(path)
            plain = cpu() - before
            for path in paths:
                if (pid := os.fork()) == 0:
                    run_cells(path)
                    os._exit(0)
                os.waitpid(pid, 0)
            forked = cpu() - before - plain
        finally:
            sys.stdout = os_out
            os.chdir(here)
    return plain / size, forked / size


def run_cells(path):
    space = {}
    for _number, source in code_to_run(parse(path.read_bytes())):
        try:
            exec(source, space)
        except Exception:
            pass  # a wrong solution; the next cell runs all the same


def cpu():
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--assignments", nargs="+", default=["ps3_layer", "ps5_batch_layers"])
    options.add_argument("--classes", nargs="+", choices=CLASSES, default=CLASSES)
    options.add_argument("--ours", nargs=2, type=int, default=(40, 400))
    options.add_argument("--theirs", nargs=2, type=int, default=(4, 16))
    options.add_argument("--jobs", type=int, default=1)
    args = options.parse_args()
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))  # nbgrader runs `alembic`
    print(machine())
    for assignment, kind in itertools.product(args.assignments, args.classes):
        started = time.monotonic()
        each, startup = slope(ours, assignment, kind, args.ours, args.jobs)
        print(f"{assignment}, {kind}: grader {1000 * each:.1f} ms a submission, start-up {startup:.1f} s", flush=True)
        plain, forked = floor(assignment, kind)
        beside = f"{each / plain:.1f} and {each / forked:.1f}"
        print(f"{assignment}, {kind}: floor {1000 * plain:.1f} ms, in a fork {1000 * forked:.1f} ms: {beside}", flush=True)
        nbgraders, startup = slope(theirs, assignment, kind, args.theirs, args.jobs)
        print(f"{assignment}, {kind}: nbgrader {1000 * nbgraders:.0f} ms a submission, start-up {startup:.1f} s", flush=True)
        seconds = time.monotonic() - started
        print(f"{assignment}, {kind}: nbgrader by grader: {nbgraders / each:.1f}   ({seconds:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
