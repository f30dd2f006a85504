"""When a notebook was handed in and graded, whether that was late, and whom to ask: what may change after a page was made."""

import datetime
import re

from grader.words import _

PLACE = re.compile(rb"<!-- dates -->.*?<!-- /dates -->", re.DOTALL)  # no word of a student's can look like this: < is escaped
GRADED = re.compile(rb'data-graded="([^"]+)"')


def dated(
    page: bytes,
    graded: datetime.datetime,
    handed_in: datetime.datetime | None = None,
    due: datetime.datetime | None = None,
    contact: str = "",
) -> bytes:
    """A feedback page with these dates in the place of its earlier ones.

    graded: used where the page doesn't tell yet when that was; due: for this student; all of them with a time zone."""
    found = PLACE.search(page)
    if not found:
        return page
    if before := GRADED.search(found[0]):
        graded = datetime.datetime.fromisoformat(before[1].decode())
    from grader.pages.environment import render  # late: jinja2 takes its time to load, while workers start

    said = render("dates.html", handed_in=handed_in, due=due, late=lateness(handed_in, due), graded=graded, contact=contact)
    return page[: found.start()] + said.encode("utf-8", "replace") + page[found.end() :]


def carried(page: bytes, before: bytes) -> bytes:
    """A feedback page with the dates of the one that it takes the place of."""
    found = PLACE.search(before)
    return PLACE.sub(lambda _place: found[0], page, count=1) if found else page


def lateness(handed_in: datetime.datetime | None, due: datetime.datetime | None) -> str:
    """ "in time", or by how much it was late; "" where nobody can tell."""
    if not handed_in or not due:
        return ""
    if handed_in <= due:
        return _("in time")
    minutes = (handed_in - due).total_seconds() / 60
    if minutes < 90:
        n = max(1, round(minutes))
        return _("late by 1 minute") if n == 1 else _("late by {n} minutes").format(n=n)
    if minutes < 48 * 60:
        return _("late by {n} hours").format(n=round(minutes / 60))
    return _("late by {n} days").format(n=round(minutes / 60 / 24))
