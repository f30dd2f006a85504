"""Grading a class: files, gradebook and pages agree, nothing is lost, nothing is done twice."""

import contextlib
import itertools
import json
import os
import re
import resource
import signal
import sqlite3
import subprocess
import sys
from dataclasses import replace

import nbformat
import psutil
import pytest

from grader import files
from grader.classroom import grade, store, writer
from grader.classroom.gradebook import Book
from grader.classroom.report import report
from grader.classroom.worker import Worker
from grader.cli.progress import line
from grader.course import known
from grader.course.folder import CourseError
from grader.pages.dates import PLACE
from grader.result import UNREADABLE
from tests.repository import ROOT
from tests.results import snapshot

pytestmark = pytest.mark.slow


@pytest.fixture
def small_class(made_course, hand_in, handed_in):
    """Four students: right, wrong, stub, unreadable."""
    hand_in("ada", handed_in())
    hand_in("ben", handed_in(quiz_ps3="answer_ps3 = 'A'"))
    hand_in("cleo", known.notebook(made_course, "ps3_layer"))
    hand_in("dan", b"{")
    return made_course


def without_seconds(written):
    return {path: data for path, data in written.items() if path.suffix != ".json"}


def test_a_class_is_graded_into_files_pages_and_gradebook(small_class):
    """The same marks everywhere; an unreadable file has none, and stops nobody."""
    results = grade.grade(small_class, "ps3_layer", jobs=2)
    assert {result.student: result.score for result in results} == {"ada": 12, "ben": 10, "cleo": 0, "dan": None}
    with Book(small_class) as book:
        for result in results[:3]:
            assert book.score(result.student, "ps3_layer")[0] == result.score
        assert set(book.score("dan", "ps3_layer")[1].values()) == {None}
    for result in results:
        page = store.feedback_path(small_class, result).read_text("utf-8")
        assert f'<p class="mark">{"–" if result.score is None else f"{result.score:g}"} ' in page
        if result.score is not None:
            nbformat.validate(nbformat.read(store.autograded_path(small_class, result), as_version=4))
    stand_in = nbformat.read(store.autograded_path(small_class, results[3]), as_version=4)
    nbformat.validate(stand_in)
    assert "could not be graded" in stand_in.cells[0].source
    assert "test_layer_dz" in [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in stand_in.cells]
    assert "HIDDEN TESTS" not in str(stand_in)


def test_autograded_cells_hold_one_safe_number(small_class):
    """Each test cell ends in one execute_result that is the repr of its points, and shows no error."""
    from nbgrader.utils import determine_grade, is_grade

    result = grade.grade(small_class, "ps3_layer", student="ben")[0]
    notebook = nbformat.read(store.autograded_path(small_class, result), as_version=4)
    cells = [cell for cell in notebook.cells if is_grade(cell)]
    assert sum(determine_grade(cell)[0] for cell in cells) == 10
    for cell in cells:
        assert [output.output_type for output in cell.outputs] == ["stream", "execute_result"]
        assert cell.outputs[0].name == "stdout"


def test_autograded_notebooks_are_written_as_nbformat_writes_them(small_class):
    """Byte for byte, so that nbgrader's own copies don't differ."""
    result = grade.grade(small_class, "ps3_layer", student="ada")[0]
    text = store.autograded_path(small_class, result).read_text("utf-8")
    assert text == nbformat.writes(nbformat.reads(text, as_version=4)) + "\n"


def fresh(course, **options):
    """The students who are graded in a run, not taken from the last."""
    return sorted(result.student for result, is_fresh in grade.stream(course, "ps3_layer", **options) if is_fresh)


