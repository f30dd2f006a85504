"""The times that nbgrader keeps in timestamp.txt, read as it means them, or not at all."""

import datetime
import re

_FORM = re.compile(
    r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(UTC|GMT|Z|[+-]\d\d:?\d\d|[A-Za-z_]+/[A-Za-z_/+-]+)?"
)


def parse(text: str) -> datetime.datetime:
    """The moment that a time names, in UTC; one without a zone is in UTC, as nbgrader has it.

    "2027-03-01 12:00:00.123456 UTC", "2027-03-01T13:00:00+0100", "2027-03-01 13:00 Europe/Berlin". Raises ValueError for whatever
    isn't certain: nbgrader would read "+0200" as two hundred seconds."""
    found = _FORM.fullmatch(text.strip())
    if not found:
        raise ValueError(text)
    day, clock, zone = found.groups()
    local = datetime.datetime.fromisoformat(f"{day} {clock}")
    if zone in (None, "UTC", "GMT", "Z"):
        return local.replace(tzinfo=datetime.UTC)
    if zone[0] in "+-":
        return datetime.datetime.fromisoformat(f"{day}T{clock}{zone}").astimezone(datetime.UTC)
    try:
        moment = at_place(local, zone)
    except LookupError:
        moment = None
    if moment is None:
        raise ValueError(text)
    return moment


def at_place(local: datetime.datetime, place: str) -> datetime.datetime | None:
    """The moment, in UTC, at which clocks at a place like "Europe/Berlin" show `local`, a time without a zone; None where they show
    it twice or not at all, since they are changed that night. Raises LookupError for no such place."""
    import zoneinfo  # late: few times name a place

    try:
        zone = zoneinfo.ZoneInfo(place)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise LookupError(place) from None
    first, second = (local.replace(tzinfo=zone, fold=fold).astimezone(datetime.UTC) for fold in (0, 1))
    return first if first == second else None
