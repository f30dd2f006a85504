"""What `course_config.py` sets for the server: c.Service.<name>, for the course, and for single assignments."""

import datetime
from dataclasses import dataclass, field, fields, replace
from typing import Any

from grader.course.folder import Course, CourseError
from grader.course.settings import CONFIG
from grader.service import due
from grader.words import _

COUNTS = ("last", "best")
HINTS = ("at once", "when due")
OF_COURSE = (
    "title",
    "contact",
    "smtp",
    "waiting",
    "warm",
    "session_days",
    "upload_seconds",
)  # not to be set for one assignment alone


@dataclass(frozen=True)
class Policy:
    """counts: which attempt does, "last" or "best". attempts: how many graded ones a student has, 0 for any number.
    pause_seconds: from one to the next. hints: when causes and hints show, "at once", "when due", or after how many attempts.
    due: when it is due. title, contact: of the course, and whom to ask. smtp: where mail goes. waiting: how many hand-ins may wait.
    warm: for how many assignments workers are kept ready. session_days: for how long a browser stays signed in.
    upload_seconds: how long an upload may take."""

    counts: str = "last"
    attempts: int = 0
    pause_seconds: float = 0.0
    hints: str | int = "at once"
    due: datetime.datetime | None = None
    title: str = ""
    contact: str = ""
    smtp: dict[str, Any] = field(default_factory=dict)
    waiting: int = 400
    warm: int = 3
    session_days: float = 30.0
    upload_seconds: float = 120.0

    @classmethod
    def of(cls, course: Course, assignment: str | None = None) -> "Policy":
        """The policy of the course, or of one of its assignments. Raises CourseError for a name or a value that can't be."""
        given = {"contact": course.settings.contact, **course.config.get("Service", {})}
        single = given.pop("assignments", {})
        if not isinstance(single, dict) or not all(isinstance(one, dict) for one in single.values()):
            raise CourseError(_("c.Service.assignments in {config} must be a dict of dicts.").format(config=CONFIG))
        found = cls()._with(given, "c.Service")
        for name, own in single.items():
            for misplaced in set(own) & set(OF_COURSE):
                raise CourseError(
                    _("{config}: {name} is set for the course, not for {assignment} alone.").format(
                        config=CONFIG, name=misplaced, assignment=name
                    )
                )
            own_policy = found._with(own, f"c.Service.assignments[{name!r}]")
            if name == assignment:
                return own_policy
        return found

    def _with(self, given, where):
        known = {f.name for f in fields(self)}
        for name, value in given.items():
            place = f"{where}.{name}" if where == "c.Service" else f"{where}[{name!r}]"
            if name not in known:
                raise CourseError(_("{config} sets {place}, which does not exist.").format(config=CONFIG, place=place))
            if wanted := _wrong(name, value):
                raise CourseError(_("{place} is {got!r}; it must be {wanted}.").format(place=place, got=value, wanted=wanted))
        if given.get("due") is not None:
            try:
                given = {**given, "due": due.parse(given["due"])}
            except ValueError as error:
                raise CourseError(f"{where}, due: {error}") from None
        return replace(self, **given)


def _wrong(name, value):
    """What a setting must be, where it isn't."""
    whole = type(value) is int and value >= 0
    if name == "counts":
        return "" if value in COUNTS else _("'last' or 'best'")
    if name == "hints":
        return "" if whole or value in HINTS else _("'at once', 'when due' or a number of attempts")
    if name in ("attempts", "waiting", "warm"):
        least = 0 if name == "attempts" else 1
        return "" if whole and value >= least else _("a whole number, at least {least}").format(least=least)
    if name in ("pause_seconds", "session_days", "upload_seconds"):
        return "" if type(value) in (int, float) and 0 <= value < 10**7 else _("a number, at least 0")
    if name in ("title", "contact"):
        return "" if isinstance(value, str) else _("text")
    if name == "smtp":
        keys = {"host", "port", "user", "sender", "tls"}
        return "" if isinstance(value, dict) and not set(value) - keys else _("a dict with host, port, user, sender, tls")
    return ""
