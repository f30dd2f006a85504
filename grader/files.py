"""Atomic file replacement, and the lock of whoever writes a course's marks."""

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Iterator
from pathlib import Path

from grader.words import _


class Busy(Exception):
    """Somebody else is writing; one sentence says who."""


def write(path: str | Path, data: str | bytes, mode: int = 0o644) -> None:
    """Put `data` (bytes or str) at `path` in one step, making its folder.

    Only one process may write the same path at a time. One that is killed leaves a file that the next to write replaces.
    """
    path = os.fspath(path)
    folder, name = os.path.split(path)
    new = os.path.join(folder, f".{name[:200]}.new")
    data = data.encode() if isinstance(data, str) else data
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
    try:
        descriptor = os.open(new, flags, mode)
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
        descriptor = os.open(new, flags, mode)
    try:
        with open(descriptor, "wb", buffering=0) as file:
            file.write(data) == len(data) or _full(path)
        os.replace(new, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            os.unlink(new)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = path
        raise


def _full(path):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), path)


@contextlib.contextmanager
def lock(path: str | Path, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock at `path`, which dies with its holder. Raises Busy where another process still has it after `wait` seconds."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + wait
    with open(path, "a+", encoding="utf-8") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= until:
                    file.seek(0)
                    raise Busy(
                        _("{who} is grading this course at this moment; wait until that is done.").format(
                            who=file.read(200).strip() or _("Another process")
                        )
                    ) from None
                time.sleep(0.02)
        file.truncate(0)
        file.write(_("Process {pid} on {host}").format(pid=os.getpid(), host=os.uname().nodename))
        file.flush()
        yield
