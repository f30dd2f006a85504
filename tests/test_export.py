"""Marks in other systems: the same numbers everywhere, no zero for marks that are withheld, no formula."""

import csv
import json
import re

import nbformat
import pytest
from nbgrader.api import Gradebook
from nbgrader.utils import determine_grade, is_grade

from grader.classroom import grade, store
from grader.classroom.gradebook import Book
from grader.classroom.report import report
from grader.course import known
from grader.course.folder import CourseError
from grader.exam.graded import Graded
from grader.integrations import export
from grader.result import FAULT, Result
from grader.words import cell
from tests.commands import grader

pytestmark = pytest.mark.slow

ODD = "=cmd()"  # a student's folder may be called anything


@pytest.fixture
def small_class(made_course, hand_in, handed_in):
    """Right, wrong, stub, oddly named, unreadable; and one at whom the grader failed."""
    hand_in("ada", handed_in())
    hand_in("ben", handed_in(quiz_ps3="answer_ps3 = 'A'"))
    hand_in("cleo", known.notebook(made_course, "ps3_layer"))
    hand_in("dan", b"{")
    hand_in(ODD, handed_in(layer="def f(:"))
    return made_course


def fail_at(course, student):
    """The grader's own fault, written as grading writes it."""
    points = dict.fromkeys(course.source("ps3_layer").points)
    with Book(course) as book:
        book.record("ps3_layer", [(student, points, None)])
    store.keep(course, Graded.of(Result("ps3_layer", student, FAULT, 12.0, reason="The grader failed."), points))


def rows(path, key):
    """A CSV file by the column `key`."""
    with open(path, newline="", encoding="utf-8") as file:
        return {row[key]: row for row in csv.DictReader(file)}


def text_of(page):
    """What a page says, in one line."""
    return " ".join(re.sub(r"<style.*?</style>|<script.*?</script>|<[^>]*>", " ", page, flags=re.S).split())


def test_every_face_shows_the_same_marks(small_class, nbgrader):
    """Page, terminal, JSON, report, autograded notebook, gradebook, nbgrader's export, CSV, Canvas and Gradescope."""
    course = small_class
    _, terminal, _ = grader("grade", "ps3_layer", cwd=course.root)
    fail_at(course, "fay")
    want = {"ada": 12.0, "ben": 10.0, "cleo": 0.0, ODD: 2.0}
    seen = {face: {} for face in ("page", "terminal", "check", "notebook", "gradebook", "results.json")}
    for student, score in want.items():
        result = store.load(course, "ps3_layer", student)
        page = text_of(store.feedback_path(course, result).read_text("utf-8"))
        seen["page"][student] = score if re.search(rf"(?<![\d.]){score:g} (/|of) 12(?![\d.])", page) else page
        seen["terminal"][student] = score if f"{student}: {score:g}/12" in terminal else terminal
        path = f"submitted/{student}/ps3_layer/ps3_layer.ipynb"
        seen["check"][student] = json.loads(grader("check", path, "--json", cwd=course.root)[1])["score"]
        notebook = nbformat.read(store.autograded_path(course, result), as_version=4)
        seen["notebook"][student] = sum(determine_grade(cell)[0] for cell in notebook.cells if is_grade(cell))
    with Gradebook(f"sqlite:///{course.database}") as book:
        for student in want:
            seen["gradebook"][student] = book.find_submission("ps3_layer", student).score
    assert nbgrader("export", "--to", "theirs.csv")[0] == 0
    table, without = export.export(course, "ps3_layer", "csv")
    canvas, _ = export.export(course, "ps3_layer", "canvas", column="Layer (77)")
    folder, _ = export.export(course, "ps3_layer", "gradescope")
    seen["nbgrader export"] = {
        s: float(row["score"]) for s, row in rows(course.root / "theirs.csv", "student_id").items() if s in want
    }
    by_cell = {cell(student): student for student in want}
    seen["report"] = {
        by_cell[s]: float(row["score"]) for s, row in rows(report(course, "ps3_layer")[1], "student").items() if s in by_cell
    }
    seen["csv"] = {by_cell[s]: float(row["score"]) for s, row in rows(table, "student").items() if s in by_cell}
    seen["canvas"] = {by_cell[s]: float(row["Layer (77)"]) for s, row in rows(canvas, "SIS Login ID").items() if s in by_cell}
    for student in want:
        data = json.loads((folder / student / "results.json").read_text("utf-8"))
        seen["results.json"][student] = data["score"]
        assert sum(test["score"] for test in data["tests"]) == data["score"]
    assert seen == dict.fromkeys(seen, want)

    assert [mark.student for mark in without] == ["dan", "fay"]
    for student in ("dan", "fay"):
        assert [rows(table, "student")[student][name] for name in ("earned", "late_penalty", "score")] == ["", "", ""]
        assert rows(table, "student")[student]["reason"]
        assert student not in rows(canvas, "SIS Login ID")
        assert not (folder / student / "results.json").exists()


