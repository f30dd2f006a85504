"""What the kernel doesn't count for a child without namespaces, and a folder's end.

With namespaces the folder is a file system of its own size, and threads are counted by the kernel. Elsewhere the fork
server looks, often, and kills what has taken more than its share.
"""

import math
import os
import stat

from .limits import Limits

EVERY = 0.02  # seconds between two looks
MAX_ENTRIES = 4096  # files and folders of one submission
BESIDE = 1 << 16  # bytes that a file system may take for itself beside a file of the largest size: where its pieces lie
LOW_DISK = 256 << 20  # bytes that stay free for others, however a child hides what it writes


class Guard:
    """Looks at one child: its threads, its folder, and the disk that the folder is on."""

    def __init__(self, pid: int, home: str, limits: Limits):
        self.pid, self.home, self.limits = pid, home, limits
        self.disk_was_low = _free(home) < 2 * LOW_DISK

    def breach(self) -> str:
        """The limit that is exceeded now, "threads" or "files", or ""."""
        if _threads(self.pid) > self.limits.threads:
            return "threads"
        if used(self.home) > self.limits.files + BESIDE or (_free(self.home) < LOW_DISK and not self.disk_was_low):
            return "files"
        return ""


def _threads(pid):
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            return int(file.read().rpartition(b")")[2].split()[17])
    except (OSError, IndexError):
        return 0  # it is gone


def _free(folder):
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def used(folder: str) -> float:
    """Bytes on disk below `folder`; infinity where there are more than MAX_ENTRIES, or where something could be hidden."""
    total, entries, waiting = 0, 0, [(folder, 0o700)]
    while waiting:
        path, mode = waiting.pop()
        try:
            with os.scandir(path) as found:
                for entry in found:
                    entries += 1
                    if entries > MAX_ENTRIES:
                        return math.inf
                    info = entry.stat(follow_symlinks=False)
                    total += 512 * info.st_blocks
                    if stat.S_ISDIR(info.st_mode):
                        waiting.append((entry.path, info.st_mode))
        except FileNotFoundError:
            continue  # it was there a moment ago
        except PermissionError:
            if mode & stat.S_IWUSR:
                return math.inf
            continue  # it can't be written either, and no mode is ever changed: it is empty
        except OSError:
            return math.inf
    return total


def remove(folder: str) -> None:
    """Delete a folder and all that is in it, whatever its permissions and however deep: each round lifts what lies in the
    folders of the top level to the top."""
    os.chmod(folder, 0o700)
    lifted = 0
    while True:
        folders = []
        with os.scandir(folder) as found:
            for entry in found:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                else:
                    os.unlink(entry.path)
        if not folders:
            break
        for path in folders:
            os.chmod(path, 0o700)
            with os.scandir(path) as found:
                for entry in found:
                    if entry.is_dir(follow_symlinks=False):
                        os.chmod(entry.path, 0o700)  # a folder that moves must be writable
                        lifted += 1
                        os.rename(entry.path, os.path.join(folder, f".{lifted}.lifted"))
                    else:
                        os.unlink(entry.path)
            os.rmdir(path)
    os.rmdir(folder)
