"""The system calls that shut a process in: those for which no kept binding exists.

Called in a fresh child, in the order of `confine`, before any student code runs.
Sources: the manual pages landlock(7), mount(2), capabilities(7), seccomp(2), mallopt(3).
"""

import contextlib
import ctypes
import os
import resource
import signal
import struct
from collections.abc import Iterable

from .limits import Limits

_libc = ctypes.CDLL(None, use_errno=True)

CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID = 0x00020000, 0x08000000, 0x20000000
MS_NOSUID, MS_NODEV = 2, 4
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_SECCOMP, PR_CAPBSET_DROP, PR_SET_NO_NEW_PRIVS = 1, 4, 22, 24, 38
SECCOMP_MODE_FILTER = 2
LAST_CAPABILITY = 40
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3

# Landlock has the same system call numbers on every architecture.
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446
LANDLOCK_READ_FILE, LANDLOCK_READ_DIR = 1 << 2, 1 << 3
LANDLOCK_FILES = 1 << 1 | LANDLOCK_READ_FILE | 1 << 14  # what a rule on a single file may say
LANDLOCK_WRITE = 1 << 1 | 1 << 4 | 1 << 5 | 1 << 7 | 1 << 8 | 1 << 12 | 1 << 13 | 1 << 14


OPEN_FILES = 64


def _check(result, what):
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def processor() -> int:
    """The number of the processor that this process runs on."""
    return _check(_libc.sched_getcpu(), "sched_getcpu")


def keep_to(processors: Iterable[int]) -> None:
    """Run on these processors alone, by their numbers, where the system lets us choose."""
    with contextlib.suppress(OSError):
        os.sched_setaffinity(0, processors)


def keep_memory() -> None:
    """Keep what is let go of for what comes next, in this process and its children, where the C library lets us choose: the system
    would have to clear each page of it again."""
    with contextlib.suppress(AttributeError):
        for which, size in ((M_MMAP_THRESHOLD, 32 << 20), (M_TRIM_THRESHOLD, 256 << 20)):
            _libc.mallopt(which, size)


def unshare(flags: int) -> None:
    _check(_libc.unshare(flags), "unshare")


def rejoin_own_pid_namespace() -> None:
    """After unshare(CLONE_NEWPID) and a fork: later children are born in our own namespace again."""
    me = os.pidfd_open(os.getpid())
    try:
        _check(_libc.setns(me, CLONE_NEWPID), "setns")
    finally:
        os.close(me)


def mount_tmpfs(path: str, size: int, entries: int) -> None:
    options = f"size={size},nr_inodes={entries},mode=700".encode()
    _check(_libc.mount(b"tmpfs", os.fsencode(path), b"tmpfs", MS_NOSUID | MS_NODEV, options), "mount")


def landlock_abi() -> int:
    """The kernel's Landlock version, 0 where there is none."""
    return max(0, _libc.syscall(LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), 1))


def landlock_rules(readable: Iterable[str], writable: Iterable[str]) -> int:
    """A ruleset's file descriptor: reading below `readable`, writing below `writable`, all else refused,
    TCP, abstract sockets and signals to others included where the kernel knows how."""
    abi = landlock_abi()
    if abi < 1:
        raise OSError("the kernel has no Landlock")
    files = (1 << 13) - 1
    for since, right in ((2, 1 << 13), (3, 1 << 14), (5, 1 << 15)):
        files |= right if abi >= since else 0
    attributes = struct.pack("<QQQ", files, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
    size = 24 if abi >= 6 else 16 if abi >= 4 else 8
    rules = _check(_libc.syscall(LANDLOCK_CREATE_RULESET, attributes, ctypes.c_size_t(size), 0), "landlock")
    reading = LANDLOCK_READ_FILE | LANDLOCK_READ_DIR
    for path, rights in [(p, reading) for p in readable] + [(p, (reading | LANDLOCK_WRITE) & files) for p in writable]:
        try:
            place = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except FileNotFoundError:
            continue
        if not os.path.isdir(path):
            rights &= LANDLOCK_FILES & files
        rule = struct.pack("<Qi", rights, place)
        _check(_libc.syscall(LANDLOCK_ADD_RULE, rules, 1, rule, 0), "landlock")
        os.close(place)
    return rules


def landlock(rules: int) -> None:
    _check(_libc.syscall(LANDLOCK_RESTRICT_SELF, rules, 0), "landlock")


def drop_privileges() -> None:
    """No capability, none to be regained, nobody may trace or read this process."""
    for capability in range(LAST_CAPABILITY + 1):
        _libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)
    header = struct.pack("<II", 0x20080522, 0)
    _check(_libc.capset(header, bytes(24)), "capset")
    _check(_libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), "no_new_privs")
    _check(_libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "dumpable")


def die_with_parent() -> None:
    _check(_libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0), "pdeathsig")


def set_limits(limits: Limits, own_namespaces: bool) -> None:
    wanted = [
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_FSIZE, limits.files),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_MSGQUEUE, 0),
        (resource.RLIMIT_MEMLOCK, 0),
    ]
    if own_namespaces:  # elsewhere it would count everything that this user runs
        wanted.append((resource.RLIMIT_NPROC, limits.threads))
    for which, value in wanted:
        hard = resource.getrlimit(which)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(which, (value, value))


def seccomp(program: bytes) -> None:
    """Install a compiled filter; the last step, for it forbids the others."""

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("filter", ctypes.c_char_p)]

    _check(
        _libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.byref(Program(len(program) // 8, program)), 0, 0),
        "seccomp",
    )
