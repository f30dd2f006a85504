"""When something is due: a time with its zone, or a sentence that says why it is none."""

import datetime
import re

from grader.classroom.timestamps import at_place
from grader.words import _

_FORM = re.compile(r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)\s*(Z|[+-]\d{2}:?\d{2}|[A-Za-z][\w+-]*(?:/[\w+-]+)*)?")


def parse(text: object) -> datetime.datetime:
    """The moment that `text` names, in UTC: "2027-03-01 12:00 Europe/Berlin", "2027-03-01T12:00:00+01:00", "2027-03-01 11:00 UTC",
    or a datetime with a zone. Raises ValueError, with one sentence, for whatever isn't certain."""
    if isinstance(text, datetime.datetime):
        if text.tzinfo is None:
            raise ValueError(_("{got} has no time zone.").format(got=text))
        return text.astimezone(datetime.UTC)
    found = _FORM.fullmatch(text.strip()) if isinstance(text, str) else None
    if not found:
        raise ValueError(_("{got!r} is no time like '2027-03-01 12:00 Europe/Berlin'.").format(got=text))
    day, clock, zone = found.groups()
    if not zone:
        raise ValueError(_("{got!r} has no time zone; write for example '{got} Europe/Berlin'.").format(got=text))
    try:
        local = datetime.datetime.fromisoformat(f"{day} {clock.zfill(len(clock) + (clock[1] == ':'))}")
    except ValueError:
        raise ValueError(_("{got!r} is no time that the calendar has.").format(got=text)) from None
    return _in_zone(local, zone, text)


def _in_zone(local, zone, text):
    if zone in ("Z", "UTC", "GMT"):
        return local.replace(tzinfo=datetime.UTC)
    if zone[0] in "+-":
        hours, minutes = int(zone[1:3]), int(zone[-2:])
        if hours > 14 or minutes > 59:
            raise ValueError(_("{got!r} has no time zone that there is.").format(got=text))
        offset = datetime.timedelta(hours=hours, minutes=minutes)
        return (local.replace(tzinfo=datetime.UTC) - (offset if zone[0] == "+" else -offset)).astimezone(datetime.UTC)
    try:
        if "/" not in zone:  # CET, EST, IST: abbreviations that mean several things
            raise LookupError(zone)
        moment = at_place(local, zone)
    except LookupError:
        raise ValueError(_("{zone!r} in {got!r} is no zone's name like 'Europe/Berlin'.").format(zone=zone, got=text)) from None
    if moment is None:
        raise ValueError(
            _(
                "{got!r} is there twice or not at all, because clocks are changed that night; write an offset, like +01:00."
            ).format(got=text)
        )
    return moment
