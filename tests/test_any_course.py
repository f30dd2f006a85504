"""What docs/any-course.md says of courses side by side, new terms, moves, backups and other systems' downloads, tried in courses that
`grader init` makes."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

import pytest

from grader.authoring.init import init
from grader.classroom import grade, store
from grader.classroom.gradebook import Book
from grader.classroom.gradebook_read import marks
from grader.course import known
from grader.course.folder import Course
from grader.pages.dates import PLACE
from tests.commands import grader
from tests.foreign import PROGRAMS
from tests.repository import ROOT

pytestmark = pytest.mark.slow

NAME = "first_steps"
PAGE = (ROOT / "docs/any-course.md").read_text("utf-8")


@pytest.fixture
def taught(tmp_path):
    """A course with two submissions, one of them with a mark by hand."""
    course = init(tmp_path / "one").course
    hand_in(course, "ada", known.reference(course, NAME))
    hand_in(course, "ben", known.notebook(course, NAME))
    grade.grade(course, NAME, jobs=1)
    with Book(course) as book:
        (ben,) = (one for one in book._gradebook.assignment_submissions(NAME) if one.student_id == "ben")
        ben.notebooks[0].grades[0].manual_score = 1
        book._gradebook.db.commit()
    return course


def hand_in(course, student, data):
    path = course.submission_path(student, NAME)
    path.parent.mkdir(parents=True)
    path.write_bytes(data)


def fresh(course):
    """The students who are graded anew."""
    return sorted(result.student for result, is_fresh in grade.stream(course, NAME, jobs=1) if is_fresh)


def files_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_courses_have_nothing_to_do_with_each_other(taught, tmp_path):
    """The same names in both: a command is about the folder that it is run in, or that it names."""
    other = init(tmp_path / "two").course
    hand_in(other, "ada", known.notebook(other, NAME))
    before = files_of(taught.root)
    code, out, err = grader("grade", NAME, cwd=other.root)
    assert (code, err) == (0, "")
    assert "ada: 0/4" in out
    code, out, err = grader("report", NAME, "--course", other.root, cwd=taught.root)
    assert (code, err) == (0, "")
    assert files_of(taught.root) == before
    assert other.secret() != taught.secret()


def test_a_new_term_begins_without_the_old_class(taught, tmp_path):
    """A copy without the folders that the page names: nobody is known there, the secret is another, and the old term stays."""
    left_out = re.findall(r"`([^`]+?)/?`", PAGE.split("what the old class left (")[1].split(")")[0])
    before = files_of(taught.root)
    shutil.copytree(taught.root, tmp_path / "next", ignore=lambda folder, names: left_out if folder == str(taught.root) else ())
    course = Course(tmp_path / "next")
    assert not [
        path for path, data in files_of(course.root).items() if b"ben" in data and path.suffix in (".db", ".html", ".json")
    ]
    hand_in(course, "cleo", known.reference(course, NAME))
    assert fresh(course) == ["cleo"]
    assert marks(course, NAME).keys() == {"cleo"}
    assert course.secret() != taught.secret()
    assert files_of(taught.root) == before


def test_a_course_that_is_moved_goes_on(taught, tmp_path):
    """Nobody is graded anew, marks by hand stand, and nothing in it knows where it was."""
    secret = taught.secret()
    taught.root.rename(tmp_path / "elsewhere")
    course = Course(tmp_path / "elsewhere")
    assert fresh(course) == []
    assert course.secret() == secret
    assert marks(course, NAME)["ben"][1] == 1
    held = {path: data for path, data in files_of(course.root).items() if path.suffix != ".pyc"}
    assert not [path for path, data in held.items() if str(tmp_path / "one").encode() in data]


def test_a_backup_brings_everything_back(taught, tmp_path):
    """Of all that a class leaves, the three things that the page names: the rest is made anew, and is the same."""
    named = re.findall(r"`([^`]+?)/?`", PAGE.split("What can't be made again is")[1].split("which hidden tests")[0])
    assert {"submitted", "gradebook.db", ".grader/secret"} <= set(named)
    before, pages = marks(taught, NAME), {}
    fresh(taught)  # so that the page shows the mark by hand
    for student in ("ada", "ben"):
        pages[student] = store.feedback_path(taught, store.load(taught, NAME, student)).read_bytes()
    course = init(tmp_path / "restored").course
    for name in ("submitted", "gradebook.db", ".grader/secret"):
        place = course.root / name
        place.parent.mkdir(exist_ok=True)
        (shutil.copytree if (taught.root / name).is_dir() else shutil.copy2)(taught.root / name, place)
    assert fresh(course) == ["ada", "ben"]
    assert marks(course, NAME) == before
    for student, page in pages.items():
        restored = store.feedback_path(course, store.load(course, NAME, student)).read_bytes()
        assert PLACE.sub(b"", restored) == PLACE.sub(b"", page)


def test_after_an_upgrade_marks_stand_until_they_are_graded_again(taught, monkeypatch):
    """What an older version kept is read; whose marks are others then is listed."""
    path = store.result_path(taught, NAME, "ben")
    kept = json.loads(path.read_bytes())
    for newer in ("given", "total", "by_hand"):
        kept.pop(newer)
    kept["digest"] = "older-" + kept["digest"].partition("-")[2]
    kept["exercises"][0]["parts"][0]["points"] = 1.0
    path.write_text(json.dumps(kept))
    code, out, err = grader("report", NAME, cwd=taught.root)
    assert (code, err) == (0, "")
    code, out, err = grader("grade", NAME, cwd=taught.root)
    assert (code, err) == (0, "")
    assert "1 unchanged" in out
    assert re.search(r"ben: 1 → 0 \(.*1 → 0\)", out)


# What bulk downloads hold, as Canvas and Moodle name it: {name in the zip: whose it is}.
DOWNLOADS = {
    "Canvas": {
        "lovelaceada_1042_99887_first_steps.ipynb": "1042",
        "babbagecharles_LATE_2001_99888_first_steps-2.ipynb": "2001",
        "hopper_3_99889_notes.pdf": None,
    },
    "Moodle": {
        "Ada Lovelace_1042_assignsubmission_file/first_steps.ipynb": "1042",
        "Charles Babbage_2001_assignsubmission_file_/first_steps.ipynb": "2001",
        "Grace Hopper_3_assignsubmission_onlinetext/onlinetext.html": None,
    },
}


@pytest.mark.parametrize("system", DOWNLOADS)
def test_bulk_downloads_are_collected(system, tmp_path):
    """By nbgrader, with the expression that the page gives; what was collected is graded."""
    course = init(tmp_path / "course").course
    expression = next(line.strip() for line in PAGE.split("\n") if line.endswith(f"  # {system}"))
    with open(course.root / "course_config.py", "a") as file:
        file.write(f"\n{expression}\n")
    folder = course.root / "downloaded" / NAME / "archive"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "submissions.zip", "w") as zipped:
        for name in DOWNLOADS[system]:
            zipped.writestr(name, known.reference(course, NAME))
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "zip_collect", NAME, "--strict"],
        cwd=course.root,
        env={"PATH": os.defpath, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in course.submitted.iterdir()) == ["1042", "2001"]
    assert [result.score for result in grade.grade(course, NAME, jobs=1)] == [4, 4]


def test_nbgraders_own_database_commands_need_no_environment(tmp_path):
    """On a fresh course, without a gradebook: nbgrader finds what it calls by name."""
    course = init(tmp_path / "course").course
    for arguments, says in (
        (("assignment", "add", NAME, "--duedate", "2027-03-01 12:00:00 UTC"), "first_steps"),
        (("student", "add", "ada"), "ada"),
        (("student", "list"), "ada"),
    ):
        done = subprocess.run(
            [PROGRAMS / "python", "-m", "nbgrader", "db", *arguments],
            cwd=course.root,
            env={"PATH": os.defpath, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        assert says in done.stdout + done.stderr
    hand_in(course, "ada", known.reference(course, NAME))
    course.database.chmod(0o664)
    assert fresh(course) == ["ada"]
    assert course.database.stat().st_mode & 0o777 == 0o660  # what nbgrader made is nobody else's from then on
