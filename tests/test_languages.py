"""Another language: a catalogue is used wherever a person reads, and changes no mark."""

import json
import os
import re
import shutil
import subprocess

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from grader.course import known
from tests.copies import environment_for
from tests.repository import ROOT

pytestmark = pytest.mark.slow

LANGUAGE = "tlh"  # nobody's catalogue


@pytest.fixture(scope="module")
def foreign(course, tmp_path_factory):
    """`foreign(notebook)`: the JSON of `grader check`, by a copy of the package that has every sentence in brackets."""
    root = tmp_path_factory.mktemp("foreign")
    for name in ("course_config.py", "source/ps3_layer", "release/ps3_layer", "solutions/ps3_layer.py"):
        (root / name).parent.mkdir(exist_ok=True)
        (shutil.copytree if (course.root / name).is_dir() else shutil.copy)(course.root / name, root / name)
    shutil.copytree(ROOT / "grader", root / "grader", ignore=shutil.ignore_patterns("__pycache__", "ps[!3]*"))
    with open(ROOT / "grader/locale/grader.pot", "rb") as file:
        catalogue = read_po(file)
    for message in catalogue:
        if message.id:
            message.string = f"⟦{message.id}⟧"
    folder = root / "grader/locale" / LANGUAGE / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with open(folder / "grader.mo", "wb") as file:
        write_mo(file, catalogue)
    python = environment_for(root, root / ".venv")

    def check(data):
        (root / "ps3_layer.ipynb").write_bytes(data)
        command = [python, "-m", "grader", "check", "ps3_layer.ipynb", "--json"]
        done = subprocess.run(command, cwd=root, env={**os.environ, "LANGUAGE": LANGUAGE}, capture_output=True, timeout=300)
        return json.loads(done.stdout)

    return check


def outside(sentence):
    """What of a sentence no catalogue has given."""
    while "⟦" in sentence:
        sentence, before = re.sub(r"⟦[^⟦⟧]*⟧", "", sentence), sentence
        assert sentence != before
    return sentence.strip(" .\n")


@pytest.mark.parametrize("wrong", ["the stub", "gradient_ascent", "d_biases_flat", "derivative_of_a"])
def test_everything_that_a_student_reads_is_translated(course, foreign, worker, wrong):
    """Titles, messages, hints and reasons; and the marks are those of every language."""
    solutions = {solution.id: solution for solution in known.wrong_solutions(course, "ps3_layer")}
    if wrong == "the stub":
        data = known.notebook(course, "ps3_layer")
    else:
        data = known.reference(course, "ps3_layer", layer=solutions[wrong].code)
    facts = foreign(data)
    parts = [part for exercise in facts["exercises"] for part in exercise["parts"]]
    here = [part for _, part in worker.grade("", data).result.parts]
    assert [(part["part"], part["points"]) for part in parts] == [(part.part, part.points) for part in here]
    said = [part[name] for part in parts for name in ("title", "message", "hint", "cause", "where") if part[name]]
    assert len(said) > len(parts)
    assert [sentence for sentence in said if " " in outside(sentence)] == []
