"""Late penalties: what nbgrader takes off by the course's settings, grading takes off too."""

import datetime

import pytest
from nbgrader.api import Gradebook

from grader import files
from grader.classroom import grade
from grader.classroom.gradebook import Book
from grader.course import known
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
    grade.grade(late_class, "ps3_layer")
    assert penalties(late_class) == want
    counted = {mark.student: mark.final for mark in marks(late_class, "ps3_layer")}
    assert counted == {"ada": 12, "ben": 12 - want["ben"], "cleo": 12, "dan": 0}
    code, said = nbgrader("autograde", "ps3_layer", "--force")
    assert code == 0, said
    assert penalties(late_class) == want


def test_a_penalty_goes_when_its_reason_goes(late_class):
    """With the due date put off, grading again gives the marks back."""
    with open(late_class.root / "course_config.py", "a") as config:
        config.write("\nc.LateSubmissionPlugin.penalty_method = 'zero'\n")
    grade.grade(late_class, "ps3_layer")
    assert penalties(late_class)["ben"] == 12
    with Gradebook(f"sqlite:///{late_class.database}") as book:
        book.update_or_create_assignment("ps3_layer", duedate="2026-03-31 12:00:00 UTC")
    grade.grade(late_class, "ps3_layer", again=True)
    assert penalties(late_class) == dict.fromkeys(HANDED_IN, 0)
