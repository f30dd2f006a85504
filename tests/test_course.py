"""Which course a command is about, and that no file that a student handed in has a say in it."""

import os
import shutil
import subprocess
import sys

import pytest

from grader.course.folder import CONFIG, STUDENTS_OWN, Course, CourseError
from grader.integrations import nbgrader_preprocessors
from tests.commands import VERBS, grader

pytestmark = pytest.mark.slow

NEEDED = {"check": ["ps3_layer.ipynb"], "grade": ["ps3_layer"], "report": ["ps3_layer"], "export": ["ps3_layer"]}
NEEDED |= {"gradescope": ["ps3_layer"], "new": ["ps8_momentum"], "extend": ["ben", "ps3_layer", "none"], "roster": ["list"]}


@pytest.fixture
def trap(tmp_path_factory):
    """A file that a planted course_config.py makes when it is run; no test leaves it there."""
    path = tmp_path_factory.mktemp("trap") / "sprung"
    yield path
    assert not path.exists()


def plant(folder, trap):
    """What a student may put beside a notebook."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CONFIG).write_text(f"open({str(trap)!r}, 'w').close()\n")


@pytest.mark.parametrize("among", sorted(STUDENTS_OWN))
def test_among_what_students_handed_in_the_course_that_holds_it_counts(among, made_course, trap, monkeypatch):
    """However many settings are planted on the way, and wherever; named outright, such a folder is refused."""
    monkeypatch.delenv("PWD", raising=False)
    inside = made_course.root / among / "eve" / "ps3_layer" / "deep"
    for folder in (inside, inside.parent, inside.parent.parent, inside.parent.parent.parent):
        plant(folder, trap)
        monkeypatch.chdir(folder)
        assert Course.find().root == made_course.root
        assert Course.find(folder / "ps3_layer.ipynb").root == made_course.root
        with pytest.raises(CourseError, match="lies among what students handed in"):
            Course(folder)


def test_a_course_within_a_course_is_one(made_course, trap, monkeypatch):
    """The nearest counts where it isn't a student's: a demonstration, for example."""
    plant(made_course.root / "demo" / "submitted" / "eve", trap)
    (made_course.root / "demo" / CONFIG).write_text("c = get_config()\n")
    monkeypatch.chdir(made_course.root / "demo" / "submitted" / "eve")
    monkeypatch.delenv("PWD", raising=False)
    assert Course.find().root == made_course.root / "demo"


def test_submitted_may_be_a_link(made_course, tmp_path_factory, trap, monkeypatch):
    """To another disk: the course is told by the way that the shell went."""
    disk = tmp_path_factory.mktemp("disk")
    (made_course.root / "submitted").symlink_to(disk)
    plant(disk / "eve", trap)
    monkeypatch.chdir(disk / "eve")
    for named in (made_course.root / "submitted" / "eve", made_course.root / "submitted" / "eve" / ".." / "eve"):
        monkeypatch.setenv("PWD", str(named))
        found = Course.find().root
        assert found == (made_course.root if ".." not in named.parts else disk / "eve")
    monkeypatch.setenv("PWD", str(made_course.root / "nowhere"))
    monkeypatch.chdir(made_course.root)
    assert Course.find().root == made_course.root


@pytest.mark.parametrize("command", sorted(set(VERBS) - {"demo", "init"}))
def test_outside_of_any_course_nothing_is_done(command, tmp_path, made_course, hand_in, handed_in, trap):
    """In an empty folder, and in an nbgrader course that has nothing of ours, each command says so in one sentence and leaves
    with 2, whatever the file that it is given lies beside."""
    plant(made_course.submitted / "eve" / "ps3_layer", trap)
    path = hand_in("eve", handed_in())
    arguments = {"check": [path], "watch": [made_course.submitted]}.get(command, required(command))
    os.rename(made_course.root / CONFIG, made_course.root / "elsewhere.py")
    (tmp_path / "empty").mkdir()
    nbgraders = tmp_path / "nbgraders"
    for folder in ("source/ps3_layer", "submitted"):
        shutil.copytree(made_course.root / folder, nbgraders / folder)
    (nbgraders / "nbgrader_config.py").write_text(f"open({str(trap)!r}, 'w').close()\n")
    before = sorted(tmp_path.rglob("*"))
    for outside in (tmp_path / "empty", nbgraders):
        code, out, err = grader(command, *arguments, cwd=outside)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "No course here" in err
    assert sorted(tmp_path.rglob("*")) == before


def required(command):
    """Something for every argument that a command can't do without."""
    needed = [action for action in VERBS[command]._actions if not action.option_strings and action.nargs not in ("*", "?")]
    return NEEDED.get(command, [next(iter(action.choices or ["ps3_layer"])) for action in needed])


@pytest.mark.parametrize(
    "command",
    sorted(set(VERBS) - {"demo", "init", "watch", "verify", "release", "new", "promote", "gradescope", "forget", "serve"}),
)
def test_a_planted_setting_is_never_run(command, made_course, hand_in, handed_in, trap):
    """In the student's own folder, and by --course, each command is about the course that holds it."""
    path = hand_in("eve", handed_in())
    plant(path.parent, trap)
    assert grader("grade", "ps3_layer", cwd=path.parent)[0] == 0
    code, out, err = grader(command, *NEEDED[command], cwd=path.parent)
    assert (code, err) == (0, "")
    code, out, err = grader(command, *NEEDED[command], "--course", path.parent, cwd=path.parent)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_watching_from_a_students_folder_watches_the_course(made_course, hand_in, handed_in, trap):
    """And a folder of their own is refused."""
    path = hand_in("eve", handed_in())
    plant(path.parent, trap)
    plant(path.parent / "submitted", trap)
    command = [sys.executable, "-m", "grader", "watch"]
    with subprocess.Popen(command, cwd=path.parent, stdout=subprocess.PIPE, text=True) as watching:
        assert watching.stdout.readline() == "ps3_layer eve: 12/12\n"
        watching.kill()
    code, _, err = grader("watch", "submitted", cwd=path.parent)
    assert code == 2
    assert "is not the course's" in err


def test_nbgraders_way_refuses_a_students_folder(made_course, trap):
    """Wherever its gradebook is said to be."""
    place = made_course.root / "submitted" / "eve"
    plant(place, trap)
    with pytest.raises(CourseError, match="lies among"):
        nbgrader_preprocessors._course({"nbgrader": {"db_url": f"sqlite:///{place}/gradebook.db"}})


def test_the_demonstration_needs_no_course(tmp_path):
    """It brings the one of this repository."""
    (tmp_path / "mine").write_text("x")
    code, _, err = grader("demo", "--folder", tmp_path, cwd=tmp_path)
    assert code == 2
    assert "--folder" in err
