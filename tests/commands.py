"""The real commands, each in a process of its own."""

import subprocess
import sys

from grader.cli.parser import parser
from tests.repository import ROOT

VERBS = next(action for action in parser()._actions if action.choices and not action.option_strings).choices


def grader(*arguments, cwd=ROOT):
    """Run the real command: (exit code, standard output, standard error)."""
    done = subprocess.run(
        [sys.executable, "-m", "grader", *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=300
    )
    return done.returncode, done.stdout, done.stderr
