"""What the benchmarks share: a made-up class in a course folder of its own, and what grading it uses."""

import contextlib
import json
import os
import platform
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from grader import files
from grader.course import known
from grader.course.folder import CONFIG, Course
from grader.integrations.nbgrader_release import release
from grader.pages.dates import PLACE

ASSIGNMENT = "ps3_layer"


def lay_out(folder, assignment=ASSIGNMENT):
    """A course folder with one assignment, released. Returns the Course."""
    course = Course.find()
    for name in (CONFIG, "nbgrader_config.py", f"solutions/{assignment}.py"):
        files.write(folder / name, (course.root / name).read_bytes())
    for held in ("source", "grader/assignments"):
        shutil.copytree(course.root / held / assignment, folder / held / assignment)
    made = Course(folder)
    release(made, assignment)
    return made


CLASSES = ("right", "mistaken")


def hand_in(course, assignment, size, kind="mistaken"):
    """`size` submissions, over and over in an order drawn once, so that any part of a class is like the whole of it.

    right: the reference, and right solutions written in unusual ways; mistaken: one known mistake each, and the stub."""
    solutions = known.controls(course, assignment) if kind == "right" else known.wrong_solutions(course, assignment)
    notebooks = [known.reference(course, assignment, **{one.exercise: one.code}) for one in solutions]
    notebooks.append(known.reference(course, assignment) if kind == "right" else known.notebook(course, assignment))
    random.Random(0).shuffle(notebooks)
    for n in range(size):
        files.write(course.submission_path(f"student{n:06}", assignment), notebooks[n % len(notebooks)])


def clear(course, *names):
    """Take away what grading has written, but not the secret that probes are drawn from."""
    for name in names or ("autograded", "feedback", ".grader/results", "gradebook.db"):
        path = course.root / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


@dataclass(frozen=True)
class Used:
    wall: float  # seconds
    cpu: float  # seconds that the machine was at work meanwhile, whoever for
    peak: float  # MB of memory at most, shared pages counted once (PSS), sampled


def measured(*command, cwd, sample=0.5, good=(0, 1)):
    """Run a Python module as a command and return what it Used, with all the processes below it, on a machine that does nothing else."""
    before, started, peak = _cpu(), time.monotonic(), 0.0
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([sys.executable, "-m", *map(str, command)], cwd=cwd, stdout=said, stderr=subprocess.STDOUT)
        while process.poll() is None:
            peak = max(peak, _memory(process.pid)) if sample else 0.0
            try:
                process.wait(sample or 3600)
            except subprocess.TimeoutExpired:
                pass
        wall = time.monotonic() - started
        if process.returncode not in good:
            said.seek(0)
            sys.exit(f"{command}: {said.read().decode()[-2000:]}")
    return Used(wall, _cpu() - before, peak)


def _cpu():
    """Processor seconds of this machine since it started. A tree of processes can't be asked for its own: whoever is killed together
    with its namespace is reaped by nobody, and takes along what it and its children have used."""
    user, nice, system, _idle, _waiting, *interrupts = map(int, Path("/proc/stat").read_text().split("\n")[0].split()[1:8])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


def _memory(pid):
    """MB that a process and all below it use, shared pages counted once."""
    total = 0
    with contextlib.suppress(psutil.Error):
        for process in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
            with contextlib.suppress(psutil.Error):
                total += process.memory_full_info().pss
    return total / 2**20


def written(course):
    """Everything that grading has written, for comparing: gradebook by names, notebooks, pages without the moment of grading, results
    without their seconds."""
    found = {}
    for name in ("autograded", "feedback", ".grader/results"):
        for path in (course.root / name).rglob("*"):
            if path.is_file():
                data = PLACE.sub(b"", path.read_bytes())
                found[str(path.relative_to(course.root))] = _without_seconds(data) if path.suffix == ".json" else data
    query = (
        "select s.student_id, c.name, g.auto_score, g.manual_score, g.needs_manual_grade from grade g "
        "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id "
        "join base_cell c on g.cell_id = c.id order by 1, 2"
    )
    with sqlite3.connect(course.database) as database:
        found["gradebook.db"] = database.execute(query).fetchall()
    return found


def _without_seconds(data):
    return {**json.loads(data), "seconds": 0}


def machine():
    """One line on what this was measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} × {model}, {memory:.0f} GiB, Linux {platform.release()}, Python {platform.python_version()}, "
        f"load before: {load:.1f}"
    )