def test_nothing_changed_is_not_graded_again(small_class):
    """A second run starts no worker; a changed file, a vanished page, a vanished row, and `again`, do."""
    first = grade.grade(small_class, "ps3_layer")
    before = snapshot(small_class)
    assert grade.grade(small_class, "ps3_layer") == first
    assert snapshot(small_class) == before
    assert fresh(small_class) == []
    path = small_class.root / "submitted/ben/ps3_layer/ps3_layer.ipynb"
    path.write_bytes(known.reference(small_class, "ps3_layer"))
    store.feedback_path(small_class, first[2]).unlink()
    assert fresh(small_class) == ["ben", "cleo"]
    assert store.load(small_class, "ps3_layer", "ben").score == 12
    assert fresh(small_class, again=True) == ["ada", "ben", "cleo", "dan"]
    small_class.database.unlink()
    assert fresh(small_class) == ["ada", "ben", "cleo", "dan"]


def test_grading_twice_changes_nothing(small_class):
    """Notebooks, pages and rows are the same after `again`."""
    grade.grade(small_class, "ps3_layer")
    before = snapshot(small_class)
    grade.grade(small_class, "ps3_layer", again=True)
    after = snapshot(small_class)
    assert without_seconds(after[0]) == without_seconds(before[0])
    assert after[1] == before[1]


def test_marks_and_comments_given_by_hand_survive(small_class):
    """A manual score stays, and asks for a second look; the next run shows it on the page, and so does the report."""
    before = {result.student: result for result in grade.grade(small_class, "ps3_layer")}["cleo"]
    path = store.feedback_path(small_class, before)
    graded_then = PLACE.search(path.read_bytes())[0]
    with Book(small_class) as book:
        found = book._gradebook.find_grade("test_layer_dz", "ps3_layer", "ps3_layer", "cleo")
        found.manual_score, found.extra_credit = 1.25, 0.25
        book._gradebook.find_comment("layer", "ps3_layer", "ps3_layer", "cleo").manual_comment = "See me.\n<b>Ada</b>"
        book._gradebook.db.commit()
    total = before.score + 1.5
    _page, table = report(small_class, "ps3_layer")
    assert f'"cleo","graded","{total:g}"' in table.read_text("utf-8")
    pages = []
    for again in (False, False, True):
        assert fresh(small_class, again=again) == (["ada", "ben", "cleo", "dan"] if again else [])
        pages.append(path.read_text("utf-8"))
    assert pages[0] == pages[1]
    assert PLACE.sub(b"", pages[0].encode()) == PLACE.sub(b"", pages[2].encode())
    assert PLACE.search(pages[0].encode())[0] == graded_then
    for said in (f">{total:g} <span", "1.5 of 2 points", "See me.\n&lt;b&gt;Ada"):
        assert said in pages[0]
    kept = store.load(small_class, "ps3_layer", "cleo")
    assert (kept.score, kept.mark) == (before.score, total)
    with Book(small_class) as book:
        found = book._gradebook.find_grade("test_layer_dz", "ps3_layer", "ps3_layer", "cleo")
        assert (found.manual_score, found.auto_score, found.needs_manual_grade) == (1.25, 0, True)
        comment = book._gradebook.find_comment("layer", "ps3_layer", "ps3_layer", "cleo")
        assert comment.manual_comment == "See me.\n<b>Ada</b>"
        found.manual_score = found.extra_credit = comment.manual_comment = None
        book._gradebook.db.commit()
    assert fresh(small_class) == []
    assert "See me." not in path.read_text("utf-8")
    assert store.load(small_class, "ps3_layer", "cleo").mark == before.score


def test_who_cannot_be_read_can_be_marked_by_hand(small_class):
    """Points for each test cell, in formgrader: they count on the page, in the report and for export; nobody is waited for."""
    (unreadable,) = (result for result in grade.grade(small_class, "ps3_layer") if result.status == UNREADABLE)
    assert unreadable.mark is None
    with Book(small_class) as book:
        (submission,) = (
            one for one in book._gradebook.assignment_submissions("ps3_layer") if one.student_id == unreadable.student
        )
        for mark in submission.notebooks[0].grades:
            mark.manual_score = 0.5
        book._gradebook.db.commit()
    assert fresh(small_class) == []
    kept = store.load(small_class, "ps3_layer", unreadable.student)
    assert (kept.status, kept.mark) == (UNREADABLE, 0.5 * len(kept.given))
    assert f">{kept.mark:g} <span" in store.feedback_path(small_class, kept).read_text("utf-8")
    page, table = report(small_class, "ps3_layer")
    assert f'"{kept.student}","unreadable","{kept.mark:g}"' in table.read_text("utf-8")


