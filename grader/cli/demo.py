"""The whole way on a made-up class, in a course folder of its own, so that no real one is touched."""

import itertools
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from grader import files
from grader.classroom.report import report
from grader.classroom.store import feedback_path
from grader.cli import progress
from grader.course import known
from grader.course.folder import CONFIG, Course, CourseError
from grader.integrations.nbgrader_release import release
from grader.result import GRADED
from grader.words import _

ASSIGNMENT = "ps3_layer"
STUDENTS = (
    *("alma", "boris", "chen", "dara", "emil", "farah", "goran", "hana", "ivo", "jun", "kofi", "lena"),
    *("mirek", "nadia", "omar", "priya", "quentin", "rosa", "sami", "tove", "ulla", "vera", "wen", "zoe"),
)


def demo(course: Course, folder: str | Path, *, jobs: int | None = None, isolation: str | None = None) -> None:
    """Make the class, release, grade and report; ends by naming the pages to open. Raises CourseError."""
    folder = Path(folder).resolve()
    lay_out(course, folder)
    made = Course(folder)
    print(_("The demonstration course is in {folder}").format(folder=folder))
    print(_("Released: {n} files in release/{name}/").format(n=len(release(made, ASSIGNMENT)), name=ASSIGNMENT))
    handed_in = {}
    for student, (what, data) in zip(STUDENTS, submissions(made, ASSIGNMENT), strict=False):
        files.write(folder / "submitted" / student / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", data)
        handed_in[student] = what
    print(_("Handed in: {n} notebooks. One of them never ends; its limits take some seconds.").format(n=len(handed_in)))
    tally = progress.grade_with_progress(made, ASSIGNMENT, jobs=jobs, isolation=isolation)
    progress.print_class(ASSIGNMENT, tally)
    page, table = report(made, ASSIGNMENT)
    print(_("\nWhat each of them handed in:"))
    for student, what in handed_in.items():
        print(f"  {student:8} {what}")
    some_right = [result for result in tally.results if result.status == GRADED and 0 < result.score < result.max_score]
    interesting = max(some_right, key=lambda result: sum(bool(part.cause and part.shapes) for _exercise, part in result.parts))
    print(_("\nOpen in a browser:"))
    print(f"  {page}")
    print(f"  {feedback_path(made, interesting)}")
    print(_("As CSV: {table}").format(table=table))
    program = "grader" if sys.argv[0].endswith(".py") else sys.argv[0]
    print(
        _("\nTo hand in as a student, and see the class as its instructor:\n  {command}").format(
            command=f"{program} serve --demo"
        )
    )


def submissions(course: Course, assignment: str) -> Iterator[tuple[str, bytes]]:
    """(what it is, its bytes) for a class: right ones, wrong ones, and everything that goes wrong in handing in."""
    reference = known.reference(course, assignment)
    cells = json.loads(reference)["cells"]
    solutions = course.solution_cells(assignment)
    broken = next(iter(solutions))
    solution = solutions[broken]
    yield _("the reference solution"), reference
    yield _("the untouched stub"), known.notebook(course, assignment)
    for control in itertools.islice(known.controls(course, assignment), 2):
        yield (
            _("right, written another way: {id}").format(id=control.id),
            known.reference(course, assignment, **{control.exercise: control.code}),
        )
    endless = "\n\n\n" + solution.replace("        dz =", "        while True:\n            pass\n        dz =", 1)
    yield _("a loop that never ends"), known.reference(course, assignment, **{broken: endless})
    yield _("a syntax error"), known.reference(course, assignment, **{broken: solution.replace("):", ")", 1)})
    yield _("a file that breaks off"), reference[: len(reference) // 2]
    yield (
        _("all test cells deleted"),
        _with_cells(reference, [c for c in cells if "points" not in c["metadata"].get("nbgrader", {})]),
    )
    doubled = [
        copy for cell in cells for copy in ([cell, cell] if cell["metadata"].get("nbgrader", {}).get("solution") else [cell])
    ]
    yield _("every solution cell twice"), _with_cells(reference, doubled)
    for wrong in known.wrong_solutions(course, assignment)[::2]:
        yield wrong.id.replace("_", " "), known.reference(course, assignment, **{wrong.exercise: wrong.code})


def _with_cells(notebook, cells):
    return json.dumps({**json.loads(notebook), "cells": cells}).encode()


def lay_out(course: Course, folder: Path) -> None:
    """A course folder with ASSIGNMENT alone, made anew. Raises CourseError for a folder that isn't ours."""
    mark = folder / ".grader" / "demonstration"
    if folder.exists() and any(folder.iterdir()) and not mark.exists():
        raise CourseError(
            _("{folder} is there already and no demonstration of ours; name another with --folder.").format(folder=folder)
        )
    if folder.exists():
        shutil.rmtree(folder)
    files.write(mark, "This folder is made anew by every `grader demo`.\n")
    for name in (CONFIG, "nbgrader_config.py", f"solutions/{ASSIGNMENT}.py"):
        files.write(folder / name, (course.root / name).read_bytes())
    for held in ("source", "grader/assignments"):
        shutil.copytree(course.root / held / ASSIGNMENT, folder / held / ASSIGNMENT)
