"""`grader watch`: what arrives is graded as it arrives, once, and written as `grade` writes it."""

import os
import signal
import subprocess
import sys

import pytest

from grader.classroom import grade
from grader.classroom.gradebook import Book


@pytest.fixture
def watching(made_course):
    """The real command, its lines read one after another."""
    made_course.submitted.mkdir()
    started = []

    def start(*arguments):
        command = [sys.executable, "-m", "grader", "watch", "submitted/", *arguments]
        started.append(subprocess.Popen(command, cwd=made_course.root, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def test_what_arrives_is_graded_until_interrupted(made_course, hand_in, handed_in, watching, tmp_path):
    """What lies there, a new file, one moved in, one rewritten, one written in pieces, one that stays broken: a line each."""
    hand_in("ada", handed_in())
    command = watching()
    say = lambda: command.stdout.readline().strip()
    assert say() == "ps3_layer ada: 12/12"
    assert say().startswith("Watching ")
    hand_in("ben", handed_in(quiz_ps3="answer_ps3 = 'A'"))
    assert say() == "ps3_layer ben: 10/12"
    (tmp_path / "aside").write_bytes(handed_in())
    (made_course.submitted / "cleo" / "ps3_layer").mkdir(parents=True)
    os.rename(tmp_path / "aside", made_course.submission_path("cleo", "ps3_layer"))
    assert say() == "ps3_layer cleo: 12/12"
    hand_in("ben", handed_in())
    assert say() == "ps3_layer ben: 12/12"
    path = hand_in("ada", handed_in(quiz_ps3="answer_ps3 = 'B' ")[:-1000])
    hand_in("dan", handed_in())
    assert say() == "ps3_layer dan: 12/12"  # while ada's is still being written
    path.write_bytes(handed_in(quiz_ps3="answer_ps3 = 'B' "))
    assert say() == "ps3_layer ada: 12/12"
    hand_in("eve", b"{")
    assert say() == "ps3_layer eve: unreadable"
    command.send_signal(signal.SIGINT)
    assert command.wait(timeout=30) == 0
    with Book(made_course) as book:
        assert {name: book.score(name, "ps3_layer")[0] for name in ("ada", "ben", "cleo", "dan")} == dict.fromkeys(
            ("ada", "ben", "cleo", "dan"), 12
        )
    assert not any(fresh for _result, fresh in grade.stream(made_course, "ps3_layer"))


def test_another_folder_is_refused(made_course, tmp_path):
    """Only the course's own submitted/ can be watched."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", "watch", ".", "--course", "."], cwd=made_course.root, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "is not the course's" in done.stderr
