"""`grader watch`: what arrives is graded as it arrives, once, and written as `grade` writes it."""

import os
import signal
import subprocess
import sys

import pytest

from grader.classroom import collect, grade
from grader.classroom.gradebook import Book
from grader.classroom.watch import _Arrivals

pytestmark = pytest.mark.slow


@pytest.fixture
def watching(made_course):
    """The real command, its lines read one after another."""
    made_course.submitted.mkdir()
    started = []

    def start(*arguments, **options):
        command = [sys.executable, "-m", "grader", "watch", "submitted/", *arguments]
        started.append(subprocess.Popen(command, cwd=made_course.root, stdout=subprocess.PIPE, text=True, **options))
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


def strew(course):
    """What may lie in submitted/ beside what is handed in: {how it shows: why}, of that which can't be looked into."""
    submitted = course.submitted
    (submitted / "loop").symlink_to("loop")
    (submitted / "lost").symlink_to("nowhere")
    os.mkfifo(submitted / "pipe")
    (submitted / "up").symlink_to(submitted)
    (submitted / "notes.txt").write_text("by the instructor")
    os.mkdir(os.fsencode(submitted) + b"/b\xff")
    (submitted / "empty").mkdir()
    return {"loop": "Too many levels of symbolic links", "lost": "No such file or directory", "pipe": "Not a directory"}


def strew_notebooks(course):
    """What may lie in place of a notebook: students who get no marks and a sentence."""
    submitted = course.submitted
    for student in ("inner_loop", "pipe_within", "folder", "link"):
        (submitted / student / "ps3_layer").mkdir(parents=True)
    (submitted / "inner_loop" / "ps3_layer" / "ps3_layer.ipynb").symlink_to("ps3_layer.ipynb")
    os.mkfifo(submitted / "pipe_within" / "ps3_layer" / "ps3_layer.ipynb")
    (submitted / "folder" / "ps3_layer" / "ps3_layer.ipynb").mkdir()
    (submitted / "link" / "ps3_layer" / "ps3_layer.ipynb").symlink_to(course.source_path("ps3_layer"))
    (submitted / "outer_loop").mkdir()
    (submitted / "outer_loop" / "ps3_layer").symlink_to("ps3_layer")
    undecodable = os.fsencode(submitted) + b"/odd\xff/ps3_layer"
    os.makedirs(undecodable)
    with open(undecodable + b"/ps3_layer.ipynb", "wb") as file:
        file.write(b"{}")
    return {"inner_loop", "pipe_within", "folder", "link", "outer_loop", collect.student_of(os.fsdecode(b"odd\xff"))}


def test_watching_goes_on_whatever_lies_there(made_course, hand_in, handed_in, watching, tmp_path_factory):
    """Links to themselves, pipes, names that are no UTF-8, from the beginning and arriving: each is told once, and the next notebook
    is graded."""
    refused, whys = strew_notebooks(made_course), strew(made_course)
    hand_in("ada", handed_in())
    said = tmp_path_factory.mktemp("said") / "stderr"
    with said.open("w") as stderr:
        command = watching(stderr=stderr)
    lines = iter(command.stdout.readline, "")
    facts = sorted(next(lines) for _line in ("Watching", "ada", *refused))
    assert facts[0].startswith("Watching ")
    assert {line.split()[1].rstrip(":") for line in facts[1:]} == {"ada", *refused}
    (made_course.submitted / "late").symlink_to("late")
    os.mkdir(os.fsencode(made_course.submitted) + b"/\xfe")
    hand_in("ben", handed_in())
    assert next(lines) == "ps3_layer ben: 12/12\n"
    os.mkdir(os.fsencode(made_course.submitted) + b"/\xfe/ps3_layer")
    hand_in("dan", handed_in())
    assert next(lines) == "ps3_layer dan: 12/12\n"
    command.send_signal(signal.SIGINT)
    assert command.wait(timeout=30) == 0
    whys["late"] = whys["loop"]
    assert sorted(said.read_text().splitlines()) == sorted(f"submitted/{n} is passed over: {why}." for n, why in whys.items())


def test_grading_passes_over_what_cannot_be_looked_into(made_course, hand_in, handed_in):
    """With a sentence for each, and exit code 1; everyone else is graded."""
    made_course.submitted.mkdir()
    refused, whys = strew_notebooks(made_course), strew(made_course)
    hand_in("ada", handed_in())
    command = [sys.executable, "-m", "grader", "grade", "ps3_layer"]
    done = subprocess.run(command, cwd=made_course.root, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (1, "")
    assert "ada: 12/12" in done.stdout
    for student in refused:
        assert f"\n{student}" in done.stdout
    for name, why in whys.items():
        assert f"submitted/{name} is passed over: {why}." in done.stdout.replace("\n", " ")
    assert "notes.txt" not in done.stdout


def test_a_folder_that_may_not_be_read_is_passed_over(made_course, hand_in, handed_in):
    """As anyone but root would see it: a student's folder, and one within it."""
    hand_in("ada", handed_in())
    hand_in("ben", handed_in())
    os.chmod(made_course.submitted / "ada", 0)
    os.chmod(made_course.submitted / "ben" / "ps3_layer", 0)
    parents = [folder for folder in made_course.submitted.parents if folder.stat().st_uid == os.getuid() and folder.parts[1:]]
    modes = {folder: folder.stat().st_mode for folder in parents}
    said, user = [], os.geteuid()
    try:
        for folder in parents:
            os.chmod(folder, modes[folder] | 0o555)
        if user == 0:
            os.seteuid(65534)
        assert collect.handed_in(made_course, "ps3_layer", on_passed_over=said.append) == ["ben"]
        assert "Permission denied" in collect.read(made_course, "ps3_layer", "ben", "").refusal
        arrivals = _Arrivals(made_course, ["ps3_layer"], said.append)
        assert arrivals.look({"ada", "ben"}) == {}
        arrivals._unsure = {key: (look, since - 10) for key, (look, since) in arrivals._unsure.items()}
        assert arrivals.look({"ada", "ben"}) == {"ps3_layer": ["ben"]}
    finally:
        os.seteuid(user)
        for folder, mode in modes.items():
            os.chmod(folder, mode)
        os.chmod(made_course.submitted / "ada", 0o700)
        os.chmod(made_course.submitted / "ben" / "ps3_layer", 0o700)
    assert said == ["submitted/ada is passed over: Permission denied."] * 2
