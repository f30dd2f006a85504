"""The commands: what they say, how they end, and that every one of them is documented."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader import cli

ROOT = Path(__file__).parent.parent


def grader(*arguments, cwd=ROOT):
    """Run the real command: (exit code, standard output, standard error)."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=300
    )
    return done.returncode, done.stdout, done.stderr


def options():
    """(command, option or argument) of everything that the parser knows."""
    verbs = next(action for action in cli.parser()._actions if action.choices and not action.option_strings).choices
    for name, parser in verbs.items():
        yield name, ""
        for action in parser._actions:
            for option in action.option_strings:
                if option.startswith("--") and option != "--help":
                    yield name, option


@pytest.mark.parametrize(("command", "option"), list(options()))
def test_every_command_and_option_is_documented(command, option):
    """docs/commands.md names each where its command is described."""
    sections = (ROOT / "docs/commands.md").read_text("utf-8").split("\n## ")
    section = next((text for text in sections if text.startswith(f"`grader {command}")), None)
    assert section is not None
    assert option in section


def test_check_prints_json_and_marks(course, handed_in, tmp_path):
    """The same numbers for a program and for a person."""
    path = tmp_path / "ps3_layer.ipynb"
    path.write_bytes(handed_in(quiz_ps3="answer_ps3 = 'A'"))
    code, out, err = grader("check", path, "--json")
    assert (code, json.loads(out)["score"], err) == (0, 10, "")
    code, out, err = grader("check", path)
    assert (code, err) == (0, "")
    assert "ps3_layer 10 / 12" in out


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["grade", "ps9"], 2, "no assignment 'ps9'"),
        (["check", "nothing.ipynb"], 2, "name of no assignment"),
        (["check", "nothing.ipynb", "--assignment", "ps3_layer"], 1, ""),
        (["grade", "ps3_layer", "--student", "nobody"], 2, "submitted/nobody/ps3_layer/"),
        (["report", "ps3_layer", "--course", "/"], 2, "has no course_config.py"),
        (["grade", "ps3_layer", "--jobs", "0"], 2, "workers"),
        ([], 2, "required"),
    ],
)
def test_errors_are_one_sentence_and_an_exit_code(arguments, code, told):
    """0 done, 1 something needs a person, 2 wrong usage; no traceback."""
    got, out, err = grader(*arguments)
    assert got == code
    assert told in err
    assert "Traceback" not in out + err


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


def test_a_setting_that_does_not_exist_is_named(made_course, hand_in, handed_in):
    """A slip in course_config.py is not passed over."""
    hand_in("ada", handed_in())
    with open(made_course.root / "course_config.py", "a") as config:
        config.write("\nc.Grader.cell_seconds = 3\n")
    code, _, err = grader("grade", "ps3_layer", cwd=made_course.root)
    assert code == 2
    assert "c.Grader.cell_seconds" in err


def test_the_demonstration_touches_no_other_folder(tmp_path):
    """It refuses a folder that is not its own."""
    (tmp_path / "mine").write_text("x")
    code, _, err = grader("demo", "--folder", tmp_path)
    assert code == 2
    assert "--folder" in err
    assert (tmp_path / "mine").read_text() == "x"
