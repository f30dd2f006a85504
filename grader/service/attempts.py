"""Attempts, each kept for good: attempts/<student>/<assignment>/<n>/.

    attempt.json         when, by which way, which notebooks, their digest
    <notebook>.ipynb     as handed in
    autograded.json.gz   the notebook as it was graded, and the points of its test cells
    result.json          the Result, written last: whoever finds it finds the rest

What is accepted is on the disk before anybody is told so, and nothing in a folder is ever changed.
"""

import contextlib
import datetime
import errno
import functools
import gzip
import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.course.folder import Course
from grader.exam.graded import Graded, read_back
from grader.notebook.read import Unreadable, read_file
from grader.result import Result

KEPT_RESULTS = 512  # in memory
_NAME = re.compile(r"\w[\w.+ ()-]{0,119}\.ipynb")
_HALF_MADE = ".new-"


@dataclass(frozen=True)
class Attempt:
    """One hand-in. by: "page", "notebook" or "program"; names: its notebooks."""

    student: str
    assignment: str
    number: int
    time: datetime.datetime
    digest: str
    names: tuple[str, ...]
    by: str


class Attempts:
    """All attempts of a course. One process writes them."""

    def __init__(self, course: Course):
        self._course, self._root = course, course.root / "attempts"
        self._result = functools.lru_cache(KEPT_RESULTS)(self._read_result)
        self._attempt = functools.lru_cache(8 * KEPT_RESULTS)(self._read_attempt)

    def accept(self, student: str, assignment: str, notebooks: dict[str, bytes], by: str) -> tuple[Attempt, bool]:
        """(the Attempt that these bytes are, whether it is new), once it is on the disk for good. The same bytes again, one right
        after the other, are one attempt. Raises OSError, and leaves nothing behind then."""
        digest = _digest(notebooks)
        before = self.of(student, assignment)
        if before and before[-1].digest == digest:
            return before[-1], False
        folder = self._root / student / assignment
        _make(folder)
        made = folder / f"{_HALF_MADE}{secrets.token_hex(8)}"
        made.mkdir()
        try:
            now = datetime.datetime.now(datetime.UTC)
            facts = {"time": now.isoformat(), "digest": digest, "names": sorted(notebooks), "by": by}
            for name, data in notebooks.items():
                _write(made / name, data)
            _write(made / "attempt.json", json.dumps(facts).encode())
            _sync(made)
            number = max([attempt.number for attempt in before], default=0) + 1
            os.rename(made, folder / str(number))
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
        _sync(folder)
        return Attempt(student, assignment, number, now, digest, tuple(sorted(notebooks)), by), True

    def is_same(self, attempt: Attempt, notebooks: dict[str, bytes]) -> bool:
        """Whether an attempt is of just these bytes."""
        return attempt.digest == _digest(notebooks)

    def of(self, student: str, assignment: str) -> list[Attempt]:
        """A student's attempts of an assignment, the first one first."""
        folder = self._root / student / assignment
        try:
            numbers = sorted(int(name) for name in os.listdir(folder) if name.isdecimal())
        except (FileNotFoundError, NotADirectoryError):
            return []
        return [self._attempt(student, assignment, number) for number in numbers]

    def find(self, student: str, assignment: str, number: int) -> Attempt | None:
        return self._attempt(student, assignment, number) if (self._root / student / assignment / str(number)).is_dir() else None

    def result(self, attempt: Attempt) -> Result | None:
        """What came of it; None where that isn't known yet."""
        try:
            return self._result(attempt.student, attempt.assignment, attempt.number)
        except FileNotFoundError:
            return None

    def keep(self, attempt: Attempt, graded: Graded) -> None:
        """Keep what came of an attempt, its page apart, which is made of the rest. Raises OSError."""
        folder = self.folder(attempt)
        with contextlib.suppress(FileNotFoundError):  # of a process that was killed between the two
            os.unlink(folder / "autograded.json.gz")
        texts = {name: text.decode() for name, text in graded.texts.items()}
        _write(folder / "autograded.json.gz", gzip.compress(json.dumps({"texts": texts, "points": graded.points}).encode(), 1))
        new = folder / ".result.json"
        new.unlink(missing_ok=True)
        _write(new, graded.result_json)
        os.replace(new, folder / "result.json")
        _sync(folder)

    def graded(self, attempt: Attempt) -> Graded | None:
        """What came of it, as a worker gave it, with its page made anew; None where that isn't known yet."""
        try:
            result = (self.folder(attempt) / "result.json").read_bytes()
        except FileNotFoundError:
            return None
        texts, points = self._autograded(attempt)
        return Graded.kept(result, texts, points)

    def cells(self, attempt: Attempt) -> list[dict]:
        """The cells of the notebooks as they were graded, each with its text; none where they were unreadable."""
        texts, _points = self._autograded(attempt)
        return [cell for text in texts.values() for cell in read_back(text)["cells"]]

    def _autograded(self, attempt):
        """({name: the autograded notebook's text}, {key of a cell: its points})."""
        kept = json.loads(gzip.decompress((self.folder(attempt) / "autograded.json.gz").read_bytes()))
        return {name: text.encode() for name, text in kept["texts"].items()}, kept["points"]

    def data(self, attempt: Attempt, name: str) -> bytes | None:
        """A notebook of an attempt, as handed in; None for a name that is none of its."""
        if name not in attempt.names:
            return None
        try:
            return read_file(self.folder(attempt) / name)
        except Unreadable:
            return None

    def folder(self, attempt: Attempt) -> Path:
        return self._root / attempt.student / attempt.assignment / str(attempt.number)

    def everything(self) -> Iterator[Attempt]:
        """Every attempt that there is, the oldest first; and what a process that was killed left half made goes."""
        found: list[Attempt] = []
        for folder in self._root.glob("*/*/*"):
            student, assignment, name = folder.parts[-3:]
            if name.startswith(_HALF_MADE):
                shutil.rmtree(folder, ignore_errors=True)
            elif name.isdecimal():
                found.append(self._attempt(student, assignment, int(name)))
        return iter(sorted(found, key=lambda attempt: attempt.time))

    def _read_attempt(self, student, assignment, number):
        facts = json.loads((self._root / student / assignment / str(number) / "attempt.json").read_bytes())
        time = datetime.datetime.fromisoformat(facts["time"])
        return Attempt(student, assignment, number, time, facts["digest"], tuple(facts["names"]), facts["by"])

    def _read_result(self, student, assignment, number):
        data = (self._root / student / assignment / str(number) / "result.json").read_bytes()
        return Result.from_json(json.loads(data))


def sound_name(name: str) -> bool:
    """Whether a notebook may be called so: it becomes a file's name."""
    return bool(_NAME.fullmatch(name))


def _digest(notebooks):
    digest = hashlib.sha256()
    for name in sorted(notebooks):
        digest.update(hashlib.sha256(name.encode()).digest() + hashlib.sha256(notebooks[name]).digest())
    return digest.hexdigest()


def _make(folder):
    """A folder, and those above it, each on the disk for good."""
    if not folder.is_dir():
        _make(folder.parent)
        with contextlib.suppress(FileExistsError):
            folder.mkdir()
        _sync(folder.parent)


def _write(path, data):
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    with open(os.open(path, flags, 0o644), "wb", buffering=0) as file:
        if file.write(data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.fspath(path))
        os.fsync(file.fileno())


def _sync(folder):
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
