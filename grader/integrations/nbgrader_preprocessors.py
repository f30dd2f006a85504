"""nbgrader's way into the engine: the preprocessors that `course_config.py` names for `nbgrader autograde` and formgrader."""

import atexit
import json
import logging
import re
import threading
from pathlib import Path
from typing import Any

import nbformat
from nbgrader.preprocessors import ClearSolutions, NbGraderPreprocessor
from nbgrader.utils import compute_checksum

from grader import files
from grader.classroom.collect import read_all
from grader.classroom.store import keep
from grader.classroom.worker import Worker
from grader.course.folder import Course
from grader.notebook.align import align
from grader.notebook.cells import HAND_IN, grade_id, role
from grader.notebook.read import Unreadable, parse, read_file
from grader.result import GRADED
from grader.words import sentence

HAND_IN_MODULE = Path(__file__).parent / "templates" / "hand_in.py"
NOTATION = "NOTATION.md"  # of the course's folder, for every released one
WAIT = 10.0  # seconds for another who is writing marks

_workers: dict[tuple[Path, str], tuple[str, Worker]] = {}  # (course, assignment): fingerprint, and who grades by it
_lock = threading.Lock()


def only_plain_notebooks(assignment: str, student: str, notebooks: list[str]) -> None:
    """nbgrader's hook before it opens what was handed in: takes out of the list, in place, what is a link, a pipe or too large.
    nbgrader then says that there is no notebook, and goes on to the next student."""
    for path in list(notebooks):
        try:
            read_file(Path(path), below=Path(path).parents[2])
        except Unreadable as error:
            logging.getLogger(__name__).error("%r: %s", str(path), error)
            notebooks.remove(path)


class AddHandIn(NbGraderPreprocessor):
    """Gives a notebook that is released its last cell, which hands in, and the folder what that cell calls."""

    def preprocess(self, notebook: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        assignment = resources["nbgrader"]["assignment"]
        notebook.cells += [nbformat.from_dict(cell) for cell in hand_in_cells(assignment)]
        resources.setdefault("outputs", {}).update({"hand_in.py": HAND_IN_MODULE.read_bytes(), **notation(_root(resources))})
        return notebook, resources


def notation(root: Path) -> dict[str, bytes]:
    """{path in a released folder: bytes} of the page on notation in a course's folder, if it has one, and of its pictures."""
    page = root / NOTATION
    if not page.is_file():
        return {}
    text = page.read_text("utf-8")
    pictures = re.findall(r"\]\(([\w./-]+\.svg)\)", text)
    for path in pictures:
        text = text.replace(f"]({path})", f"](figures/{Path(path).name})")
    return {NOTATION: text.encode(), **{f"figures/{Path(path).name}": (root / path).read_bytes() for path in pictures}}


def hand_in_cells(assignment: str) -> list[dict[str, Any]]:
    """The last two cells of a released notebook: a heading, and the one that hands in."""
    heading = "## Hand it in\n\nRun the cell below. It says how many checks pass, asks whether to hand in, saves the notebook, and shows your mark."
    code = (
        "try: import hand_in\n"
        'except ImportError: print("✗ hand_in.py is in the folder that this notebook came in: put the notebook there.")\n'
        f'else: hand_in.now("{assignment}")'
    )
    own: dict[str, Any] = {
        "cell_type": "code",
        "execution_count": None,
        "id": "hand-in",
        "metadata": HAND_IN,
        "outputs": [],
        "source": code,
    }
    return [{"cell_type": "markdown", "id": "hand-it-in", "metadata": {}, "source": heading}, own]


class ClearMarkedSolutions(ClearSolutions):
    """Takes out what stands between BEGIN SOLUTION and END SOLUTION, as nbgrader does; a cell without these words is the stub that
    students get, and stays."""

    def preprocess_cell(self, cell: Any, resources: dict[str, Any], cell_index: int) -> tuple[Any, dict[str, Any]]:
        if self.begin_solution_delimeter not in cell.source:
            return cell, resources
        return super().preprocess_cell(cell, resources, cell_index)


class Align(NbGraderPreprocessor):
    """Lays a submission out as its source says, so that no missing, doubled or altered cell can stop nbgrader."""

    def preprocess(self, notebook: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        assignment, name = resources["nbgrader"]["assignment"], resources["nbgrader"]["notebook"]
        course = _course(resources)
        source = course.source(assignment, name)
        aligned, notes = align(parse(json.dumps(notebook).encode()), source, course.siblings(assignment))
        for note in notes:
            self.log.warning(sentence(note))
        return _with_checksums(nbformat.from_dict(aligned), source), resources


class Examine(NbGraderPreprocessor):
    """Grades the submission with the course's own engine, in place of nbgrader's Execute."""

    def preprocess(self, notebook: Any, resources: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        names = resources["nbgrader"]
        assignment, student = names["assignment"], names["student"]
        course = _course(resources)
        paths = course.submission_paths(student, assignment)
        with _lock, files.lock(course.lock, wait=WAIT):
            data, doubt = read_all(paths, course, assignment, below=course.submitted)
            graded = _worker(course, assignment).grade(student, data, page=True).with_doubt(doubt)
            if graded.result.status != GRADED:
                raise RuntimeError(f"{student}: {graded.result.reason}")  # nbgrader would read silence as full marks
            if doubt:
                self.log.warning(doubt)
            keep(course, graded)
        name = names["notebook"]
        made = nbformat.reads(graded.texts[name], as_version=4)
        return _with_checksums(made, course.source(assignment, name)), resources


def _with_checksums(notebook, source):
    """The notebook with a note in each cell that a person marks of what it was when it was given out: nbgrader tells by it where
    nothing was written."""
    for cell in notebook.cells:
        if role(cell) == "manual":
            given_out = nbformat.from_dict({**cell, "source": source.released_text(grade_id(cell))})
            cell.metadata.nbgrader.checksum = compute_checksum(given_out)
    return notebook


def _course(resources):
    return Course(_root(resources))


def _root(resources):
    return Path(resources["nbgrader"]["db_url"].removeprefix("sqlite:///")).parent


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
