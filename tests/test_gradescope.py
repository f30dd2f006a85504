"""The autograder's zip, laid out and run as Gradescope does it."""

import json
import stat
import subprocess
import zipfile

import pytest

from grader import check
from grader.course import known
from grader.integrations import gradescope_zip as gradescope
from tests.copies import environment_for

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def image(course, tmp_path_factory):
    """The folder that Gradescope calls /autograder, with the zip unpacked and the environment that setup.sh makes."""
    folder = tmp_path_factory.mktemp("autograder")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_SECRET", "tests")
        made = gradescope.autograder(course, "ps3_layer", folder / "zip")
    with zipfile.ZipFile(made) as zipped:
        zipped.extractall(folder / "source")
        (folder / "run_autograder").write_bytes(zipped.read("run_autograder"))
    for name in ("submission", "results"):
        (folder / name).mkdir()
    environment_for(folder / "source/engine", folder / "source/.venv")
    return folder


@pytest.fixture
def run(image):
    """`run(data)`: hand in one notebook and run the script: (exit code, what was printed, results.json or None)."""

    def hand_in(data, name="Assignment 3 (2).ipynb"):
        for old in (image / "submission").iterdir():
            old.unlink()
        if data is not None:
            (image / "submission" / name).write_bytes(data)
        users = {"users": [{"email": "ada@example.org", "id": 7, "name": "Ada"}]}
        (image / "submission_metadata.json").write_text(json.dumps(users))
        done = subprocess.run(["bash", "run_autograder"], cwd=image, capture_output=True, text=True, timeout=300)
        results = image / "results/results.json"
        return done.returncode, done.stdout + done.stderr, json.loads(results.read_text("utf-8")) if results.exists() else None

    return hand_in


def test_the_zip_holds_one_assignment_and_two_scripts(course, tmp_path, monkeypatch):
    """Scripts at its root, ready to be run; nothing of other assignments; the same zip each time."""
    monkeypatch.setenv("GRADER_SECRET", "tests")
    made = gradescope.autograder(course, "ps3_layer", tmp_path / "a.zip")
    again = gradescope.autograder(course, "ps3_layer", tmp_path / "b.zip")
    assert made.read_bytes() == again.read_bytes()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    with zipfile.ZipFile(made) as zipped:
        names = zipped.namelist()
        assert {name for name in names if "/" not in name} == {"setup.sh", "run_autograder", "requirements.txt"}
        assert all(zipped.getinfo(name).external_attr >> 16 & 0o111 for name in ("setup.sh", "run_autograder"))
        needed = dict(line.split("==") for line in zipped.read("requirements.txt").decode().split())
        assert {"numpy", "nbgrader", "pytest", "sqlalchemy"} <= needed.keys()
        assert not {"backprop-grader", "playwright"} & needed.keys()
        assert b"ASSIGNMENT" not in zipped.read("run_autograder")
        assert zipped.read("course/.grader/secret") == b"tests"
    assert "course/grader/assignments/ps3_layer/test_layer.py" in names
    assert not [name for name in names if ("/ps" in name and "ps3_layer" not in name) or name.endswith(".pyc")]


@pytest.mark.parametrize("script", ["setup.sh", "run_autograder"])
def test_the_scripts_are_sound(script):
    """bash reads them without complaint."""
    assert subprocess.run(["bash", "-n", gradescope.SCRIPTS / script], capture_output=True).returncode == 0


def test_results_are_written_as_gradescope_reads_them(course, run, image, handed_in, tmp_path):
    """The marks of `grader check`, part by part, from a notebook under any name."""
    data = handed_in(quiz_ps3="answer_ps3 = 'A'")
    code, said, results = run(data)
    assert code == 0, said
    path = tmp_path / "ps3_layer.ipynb"
    path.write_bytes(data)
    result = check(path, course=course, student="ada@example.org")
    assert results["score"] == result.score == sum(test["score"] for test in results["tests"]) == 10
    assert sum(test["max_score"] for test in results["tests"]) == result.max_score
    assert [test["score"] for test in results["tests"]] == [part.points for _, part in result.parts]
    assert {test["status"] for test in results["tests"]} == {"passed", "failed"}
    wrong = next(test for test in results["tests"] if test["status"] == "failed")
    assert "is not the answer" in wrong["output"]
    assert {test["output_format"] for test in results["tests"]} | {results["output_format"]} == {"text"}
    assert results["execution_time"] > 0
    assert results["stdout_visibility"] == "hidden"


def test_a_stub_is_a_zero_and_what_cannot_be_marked_is_none(course, run):
    """An unreadable file leaves no results.json behind, nor one from before; neither does no file at all."""
    code, said, results = run(known.notebook(course, "ps3_layer"))
    assert (code, results["score"]) == (0, 0)
    code, said, results = run(b"{")
    assert (code, results) == (1, None)
    assert "not a notebook" in said
    code, said, results = run(None)
    assert (code, results) == (1, None)
    assert "There must be one notebook, ps3_layer.ipynb; 0 were handed in." in said
