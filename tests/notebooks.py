"""Notebooks as they are handed in, altered."""

import json

from grader.notebook.cells import grade_id


def edited(data, change):
    """The notebook with its cells changed by `change(list of cells)`."""
    fields = json.loads(data)
    fields["cells"] = change(fields["cells"])
    return json.dumps(fields).encode()


def by_id(cells, name):
    return next(cell for cell in cells if grade_id({"metadata": {}, **cell}) == name)