def test_no_cell_is_a_formula(small_class):
    """In no table that is exported."""
    grade.grade(small_class, "ps3_layer")
    for kind in ("csv", "canvas"):
        path, _ = export.export(small_class, "ps3_layer", kind, column="@SUM(A1)")
        with open(path, newline="", encoding="utf-8") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not [cell for cell in cells if re.match(r"\s*[=+\-@\t\r]", cell)]
        assert f"'{ODD}" in cells


def test_canvas_reads_the_table(small_class):
    """Its header, the row of points possible, and students known by their login."""
    grade.grade(small_class, "ps3_layer")
    path, _ = export.export(small_class, "ps3_layer", "canvas", by_number=True)
    assert set(rows(path, "SIS Login ID")) == {""}
    assert "ada" in rows(path, "ID")
    path, _ = export.export(small_class, "ps3_layer", "canvas")
    lines = path.read_text("utf-8").split("\n")
    assert lines[0] == '"Student","ID","SIS Login ID","Section","ps3_layer"'
    assert lines[1:3] == ['"    Points Possible","","","","12"', """"'=cmd()","","'=cmd()","","2\""""]


def test_marks_by_hand_and_late_penalties_count(small_class, nbgrader):
    """As in nbgrader's own export; marks that a person gives end the waiting."""
    grade.grade(small_class, "ps3_layer")
    with Gradebook(f"sqlite:///{small_class.database}") as book:
        for cell in small_class.source("ps3_layer").points:
            book.find_grade(cell, "ps3_layer", "ps3_layer", "dan").manual_score = 0.5
        book.find_grade("test_quiz_ps3", "ps3_layer", "ps3_layer", "ben").manual_score = 1.5
        book.find_submission_notebook("ps3_layer", "ps3_layer", "ada").late_submission_penalty = 3.0
        book.db.commit()
    path, without = export.export(small_class, "ps3_layer", "csv")
    assert without == []
    ours = {s.lstrip("'"): float(row["score"]) for s, row in rows(path, "student").items()}
    assert (ours["ada"], ours["ben"], ours["dan"]) == (9, 11.5, 3.5)
    assert nbgrader("export", "--to", "theirs.csv")[0] == 0
    assert ours == {s: float(row["score"]) for s, row in rows(small_class.root / "theirs.csv", "student_id").items()}
    folder, _ = export.export(small_class, "ps3_layer", "gradescope")
    said = {s: json.loads((folder / s / "results.json").read_text("utf-8")) for s in ("ada", "ben")}
    assert {s: said[s]["score"] for s in said} == {"ada": 9, "ben": 11.5}
    assert "late" in said["ada"]["output"]
    assert "by hand" in said["ben"]["output"]


def test_the_command_names_who_waits_for_a_person(small_class):
    """And ends with 1, as grading does."""
    grade.grade(small_class, "ps3_layer")
    code, out, err = grader("export", "ps3_layer", cwd=small_class.root)
    assert (code, out) == (1, f"{small_class.root}/reports/ps3_layer-marks.csv\n")
    assert err.startswith("dan has no marks: The file is not a notebook")


def test_without_marks_there_is_nothing_to_export(made_course):
    """One sentence says what to do first; no gradebook is made."""
    with pytest.raises(CourseError, match="grader grade ps3_layer"):
        export.export(made_course, "ps3_layer", "csv")
    assert not made_course.database.exists()
