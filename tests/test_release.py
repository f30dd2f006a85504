"""What leaves the house: stubs and visible checks, and not a line of what is hidden."""

import json

import pytest

from grader.classroom import grade
from grader.course import known
from grader.integrations import nbgrader_release as release
from tests.repository import COURSE, secret_lines


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_no_hidden_line_is_in_the_release(assignment):
    """Searched for line by line, in every released file."""
    texts = [path.read_text("utf-8", "ignore") for path in (COURSE.root / "release" / assignment).rglob("*") if path.is_file()]
    lines = secret_lines(assignment)
    assert len(lines) > 10
    assert [line for line in lines if any(line in text or json.dumps(line)[1:-1] in text for text in texts)] == []
    assert not any("HIDDEN TESTS" in text for text in texts)


@pytest.mark.parametrize("assignment", COURSE.assignments())
def test_the_stub_survives_release(assignment):
    """Solution cells arrive as the source has them: signature, docstring, `...`; the visible checks too."""
    data = json.loads((COURSE.root / "release" / assignment / f"{assignment}.ipynb").read_text("utf-8"))
    source = COURSE.source(assignment)
    released = {cell["metadata"].get("nbgrader", {}).get("grade_id"): "".join(cell["source"]) for cell in data["cells"]}
    for name in source.cells:
        assert released[name].rstrip() == source.released_text(name)


@pytest.mark.slow
def test_release_writes_only_what_changed(made_course):
    """A second run changes nothing; a stray file goes, an altered one is put right."""
    assert release.release(made_course, "ps3_layer") == []
    folder = made_course.root / "release/ps3_layer"
    (folder / "stray.txt").write_text("x")
    (folder / "README.md").write_text("x")
    assert [path.name for path in release.release(made_course, "ps3_layer")] == ["README.md", "stray.txt"]
    assert release.release(made_course, "ps3_layer") == []


@pytest.mark.slow
def test_no_hidden_line_is_in_feedback_or_autograded_notebooks(made_course, hand_in, handed_in):
    """Neither for a stub, nor for wrong code of every kind, nor for code that raises everywhere."""
    own = "class Layer:\n    def __init__(self, n, m, f): self.weights, self.biases = np.ones((m, n)), np.ones((m, 1))\n"
    hand_in("ada", known.notebook(made_course, "ps3_layer"))
    hand_in("ben", handed_in(layer=own + "    def forward(self, x): return x\n    def backward(self, g, r): return g"))
    hand_in("cleo", handed_in(layer=own + "    def forward(self, x): 1 / 0\n    def backward(self, g, r): return [][1]"))
    hand_in("dan", handed_in(layer="Layer = None", quiz_ps3="answer_ps3 = 'C'"))
    hand_in("eve", b"[]")
    grade.grade(made_course, "ps3_layer")
    texts = [path.read_text("utf-8") for name in ("autograded", "feedback") for path in (made_course.root / name).rglob("*.*")]
    assert len(texts) == 10  # five pages, and five notebooks: a stub stands in for what can't be read
    lines = secret_lines("ps3_layer") - {'answer_ps3 = "B"'}
    assert [line for line in lines if any(line in text or json.dumps(line)[1:-1] in text for text in texts)] == []