def test_a_run_that_was_cut_off_goes_on(small_class, monkeypatch):
    """What is written stays; what has no result is graded."""
    monkeypatch.setattr(writer, "GROUP_SUBMISSIONS", 1)
    run = grade.stream(small_class, "ps3_layer", jobs=1)
    done = [next(run)[0].student, next(run)[0].student]
    with pytest.raises(KeyboardInterrupt):
        run.throw(KeyboardInterrupt)
    assert not set(fresh(small_class)) & set(done)
    assert [result.score for result in grade.grade(small_class, "ps3_layer")] == [12, 10, 0, None]


def test_a_worker_that_is_killed_is_replaced(small_class, monkeypatch):
    """Neither the examiner's death nor its fork server's costs a mark."""
    before = grade.grade(small_class, "ps3_layer")
    whole, calls = Worker.grade, itertools.count()
    victims = {0: lambda examiner: examiner, 2: lambda examiner: examiner.children()[0]}

    def grade_and_kill(worker, *said, **options):
        if victim := victims.get(next(calls)):
            worker.wait_until_ready()
            victim(psutil.Process(worker._process.pid)).kill()
        return whole(worker, *said, **options)

    monkeypatch.setattr(Worker, "grade", grade_and_kill)
    after = grade.grade(small_class, "ps3_layer", again=True, jobs=1)
    assert [replace(result, seconds=0.0) for result in after] == [replace(result, seconds=0.0) for result in before]


