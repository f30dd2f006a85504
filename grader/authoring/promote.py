"""Store a cause that was made out, so that from now on it is named in an instructor's words."""

import json
import re
from pathlib import Path

from grader import files
from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course, CourseError
from grader.exam.whys import sentences
from grader.exam.whys.model import Model
from grader.notebook.cells import grade_id
from grader.words import _


def promote(
    course: Course,
    assignment: str,
    exercise: str,
    cause: str,
    sentence: str,
    *,
    hint: str = "",
    concept: str = "",
    student: str | None = None,
    isolation: str | None = None,
) -> Path:
    """Write misconceptions/<exercise>/<id>.toml, and return its path.

    cause: what the class report knows it by; student: one who made it, whose cell is stored where the model has no code of its
    own that does the same. Raises CourseError."""
    cells = course.solution_cells(assignment)
    if exercise not in cells:
        raise CourseError(_("{assignment} has no exercise {name!r}.").format(assignment=assignment, name=exercise))
    if not sentence.strip():
        raise CourseError(_("A stored mistake needs a sentence: what the student did, in the terms of their code."))
    path = course.content(assignment) / "misconceptions" / exercise / f"{_id(cause)}.toml"
    if path.exists():
        raise CourseError(_("{path} is there already.").format(path=path.relative_to(course.root)))
    code = _of_student(course, assignment, exercise, student) if student else _of_model(course, assignment, exercise, cause)
    with Worker(course, assignment, isolation=isolation, secret=course.secret(create=False)) as worker:
        graded = worker.grade("promoted", known.reference(course, assignment, **{exercise: code}), causes=False).result
    lost = [part.part for name, part in graded.parts if name == exercise and part.outcome != "passed"]
    if not lost:
        raise CourseError(_("This code loses nothing: it is no mistake that a hidden test sees."))
    same = [wrong for wrong in known.wrong_solutions_of(course, assignment, exercise, cells) if concept in ("", wrong.concept)]
    concept = concept or next((wrong.concept for wrong in same if wrong.loses & set(lost)), "")
    fields = {"sentence": sentence, "hint": hint, "concept": concept}
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    files.write(path, "\n".join([*lines, f"loses = {json.dumps(sorted(lost))}", f"code = '''\n{code.strip()}\n'''", ""]))
    return path


def _id(cause):
    """A name for a file, of what a cause is known by."""
    name = re.sub(r"[^a-z0-9]+", "_", cause.lower()).strip("_")[:60].strip("_")
    if not name:
        raise CourseError(_("{cause!r} is no cause that the class report knows.").format(cause=cause))
    return name


def _of_model(course, assignment, exercise, cause):
    kept = Model(course, assignment).signatures(exercise)
    for n, (_base, mutant, _prints) in enumerate(kept.made if kept else ()):
        if sentences.identity(mutant) == cause:
            return kept.code(n)
    raise CourseError(
        _("The model has no code for {cause!r}; say with --student who made the mistake, and their cell is stored.").format(
            cause=cause
        )
    )


def _of_student(course, assignment, exercise, student):
    path = course.root / "autograded" / student / assignment / f"{assignment}.ipynb"
    try:
        cells = json.loads(path.read_bytes())["cells"]
        text = next("".join(cell["source"]) for cell in cells if grade_id(cell) == exercise)
    except (OSError, ValueError, KeyError, StopIteration):
        raise CourseError(_("There is no graded notebook of {student} with that exercise.").format(student=student)) from None
    if "'''" in text:
        raise CourseError(_("The cell of {student} holds ''' and can't be stored as it is.").format(student=student))
    return text
