"""The pages: one student's feedback, and the class at a glance. Every word of a student's is escaped on its way."""

import base64
import csv
import functools
import hashlib
import io
import itertools
from dataclasses import dataclass
from pathlib import Path

import jinja2
from markupsafe import Markup

from grader import words
from grader.pages import listing, shapes
from grader.pages.prose import lesson, prose
from grader.result import FAILED, FAULT, NOT_RUN, PASSED, points
from grader.words import _, cell

TEMPLATES = Path(__file__).parent / "templates"
SIGNS = {PASSED: "✓", FAILED: "✗", NOT_RUN: "–"}


@functools.cache
def _templates():
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(words.translation, newstyle=True)
    environment.filters.update(points=points, prose=prose, lesson=lesson, by_exercise=by_exercise)
    environment.globals.update(
        sign=lambda outcome: SIGNS.get(outcome, "!"),
        outcome_word=outcome_word,
        blocks=shapes.blocks,
        language=words.translation.info().get("language") or "en",
    )
    return environment


def outcome_word(outcome):
    return {PASSED: _("right"), FAILED: _("not right yet"), NOT_RUN: _("not run")}.get(outcome, _("the grader failed"))


def by_exercise(items):
    """The parts of some `tally.Item`s as they are listed: "affine: dW, db; softmax: batch"."""
    groups = itertools.groupby(items, key=lambda item: item.exercise)
    return "; ".join(f"{exercise}: {', '.join(item.part for item in parts)}" for exercise, parts in groups)


@dataclass
class Section:
    """An exercise on the page: its parts, the code beside them, the lines that each part is about, and which parts tell nothing
    new: {name of the part: the part that said it before}."""

    exercise: object
    listings: list
    lines: dict
    before: dict


def feedback(result, notebook=None):
    """One self-contained HTML page for a student. notebook: the autograded one, for the code in it."""
    sections, shelf = [], listing.Shelf(notebook["cells"] if notebook else [])
    for exercise in result.exercises:
        found = shelf.listings(exercise)
        lines = {part.part: listing.mark(part, found) for part in exercise.parts}
        sections.append(Section(exercise, list(found.values()), lines, _before(exercise)))
    first = min(
        ((section, part) for section in sections for part in section.exercise.parts if part.outcome in (FAILED, NOT_RUN)),
        key=lambda found: not (found[1].outcome == FAILED or found[1].lines or found[1].stopped),  # stubs last; else in order
        default=None,
    )
    return _templates().get_template("feedback.html").render(result=result, sections=sections, first=first, policy=_policy())


def _before(exercise):
    """{part: an earlier Part of the exercise with the same cause, or in want of one the same message}."""
    said = {}
    told = ((part, said.setdefault(part.cause or part.message, part)) for part in exercise.parts if part.message)
    return {part.part: earlier for part, earlier in told if earlier is not part}


def report(assignment, tally):
    """The class at a glance, one self-contained HTML page, from a `tally.Tally`."""
    from grader.pages import plots  # late: matplotlib takes its time to load, and feedback has no plots

    script = (TEMPLATES / "sort.js").read_text("utf-8")
    return (
        _templates()
        .get_template("report.html")
        .render(
            assignment=assignment,
            tally=tally,
            histogram=plots.histogram(tally.scores, tally.max_score),
            script=Markup(script),
            policy=_policy(script),
            FAULT=FAULT,
            WAITING_SHOWN=12,
            MISTAKES_SHOWN=12,
            STUCK_SHOWN=25,
            NAMES_SHOWN=30,
        )
    )


def _policy(script=None):
    """The page's Content-Security-Policy: nothing is fetched, no script runs but `script`, to the byte."""
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() if script else None
    scripts = f" script-src 'sha256-{allowed}';" if allowed else ""
    return Markup(f"default-src 'none'; style-src 'unsafe-inline';{scripts} base-uri 'none'; form-action 'none'")


def table_csv(tally):
    """The same as CSV, a row a student; no cell can become a formula."""
    out = io.StringIO()
    rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    names = [f"{item.exercise}.{item.part}" for item in tally.items]
    rows.writerow(["student", "status", "score", "max_score", *names, "reason", "seconds", "known_mistakes"])
    for row in tally.rows:
        marks = [points(row.earned[item.index]) if row.earned.get(item.index) is not None else "" for item in tally.items]
        score = "" if row.score is None else points(row.score)
        tail = [cell(row.reason), f"{row.seconds:.3f}", cell("; ".join(row.mistakes))]
        rows.writerow([cell(row.student), row.status, score, points(row.max_score), *marks, *tail])
    return out.getvalue()
