"""The pages: one student's feedback, and the class at a glance. Every word of a student's is escaped on its way."""

import csv
import functools
import io
import re
from collections import Counter
from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from . import notebook as nb
from . import words
from .result import FAILED, GRADED, NOT_RUN, PASSED
from .words import _

SIGNS = {PASSED: "✓", FAILED: "✗", NOT_RUN: "–"}


@functools.cache
def _templates():
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(words.translation, newstyle=True)
    environment.filters.update(points=points, prose=prose)
    environment.globals.update(sign=lambda outcome: SIGNS.get(outcome, "!"), outcome_word=outcome_word)
    return environment


def points(n):
    """A number of points as it is written everywhere: 2, 1.5, and – where none are given."""
    return "–" if n is None else f"{n:.10g}"


def prose(text):
    """A sentence with its `code` in backticks set as code."""
    return Markup(re.sub(r"`([^`\n]+)`", r"<code>\1</code>", str(escape(text))))


def outcome_word(outcome):
    return {PASSED: _("right"), FAILED: _("not right yet"), NOT_RUN: _("not run")}.get(outcome, _("the grader failed"))


def feedback(result, notebook=None):
    """One self-contained HTML page for a student."""
    code = {}
    for cell in notebook["cells"] if notebook else ():
        if nb.role(cell) == "solution":
            code[nb.grade_id(cell)] = cell["source"].split("\n")
    open_parts = [(exercise, part) for exercise, part in result.parts if part.outcome != PASSED]
    first = next((found for found in open_parts if found[1].outcome == FAILED), open_parts[0] if open_parts else None)
    return _templates().get_template("feedback.html").render(result=result, code=code, first=first)


def report(assignment, results):
    """The class at a glance, one self-contained HTML page."""
    graded = [result for result in results if result.status == GRADED]
    scores = sorted(result.score for result in graded)
    parts = {}
    for result in graded:
        for exercise, part in result.parts:
            counted = parts.setdefault(
                (exercise, part.part), {"title": part.title, "points": part.max_points, "found": Counter()}
            )
            counted["found"][part.outcome] += 1
    return (
        _templates()
        .get_template("report.html")
        .render(
            assignment=assignment,
            results=results,
            graded=graded,
            scores=scores,
            mean=sum(scores) / len(scores) if scores else None,
            median=_median(scores),
            distribution=_distribution(scores, results[0].max_score if results else 0),
            parts=parts,
            waiting=[result for result in results if result.status != GRADED],
        )
    )


def table_csv(results):
    """The same as CSV, a row a student; no cell can become a formula."""
    names = list(dict.fromkeys((exercise, part.part) for result in results for exercise, part in result.parts))
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["student", "status", "score", "max_score", *(f"{exercise}.{part}" for exercise, part in names), "reason"])
    for result in results:
        earned = {(exercise, part.part): part.points for exercise, part in result.parts}
        marks = ["" if earned.get(name) is None else points(earned[name]) for name in names]
        score = "" if result.score is None else points(result.score)
        rows.writerow([_cell(result.student), result.status, score, points(result.max_score), *marks, _cell(result.reason)])
    return out.getvalue()


def _cell(text):
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _median(scores):
    if not scores:
        return None
    middle = len(scores) // 2
    return scores[middle] if len(scores) % 2 else (scores[middle - 1] + scores[middle]) / 2


def _distribution(scores, max_score, bins=6):
    """(label, how many) for equal ranges of points; the last one holds full marks."""
    if not max_score:
        return []
    width = max_score / bins
    counted = Counter(min(int(score / width), bins - 1) for score in scores)
    return [(f"{points(n * width)}–{points((n + 1) * width)}", counted[n]) for n in range(bins)]
