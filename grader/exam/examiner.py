"""The examiner: one process that collects an assignment's hidden tests once and runs them for one submission after
another, each behind its own wall.

Started by `worker.Worker` as `python -I -m grader.examiner`. Requests and answers are messages (see `pipe`) on standard
input and output, between trusted processes.
"""

import contextlib
import gc
import hashlib
import itertools
import os
import resource
import sys
import time
from dataclasses import replace

from pluggy import HookimplMarker

from grader.exam import pipe

# Before NumPy: a second thread of its BLAS would only cost.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")

hookimpl = HookimplMarker("pytest")

MEMORY = 4 << 30  # address space of this process: whatever a submission gives back, comparing it ends in an error and not in swap

SWEPT, LARGE = 10, 1 << 18  # garbage is collected after so many submissions, or after one that gave back so many bytes

# What of pytest serves a person who looks on; each would do its work around every part of every submission.
UNUSED = (
    *("terminal", "capture", "logging", "warnings", "unraisableexception", "threadexception", "skipping", "faulthandler"),
    *("doctest", "unittest", "junitxml", "pastebin", "stepwise", "setuponly", "setupplan", "tmpdir", "legacypath", "recwarn"),
)


def main():
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print is no answer
    sys.stdout = sys.stderr
    say = lambda told: pipe.send(answers, told)
    orders = pipe.receive(sys.stdin.buffer)
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most), most))

    from grader.course.folder import Course, CourseError
    from grader.sandbox import host

    try:
        course = Course(orders["root"])
        source = course.source(orders["assignment"])
        building = host.Building(
            orders["isolation"] or course.settings.isolation,
            secrets=course.private_paths(),
            preload=source.imports(),
            given=source.given,
            data_folder=_existing(course.root / "release" / source.name),
            limits=course.settings.limits,
        )
    except CourseError as error:
        say({"refused": str(error)})
        return
    try:
        with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
            _run_pytest(Examiner(course, source, building, orders["secret"], say))
    finally:
        building.close()


def _existing(folder):
    return folder if folder.is_dir() else None


def _run_pytest(examiner):
    import pytest

    folder = examiner.course.content(examiner.source.name)
    apart = ["-p", "no:cacheprovider", "--noconftest", "-c", os.devnull, "--rootdir", str(folder)]
    without = [word for plugin in UNUSED for word in ("-p", f"no:{plugin}")]
    code = pytest.main([*apart, "--assert=plain", *without, str(folder)], plugins=[examiner])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        examiner.say(
            {"refused": f"the hidden tests of {examiner.source.name} can't be collected: {examiner.collect_errors or code!r}"}
        )


