"""The examiner of an assignment without hidden test files: its notebooks' own test cells are the hidden tests.

Each notebook runs in a process of its own behind the wall, as Jupyter would run it; at each test cell the cell is run here, over
what stands there by then. Before anything else the course's own notebooks are tried: a test cell that they don't pass can't be
judged apart from the submission, and a person gives its points, unless `course_config.py` has it run beside the student's code."""

import contextlib
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from grader.course.folder import Course
from grader.exam import explain_errors, marks, pipe, quotable
from grader.exam.attempt import Attempt
from grader.exam.cell_names import Whose
from grader.exam.cell_tests import CellTest, Judge, Judged, cell_tests
from grader.exam.graded import Graded
from grader.exam.outcomes import Failed, Outcome, Stopped
from grader.notebook.align import align
from grader.notebook.bundle import cell_key, unpack
from grader.notebook.cells import Notebook, code_to_run, grade_id, is_to_be_made, role
from grader.notebook.read import Unreadable, parse
from grader.notebook.source import Source
from grader.result import FAILED, FAULT, GRADED, NOT_RUN, PASSED, UNREADABLE, Exercise, Part, Result
from grader.sandbox import walls
from grader.sandbox.host import Building, ForkServer
from grader.words import _


@dataclass
class Lesson:
    """A notebook of the assignment: its test cells, whose the names in them are, those that run beside the student's code, and
    {test cell: why it can't be judged apart from it}."""

    source: Source
    tests: list[CellTest]
    whose: Whose
    beside: frozenset[str]
    unfit: dict[str, str] = field(default_factory=dict)


@dataclass
class Tried:
    """What came of one notebook of a submission: the parts of each exercise, {cell: points}, what a person is to mark, and the
    graded notebook."""

    exercises: dict[str, list[Part]]
    points: dict[str, float | None]
    by_hand: list[tuple[str, float, str]]
    notebook: Notebook
    notes: list[str]


