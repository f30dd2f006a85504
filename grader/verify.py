"""Prove the hidden tests: each submission whose marks are known beforehand gets exactly those."""

import tempfile
from pathlib import Path

from . import known, release
from .result import GRADED, PASSED
from .worker import Worker


def verify(course, assignment, *, isolation=None):
    """Yield (sentence, whether it is good) for everything that is tried."""
    with Worker(course, assignment, isolation=isolation, secret=course.secret(create=False)) as worker:

        def grade(name, data):
            return worker.grade(f"known-{name}", data).result

        graded = worker.grade("known-reference", known.reference(course, assignment))
        result = graded.result
        yield f"the reference gets {result.score} of {result.max_score}", result.score == result.max_score and not lost(result)
        errors = [output for cell in graded.notebook["cells"] for output in cell.get("outputs", ()) if "ename" in output]
        yield f"the reference's notebook runs with {len(errors)} errors", not errors
        result = grade("stub", known.notebook(course, assignment))
        yield f"the stub gets {result.score}", result.score == 0
        unfailed = {(exercise, part.part) for exercise, part in result.parts}
        for control in known.controls(assignment):
            result = grade(control.id, known.reference(course, assignment, **{control.exercise: control.code}))
            yield _told("right", control, result, frozenset())
        for wrong in known.wrong_solutions(course, assignment):
            result = grade(wrong.id, known.reference(course, assignment, **{wrong.exercise: wrong.code}))
            unfailed -= lost(result)
            yield _told("wrong", wrong, result, wrong.loses)
        for exercise, part in sorted(unfailed):
            yield f"no known wrong solution fails {exercise}.{part}", False
    yield _released(course, assignment)


def lost(result):
    """(exercise, part) of every part that is not passed."""
    return {(exercise, part.part) for exercise, part in result.parts if part.outcome != PASSED}


def _told(kind, tried, result, loses):
    got, want = lost(result), {(tried.exercise, part) for part in loses}
    name = f"{kind} {tried.exercise}/{tried.id}"
    if result.status == GRADED and got == want:
        return f"{name} loses {', '.join(sorted(loses)) or 'nothing'}", True
    got = ", ".join(f"{exercise}.{part}" for exercise, part in sorted(got)) or "nothing"
    return f"{name} is {result.status} and loses {got}; it must lose {', '.join(sorted(loses)) or 'nothing'}", False


def _released(course, assignment):
    with tempfile.TemporaryDirectory() as scratch:
        built = Path(scratch, assignment)
        release.build(course, assignment, built)
        changed = release.differences(built, course.root / "release" / assignment)
    if changed:
        return f"release/ is out of date: {', '.join(map(str, changed))}; run `grader release {assignment}`", False
    return "release/ is up to date", True
