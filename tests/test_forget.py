"""What a course keeps of a student goes when it is to go; a gradebook has copies; a student may have longer."""

import os
import subprocess
import sys

import pytest

from grader import files
from grader.classroom import backups, extensions, forget, grade
from grader.classroom.gradebook import Book
from grader.service.people import People

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning")]


def command(course, *arguments, typed=""):
    """(exit code, what `grader` said on either stream)."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", *arguments, "--course", str(course.root)],
        input=typed,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    return done.returncode, done.stdout


def mentions(course, word):
    """The files of a course in whose names or bytes a word stands."""
    paths = [path for path in course.root.rglob("*") if path.is_file()]
    return [path for path in paths if word in str(path.relative_to(course.root)) or word.encode() in path.read_bytes()]


@pytest.fixture
def graded_class(made_course, hand_in, handed_in):
    for student in ("zoe-xq", "ben"):
        hand_in(student, handed_in())
    grade.grade(made_course, "ps3_layer")
    code, said = command(made_course, "report", "ps3_layer")
    assert code == 0, said
    return made_course


def test_a_student_is_forgotten_after_asking(graded_class):
    People(graded_class).enter([("zoe-xq", "Zoe", "", "")])
    files.write(graded_class.root / "attempts/zoe-xq/ps3_layer/1/ps3_layer.ipynb", "{}")
    code, said = command(graded_class, "extend", "zoe-xq", "ps3_layer", "2027-03-03 12:00 Europe/Berlin")
    assert code == 0, said
    with Book(graded_class):
        pass  # makes a copy of the gradebook
    code, said = command(graded_class, "forget", "zoe-xq", typed="n\n")
    assert code == 1
    for named in (
        "submitted/zoe-xq",
        "attempts/zoe-xq",
        "autograded/zoe-xq",
        "feedback/zoe-xq",
        "gradebook.db",
        "backups",
        "reports/",
    ):
        assert named in said
    assert mentions(graded_class, "zoe-xq")
    code, said = command(graded_class, "forget", "zoe-xq", typed="y\n")
    assert code == 0, said
    assert mentions(graded_class, "zoe-xq") == []
    assert [result.student for result in grade.grade(graded_class, "ps3_layer")] == ["ben"]
    assert command(graded_class, "forget", "zoe-xq")[0] == 2


@pytest.mark.parametrize("name", ["..", "", "a/b", "\x1b[2J"])
def test_what_is_no_id_takes_nothing_away(graded_class, name):
    before = sorted(graded_class.root.rglob("*"))
    assert command(graded_class, "forget", name, "--yes")[0] == 2
    assert sorted(graded_class.root.rglob("*")) == before


def test_longer_is_given_and_taken_back(graded_class):
    code, said = command(graded_class, "extend", "ben", "ps3_layer", "2027-03-03 12:00")
    assert code == 2
    assert "no time zone" in said
    assert command(graded_class, "extend", "ben", "ps3_layer", "2027-03-03 12:00 UTC")[0] == 0
    assert [f"{until:%d %H}" for until in extensions.extensions(graded_class, "ps3_layer").values()] == ["03 12"]
    assert command(graded_class, "extend", "ben", "ps3_layer", "none")[0] == 0
    assert extensions.extensions(graded_class, "ps3_layer") == {}
    assert command(graded_class, "extend", "ben", "ps99", "none")[0] == 2


def test_a_damaged_gradebook_says_which_copy_to_put_back(graded_class):
    with Book(graded_class):
        pass
    (copy,) = backups.copies(graded_class)
    whole = graded_class.database.read_bytes()
    graded_class.database.write_bytes(b"SQLite format 3\0" + os.urandom(4000))
    code, said = command(graded_class, "grade", "ps3_layer", "--again")
    assert code == 1
    assert str(copy) in said
    assert backups.copies(graded_class) == [copy]
    graded_class.database.write_bytes(copy.read_bytes())
    code, said = command(graded_class, "grade", "ps3_layer", "--again")
    assert code == 0, said
    assert whole[:16] == b"SQLite format 3\0"


def test_copies_are_few_and_their_owners_alone(graded_class, monkeypatch):
    monkeypatch.setattr(backups, "EVERY_SECONDS", 0.0)
    for n in range(backups.KEPT + 2):
        backups.back_up(graded_class)
        newest = backups.copies(graded_class)[-1]
        newest.rename(newest.with_name(f"gradebook-2026010{n}-000000.db"))
    backups.back_up(graded_class)
    assert len(backups.copies(graded_class)) == backups.KEPT
    for path in (*backups.copies(graded_class), graded_class.database, *(graded_class.root / "feedback").rglob("*.html")):
        assert path.stat().st_mode & 0o077 == 0, path


def test_nothing_is_found_of_whom_nobody_knows(graded_class):
    assert forget.traces(graded_class, "nobody") == []
