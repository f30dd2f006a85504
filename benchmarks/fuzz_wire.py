"""Everything that reads what a submission says, fed with what no submission should say.

    python benchmarks/fuzz_wire.py [--cases 600000] [--guided 60] [--submissions 40] [--seed 0]

Prints, for each reader, how many cases it was given and how many got out: an exception other than the one it promises, or an
answer that can't be sent back; and the memory that decoding takes. Leaves with 1 if any did.

  decode       bytes of a message: noise, and right messages with bytes changed, cut, doubled
  channel      the same through a socket, as answers to a question
  outputs      what cells showed and the errors they ended with, of any type
  notebook     a notebook's JSON with anything in the place of anything, laid out, written, and made a page
  student      answers of any type to every question that a hidden test may ask
  hidden tests every assignment's, on the reference solution whose answers are exchanged now and then: nothing may get out of
               the examiner; a test that gives up in a way of its own leaves its part to a person, without marks
  guided       decode again, led by atheris (`pip install .[fuzz]`) towards lines not yet run, for some seconds
"""

import argparse
import collections
import contextlib
import json
import math
import os
import random
import re
import socket
import subprocess
import sys
import time
import traceback
import tracemalloc

import numpy as np

from grader.course import known
from grader.course.folder import Course
from grader.exam import examiner, process
from grader.exam.attempt import Attempt
from grader.exam.outcomes import NotPassed
from grader.exam.plan import Plan
from grader.exam.proxy import Proxy
from grader.exam.remote_error import RemoteError
from grader.exam.submission import Submission
from grader.notebook import outputs as shown
from grader.notebook.align import align
from grader.notebook.cells import cell_label, code_to_run
from grader.notebook.read import Unreadable, parse
from grader.notebook.write import dumps
from grader.pages import feedback
from grader.sandbox import channel, host, wire
from grader.sandbox.limits import Limits

ASSIGNMENT = "ps3_layer"
WORDS = (
    "",
    "x",
    "dz",
    "error",
    "value",
    "kind",
    "stdout",
    "data",
    "text",
    "image/png",
    "a" * 5000,
    "\x00\x1b[31m\u202e",
    "{x}",
    "%s",
)
NUMBERS = (0, 1, -1, 3, 2**31, 2**63 - 1, -(2**63), 0.0, -0.0, 1.5, 1e308, -1e-308, math.inf, -math.inf, math.nan)
SHAPES = ((), (0,), (1,), (3,), (2, 3), (3, 1), (1, 3), (0, 5), (2, 2, 2), (1,) * 8)


def anything(rng, depth=0):
    """A value of the wire's, of any kind."""
    kind = rng.randrange(11 if depth < 5 else 7)
    if kind == 0:
        return rng.choice((None, ..., True, False))
    if kind == 1:
        return rng.choice(NUMBERS)
    if kind == 2:
        return rng.choice(WORDS)
    if kind in (3, 4):
        shape = rng.choice(SHAPES)
        entries = rng.choice(
            (np.zeros(shape), np.ones(shape), np.full(shape, np.nan), np.arange(math.prod(shape), dtype=float).reshape(shape))
        )
        return entries if np.isnan(entries).any() else entries.astype(rng.choice((float, np.int64, bool)))
    if kind == 5:
        return wire.Handle(rng.choice((0, 1, 5, -1, 2**62)), rng.choice(WORDS)[:100])
    if kind == 6:
        return rng.random() * 10 ** rng.randrange(-3, 4)
    items = [anything(rng, depth + 1) for _ in range(rng.randrange(4))]
    if kind == 7:
        return items
    if kind == 8:
        return tuple(items)
    return {rng.choice(WORDS)[:50]: item for item in items}


def answer(rng):
    """A dict as a child might answer, with the keys that are looked at more often than chance has it."""
    keys = ("value", "error", "missing", "args", "seen", "warnings", "outputs", "cell", "line", "shapes", "type", "message")
    said = {key: anything(rng) for key in rng.sample(keys, rng.randrange(5))}
    if rng.random() < 0.3:
        said["error"] = {
            key: anything(rng) for key in ("type", "message", "cell", "line", "shapes", "function") if rng.random() < 0.7
        }
    if rng.random() < 0.3:
        said["outputs"] = [outputs_item(rng) for _ in range(rng.randrange(5))]
    return said


