"""The class's marks for other systems: a table as CSV, a gradebook for Canvas, results as Gradescope reads them.

The numbers are the gradebook's, so that marks given by hand and late penalties count. Who has no marks is never a zero: the
row is without a number, or left out where a missing number would overwrite one.
"""

import csv
import io
import json
from dataclasses import dataclass

from grader import files
from grader.classroom import gradebook_read as recorded
from grader.classroom.store import load_all
from grader.course.folder import CourseError
from grader.result import GRADED, PASSED, Result
from grader.words import _, cell, plain


@dataclass(frozen=True)
class Mark:
    """What one student gets. earned: by the grader or by hand, None where marks are withheld; penalty: for being late."""

    student: str
    name: str
    earned: float | None
    penalty: float
    max_score: float
    result: Result | None  # None: graded by hand alone

    @property
    def final(self):
        return None if self.earned is None else max(0.0, self.earned - self.penalty)

    @property
    def status(self):
        return GRADED if self.earned is not None or self.result is None else self.result.status

    @property
    def reason(self):
        return self.result.reason if self.earned is None and self.result else ""


def marks(course, assignment):
    """The Mark of every student who handed in, by student. Raises CourseError where nothing is graded yet."""
    max_score = course.source(assignment).max_score
    results = {result.student: result for result in load_all(course, assignment)}
    if not results:
        raise CourseError(_("No marks yet for {name}; run `grader grade {name}` first.").format(name=assignment))
    entries = recorded.marks(course, assignment)
    return [
        Mark(student, *entries.get(student, (student, None, 0.0)), max_score, results.get(student))
        for student in sorted({*results, *entries})
    ]


def export(course, assignment, kind, to=None, column=None):
    """Write the marks as `kind`, one of FORMATS, and return (path, [Mark without marks]).

    to: the file, or for "gradescope" the folder; by default in reports/. column: what Canvas calls the assignment.
    """
    found = marks(course, assignment)
    if kind == "gradescope":
        to = to or course.root / "reports" / f"{assignment}-gradescope"
        for mark in found:
            write_results(to / mark.student / "results.json", mark.result, mark)
    else:
        to = to or course.root / "reports" / f"{assignment}-{'marks' if kind == 'csv' else kind}.csv"
        files.write(to, table(found) if kind == "csv" else canvas(found, column or assignment))
    return to, [mark for mark in found if mark.final is None]


def number(points):
    """A number of points as a cell: the shortest text that is read back as the same number; empty where there is none."""
    return "" if points is None else f"{points:.10g}"


def table(found):
    """CSV, a row a student."""
    rows = [("student", "name", "status", "earned", "late_penalty", "score", "max_score", "reason")]
    for mark in found:
        numbers = (mark.earned, None if mark.earned is None else mark.penalty, mark.final, mark.max_score)
        rows.append((cell(mark.student), cell(mark.name), mark.status, *map(number, numbers), cell(mark.reason)))
    return _csv(rows)


def canvas(found, column):
    """CSV as Canvas imports it. Students are known by SIS Login ID, which is their folder's name in submitted/. Who has no
    marks is left out: an empty cell would wipe out what stands in Canvas."""
    rows = [("Student", "ID", "SIS Login ID", "Section", cell(column))]
    rows.append(("    Points Possible", "", "", "", number(found[0].max_score)))
    for mark in found:
        if mark.final is not None:
            rows.append((cell(mark.name), "", cell(mark.student), "", number(mark.final)))
    return _csv(rows)


def _csv(rows):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return out.getvalue()


def write_results(path, result, mark=None):
    """Write Gradescope's results.json, and say whether there were marks to write. Without marks there is no file, for
    Gradescope would read one as a zero; one from before is removed."""
    final = mark.final if mark else result.score
    if final is None or result is None:
        path.unlink(missing_ok=True)
        return False
    files.write(path, json.dumps(_results(result, final, mark), ensure_ascii=False, indent=1) + "\n")
    return True


def _results(result, final, mark):
    told = [*result.notes]
    if mark and mark.earned != result.score:
        told.append(
            _("Marks given by hand: {earned} of {most} points.").format(earned=number(mark.earned), most=number(mark.max_score))
        )
    if mark and mark.penalty:
        told.append(_("Handed in late: {penalty} points are taken off.").format(penalty=number(mark.penalty)))
    for exercise in result.exercises:
        told += [f"{exercise.exercise}: {_('Advice, at no cost:')} {sentence}" for sentence in exercise.advice]
    if result.isolation == "none":
        told.append(_("This was graded without walls around the submitted code."))
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
        "output": plain("\n".join(told), 20_000),
        "output_format": "text",
        "test_output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": tests,
        "extra_data": {"assignment": result.assignment, "isolation": result.isolation},
    }
