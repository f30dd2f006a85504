"""The examiner: one process that collects an assignment's hidden tests once and runs them for one submission after
another, each behind its own wall.

Started by `worker.Worker` as `python -I -m grader.examiner`. Requests and answers are lines of JSON on standard
input and output, between trusted processes.
"""

import contextlib
import hashlib
import importlib
import io
import json
import os
import sys
import time

# Before NumPy: a second thread of its BLAS would only cost.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")


def main():
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # a stray print is no answer
    sys.stdout = sys.stderr
    say = lambda told: print(json.dumps(told), file=answers, flush=True)
    orders = json.loads(sys.stdin.readline())

    from .course import Course, CourseError
    from .sandbox import host, walls
    from .words import _

    try:
        course = Course(orders["root"])
        source = course.source(orders["assignment"])
        server = host.build(
            orders["isolation"],
            meanwhile=lambda: importlib.import_module("pytest"),
            secrets=course.private_paths(),
            preload=source.imports(),
            data_folder=_existing(course.root / "release" / source.name),
            limits=course.settings.limits,
        )
    except CourseError as error:
        say({"refused": str(error)})
        return
    except walls.NoWalls as error:
        say({"refused": _("no walls can be built around student code here ({why}).").format(why=error)})
        return
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            _run_pytest(Examiner(course, source, server, bytes.fromhex(orders["secret"]), say))
    finally:
        server.close()


def _existing(folder):
    return folder if folder.is_dir() else None


def _run_pytest(examiner):
    import pytest

    from .course import HIDDEN

    folder = HIDDEN / examiner.source.name
    apart = ["-p", "no:cacheprovider", "--noconftest", "-c", os.devnull, "--rootdir", str(folder)]
    quiet = ["--assert=plain", "-q", "-s", "--tb=no"]
    code = pytest.main([*apart, *quiet, str(folder)], plugins=[examiner])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        examiner.say(
            {"refused": f"the hidden tests of {examiner.source.name} can't be collected: {examiner.collect_errors or code!r}"}
        )


class Examiner:
    """A pytest plugin whose test loop serves submissions. The fixtures of hidden tests are defined in `fixtures`."""

    def __init__(self, course, source, server, secret, say):
        self.course, self.source, self.server, self.secret, self.say = course, source, server, secret, say
        self.siblings = course.siblings(source.name)
        self.reference = course.reference(source.name)
        self.student = None
        self.student_id = ""
        self.outcomes = {}
        self.advice = {}
        self.collect_errors = ""

    def pytest_configure(self, config):
        from . import fixtures

        config.addinivalue_line("markers", "points(n): what a part is worth")
        config.stash[fixtures.EXAMINER] = self
        config.pluginmanager.register(fixtures)

    def pytest_collection_modifyitems(self, items):
        """Exercises in the notebook's order: what a test brings along is never the answer to one that comes later."""
        from .marks import exercise_of

        order = {name: n for n, name in enumerate(self.source.exercises)}
        items.sort(key=lambda item: order.get(exercise_of(item.module.__name__), len(order)))

    def pytest_collectreport(self, report):
        if report.failed:
            self.collect_errors += str(report.longrepr)[-500:]

    def pytest_runtestloop(self, session):
        from . import marks

        if session.testsfailed:
            return False
        try:
            plan = marks.Plan.of(self.source, session.items)
        except marks.PlanError as error:
            self.say({"refused": str(error)})
            return True
        self.say({"ready": self.server.level})
        for line in sys.stdin:
            request = json.loads(line)
            self.say(self.examine(session, plan, request["student"], bytes.fromhex(request["notebook"])))
        return True

    def examine(self, session, plan, student_id, data):
        """Everything that comes of one submission, as `worker.Graded` reads it."""
        from . import marks
        from . import notebook as nb
        from .student import Student

        started = time.monotonic()
        facts = {"assignment": self.source.name, "student": student_id, "isolation": self.server.level}
        try:
            notebook, notes = nb.align(nb.parse(data), self.source, self.siblings)
        except nb.Unreadable as error:
            result = marks.unreadable(plan, reason=str(error), seconds=time.monotonic() - started, **facts)
            return {"result": result.to_json(), "notebook": None, "points": dict.fromkeys(self.source.points)}
        self.student_id, self.outcomes, self.advice = student_id, {}, {}
        self.student = Student(self.server, notebook, self.source.definitions)
        try:
            self.student.run_cells()
            for item, following in zip(session.items, [*session.items[1:], None], strict=True):
                item.ihook.pytest_runtest_protocol(item=item, nextitem=following)
            cells = self.student.cells
        finally:
            self.student.close()
        result = marks.mark(plan, self.outcomes, self.advice, notes=notes, seconds=time.monotonic() - started, **facts)
        points = marks.cell_points(plan, result)
        return {"result": result.to_json(), "notebook": marks.write_outputs(notebook, plan, result, cells), "points": points}

    def pytest_runtest_makereport(self, item, call):
        """Note what came of a part. Only a test that ran to its end is passed; what is no NotPassed is our own fault."""
        from .outcomes import NotPassed
        from .result import FAULT, PASSED

        error = call.excinfo.value if call.excinfo else None
        if error is None:
            if call.when == "call":
                self.outcomes[item.nodeid] = (PASSED, "", "")
        elif isinstance(error, NotPassed) and call.when != "teardown":
            self.outcomes[item.nodeid] = (error.outcome, error.message, error.hint)
        else:
            told = f"{type(error).__name__}: {error}"
            self.outcomes[item.nodeid] = (FAULT, "", told)
            print(f"{item.nodeid} for {self.student_id}: {told}", file=sys.stderr)

    def seed(self, module):
        """For the probes of one test file: the same on every regrade, different for each student, unknown outside."""
        told = "\0".join((self.source.name, self.student_id, module)).encode()
        return int.from_bytes(hashlib.sha256(self.secret + b"\0" + told).digest()[:16], "little")


if __name__ == "__main__":
    main()