def outputs_item(rng):
    data = {kind: anything(rng) for kind in ("text/plain", "image/png", "text/html") if rng.random() < 0.6}
    kind = rng.choice(("stdout", "stderr", "display", "result", "dropped", anything(rng)))
    return rng.choice(({"kind": kind, "text": anything(rng)}, {"kind": kind, "data": data}, anything(rng)))


def disturbed(rng, data):
    """Bytes with some of them changed, cut away, doubled, or made the start of something longer."""
    data = bytearray(data)
    for _ in range(rng.randrange(4)):
        place = rng.randrange(len(data) + 1)
        match rng.randrange(5):
            case 0:
                data[place : place + 1] = rng.randbytes(1)
            case 1:
                del data[place : place + rng.randrange(9)]
            case 2:
                data[place:place] = data[place : place + rng.randrange(20)]
            case 3:
                data[place:place] = rng.choice(
                    (b"\xdd\xff\xff\xff\xff", b"\xdf\x7f\xff\xff\xff", b"\xc6\xff\xff\xff\xff", b"\xdc\xff\xff", b"\xc7\x00\x05")
                )
            case 4:
                del data[place:]
    return bytes(data)


def message(rng):
    if rng.random() < 0.1:
        return rng.randbytes(rng.randrange(60))
    if rng.random() < 0.2:
        return disturbed(rng, wire.encode({"answers": [wire.Encoded(answer(rng)) for _ in range(rng.randrange(4))]}))
    return disturbed(rng, wire.encode(anything(rng)))


def decode(data):
    try:
        known = wire.Known()
        value = wire.weighed(data, known)[0]
        known.expected = dict(enumerate(known.came))
        wire.weighed(data, known)
    except wire.Malformed:
        return
    wire.decode(wire.encode(value))


def decode_case(rng):
    decode(message(rng))


class Ours:
    """Two ends of a socket, kept for many questions."""

    def __init__(self):
        self.ours, self.theirs = socket.socketpair()
        self.child = channel.Child(self.ours, os.pidfd_open(os.getpid()), lambda: None, Limits())
        self.child.close = lambda: None  # it would kill this process
        self.child.usage = {"cpu_seconds": 0.0, "signal": 0, "breach": ""}

    def ask(self, data):
        self.theirs.settimeout(0)
        self.theirs.sendall(data)
        self.theirs.shutdown(socket.SHUT_WR)
        try:
            got = self.child.ask({"do": "begin"}, 5)
        except channel.Ended:
            return
        assert type(got) is dict and got["number"] == 1


def channel_case(rng):
    ours = Ours()
    said = {**answer(rng), "number": rng.choice((1, 1, 1, 2, True, 1.0, anything(rng)))}
    data = wire.frame(wire.encode(said))
    try:
        ours.ask(disturbed(rng, data) if rng.random() < 0.5 else data)
    finally:
        os.close(ours.child._pidfd)
        ours.ours.close()
        ours.theirs.close()


def outputs_case(rng):
    said = answer(rng)
    kept = shown.Room(rng.choice((0, 100, 10**6))).outputs(said.get("outputs"))
    RemoteError.parse(said.get("error"))
    json.dumps(kept).encode()


class Start:
    """What the notebook and student cases start from."""

    course = Course.find(os.path.dirname(__file__))
    source = course.source(ASSIGNMENT)
    reference = json.loads(known.reference(course, ASSIGNMENT))
    aligned = align(parse(json.dumps(reference).encode()), source)[0]


def json_thing(rng, depth=0):
    kind = rng.randrange(8 if depth < 4 else 5)
    if kind < 5:
        return (
            None,
            True,
            rng.choice((0, -1, 2**70, 1.5, 1e400)),
            rng.choice((*WORDS, "\ud800", "layer", "code", "test_layer_dz")),
            "",
        )[kind]
    items = [json_thing(rng, depth + 1) for _ in range(rng.randrange(4))]
    return (
        items
        if kind == 5
        else {rng.choice(("grade_id", "source", "metadata", "nbgrader", "cells", "\udfff")): item for item in items}
    )


