"""One small thing to run in the notebook for each failed part, which shows the mistake and never the answer: what to print, and
which shape, ratio or sign to look for."""

import re
from collections.abc import Collection
from typing import Any

import numpy as np

from grader.exam.compare import ratio
from grader.exam.outcomes import Outcome
from grader.exam.record import Record
from grader.words import _

BACKWARD = re.compile(r"back|grad|deriv")  # in the name of what is called: it gives slopes
PLAIN_NAME = re.compile(r"(?:self\.)?[A-Za-z_]\w*")


def of(outcome: Outcome, part: str, record: Record, right: dict[int, dict[str, Any]], contract: Collection[str]) -> str:
    """The experiment for a part that failed, a sentence.

    right: {number of a turn: the reference's observations}; contract: names that the exercise's stub works with."""
    if outcome.stopped:
        return _(
            "Call it once with the smallest sizes there are, and print in its loop what it counts: does that come to an end?"
        )
    operands = [name for name, shape, *_axes in outcome.shapes if shape is not None and PLAIN_NAME.fullmatch(name)]
    if len(operands) > 1 and outcome.lines:
        return _("Put `print({shapes})` before the line that is named: which of the sizes that meet there differ?").format(
            shapes=_(", ").join(f"np.shape({name})" for name in operands[:2])
        )
    found = record.first_wrong(part, right)
    if found is None:
        return ""
    called, name, mine, wanted = found
    name = part if part in contract and part.isidentifier() else name
    if isinstance(mine, dict) and "message" in mine:
        return _("Call `{function}` alone in a cell, with arrays whose sizes all differ, and print the shape of each thing on the line that raises.").format(function=called)  # fmt: skip
    if mine is None:
        return _("Print what you get: `print({what})` shows None.").format(what=name or f"{called}(…)")
    if isinstance(wanted, bool):
        return _("Call `{function}` with two pairs of short arrays of which you know the answer, one right and one wrong, and print what it says.").format(function=called)  # fmt: skip
    if not isinstance(wanted, (np.ndarray, float, int)) or not isinstance(mine, (np.ndarray, float, int)):
        return _on_paper(called)
    if outcome.shapes or np.shape(mine) != np.shape(wanted):  # sizes of 1 may hide it where it is wrong first
        return _of_shapes(called, name, contract)
    if np.ndim(mine) and not np.any(mine):
        return _(
            "Print `{what}` right after the line that makes it: all of it is 0. Print the factors that go into it, too."
        ).format(what=name or f"{called}(…)")
    if not BACKWARD.search(called or ""):
        return _on_paper(called)
    what = f"`{name}`" if name else _("what `{function}` returns").format(function=called)
    if np.ndim(wanted) and ratio(mine, wanted) is not None:
        return _("Nudge one number by 1e-5, go forward again, and divide the change of the loss by 1e-5. Divide {what} by that, for two or three entries: the quotient is the same. What in the exercise is of that size?").format(what=what)  # fmt: skip
    return _("Nudge one number by 1e-5, go forward again, and divide the change of the loss by 1e-5. That is what its entry of {what} must be: which entries differ, and do they share a row, a column or a sign?").format(what=what)  # fmt: skip


def _of_shapes(called, name, contract):
    partner = next((own for own in (re.sub(r"^(?:d_?|grad_)", "", name),) if own != name and own in contract), "")
    if partner:
        return _("Print both shapes, `{name}.shape` and `{partner}.shape`: they must be the same.").format(
            name=name, partner=partner
        )
    return _("Call `{function}` with arrays whose sizes all differ, and print the shape after each line: where does it change in a way you didn't mean?").format(function=called)  # fmt: skip


def _on_paper(called):
    if not called:
        return ""
    return _("Call `{function}` with two or three small whole numbers, work out on paper what must come, and print each value on the way: which is the first that differs?").format(function=called)  # fmt: skip
