"""`grader new`: what it lays out passes `grader verify` as it stands, and it never writes over anything."""

import json
import re
import shutil
import subprocess

import pytest

from grader.authoring import scaffold as new
from grader.authoring.verify import verify
from grader.course.folder import CourseError
from tests import commands
from tests.copies import environment_for
from tests.repository import COURSE, ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def grader(tmp_path_factory):
    """`grader(…)`: the command of a copy of the package with a course around it, in an environment of its own."""
    root = tmp_path_factory.mktemp("repository")
    for name in ("course_config.py", "nbgrader_config.py"):
        shutil.copy(ROOT / name, root)
    shutil.copytree(ROOT / "grader", root / "grader", ignore=shutil.ignore_patterns("__pycache__", "ps*"))
    python = environment_for(root, root / ".venv")

    def run(*arguments):
        done = subprocess.run([python, "-m", "grader", *arguments], cwd=root, capture_output=True, text=True, timeout=300)
        return done.returncode, done.stdout, done.stderr

    run.root = root
    return run


def test_a_new_assignment_passes_verify_at_once(grader):
    """One command lays it out, the next one proves it: reference, stub, right and wrong solutions, release."""
    code, out, err = grader("new", "ps8_momentum")
    assert (code, err) == (0, "")
    written = [line for line in out.split("\n") if "/" in line and " " not in line]
    assert sorted(written) == sorted(
        str(path.relative_to(grader.root))
        for path in grader.root.glob("[!.]*/**/*")
        if "ps8_momentum" in str(path) and path.is_file()
    )
    code, out, err = grader("verify", "ps8_momentum")
    assert [line for line in out.split("\n") if not line.startswith("✓")] == [""], err
    assert (code, out.count("✓") > 12, err) == (0, True, "")
    before = {path: path.read_bytes() for path in grader.root.rglob("*") if "ps8_momentum" in str(path) and path.is_file()}
    code, out, err = grader("new", "ps8_momentum")
    assert (code, out) == (2, "")
    assert "source/ps8_momentum is there already" in err
    assert before == {path: path.read_bytes() for path in before}


@pytest.mark.parametrize("name", ["os", "class", "numpy", "ps-8", "Ps8", "8ps", "../ps8", "ps8 ", "", "x" * 61])
def test_a_name_that_can_be_no_folder_module_and_assignment_is_refused(name):
    """One sentence, and nothing is written."""
    with pytest.raises(CourseError, match="can't name an assignment"):
        new.new(COURSE, name)


def test_an_assignment_is_laid_out_in_whatever_course_it_is_asked_for(made_course):
    """A course apart from the package gets its own hidden tests, and the package's folder is not touched."""
    before = sorted((ROOT / "grader").rglob("*ps8*"))
    written = new.new(made_course, "ps8_momentum")
    assert made_course.content("ps8_momentum") / "test_scale.py" in written
    assert "ps8_momentum" in made_course.assignments()
    assert all(path.is_relative_to(made_course.root) for path in written)
    assert sorted((ROOT / "grader").rglob("*ps8*")) == before


def test_an_exercise_has_its_own_name_everywhere(made_course):
    """In cells, ids, modules, files, figure and prose: no word of the template's is left, and what is laid out is as sound."""
    written = new.new(made_course, "ps14_momentum", "momentum_step")
    written = [path for path in written if path.name != "notation.svg"]  # the same in every folder
    texts = {path: path.read_text("utf-8") for path in written if path.suffix in (".py", ".ipynb", ".toml", ".md", ".svg")}
    left = {
        path.name
        for path, text in texts.items()
        if re.search(r"(?<![A-Za-z])scale(?![A-Za-z])", text.replace("grayscale", ""), re.I)
    }
    assert left <= {"checking.py", "hand_in.py"}
    source = made_course.source("ps14_momentum")
    assert source.exercises == ["momentum_step"]
    assert list(source.points) == ["test_momentum_step_forward", "test_momentum_step_dx", "test_momentum_step_d_factor"]
    assert source.definitions["MomentumStep"] == "class"
    assert {path.name for path in written} >= {"test_momentum_step.py", "momentum_step.svg"}
    lines = dict(verify(made_course, "ps14_momentum", every=0))
    assert [line for line, good in lines.items() if not good] == []


@pytest.mark.parametrize("name", ["Step", "class", "a b", "9", "step_", ""])
def test_a_name_that_can_be_no_exercise_is_refused(name, made_course):
    """One sentence, and nothing is written."""
    with pytest.raises(CourseError, match="can't name an exercise"):
        new.new(made_course, "ps14_momentum", name)
    assert not made_course.content("ps14_momentum").exists()


def changed(course, change):
    """The course's ps3_layer with its source notebook changed."""
    path = course.source_path("ps3_layer")
    data = json.loads(path.read_text("utf-8"))
    cells = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in data["cells"]}
    change(data, cells)
    path.write_text(json.dumps(data))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda data, cells: cells["layer"]["metadata"]["nbgrader"].update(grade_id="layr"),
            "test_layer.py is about no solution cell",
        ),
        (lambda data, cells: data["cells"].remove(cells["test_layer_dz"]), "no test cell test_layer"),
        (lambda data, cells: cells["test_layer_dz"]["metadata"]["nbgrader"].update(points=7), "has 7.0 points, its hidden tests"),
        (lambda data, cells: cells["test_layer_dz"]["metadata"]["nbgrader"].pop("points"), "has None points"),
        (
            lambda data, cells: cells["test_layer_dz"]["metadata"]["nbgrader"].update(grade_id="quiz_ps3"),
            "have the grade id 'quiz_ps3'",
        ),
        (lambda data, cells: data["cells"].clear(), "has no solution cell"),
    ],
)
def test_a_slip_of_an_author_is_one_sentence(change, says, made_course):
    """From the command, with exit code 2: no traceback, and nothing of pytest's."""
    changed(made_course, change)
    code, out, err = commands.grader("verify", "ps3_layer", cwd=made_course.root)
    assert (code, err.count("\n")) == (2, 1), err
    assert says in err
    assert "INTERNALERROR" not in out + err


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("solutions/ps3_layer.py", "{text}\nimport nothing_like_it\n", "can't be run (ModuleNotFoundError"),
        ("solutions/ps3_layer.py", "def (:\n", "can't be run (SyntaxError"),
        ("solutions/ps3_layer.py", None, "need a reference"),
        ("grader/assignments/ps3_layer/test_layer.py", "def (:\n", "can't be collected"),
    ],
)
def test_a_file_that_is_broken_or_gone_is_one_sentence(name, text, says, made_course):
    """As above."""
    path = made_course.root / name
    before = path.read_text("utf-8")
    path.unlink()
    if text:
        path.write_text(text.replace("{text}", before))
    code, out, err = commands.grader("verify", "ps3_layer", cwd=made_course.root)
    assert (code, err.count("\n")) == (2, 1), err
    assert says in err


def test_no_hidden_tests_at_all_are_missed(made_course):
    """What there is of the assignment tells that there should be some."""
    for path in made_course.content("ps3_layer").glob("*.py"):
        path.unlink()
    lines = dict(verify(made_course, "ps3_layer"))
    assert [good for line, good in lines.items() if line.startswith("there are no hidden tests")] == [False]
