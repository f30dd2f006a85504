"""The commands: what they say, how they end, and that every one of them is documented."""

import json
import os
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from grader.course.folder import Course, CourseError
from grader.course.settings import Settings
from tests.commands import VERBS, grader
from tests.repository import ROOT

SECTIONS = {
    text.split()[1].strip("`"): text
    for text in (ROOT / "docs/commands.md").read_text("utf-8").split("\n## ")[1:]
    if text[0] == "`"
}
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]


def options(command):
    """Every option and positional argument of a command, as its help has them."""
    actions = [action for action in VERBS[command]._actions if "--help" not in action.option_strings]
    return {name for action in actions for name in action.option_strings or [action.metavar]}


def test_every_command_is_documented_and_every_documented_command_exists():
    """docs/commands.md has one section for each."""
    assert sorted(SECTIONS) == sorted(VERBS)


@pytest.mark.parametrize("command", VERBS)
def test_a_command_is_documented_whole(command):
    """Its section names each option and argument that it has, and no option that it hasn't; its help gives examples."""
    heading, text = SECTIONS[command].split("\n", 1)
    positional = {name for name in options(command) if not name.startswith("-")}
    assert positional <= set(re.findall(r"[A-Z]+", heading))
    in_table = {found for line in text.split("\n") for found in re.findall(r"^\| `(-[-\w]+)", line)}
    assert in_table == options(command) - positional
    assert "Examples:\n  grader " + command in VERBS[command].format_help()
    assert all(action.help or not action.option_strings for action in VERBS[command]._actions)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_no_command_or_option_that_is_not_there(page):
    """Wherever a page shows how to call the grader."""
    for line in re.findall(r"(?:`|^ {4}|bin/)grader ([^`\n#]*)", page.read_text("utf-8"), re.M):
        command, *rest = line.split()
        if command != "COMMAND":
            assert command in VERBS, line
            assert {word.split("=")[0] for word in rest if word.startswith("-")} <= options(command), line


def test_check_prints_json_and_marks(course, handed_in, tmp_path):
    """The same numbers for a program and for a person."""
    path = tmp_path / "ps3_layer.ipynb"
    path.write_bytes(handed_in(quiz_ps3="answer_ps3 = 'A'"))
    code, out, err = grader("check", path, "--json")
    assert (code, json.loads(out)["score"], err) == (0, 10, "")
    code, out, err = grader("check", path)
    assert (code, err) == (0, "")
    assert "ps3_layer 10 / 12" in out


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "code", "expected"),
    [
        (["grade", "ps9"], 2, "no assignment 'ps9'"),
        (["check", "nothing.ipynb"], 2, "name of no assignment"),
        (["check", "nothing.ipynb", "--assignment", "ps3_layer"], 1, ""),
        (["grade", "ps3_layer", "--student", "nobody"], 2, "submitted/nobody/ps3_layer/"),
        (["report", "ps3_layer", "--course", "/"], 2, "has no course_config.py"),
        (["grade", "ps3_layer", "--jobs", "0"], 2, "whole number"),
        (["grade", "ps3_layer", "--jobs", "two"], 2, "'two' is no whole number above 0"),
        (["grade"], 2, "see `grader grade --help`"),
        (["grad"], 2, "see `grader --help`"),
        ([], 2, "required"),
    ],
)
def test_errors_are_one_sentence_and_an_exit_code(arguments, code, expected):
    """0 done, 1 something needs a person, 2 wrong usage; no traceback."""
    got, out, err = grader(*arguments)
    assert got == code
    assert expected in err
    assert "Traceback" not in out + err
    if code == 2:
        assert (out, err.count("\n")) == ("", 1)


@pytest.mark.slow
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=str)
def test_what_is_read_by_a_program_has_no_colours(environment, handed_in, tmp_path):
    """Nor any other escape sequence, where standard output is no terminal."""
    (tmp_path / "ps3_layer.ipynb").write_bytes(handed_in(quiz_ps3="answer_ps3 = 'A'"))
    done = subprocess.run(
        [sys.executable, "-m", "grader", "check", tmp_path / "ps3_layer.ipynb", "--course", ROOT],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert "10 / 12" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.slow
def test_a_class_from_the_command_line(made_course, hand_in, handed_in):
    """grade, again, report: a line for each submission, a table, and paths."""
    hand_in("ada", handed_in())
    hand_in("ben", b"{")
    code, out, err = grader("grade", "ps3_layer", "--jobs", "1", cwd=made_course.root)
    assert (code, err) == (1, "")
    assert "ada: 12/12" in out
    assert "ben: unreadable" in out
    assert "Walls around student code: " in out
    code, out, _ = grader("grade", "ps3_layer", cwd=made_course.root)
    assert "2 unchanged" in out
    code, out, _ = grader("report", "ps3_layer", cwd=made_course.root)
    assert code == 0
    for path in out.split():
        assert Path(path).stat().st_size > 100


def test_every_setting_stands_in_the_courses_file(course):
    """With the value that counts where it doesn't stand."""
    data = dict(course.config["Grader"])
    assert data.pop("isolation") == Settings().isolation
    assert tuple(data.pop("beside_student_code")) == Settings().beside_student_code
    assert data.pop("contact") == Settings().contact
    assert data == asdict(Settings().limits)


@pytest.mark.parametrize("value", ["'1G'", "0", "-5", "float('nan')", "True"])
def test_a_limit_must_be_a_number_above_0(made_course, value):
    """A slip there is said in a sentence, before anything is graded."""
    with open(made_course.root / "course_config.py", "a") as config:
        config.write(f"\nc.Grader.memory = {value}\n")
    with pytest.raises(CourseError, match=r"c\.Grader\.memory is .*; it must be a number above 0"):
        Course(made_course.root).settings  # noqa: B018


@pytest.mark.slow
def test_a_setting_that_does_not_exist_is_named(made_course, hand_in, handed_in):
    """A slip in course_config.py is not passed over."""
    hand_in("ada", handed_in())
    with open(made_course.root / "course_config.py", "a") as config:
        config.write("\nc.Grader.cell_seconds = 3\n")
    code, _, err = grader("grade", "ps3_layer", cwd=made_course.root)
    assert code == 2
    assert "c.Grader.cell_seconds" in err


@pytest.mark.slow
def test_the_demonstration_touches_no_other_folder(tmp_path):
    """It refuses a folder that is not its own."""
    (tmp_path / "mine").write_text("x")
    code, _, err = grader("demo", "--folder", tmp_path)
    assert code == 2
    assert "--folder" in err
    assert (tmp_path / "mine").read_text() == "x"
