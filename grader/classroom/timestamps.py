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
    import zoneinfo  # late: few times name a place

    try:
        place = zoneinfo.ZoneInfo(zone)
    except (zoneinfo.ZoneInfoNotFoundError, OSError):
        raise ValueError(text) from None
    first, second = (local.replace(tzinfo=place, fold=fold).astimezone(datetime.UTC) for fold in (0, 1))
    if first != second:
        raise ValueError(text)  # clocks are changed that night
    return first
