"""What a worker keeps of the submissions that it has graded: nothing.

    python benchmarks/leaks.py [--submissions 1000] [--level full] [--hostile]

One worker grades right, wrong and, with --hostile, hostile submissions in turn, and every tenth part of the way its open files,
processes, mounts and memory are printed, with the time that the reference then takes. Memory is that of the examiner and the
fork server, unshared.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parent.parent))

from grader.course import known
from grader.course.folder import Course
from tests import siege

QUICK = (
    "A01",
    "A02",
    "B01",
    "B02",
    "B10_text",
    "C01",
    "D01",
    "D05_locked",
    "E01_fork",
    "E09_crash",
    "F02",
    "H03",
    "H04",
    "H07_hangs",
    "J05",
    "J07",
)


def state(worker):
    family = [psutil.Process(worker._process.pid), *psutil.Process(worker._process.pid).children(recursive=True)]
    memory = sum(one.memory_full_info().uss for one in family)
    mounts = sum(len(Path(f"/proc/{one.pid}/mounts").read_text().splitlines()) for one in family)
    return {
        "processes": len(family),
        "files": sum(one.num_fds() for one in family),
        "mounts": mounts,
        "MB": round(memory / 2**20, 1),
    }


def run(submissions, level, hostile, say=print):
    """The states along the way, the first after everything has been graded once."""
    course, states = Course.find(Path(__file__).parent), []
    wrong = [{w.exercise: w.code} for w in known.wrong_solutions(course, siege.ASSIGNMENT)[:6]]
    with tempfile.TemporaryDirectory() as folder, siege.Siege(siege.lay_out(course, Path(folder)), level) as besieged:
        attacks = [besieged.submission(a) for a in siege.attacks() if a.id.startswith(QUICK)] if hostile else []
        data = [known.reference(course, siege.ASSIGNMENT, **changed) for changed in ({}, *wrong)] + attacks
        for n in range(submissions + 1):
            if n % max(1, submissions // 10) == 0 and n >= min(len(data), submissions // 10):
                times = []
                for _ in range(5):
                    started = time.monotonic()
                    besieged.grade(data[0])
                    times.append(time.monotonic() - started)
                states.append(state(besieged.worker))
                say(f"{n:6} submissions: {states[-1]}, the reference takes {1000 * statistics.median(times):.0f} ms", flush=True)
            besieged.grade(data[n % len(data)], f"student{n}")
        besieged.hold()
    return states


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--submissions", type=int, default=1000)
    options.add_argument("--level", choices=("full", "partial"), default="full")
    options.add_argument("--hostile", action="store_true")
    args = options.parse_args()
    run(args.submissions, args.level, args.hostile)


if __name__ == "__main__":
    main()
