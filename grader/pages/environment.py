"""What all pages have in common: templates, and how outcomes are worded."""

import base64
import datetime
import functools
import hashlib
import itertools
from collections.abc import Iterable
from pathlib import Path

import jinja2
from markupsafe import Markup

from grader import words
from grader.pages import shapes
from grader.pages.class_stats import Item
from grader.pages.prose import lesson, prose
from grader.result import FAILED, NOT_RUN, PASSED, points
from grader.words import _

TEMPLATES = Path(__file__).parent / "templates"
SIGNS = {PASSED: "✓", FAILED: "✗", NOT_RUN: "–"}


def render(template: str, **values: object) -> str:
    """One self-contained HTML page. Every word of a student's is escaped on its way."""
    return environment().get_template(template).render(**values)


def policy(script: str | None = None) -> Markup:
    """The page's Content-Security-Policy: nothing is fetched, no script runs but `script`, to the byte."""
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() if script else None
    scripts = f" script-src 'sha256-{allowed}';" if allowed else ""
    return Markup(f"default-src 'none'; style-src 'unsafe-inline';{scripts} base-uri 'none'; form-action 'none'")


@functools.cache
def environment(*folders: Path) -> jinja2.Environment:
    """The templates of `folders`, and of this room's own, with what all of them use."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader((*folders, TEMPLATES)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(words.translation, newstyle=True)  # type: ignore[attr-defined]
    made.filters.update(points=points, prose=prose, lesson=lesson, by_exercise=by_exercise, moment=moment)
    made.globals.update(
        sign=lambda outcome: SIGNS.get(outcome, "!"),
        outcome_word=outcome_word,
        blocks=shapes.blocks,
        language=words.translation.info().get("language") or "en",
    )
    return made


def outcome_word(outcome: str) -> str:
    return {PASSED: _("right"), FAILED: _("not right yet"), NOT_RUN: _("not run")}.get(outcome, _("the grader failed"))


def moment(when: datetime.datetime) -> str:
    """A moment as it is written everywhere: with its zone, which is this machine's."""
    local = when.astimezone()
    return f"{local:%Y-%m-%d %H:%M} {local:%Z}"


def by_exercise(items: Iterable[Item]) -> str:
    """Parts as they are listed: "affine: dW, db; softmax: batch"."""
    groups = itertools.groupby(items, key=lambda item: item.exercise)
    return "; ".join(f"{exercise}: {', '.join(item.part for item in parts)}" for exercise, parts in groups)