def test_a_run_that_is_killed_ends_as_an_undisturbed_one():
    """SIGKILL at random moments, of the command, an examiner or a fork server, and once more to the end: the same bytes."""
    command = [sys.executable, "benchmarks/kill.py", "--kills", "3", "--class", "6", "--seed", "2", "--jobs", "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert "3 of 3 ended as undisturbed" in done.stdout, done.stdout + done.stderr


def test_two_runs_exclude_each_other(small_class):
    """The second says who is at work, and changes nothing; once the first is done it may."""
    with files.lock(small_class.lock):
        with pytest.raises(files.Busy, match=f"Process {os.getpid()} on "):
            grade.grade(small_class, "ps3_layer")
        assert not small_class.database.exists()
    assert len(grade.grade(small_class, "ps3_layer")) == 4


def test_a_gradebook_that_is_damaged_or_locked_is_named(small_class):
    """One OSError with its path, and nothing is kept that isn't written."""
    small_class.database.write_bytes(b"no database" * 1000)
    with pytest.raises(OSError, match="the gradebook can't be used") as raised:
        grade.grade(small_class, "ps3_layer")
    assert raised.value.filename == str(small_class.database)
    small_class.database.unlink()
    grade.grade(small_class, "ps3_layer")
    with sqlite3.connect(small_class.database) as elsewhere:
        elsewhere.execute("begin exclusive")
        with pytest.raises(OSError, match="locked"), Book(small_class) as book:
            book.record("ps3_layer", [("ada", {}, None)])


@pytest.mark.parametrize("broken", ["autograded", "feedback", ".grader/results"])
def test_a_folder_that_cannot_be_written_is_named(small_class, broken):
    """The path is in the error; once fixed, the next run grades what is missing."""
    place = small_class.root / broken
    place.parent.mkdir(exist_ok=True)
    place.write_text("a file where a folder must be")
    with pytest.raises(OSError, match=broken):
        grade.grade(small_class, "ps3_layer")
    place.unlink()
    assert [result.score for result in grade.grade(small_class, "ps3_layer")] == [12, 10, 0, None]


def test_a_full_disk_leaves_the_old_file(tmp_path):
    """A file that could only be written in part is not put in place."""
    path = tmp_path / "page.html"
    files.write(path, "old")
    with files_up_to(100), pytest.raises(OSError, match=re.escape(str(path))):
        files.write(path, "x" * 1000)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@contextlib.contextmanager
def files_up_to(size):
    """No file of this process may grow larger."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    was = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, was)


def test_files_under_another_name_are_named(made_course, hand_in, handed_in):
    """A misnamed notebook, an empty folder and a link each get their sentence."""
    hand_in("ada", handed_in(), name="ps3_layer (1).ipynb")
    (made_course.root / "submitted/ben/ps3_layer").mkdir(parents=True)
    cleo = hand_in("cleo", b"")
    cleo.unlink()
    cleo.symlink_to(made_course.source_path("ps3_layer"))
    reasons = [result.reason for result in grade.grade(made_course, "ps3_layer")]
    assert "ps3_layer (1).ipynb" in reasons[0]
    assert "There is no ps3_layer.ipynb" in reasons[1]
    assert "not a plain file" in reasons[2]


def test_a_copy_beside_an_untouched_notebook_is_told_to_both_sides(made_course, hand_in, handed_in):
    """The marks are those of the one that was handed in; student and instructor read that another lies beside it."""
    stub = (made_course.root / "release/ps3_layer/ps3_layer.ipynb").read_bytes()
    for student, beside in (("ada", handed_in()), ("ben", stub), ("cleo", b"{")):
        hand_in(student, stub)
        hand_in(student, beside, name="ps3_layer-Copy1.ipynb")
    hand_in("dan", handed_in())
    hand_in("dan", stub, name="ps3_layer-Copy1.ipynb")
    results = {result.student: result for result in grade.grade(made_course, "ps3_layer")}
    assert {student: result.score for student, result in results.items()} == {"ada": 0, "ben": 0, "cleo": 0, "dan": 12}
    assert {student for student, result in results.items() if result.reason} == {"ada", "cleo"}
    said = "Beside it lies ps3_layer-Copy1.ipynb, which is not graded"
    assert said in results["ada"].reason
    assert said in store.feedback_path(made_course, results["ada"]).read_text("utf-8")
    page, table = report(made_course, "ps3_layer")
    assert said in page.read_text("utf-8") and said in table.read_text("utf-8")
    assert said in line(results["ada"])
    (made_course.root / "submitted/ada/ps3_layer/ps3_layer-Copy1.ipynb").unlink()
    (again,) = grade.grade(made_course, "ps3_layer", student="ada")
    assert again.reason == ""


def test_a_submission_may_be_called_anything(made_course, hand_in, handed_in):
    """Odd names of students reach every face unharmed."""
    names = ["-rf", "<script>alert(1)</script>"[:20].replace("/", ""), "=1+1", "größe", "a b"]
    for name in names:
        hand_in(name, handed_in())
    results = grade.grade(made_course, "ps3_layer")
    assert sorted(result.student for result in results) == sorted(names)
    assert {result.score for result in results} == {12}


def test_an_empty_class_is_wrong_usage(made_course):
    """One sentence says where notebooks were looked for."""
    with pytest.raises(CourseError, match="submitted/"):
        grade.grade(made_course, "ps3_layer")


def test_files_beside_a_submission_are_never_imported(made_course, hand_in, handed_in, tmp_path):
    """conftest.py, numpy.py and sitecustomize.py in the folder leave no trace."""
    trap = tmp_path / "trap"
    for name in ("conftest.py", "numpy.py", "sitecustomize.py", "pytest.py", "grader.py"):
        hand_in("ada", f"open({str(trap)!r}, 'w')".encode(), name=name)
    hand_in("ada", handed_in())
    assert grade.grade(made_course, "ps3_layer")[0].score == 12
    assert not trap.exists()


def test_a_result_is_read_back_as_it_was_written(small_class):
    """JSON and back loses nothing."""
    for result in grade.grade(small_class, "ps3_layer"):
        assert store.load(small_class, "ps3_layer", result.student) == result
        json.dumps(result.to_json())
