"""What a worker gives for one submission, in the bytes that will be written."""

import functools
import json
from dataclasses import dataclass, replace
from typing import Any

from grader.notebook.write import dumps
from grader.result import GRADED, Result


@dataclass(frozen=True)
class Graded:
    """result_json: the Result as it is kept; text: the autograded notebook, None where the submission was unreadable; page: the
    feedback, where it was asked for; points: {test cell: points, None where they are withheld}; messages: how many hidden tests
    sent to the student's process."""

    result_json: bytes
    text: bytes | None
    page: bytes | None
    points: dict[str, float | None]
    messages: int = 0

    @classmethod
    def of(
        cls,
        result: Result,
        points: dict[str, float | None],
        notebook: dict[str, Any] | None = None,
        *,
        page: bool = True,
        messages: int = 0,
    ) -> "Graded":
        text = None if notebook is None else _bytes(dumps(notebook))
        return cls(_json(result), text, _page(result, notebook) if page else None, points, messages)

    def with_doubt(self, doubt: str) -> "Graded":
        """The same marks, and `doubt` said with them, where there is one."""
        if not doubt or self.notebook is None or self.result.status != GRADED:
            return self
        cells = [{**cell, "source": "".join(cell["source"])} for cell in self.notebook["cells"]]
        result = replace(self.result, reason=doubt)
        return replace(self, result_json=_json(result), page=_page(result, {"cells": cells}) if self.page else None)

    @functools.cached_property
    def result(self) -> Result:
        return Result.from_json(json.loads(self.result_json))

    @functools.cached_property
    def notebook(self) -> Any:
        return json.loads(self.text) if self.text else None


def _json(result: Result) -> bytes:
    return _bytes(json.dumps(result.to_json(), ensure_ascii=False))


def _page(result: Result, notebook: dict[str, Any] | None) -> bytes:
    from grader.pages import feedback  # late: jinja2 takes its time to load, and `check` needs no page

    return _bytes(feedback.page(result, notebook))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "replace")  # half a character, which JSON can hold and UTF-8 can't, becomes a question mark