class CellExaminer:
    """Serves submissions, one after the other."""

    def __init__(
        self, course: Course, assignment: str, building: Building, scratch: Path, say: Callable[[dict[str, Any]], object]
    ):
        """scratch: an empty folder, for the course's files that test cells read, and for what they write."""
        self.course, self.assignment, self.building, self.scratch, self.say = course, assignment, building, scratch, say
        shutil.copytree(
            course.root / "source" / assignment, scratch, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.ipynb", ".*")
        )
        self.names = course.notebooks(assignment)
        self.siblings = course.siblings(assignment)
        self.lessons = [self._lesson(source) for source in course.sources(assignment)]
        self.server: ForkServer | None = None
        self.messages = 0

    def _lesson(self, source):
        tests = cell_tests(source)
        beside = {test.name for test in tests if is_beside(self.course, self.assignment, source, test.name)}
        return Lesson(source, tests, Whose(source.all_cells), frozenset(beside))

    def serve(self) -> None:
        try:
            self.server = self.building.done()
        except walls.NoWalls as error:
            self.say({"refused": _("no walls can be built around student code here ({why}).").format(why=error)})
            return
        for lesson in self.lessons:
            self._rehearse(lesson)
        unfit = {self._key(lesson, name): why for lesson in self.lessons for name, why in lesson.unfit.items()}
        shared = sorted({name for lesson in self.lessons for name in lesson.whose.over_there})
        self.say({"ready": self.server.level, "unfit": unfit, "shared": shared})
        while request := pipe.receive(sys.stdin.buffer):
            try:
                result, notebooks, points = self.examine(request["student"], request["data"])
            except walls.NoWalls:
                raise
            except Exception as error:  # of ours: no student's mark
                print(f"{self.assignment} for {request['student']!r}: {type(error).__name__}: {error}", file=sys.stderr)
                result, notebooks, points = self._fault(request["student"]), {}, self.course.unmarked(self.assignment)
            graded = Graded.of(
                replace(result, digest=request["digest"]), points, notebooks, page=request["page"], messages=self.messages
            )
            self.say(vars(graded))

    def examine(self, student: str, data: bytes) -> tuple[Result, dict[str, Notebook], dict[str, float | None]]:
        """What came of one submission: its Result, {name of a notebook: the graded one}, {key of a cell: its points}."""
        started = time.monotonic()
        facts = self._facts(student)
        handed_in, exercises = unpack(data, self.names), list[Exercise]()
        points: dict[str, float | None] = {}
        by_hand, notes, notebooks = list[tuple[str, float, str]](), list[str](), dict[str, Notebook]()
        self.messages = 0
        for lesson in self.lessons:
            name = lesson.source.name
            bytes_of = handed_in[name]
            try:
                tried = self._missing(lesson) if bytes_of is None else self._tried(lesson, bytes_of, offset=_cells_of(notebooks))
            except Unreadable as error:
                why = str(error) if len(self.names) == 1 else f"{name}.ipynb: {error}"
                facts |= {"seconds": time.monotonic() - started}
                return Result(status=UNREADABLE, reason=why, **facts), {}, self.course.unmarked(self.assignment)
            exercises += [Exercise(self._titled(lesson, exercise), tuple(parts)) for exercise, parts in tried.exercises.items()]
            points |= {self._key(lesson, cell): given for cell, given in tried.points.items()}
            by_hand += [(self._key(lesson, cell), most, why) for cell, most, why in tried.by_hand]
            notes += tried.notes if len(self.names) == 1 else [f"{name}: {note}" for note in tried.notes]
            if bytes_of is not None:
                notebooks[name] = tried.notebook
        facts |= {"exercises": tuple(exercises), "notes": tuple(notes), "by_hand": tuple(by_hand)}
        return Result(status=GRADED, seconds=time.monotonic() - started, **facts), notebooks, points

    def _facts(self, student):
        assert self.server
        most = self.course.max_score(self.assignment)
        return {"assignment": self.assignment, "student": student, "isolation": self.server.level, "max_score": most}

    def _fault(self, student):
        why = _("The grader itself failed; no marks are given until a person has looked.")
        return Result(status=FAULT, reason=why, **self._facts(student))

    def _key(self, lesson, cell):
        return cell_key(self.assignment, lesson.source.name, cell)

    def _titled(self, lesson, exercise):
        return exercise if len(self.names) == 1 else f"{lesson.source.name}-{exercise}"

    def _rehearse(self, lesson):
        """Try the course's own notebook: note which of the course's classes the submission is given objects of, what its objects are
        asked in each test cell, and which cells it doesn't pass."""
        reference = parse(self.course.reference_notebook(self.assignment, lesson.source.name))
        notebook, _notes = align(reference, lesson.source)
        most, steps, over_there, wanted = lesson.source.points, {}, set[str](), set[str]()
        while True:
            found = self._judged(lesson, notebook, rehearsal=True)[0]
            wanted = {kind for name, (_n, one) in found.items() if one.points != most[name] for kind in one.handed}
            if wanted & lesson.whose.classes <= over_there:
                break
            over_there |= wanted & lesson.whose.classes
            lesson.whose = Whose(lesson.source.all_cells, over_there)
        for name, (_number, judged) in found.items():
            test = next(test for test in lesson.tests if test.name == name)
            steps[name] = judged.steps
            if judged.points != test.points:
                said = (
                    judged.cannot
                    or judged.outcome.message
                    or _("its last value is {n:g} of {most:g} points").format(n=judged.points or 0.0, most=test.points)
                )
                lesson.unfit[name] = (
                    said if judged.cannot else _("the course's own solution does not pass it: {why}").format(why=said)
                )
        lesson.tests = [replace(test, steps=steps.get(test.name, frozenset())) for test in lesson.tests]
        lesson.unfit = {name: why for name, why in lesson.unfit.items() if name not in lesson.beside}

    def _judged(self, lesson, notebook, rehearsal=False):
        """({test cell: (its number, Judged)}, what the cells left when they ran)"""
        assert self.server
        quotable.examine(notebook)
        tests = {test.name: test for test in lesson.tests}
        beside = {
            number: tests[grade_id(cell)].text
            for number, cell in enumerate(notebook["cells"])
            if role(cell) == "test" and grade_id(cell) in lesson.beside
        }
        attempt = Attempt(self.server, notebook, sorted([*code_to_run(notebook), *beside.items()]))
        judge = Judge(attempt, lesson.whose, self.scratch, self.server.limits.total_seconds)
        found: dict[str, tuple[int, Judged]] = {}
        try:
            for number, cell in enumerate(notebook["cells"]):
                test = tests.get(grade_id(cell)) if role(cell) == "test" else None
                if test is None:
                    continue
                with contextlib.suppress(Stopped):  # then whatever is asked says so
                    attempt.run_to(number + (number in beside))
                if number in beside:
                    judged = _beside(test, number, attempt)
                elif test.name in lesson.unfit:
                    judged = Judged(Outcome(FAILED), None, lesson.unfit[test.name])
                else:
                    judged = judge.judge(test, None if rehearsal else test.steps)
                found[test.name] = number, judged
            attempt.run_rest()
        finally:
            self.messages += attempt.messages
            attempt.close()
        return found, attempt.cells

    def _tried(self, lesson, data, offset):
        source = lesson.source
        notebook, notes = align(parse(data), source, self.siblings)
        judged, cells = self._judged(lesson, notebook)
        points = marks.by_hand(notebook, source)
        waiting = [(name, source.by_hand[name], "") for name, given in points.items() if given is None]
        exercises: dict[str, list[Part]] = {}
        texts: dict[str, str] = {}
        for test in lesson.tests:
            _number, one = judged[test.name]
            points[test.name] = one.points
            if one.points is None:
                why = _("`{cell}` can't be judged apart from your code; a person gives its points.").format(cell=test.name)
                waiting.append((test.name, test.points, why))
                texts[test.name] = f"! {why}\n"
                continue
            lines = tuple((number + offset, line) for number, line in one.outcome.lines)
            part = Part(test.name, test.title, one.points, test.points, **vars(one.outcome) | {"lines": lines})
            exercises.setdefault(test.exercise, []).append(part)
            texts[test.name] = marks.line(part)
        if lesson.beside:
            notes.append(
                _("Judged beside your code, in its own process, as the course has it: {cells}.").format(
                    cells=_(", ").join(f"`{test.name}`" for test in lesson.tests if test.name in lesson.beside)
                )
            )
        return Tried(exercises, points, waiting, marks.with_outputs(notebook, texts, points, cells), notes)

    def _missing(self, lesson):
        """What comes of a notebook that was not handed in: nothing, as nbgrader has it."""
        name = lesson.source.name
        message = _("not run: {name}.ipynb was not handed in.").format(name=name)
        exercises: dict[str, list[Part]] = {}
        for test in lesson.tests:
            part = Part(test.name, test.title, 0.0, test.points, NOT_RUN, message)
            exercises.setdefault(test.exercise, []).append(part)
        points: dict[str, float | None] = dict.fromkeys([*lesson.source.points, *lesson.source.by_hand], 0.0)
        return Tried(exercises, points, [], {"cells": []}, [_("{name}.ipynb was not handed in.").format(name=name)])


