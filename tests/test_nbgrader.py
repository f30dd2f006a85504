"""nbgrader's own commands reach the same engine, and the same marks."""

import csv
import html
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import warnings
from contextlib import closing
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from grader import check, files
from grader.authoring import trivial
from grader.classroom import grade, store
from grader.classroom.gradebook import Book, create
from grader.course import known
from grader.integrations import nbgrader_preprocessors as nbgrader_plugin
from tests.notebooks import edited
from tests.repository import secret_lines

pytestmark = pytest.mark.slow


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


def test_reference_stub_and_trivial_are_marked_alike_in_every_assignment(course, made_course, nbgrader):
    """Full marks, 0 and 0, by `nbgrader autograde`, by `grade` and by `check`."""
    for assignment in course.assignments():
        for folder in ("source", "release", "grader/assignments"):
            shutil.copytree(course.root / folder / assignment, made_course.root / folder / assignment, dirs_exist_ok=True)
        shutil.copy(course.solution_path(assignment), made_course.root / "solutions")
        with Book(made_course) as book:
            book.prepare(assignment)
        zeros = trivial.trivial_solutions(course.source(assignment), "zeros")
        full = {"ada": known.reference(course, assignment), "ben": known.notebook(course, assignment)}
        full["cleo"] = known.notebook(course, assignment, zeros)
        paths = {student: made_course.root / "submitted" / student / assignment / f"{assignment}.ipynb" for student in full}
        for student, data in full.items():
            files.write(paths[student], data)
        code, said = nbgrader("autograde", assignment)
        assert code == 0, said
        with Book(made_course) as book:
            theirs = {student: book.score(student, assignment)[0] for student in full}
        ours = {result.student: result.score for result in grade.grade(made_course, assignment, again=True)}
        checked = {student: check(path, course=made_course).score for student, path in paths.items()}
        assert checked == ours == theirs == {"ada": course.source(assignment).max_score, "ben": 0, "cleo": 0}


def test_a_new_gradebook_is_as_nbgrader_makes_one(tmp_path, monkeypatch):
    """The same tables, columns and version."""
    monkeypatch.setenv("PATH", os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))
    create(tmp_path / "ours.db")
    Gradebook(f"sqlite:///{tmp_path}/theirs.db").close()
    contents = []
    for name in ("ours.db", "theirs.db"):
        with closing(sqlite3.connect(tmp_path / name)) as database:
            tables = sorted(sql for (sql,) in database.execute("select sql from sqlite_master where sql is not null"))
            contents.append((tables, database.execute("select version_num from alembic_version").fetchall()))
    assert contents[0] == contents[1]


def test_nbgrader_waits_for_a_run_and_then_gives_no_marks(made_course, hand_in, handed_in, monkeypatch):
    """While `grader grade` holds the course, a submission fails in nbgrader by a sentence, never by silence."""
    monkeypatch.setattr(nbgrader_plugin, "WAIT", 0.1)
    hand_in("ada", handed_in())
    facts = {"assignment": "ps3_layer", "student": "ada", "db_url": f"sqlite:///{made_course.database}"}
    with files.lock(made_course.lock), pytest.raises(files.Busy, match="is grading this course"):
        nbgrader_plugin.Examine().preprocess(None, {"nbgrader": facts})
    assert not store.result_path(made_course, "ps3_layer", "ada").exists()


def rows(path):
    """Everything in a gradebook, told by names instead of the random ids of its rows."""
    with sqlite3.connect(path) as database:
        tables = ["student", "submitted_assignment", "submitted_notebook", "grade", "comment"]
        columns = {table: [row[1] for row in database.execute(f"pragma table_info({table})")] for table in tables}
        found = {
            table: [dict(zip(columns[table], row, strict=True)) for row in database.execute(f"select * from {table}")]
            for table in tables
        }
        names = {
            row[0]: row[1]
            for table in ("assignment", "notebook", "base_cell")
            for row in database.execute(f"select id, name from {table}")
        }
    for row in found["submitted_assignment"]:
        names[row["id"]] = row["student_id"]
    for row in found["submitted_notebook"]:
        names[row["id"]] = f"{names[row['assignment_id']]}/{names[row['notebook_id']]}"
    for table in tables[1:]:
        for row in found[table]:
            del row["id"]
    return {
        table: sorted(str({key: names.get(value, value) for key, value in row.items()}) for row in found[table])
        for table in tables
    }


def test_marks_are_recorded_in_the_rows_that_nbgraders_api_makes(made_course, tmp_path):
    """New and known students, marks, none, timestamps and what was given by hand: the same in every column."""
    points = dict.fromkeys(made_course.source("ps3_layer").points, 1.0)
    marks = [
        ("ada", points, "2026-11-01 12:00:00 UTC"),
        ("ben", dict.fromkeys(points), None),
        ("cleo", points | {"test_quiz_ps3": None}, "2026-11-01 12:00:00.250000 UTC"),
        ("dan", points, "yesterday, perhaps"),
    ]
    again = [("ada", dict.fromkeys(points, 0.5), None), ("ben", points, "2026-11-02 00:00:00 UTC"), ("eve", points, None)]
    with Book(made_course) as book:
        book.prepare("ps3_layer")
        theirs = tmp_path / "theirs.db"
        shutil.copy(made_course.database, theirs)
        book.record("ps3_layer", marks)
    by_hand(f"sqlite:///{made_course.database}")
    with Book(made_course) as book:
        book.record("ps3_layer", again)
    record_with_api(f"sqlite:///{theirs}", marks)
    by_hand(f"sqlite:///{theirs}")
    record_with_api(f"sqlite:///{theirs}", again)
    assert rows(made_course.database) == rows(theirs)


