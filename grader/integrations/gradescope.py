"""A result as Gradescope reads it."""

import json
from pathlib import Path
from typing import Any

from grader import files
from grader.integrations.marks import Mark, number
from grader.result import PASSED, Result
from grader.words import _, plain


def write_results(path: Path, result: Result | None, mark: Mark | None = None) -> bool:
    """Write Gradescope's results.json, and say whether there were marks to write. Without marks there is no file, for
    Gradescope would read one as a zero; one from before is removed."""
    final = mark.final if mark else result.score if result else None
    if final is None or result is None:
        path.unlink(missing_ok=True)
        return False
    files.write(path, json.dumps(_results(result, final, mark), ensure_ascii=False, indent=1) + "\n")
    return True


def _results(result: Result, final: float, mark: Mark | None) -> dict[str, Any]:
    lines = [*filter(None, (*result.notes, result.waiting if not mark else ""))]
    if mark and mark.earned != result.score:
        lines.append(
            _("Marks given by hand: {earned} of {most} points.").format(earned=number(mark.earned), most=number(mark.max_score))
        )
    if mark and mark.penalty:
        lines.append(_("Handed in late: {penalty} points are taken off.").format(penalty=number(mark.penalty)))
    for exercise in result.exercises:
        lines += [f"{exercise.exercise}: {_('Advice, at no cost:')} {sentence}" for sentence in exercise.advice]
    if result.isolation == "none":
        lines.append(_("This was graded without walls around the submitted code."))
    tests = [
        {
            "name": f"{exercise.exercise}: {part.title}",
            "name_format": "text",
            "number": f"{n}.{m}",
            "score": part.points,
            "max_score": part.max_points,
            "status": "passed" if part.outcome == PASSED else "failed",
            "output": "\n".join(filter(None, (part.message, part.where, part.cause, part.hint))),
            "output_format": "text",
            "visibility": "visible",
        }
        for n, exercise in enumerate(result.exercises, 1)
        for m, part in enumerate(exercise.parts, 1)
    ]
    return {
        "score": final,
        "execution_time": round(result.seconds, 3),
        "output": plain("\n".join(lines), 20_000),
        "output_format": "text",
        "test_output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": {"assignment": result.assignment, "isolation": result.isolation},
    }
