"""Late penalties: what nbgrader takes off by the course's settings, grading takes off too."""

import datetime
import re

import pytest
from nbgrader.api import Gradebook

from grader import files
from grader.classroom import grade, timestamps
from grader.classroom.extensions import extend
from grader.classroom.gradebook import Book
from grader.classroom.lateness import Lateness
from grader.course import known
from grader.course.folder import Course
from grader.integrations.marks import marks

# nbgrader builds its rows in an order that SQLAlchemy remarks on
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:Object of type:sqlalchemy.exc.SAWarning")]

DUE = "2026-03-01 12:00:00 UTC"
HANDED_IN = {
    "ada": "2026-03-01 11:59:59",
    "ben": "2026-03-02 12:00:01",
    "cleo": "2026-03-02 12:00:00",
    "dan": "2026-03-09 12:00:00",
}
PLUGIN = """
import math

from nbgrader.plugins import LateSubmissionPlugin


class PerDay(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 3.0 * math.ceil(total_seconds_late / 86400)
"""
SETTINGS = {
    "zero": ("c.LateSubmissionPlugin.penalty_method = 'zero'", {"ada": 0, "ben": 12, "cleo": 0, "dan": 0}),
    "per day": ("c.AssignLatePenalties.plugin_class = 'late_per_day.PerDay'", {"ada": 0, "ben": 6, "cleo": 0, "dan": 0}),
}


@pytest.fixture
def late_class(made_course, hand_in, handed_in):
    """In time, late, late with an extension, and late with nothing that could be taken off."""
    for student, when in HANDED_IN.items():
        hand_in(student, known.notebook(made_course, "ps3_layer") if student == "dan" else handed_in())
        files.write(made_course.root / "submitted" / student / "ps3_layer/timestamp.txt", f"{when} UTC")
    with Book(made_course) as book:
        book.prepare("ps3_layer")
    with Gradebook(f"sqlite:///{made_course.database}") as book:
        book.update_or_create_assignment("ps3_layer", duedate=DUE)
        book.update_or_create_student("cleo")
        book.update_or_create_submission("ps3_layer", "cleo").extension = datetime.timedelta(days=2)
        book.db.commit()
    return made_course


def penalties(course):
    with Gradebook(f"sqlite:///{course.database}") as book:
        return {s: book.find_submission("ps3_layer", s).late_submission_penalty for s in HANDED_IN}


@pytest.mark.parametrize("setting", SETTINGS)
def test_grading_takes_off_what_nbgrader_takes_off(late_class, nbgrader, monkeypatch, setting):
    """Nothing in time, nothing within an extension, never more than was earned; and the exports count it."""
    lines, want = SETTINGS[setting]
    (late_class.root / "late_per_day.py").write_text(PLUGIN)
    monkeypatch.syspath_prepend(late_class.root)
    with open(late_class.root / "course_config.py", "a") as config:
        config.write(f"\n{lines}\n")
    grade.grade(Course(late_class.root), "ps3_layer")
    assert penalties(late_class) == want
    counted = {mark.student: mark.final for mark in marks(late_class, "ps3_layer")}
    assert counted == {"ada": 12, "ben": 12 - want["ben"], "cleo": 12, "dan": 0}
    code, said = nbgrader("autograde", "ps3_layer", "--force")
    assert code == 0, said
    assert penalties(late_class) == want


def about(course, student):
    """What a student's page says above all."""
    page = (course.root / "feedback" / student / "ps3_layer/ps3_layer.html").read_text("utf-8")
    return re.sub("<.*?>", "", re.search("<!-- dates -->(.*?)<!-- /dates -->", page, re.DOTALL)[1])


def test_a_page_says_when_it_was_handed_in_whether_late_and_whom_to_ask(late_class):
    """What changes afterwards stands there after the next run, the time of grading stays, and nobody is graded anew."""
    course = Course(late_class.root)
    grade.grade(course, "ps3_layer")
    want = {"ada": "in time", "ben": "late by 24 hours", "cleo": "in time", "dan": "late by 8 days"}
    said = {student: about(course, student) for student in want}
    for student, how in want.items():
        assert re.fullmatch(
            rf"Handed in 2026-03-0\d \d\d:\d\d \S+, {how}\. Graded 2\d\d\d-\d\d-\d\d \d\d:\d\d \S+\.", said[student]
        )
    extend(course, "ben", "ps3_layer", DUE_AT + datetime.timedelta(days=3))
    add_to_config(late_class, "c.Grader.contact = 'Grace <grace@example.org>'")
    course = Course(late_class.root)
    assert not any(fresh for _result, fresh in grade.stream(course, "ps3_layer"))
    assert (
        about(course, "ben") == said["ben"].replace("late by 24 hours", "in time") + " Questions: Grace &lt;grace@example.org&gt;"
    )


