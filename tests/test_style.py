"""The project reads as one: lint, format, and nothing that belongs to one machine alone."""

import ast
import re
import subprocess
import sys
from importlib import metadata

import pytest
from packaging.specifiers import SpecifierSet

from tests.imports import engine
from tests.repository import ROOT


@pytest.mark.parametrize("command", [("check",), ("format", "--check")], ids=" ".join)
def test_the_code_is_in_style(command):
    """As `make lint` has it."""
    done = subprocess.run([sys.executable, "-m", "ruff", *command, "."], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_the_types_fit():
    """As `make lint` has it: no complaint of the type checker's."""
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def public_functions(node, of_class=False):
    """(function, whether it is a method) of those that anybody may call."""
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if not inner.name.startswith("_") or inner.name == "__init__":
                yield inner, of_class
        elif isinstance(inner, (ast.If, ast.Try)) or (isinstance(inner, ast.ClassDef) and not inner.name.startswith("_")):
            yield from public_functions(inner, of_class or isinstance(inner, ast.ClassDef))


def test_every_public_function_is_annotated():
    """Each parameter, and what comes back."""
    bare = []
    for path in engine():
        for function, of_class in public_functions(ast.parse(path.read_text("utf-8"))):
            arguments = function.args  # the first of a method's is given by Python
            positional = [*arguments.posonlyargs, *arguments.args][of_class:]
            given = [*positional, *arguments.kwonlyargs, *filter(None, (arguments.vararg, arguments.kwarg))]
            done = all(parameter.annotation for parameter in given) and (function.returns or function.name == "__init__")
            bare += [] if done else [f"{path.relative_to(ROOT)}:{function.lineno} {function.name}"]
    assert bare == []


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
