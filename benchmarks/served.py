"""The hand-in server under a class: how long a student waits, what a kill costs, whether memory stays. From the repository root:

    python benchmarks/served.py one        # one student, warm: the upload form in Chromium, the server's part, the program's way
    python benchmarks/served.py class      # 300 students within a minute, and 30 at once
    python benchmarks/served.py class --assignment ps6_two_layer_net
    python benchmarks/served.py kill       # 50 random kills of server, workers and fork servers under load
    python benchmarks/served.py memory     # 5,000 hand-ins

Prints lines for RESULTS.md. The load generator's own CPU is told apart from the server's.
"""

import argparse
import contextlib
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parent.parent))

from grader.course.folder import Course
from grader.result import GRADED
from tests.repository import ROOT
from tests.served import Served, upload
from tests.served_load import Sent, different, notebooks, run, send, siege

SEED = 17


@contextlib.contextmanager
def serving(assignment, students):
    """A server of a course with this assignment alone."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("course_config.py", "nbgrader_config.py"):
            shutil.copy(ROOT / name, root)
        for part in (f"source/{assignment}", f"release/{assignment}", f"grader/assignments/{assignment}"):
            shutil.copytree(ROOT / part, root / part)
        (root / "solutions").mkdir()
        shutil.copy(ROOT / f"solutions/{assignment}.py", root / "solutions")
        served = Served(Course(root), students).start()
        try:
            yield served
        finally:
            served.stop()
            print(served.said(), file=sys.stderr)


def tree(pid):
    """The server's process and all below it."""
    server = psutil.Process(pid)
    return [server, *server.children(recursive=True)]


def cpu_seconds(pid):
    """Processor time of the server and of all that it started and that ended."""
    total = 0.0
    for process in tree(pid):
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            total += times.user + times.system + times.children_user + times.children_system
    return total


def memory_mb(pid):
    """Memory of server and workers together; what they share counts once (PSS)."""
    total = 0
    for process in tree(pid):
        with contextlib.suppress(psutil.Error):
            total += process.memory_full_info().pss
    return total / 2**20


def percentile(seconds, share):
    return sorted(seconds)[min(len(seconds) - 1, int(share * len(seconds)))]


def warm(served, assignment, n=8):
    """Have the workers started, and the hidden tests rehearsed."""
    some = notebooks(served.course, assignment)
    jobs = [Sent(f"warm{k}", different(some[k % len(some)], k)) for k in range(n)]
    run([lambda one=one: send(served, one, assignment=assignment) for one in jobs], threads=2)


def one(args):
    from tests.browser import chromium

    students = ["ada", *(f"warm{k}" for k in range(8))]
    with serving(args.assignment, students) as served:
        warm(served, args.assignment)
        some, program = notebooks(served.course, args.assignment), []
        for n in range(args.n):
            sent = send(served, Sent("ada", different(some[n % len(some)], n)), assignment=args.assignment)
            program.append(sent.seconds)
            time.sleep(3)
        form = []
        with served.as_("ada") as client:
            for n in range(args.n):
                begun = time.perf_counter()
                upload(client, different(some[n % len(some)], 100 + n), name=args.assignment)
                form.append(time.perf_counter() - begun)
                time.sleep(3)
        shown = []
        with chromium() as browser:
            page = browser.new_page()
            page.goto(served.link("ada"))
            for n in range(args.n):
                path = served.course.root / f"{args.assignment}.ipynb"
                path.write_bytes(different(some[n % len(some)], 200 + n))
                page.goto(f"{served.address}/a/{args.assignment}")
                page.set_input_files("#notebook", path)
                begun = time.perf_counter()
                page.get_by_role("button", name="Hand in").click()
                page.locator("p.mark").wait_for()
                page.wait_for_url("**/a/*/*")
                shown.append(time.perf_counter() - begun)
                time.sleep(3)
        said = [
            ("the program", program),
            ("the form's answer (two requests)", form),
            ("the form in Chromium, until the page is shown", shown),
        ]
        for what, seconds in said:
            print(
                f"{args.assignment}, {what}: median {1000 * statistics.median(seconds):.0f} ms, most {1000 * max(seconds):.0f} ms, {len(seconds)} hand-ins"
            )