def notebook_case(rng):
    fields = dict(Start.reference)
    cells = [dict(cell) for cell in fields["cells"]]
    for _ in range(rng.randrange(1, 5)):
        cell = rng.choice(cells)
        match rng.randrange(6):
            case 0:
                cell[rng.choice(("source", "metadata", "cell_type", "outputs", "attachments", "id"))] = json_thing(rng)
            case 1:
                cell["metadata"] = (
                    {
                        "nbgrader": {
                            **cell.get("metadata", {}).get("nbgrader", {}),
                            rng.choice(("grade_id", "points", "solution")): json_thing(rng),
                        }
                    }
                    if isinstance(cell.get("metadata"), dict) and isinstance(cell["metadata"].get("nbgrader", {}), dict)
                    else json_thing(rng)
                )
            case 2:
                cells.insert(rng.randrange(len(cells)), cell)
            case 3:
                del cells[rng.randrange(len(cells))]
            case 4:
                cells.append(json_thing(rng))
                cells = [one if isinstance(one, dict) else {} for one in cells]
            case 5:
                fields[rng.choice(("nbformat", "metadata", "worksheets", "nbformat_minor"))] = json_thing(rng)
    data = json.dumps({**fields, "cells": cells}).encode()
    data = disturbed(rng, data) if rng.random() < 0.3 else data
    try:
        aligned, notes = align(parse(data), Start.source)
    except Unreadable as why:
        str(why).encode()
        return
    "".join(notes).encode()
    dumps(aligned).encode()
    code_to_run(aligned)
    for number in range(-1, len(aligned["cells"]) + 1):
        cell_label(aligned, number)


class Liar:
    """In a child's place: answers with anything, or ends."""

    def __init__(self, rng):
        self.rng, self.alive, self.received = rng, True, 0

    def ask(self, request, seconds):
        if self.rng.random() < 0.1:
            self.alive = False
            raise channel.Ended(
                self.rng.choice(("timeout", "died", "malformed")), self.rng.choice(("", "threads", "files", "cpu_seconds"))
            )
        return {**answer(self.rng), "number": 1}

    def ask_each(self, requests, seconds):
        return (self.ask(request, seconds) for request in requests)

    def close(self):
        self.alive = False


class LiarsServer:
    limits = Limits()

    def __init__(self, rng):
        self.open = lambda: Liar(rng)


def liars_submission(rng, definitions):
    """A Submission that gets any answer to any question."""
    attempt = Attempt(LiarsServer(rng), Start.aligned)
    attempt.run_to(0)
    return Submission(attempt, definitions)


def student_case(rng):
    student = liars_submission(rng, Start.source.definitions)
    student.turn_to("layer", "test")
    things = [1.0, np.ones(2), ...]
    for _ in range(rng.randrange(2, 8)):
        proxies = [thing for thing in things if isinstance(thing, Proxy)]
        try:
            if not proxies or rng.random() < 0.3:
                deed = rng.choice(
                    (
                        lambda: student.Layer,
                        lambda: student.answer_ps3,
                        lambda: student.bring("x = 1"),
                        lambda: student.put("x", rng.choice(things)),
                    )
                )
                things.append(deed())
                continue
            one = rng.choice(proxies)
            repr(one), one._type_name, np.shape(one)
            deed = rng.choice(
                (
                    lambda: one.backward,
                    lambda: one(*things[:2]),
                    lambda: setattr(one, "weights", rng.choice(things)),
                    lambda: student.watch(one, 1.0).had,
                )
            )
            got = deed()
            things.append(got.returned if hasattr(got, "names") else got)
            repr(got)
        except NotPassed as said:
            f"{said.message} {said.hint} {said.shapes}".encode()
    json.dumps({str(number): ran for number, ran in student.source.cells.items()}).encode()


