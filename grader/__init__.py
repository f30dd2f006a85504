"""Grades the backpropagation course: student code behind walls, hidden tests apart from it.

    from grader import check
    result = check("submitted/ada/ps3_layer/ps3_layer.ipynb")

`check` grades one notebook and writes nothing. `Result`, `Exercise` and `Part` say what came of it.
"""

from grader.classroom.check import check
from grader.result import Exercise, Part, Result

__version__ = "0.1.0"
__all__ = ["Exercise", "Part", "Result", "check"]
