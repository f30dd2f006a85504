"""What stands in `autograded/` for a notebook that could not be graded: without one, formgrader shows nothing that could be marked."""

from grader.course.folder import Course
from grader.exam.graded import read_back
from grader.notebook.cells import grade_id
from grader.notebook.write import dumps
from grader.result import Result
from grader.words import _, plain


def stand_in(course: Course, result: Result, name: str) -> str:
    """The notebook `name` as students got it, and above it why nothing else stands there. Raises CourseError."""
    source = course.source(result.assignment, name)
    notebook = read_back(course.source_path(result.assignment, name).read_bytes())
    for cell in notebook["cells"]:
        if grade_id(cell) in source.cells:
            cell["source"] = source.released_text(grade_id(cell))
        if "outputs" in cell:
            cell |= {"outputs": [], "execution_count": None}
    notice = _(
        "What was handed in could not be graded ({why}) and is not shown here. Below stands the notebook as students got it, so that "
        "points can be given by hand: once each test cell has some, they count."
    ).format(why=plain(result.reason).rstrip("."))
    first = {"cell_type": "markdown", "metadata": {}, "source": notice}
    if (notebook["nbformat"], notebook["nbformat_minor"]) >= (4, 5):
        first["id"] = "stand-in"
    return dumps(notebook | {"cells": [first, *notebook["cells"]]})
