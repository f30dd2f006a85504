"""Prove the hidden tests: each submission whose marks are known beforehand gets exactly those."""

import os
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from grader.classroom.pool import Crew, Submission
from grader.course import known
from grader.integrations import nbgrader_release as release
from grader.result import FAILED, GRADED, PASSED


def verify(course, assignment, *, isolation=None, jobs=None, secret=None):
    """Yield (sentence, whether it is good) for everything that is tried, by `jobs` workers.

    secret: what probe inputs are drawn from; without it the course's own, or where there is none a passing one."""
    crew = Crew(course, assignment, isolation, secret=secret or course.secret(create=False))
    tried = [
        ("reference", known.reference(course, assignment), _reference),
        ("stub", known.notebook(course, assignment), _stub),
        *(_trial(course, assignment, "right", control, frozenset()) for control in known.controls(course, assignment)),
        *(_trial(course, assignment, "wrong", wrong, wrong.loses) for wrong in known.wrong_solutions(course, assignment)),
    ]

    def grade(trial):
        name, data, told = trial
        graded = crew.grade(Submission(f"known-{name}", data))
        return list(told(graded)), lost(graded.result)

    try:
        with ThreadPoolExecutor(jobs or os.cpu_count() or 1) as executor:
            unfailed = None
            for (lines, parts), (_name, _data, told) in zip(executor.map(grade, tried), tried, strict=True):
                yield from lines
                if told is _stub:
                    unfailed = set(parts)  # everything
                elif unfailed is not None:
                    unfailed -= parts
    finally:
        crew.close()
    for exercise, part in sorted(unfailed):
        yield f"no known wrong solution fails {exercise}.{part}", False
    yield _released(course, assignment)


def _reference(graded):
    result = graded.result
    full = result.score == result.max_score and not lost(result) and not any(part.misconception for _, part in result.parts)
    yield f"the reference gets {result.score} of {result.max_score}", full
    errors = [output for cell in graded.notebook["cells"] for output in cell.get("outputs", ()) if "ename" in output]
    yield f"the reference's notebook runs with {len(errors)} errors", not errors


def _stub(graded):
    yield f"the stub gets {graded.result.score}", graded.result.score == 0


def _trial(course, assignment, kind, tried, loses):
    """A known submission, and what to say of its marks."""

    def told(graded):
        got, want = lost(graded.result), {(tried.exercise, part) for part in loses}
        name, must = f"{kind} {tried.exercise}/{tried.id}", ", ".join(sorted(loses)) or "nothing"
        named = names(graded.result)
        if graded.result.status == GRADED and got == want:
            if all(tried.id in found for found in named):
                also = sorted({other for found in named for other in found} - {tried.id})
                yield f"{name} loses {must}" + (f"; it may as well be named {', '.join(also)}" if also else ""), True
            else:
                yield f"{name} loses {must}, but is named {named}", False
        else:
            parts = ", ".join(f"{exercise}.{part}" for exercise, part in sorted(got)) or "nothing"
            yield f"{name} is {graded.result.status} and loses {parts}; it must lose {must}", False

    return tried.id, known.reference(course, assignment, **{tried.exercise: tried.code}), told


def lost(result):
    """(exercise, part) of every part that is not passed."""
    return {(exercise, part.part) for exercise, part in result.parts if part.outcome != PASSED}


def names(result):
    """For each failed part, the ids of the mistakes that it is put down to."""
    failed = [part.misconception or "" for _exercise, part in result.parts if part.outcome == FAILED]
    return [list(dict.fromkeys(re.split(" or | and ", found))) for found in failed]


def _released(course, assignment):
    with tempfile.TemporaryDirectory() as scratch:
        built = Path(scratch, assignment)
        release.build(course, assignment, built)
        changed = release.differences(built, course.root / "release" / assignment)
    if changed:
        return f"release/ is out of date: {', '.join(map(str, changed))}; run `grader release {assignment}`", False
    return "release/ is up to date", True
