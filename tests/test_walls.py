"""The walls, tried from inside at every level that can be built here."""

import json
import os
import subprocess
import sys
import threading
import time

import psutil
import pytest

from grader.sandbox import guard, host, walls
from grader.sandbox.channel import Ended
from grader.sandbox.limits import Limits

pytestmark = pytest.mark.slow

SECRET = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


@pytest.fixture(scope="module", params=["full", "partial"])
def server(request):
    built = host.build(request.param, secrets=[SECRET], limits=Limits(call_seconds=1, files=1 << 20))
    yield built
    built.close()


@pytest.fixture
def run(server):
    """`run(code)`: (type of the error or None, text shown) of one cell in a fresh child."""
    children = []

    def once(code, seconds=10):
        children.append(server.open())
        answer = children[-1].ask({"do": "run", "source": code, "cell": 0}, seconds)
        shown = "".join(item.get("text", "") + item.get("data", {}).get("text/plain", "") for item in answer["outputs"])
        return (answer["error"] or {}).get("type"), shown

    yield once
    for child in children:
        child.close()


REFUSED = {
    "fork": "import os; os.fork()",
    "exec": "import os; os.execv('/bin/true', ['true'])",
    "subprocess": "import subprocess; subprocess.run(['true'])",
    "shell magic": "!true",
    "bash magic": "%%bash\ntrue",
    "socket": "import socket; socket.socket()",
    "kill": "import os; os.kill(os.getppid() or 1, 9)",
    "read the course": f"import os; open({os.path.join(SECRET, 'course_config.py')!r})",
    "list the hidden tests": f"import os; os.listdir({os.path.join(SECRET, 'grader', 'assignments')!r})",
    "write outside": "open('/tmp/x', 'w')",
    "write to the interpreter": "import numpy; open(numpy.__file__, 'a')",
    "proc": "open('/proc/self/environ').read(1)",
    "raise a limit": "import resource; resource.setrlimit(resource.RLIMIT_AS, (1 << 40, 1 << 40))",
    "too much memory": "import numpy as np; np.ones(10**9)",
    "a large file": "open('x', 'wb').write(bytes(2 << 20)); open('y', 'wb').write(bytes(2 << 20))",
    "input": "input()",
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_must_fail_inside_fails(run, what):
    """Processes, programs, sockets, secrets, foreign files and more than its share are refused with an exception."""
    error, _ = run(REFUSED[what])
    assert error in ("PermissionError", "FileNotFoundError", "OSError", "MemoryError", "ValueError", "EOFError", "RuntimeError")


WORKS = {
    "files of its own": "open('x', 'w').write('abc'); open('x').read()",
    "threads": "import threading\nt = threading.Thread(target=print, args=('abc',)); t.start(); t.join()",
    "asyncio": "import asyncio\nawait asyncio.sleep(0.01); 'abc'",
    "matplotlib": "%matplotlib inline\nimport matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show(); 'abc'",
    "temporary files": "import tempfile\nwith tempfile.TemporaryFile() as f:\n    f.write(b'abc')\n'abc'",
    "the last expression": "x = 'ab'\nx + 'c'",
    "magics": "%timeit -n1 -r1 1 + 1\n'abc'",
    "display": "display('abc')",
    "linear algebra": "import numpy as np\nnp.linalg.svd(np.ones((50, 50))); 'abc'",
}


@pytest.mark.parametrize("what", WORKS)
def test_what_honest_notebooks_use_works(run, what):
    """The walls let through what a notebook of the course may want."""
    error, shown = run(WORKS[what])
    assert error is None
    assert "abc" in shown


def test_nothing_of_one_child_is_seen_by_the_next(run):
    """Names and files vanish with their child."""
    run("kept = 1; open('kept', 'w').write('x')")
    assert run("kept")[0] == "NameError"
    assert run("open('kept')")[0] == "FileNotFoundError"


@pytest.mark.parametrize(
    "code",
    [
        "while True: pass",
        "import time; time.sleep(1000)",
        "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True: pass",
        "import threading; threading.Thread(target=lambda: [None for _ in iter(int, 1)]).start()\nwhile True: pass",
    ],
)
def test_the_deadline_is_held_from_outside(server, code):
    """Whatever runs on is killed, and is dead when `ask` returns."""
    child = server.open()
    with pytest.raises(Ended) as end:
        child.ask({"do": "run", "source": code, "cell": 0}, 0.3)
    assert end.value.reason == "timeout"
    assert not child.alive


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import os; os._exit(0)", "died"),
        ("import ctypes; ctypes.string_at(0)", "died"),
        ("import os; os.close(3)", "died"),
        ("import os; os.write(3, b'\\xff' * 100)", "malformed"),
        ("import os; os.write(3, b'\\x05\\0\\0\\0abcde')", "malformed"),
    ],
)
def test_a_death_or_a_broken_channel_ends_the_child_alone(server, code, reason):
    """The examiner gets Ended, and the next child is as good as ever."""
    child = server.open()
    with pytest.raises(Ended) as end:
        child.ask({"do": "run", "source": code, "cell": 0}, 5)
    assert end.value.reason == reason
    fresh = server.open()
    assert fresh.ask({"do": "run", "source": "1", "cell": 0}, 5)["error"] is None
    fresh.close()


