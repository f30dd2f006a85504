"""What can come of a hidden test, and how it says that a part was not passed. Any other exception out of a test is the
grader's own fault."""

from collections.abc import Iterable
from dataclasses import dataclass

from grader.result import FAILED, NOT_RUN
from grader.words import _


@dataclass(frozen=True)
class Outcome:
    """What came of one hidden test, in the words of `result.Part`."""

    outcome: str
    message: str = ""
    hint: str = ""
    misconception: str | None = None
    where: str = ""
    cause: str = ""
    confidence: str = ""
    experiment: str = ""
    concept: str = ""
    shapes: tuple = ()
    lines: tuple = ()
    stopped: bool = False


class NotPassed(Exception):
    """message: what was wrong, for the student; hint: what to think about. Neither holds a hidden number.
    shapes: (what, its shape), or (what, its shape, axes that don't fit, from -1 for the last) of arrays that are worth drawing;
    a shape is None where only the diagnosis may know it; cause: (the sentence, what it is known by) where the test itself saw one; lines: (number of the cell, line) that the message names;
    stopped: whether the student's code ran out of time or its process died."""

    outcome = FAILED

    def __init__(
        self,
        message: str,
        hint: str = "",
        shapes: Iterable[tuple] = (),
        lines: Iterable[tuple[int, int]] = (),
        stopped: bool = False,
        cause: tuple[str, str] | None = None,
    ):
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.shapes = tuple(shapes)
        self.lines = tuple(lines)
        self.stopped = stopped
        self.cause = cause[0] if cause else ""
        self.misconception = cause[1].replace(" ", "_") if cause else None
        self.confidence = _("Seen in what your code did.") if cause else ""


class Failed(NotPassed):
    """The student's code gave a wrong answer."""


class NotRun(NotPassed):
    """What the part needs is missing, still a stub, or failed to run."""

    outcome = NOT_RUN


class Raised(Failed):
    """The student's code raised an exception."""


class Stopped(Failed):
    """The student's code ran out of time, or its process died."""

    def __init__(self, message: str, hint: str = ""):
        super().__init__(message, hint, stopped=True)
