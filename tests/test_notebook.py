"""What a submission gets that is not as it should be: one sentence, and everything gradable graded."""

import json

import nbformat
import pytest

from grader.course.folder import Course
from grader.notebook.align import align
from grader.notebook.cells import grade_id, role
from grader.notebook.read import MAX_BYTES, Unreadable, read_file
from grader.notebook.source import Source
from grader.notebook.write import dumps
from tests.notebooks import by_id, edited
from tests.results import lost

UNREADABLE = {
    "not JSON": (b"{", "breaks off at line 1"),
    "binary": (b"\xff\xfe\x00", "isn't UTF-8"),
    "empty": (b"", "breaks off"),
    "a list": (b"[]", "no list of cells"),
    "no cells": (b'{"nbformat": 4}', "no list of cells"),
    "version 3": (b'{"nbformat": 3, "worksheets": []}', "version 3"),
    "deep": (b"[" * 100_000, "nested too deeply"),
    "long number": (b'{"nbformat": ' + b"4" * 10_000 + b"}", "impossible numbers"),
    "no code": (b'{"nbformat": 4, "cells": []}', "no code cells"),
    "too many cells": (b'{"nbformat": 4, "cells": [' + b"0," * 3000 + b"0]}", "more than"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_an_unreadable_file_is_said_in_one_sentence(worker, what):
    """It gets no marks, no exception, and a reason."""
    data, reason = UNREADABLE[what]
    result = worker.grade("ada", data).result
    assert (result.status, result.score) == ("unreadable", None)
    assert reason in result.reason


def test_a_file_over_10_mb_is_not_read(tmp_path):
    """The size is looked at before the rest."""
    path = tmp_path / "big.ipynb"
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(Unreadable, match="larger than 10 MB"):
        read_file(path)


def test_a_link_is_no_submission(tmp_path, course):
    """Links are not followed, wherever they lead."""
    link = tmp_path / "ps3_layer.ipynb"
    link.symlink_to(course.source_path("ps3_layer"))
    with pytest.raises(Unreadable, match="plain file"):
        read_file(link)


def test_another_assignments_notebook_is_named(course):
    """A stray notebook is told which one it is."""
    source = course.source("ps3_layer")
    other = Source("ps4_perceptron", {"perceptron": {"metadata": {"nbgrader": {"grade_id": "perceptron", "solution": True}}}}, {})
    cell = {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "perceptron"}}, "source": ""}
    with pytest.raises(Unreadable, match=r"ps4_perceptron.*ps3_layer"):
        align({"cells": [cell]}, source, [other])


def test_deleted_test_cells_are_put_back(worker, handed_in):
    """Deleting every test cell changes no mark."""
    data = edited(handed_in(), lambda cells: [c for c in cells if "points" not in c["metadata"].get("nbgrader", {})])
    graded = worker.grade("ada", data)
    assert graded.result.score == 12
    assert sum("was deleted" in note for note in graded.result.notes) == 7
    assert [grade_id(cell) for cell in graded.notebook["cells"] if role(cell) == "test"][:2] == [
        "test_layer_forward",
        "test_layer_dz",
    ]


@pytest.mark.parametrize(("kind", "expected"), [("markdown", "Markdown"), ("raw", "raw text")])
def test_test_cells_turned_into_text_still_count(worker, handed_in, kind, expected):
    """The original is used, and that is said."""

    def change(cells):
        by_id(cells, "test_layer_dz")["cell_type"] = kind
        return cells

    result = worker.grade("ada", edited(handed_in(), change)).result
    assert result.score == 12
    assert any(f"`test_layer_dz` was turned into {expected}" in note for note in result.notes)


def test_edited_tests_points_and_given_cells_come_from_the_source(worker, handed_in):
    """What a submission says of its own points or tests is not believed."""

    def change(cells):
        by_id(cells, "test_layer_dz")["metadata"]["nbgrader"]["points"] = 1000
        by_id(cells, "test_layer_update")["source"] = "1000.0"
        by_id(cells, "given_activations")["source"] = "Tanh = None"
        by_id(cells, "quiz_ps3")["source"] = "answer_ps3 = 'A'"
        return cells

    graded = worker.grade("ada", edited(handed_in(), change))
    assert (graded.result.score, graded.result.max_score) == (10, 12)
    text = " ".join(graded.result.notes)
    for name in ("test_layer_dz", "test_layer_update", "given_activations"):
        assert f"`{name}`" in text
    assert by_id(graded.notebook["cells"], "test_layer_dz")["metadata"]["nbgrader"]["points"] == 2


def test_of_a_doubled_solution_cell_the_last_counts(worker, handed_in):
    """As Jupyter would have it; and it is said."""

    def change(cells):
        n = cells.index(by_id(cells, "quiz_ps3"))
        wrong = {**cells[n], "source": "answer_ps3 = 'A'"}
        return [*cells[:n], wrong, *cells[n:]]

    result = worker.grade("ada", edited(handed_in(), change)).result
    assert result.score == 12
    assert result.notes == (
        "The cell `quiz_ps3` is there more than once, and `answer_ps3` is defined more than once: the last one counts.",
    )


