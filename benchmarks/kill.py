"""Kill grading at random moments and see whether it ends as if nothing had happened.

    python benchmarks/kill.py [--kills 50] [--class 200] [--seed 1] [--jobs 2]

A class is graded once undisturbed. Then, for each kill, it is graded anew (every other time over what is there, with --again), and
after a random part of the time that this takes a SIGKILL hits the command itself, or one of its examiners or fork servers; the command
is run again to its end, and gradebook, notebooks, pages and results are compared, byte for byte. Exit code 1 if any differ.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from classroom import ASSIGNMENT, clear, hand_in, lay_out, machine, written


def start(course, jobs, *more):
    command = [sys.executable, "-m", "grader", "grade", ASSIGNMENT, "--jobs", str(jobs), *more]
    return subprocess.Popen(command, cwd=course.root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill(process, kind, random):
    """Kill the process, or one below it: its children are the examiners, theirs the fork servers. Returns what was hit."""
    try:
        examiners = process.children()
        below = {"examiner": examiners, "fork server": [child for one in examiners for child in one.children()]}
        victim = random.choice(below.get(kind) or [process])
        victim.kill()
        return "command" if victim == process else kind
    except psutil.NoSuchProcess:
        return "nothing: it had ended"


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--class", dest="size", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--jobs", type=int, default=2)
    args = options.parse_args()
    rng = random.Random(args.seed)
    print(machine())
    with tempfile.TemporaryDirectory() as scratch:
        course = lay_out(Path(scratch))
        hand_in(course, ASSIGNMENT, args.size)
        started = time.monotonic()
        start(course, args.jobs).wait()
        whole = time.monotonic() - started
        wanted = written(course)
        print(f"{args.size} submissions, {args.jobs} workers, undisturbed: {whole:.1f} s, {len(wanted)} files", flush=True)
        good = 0
        for n in range(args.kills):
            again = n % 2 == 1
            if not again:
                clear(course)
            process = start(course, args.jobs, *(["--again"] if again else []))
            after = rng.uniform(0, whole)
            kind = rng.choice(["command", "command", "examiner", "fork server"])
            time.sleep(after)
            hit = kill(psutil.Process(process.pid), kind, rng)
            process.wait()
            code = start(course, args.jobs).wait()
            found = written(course)
            different = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
            good += not different and code == 0
            print(
                f"{n + 1}: {hit} after {after:.2f} s: {'the same' if not different else different[:5]}, exit {code}", flush=True
            )
    print(f"{good} of {args.kills} ended as undisturbed")
    sys.exit(good != args.kills)


if __name__ == "__main__":
    main()
