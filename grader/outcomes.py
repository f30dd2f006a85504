"""How a hidden test says that a part was not passed. Any other exception out of a test is the grader's own fault."""

from .result import FAILED, NOT_RUN


class NotPassed(Exception):
    """message: what was wrong, for the student; hint: what to think about. Neither holds a hidden number."""

    outcome = FAILED

    def __init__(self, message, hint=""):
        super().__init__(message)
        self.message = message
        self.hint = hint


class Failed(NotPassed):
    """The student's code gave a wrong answer."""


class NotRun(NotPassed):
    """What the part needs is missing, still a stub, or failed to run."""

    outcome = NOT_RUN


class Raised(Failed):
    """The student's code raised an exception."""


class Stopped(Failed):
    """The student's code ran out of time, or its process died."""
