"""Many who hand in at once, and what kills the server meanwhile: for tests, and in large for benchmarks."""

import functools
import json
import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from grader.classroom.worker import Worker
from grader.course import known
from grader.result import GRADED
from tests.served import NAME, children, kill, until

RETRY_SECONDS = 0.3
VICTIMS = ("server", "worker", "fork server")
PROCESSES = {"worker": "grader.exam.process", "fork server": "sandbox.server.main"}


@dataclass
class Sent:
    """One hand-in. number: which attempt the server said that it is; seconds: until it said so; tries: how often it was sent."""

    student: str
    data: bytes
    number: int | None = None
    seconds: float = 0.0
    tries: int = 0
    answer: dict = field(default_factory=dict)


def notebooks(course, assignment=NAME):
    """The bytes of right and mistaken ones: the reference, a stub, and every third known wrong solution."""
    some = known.wrong_solutions(course, assignment)[::3]
    return [known.reference(course, assignment), known.notebook(course, assignment)] + [
        known.reference(course, assignment, **{wrong.exercise: wrong.code}) for wrong in some
    ]


def different(data, n):
    """The same notebook in other bytes."""
    return data.rstrip() + b"\n" * (1 + n % 50) + b" " * (n // 50) + b"\n"


def send(served, sent, assignment=NAME):
    """Hand one in, again and again until the server acknowledges it."""
    begun = time.monotonic()
    while True:
        sent.tries += 1
        try:
            answer = served.hand_in(sent.student, sent.data, assignment)
            if answer.status_code in (200, 202):
                sent.answer = answer.json()
                sent.number, sent.seconds = sent.answer["attempt"], time.monotonic() - begun
                return sent
            if answer.status_code not in (429, 503):
                raise AssertionError(f"{answer.status_code}: {answer.text}")
        except (httpx.TransportError, RuntimeError):  # it was killed, or its client closed meanwhile
            pass
        time.sleep(RETRY_SECONDS)


def run(jobs, threads):
    """Call each of `jobs`, so many at a time; what they raised is raised."""
    todo, raised = list(reversed(jobs)), []
    lock = threading.Lock()

    def work():
        while True:
            with lock:
                if not todo or raised:
                    return
                job = todo.pop()
            try:
                job()
            except Exception as error:
                raised.append(error)

    workers = [threading.Thread(target=work, daemon=True) for _n in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if raised:
        raise raised[0]


def siege(served, students, attempts, kills, seed, say=lambda *what: None, assignment=NAME):
    """Hand-ins from all students, `attempts` each, while something is killed again and again, at random moments. Returns what was
    sent, once everything is graded; asserts that nothing acknowledged is lost, or was graded more than once."""
    draw = random.Random(seed)
    all_of_them = notebooks(served.course, assignment)
    sent = [
        [Sent(student, different(draw.choice(all_of_them), n * attempts + k)) for k in range(attempts)]
        for n, student in enumerate(students)
    ]
    seen, stop = {}, threading.Event()
    killer = threading.Thread(target=_kill_on, args=(served, kills, draw, stop, say), daemon=True)
    watcher = threading.Thread(target=_watch_results, args=(served, seen, stop), daemon=True)
    killer.start()
    watcher.start()
    run([lambda own=own: [send(served, one, assignment) for one in own] for own in sent], threads=8)
    killer.join()
    everything = [one for own in sent for one in own]
    for one in everything:
        served.wait(one.student, one.number, assignment)
    stop.set()
    watcher.join()
    check(served, everything, seen, assignment)
    return everything


def check(served, everything, seen, assignment):
    """Each that was acknowledged is there, with its bytes, its marks and one result; what counts is recorded."""
    marks_of = functools.cache(lambda data: worker.grade("calm", data).result.score)
    with Worker(served.course, assignment) as worker:
        for one in everything:
            attempt = served.attempts.find(one.student, assignment, one.number)
            assert attempt, f"{one.student} {one.number} is lost"
            assert served.attempts.data(attempt, f"{assignment}.ipynb") == one.data
            result = served.attempts.result(attempt)
            assert result.status == GRADED, result.reason
            assert result.score == marks_of(one.data.rstrip()), "other marks than in peace"
            written = seen.get(served.attempts.folder(attempt) / "result.json", ())
            assert len(written) <= 1, "graded twice"
    for student in {one.student for one in everything}:
        numbers = [attempt.number for attempt in served.attempts.of(student, assignment)]
        assert numbers == sorted(set(numbers)) and {one.number for one in everything if one.student == student} <= set(numbers)
        until(lambda: _counts(served, student, assignment) == numbers[-1])


def _counts(served, student, assignment):
    path = served.course.root / "attempts" / student / assignment / "counts.json"
    return json.loads(path.read_text())["number"] if path.is_file() else None


def _watch_results(served, seen, stop):
    """Every time that a result was written, by its path."""
    root = served.course.root / "attempts"
    while not stop.is_set():
        for path in root.glob("*/*/*/result.json"):
            try:
                seen.setdefault(path, set()).add(path.stat().st_mtime_ns)
            except FileNotFoundError:
                continue
        time.sleep(0.1)


def _kill_on(served, kills, draw, stop, say):
    for n in range(kills):
        time.sleep(draw.uniform(0.1, 1.5))
        victim = VICTIMS[n % len(VICTIMS)]
        if victim == "server":
            orphans = children(served.process.pid)
            served.kill()
            time.sleep(draw.uniform(0.0, 0.3))
            served.start()
            left = until(lambda: not (set(orphans) & _alive()) or None)
            assert left, "a killed server's workers live on"
        else:
            found = [pid for pid, line in children(served.process.pid).items() if PROCESSES[victim] in line]
            if found:
                kill(draw.choice(found))
        say(f"{n + 1}: the {victim} was killed")


def _alive():
    return {int(path.name) for path in Path("/proc").glob("[0-9]*")}
