"""What the terminal shows: a progress bar or, without a terminal, a line for each submission; tables of marks."""

import rich.box
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from .grade import grade
from .pages import points
from .result import FAULT, GRADED, PASSED
from .words import _, plain

COLOURS = {PASSED: "green", "failed": "red", FAULT: "magenta"}


def grade_with_progress(course, assignment, **options):
    """`grade`, with a bar on a terminal or plain lines elsewhere. Returns the Results."""
    console = Console()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(assignment, total=None, rate="")

        def on_start(total, unchanged):
            progress.update(bar, total=total)
            if unchanged:
                console.print(_("{n} unchanged since the last time, not graded again.").format(n=unchanged))

        def on_result(result):
            speed = progress.tasks[bar].speed
            progress.update(bar, advance=1, rate=_("{n:.0f} a second").format(n=speed) if speed else "")
            if not console.is_terminal:
                score = f"{points(result.score)}/{points(result.max_score)}" if result.status == GRADED else result.status
                console.print(escape(f"{plain(result.student)}: {score}"), highlight=False)

        return grade(course, assignment, on_start=on_start, on_result=on_result, **options)


def print_class(assignment, results):
    """The table of marks, a row a student and a column a part."""
    names = list(dict.fromkeys((exercise, part.part) for result in results for exercise, part in result.parts))
    table = Table(title=assignment, title_justify="left", box=rich.box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column(_("student"), overflow="fold", min_width=7)
    table.add_column(_("points"), justify="right")
    for _exercise, part in names:
        table.add_column(part, justify="right")
    for result in results:
        parts = {(exercise, part.part): part for exercise, part in result.parts}
        cells = [_points_of(parts.get(name)) for name in names]
        marks = points(result.score) if result.status == GRADED else f"[magenta]{result.status}[/]"
        table.add_row(escape(plain(result.student)), f"[bold]{marks}[/]", *cells)
    console = Console()
    console.print(table)
    for result in results:
        if result.status != GRADED:
            console.print(escape(f"{plain(result.student)}: {result.reason}"), highlight=False)
    levels = sorted({result.isolation for result in results if result.isolation})
    console.print(_("Walls around student code: {levels}.").format(levels=", ".join(levels) or "–"), highlight=False)


def print_result(result):
    """One submission's marks and what was found."""
    console = Console(highlight=False)
    console.print(f"[bold]{result.assignment}[/] {points(result.score)} / {points(result.max_score)}")
    for sentence in (result.reason, *result.notes):
        if sentence:
            console.print(escape(sentence))
    for exercise in result.exercises:
        console.print(f"\n{exercise.exercise} {points(exercise.score)} / {points(exercise.max_score)}")
        for part in exercise.parts:
            sign = f"[{COLOURS.get(part.outcome, 'yellow')}]{'✓' if part.outcome == PASSED else '✗'}[/]"
            console.print(f"  {sign} {escape(part.title)} [dim]{points(part.points)} / {points(part.max_points)}[/]")
            for sentence in (part.message, part.hint):
                if sentence:
                    console.print(f"    {escape(sentence)}")
        for sentence in exercise.advice:
            console.print(f"  {_('Advice, at no cost:')} {escape(sentence)}")
    if result.isolation == "none":
        console.print(_("\nThis was graded without walls around the submitted code."))


def _points_of(part):
    if part is None:
        return "[dim]–[/]"
    return f"[{COLOURS.get(part.outcome, 'yellow')}]{points(part.points)}[/]"
