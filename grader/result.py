"""What came of grading one submission, in plain frozen data. JSON is made and read here alone.

Whatever is said here may quote a student, so every sentence passes one gate as it is put in: `words.sentence`.
"""

from dataclasses import dataclass, field, fields
from typing import Any

from grader.words import _, plain, sentence

PASSED, FAILED, NOT_RUN, FAULT = "passed", "failed", "not run", "fault"
GRADED, UNREADABLE = "graded", "unreadable"
SENTENCES = 200  # notes on one submission, pieces of advice on one exercise
COMMENT = 10_000  # characters of a person's
NAME, SHAPES = 60, 8  # characters of an array's name; arrays that one part may show


@dataclass(frozen=True)
class Part:
    """One thing that a hidden test looked at. points is None when the grader itself was at fault.

    message: what happened; where: where it first went wrong; cause: what the student did, where a known mistake shows the
    same numbers, and then misconception is its id ("a or b" where two can't be distinguished); hint: what to think about;
    concept: the heading in the lesson to read again; shapes: (what, its shape) of arrays that are worth drawing; marked: for each
    of them the axes (-1 the columns, -2 the rows, …) whose sizes don't fit;
    lines: (number of the cell in the autograded notebook, line) that the message names; stopped: whether the student's code
    ran out of time or its process died.
    """

    part: str
    title: str
    points: float | None
    max_points: float
    outcome: str
    message: str = ""
    hint: str = ""
    misconception: str | None = None
    where: str = ""
    cause: str = ""
    confidence: str = ""
    experiment: str = ""
    concept: str = ""
    shapes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    marked: tuple[tuple[int, ...], ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    stopped: bool = False

    def __post_init__(self):
        _gate(self, "title", "message", "hint", "where", "cause", "confidence", "experiment", "concept")
        drawn = [one for one in self.shapes if one[1] is not None][:SHAPES]  # see outcomes.NotPassed
        marked = self.marked or (tuple(one[2]) if len(one) > 2 else () for one in drawn)
        object.__setattr__(self, "shapes", tuple((plain(one[0], NAME), tuple(one[1])) for one in drawn))
        object.__setattr__(self, "marked", tuple(map(tuple, marked)))


@dataclass(frozen=True)
class Exercise:
    exercise: str
    parts: tuple[Part, ...]
    advice: tuple[str, ...] = ()

    def __post_init__(self):
        _gate(self, "advice")

    @property
    def score(self) -> float | None:
        return _total(part.points for part in self.parts)

    @property
    def max_score(self) -> float:
        return sum(part.max_points for part in self.parts)


@dataclass(frozen=True)
class Result:
    """status: "graded", "unreadable" (see reason) or "fault" (the grader's own error: no marks are given).

    reason: of one that was graded, why a person should look all the same. by_hand: (cell, points, why, or "") of what a person
    marks. given: (cell, points or None, of how many, comment) of what a person gave, and total: the points that come of it, None
    where no marks can be told yet."""

    assignment: str
    student: str
    status: str
    max_score: float
    exercises: tuple[Exercise, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()
    isolation: str = ""
    seconds: float = 0.0
    digest: str = field(default="", compare=False)
    by_hand: tuple[tuple[str, float, str], ...] = ()
    given: tuple[tuple[str, float | None, float, str], ...] = ()
    total: float | None = None

    def __post_init__(self):
        _gate(self, "student", "reason", "notes")
        by_hand = tuple((sentence(cell), float(points), sentence(why)) for cell, points, why in self.by_hand)
        object.__setattr__(self, "by_hand", by_hand)
        given = tuple((sentence(cell), points, most, plain(comment, COMMENT)) for cell, points, most, comment in self.given)
        object.__setattr__(self, "given", given)

    @property
    def score(self) -> float | None:
        if self.status != GRADED:
            return None
        return _total(exercise.score for exercise in self.exercises)

    @property
    def mark(self) -> float | None:
        """The points that count: the score, or what it has become by those that a person gave."""
        return self.total if any(points is not None for _cell, points, _most, _comment in self.given) else self.score

    @property
    def awaited(self) -> list[tuple[str, float, str]]:
        """What of `by_hand` nobody has marked yet."""
        marked = {cell for cell, points, _most, _comment in self.given if points is not None}
        return [one for one in self.by_hand if one[0] not in marked]

    @property
    def points_by_hand(self) -> float:
        """The points that a person is still to give, at most."""
        return float(sum(points for _cell, points, _why in self.awaited))

    @property
    def waiting(self) -> str:
        """A sentence about what a person is still to mark, or ""."""
        if not self.awaited:
            return ""
        cells = _(", ").join(f"`{cell}`" for cell, _points, _why in self.awaited)
        return _("{n} of the points are still to be given by a person: {cells}.").format(
            n=points(self.points_by_hand), cells=cells
        )

    @property
    def handed_in(self) -> str:
        """What tells one hand-in from another: `collect.read` makes it."""
        return self.digest.partition("-")[2]

    @property
    def parts(self) -> list[tuple[str, Part]]:
        """(exercise name, Part) for each part."""
        return [(exercise.exercise, part) for exercise in self.exercises for part in exercise.parts]

    def to_json(self) -> dict[str, Any]:
        """A dict that json.dumps takes; from_json reads it back."""
        first = ["assignment", "student", "status", "score", "max_score", "seconds", "reason", "notes", "isolation", "by_hand"]
        first += ["given", "total"]
        exercises = [
            vars(exercise)
            | {"parts": [vars(part) for part in exercise.parts], "score": exercise.score, "max_score": exercise.max_score}
            for exercise in self.exercises
        ]
        return {name: getattr(self, name) for name in first} | {"exercises": exercises, "digest": self.digest}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Result":
        exercises = tuple(Exercise(e["exercise"], tuple(map(_part, e["parts"])), tuple(e["advice"])) for e in data["exercises"])
        facts = {
            name: data[name]
            for name in ("assignment", "student", "status", "max_score", "reason", "isolation", "seconds", "digest")
        }
        by_hand = tuple(map(tuple, data.get("by_hand", ())))
        given, notes = tuple(map(tuple, data.get("given", ()))), tuple(data["notes"])
        return cls(**facts, exercises=exercises, notes=notes, by_hand=by_hand, given=given, total=data.get("total"))


def _gate(thing, *names):
    """Every sentence of a frozen thing, or tuple of sentences, made harmless in place."""
    for name in names:
        if said := getattr(thing, name):
            object.__setattr__(thing, name, tuple(map(sentence, said[:SENTENCES])) if isinstance(said, tuple) else sentence(said))


def _part(data):
    known = {f.name for f in fields(Part)}
    data = {name: value for name, value in data.items() if name in known}
    shapes = tuple((what, tuple(shape)) for what, shape in data.get("shapes", ()))
    return Part(**data | {"shapes": shapes, "lines": tuple(map(tuple, data.get("lines", ())))})


def _total(points):
    points = list(points)
    return None if None in points else float(sum(points))


def points(n: float | None) -> str:
    """A number of points as it is written everywhere: 2, 1.5, and – where none are given."""
    return "–" if n is None else f"{n:.10g}"