CASES = {
    "decode": (decode_case, 60),
    "channel": (channel_case, 8),
    "outputs": (outputs_case, 12),
    "notebook": (notebook_case, 2),
    "student": (student_case, 18),
}


def run(name, count, seed):
    """How many got out, the first few of them printed."""
    case, escaped = CASES[name][0], 0
    for n in range(count):
        rng = random.Random(f"{name} {seed} {n}")
        try:
            case(rng)
        except Exception:
            escaped += 1
            if escaped <= 3:
                print(f"{name}, seed {seed}, case {n}:", *traceback.format_exc().splitlines()[-7:], sep="\n  ")
    return escaped


def memory(seed):
    """The most bytes of memory that decoding took for each byte of a message that is made to take much."""
    worst, rng = 0.0, random.Random(seed)
    for unit in (b"\x90", b"\x80", b"\x91\xa1n", b"\x92\xa1l\x90", b"\xa0", b"\xc4\x00", b"\xc0", b"\xcb" + bytes(8)):
        for head in (b"\x92\xa1l\xdd", b"\xdd", b"\x92\xa1d\xdd", b"\x92\xa1t\xdd", b"\xdf"):
            count = rng.randrange(500_000, 1_000_000) // len(unit)
            data = head + count.to_bytes(4, "big") + unit * count
            tracemalloc.start()
            decode(data)
            worst = max(worst, tracemalloc.get_traced_memory()[1] / len(data))
            tracemalloc.stop()
    return worst


# ---- hidden tests


class Meddled:
    """A real child whose answers are exchanged now and then."""

    def __init__(self, child, rng, often, counted):
        self._child, self._rng, self._often, self._counted = child, rng, often, counted

    def __getattr__(self, name):
        return getattr(self._child, name)

    def ask(self, request, seconds, known=None):
        said = self._child.ask(request, seconds, known)
        self._counted["answers"] += 1
        if self._rng.random() > self._often or request["do"] in ("run", "bring"):
            return said
        self._counted["exchanged"] += 1
        if request["do"] == "batch" and "answers" in said:
            return {**said, "answers": [self._exchanged(one) if self._rng.random() < 0.1 else one for one in said["answers"]]}
        return self._exchanged(said)

    def _exchanged(self, said):
        key = self._rng.choice(("value", "value", "value", "args", "had", "error", "warnings", "all", "deep"))
        if key == "all":
            return {**answer(self._rng), "number": 1}
        if key == "deep":
            return meddle(self._rng, said)
        return {**said, key: anything(self._rng)}


def meddle(rng, value):
    """The same with one part of it exchanged."""
    if isinstance(value, dict) and value:
        key = rng.choice(list(value))
        return {**value, key: meddle(rng, value[key])}
    if isinstance(value, (list, tuple)) and len(value):
        n = rng.randrange(len(value))
        return type(value)([*value[:n], meddle(rng, value[n]), *value[n + 1 :]])
    return anything(rng)


class MeddledServer:
    def __init__(self, server):
        self.server, self.rng, self.often, self.counted = server, random.Random(0), 0.1, collections.Counter()

    def __getattr__(self, name):
        return getattr(self.server, name)

    def open(self):
        return Meddled(self.server.open(), self.rng, self.often, self.counted)


class Fuzzed(examiner.Examiner):
    """Grades the reference again and again, with a liar in between."""

    def pytest_runtestloop(self, session):
        plan = Plan.of(self.source, session.items)
        data = known.reference(self.course, self.source.name)
        self.faults = collections.Counter()
        for n in range(self.count):
            self.server.rng = random.Random(f"{self.source.name} {self.first} {n}")
            self.server.often = self.server.rng.choice((0.02, 0.1, 0.5))
            try:
                result, notebook, _points = self.examine(session, plan, "ada", data, True)
                dumps(notebook).encode()
                feedback.page(result, notebook).encode()
                json.dumps(result.to_json()).encode()
            except Exception:
                self.faults["out of the examiner"] += 1
                print(traceback.format_exc(), file=sys.stdout)
        return True

    def _note_fault(self, item, error):
        super()._note_fault(item, error)
        entries = traceback.extract_tb(error.__traceback__)
        last = [entry for entry in entries if "/assignments/" in entry.filename or "checks.py" in entry.filename]
        place = f"{os.path.basename(last[-1].filename)}:{last[-1].lineno}" if last else "?"
        self.faults[f"{place} {type(error).__name__}: {str(error)[:90]}"] += 1