def by_hand(url):
    with Gradebook(url) as book:
        book.find_grade("test_layer_dz", "ps3_layer", "ps3_layer", "ada").manual_score = 1.5
        book.find_comment("layer", "ps3_layer", "ps3_layer", "ada").manual_comment = "See me."
        book.db.commit()


def record_with_api(url, marks):
    """What nbgrader's autograde does with its API."""
    with Gradebook(url) as book, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for student, points, timestamp in marks:
            book.update_or_create_student(student)
            known = timestamp if timestamp and timestamp[0].isdigit() else None
            book.update_or_create_submission("ps3_layer", student, **({"timestamp": known} if known else {}))
            for cell, score in points.items():
                grade = book.find_grade(cell, "ps3_layer", "ps3_layer", student)
                grade.auto_score = score
                grade.needs_manual_grade = grade.manual_score is not None or score is None
            book.db.commit()


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


def test_autograde_waits_for_no_pipe_and_follows_no_link(made_course, hand_in, handed_in, nbgrader, tmp_path_factory):
    """They get no marks, and the student after them is graded."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "ps3_layer").mkdir()
    (folder / "ps3_layer" / "ps3_layer.ipynb").write_bytes(handed_in())
    for student in ("pipe", "linked_file"):
        path = hand_in(student, b"")
        path.unlink()
        os.mkfifo(path) if student == "pipe" else path.symlink_to(folder / "ps3_layer" / "ps3_layer.ipynb")
    (made_course.root / "submitted" / "linked_folder").symlink_to(folder)
    hand_in("zoe", handed_in())
    with Book(made_course) as book:
        book.prepare("ps3_layer")
    assert nbgrader("autograde", "ps3_layer")[0] != 0
    assert sorted(path.parent.parent.name for path in made_course.root.glob("autograded/*/*/*.ipynb")) == ["zoe"]
    with Book(made_course) as book:
        assert book.score("zoe", "ps3_layer")[0] == 12
        for student in ("pipe", "linked_file", "linked_folder"):
            found = book.score(student, "ps3_layer")
            assert found is None or not any(found[1].values())


def test_the_way_from_assignment_to_feedback_and_export(made_course, hand_in, handed_in, nbgrader):
    """Five commands of nbgrader's as instructors know them. Its feedback page has the marks and the sentences, and in what a reader
    of it sees or finds in its source, no hidden line and no secret."""
    own = "class Layer:\n    def __init__(self, n, m, f): self.weights, self.biases = np.ones((m, n)), np.ones((m, 1))\n"
    hand_in("ada", handed_in())
    hand_in("ben", handed_in(layer=own + "    def forward(self, x): return x\n    def backward(self, g, r): return [][1]"))
    release = made_course.root / "release/ps3_layer/ps3_layer.ipynb"
    before = release.read_bytes()
    for command in ("generate_assignment --force", "validate", "autograde", "generate_feedback --force", "export"):
        name, *options = command.split()
        what = {"validate": ["submitted/ada/ps3_layer/ps3_layer.ipynb"], "export": []}.get(name, ["ps3_layer"])
        code, said = nbgrader(name, *what, *options)
        assert code == 0, said
    assert release.read_bytes() == before

    with (made_course.root / "grades.csv").open() as file:
        marks = {row["student_id"]: (row["score"], row["max_score"]) for row in csv.DictReader(file)}
    assert marks == {"ada": ("12.0", "12.0"), "ben": ("2.0", "12.0")}
    hidden = {"ada": set(), "ben": secret_lines("ps3_layer") - {'answer_ps3 = "B"'}}  # ada's own code is the reference
    for student in marks:
        page = (made_course.root / f"feedback/{student}/ps3_layer/ps3_layer.html").read_text("utf-8")
        text = html.unescape(re.sub("<[^>]*>", "", page))
        assert f"Score: {marks[student][0]} / 12.0" in text
        assert ("IndexError" in text) == (student == "ben")
        facts = [*hidden[student], "HIDDEN TESTS", made_course.secret().decode()]
        assert [line for line in facts if line in text or line in page] == []


def test_the_exchange_carries_our_page_to_the_student(made_course, handed_in, nbgrader, tmp_path):
    """Release, fetch, submit, collect, grade, release_feedback, fetch_feedback: byte for byte."""
    exchange, home = tmp_path / "exchange", tmp_path / "home"
    exchange.mkdir()
    exchange.chmod(0o777)
    with open(made_course.root / "course_config.py", "a") as config:
        config.write(f"\nc.Exchange.root = {str(exchange)!r}\nc.CourseDirectory.course_id = 'backprop'\n")
    shutil.copytree(made_course.root / "release", tmp_path / "kept")

    def student(*arguments):
        path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
        options = [f"--Exchange.root={exchange}", "--course", "backprop", f"--Exchange.cache={tmp_path / 'cache'}"]
        home.mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments, *options],
            cwd=home,
            env={**os.environ, "PATH": path, "JUPYTER_CONFIG_DIR": str(home / ".jupyter")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout

    def instructor(*arguments):
        code, said = nbgrader(*arguments)
        assert code == 0, said

    with Book(made_course) as book:
        book.prepare("ps3_layer")
    instructor("release_assignment", "ps3_layer")
    student("fetch_assignment", "ps3_layer")
    (home / "ps3_layer/ps3_layer.ipynb").write_bytes(handed_in(layer="class Layer: pass"))
    student("submit", "ps3_layer")
    instructor("collect", "ps3_layer")
    (result,) = grade.grade(made_course, "ps3_layer")
    page = store.feedback_path(made_course, result).read_bytes()
    instructor("release_feedback", "ps3_layer")
    student("fetch_feedback", "ps3_layer")
    fetched = list((home / "ps3_layer/feedback").rglob("*.html"))
    assert [path.read_bytes() for path in fetched] == [page]
