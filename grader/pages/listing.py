"""A student's own code as the feedback shows it: cells with numbered lines, those marked that a part speaks of."""

import re
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from grader.notebook.cells import cell_label, grade_id, role
from grader.result import Exercise, Part
from grader.words import plain

ROOM_BYTES = 60_000  # of a page for code, as it is written there
MAX_MARKS = 5  # lines that one part may mark


@dataclass
class Listing:
    """A cell on the page: lines escaped already; whole is False where the page had no room for all of them."""

    label: str
    anchor: str
    lines: list[str]
    whole: bool
    marked: dict[int, list[str]] = field(default_factory=dict)  # number of a line: titles of the parts that speak of it

    def html(self) -> Markup:
        """Its lines as spans, the marked ones with an anchor and the parts that speak of them."""
        spans = [f"<span>{line}</span>" for line in self.lines]
        for n, titles in self.marked.items():
            unseen = Markup('<i class="unseen"> ← {}</i>').format("; ".join(titles))
            spans[n - 1] = f'<span class="marked" id="{self.anchor}-{n}">{self.lines[n - 1]}{unseen}</span>'
        return Markup("".join(spans))

    def excerpt(self, marked: int, first: int, last: int) -> Markup:
        """Some of its lines, one of them marked."""
        lines = enumerate(self.lines[first - 1 : last], first)
        return Markup("".join(f"<span{' class=marked' if n == marked else ''}>{line}</span>" for n, line in lines))


class CodeListings:
    """The cells of an autograded notebook, and the room that a page still has for them."""

    def __init__(self, cells: list[dict[str, Any]]):
        self._cells = cells
        self._homes = {grade_id(cell): number for number, cell in enumerate(cells) if role(cell) == "solution"}
        self._room = ROOM_BYTES

    def listings(self, exercise: Exercise) -> dict[int, Listing]:
        """{number of a cell: Listing}: the exercise's own cell, and others that its parts name a line of."""
        named = {cell for part in exercise.parts for cell, _line in part.lines if 0 <= cell < len(self._cells)}
        own = {self._homes[exercise.exercise]} if exercise.exercise in self._homes else set()
        numbers = sorted(number for number in named | own if self._cells[number]["cell_type"] == "code")
        return {number: self._listing(exercise, number) for number in numbers}

    def _listing(self, exercise, number):
        lines = str(escape(plain(self._cells[number]["source"], ROOM_BYTES))).split("\n")
        shown = []
        for line in lines:
            self._room -= len(line.encode()) + len("<span></span>")
            if self._room < 0:
                break
            shown.append(line)
        label = cell_label({"cells": self._cells}, number)
        return Listing(label, f"{exercise.exercise}-code-{number}", shown, len(shown) == len(lines))


def mark(part: Part, found: dict[int, Listing]) -> list[tuple[Listing, int]]:
    """[(Listing, line)] that a part speaks of, marked there: where it raised, or else where the name that goes wrong is assigned."""
    places = [(found[cell], line) for cell, line in part.lines if cell in found]
    names = re.findall(r"`([^`]+)`", part.where)  # the first one is what goes wrong
    if names and not places:
        assigned = re.compile(rf"\s*(self\.)?{re.escape(names[0])}\s*[-+*/@]?=(?!=)")
        for listing in found.values():
            places += [(listing, n) for n, line in enumerate(listing.lines, 1) if assigned.match(line)]
    places = [(listing, line) for listing, line in places[:MAX_MARKS] if 0 < line <= len(listing.lines)]
    for listing, line in places:
        listing.marked.setdefault(line, []).append(part.title)
    return places