def hidden_tests(submissions, seed, assignments):
    """(answers, exchanged, {place: faults}) over every assignment."""
    counted, faults = collections.Counter(), collections.Counter()
    for assignment in assignments or Start.course.assignments():
        source = Start.course.source(assignment)
        server = MeddledServer(
            host.build(
                "auto",
                preload=source.imports(),
                secrets=[str(Start.course.root)],
                data_folder=Start.course.root / "release" / assignment,
            )
        )
        fuzzed = Fuzzed(Start.course, source, None, b"fuzz", lambda message: print(message, file=sys.stdout))
        fuzzed.server = server
        fuzzed.count, fuzzed.first, fuzzed.faults = submissions, seed, collections.Counter()
        with open(os.devnull, "w") as nowhere, contextlib.redirect_stderr(nowhere), contextlib.closing(server.server):
            process.run_pytest(fuzzed)
        counted += server.counted
        faults += fuzzed.faults
    return counted["answers"], counted["exchanged"], faults


# ---- guided


def guided(seconds):
    """(cases, whether one got out) of atheris, in a process of its own, for it never returns."""
    command = [sys.executable, __file__, "--be-guided", str(seconds)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    cases = re.findall(r"^#(\d+)|Done (\d+) runs", done.stdout, re.MULTILINE)
    if done.returncode or not cases:
        print(done.stdout[-3000:])
    return max((int(a or b) for a, b in cases), default=0), done.returncode != 0


def be_guided(seconds):
    import atheris

    for function in (wire.decode, wire._Decoder.value, wire._Decoder.message, wire._Decoder.array, wire._Decoder.dict):
        owner = wire if function is wire.decode else wire._Decoder
        setattr(owner, function.__name__, atheris.instrument_func(function))
    corpus = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"fuzz-{os.getpid()}")
    os.mkdir(corpus)
    for n in range(300):
        with open(os.path.join(corpus, str(n)), "wb") as file:
            file.write(wire.encode(anything(random.Random(n))))
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", "-max_len=4096", "-seed=1", corpus], decode)
    atheris.Fuzz()


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--cases", type=int, default=600_000)
    options.add_argument("--guided", type=int, default=60, metavar="SECONDS")
    options.add_argument("--submissions", type=int, default=40, help="for each assignment")
    options.add_argument("--assignment", action="append")
    options.add_argument("--places", type=int, default=0, help="show so many places where a hidden test gave up")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--be-guided", type=int, help=argparse.SUPPRESS)
    args = options.parse_args()
    if args.be_guided:
        be_guided(args.be_guided)
    total, bad, started = 0, 0, time.monotonic()

    def say(name, cases, escaped):
        nonlocal total, bad
        total, bad = total + cases, bad + escaped
        print(f"{name:14} {cases:9,} cases, {escaped} got out", flush=True)

    for name, (_case, share) in CASES.items() if args.cases else ():
        count = args.cases * share // 100
        say(name, count, run(name, count, args.seed))
    if args.cases:
        print(f"memory         {memory(args.seed):9.1f} bytes for a byte, at most")
    if args.guided:
        cases, escaped = guided(args.guided)
        say("guided", cases, int(escaped))
    if args.submissions:
        answers, exchanged, faults = hidden_tests(args.submissions, args.seed, args.assignment)
        say("hidden tests", exchanged, faults["out of the examiner"])
        withheld = faults.total() - faults["out of the examiner"]
        print(
            f"  of {answers:,} answers, {exchanged:,} exchanged; in {withheld:,} parts a test could make nothing of them: marks withheld"
        )
        for place, n in faults.most_common(args.places):
            print(f"  {n:5} {place}")
    print(f"{total:,} cases, {bad} got out, {time.monotonic() - started:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