def whole_class(args):
    students = [f"s{n}" for n in range(args.students)] + [f"warm{k}" for k in range(8)]
    with serving(args.assignment, students) as served:
        warm(served, args.assignment)
        some, draw = notebooks(served.course, args.assignment), random.Random(SEED)
        for count, within in ((args.students, args.within), (min(30, args.students), 0.0)):
            sent = [Sent(f"s{n}", different(draw.choice(some), n + int(within))) for n in range(count)]
            moments = sorted(draw.uniform(0, within) for _one in sent)
            begun, before, own = time.monotonic(), cpu_seconds(served.process.pid), time.process_time()

            def at(moment, one, begun=begun):
                time.sleep(max(0.0, begun + moment - time.monotonic()))
                return send(served, one, assignment=args.assignment)

            run([lambda m=m, o=o: at(m, o) for m, o in zip(moments, sent, strict=True)], threads=count)
            took = time.monotonic() - begun
            for o in sent:
                assert served.wait(o.student, o.number, args.assignment).status == GRADED
            seconds = [o.seconds for o in sent]
            print(
                f"{args.assignment}, {count} students within {within:.0f} s: all graded in {took:.1f} s, none lost; "
                f"median {statistics.median(seconds):.2f} s, p95 {percentile(seconds, 0.95):.2f} s, most {max(seconds):.2f} s; "
                f"asked to come back {sum(o.tries > 1 for o in sent)}; CPU: server and workers {cpu_seconds(served.process.pid) - before:.1f} s, "
                f"load generator {time.process_time() - own:.1f} s; {os.cpu_count()} cores"
            )


def kill(args):
    students = [f"s{n}" for n in range(12)]
    with serving(args.assignment, students) as served:
        begun = time.monotonic()
        sent = siege(
            served, students, attempts=max(2, args.kills // 2), kills=args.kills, seed=SEED, say=print, assignment=args.assignment
        )
        print(
            f"{args.assignment}: {args.kills} kills, {len(sent)} hand-ins acknowledged, all there, each graded once and as in peace; {time.monotonic() - begun:.0f} s"
        )


def memory(args):
    students = [f"s{n}" for n in range(250)] + [f"warm{k}" for k in range(8)]
    with serving(args.assignment, students) as served:
        warm(served, args.assignment)
        some, done, at = notebooks(served.course, args.assignment), 0, {}
        while done < args.n:
            jobs = [Sent(students[(done + k) % 250], different(some[(done + k) % len(some)], done + k)) for k in range(100)]
            run([lambda o=o: send(served, o, assignment=args.assignment) for o in jobs], threads=4)
            done += len(jobs)
            if done in (500, args.n) or done % 1000 == 0:
                at[done] = memory_mb(served.process.pid)
                print(
                    f"after {done}: {at[done]:.0f} MB in all, {psutil.Process(served.process.pid).memory_full_info().pss / 2**20:.0f} MB of it the server",
                    flush=True,
                )
        if 500 in at:
            print(f"{args.assignment}: from the 500th to the {args.n}th hand-in {at[args.n] - at[500]:+.0f} MB")


def main():
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("what", choices=("one", "class", "kill", "memory"))
    args.add_argument("--assignment", default="ps3_layer")
    args.add_argument("--students", type=int, default=300)
    args.add_argument("--within", type=float, default=60.0)
    args.add_argument("--kills", type=int, default=50)
    args.add_argument("--n", type=int, help="hand-ins, by default 20 for `one` and 5,000 for `memory`")
    args = args.parse_args()
    args.n = args.n or {"memory": 5000}.get(args.what, 20)
    {"one": one, "class": whole_class, "kill": kill, "memory": memory}[args.what](args)


if __name__ == "__main__":
    main()
