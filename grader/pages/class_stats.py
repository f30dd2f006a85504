"""A class in numbers: what each part gained, how well it tells students apart, which mistakes were made, who is stuck.

Results are read one after another and only their numbers kept, so that ten thousand are no more trouble than ten.
"""

import functools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from grader.result import FAILED, GRADED, PASSED, Result

MOST_SHARE = 0.5  # a part that more than this share has right is one that most pass


@dataclass
class Item:
    """A part of the assignment over the whole class."""

    index: int
    exercise: str
    part: str
    title: str
    points: float
    found: Counter[str] = field(default_factory=Counter)  # outcome: how many of those graded
    explained: int = 0  # of those that failed, how many with a known cause
    discrimination: float | None = None

    @property
    def right(self) -> float:
        """The share of those graded that have it right, 0 to 1."""
        return self.found[PASSED] / total if (total := self.found.total()) else 0.0


@dataclass
class Whole:
    """An exercise over the whole class: gained is the mean share of its points, right the share of students with all of them."""

    name: str
    points: float
    gained: float
    right: float


@dataclass
class Mistake:
    """A cause over the whole class: a mistake that is stored, or one that was made out. name: what it is known by, whatever the
    words of those who made it; is_stored: whether it can be found among the stored ones."""

    exercise: str
    name: str
    sentence: str
    concept: str
    students: list[str] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)

    @property
    def is_stored(self) -> bool:
        return not set(":=") & set(self.name)


@dataclass
class Row:
    """A student: earned has the points of each Item by its index, None where they are withheld."""

    student: str
    status: str
    score: float | None
    max_score: float
    reason: str
    seconds: float
    earned: dict[int, float | None]
    lost: tuple[Item, ...] = ()
    stopped: tuple[Item, ...] = ()
    mistakes: tuple[str, ...] = ()


class Tally:
    """Everything that the class report says. Parts come in the order of the first result that has them."""

    def __init__(self, results: Iterable[Result]):
        self.rows: list[Row] = []
        self.walls: set[str] = set()
        found: dict[tuple[str, str], Item] = {}
        known: dict[tuple[str, str], Mistake] = {}
        for result in results:
            self.rows.append(self._row(result, found, known))
            self.walls.add(result.isolation)
        self.items = list(found.values())
        self.mistakes = sorted(known.values(), key=lambda mistake: (-len(mistake.students), mistake.exercise, mistake.sentence))
        self.max_score = max((row.max_score for row in self.rows), default=0.0)
        self.scores = np.array(sorted(row.score for row in self.rows if row.score is not None), dtype=float)
        self._discriminate()

    def _row(self, result, found, known):
        earned, lost, stopped, mistakes = {}, [], [], {}
        for exercise, part in result.parts:
            item = found.setdefault((exercise, part.part), Item(len(found), exercise, part.part, part.title, part.max_points))
            earned[item.index] = part.points
            if part.outcome != PASSED:
                lost.append(item)
            if part.stopped:
                stopped.append(item)
            if result.status == GRADED:
                item.found[part.outcome] += 1
                item.explained += part.outcome == FAILED and bool(part.misconception)
                if part.misconception:
                    mistakes.setdefault((exercise, part.misconception), []).append(part)
        for (exercise, name), parts in mistakes.items():
            mistake = known.setdefault((exercise, name), Mistake(exercise, name, parts[0].cause, parts[0].concept))
            mistake.students.append(result.student)
            mistake.parts.update(part.part for part in parts)
        facts = (result.student, result.status, result.mark, result.max_score, result.reason, result.seconds)
        return Row(*facts, earned, tuple(lost), tuple(stopped), tuple(f"{exercise}.{name}" for exercise, name in mistakes))

    def _discriminate(self):
        """Each item's correlation with the points of all other items, over those graded; None where either is the same for all."""
        rows = [[row.earned.get(item.index) or 0.0 for item in self.items] for row in self.graded]
        earned = np.array(rows, dtype=float).reshape(len(rows), len(self.items))
        for item in self.items:
            own = earned[:, item.index]
            rest = earned.sum(axis=1) - own
            if len(own) > 2 and np.ptp(own) and np.ptp(rest):
                item.discrimination = float(np.corrcoef(own, rest)[0, 1])

    @functools.cached_property
    def graded(self) -> list[Row]:
        return [row for row in self.rows if row.status == GRADED]

    @property
    def mean(self) -> float | None:
        return float(self.scores.mean()) if len(self.scores) else None

    @property
    def median(self) -> float | None:
        return float(np.median(self.scores)) if len(self.scores) else None

    @property
    def exercises(self) -> list[Whole]:
        """Each Whole in order."""
        names = dict.fromkeys(item.exercise for item in self.items)
        return [self._whole(name, [item for item in self.items if item.exercise == name]) for name in names]

    def _whole(self, name, items):
        points, n = sum(item.points for item in items), max(1, len(self.graded))
        gained = sum(item.points * item.right for item in items) / points if points else 0.0
        right = sum(all((row.earned.get(item.index) or 0.0) >= item.points for item in items) for row in self.graded)
        return Whole(name, points, gained, right / n)

    @property
    def waiting(self) -> list[Row]:
        """Rows that need a person: unreadable, the grader's own fault, or graded and perhaps not what was meant; none whose marks a
        person gave."""
        return [row for row in self.rows if (row.status != GRADED and row.score is None) or (row.status == GRADED and row.reason)]

    @property
    def stopped(self) -> list[Row]:
        """Rows whose code ran out of time or died."""
        return [row for row in self.rows if row.stopped and row.status == GRADED]

    def stuck(self, row: Row) -> list[Item]:
        """The Items that a student has not right, while most have."""
        return [item for item in row.lost if item.right > MOST_SHARE]

    @functools.cached_property
    def most_stuck(self) -> list[tuple[Row, list[Item]]]:
        """(Row, its stuck Items) of those with two or more, the most points first."""
        found = [(row, items) for row in self.graded if len(items := self.stuck(row)) > 1]
        return sorted(found, key=lambda pair: (-sum(item.points for item in pair[1]), pair[0].student))

    @property
    def seconds(self) -> tuple[float, float, Row | None]:
        """(in all, the median, the Row with the most) of grading time."""
        taken = [row.seconds for row in self.rows]
        return sum(taken), float(np.median(taken)) if taken else 0.0, max(self.rows, key=lambda row: row.seconds, default=None)
