"""All that the server's pages share."""

import contextlib
import datetime
import errno
import functools
import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from grader.course.folder import Course
from grader.notebook.read import Unreadable, parse
from grader.pages import feedback
from grader.service.attempts import Attempts
from grader.service.grading_queue import GradingQueue
from grader.service.guard import Haste
from grader.service.news import News
from grader.service.people import People, Person
from grader.service.policy import Policy
from grader.service.tokens import HAND_IN, LINK, Tokens

HERE = Path(__file__).parent
log = logging.getLogger("grader.service")

SIGN_IN = "/in/"


@dataclass
class Service:
    """address: as which the server is reached, without a slash at its end."""

    course: Course
    address: str
    attempts: Attempts
    queue: GradingQueue
    people: People
    tokens: Tokens
    policy: Policy
    news: News
    started: float = field(default_factory=time.time)
    closing: bool = False
    handed_in: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _locks: dict[str, tuple[threading.Lock, int]] = field(default_factory=dict)
    uploads: Haste = field(default_factory=lambda: Haste(10, 3.0))  # hand-ins of one student
    forms: Haste = field(default_factory=lambda: Haste(20, 2.0))  # other forms of one person
    guesses: Haste = field(default_factory=lambda: Haste(20, 3.0))  # wrong links and tokens from one address

    @property
    def secure(self) -> bool:
        return self.address.startswith("https://")

    def released(self) -> list[str]:
        """The assignments that students may take."""
        return [name for name in self.course.assignments() if (self.course.root / "release" / name).is_dir()]

    def title(self, assignment: str) -> str:
        """The lesson's title; in want of one, the assignment's id."""
        path = self.course.root / "release" / assignment / f"{assignment}.ipynb"
        try:
            return _title(path, path.stat().st_mtime_ns) or assignment
        except (OSError, Unreadable):
            return assignment

    def link(self, person: Person) -> str:
        return personal_link(self.address, self.tokens, person)

    def hand_in_token(self, person: Person) -> str:
        return self.tokens.make(HAND_IN, id=person.id, link=person.link)

    @contextlib.contextmanager
    def accepting(self, student: str) -> Iterator[None]:
        """One hand-in of a student's at a time is looked at and put onto the disk."""
        with self._lock:
            own, users = self._locks.get(student, (threading.Lock(), 0))
            self._locks[student] = own, users + 1
        try:
            with own:
                yield
        finally:
            with self._lock:
                own, users = self._locks[student]
                if users == 1:
                    del self._locks[student]
                else:
                    self._locks[student] = own, users - 1

    def full_disk(self, error: OSError) -> None:
        """Raises `error` unless it says that there is no room."""
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise error
        log.error("the disk is full: a hand-in was refused")

    def now(self) -> datetime.datetime:
        return datetime.datetime.now(datetime.UTC)


@functools.lru_cache(maxsize=100)
def _title(path, _since):
    """The title of a notebook, as it lies there since then."""
    return feedback.lesson(parse(path.read_bytes()))


def personal_link(address: str, tokens: Tokens, person: Person) -> str:
    """The address that signs a person in. It is good until it is revoked or made anew."""
    return f"{address}{SIGN_IN}{tokens.make(LINK, id=person.id, link=person.link)}"
