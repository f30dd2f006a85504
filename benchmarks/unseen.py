"""How far the diagnosis goes with mistakes that the library was not made of: those of tests/unseen/.

    python benchmarks/unseen.py learn [ASSIGNMENT ...] [--renamed] [--tsv FILE]

Each solution of the set stands in the reference's notebook in place of its exercise, and is graded. A line for each says which
parts it loses, which ones it was to lose and does not ("not: …"), and for each part that is put down to a mistake, its id, or
what is said where it has none. One is marked

    right    that loses nothing
    stored   that behaves like a stored mistake: to all that the tests ask, of every part of the exercise, it answers as that
             one does: values, what becomes of arguments, errors; which local names hold what doesn't count

and neither counts in the totals. With --renamed each is graded in other words, too: its locals renamed, or its temporaries
inlined and kept as attributes (`grader.authoring.rewrite`). --tsv writes what a person is to judge: for each part that is put
down to something, what the student did, and what was said; the column `verdict` is theirs: true, half, false.
"""

import argparse
import contextlib
import csv
import os
import re
import sys
import warnings
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from diagnosis import examine

from grader.authoring.rewrite import rewritings
from grader.course import known
from grader.course.folder import Course
from grader.exam.diagnosis import KnownMistakes
from grader.exam.record import Record, same
from grader.result import PASSED

UNSEEN = Path(__file__).resolve().parent.parent / "tests" / "unseen"


@dataclass(frozen=True)
class Solution:
    """One wrong solution: of which assignment and exercise, what the student did, and the parts it was to lose."""

    assignment: str
    exercise: str
    name: str
    mistake: str
    loses: frozenset[str]
    code: str
    way: str = "as written"

    @classmethod
    def read(cls, path):
        head = dict(re.findall(r"^# (mistake|loses): (.+)$", text := path.read_text("utf-8"), re.MULTILINE))
        assignment, exercise = path.parts[-3:-1]
        code = "".join(line for line in text.splitlines(True) if not re.match(r"# (mistake|loses): ", line))
        return cls(assignment, exercise, path.stem, head["mistake"], frozenset(re.findall(r"\w+", head["loses"])), code)


def solutions(name, assignments=()):
    """Every Solution of a set, in order."""
    found = [Solution.read(path) for path in sorted((UNSEEN / name).glob("*/*/*.py"))]
    return [one for one in found if not assignments or one.assignment in assignments]


def stored_like_it(library, exercise, asked, parts, fixtures):
    """The ids of the stored mistakes that answer all that was asked as the submission did."""
    serves = {test: {part} for test, part in parts.items()}
    for test, part in parts.items():
        for name in fixtures.get(test, ()):
            serves.setdefault(name, set()).add(part)
    record = Record(asked, serves)

    def is_alike(n, its):
        mine = record.turns[n][1]
        names = {name for name in mine.keys() | its.keys() if not name.startswith("had ")}
        return all(same(mine.get(name), its.get(name)) for name in names)

    def answers_alike(cell):
        left = set(wrong)
        for n, its in record.replay(parts.values(), lambda: library.names(cell)):
            if not is_alike(n, its):
                return False
            left.discard(n)
        return not left

    wrong = {n for n, its in record.replay(parts.values(), library.reference_names) if not is_alike(n, its)}
    return [stored.id for stored, cell in library.wrong(exercise) if wrong and answers_alike(cell)]


def graded(course, assignment, chosen):
    """[(Solution, its Exercise as it was graded, stored mistakes that behave the same)]."""
    alike, failed = [], []

    class Library(KnownMistakes):
        def explain(self, exercise, asked, outcomes, parts, fixtures, *more):
            try:
                asked = list(asked)
                alike[-1] += stored_like_it(self, exercise, asked, parts, fixtures)
                return super().explain(exercise, asked, outcomes, parts, fixtures, *more)
            except Exception as error:  # the examiner goes on without a diagnosis
                failed.append(error)
                raise

    def notebooks():
        for one in chosen:
            alike.append([])
            yield known.reference(course, assignment, **{one.exercise: one.code})

    with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # stored mistakes print and warn
        results = [result for result, _ms in examine(course, assignment, notebooks(), Library)]
    if failed:
        raise failed[0]
    exercises = [{e.exercise: e for e in result.exercises} for result in results]
    return [(one, of[one.exercise], like) for one, of, like in zip(chosen, exercises, alike, strict=True)]


def renamed(one):
    return [replace(one, code=other.code, way=other.way) for other in rewritings(one.code)]


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("set", choices=sorted(path.name for path in UNSEEN.iterdir() if path.is_dir()))
    options.add_argument("assignments", nargs="*")
    options.add_argument("--renamed", action="store_true")
    options.add_argument("--tsv", type=Path)
    args = options.parse_args()
    course, chosen = Course.find(), solutions(args.set, args.assignments)
    if args.renamed:
        chosen = [other for one in chosen for other in (one, *renamed(one))]
    total, rows = Counter(), []
    for assignment in dict.fromkeys(one.assignment for one in chosen):
        if assignment not in course.assignments():
            print(f"{assignment}: the course has no such assignment yet", flush=True)
            continue
        of_these = Counter()
        for one, exercise, like in graded(course, assignment, [one for one in chosen if one.assignment == assignment]):
            lost = [part for part in exercise.parts if part.outcome != PASSED]
            named = {part.part: part.misconception or part.cause for part in lost if part.misconception or part.cause}
            kept = one.loses - {part.part for part in lost}
            kind = "right" if not lost else "stored" if like else "named" if named else "not named"
            of_these[kind] += 1
            said = [f"{kind:9} {one.exercise}/{one.name}{'' if one.way == 'as written' else f' ({one.way})'}"]
            said.append("loses " + (", ".join(part.part for part in lost) or "nothing"))
            if kept:
                said.append("not: " + ", ".join(sorted(kept)))
            if like:
                said.append("like " + ", ".join(like))
            said += [f"{part}: {cause}" for part, cause in named.items()]
            print("; ".join(said), flush=True)
            for part in lost:
                told = (part.message, part.where, part.cause, part.confidence, part.experiment)
                rows.append(
                    (assignment, one.exercise, one.name, one.way, kind, one.mistake, part.part, part.misconception, *told)
                )
        print(f"{assignment}: {_counted(of_these)}", flush=True)
        total += of_these
    print(f"all: {_counted(total)}")
    if args.tsv:
        heads = ("assignment", "exercise", "name", "way", "kind", "mistake", "part", "misconception", "message", "where", "cause")
        heads += ("confidence", "experiment")
        with args.tsv.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, dialect="excel-tab", lineterminator="\n")
            writer.writerows([(*heads, "verdict"), *((*row, "") for row in rows)])


def _counted(kinds):
    unseen = kinds["named"] + kinds["not named"]
    share = f" ({100 * kinds['named'] / unseen:.0f} %)" if unseen else ""
    return (
        f"{unseen} unseen, {kinds['named']} named{share}, {kinds['not named']} not named; "
        f"beside them {kinds['stored']} that behave like a stored one, {kinds['right']} that lose nothing"
    )


if __name__ == "__main__":
    sys.exit(main())
