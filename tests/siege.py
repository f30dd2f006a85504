"""The grader under siege: hostile submissions, what each of them tries, and what must hold whatever it does.

An attack is a file `attacks/<id>_<name>.py`, the text of a cell. Its first lines say what it does and then

    # Loses: layer             it stands in place of the solution of `layer`, which earns nothing
    # Loses: da_prev, update   it follows the right solution, and these parts are lost
    # Loses: nothing           it follows the right solution, and changes no mark

Adding one edits no list. Whatever it does, the other exercise keeps its marks, nothing is printed that begins with ESCAPED,
what lies outside stays as it was, and the time is bounded. `FACTS` are names that an attacker may have guessed.
"""

import dataclasses
import os
import re
import shutil
import socket
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course

ATTACKS = Path(__file__).parent / "attacks"
ASSIGNMENT, EXERCISE = "ps3_layer", "layer"
LIMITS = {"cells_seconds": 2.0, "call_seconds": 1.0, "total_seconds": 12.0, "threads": 12, "output": 1 << 16, "files": 1 << 20}
MOST_SECONDS = 40  # for one submission, on a machine that does much else besides

FACTS = """
import ctypes, gc, os, socket, sys, threading, time
import numpy as np
COURSE, OUTSIDE, DATAGRAMS, PORT = {course!r}, {outside!r}, {datagrams!r}, {port!r}

def attempt(what, deed):
    "Do what must be refused, and say so or say what came of it."
    try:
        got = deed()
    except BaseException as error:
        print(f"refused: {{what}} ({{type(error).__name__}})")
    else:
        print(f"ESCAPED {{what}}: {{got!r}}"[:300])
"""


@dataclass(frozen=True)
class Attack:
    id: str
    title: str
    loses: frozenset  # parts; None where it stands in place of the solution
    code: str

    @classmethod
    def read(cls, path):
        text = path.read_text("utf-8")
        title = re.match(r"# (.*)", text)[1]
        loses = re.search(r"^# Loses: (.*)$", text, re.MULTILINE)[1]
        parts = None if loses == EXERCISE else frozenset() if loses == "nothing" else frozenset(loses.split(", "))
        return cls(path.stem, title, parts, text)


def attacks():
    return [Attack.read(path) for path in sorted(ATTACKS.glob("*.py"))]


