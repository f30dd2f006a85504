"""Grade a class: submitted/ to autograded/, the gradebook, and feedback/."""

import contextlib
import os
from collections.abc import Callable, Generator
from typing import Any

from grader import files
from grader.classroom import given, signatures
from grader.classroom.changes import Change
from grader.classroom.collect import handed_in, read, student_of
from grader.classroom.gradebook_read import recorded
from grader.classroom.lateness import Lateness
from grader.classroom.pool import Engine, LocalEngine
from grader.classroom.store import still_good
from grader.classroom.writer import ClassWriter
from grader.course.folder import Course
from grader.result import Result

MANY = 10  # submissions from which on it pays to make the error model's signatures, if they are missing, in the meantime


def grade(course: Course, assignment: str, **options: Any) -> list[Result]:
    """`stream`, and its Results by student, all of them in memory."""
    return sorted((result for result, _fresh in stream(course, assignment, **options)), key=lambda result: result.student)


def stream(
    course: Course,
    assignment: str,
    *,
    student: str | None = None,
    engine: Callable[[], Engine] | None = None,
    jobs: int | None = None,
    again: bool = False,
    isolation: str | None = None,
    on_start: Callable[[int], object] = lambda total: None,
    on_passed_over: Callable[[str], object] = lambda sentence: None,
    on_changed: Callable[[Change], object] = lambda change: None,
) -> Generator[tuple[Result, bool]]:
    """Grade the class, or one student, and write everything. Yields (Result, whether it is fresh) of each submission once
    all of it is written; memory doesn't grow with the class.

    A submission whose bytes and assignment have not changed since is not graded again, unless `again`. engine(): makes
    what grades, a pool.LocalEngine by default, with `jobs` workers. on_start(total): called once.
    on_passed_over(sentence): called for whatever in submitted/ can't be looked into. on_changed(changes.Change): called for each
    submission whose marks changed though its bytes did not.
    Raises CourseError, files.Busy, worker.Refused; OSError where something can't be read or written.
    """
    course.source(assignment)  # a name that is none is said before anything else
    with files.lock(course.lock), contextlib.ExitStack() as open_things:
        fingerprint = course.fingerprint(assignment) + (isolation or "")
        folders = handed_in(course, assignment, student, on_passed_over)
        there = set() if again else recorded(course, assignment)
        on_start(len(folders))
        writer, standing = None, dict[str, given.Said]()
        for folder in folders:
            one = read(course, assignment, folder, fingerprint)
            if one.student in there and (kept := still_good(course, assignment, one)):
                standing[one.student] = given.of(kept)
                yield kept, False
                continue
            if writer is None:
                jobs = min(jobs or os.cpu_count() or 1, len(folders))
                made = engine() if engine else LocalEngine(course, assignment, isolation=isolation, jobs=jobs)
                if len(folders) >= MANY:
                    open_things.callback(signatures.make_meanwhile(course, assignment, isolation))
                writer = open_things.enter_context(ClassWriter(course, assignment, made, on_changed))
            yield from writer.put(one)
        if writer:
            yield from writer.finish()
        given.write(course, assignment, standing)
        if student is None:
            late = Lateness(course, assignment, [student_of(folder) for folder in folders])
            if not late.is_settled():
                from grader.classroom.gradebook import Book  # late: nbgrader takes its time to load

                late.settle(writer.open() if writer else open_things.enter_context(Book(course)))
