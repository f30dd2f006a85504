"""Rate and memory by the number of submissions and of workers, and through Dask on this machine.

    python benchmarks/scale.py [--assignment ps3_layer] [--class mistaken] [--sizes 100 1000 10000] [--jobs 2 1] [--dask] [--sample 1]

For each size and number of workers a class is graded from nothing: submissions by wall seconds, with start-up and all writing;
processor seconds of the machine, which must do nothing else; the most memory that the tree used at a sample, shared pages counted once. Then the same command
again, with nothing changed. Each line gives the rate by that of the first. Take 10,000 with `--jobs 2` alone: it takes minutes.

--dask: also through a scheduler and two workers on this machine, which are started beforehand, their graders not; what they use of
memory is not counted then.
"""

import argparse
import contextlib
import subprocess
import sys
import tempfile
from pathlib import Path

from classroom import ASSIGNMENT, CLASSES, clear, hand_in, lay_out, machine, measured

ADDRESS = "tcp://127.0.0.1:18786"


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--assignment", default=ASSIGNMENT)
    options.add_argument("--class", dest="kind", choices=CLASSES, default="mistaken")
    options.add_argument("--sizes", nargs="+", type=int, default=(100, 1000))
    options.add_argument("--jobs", nargs="+", type=int, default=(2, 1))
    options.add_argument("--dask", action="store_true")
    options.add_argument("--sample", type=float, default=1.0)
    args = options.parse_args()
    print(machine())
    first = None
    for size in args.sizes:
        with tempfile.TemporaryDirectory() as scratch:
            course = lay_out(Path(scratch), args.assignment)
            hand_in(course, args.assignment, size, args.kind)
            ways = [(f"{jobs} workers", ["--jobs", jobs], contextlib.nullcontext) for jobs in args.jobs]
            ways += [("Dask, 2 workers", ["--engine", ADDRESS], dask)] if args.dask else []
            for name, how, around in ways:
                clear(course)
                command = ["grader", "grade", args.assignment, *how]
                with around():
                    used = measured(*command, cwd=course.root, sample=args.sample)
                again = measured(*command, cwd=course.root, sample=None)
                first = first or size / used.wall
                print(
                    f"{size} {args.kind} submissions, {name}: {size / used.wall:.1f} a second ({size / used.wall / first:.2f}), "
                    f"{used.wall:.1f} s, {1000 * used.cpu / size:.1f} ms of CPU each, {used.peak:.0f} MB at most; "
                    f"again, nothing changed: {again.wall:.2f} s",
                    flush=True,
                )


@contextlib.contextmanager
def dask():
    """A scheduler and two workers of one thread each."""
    beside = Path(sys.executable).parent / "dask"
    with tempfile.TemporaryDirectory() as scratch, contextlib.ExitStack() as processes:
        more = ["--no-dashboard", "--no-show"], ["--nthreads", "1", "--no-dashboard", "--local-directory", scratch]
        commands = [["scheduler", "--host", "127.0.0.1", "--port", ADDRESS.rpartition(":")[2], *more[0]]]
        for command in [*commands, *[["worker", ADDRESS, *more[1]]] * 2]:
            process = subprocess.Popen([beside, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            processes.callback(process.wait)
            processes.callback(process.terminate)
        from distributed import Client

        with Client(ADDRESS, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        yield


if __name__ == "__main__":
    main()
