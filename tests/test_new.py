"""`grader new`: what it lays out passes `grader verify` as it stands, and it never writes over anything."""

import shutil
import subprocess

import pytest

from grader.authoring import scaffold as new
from grader.course.folder import CourseError
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
    assert (code, out.count("✓"), err) == (0, 12, "")
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
    assert sorted((ROOT / "grader").rglob("*ps8*")) == before == []