class Examiner:
    """A pytest plugin whose test loop serves submissions. The fixtures of hidden tests are defined in `fixtures`."""

    def __init__(self, course, source, building, secret, say):
        from grader.exam import diagnosis

        self.course, self.source, self.building, self.secret, self.say = course, source, building, secret, say
        self.server = None
        self.siblings = course.siblings(source.name)
        self.reference = course.reference(source.name)
        self.library = diagnosis.Library(course, source.name)
        self.student = None
        self.student_id = ""
        self.outcomes = {}
        self.advice = {}
        self.collect_errors = ""

    def pytest_configure(self, config):
        from grader.exam import fixtures

        config.addinivalue_line("markers", "points(n): what a part is worth")
        config.stash[fixtures.EXAMINER] = self
        config.pluginmanager.register(fixtures)

    def pytest_collection_modifyitems(self, items):
        """Exercises in the notebook's order: what a test brings along is never the answer to one that comes later."""
        from grader.exam.marks import exercise_of

        order = {name: n for n, name in enumerate(self.source.exercises)}
        items.sort(key=lambda item: order.get(exercise_of(item.module.__name__), len(order)))

    def pytest_collectreport(self, report):
        if report.failed:
            self.collect_errors += str(report.longrepr)[-500:]

    def pytest_runtestloop(self, session):
        from grader.classroom.worker import Graded
        from grader.exam import marks
        from grader.sandbox import walls
        from grader.words import _

        if session.testsfailed:
            return False
        try:
            plan = marks.Plan.of(self.source, session.items)
        except marks.PlanError as error:
            self.say({"refused": str(error)})
            return True
        try:
            self.server = self.building.done()  # only now: it has started while this process loaded pytest and collected
        except walls.NoWalls as error:
            self.say({"refused": _("no walls can be built around student code here ({why}).").format(why=error)})
            return True
        gc.collect()
        gc.freeze()
        gc.disable()  # left to itself, it would look through everything several times a submission
        self.say({"ready": self.server.level})
        for n in itertools.count():
            if not (request := pipe.receive(sys.stdin.buffer)):
                return True
            result, notebook, points = self.examine(session, plan, request["student"], request["data"])
            self.say(vars(Graded.of(replace(result, digest=request["digest"]), points, notebook, page=request["page"])))
            if n % SWEPT == 0 or (self.student and self.student.received > LARGE):
                gc.collect()

    def examine(self, session, plan, student_id, data):
        """What came of one submission: its Result, the autograded notebook or None, the points of its test cells."""
        from grader.exam import marks
        from grader.exam.student import Student
        from grader.notebook import read as nb

        started = time.monotonic()
        facts = {"assignment": self.source.name, "student": student_id, "isolation": self.server.level}
        try:
            notebook, notes = nb.align(nb.parse(data), self.source, self.siblings)
        except nb.Unreadable as error:
            result = marks.unreadable(plan, reason=str(error), seconds=time.monotonic() - started, **facts)
            return result, None, dict.fromkeys(self.source.points)
        self.student_id, self.outcomes, self.advice = student_id, {}, {}
        self.student = Student(self.server, notebook, self.source.definitions)
        try:
            self.student.run_cells()
            for module, items in itertools.groupby(session.items, lambda item: item.module):
                self.student.turn_to(marks.exercise_of(module.__name__))
                items = list(items)
                for item, following in itertools.zip_longest(items, items[1:]):
                    self.student.turn_to(marks.exercise_of(module.__name__))
                    item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            cells = self.student.cells
        finally:
            self.student.close()
        self._diagnose(plan, {item.nodeid: item.fixturenames for item in session.items})
        result = marks.mark(plan, self.outcomes, self.advice, notes=notes, seconds=time.monotonic() - started, **facts)
        points = marks.cell_points(plan, result)
        return result, marks.write_outputs(notebook, plan, result, points, cells), points

    def _diagnose(self, plan, fixtures):
        """Say why of each exercise that has a failed part. The marks stand already: an error here is no fault of theirs.

        fixtures: {test: names of those that serve it}."""
        from grader.result import FAILED

        for exercise in plan.exercises:
            parts = {p.test: p.part for p in plan.parts if p.exercise == exercise}
            told = {test: self.outcomes[test] for test in parts if test in self.outcomes}
            if any(outcome.outcome == FAILED for outcome in told.values()):
                try:
                    asked = self.student.asked.get(exercise, [])
                    self.outcomes |= self.library.explain(exercise, asked, told, parts, fixtures)
                except Exception as error:
                    why = f"{type(error).__name__}: {error}"
                    print(f"no diagnosis of {exercise} for {self.student_id!r}: {why!r}", file=sys.stderr)

    def pytest_fixture_setup(self, fixturedef, request):
        from grader.exam.marks import exercise_of

        if fixturedef.scope == "module":  # the others ask nothing
            self.student.turn_to(exercise_of(request.module.__name__), fixturedef.argname)

    def pytest_runtest_call(self, item):
        from grader.exam.marks import exercise_of

        self.student.turn_to(exercise_of(item.module.__name__), item.nodeid)

    @hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item, call):
        """Note what came of a part. Only a test that ran to its end is passed; what is no NotPassed is our own fault.

        Gives pytest a report of its own making: pytest's would hold a traceback in colours, which costs more than the test."""
        from pytest import TestReport

        from grader.exam.outcomes import NotPassed, Outcome
        from grader.result import FAULT, PASSED
        from grader.sandbox import walls

        error = call.excinfo.value if call.excinfo else None
        if isinstance(error, walls.NoWalls):
            print(f"the examiner ends: {error}", file=sys.stderr, flush=True)
            os._exit(1)  # the fork server is gone: the next worker brings one of its own
        if error is None:
            if call.when == "call":
                self.outcomes[item.nodeid] = Outcome(PASSED)
        elif isinstance(error, NotPassed) and call.when != "teardown":
            told = {name: getattr(error, name) for name in ("outcome", "message", "hint", "shapes", "lines", "stopped")}
            self.outcomes[item.nodeid] = Outcome(**told)
        else:
            told = f"{type(error).__name__}: {error}"
            self.outcomes[item.nodeid] = Outcome(FAULT)
            print(f"{item.nodeid} for {self.student_id!r}: {told!r}", file=sys.stderr)
        return TestReport(item.nodeid, item.location, {}, "failed" if error else "passed", None, call.when)

    def seed(self, module):
        """For the probes of one test file: the same on every regrade, different for each student, unknown outside."""
        told = "\0".join((self.source.name, self.student_id, module)).encode()
        return int.from_bytes(hashlib.sha256(self.secret + b"\0" + told).digest()[:16], "little")


if __name__ == "__main__":
    main()
