"""What is installed: the engine with its templates and catalogues, under a name of its own, and nothing of a course."""

import compileall
import os
import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser

import pytest

from grader.course import known
from grader.course.folder import Course
from tests.copies import environment_for
from tests.repository import ROOT

pytestmark = pytest.mark.slow

BUILD = "import setuptools.build_meta, sys; setuptools.build_meta.build_wheel(sys.argv[1])"
TREE = ROOT / "grader"


def shipped(path):
    """Whether a file of `grader/` belongs to the engine."""
    return path.is_file() and "__pycache__" not in path.parts and TREE / "assignments" not in path.parents


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The opened wheel, built as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    shutil.copytree(TREE, folder / "grader", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, folder)
    done = subprocess.run([sys.executable, "-c", BUILD, "dist"], cwd=folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    (built,) = (folder / "dist").iterdir()
    with zipfile.ZipFile(built) as opened:
        yield opened


def test_the_wheel_holds_the_engine_and_no_assignment(wheel):
    """Every file of `grader/` but those of `grader/assignments/`, and nothing else."""
    names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert names == {str(path.relative_to(ROOT)) for path in TREE.rglob("*") if shipped(path)}
    assert not [name for name in wheel.namelist() if "/ps" in name]
    assert {
        "grader/py.typed",
        "grader/locale/grader.pot",
        "grader/authoring/templates/assignment/solutions/ASSIGNMENT.py",
    } <= names


def test_it_has_a_name_of_its_own_and_one_command(wheel):
    """`grader` on PyPI is somebody else's; the command and the package are called so all the same."""
    (folder,) = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    metadata = Parser().parsestr(wheel.read(f"{folder}/METADATA").decode())
    assert metadata["Name"] == "backprop-grader"
    assert wheel.read(f"{folder}/entry_points.txt").decode() == "[console_scripts]\ngrader = grader.cli.commands:main\n"


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """`installed(…)`: the command of an environment that has the wheel and what it needs, and knows of no repository."""
    folder = tmp_path_factory.mktemp("installed")
    wheel.extractall(folder / "wheel")
    compileall.compile_dir(folder / "wheel", quiet=1)  # as pip does it, templates too
    python = environment_for(folder / "wheel", folder / ".venv")

    def run(*arguments):
        environment = {"PATH": os.defpath, "HOME": str(folder), "GRADER_SECRET": "tests"}
        command = [python, "-m", "grader", *map(str, arguments)]
        return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)

    run.folder, run.python = folder, python
    return run


def test_a_course_that_it_makes_works_whole(installed):
    """Laid out, proved, released, graded, watched, reported, exported, packed for Gradescope: nothing of it is in this repository."""
    done = installed("init", "physics")
    assert (done.returncode, done.stderr) == (0, "")
    course = Course(installed.folder / "physics")
    there = ("--course", course.root)
    for student, data in (("ada", known.reference(course, "first_steps")), ("ben", known.notebook(course, "first_steps"))):
        path = course.submission_path(student, "first_steps")
        path.parent.mkdir(parents=True)
        path.write_bytes(data)
    for command, says in (
        (("verify", "first_steps"), "✓ first_steps: release/ is up to date"),
        (("release",), "first_steps: up to date"),
        (("grade", "first_steps"), "ada: 4/4"),
        (("report", "first_steps"), "first_steps.html"),
        (("export", "first_steps"), "first_steps-marks.csv"),
        (("export", "first_steps", "--format", "gradescope"), "first_steps-gradescope"),
        (("gradescope", "first_steps"), "first_steps-autograder.zip"),
    ):
        done = installed(*command, *there)
        assert (done.returncode, done.stderr) == (0, ""), command
        assert says in done.stdout
        assert "✗" not in done.stdout
    course.submission_path("cleo", "first_steps").parent.mkdir(parents=True)
    course.submission_path("cleo", "first_steps").write_bytes(known.reference(course, "first_steps"))
    command = [installed.python, "-m", "grader", "watch", *map(str, there)]
    with subprocess.Popen(command, cwd=installed.folder, stdout=subprocess.PIPE, text=True) as watching:
        assert watching.stdout.readline() == "first_steps cleo: 4/4\n"
        watching.kill()
    made = [path for path in course.root.rglob("*") if path.is_file()]
    assert len(made) > 30
    assert not [path for path in made if str(ROOT).encode() in path.read_bytes()]
    with zipfile.ZipFile(course.root / "reports" / "first_steps-autograder.zip") as zipped:
        assert "engine/grader/exam/examiner.py" in zipped.namelist()


def test_dask_takes_its_course_elsewhere(installed):
    """From the same environment, by the cluster's address."""
    script = """
import sys
from distributed import LocalCluster
from grader.cli.commands import main
if __name__ == "__main__":
    with LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None, host="127.0.0.1") as machines:
        main(["grade", "first_steps", "--course", "physics", "--again", "--engine", machines.scheduler_address])
"""
    done = subprocess.run([installed.python, "-c", script], cwd=installed.folder, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert "ada: 4/4" in done.stdout
