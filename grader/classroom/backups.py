"""Copies of the gradebook, made before it is changed: `.grader/backups/gradebook-<time>.db`, the last few."""

import contextlib
import datetime
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from grader.course.folder import Course

KEPT = 5
LOCKED_SECONDS = 5.0  # as long as nbgrader waits for somebody else's lock
EVERY_SECONDS = 600.0  # one run may open the gradebook many times


def copies(course: Course) -> list[Path]:
    """The copies that there are, the newest last."""
    return sorted((course.state / "backups").glob("gradebook-*.db"))


def back_up(course: Course) -> None:
    """Copy the gradebook, unless there is a copy from just now, and let go of the oldest. Raises sqlite3.Error for one that can't be
    read whole, and leaves the copies then as they are; OSError."""
    found, now = copies(course), datetime.datetime.now(datetime.UTC)
    if found and now.timestamp() - found[-1].stat().st_mtime < EVERY_SECONDS:
        return
    folder = course.state / "backups"
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f".{os.getpid()}.new"
    try:
        made.touch(mode=0o600)
        with closing(sqlite3.connect(course.database, timeout=LOCKED_SECONDS)) as database:
            database.execute("vacuum into ?", [os.fspath(made)])  # `backup` would wait for a lock for ever
        with closing(sqlite3.connect(made)) as copy:
            if copy.execute("pragma quick_check").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("its pages are damaged")
        made.rename(folder / f"gradebook-{now:%Y%m%d-%H%M%S}.db")
    finally:
        with contextlib.suppress(FileNotFoundError):
            made.unlink()
    for old in copies(course)[:-KEPT]:
        old.unlink()
