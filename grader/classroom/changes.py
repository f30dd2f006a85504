"""Whose marks changed though nothing else was handed in: by a new engine, a new hidden test or another setting."""

from dataclasses import dataclass

from grader.result import Result, points
from grader.words import _, plain


@dataclass(frozen=True)
class Change:
    """The marks of one submission, before and after. parts: ("exercise.part", points before, points after) of those that differ;
    None stands for marks that are withheld, and for a part that is not there."""

    student: str
    before: float | None
    after: float | None
    parts: tuple

    def __str__(self):
        parts = [f"{name} {points(before)} → {points(after)}" for name, before, after in self.parts]
        total = f"{plain(self.student)}: {points(self.before)} → {points(self.after)}"
        return f"{total} ({_(', ').join(parts)})" if parts else total


def change(kept: Result | None, result: Result) -> Change | None:
    """What changed since the result that was kept, if it was of the same bytes."""
    if kept is None or not kept.handed_in or kept.handed_in != result.handed_in:
        return None
    before, after = ({f"{exercise}.{part.part}": part.points for exercise, part in found.parts} for found in (kept, result))
    parts = tuple((n, before.get(n), after.get(n)) for n in dict.fromkeys([*before, *after]) if before.get(n) != after.get(n))
    same = not parts and kept.score == result.score
    return None if same else Change(result.student, kept.score, result.score, parts)