def is_beside(course: Course, assignment: str, source: Source, cell: str) -> bool:
    """Whether `course_config.py` says in so many words that a test cell runs beside the student's code. One that holds no test yet
    never does: everybody would pass."""
    if is_to_be_made(source.cells[cell]["source"]):
        return False
    names = names_of(assignment, source.name, cell)
    return any(fnmatchcase(name, wanted) for name in names for wanted in course.settings.beside_student_code)


def names_of(assignment: str, notebook: str, cell: str) -> tuple[str, ...]:
    """What a test cell may be called in the settings."""
    return assignment, f"{assignment}/{notebook}", f"{assignment}/{cell}", f"{assignment}/{notebook}/{cell}"


def _beside(test, number, attempt):
    """What came of a test cell that ran in the submission's own process, as nbgrader reads it."""
    ran = attempt.cells.get(number)
    if ran is None or number in attempt.stopped:
        why = attempt.stopped.get(number) or _("the cells before it took all the time that there is")
        return Judged(Outcome(NOT_RUN, _("not run: {why}.").format(why=why), stopped=True), 0.0)
    if ran.error is not None:
        if ran.error.type == "AssertionError" and ran.error.cell == number:
            line = ran.error.line if ran.error.line and ran.error.line <= test.visible else None
            shown = attempt.notebook["cells"][number]["source"].split("\n") if line else []
            code = shown[line - 1].strip() if line and line <= len(shown) else ""
            sentence = _("Line {line} of the test cell does not hold: `{code}`.").format(line=line, code=code)
            return Judged(_failed(Failed(sentence if code else _("A hidden test does not hold."))), 0.0)
        why = explain_errors.raised(ran.error, "", attempt.notebook, attempt.limits, attempt.why_missing)
        return Judged(_failed(why), 0.0)
    for output in ran.outputs:
        if output["output_type"] == "stream" and output["name"] == "stderr":
            return Judged(Outcome(FAILED, _("The test cell complains on standard error, which counts as failed.")), 0.0)
        if output["output_type"] == "execute_result":
            with contextlib.suppress(ValueError):
                earned = float(output["data"].get("text/plain", "").removeprefix("np.float64(").removesuffix(")"))
                if not 0 <= earned <= test.points:
                    return Judged(Outcome(FAILED), None, _("its last value is no number of points"))
                message = _("{n:g} of {most:g} points.").format(n=earned, most=test.points)
                return Judged(Outcome(PASSED) if earned == test.points else Outcome(FAILED, message), earned)
            break
    return Judged(Outcome(PASSED), test.points)


def _failed(why):
    fields = {name: getattr(why, name) for name in ("outcome", "message", "hint", "shapes", "lines", "stopped")}
    return Outcome(**fields)


def _cells_of(notebooks):
    return sum(len(notebook["cells"]) for notebook in notebooks.values())
