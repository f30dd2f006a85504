"""The workflow for GitHub Classroom: its shell runs here, the rest is for GitHub alone."""

import json
import os
import subprocess
import sys

import pytest
import yaml

from grader.course import known
from tests.repository import ROOT

pytestmark = pytest.mark.slow

WORKFLOW = yaml.safe_load((ROOT / "docs/examples/classroom.yml").read_text("utf-8"))
STEPS = {step["name"]: step for step in WORKFLOW["jobs"]["grade"]["steps"] if "name" in step}


@pytest.mark.parametrize("name", STEPS)
def test_a_step_is_sound_shell(name):
    """bash reads it without complaint."""
    assert subprocess.run(["bash", "-n"], input=STEPS[name]["run"].encode(), capture_output=True).returncode == 0


def test_every_notebook_is_checked(made_course, handed_in, tmp_path):
    """A result for each repository, and how many wait for a person; a missing file stops nobody."""
    repositories = tmp_path / "handed-in/layer-submissions"
    for student, data in (("ada", handed_in()), ("ben", known.notebook(made_course, "ps3_layer")), ("cleo", b"{"), ("dan", None)):
        (repositories / student).mkdir(parents=True)
        if data is not None:
            (repositories / student / "ps3_layer.ipynb").write_bytes(data)
    (tmp_path / ".venv").symlink_to(sys.prefix)
    summary = tmp_path / "summary"
    environment = {**os.environ, "ASSIGNMENT": "ps3_layer", "GITHUB_STEP_SUMMARY": str(summary), "GRADER_SECRET": "tests"}
    run = ["bash", "-e", "-o", "pipefail", "-c", STEPS["Check every notebook"]["run"]]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert summary.read_text() == "4 checked, 2 need a person\n"
    said = {path.stem: json.loads(path.read_text("utf-8")) for path in (tmp_path / "results").iterdir()}
    assert {student: result["score"] for student, result in said.items()} == {"ada": 12, "ben": 0, "cleo": None, "dan": None}
