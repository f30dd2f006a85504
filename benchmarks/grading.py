"""How long grading takes, beside nbgrader on the same notebooks in the same run.

    python benchmarks/grading.py [--class 24] [--nbgrader 6] [--jobs 2]

Prints wall seconds, and processor seconds of the whole process tree, of
  grader check       one notebook, a fresh process, the best of three
  grader grade       a class, everything written, no endless loop among it
  nbgrader autograde and generate_feedback, as nbgrader does it (its own kernel, visible checks alone), on a part of the class
and the ratio of processor seconds per submission.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grader import demo, files, known
from grader.course import Course
from grader.release import release

ASSIGNMENT = "ps3_layer"
PLAIN_NBGRADER = """c = get_config()
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ComputeChecksums",
]
"""


def timed(*command, cwd):
    """(wall seconds, processor seconds of the command and all that it waited for)."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run([sys.executable, "-m", *command], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    wall, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stdout.decode())
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--class", dest="size", type=int, default=24)
    options.add_argument("--nbgrader", type=int, default=6)
    options.add_argument("--jobs", type=int, default=2)
    told = options.parse_args()
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))  # nbgrader runs `alembic`
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "course")
        demo.lay_out(Course.find(), folder)
        course = Course(folder)
        release(course, ASSIGNMENT)
        wrong = [known.reference(course, ASSIGNMENT, **{w.exercise: w.code}) for w in known.wrong_solutions(course, ASSIGNMENT)]
        notebooks = [known.reference(course, ASSIGNMENT), known.notebook(course, ASSIGNMENT), *wrong]
        for n in range(told.size):
            path = folder / "submitted" / f"student{n:05}" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
            files.write(path, notebooks[n % len(notebooks)])

        one = folder / "submitted" / "student00000" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
        wall = min(timed("grader", "check", str(one), cwd=folder)[0] for _ in range(3))
        print(f"grader check, fresh process: {wall:.2f} s wall")

        wall, cpu = timed("grader", "grade", ASSIGNMENT, "--jobs", str(told.jobs), cwd=folder)
        ours = cpu / told.size
        print(f"grader grade, {told.size} submissions, {told.jobs} workers: {wall:.2f} s wall, {1000 * ours:.0f} ms of CPU each")
        if not told.nbgrader:
            return
        (folder / "gradebook.db").unlink()
        (folder / "nbgrader_config.py").write_text(PLAIN_NBGRADER)
        timed("nbgrader", "generate_assignment", ASSIGNMENT, "--force", cwd=folder)
        for extra in sorted(folder.glob("submitted/*"))[told.nbgrader :]:
            os.rename(extra, folder / f"aside-{extra.name}")
        for made in ("autograded", "feedback"):
            os.rename(folder / made, folder / f"aside-{made}")
        verbs = ("autograde", "generate_feedback")
        runs = [timed("nbgrader", verb, ASSIGNMENT, cwd=folder) for verb in verbs]
        wall, theirs = (sum(part) / told.nbgrader for part in zip(*runs, strict=True))
        print(f"nbgrader {' + '.join(verbs)}, {told.nbgrader} of them: {wall:.2f} s wall, {1000 * theirs:.0f} ms of CPU each")
        print(f"ratio of processor time, start-up of both included: {theirs / ours:.1f}")


if __name__ == "__main__":
    main()
