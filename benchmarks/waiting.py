"""How long one student waits: a single check in a fresh process, and a notebook that arrives where grading watches.

    python benchmarks/waiting.py [--assignment ps3_layer] [--times 15]

grader check   from the command to its end, wall seconds; the first, which finds cold files, is left out
grader watch   from the moment a file is moved into submitted/ to the line that says its marks, when all of it is written; the first
               arrivals, by which it becomes warm, are left out
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from classroom import ASSIGNMENT, hand_in, lay_out, machine, measured

WARMING = 40  # arrivals before it counts: every kind of notebook in the class comes once


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--assignment", default=ASSIGNMENT)
    options.add_argument("--times", type=int, default=15)
    args = options.parse_args()
    print(machine())
    with tempfile.TemporaryDirectory() as scratch:
        course = lay_out(Path(scratch, "course"), args.assignment)
        hand_in(course, args.assignment, WARMING + args.times)
        waiting = sorted(course.submitted.glob("*"))
        notebook = course.submission_path(waiting[0].name, args.assignment)
        walls = [measured("grader", "check", notebook, cwd=course.root, sample=None).wall for _ in range(args.times + 1)][1:]
        print(say("grader check, a fresh process", walls))
        aside = Path(scratch, "aside")
        os.rename(course.submitted, aside)
        course.submitted.mkdir()
        command = [sys.executable, "-m", "grader", "watch", "submitted", "--assignment", args.assignment]
        with subprocess.Popen(command, cwd=course.root, stdout=subprocess.PIPE, text=True) as watching:
            watching.stdout.readline()
            times = []
            for student in waiting:
                started = time.monotonic()
                os.rename(aside / student.name, course.submitted / student.name)
                watching.stdout.readline()
                times.append(time.monotonic() - started)
                time.sleep(0.05)
            watching.terminate()
        print(say("grader watch, warm", times[WARMING:]))


def say(what, times):
    spread = f"{1000 * min(times):.0f} to {1000 * max(times):.0f}"
    return f"{what}: {1000 * statistics.median(times):.0f} ms (median of {len(times)}; {spread})"


if __name__ == "__main__":
    main()
