"""The examiner's process: `python -I -m grader.exam.process`, started by `classroom.worker.Worker`.

Requests and answers are messages (see `pipe`) on standard input and output, between trusted processes.
"""

import contextlib
import os
import resource
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.exam import pipe

if TYPE_CHECKING:
    from grader.exam.examiner import Examiner

# Before NumPy: a second thread of its BLAS would only cost.
os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1", PYTEST_DISABLE_PLUGIN_AUTOLOAD="1")

MEMORY = 4 << 30  # address space of this process: whatever a submission gives back, comparing it ends in an error and not in swap

# What of pytest serves a person who looks on; each would do its work around every part of every submission.
UNUSED = (
    *("terminal", "capture", "logging", "warnings", "unraisableexception", "threadexception", "skipping", "faulthandler"),
    *("doctest", "unittest", "junitxml", "pastebin", "stepwise", "setuponly", "setupplan", "tmpdir", "legacypath", "recwarn"),
)


def main() -> None:
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print is no answer
    sys.stdout = sys.stderr
    sys.excepthook = _say_where
    sys.unraisablehook = lambda raised: _say_where(raised.exc_type, raised.exc_value, raised.exc_traceback)
    say = lambda message: pipe.send(answers, message)
    orders = pipe.receive(sys.stdin.buffer) or {}
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most), most))

    from grader.course.folder import Course, CourseError
    from grader.sandbox import host

    try:
        course = Course(orders["root"])
        assignment = orders["assignment"]
        sources = course.sources(assignment)
        building = host.Building(
            orders["isolation"] or course.settings.isolation,
            secrets=course.private_paths(),
            preload=sorted({module for source in sources for module in source.imports()}),
            given=[text for source in sources for text in source.given],
            data_folder=existing(course.root / "release" / assignment),
            limits=course.settings.limits,
        )
    except CourseError as error:
        say({"refused": str(error)})
        return
    try:
        if not course.has_hidden_tests(assignment):
            from grader.exam.cell_examiner import CellExaminer

            CellExaminer(course, assignment, building, Path(orders["scratch"]), say).serve()
            return
        with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
            from grader.exam.examiner import Examiner  # late: the fork server loads its NumPy meanwhile

            run_pytest(Examiner(course, sources[0], building, orders["secret"], say, says_stale=orders.get("says_stale", False)))
    except CourseError as error:
        say({"refused": str(error)})
    finally:
        building.close()


def _say_where(kind, _error, trace):
    """What Python prints of an exception that nobody catches, but for lines of source: they may be a hidden test's."""
    places = [f"{frame.f_code.co_filename}:{line}" for frame, line in traceback.walk_tb(trace)]
    print(f"the examiner: {kind.__name__} at {', '.join(places)}", file=sys.stderr)


def pytest_internalerror(excinfo: Any) -> bool:
    """Pytest's hook: what goes wrong beside the tests is said in the same way."""
    _say_where(excinfo.type, excinfo.value, excinfo.tb)
    return True


def existing(folder: Path) -> Path | None:
    return folder if folder.is_dir() else None


def run_pytest(examiner: "Examiner") -> None:
    import pytest

    folder = examiner.course.content(examiner.source.name)
    apart = ["-p", "no:cacheprovider", "--noconftest", "-c", os.devnull, "--rootdir", str(folder)]
    without = [word for plugin in UNUSED for word in ("-p", f"no:{plugin}")]
    code = pytest.main([*apart, "--assert=plain", *without, str(folder)], plugins=[examiner, sys.modules[__name__]])
    if examiner.collect_errors or code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        why = examiner.collect_errors.removesuffix("; ") or f"{code!r}"
        examiner.say({"refused": f"the hidden tests of {examiner.source.name} can't be collected: {why}"})


if __name__ == "__main__":
    main()
