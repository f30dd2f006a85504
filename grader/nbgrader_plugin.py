"""nbgrader's way into the engine: the preprocessors that `course_config.py` names for `nbgrader autograde` and formgrader."""

import atexit
import json
import threading
from pathlib import Path

import nbformat
from nbgrader.preprocessors import NbGraderPreprocessor

from . import notebook as nb
from .course import Course
from .grade import keep
from .result import GRADED
from .worker import Worker

_workers = {}
_lock = threading.Lock()


class Align(NbGraderPreprocessor):
    """Lays a submission out as its source says, so that no missing, doubled or altered cell can stop nbgrader."""

    def preprocess(self, notebook, resources):
        assignment = resources["nbgrader"]["assignment"]
        course = _course(resources)
        aligned, notes = nb.align(nb.parse(json.dumps(notebook).encode()), course.source(assignment), course.siblings(assignment))
        for note in notes:
            self.log.warning(note)
        return nbformat.from_dict(aligned), resources


class Examine(NbGraderPreprocessor):
    """Grades the submission with the course's own engine, in place of nbgrader's Execute."""

    def preprocess(self, notebook, resources):
        told = resources["nbgrader"]
        assignment, student = told["assignment"], told["student"]
        course = _course(resources)
        path = course.root / "submitted" / student / assignment / f"{assignment}.ipynb"
        with _lock:
            graded = _worker(course, assignment).grade(student, nb.read_file(path))
        if graded.result.status != GRADED:
            raise RuntimeError(f"{student}: {graded.result.reason}")  # nbgrader would read silence as full marks
        keep(course, graded)
        return nbformat.from_dict(graded.notebook), resources


def _course(resources):
    return Course(Path(resources["nbgrader"]["db_url"].removeprefix("sqlite:///")).parent)


def _worker(course, assignment):
    key = (course.root, assignment)
    fingerprint = course.fingerprint(assignment)
    if key in _workers and _workers[key][0] != fingerprint:
        _workers.pop(key)[1].close()
    if key not in _workers:
        worker = Worker(course, assignment)
        atexit.register(worker.close)
        _workers[key] = (fingerprint, worker)
    return _workers[key][1]
