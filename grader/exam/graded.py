"""What a worker gives for one submission, in the bytes that will be written."""

import functools
import json
from dataclasses import dataclass, replace
from typing import Any

from grader.notebook.write import dumps
from grader.result import GRADED, Result


@dataclass(frozen=True)
class Graded:
    """result_json: the Result as it is kept; texts: {name of a notebook: the autograded one}, empty where the submission was
    unreadable; page: the feedback, where it was asked for; points: {key of a cell: points, None where they are withheld}, see
    `bundle.cell_key`; messages: how many hidden tests sent to the student's process."""

    result_json: bytes
    texts: dict[str, bytes]
    page: bytes | None
    points: dict[str, float | None]
    messages: int = 0

    @classmethod
    def of(
        cls,
        result: Result,
        points: dict[str, float | None],
        notebooks: dict[str, dict[str, Any]] | None = None,
        *,
        page: bool = True,
        messages: int = 0,
    ) -> "Graded":
        texts = {name: _bytes(dumps(notebook)) for name, notebook in (notebooks or {}).items()}
        return cls(_json(result), texts, _page(result, notebooks or {}) if page else None, points, messages)

    @classmethod
    def kept(cls, result_json: bytes, texts: dict[str, bytes], points: dict[str, float | None]) -> "Graded":
        """One of what was kept of it, with its page made anew."""
        made = cls(result_json, texts, None, points)
        return replace(made, page=_page(made.result, made.notebooks))

    def with_doubt(self, doubt: str) -> "Graded":
        """The same marks, and `doubt` said with them, where there is one."""
        if not doubt or not self.texts or self.result.status != GRADED:
            return self
        return self.saying(replace(self.result, reason=doubt))

    def saying(self, result: Result) -> "Graded":
        """The same with another Result, on the page too, where there is one."""
        page = None if self.page is None else _page(result, self.notebooks)
        return replace(self, result_json=_json(result), page=page)

    @functools.cached_property
    def result(self) -> Result:
        return Result.from_json(json.loads(self.result_json))

    @property
    def notebooks(self) -> dict[str, Any]:
        """{name: the autograded notebook}, the text of each cell in one piece."""
        return {name: read_back(text) for name, text in self.texts.items()}

    @property
    def text(self) -> bytes | None:
        """The autograded notebook, the first of several; None where the submission was unreadable."""
        return next(iter(self.texts.values()), None)

    @functools.cached_property
    def notebook(self) -> Any:
        """The same, read."""
        return json.loads(self.text) if self.text else None


def read_back(text: bytes) -> Any:
    """A notebook as it was written, with the text of each cell in one piece, and that of its outputs in lines."""
    notebook = json.loads(text)
    return {**notebook, "cells": [{**cell, "source": "".join(cell["source"])} for cell in notebook["cells"]]}


def _json(result: Result) -> bytes:
    return _bytes(json.dumps(result.to_json(), ensure_ascii=False))


def _page(result: Result, notebooks: dict[str, dict[str, Any]]) -> bytes:
    from grader.pages import feedback  # late: jinja2 takes its time to load, and `check` needs no page

    cells = [cell for notebook in notebooks.values() for cell in notebook["cells"]]
    if len(notebooks) > 1:  # ids are told apart by the notebook's name, as those of exercises are
        cells = [_within(name, cell) for name, notebook in notebooks.items() for cell in notebook["cells"]]
    return _bytes(feedback.page(result, {"cells": cells}))


def _within(name, cell):
    held = cell["metadata"].get("nbgrader")
    if not isinstance(held, dict) or "grade_id" not in held:
        return cell
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": {**held, "grade_id": f"{name}-{held['grade_id']}"}}}


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # half a character, which JSON can hold and UTF-8 can't, becomes a question mark
