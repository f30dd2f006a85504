"""What seldom happens, and must go well all the same: hidden tests that don't fit, a diagnosis that raises, cell after cell that dies,
a terminal that wants a bar."""

import os
import pty
import subprocess
import sys

import pytest

from grader.classroom.worker import Refused, Worker
from grader.course import known
from grader.exam.attempt import MAX_REPLAYS
from tests.notebooks import edited
from tests.results import lost

pytestmark = pytest.mark.slow

DYING = {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": "import os\nos._exit(1)"}


def spoil(path, before, after):
    """Replace the first occurrence of a text in a file."""
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("@points(2)\n", "", "says no points"),
        ("@points(2)\n", "@points(7)\n", "has 2.0 points, its hidden tests 7.0"),
        (
            "import",
            "import nothing_of_that_name\nimport",
            "can't be collected: test_layer.py: ModuleNotFoundError: No module named 'nothing_of_that_name'$",
        ),
    ],
)
def test_hidden_tests_that_do_not_fit_the_notebook_grade_nobody(made_course, before, after, expected):
    """One sentence says what is wrong, before anything is graded."""
    spoil(made_course.content("ps3_layer") / "test_layer.py", before, after)
    with Worker(made_course, "ps3_layer", secret=b"tests") as worker, pytest.raises(Refused, match=expected):
        worker.wait_until_ready()


def test_a_diagnosis_that_raises_costs_no_mark(made_course, handed_in, capfd):
    """The marks stand, no cause is named, and the log says why."""
    one = next(wrong for wrong in known.wrong_solutions(made_course, "ps3_layer") if wrong.exercise == "layer")
    path = made_course.content("ps3_layer") / "misconceptions" / "layer" / f"{one.id}.toml"
    path.write_text("this is no TOML", "utf-8")
    with Worker(made_course, "ps3_layer", secret=b"tests") as worker:
        result = worker.grade("ada", handed_in(layer=one.code)).result
    assert (result.status, lost(result)) == ("graded", set(one.loses))
    assert not any(part.cause or part.misconception for _exercise, part in result.parts)
    assert "no diagnosis of layer for 'ada'" in capfd.readouterr().err


@pytest.mark.parametrize(("dying", "score"), [(MAX_REPLAYS, 12), (MAX_REPLAYS + 2, 0)])
def test_cells_that_die_are_left_out_until_there_are_too_many(worker, handed_in, dying, score):
    """Each costs a fresh start; after a few of them no cell is run any more, and every part says that nothing was there."""
    result = worker.grade("ada", edited(handed_in(), lambda cells: [DYING] * dying + cells)).result
    assert (result.status, result.score) == ("graded", score)
    assert all(part.outcome == "not run" for _exercise, part in result.parts) is (score == 0)


def test_a_terminal_gets_a_bar_and_then_the_table(made_course, hand_in, handed_in):
    """It counts what is done, and is gone in the end."""
    for student in ("ada", "ben", "cleo"):
        hand_in(student, handed_in())
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "grader", "grade", "ps3_layer", "--jobs", "1"]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    process = subprocess.Popen(command, cwd=made_course.root, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 1 << 16):
            shown += part
    except OSError:  # so a terminal ends whose other side has gone
        pass
    os.close(ours)
    assert process.wait(60) == 0
    text = shown.decode("utf-8", "replace")
    assert "━" in text and "3/3" in text
    assert text.rindex("Walls around student code") > text.rindex("3/3")
