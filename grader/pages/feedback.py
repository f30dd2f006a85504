"""One student's feedback."""

import re
from dataclasses import dataclass
from typing import Any

from grader.notebook.cells import grade_id
from grader.pages import listing
from grader.pages.environment import policy, render
from grader.result import FAILED, NOT_RUN, Exercise, Part, Result
from grader.words import plain

HEADING = re.compile(r"^#{1,6} +(.+)$", re.MULTILINE)
NUMBER = re.compile(r"^\d+ · |^(?:The )?[Ee]xercise(?: \d+)?: |\(\d+ points?\)$")  # what a heading has beside a title


@dataclass
class Section:
    """An exercise on the page: what the lesson calls it, its parts, the code beside them, the lines that each part is about, and which parts tell nothing
    new: {name of the part: the part that said it before}."""

    title: str
    exercise: Exercise
    listings: list[listing.Listing]
    lines: dict[str, list[tuple[listing.Listing, int]]]
    before: dict[str, Part]


def page(result: Result, notebook: dict[str, Any] | None = None) -> str:
    """One self-contained HTML page for a student. notebook: the autograded one, for the code in it."""
    return render("feedback.html", result=result, policy=policy(), **values(result, notebook))


def values(result: Result, notebook: dict[str, Any] | None = None) -> dict[str, Any]:
    """What the page's template asks for: its Sections, the first thing to look at, (Section, Part) or None, and the lesson's title."""
    sections, code, titles = [], listing.CodeListings(notebook["cells"] if notebook else []), _titles(notebook)
    for exercise in result.exercises:
        found = code.listings(exercise)
        lines = {part.part: listing.mark(part, found) for part in exercise.parts}
        title = titles.get(exercise.exercise, exercise.exercise)
        sections.append(Section(title, exercise, list(found.values()), lines, _before(exercise)))
    first = min(
        ((section, part) for section in sections for part in section.exercise.parts if part.outcome in (FAILED, NOT_RUN)),
        key=lambda found: not (found[1].outcome == FAILED or found[1].lines or found[1].stopped),  # stubs last; else in order
        default=None,
    )
    return {"sections": sections, "first": first, "lesson": lesson(notebook)}


def _before(exercise: Exercise) -> dict[str, Part]:
    """{part: an earlier Part of the exercise with the same cause, or in want of one the same message}."""
    said: dict[str, Part] = {}
    first_to_say = ((part, said.setdefault(part.cause or part.message, part)) for part in exercise.parts if part.message)
    return {part.part: earlier for part, earlier in first_to_say if earlier is not part}


def lesson(notebook: dict[str, Any] | None) -> str:
    """The lesson's title, which is the notebook's first heading, or ""."""
    texts = [cell["source"] for cell in notebook["cells"][:3] if cell["cell_type"] == "markdown"] if notebook else []
    return next((plain(found[0], 100) for found in map(HEADING.findall, texts) if found), "")


def _titles(notebook: dict[str, Any] | None) -> dict[str, str]:
    """{id of a cell: what the last heading before it calls its exercise}: "Layer" of "### The exercise: `Layer`"."""
    titles: dict[str, str] = {}
    title = ""
    for cell in notebook["cells"] if notebook else ():
        if title and (name := grade_id(cell)):
            titles.setdefault(name, title)
        if cell["cell_type"] == "markdown" and (headings := HEADING.findall(cell["source"])):
            heading = NUMBER.sub("", plain(headings[-1].replace("*", ""), 80)).strip()
            heading = heading if heading.startswith("`") else heading[:1].upper() + heading[1:]  # a name is written as it is
            title = heading.replace("`", "")
    return titles
