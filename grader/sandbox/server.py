"""The fork server: one process with NumPy and IPython loaded, which forks a child for each submission.

It never sees a hidden test, an answer or a submission: it passes each child a socket and has no other
business. Requests come as single packets on a control socket; see `host.ForkServer`.
"""

import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import tempfile

from . import child, confine, guard
from .limits import Limits


def main(control_fd: int) -> None:
    confine.keep_memory()
    control = socket.socket(fileno=control_fd)
    shell = child.make_shell()
    orders = json.loads(control.recv(1 << 20))
    for name in orders["preload"]:
        try:
            importlib.import_module(name)
        except ImportError:
            pass  # the student's cell will say so
    shell.prepare(orders["given"])
    limits = Limits(**orders["limits"])
    child.walk_paths(shell, limits)
    program = bytes.fromhex(orders["seccomp"])
    devnull = os.open(os.devnull, os.O_RDWR)
    gc.collect()
    gc.freeze()
    control.send(b"ready")
    while True:
        packet, fds, _, _ = socket.recv_fds(control, 64, 1)
        if not packet:
            os._exit(0)  # the host is gone, and nothing is left to be put away
        channel = fds[0]
        confine.keep_to({int(packet)})
        home = orders["home"] or tempfile.mkdtemp(prefix=f"grader-{os.getpid()}-")
        pid = _fork(orders["level"])
        if pid == 0:
            try:
                control.close()
                _confine(orders, limits, program, home)
            except BaseException as error:
                child.say_unconfined(channel, error)
                os._exit(1)
            child.serve(channel, devnull, shell, limits)
            os._exit(0)
        os.close(channel)
        pidfd = os.pidfd_open(pid)
        socket.send_fds(control, [b"child"], [pidfd])
        os.close(pidfd)
        breach = "" if orders["level"] == "full" else _keep_watch(control, guard.Guard(pid, home, limits))
        if not control.recv(64):  # "reap": the host has seen it die; nothing: the host itself is gone
            os.kill(pid, signal.SIGKILL)
        _, status, usage = os.wait4(pid, 0)
        if not orders["home"]:
            guard.remove(home)
        facts = {
            "cpu_seconds": usage.ru_utime + usage.ru_stime,
            "memory_bytes": 1024 * usage.ru_maxrss,
            "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0,
            "breach": breach,
        }
        control.send(json.dumps(facts).encode())


def _keep_watch(control, watched):
    """Wait for the host's next word; kill the child that takes more than its share before. Returns the limit, or ""."""
    while not select.select([control], [], [], guard.EVERY)[0]:
        breach = watched.breach()
        if breach:
            os.kill(watched.pid, signal.SIGKILL)
            return breach
    return ""


def _fork(level):
    if level != "full":
        return os.fork()
    confine.unshare(confine.CLONE_NEWPID)
    pid = os.fork()
    if pid:
        confine.rejoin_own_pid_namespace()
    return pid


def _confine(orders, limits, program, home):
    level = orders["level"]
    confine.die_with_parent()
    if level == "full":
        confine.unshare(confine.CLONE_NEWNS | confine.CLONE_NEWIPC)
        confine.mount_tmpfs(home, limits.files, guard.MAX_ENTRIES)
    os.chdir(home)
    os.environ.clear()
    os.environ.update(orders["environment"], HOME=home, TMPDIR=home, MPLCONFIGDIR=home, IPYTHONDIR=home)
    tempfile.tempdir = home
    for name in os.listdir(orders["data"]) if os.path.isdir(orders["data"]) else ():
        os.symlink(os.path.join(orders["data"], name), os.path.join(home, name))
    sys.path += filter(
        None, [orders["data"]]
    )  # modules of the assignment's folder are the course's own, whatever a submission writes
    if level != "none":
        readable = ["/"] if level == "full" else orders["readable"]
        rules = confine.landlock_rules(readable, [home, os.devnull])
        confine.drop_privileges()  # before Landlock, which an ordinary user may use only once no privilege can be regained
        confine.landlock(rules)
    confine.set_limits(limits, own_namespaces=level == "full")
    if level != "none":
        confine.seccomp(program)


if __name__ == "__main__":
    main(int(sys.argv[1]))
