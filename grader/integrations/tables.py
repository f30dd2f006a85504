"""Marks as CSV: for a spreadsheet, and as Canvas imports them."""

import csv
import io

from grader.integrations.marks import Mark, number
from grader.words import cell


def table(marks: list[Mark]) -> str:
    """CSV, a row a student."""
    rows: list[tuple[str, ...]] = [("student", "name", "status", "earned", "late_penalty", "score", "max_score", "reason")]
    for mark in marks:
        numbers = (mark.earned, None if mark.earned is None else mark.penalty, mark.final, mark.max_score)
        rows.append((cell(mark.student), cell(mark.name), mark.status, *map(number, numbers), cell(mark.reason)))
    return _csv(rows)


def canvas(marks: list[Mark], column: str, by_number: bool = False) -> str:
    """CSV as Canvas imports it. Students are known by SIS Login ID, or by ID, which is their folder's name in submitted/. Who has
    no marks is left out: an empty cell would wipe out what stands in Canvas."""
    rows = [("Student", "ID", "SIS Login ID", "Section", cell(column))]
    rows.append(("    Points Possible", "", "", "", number(marks[0].max_score)))
    for mark in marks:
        if mark.final is not None:
            student = (cell(mark.student), "") if by_number else ("", cell(mark.student))
            rows.append((cell(mark.name), *student, "", number(mark.final)))
    return _csv(rows)


def _csv(rows):
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return out.getvalue()