def test_surplus_answers_are_no_answers(server):
    """A reply prepared before the question carries the wrong number, and is malformed."""
    child = server.open()
    forged = "from sandbox import wire\nimport os\nos.write(3, wire.frame(wire.encode({'value': 1.0, 'number': 99})))"
    answer = {}
    with pytest.raises(Ended):
        answer = child.ask({"do": "run", "source": "import sys\n" + forged, "cell": 0}, 5)
        answer = child.ask({"do": "name", "name": "x"}, 5)
    assert answer == {} or "value" not in answer


def test_requests_sent_ahead_are_answered_in_order(server):
    """However large they are together; what ends the process ends the rest, and nothing before it."""
    sources = [f"print({n})\n#" + 1000 * n * "x" for n in range(40)] + ["import os; os._exit(0)", "print('never')"]
    child, shown = server.open(), []
    with pytest.raises(Ended):
        for answer in child.ask_each([{"do": "run", "source": source, "cell": 0} for source in sources], 10):
            shown += [item["text"] for item in answer["outputs"]]
    assert shown == [f"{n}\n" for n in range(40)]
    assert not child.alive


def test_a_request_that_cannot_be_sent_ends_no_other(server):
    child, sources = server.open(), ["print(1)", "x" * (9 << 20), "print(2)"]
    answers = child.ask_each([{"do": "run", "source": source, "cell": 0} for source in sources], 10)
    assert next(answers)["error"] is None
    with pytest.raises(Ended):
        next(answers)


def test_a_child_shares_its_examiners_processor(server):
    """Only while it lives."""
    before = os.sched_getaffinity(0)
    child = server.open()
    ours = os.sched_getaffinity(0)
    answer = child.ask({"do": "run", "source": "import os; print(os.sched_getaffinity(0))", "cell": 0}, 10)
    assert answer["outputs"][0]["text"].strip() == str(ours)
    assert len(ours) == 1
    child.close()
    assert os.sched_getaffinity(0) == before


def test_output_is_kept_up_to_its_limit(server):
    """64 MB of text cost 1 MB and a remark."""
    child = server.open()
    answer = child.ask({"do": "run", "source": "for _ in range(640): print('x' * 100_000)", "cell": 0}, 10)
    child.close()
    assert sum(len(item.get("text", "")) for item in answer["outputs"]) <= server.limits.output
    assert answer["outputs"][-1]["kind"] == "dropped"


