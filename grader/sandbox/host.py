"""The examiner's side of the wall: starts the fork server, tries its walls, and opens a child for each submission."""

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from . import confine, walls
from .limits import Limits

if TYPE_CHECKING:
    from .channel import Child

BOOT = "import sys; sys.path.insert(0, {folder!r}); import sandbox.server; sys.path.pop(0); sandbox.server.main({fd})"
HERE = Path(__file__).resolve().parent
LIMITS = Limits()
ENDING = 5.0
STARTING = 60.0  # seconds for the fork server to load NumPy and IPython on a busy machine


class ForkServer:
    """A process behind the walls that forks one child at a time.

    level: "full" (namespaces and a private root, Landlock, seccomp, limits), "partial" (no namespaces),
    "none" (limits and deadlines alone). secrets: paths that no child may read. preload: modules to import once.
    given: texts of the course's own cells, to be compiled once. data_folder: shown read-only in the child's working folder.
    Raises walls.NoWalls.

    A child and this process, which only ever wait for each other, share one processor while the child lives: to wake
    the next one takes longer than most answers do.
    """

    def __init__(
        self,
        level: str,
        *,
        secrets: Iterable[str] = (),
        preload: Iterable[str] = (),
        given: Iterable[str] = (),
        data_folder: Path | None = None,
        limits: Limits = LIMITS,
    ):
        self.level = level
        self.limits = limits
        self.secrets = secrets = [os.path.realpath(path) for path in secrets]
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        full = level == "full"
        boot = BOOT.format(folder=walls.CODE if full else str(HERE.parent), fd=theirs.fileno())
        command = [sys.executable, "-I", "-B", "-c", boot]
        if full:
            command = walls.private_root(command, secrets, data_folder, HERE)
        self._process = subprocess.Popen(
            command,
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
        )
        theirs.close()
        self._control = ours
        orders = {
            "level": level,
            "preload": list(preload),
            "given": list(given),
            "limits": asdict(limits),
            "home": walls.HOME if full else "",
            "data": walls.DATA if full else str(data_folder or ""),
            "readable": walls.readable_without_root(secrets, data_folder) if level == "partial" else [],
            "environment": {"PATH": os.defpath, "LC_ALL": "C.UTF-8", "MPLBACKEND": "module://matplotlib_inline.backend_inline"},
            "seccomp": walls.seccomp_program().hex() if level != "none" else "",
        }
        ours.send(json.dumps(orders).encode())
        self._ready = False
        self._child: Child | None = None
        self._processors = os.sched_getaffinity(0)

    def open(self) -> "Child":
        """A fresh child, ready to run cells; the one before it is closed."""
        from .channel import Child, Ended  # late: the fork server loads its NumPy while this process loads its own

        self._wait_until_ready()
        if self._child is not None:
            self._child.close()
        ours, theirs = socket.socketpair()
        processor = confine.processor()
        confine.keep_to({processor})
        packet, fds = b"", list[int]()
        with contextlib.suppress(OSError):
            socket.send_fds(self._control, [b"%d" % processor], [theirs.fileno()])
            packet, fds, _, _ = socket.recv_fds(self._control, 64, 1)
        theirs.close()
        if not packet:
            ours.close()
            raise walls.NoWalls("the fork server stopped: " + self._last_words())
        self._child = child = Child(ours, fds[0], self._reap, self.limits)
        try:
            child.begin()
        except Ended as end:
            raise walls.NoWalls(f"a child did not begin ({end})") from None
        return child

    def close(self) -> None:
        confine.keep_to(self._processors)
        self._control.close()
        try:
            self._process.wait(ENDING)  # it puts its child and the child's folder away
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()

    def _reap(self):
        confine.keep_to(self._processors)
        try:
            self._control.send(b"reap")
            return json.loads(self._control.recv(256))
        except (OSError, ValueError):
            return None  # the fork server has ended; the next `open` says so

    def _wait_until_ready(self):
        if self._ready:
            return
        try:
            self._control.settimeout(STARTING)
            self._ready = self._control.recv(64) == b"ready"
        except OSError:
            pass
        if not self._ready:
            raise walls.NoWalls("the fork server did not start: " + self._last_words())
        self._control.settimeout(None)

    def _last_words(self):
        self._process.kill()
        assert self._process.stderr
        lines = self._process.stderr.read(20_000).decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "it said nothing"


# Each of these must fail inside; what succeeds is named.
TRIALS = """
def trials(secrets):  # [(folder, names in it that lead to the interpreter)]
    import os, socket
    def write_outside(): open("/tmp/grader-was-here", "x")
    tries = {
        "starting a process": os.fork,
        "running a program": lambda: os.execv("/bin/true", ["true"]),
        "opening a socket": socket.socket,
        "reading other processes": lambda: os.listdir("/proc/self/fd"),
        "writing outside its folder": write_outside,
        **{"reading " + path: lambda path=path, way=way: set(os.listdir(path)) - set(way) for path, way in secrets},
    }
    done = []
    for name, attempt in tries.items():
        try:
            result = attempt()
        except OSError:
            continue
        if name == "starting a process" and result == 0:
            os._exit(0)
        if not (name.startswith("reading ") and not result):
            done.append(name)
    return done
"""


class Building:
    """A fork server that is starting; its walls are still to be tried, so that something else can be done meanwhile.

    isolation: "auto" takes the strongest level that can be had here, full or partial; "full" and "partial" that one or
    nothing; "none" no walls. options: see ForkServer."""

    def __init__(self, isolation: str = "auto", **options: Any):
        self._options = options
        levels = ["full", "partial"] if isolation == "auto" else [isolation]
        # each twice: that a process was killed while it started is no reason for weaker walls
        self._levels = [level for level in levels for _time in (1, 2)]
        self._refusals: list[str] = []
        self._server = self._start()

    def done(self) -> ForkServer:
        """The ForkServer whose walls have been tried. Raises walls.NoWalls with the reasons."""
        while self._server is not None:
            try:
                if self._server.level != "none":
                    _try_walls(self._server)
                return self._server
            except (walls.NoWalls, OSError) as error:
                self._refusals.append(f"{self._server.level}: {error}")
                self._server.close()
                self._server = self._start()
        raise walls.NoWalls("; ".join(dict.fromkeys(self._refusals)))

    def close(self) -> None:
        if self._server is not None:
            self._server.close()

    def _start(self):
        """The next level's, None where there is no more."""
        while self._levels:
            level = self._levels.pop(0)
            try:
                return ForkServer(level, **self._options)
            except (walls.NoWalls, OSError) as error:
                self._refusals.append(f"{level}: {error}")


def build(isolation: str = "auto", **options: Any) -> ForkServer:
    """The ForkServer of a Building, waited for."""
    return Building(isolation, **options).done()


def _try_walls(server):
    from .channel import Ended

    try:
        child = server.open()
        module = child.ask({"do": "bring", "source": TRIALS}, 5)["value"]
        trials = child.ask({"do": "get", "on": module, "name": "trials"}, 5)["value"]
        secrets = [(path, walls.ways_through(path)) for path in server.secrets]
        call = {"do": "call", "on": trials, "args": [secrets]}
        done = child.ask(call, 5).get("value")
    except (Ended, KeyError) as error:
        raise walls.NoWalls(f"the trial of the walls broke off ({error})") from None
    child.close()
    if done != []:
        raise walls.NoWalls("from inside, this could be done: " + ", ".join(done or ["everything"]))
