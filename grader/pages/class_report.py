"""The class at a glance: a page for the instructor, and the same as CSV."""

import csv
import io
from collections.abc import Callable, Mapping
from urllib.parse import quote

from markupsafe import Markup

from grader.pages import plots
from grader.pages.class_stats import Tally
from grader.pages.environment import TEMPLATES, policy, render
from grader.result import FAULT, points
from grader.words import cell

MISTAKES_SHOWN = 12
Lines = list[tuple[str, str]]  # (student, lines of theirs)


def page(
    assignment: str,
    tally: Tally,
    link: Callable[[str], str] | None = None,
    lines: Mapping[tuple[str, str], Lines] | None = None,
) -> str:
    """One self-contained HTML page. link(student): where a student's page is; by default its file in feedback/; lines:
    {(exercise, name of a mistake): what some of those wrote who made it}."""
    script = (TEMPLATES / "sort.js").read_text("utf-8")
    return render(
        "report.html",
        assignment=assignment,
        link=link or (lambda student: f"../feedback/{quote(student)}/{quote(assignment)}/{quote(assignment)}.html"),
        tally=tally,
        histogram=plots.histogram(tally.scores, tally.max_score),
        script=Markup(script),
        policy=policy(script),
        FAULT=FAULT,
        WAITING_SHOWN=12,
        lines=lines or {},
        MISTAKES_SHOWN=MISTAKES_SHOWN,
        STUCK_SHOWN=25,
        NAMES_SHOWN=30,
    )


def script_policy() -> str:
    """What a Content-Security-Policy must say so that the page's one script runs, and no other."""
    said = policy((TEMPLATES / "sort.js").read_text("utf-8"))
    return next(part for part in said.split("; ") if part.startswith("script-src"))


def table(tally: Tally) -> str:
    """CSV, a row a student; no cell can become a formula."""
    out = io.StringIO()
    rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    names = [f"{item.exercise}.{item.part}" for item in tally.items]
    rows.writerow(["student", "status", "score", "max_score", *names, "reason", "seconds", "known_mistakes"])
    for row in tally.rows:
        marks = ["" if (earned := row.earned.get(item.index)) is None else points(earned) for item in tally.items]
        score = "" if row.score is None else points(row.score)
        tail = [cell(row.reason), f"{row.seconds:.3f}", cell("; ".join(row.mistakes))]
        rows.writerow([cell(row.student), row.status, score, points(row.max_score), *marks, *tail])
    return out.getvalue()
