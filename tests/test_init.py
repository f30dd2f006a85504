"""`grader init`: a course of an empty folder, the grader's part of an nbgrader course, and nothing else ever touched."""

import subprocess
import sys

import pytest

from grader.authoring import init
from grader.course.folder import Course, CourseError
from grader.course.settings import load_config
from tests.commands import grader
from tests.repository import ROOT

TOP = ("source", "release", "solutions", "autograded", "grader", "course_config.py")


@pytest.mark.slow
def test_an_empty_folder_becomes_a_course(tmp_path):
    """With the names of the top level, one exercise, a README with its two commands, and no word of where the grader lies."""
    folder = tmp_path / "Physics 101"
    code, out, err = grader("init", folder, cwd=tmp_path)
    assert (code, err) == (0, "")
    assert all((folder / name).exists() for name in TOP)
    written = {path for path in folder.rglob("*") if path.is_file()}
    assert {folder / line for line in out.split("\n") if line and " " not in line} == written
    assert not [path for path in written if str(ROOT).encode() in path.read_bytes()]
    course = Course(folder)
    assert course.assignments() == ["first_steps"]
    assert course.config.CourseDirectory.course_id == "Physics_101"
    for command in ("grader verify", "grader grade first_steps"):
        assert command in (folder / "README.md").read_text("utf-8")
    code, out, err = grader("init", folder, cwd=tmp_path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "is a course already" in err
    assert {path for path in folder.rglob("*") if path.is_file()} == written


def test_a_new_course_has_the_settings_of_this_one():
    """Each explained where it stands."""
    ours = (ROOT / "course_config.py").read_text("utf-8")
    assert (init.TEMPLATE / "course_config.py").read_text("utf-8").replace(init.COURSE_ID, "backpropagation") == ours


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path, made_course):
    """And so is one among what students handed in, and a file."""
    (tmp_path / "mine" / "notes").mkdir(parents=True)
    (tmp_path / "file").write_text("x")
    before = sorted(tmp_path.rglob("*"))
    for folder, why in (
        (tmp_path / "mine", "neither empty nor an nbgrader course"),
        (tmp_path / "file", "is a file"),
        (made_course.root / "submitted" / "eve" / "course", "among what students handed in"),
        (made_course.root, "is a course already"),
    ):
        with pytest.raises(CourseError, match=why):
            init.init(folder)
    assert sorted(tmp_path.rglob("*")) == before


def nbgraders(folder, config="c = get_config()\n"):
    """An nbgrader course without anything of ours."""
    (folder / "source" / "ps1").mkdir(parents=True)
    (folder / "source" / "ps1" / "problem1.ipynb").write_text("{}")
    (folder / "nbgrader_config.py").write_text(config)
    return folder


def test_an_nbgrader_course_keeps_every_file(tmp_path):
    """One file comes along, and one line is to be added by hand; after that nbgrader reads both, as the grader does."""
    folder = nbgraders(tmp_path / "course", "c = get_config()\nc.CourseDirectory.course_id = 'theirs'\nc.Execute.timeout = 7\n")
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    begun = init.init(folder)
    assert [path.name for path in begun.written] == ["course_config.py"]
    assert before == {path: path.read_bytes() for path in before}
    config = Course(folder).config
    assert (config.CourseDirectory.course_id, config.Execute.timeout) == ("theirs", 7)
    assert "GenerateAssignment" not in config
    assert "grader.integrations" in config.Autograde.autograde_preprocessors[0]
    with open(folder / "nbgrader_config.py", "a") as file:
        file.write(begun.line + "\n")
    assert load_config(folder) == config
    (folder / "course_config.py").unlink()
    assert init.init(folder).line == ""


@pytest.mark.parametrize("name", ["course_config.py", "nbgrader_config.py"])
def test_settings_that_cannot_be_read_are_one_sentence(name, made_course):
    """Whatever a file that is a program does."""
    (made_course.root / name).write_text("c = get_config()\nc.Grader.memory = 1 / 0\n")
    with pytest.raises(CourseError, match=rf"{name} can't be read \(ZeroDivisionError"):
        Course(made_course.root).config  # noqa: B018


@pytest.mark.slow
@pytest.mark.parametrize(
    ("system", "run", "says"),
    [
        ("win32", "from grader.cli.commands import main; main(['init', 'course'])", "WSL 2"),
        ("darwin", "from grader.authoring import init; sys.exit(init.walls_are_missing())", "this is darwin"),
    ],
)
def test_where_no_walls_can_be_built_it_is_said_at_once(system, run, says, tmp_path):
    """And what to do: in one sentence, on a system that is not Linux."""
    mac = (
        "sys.modules['_scproxy'] = types.SimpleNamespace(_get_proxy_settings=None, _get_proxies=None)"  # a module of macOS alone
    )
    start = f"import sys, types; {mac}; sys.platform = {system!r}; {run}"
    done = subprocess.run([sys.executable, "-c", start], cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert says in done.stderr