def test_a_page_of_one_whose_time_nobody_knows_says_when_it_was_graded(made_course, hand_in, handed_in):
    """And neither in time nor late."""
    hand_in("ada", handed_in())
    grade.grade(made_course, "ps3_layer")
    assert re.fullmatch(r"Graded \S+ \S+ \S+\.", about(made_course, "ada"))


def test_a_penalty_goes_when_its_reason_goes(late_class):
    """With the due date put off, grading again gives the marks back."""
    with open(late_class.root / "course_config.py", "a") as config:
        config.write("\nc.LateSubmissionPlugin.penalty_method = 'zero'\n")
    late_class = Course(late_class.root)
    grade.grade(late_class, "ps3_layer")
    assert penalties(late_class)["ben"] == 12
    with Gradebook(f"sqlite:///{late_class.database}") as book:
        book.update_or_create_assignment("ps3_layer", duedate="2026-03-31 12:00:00 UTC")
    assert not any(fresh for _result, fresh in grade.stream(late_class, "ps3_layer"))
    assert penalties(late_class) == dict.fromkeys(HANDED_IN, 0)


CHANGES = {
    "the rule": ("ben", 0, lambda course: add_to_config(course, "c.LateSubmissionPlugin.penalty_method = 'none'")),
    "an extension": ("ben", 0, lambda course: extend(course, "ben", "ps3_layer", DUE_AT + datetime.timedelta(days=3))),
    "the time it was handed in": ("ada", 12, lambda course: write_time(course, "ada", "2026-03-01 14:00:00 +0100")),
    "a mark by hand": ("ben", 15, lambda course: mark_by_hand(course, "ben", 3.0)),
}
DUE_AT = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def add_to_config(course, line):
    with open(course.root / "course_config.py", "a") as config:
        config.write(f"\n{line}\n")


def write_time(course, student, text):
    files.write(course.root / "submitted" / student / "ps3_layer/timestamp.txt", text)


def mark_by_hand(course, student, extra):
    with Gradebook(f"sqlite:///{course.database}") as book:
        grade = book.find_submission("ps3_layer", student).notebooks[0].grades[0]
        grade.extra_credit = extra
        book.db.commit()


@pytest.mark.parametrize("what", CHANGES)
def test_what_changes_afterwards_counts_on_the_next_run(late_class, what):
    """Nobody is graded anew for it, and a run after that finds nothing to do."""
    add_to_config(late_class, "c.LateSubmissionPlugin.penalty_method = 'zero'")
    grade.grade(Course(late_class.root), "ps3_layer")
    student, want, change = CHANGES[what]
    change(late_class)
    course = Course(late_class.root)
    assert not any(fresh for _result, fresh in grade.stream(course, "ps3_layer"))
    assert penalties(course)[student] == want
    assert Lateness(course, "ps3_layer", sorted(HANDED_IN)).is_settled()


def test_a_time_that_is_none_is_left_to_a_person(late_class):
    """Neither in time nor late: the marks stand, and the page and the run say so."""
    write_time(late_class, "ben", "2026-03-02 12:00 CET or so")
    results = {result.student: result for result in grade.grade(late_class, "ps3_layer")}
    assert "timestamp.txt" in results["ben"].reason
    assert results["ben"].score == 12
    write_time(late_class, "ben", "2026-03-02 12:00:01 UTC")
    results = {result.student: result for result in grade.grade(late_class, "ps3_layer")}
    assert results["ben"].reason == ""


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("2026-03-01 12:00:00.5 UTC", "2026-03-01T12:00:00.500000+00:00"),
        ("2026-03-01 13:30:00 +0200", "2026-03-01T11:30:00+00:00"),
        ("2026-03-01T13:30:00+02:00", "2026-03-01T11:30:00+00:00"),
        ("2026-07-01 12:00 Europe/Berlin", "2026-07-01T10:00:00+00:00"),
        ("2026-03-01 12:00:00", "2026-03-01T12:00:00+00:00"),
    ],
)
def test_times_are_read_with_their_zones(text, want):
    assert timestamps.parse(text).isoformat() == want


@pytest.mark.parametrize("text", ["", "soon", "2026-03-01 12:00 CET", "2026-02-30 12:00 UTC", "2026-10-25 02:30 Europe/Berlin"])
def test_what_is_no_time_for_certain_is_refused(text):
    with pytest.raises(ValueError):
        timestamps.parse(text)
