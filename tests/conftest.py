"""Fixtures on real parts: the course of this repository, real workers, a real gradebook."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course
from tests.repository import course_in


@pytest.fixture(scope="session")
def course():
    """The course of this repository."""
    return Course.find(os.path.dirname(__file__))


@pytest.fixture(scope="session")
def worker(course):
    """A warm worker for ps3_layer."""
    with Worker(course, "ps3_layer", secret=b"tests") as started:
        started.wait_until_ready()
        yield started


@pytest.fixture(scope="session")
def handed_in(course):
    """`handed_in(layer=..., quiz_ps3=...)`: the bytes of a ps3_layer notebook; what isn't named is the reference's."""
    return lambda **cells: known.reference(course, "ps3_layer", **cells)


@pytest.fixture
def made_course(tmp_path):
    """A course folder of its own with ps3_layer alone, its release included."""
    return course_in(tmp_path)


@pytest.fixture
def hand_in(made_course):
    """`hand_in(student, data)` puts a notebook into submitted/."""

    def put(student, data, name="ps3_layer.ipynb"):
        folder = made_course.root / "submitted" / student / "ps3_layer"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
        return folder / name

    return put


@pytest.fixture
def nbgrader(made_course):
    """`nbgrader("autograde", …)` in the course's folder: (exit code, what it said)."""

    def run(*arguments):
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments],
            cwd=made_course.root,
            env={**os.environ, "PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
        )
        return done.returncode, done.stdout

    return run


@pytest.fixture(scope="module")
def browser():
    """A running Chromium. For one module at a time, because nbclient wants the event loop that Playwright holds."""
    from tests.browser import chromium  # late: most tests need none

    with chromium() as started:
        yield started


@pytest.fixture
def page(browser):
    """An empty tab, 1280 by 900. The test fails if anything in it asks another machine."""
    from tests.browser import tab

    with tab(browser) as opened:
        yield opened


def pytest_sessionfinish(session, exitstatus):
    """On the machine that must run everything, a skipped test is a failure."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") and reporter and reporter.stats.get("skipped") and exitstatus == 0:
        session.exitstatus = 1
