"""What is installed: the engine with its templates and catalogues, under a name of its own, and nothing of a course."""

import shutil
import subprocess
import sys
import zipfile
from email.parser import Parser

import pytest

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
    assert {"grader/py.typed", "grader/locale/grader.pot", "grader/authoring/templates/solutions/ASSIGNMENT.py"} <= names


def test_it_has_a_name_of_its_own_and_one_command(wheel):
    """`grader` on PyPI is somebody else's; the command and the package are called so all the same."""
    (folder,) = {name.split("/")[0] for name in wheel.namelist() if ".dist-info/" in name}
    metadata = Parser().parsestr(wheel.read(f"{folder}/METADATA").decode())
    assert metadata["Name"] == "backprop-grader"
    assert wheel.read(f"{folder}/entry_points.txt").decode() == "[console_scripts]\ngrader = grader.cli.commands:main\n"