def test_no_process_outlives_its_server(server):
    """After close, killed at once, no child of the fork server is left."""
    mine = host.build(server.level, secrets=[SECRET])
    child = mine.open()
    mine.close()
    deadline = time.monotonic() + 5
    with pytest.raises(walls.NoWalls):
        child.ask({"do": "begin"}, 5)
    assert time.monotonic() < deadline


def test_what_ends_with_its_server_was_not_ended_by_the_submission(server):
    """It is examined again by another worker: nothing is put down to the student."""
    mine = host.build(server.level, secrets=[SECRET])
    child = mine.open()
    processes = psutil.Process(mine._process.pid)
    threading.Timer(0.3, lambda: [one.kill() for one in [processes, *processes.children(recursive=True)]]).start()
    with pytest.raises(walls.NoWalls):
        child.ask({"do": "run", "source": "import time; time.sleep(10)", "cell": 0}, 10)
    with pytest.raises(walls.NoWalls):
        mine.open()
    mine.close()


WITHOUT = """
import errno, os, sys
import pyseccomp as seccomp
rules = seccomp.SyscallFilter(seccomp.ALLOW)
rules.add_rule(seccomp.ERRNO(errno.EPERM), "unshare")
rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "clone3")
for flag in (0x10000000, 0x20000):  # CLONE_NEWUSER, CLONE_NEWNS
    rules.add_rule(seccomp.ERRNO(errno.EPERM), "clone", seccomp.Arg(0, seccomp.MASKED_EQ, flag, flag))
if sys.argv[1] == "no landlock":
    rules.add_rule(seccomp.ERRNO(errno.ENOSYS), "landlock_create_ruleset")
rules.load()
os.execv(sys.executable, [sys.executable, "-m", "grader", "check", *sys.argv[2:]])
"""


def check_without(what, *arguments):
    """`grader check` on a system that refuses namespaces, or namespaces and Landlock."""
    command = [sys.executable, "-c", WITHOUT, what, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=SECRET, timeout=120)


def test_without_namespaces_the_second_level_is_built_and_said(course):
    """Where user namespaces are refused, Landlock, seccomp and limits stand alone."""
    done = check_without("no namespaces", course.source_path("ps3_layer"), "--json")
    assert json.loads(done.stdout)["isolation"] == "partial"


def test_without_any_walls_the_grader_refuses(course):
    """It says why, runs nothing, and leaves with exit code 2."""
    done = check_without("no landlock", course.source_path("ps3_layer"))
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert "full: " in done.stderr
    assert "Landlock" in done.stderr


def test_no_walls_only_in_so_many_words(course):
    """`--isolation none` grades, and the result says that it did."""
    done = check_without("no landlock", course.source_path("ps3_layer"), "--json", "--isolation", "none")
    assert json.loads(done.stdout)["isolation"] == "none"


@pytest.mark.parametrize("level", ["full", "partial"])
def test_an_ordinary_user_builds_them_too(level):
    """Without any capability, in a user namespace that maps to whoever runs the tests; the throw-away child finds no way out."""
    code = f"from grader.sandbox import host, limits; host.build({level!r}, secrets=[{SECRET!r}], limits=limits.Limits()).close()"
    user = ["unshare", "--user", "--map-user=1000", "--map-group=1000"]
    done = subprocess.run([*user, sys.executable, "-c", code], capture_output=True, text=True, cwd=SECRET)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_of_the_largest_size_is_no_breach_whatever_the_file_system_takes_beside_it(tmp_path):
    """Else the cell that runs next would be stopped for what an earlier one wrote, if the disk lies in many pieces."""
    limits = Limits(files=1 << 20, threads=4096)
    looks = guard.Guard(os.getpid(), str(tmp_path), limits)
    (tmp_path / "largest").write_bytes(b"x" * limits.files)
    (tmp_path / "where_its_pieces_lie").write_bytes(b"x" * 4096)
    assert looks.breach() == ""
    (tmp_path / "more").write_bytes(b"x" * guard.BESIDE)
    assert looks.breach() == "files"