def test_a_split_solution_cell_is_nothing_to_speak_of(course, worker, handed_in):
    """Both pieces keep the cell's id and both are run, whichever defines what."""
    text = course.solution_cells("ps3_layer")["layer"]

    def change(cells):
        n = cells.index(by_id(cells, "layer"))
        return [*cells[:n], {**cells[n], "source": "import math\n\nSCALE = math.sqrt(1.0)"}, *cells[n:]]

    result = worker.grade("ada", edited(handed_in(layer=text.replace("(-1, 1, ", "(-SCALE, SCALE, ")), change)).result
    assert (result.score, result.notes) == (12, ())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace("\n", "  \n"),
        lambda text: "\ufeff" + text + "\n\n",
    ],
    ids=["Windows", "old Mac", "spaces", "mark"],
)
def test_what_nobody_sees_is_no_edit(worker, handed_in, spoil):
    """Line ends of other systems, spaces at a line's end, a byte order mark: in every cell that is the course's."""

    def change(cells):
        for cell in cells:
            if cell["metadata"].get("nbgrader", {}).get("locked"):
                cell["source"] = spoil("".join(cell["source"]))
        return cells

    result = worker.grade("ada", edited(handed_in(), change)).result
    assert (result.score, result.notes) == (12, ())


def test_a_solution_with_windows_line_ends_is_told_by_its_own_lines(course, worker, handed_in):
    """The line that a message names is the one that the student sees."""
    code = course.solution_cells("ps3_layer")["layer"].replace("d_biases = dz", "d_biases = dz.nothing").replace("\n", "\r\n")
    graded = worker.grade("ada", handed_in(layer=code))
    text = next(part for _, part in graded.result.parts if part.part == "update")
    assert "`d_biases = dz.nothing`" in text.message


def test_what_is_defined_in_a_cell_of_the_courses_is_missed_aloud(worker, handed_in):
    """The original is used, so that a helper written there is gone; where it belongs is said."""

    def change(cells):
        cell = by_id(cells, "given_activations")
        cell["source"] = "".join(cell["source"]) + "\n\ndef slope(f, z):\n    return f.derivative(z)\n"
        return cells

    (note,) = worker.grade("ada", edited(handed_in(), change)).result.notes
    assert note == (
        "The cell `given_activations` was edited; the original was used. "
        "What you define there, `slope`, belongs into a cell of your own."
    )


@pytest.mark.parametrize(("kind", "expected"), [("markdown", "Markdown"), ("raw", "raw text")])
def test_a_solution_cell_turned_into_text_is_no_missing_one(worker, handed_in, kind, expected):
    """It was handed in; what happened to it is said, in the notebook too, and how to undo it."""

    def change(cells):
        by_id(cells, "layer")["cell_type"] = kind
        return cells

    graded = worker.grade("ada", edited(handed_in(), change))
    (note,) = graded.result.notes
    assert note.startswith(f"The solution cell `layer` was turned into {expected}, which is not run.")
    place = next(n for n, cell in enumerate(graded.notebook["cells"]) if grade_id(cell) == "layer")
    assert graded.notebook["cells"][place]["source"] == [
        f"# The cell `layer` was turned into {expected}, so that its code did not run."
    ]
    assert "class Layer" in "".join(graded.notebook["cells"][place - 1]["source"])


def test_a_copy_after_the_tests_does_not_stand_for_the_solution(worker, handed_in):
    """The one that the tests come after does."""

    def change(cells):
        again = {**by_id(cells, "layer"), "source": "# of old\nLayer = Layer"}
        return [*cells, again]

    graded = worker.grade("ada", edited(handed_in(), change))
    assert graded.result.score == 12
    assert any("the one before its tests counts" in note for note in graded.result.notes)
    assert "class Layer" in "".join(by_id(graded.notebook["cells"], "layer")["source"])


def test_a_missing_solution_cell_is_looked_for_elsewhere(worker, handed_in):
    """A class moved to a cell of the student's own still counts."""

    def change(cells):
        moved = by_id(cells, "layer")
        moved["metadata"] = {}
        return [cell for cell in cells if cell is not by_id(cells, "quiz_ps3")]

    result = worker.grade("ada", edited(handed_in(), change)).result
    assert lost(result) == {"answer"}
    assert sum("is missing" in note for note in result.notes) == 2


def test_metadata_of_any_kind_is_survived(worker, handed_in):
    """Cells whose parts have the wrong types are read as far as they go."""

    def change(cells):
        return [
            {"cell_type": 3, "source": {"a": 1}, "metadata": []},
            "no cell",
            {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": ["x"]}}, "source": ["a = 1\n", 5]},
            {"cell_type": "code", "metadata": {"nbgrader": "yes"}},
            *cells,
        ]

    assert worker.grade("ada", edited(handed_in(), change)).result.score == 12


@pytest.mark.parametrize("assignment", Course.find().assignments())
def test_what_is_written_is_what_nbformat_writes(assignment):
    """Byte for byte, outputs of every kind included."""
    fields = json.loads(Course.find().source_path(assignment).read_bytes())
    fields["cells"] = [{**cell, "source": "".join(cell["source"])} for cell in fields["cells"]]
    metadata = {"a": [], 'é\u2028"': {}, "n": [1, 2.5, True, None, [["x\n"], {}]]}
    shown = [{"output_type": "display_data", "data": {"text/plain": "a\nb"}, "metadata": metadata}]
    fields["cells"].append(
        {"cell_type": "code", "execution_count": None, "id": "odd", "metadata": {}, "outputs": shown, "source": ""}
    )
    assert dumps(fields) == nbformat.writes(nbformat.from_dict(fields), version=4) + "\n"
