"""An exception in the student's process, as that process tells of it: looked at once, here, and believed in nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MAX_TYPE, MAX_MESSAGE = 100, 10_000  # characters


@dataclass(frozen=True)
class RemoteError:
    """type, message, function: text as it came, "" where none did; cell: the number of the cell that the line is one of, where
    that is known; line: a whole number above 0; shapes: {what an array is called: its shape}. None of it is fit to be shown."""

    type: str = ""
    message: str = ""
    function: str = ""
    cell: int | None = None
    line: int | None = None
    shapes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @classmethod
    def parse(cls, answer: object) -> "RemoteError":
        """What an answer says of an exception, as far as it is what it should be."""
        answer = answer if isinstance(answer, dict) else {}
        texts = {"type": MAX_TYPE, "message": MAX_MESSAGE, "function": MAX_TYPE}
        cell, line, shapes = (answer.get(name) for name in ("cell", "line", "shapes"))
        return cls(
            **{name: text[:limit] for name, limit in texts.items() if isinstance(text := answer.get(name), str)},
            cell=cell if type(cell) is int and cell >= 0 else None,
            line=line if type(line) is int and line > 0 else None,
            shapes={what: tuple(shape) for what, shape in shapes.items() if _is_shape(shape)} if isinstance(shapes, dict) else {},
        )

    def line_in(self, source: str) -> int | None:
        """The line, if a text has so many."""
        return self.line if self.line and self.line <= source.count("\n") + 1 else None


def _is_shape(value):
    return isinstance(value, list) and all(type(size) is int and size >= 0 for size in value)


@dataclass(frozen=True)
class Ran:
    """What a cell left when it was run: what it showed, as nbformat has it, and the exception that it ended with."""

    outputs: list[dict[str, Any]]
    error: RemoteError | None
