"""The project reads as one: lint, format, and nothing that belongs to one machine alone."""

import re
import subprocess
import sys
from importlib import metadata

import pytest
from packaging.specifiers import SpecifierSet

from tests.test_cli import ROOT


@pytest.mark.parametrize("command", [("check",), ("format", "--check")], ids=" ".join)
def test_the_code_is_in_style(command):
    """As `make lint` has it."""
    done = subprocess.run([sys.executable, "-m", "ruff", *command, "."], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_pins_have_no_addresses():
    """Versions alone, from whatever registry a machine uses."""
    for line in (ROOT / "constraints.txt").read_text("utf-8").split():
        assert re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.!+]*", line)


def test_the_pins_go_with_the_python_of_debian_12():
    """Which is 3.11.2: an ordinary machine's own Python must do."""
    pins = [line.partition("==")[0] for line in (ROOT / "constraints.txt").read_text("utf-8").split()]
    installed = {name: found for name in pins if (found := next(iter(metadata.distributions(name=name)), None))}
    assert len(installed) > 100
    wanted = {name: found.metadata.get("Requires-Python", "") for name, found in installed.items()}
    assert [name for name, pythons in wanted.items() if not SpecifierSet(pythons).contains("3.11.2")] == []
