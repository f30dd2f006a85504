"""nbgrader's own commands reach the same engine, and the same marks."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from grader import files, grade, known
from grader.gradebook import Book, create
from tests.test_notebook import edited


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


def test_autograde_gives_the_marks_that_grade_gives(made_course, hand_in, handed_in, nbgrader):
    """For right, wrong, stub, doubled and deleted cells; an unreadable one stops nobody."""

    def double(cells):
        return [
            copy for cell in cells for copy in ([cell, cell] if cell["metadata"].get("nbgrader", {}).get("solution") else [cell])
        ]

    hand_in("ada", handed_in())
    hand_in("ben", handed_in(layer="def f(:", quiz_ps3="answer_ps3 = 'B'"))
    hand_in("cleo", known.notebook(made_course, "ps3_layer"))
    hand_in("dan", edited(handed_in(), double))
    hand_in("eve", edited(handed_in(), lambda cells: [c for c in cells if "points" not in c["metadata"].get("nbgrader", {})]))
    hand_in("fay", b"{")
    assert nbgrader("generate_assignment", "ps3_layer", "--force")[0] == 0
    code, said = nbgrader("autograde", "ps3_layer")
    assert "fay" in said
    assert code != 0
    with Book(made_course) as book:
        theirs = {student: book.score(student, "ps3_layer") for student in ("ada", "ben", "cleo", "dan", "eve")}
    ours = {result.student: result.score for result in grade.grade(made_course, "ps3_layer", again=True)}
    assert {student: score for student, (score, _) in theirs.items()} == {"ada": 12, "ben": 2, "cleo": 0, "dan": 12, "eve": 12}
    assert {student: ours[student] for student in theirs} == {student: score for student, (score, _) in theirs.items()}
    assert ours["fay"] is None


def test_reference_and_stub_are_marked_alike_in_every_assignment(course, made_course, nbgrader):
    """Full marks and 0, by `nbgrader autograde` and by `grade`."""
    for assignment in course.assignments():
        for folder in ("source", "release"):
            shutil.copytree(course.root / folder / assignment, made_course.root / folder / assignment, dirs_exist_ok=True)
        shutil.copy(course.solution_path(assignment), made_course.root / "solutions")
        with Book(made_course) as book:
            book.prepare(assignment)
        full = {"ada": known.reference(course, assignment), "ben": known.notebook(course, assignment)}
        for student, data in full.items():
            files.write(made_course.root / "submitted" / student / assignment / f"{assignment}.ipynb", data)
        code, said = nbgrader("autograde", assignment)
        assert code == 0, said
        with Book(made_course) as book:
            theirs = {student: book.score(student, assignment)[0] for student in full}
        ours = {result.student: result.score for result in grade.grade(made_course, assignment, again=True)}
        assert ours == theirs == {"ada": course.source(assignment).max_score, "ben": 0}


def test_a_new_gradebook_is_as_nbgrader_makes_one(tmp_path, monkeypatch):
    """The same tables, columns and version."""
    monkeypatch.setenv("PATH", os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    create(tmp_path / "ours.db")
    Gradebook(f"sqlite:///{tmp_path}/theirs.db").close()
    contents = []
    for name in ("ours.db", "theirs.db"):
        with sqlite3.connect(tmp_path / name) as database:
            tables = sorted(sql for (sql,) in database.execute("select sql from sqlite_master where sql is not null"))
            contents.append((tables, database.execute("select version_num from alembic_version").fetchall()))
    assert contents[0] == contents[1]


def test_without_the_courses_settings_nobody_gets_marks_for_visible_checks(made_course, hand_in, handed_in, nbgrader):
    """Plain nbgrader runs into the line that stands in for the hidden tests, and gives 0."""
    hand_in("ada", handed_in())
    (made_course.root / "nbgrader_config.py").write_text(
        "c = get_config()\nc.GenerateAssignment.preprocessors = [\n"
        + "".join(
            f"    'nbgrader.preprocessors.{name}',\n"
            for name in ("LockCells", "ComputeChecksums", "SaveCells", "ClearHiddenTests", "ComputeChecksums")
        )
        + "]\n"
    )
    assert nbgrader("generate_assignment", "ps3_layer", "--force")[0] == 0
    assert nbgrader("autograde", "ps3_layer")[0] == 0
    with Book(made_course) as book:
        assert book.score("ada", "ps3_layer")[0] == 0
