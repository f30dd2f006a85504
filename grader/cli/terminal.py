"""What the terminal shows of one submission. Nothing is loaded here that takes long: a student may be waiting."""

from rich.console import Console
from rich.markup import escape

from grader.result import FAULT, PASSED, Result, points
from grader.words import _

COLOURS = {PASSED: "green", "failed": "red", FAULT: "magenta"}


def print_result(result: Result) -> None:
    """One submission's marks and what was found."""
    console = Console(highlight=False, emoji=False)
    console.print(f"[bold]{result.assignment}[/] {points(result.score)} / {points(result.max_score)}")
    for sentence in (result.reason, result.waiting, *(why for _cell, _points, why in result.by_hand), *result.notes):
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
