"""A real server of a made-up course, as a process of its own, and clients that are signed in."""

import atexit
import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx

from grader.service.attempts import Attempts
from grader.service.people import INSTRUCTOR, People
from grader.service.service import personal_link
from grader.service.tokens import HAND_IN, Tokens

NAME = "ps3_layer"
FILE = f"{NAME}.ipynb"
SECONDS = 60  # for whatever a test waits for


class Served:
    """A course folder and the server that runs in it, or doesn't at this moment."""

    def __init__(self, course, students=("ada", "ben", "cleo"), options=()):
        self.course, self.options = course, tuple(map(str, options))
        self.people, self.tokens, self.attempts = People(course), Tokens(course), Attempts(course)
        self.people.enter([(id, id.title(), f"{id}@example.org", "A") for id in students])
        self.people.enter([("grace", "Grace", "", "")], INSTRUCTOR)
        self.process, self.address, self.port = None, "", 0
        atexit.register(self.stop)  # where a fixture fails before its test
        self._client = None

    def start(self):
        """Start it, on the same port as before, and wait until it answers."""
        self._client = httpx.Client(timeout=SECONDS)  # one for all: making one takes longer than handing in
        command = [sys.executable, "-m", "grader", "serve", "--course", self.course.root, "--port", str(self.port), *self.options]
        with Path(self.course.root, "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        assert found, f"{line!r}: {self.said()}"
        self.address, self.port = found[0], int(found[1])
        return self

    def said(self):
        """What it complained of so far."""
        return Path(self.course.root, "server.log").read_text("utf-8", "replace")

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)
        self._tidy()

    def kill(self):
        self.process.kill()
        self.process.wait()
        self._tidy()

    def _tidy(self):
        if self.process:
            self._client.close()
            self.process.stdout.close()

    def link(self, id):
        return personal_link(self.address, self.tokens, self.people.find(id))

    def token(self, id):
        person = self.people.find(id)
        return self.tokens.make(HAND_IN, id=id, link=person.link)

    @contextlib.contextmanager
    def as_(self, id=None, **options):
        """A client, signed in by a personal link as `id`."""
        with httpx.Client(base_url=self.address, timeout=SECONDS, **options) as client:
            if id:
                assert client.get(self.link(id)).status_code == 303
            yield client

    def hand_in(self, id, data, name=NAME, **headers):
        """Hand a notebook in as a program does: the answer."""
        headers = {"Authorization": f"Bearer {self.token(id)}", "Content-Type": "application/x-ipynb+json", **headers}
        return self._client.post(f"{self.address}/api/hand-in/{name}", content=data, headers=headers)

    def wait(self, student, number=None, name=NAME):
        """The Result of an attempt, once it is there; by default of the last one."""
        return until(lambda: (found := self._attempt(student, name, number)) and self.attempts.result(found))

    def _attempt(self, student, name, number):
        made = self.attempts.of(student, name)
        return next((one for one in made if one.number == number), None) if number else (made[-1] if made else None)


def guard(page):
    """What the forms of a page carry."""
    return re.search(r'name="guard" value="(\w+)"', page.text)[1]


def upload(client, data, file=FILE, name=NAME, **fields):
    """Hand in by the form of the assignment's page: the answer."""
    fields = {"guard": guard(client.get(f"/a/{name}")), **fields}
    return client.post(
        f"/a/{name}", data=fields, files={"notebook": (file, data)}, headers={"Origin": str(client.base_url).rstrip("/")}
    )


def until(found, seconds=SECONDS):
    """What `found()` gives once it gives something."""
    deadline = time.monotonic() + seconds
    while not (value := found()):
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.02)
    return value


def children(pid):
    """The processes below one, by id: {pid: its command line}."""
    found = {}
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, IndexError, ValueError):
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            found[int(path.name)] = parent, (path / "cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace")
    below, new = {}, {pid}
    while new:
        new = {one for one, (parent, _line) in found.items() if parent in new} - below.keys()
        below |= {one: found[one][1] for one in new}
    return below


def kill(pid):
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
