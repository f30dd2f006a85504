"""A class at work and done: a progress bar or, without a terminal, a line for each submission; then the marks."""

import contextlib
from collections import Counter
from typing import Any

import rich.box
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from grader.classroom.grade import stream
from grader.cli.terminal import COLOURS
from grader.course.folder import Course
from grader.result import FAILED, GRADED, NOT_RUN, PASSED, Result, points
from grader.words import SENTENCE, _, plain

ROWS = 60  # a class up to this size is shown student by student
NAMED = 20  # submissions that need a person and are named


class Tally:
    """What came of a class, in little memory however large it is."""

    def __init__(self):
        self.results = []  # of a small class; a large one has none here
        self.count = self.unchanged = self.needs_a_person = 0
        self.statuses, self.scores, self.levels = Counter(), Counter(), Counter()
        self.max_score = 0.0
        self.parts = {}  # (exercise, part): how many passed
        self.changes = []  # changes.Change
        self.waiting = []  # a sentence for each of the first few that need a person

    def add(self, result: Result, fresh: bool = True) -> None:
        self.count += 1
        self.unchanged += not fresh
        self.statuses[result.status] += 1
        self.levels[result.isolation] += bool(result.isolation)
        self.max_score = result.max_score
        self.results = [*self.results, result] if self.count <= ROWS else []
        if result.status == GRADED:
            self.scores[result.score] += 1
        if result.status != GRADED or result.reason:
            self.pass_over(f"{result.student}: {result.reason or result.status}")
        for exercise, part in result.parts:
            self.parts.setdefault((exercise, part.part), Counter())[part.outcome] += 1

    def pass_over(self, sentence: str) -> None:
        """Note that a person must look at something."""
        self.needs_a_person += 1
        if len(self.waiting) < NAMED:
            self.waiting.append(plain(sentence, SENTENCE))


def grade_with_progress(course: Course, assignment: str, **options: Any) -> Tally:
    """`grade.stream`, with a bar on a terminal or plain lines elsewhere. Returns the Tally."""
    console = Console()
    tally = Tally()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    bar = progress.add_task(assignment, total=None, rate="")
    options |= {"on_start": lambda n: progress.update(bar, total=n), "on_passed_over": tally.pass_over}
    options["on_changed"] = tally.changes.append
    try:
        with progress, contextlib.closing(stream(course, assignment, **options)) as graded:
            for result, fresh in graded:
                tally.add(result, fresh)
                if console.is_terminal:
                    speed = progress.tasks[bar].speed
                    progress.update(bar, advance=1, rate=_("{n:.0f} a second").format(n=speed) if speed else "")
                elif fresh:
                    print(line(result), flush=True)
    finally:  # of a run that is cut off, too: the next one finds these marks unchanged
        _print_changes(tally.changes)
    if tally.unchanged:
        console.print(_("{n} unchanged since the last time, not graded again.").format(n=tally.unchanged))
    return tally


def _print_changes(changes):
    if changes:
        print(_("Marks that are others than before, though what was handed in is the same:"))
    for change in sorted(changes, key=lambda change: change.student):
        print(f"  {change}")


def line(result: Result) -> str:
    """A submission and what it got, in one line."""
    counts = result.status == GRADED or result.mark is not None
    score = f"{points(result.mark)}/{points(result.max_score)}" if counts else result.status
    doubt = f" ({result.reason})" if result.status == GRADED and result.reason else ""
    waiting = _(", {n} to be given by a person").format(n=points(result.points_by_hand)) if result.awaited else ""
    return f"{plain(result.student)}: {score}{waiting}{doubt}"


def print_class(assignment: str, tally: Tally) -> None:
    """The marks: a row a student and a column a part; of a large class what came of each part."""
    console = Console(highlight=False, emoji=False)
    console.print(_of_students(assignment, tally.results) if tally.results else _of_parts(assignment, tally))
    for sentence in sorted(tally.waiting):
        console.print(escape(sentence))
    if tally.needs_a_person > len(tally.waiting):
        console.print(_("… and {n} more that need a person.").format(n=tally.needs_a_person - len(tally.waiting)))
    console.print(_("Walls around student code: {levels}.").format(levels=", ".join(sorted(+tally.levels)) or "–"))


def _of_students(assignment, results):
    names = list(dict.fromkeys((exercise, part.part) for result in results for exercise, part in result.parts))
    table = Table(title=assignment, title_justify="left", box=rich.box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(_("student"), overflow="fold", min_width=7)
    table.add_column(_("points"), justify="right")
    for _exercise, part in names:
        table.add_column(part, justify="right")
    for result in sorted(results, key=lambda result: result.student):
        parts = {(exercise, part.part): part for exercise, part in result.parts}
        cells = [_points_of(parts.get(name)) for name in names]
        marks = points(result.score) if result.status == GRADED else f"[magenta]{result.status}[/]"
        table.add_row(escape(plain(result.student)), f"[bold]{marks}[/]", *cells)
    return table


def _of_parts(assignment, tally):
    graded = tally.statuses[GRADED]
    mean = sum(score * n for score, n in tally.scores.items()) / graded if graded else 0.0
    title = _("{name}: {n} submissions, {graded} graded, {mean} of {max} points on average").format(
        name=assignment, n=tally.count, graded=graded, mean=points(round(mean, 2)), max=points(tally.max_score)
    )
    table = Table(title=title, title_justify="left", box=rich.box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(_("exercise"))
    table.add_column(_("part"))
    for outcome in (_("passed"), _("failed"), _("not run")):
        table.add_column(outcome, justify="right")
    for (exercise, part), found in tally.parts.items():
        table.add_row(exercise, part, *(f"{found[outcome]}" for outcome in (PASSED, FAILED, NOT_RUN)))
    return table


def _points_of(part):
    if part is None:
        return "[dim]–[/]"
    return f"[{COLOURS.get(part.outcome, 'yellow')}]{points(part.points)}[/]"