def lay_out(course, folder):
    """A course of its own with one assignment, in an empty folder, and files in it that are worth stealing."""
    for name in ("course_config.py", "nbgrader_config.py"):
        shutil.copy(course.root / name, folder)
    for name in (f"source/{ASSIGNMENT}", f"release/{ASSIGNMENT}", f"grader/assignments/{ASSIGNMENT}"):
        shutil.copytree(course.root / name, folder / name)
    for name in (
        f"solutions/{ASSIGNMENT}.py",
        f"submitted/ada/{ASSIGNMENT}/{ASSIGNMENT}.ipynb",
        "gradebook.db",
        ".grader/secret",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x" if name.startswith((".", "g", "su")) else course.solution_path(ASSIGNMENT).read_bytes())
    return Course(folder)


def set_limits(course, **limits):
    """Write limits into the course's settings, and return it read anew."""
    config = course.root / "course_config.py"
    said = "".join(f"c.Grader.{name} = {value!r}\n" for name, value in limits.items())
    config.write_text(config.read_text("utf-8") + said, "utf-8")
    return Course(course.root)


class Siege:
    """A worker at one wall level, in surroundings where a breach leaves a mark. Use as a context manager."""

    def __init__(self, course, level, **limits):
        self.course, self.level = set_limits(course, **{**LIMITS, **limits}), level
        self.folder = Path(tempfile.mkdtemp(prefix="siege-"))
        self.outside = self.folder / "outside"
        self.outside.write_text("untouched")
        self.datagrams = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.datagrams.bind(str(self.folder / "datagrams"))
        self.listener = socket.create_server(("127.0.0.1", 0))
        for one in (self.datagrams, self.listener):
            one.setblocking(False)
        self.worker = Worker(self.course, ASSIGNMENT, isolation=level, secret=b"siege")
        self.worker.wait_until_ready()
        self.solution = self.course.solution_cells(ASSIGNMENT)[EXERCISE]
        self.parts = {
            part.part for name, part in self.grade(known.reference(self.course, ASSIGNMENT)).result.parts if name == EXERCISE
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.worker.close()
        self.datagrams.close()
        self.listener.close()
        shutil.rmtree(self.folder)

    @property
    def facts(self):
        places = {"course": str(self.course.root), "outside": str(self.outside), "datagrams": str(self.folder / "datagrams")}
        return FACTS.format(**places, port=self.listener.getsockname()[1])

    def submission(self, attack):
        code = attack.code if attack.loses is None else f"{self.solution}\n\n\n{attack.code}"
        return known.reference(self.course, ASSIGNMENT, **{EXERCISE: f"{self.facts}\n{code}"})

    def grade(self, data, student="mallory"):
        return self.worker.grade(student, data)

    def run(self, attack):
        """Grade it, hold it to what it says, and return what was observed, a few words."""
        started = time.monotonic()
        graded = self.grade(self.submission(attack))
        taken = time.monotonic() - started
        result, text = graded.result, graded.text.decode()
        assert result.status == "graded", result.reason
        lost = {part.part for name, part in result.parts if name == EXERCISE and part.outcome != "passed"}
        wanted = self.parts if attack.loses is None else attack.loses
        assert lost == wanted, f"lost {sorted(lost)}: {[p.message for _, p in result.parts]}"
        other = [part for name, part in result.parts if name != EXERCISE]
        assert [part.points for part in other] == [2.0], f"the quiz lost its marks: {other[0].message}"
        shown = shown_by(graded.notebook)
        assert not [line for line in shown.split("\n") if line.startswith("ESCAPED")], shown[:2000]
        assert taken < MOST_SECONDS
        assert len(text) < 2 << 20
        self.hold()
        messages = [part.message for _, part in result.parts if part.message]
        refusals = [line for line in shown.split("\n") if line.startswith("refused")]
        return f"{result.score:g} of 12; " + " ".join([*refusals[:3], *messages[:1]])[:150].replace("\n", " ")

    def hold(self):
        """What lies outside is as it was."""
        assert self.outside.read_text() == "untouched"
        assert self.outside.stat().st_mode & 0o777 == 0o644
        assert os.listdir(self.folder) == ["outside", "datagrams"] or sorted(os.listdir(self.folder)) == ["datagrams", "outside"]
        for receive in (lambda: self.datagrams.recv(1), self.listener.accept):
            try:
                got = receive()
            except BlockingIOError:
                continue
            raise AssertionError(f"received from inside: {got!r}")


def traces(worker):
    """What a submission might leave of itself: processes and open files of the worker's, mounts, folders."""
    family = [psutil.Process(worker._process.pid), *psutil.Process(worker._process.pid).children(recursive=True)]
    mounts = [len(Path(f"/proc/{one.pid}/mounts").read_text().splitlines()) for one in family]
    shared = {kind: Path(f"/proc/sysvipc/{kind}").read_text() for kind in ("shm", "sem", "msg")}
    folders = [path.name for one in family for path in Path(tempfile.gettempdir()).glob(f"grader-{one.pid}-*")]
    return {"files": [one.num_fds() for one in family], "mounts": mounts, "shared": shared, "folders": folders}


def shown_by(notebook):
    """All that the cells of an autograded notebook showed, test cells aside, as text."""
    outputs = [
        o for cell in notebook["cells"] for o in cell.get("outputs", ()) if "points" not in cell["metadata"].get("nbgrader", {})
    ]
    return "".join(
        "".join(o.get("text", ())) + "".join(o.get("data", {}).get("text/plain", ())) + o.get("evalue", "") + "\n"
        for o in outputs
    )


def comparable(result):
    """A Result but for what may differ between two gradings of the same."""
    return dataclasses.replace(result, seconds=0.0, isolation="")
