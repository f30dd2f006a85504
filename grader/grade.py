"""Grade a class: submitted/ to autograded/, the gradebook, and feedback/. Workers return results; this process writes."""

import hashlib
import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from . import files, pages
from . import notebook as nb
from .course import CourseError
from .result import FAULT, UNREADABLE, Result
from .words import _
from .worker import Graded, Worker, WorkerDied


@dataclass(frozen=True)
class Submission:
    student: str
    path: Path | None
    data: bytes | None
    refusal: str = ""  # why there is no data


def submissions(course, assignment, student=None):
    """The Submission of every folder submitted/<student>/<assignment>/, or of one student's."""
    folders = sorted(path for path in (course.root / "submitted").glob(f"*/{assignment}") if path.is_dir())
    if student is not None:
        folders = [path for path in folders if path.parent.name == student]
    if not folders:
        raise CourseError(
            _("Nothing to grade: there is no folder submitted/{student}/{assignment}/.").format(
                student=student or "<student>", assignment=assignment
            )
        )
    for folder in folders:
        path = folder / f"{assignment}.ipynb"
        try:
            if not path.exists() and not path.is_symlink():
                raise nb.Unreadable(_missing(folder, path.name))
            yield Submission(folder.parent.name, path, nb.read_file(path))
        except nb.Unreadable as error:
            yield Submission(folder.parent.name, path, None, str(error))


def _missing(folder, name):
    others = sorted(path.name for path in folder.glob("*.ipynb"))
    if others:
        return _("There is no {name} in the folder, but {other}; rename it.").format(name=name, other=others[0])
    return _("There is no {name} in the folder.").format(name=name)


def grade(course, assignment, *, student=None, jobs=None, again=False, isolation=None, on_start=None, on_result=None):
    """Grade the class, or one student, and write everything. Returns the Results by student, in order.

    A submission whose bytes and assignment have not changed since is not graded again, unless `again`.
    on_start(total, unchanged), on_result(Result): called as the work goes on. Raises CourseError, worker.Refused.
    """
    source = course.source(assignment)
    fingerprint = course.fingerprint(assignment) + (isolation or "")
    results, waiting = {}, []
    for submission in submissions(course, assignment, student):
        digest = hashlib.sha256(fingerprint.encode() + (submission.data or submission.refusal.encode())).hexdigest()
        kept = None if again else load(course, assignment, submission.student)
        if kept and kept.digest == digest and kept.status != FAULT and _all_written(course, kept):
            results[submission.student] = kept
        else:
            waiting.append((submission, digest))
    if on_start:
        on_start(len(waiting), len(results))
    if not waiting:
        return [results[name] for name in sorted(results)]
    crew = Crew(course, assignment, isolation)
    try:
        with ThreadPoolExecutor(min(jobs or os.cpu_count() or 1, len(waiting))) as executor:
            futures = {executor.submit(crew.grade, submission): (submission, digest) for submission, digest in waiting}
            try:
                from .gradebook import Book  # late: nbgrader takes its time to load, and the workers are at work already

                with Book(course) as book:
                    book.prepare(assignment)
                    for future in as_completed(futures):
                        submission, digest = futures[future]
                        graded = _complete(future.result(), source, digest)
                        book.record(submission.student, assignment, graded.points, _timestamp(submission.path.parent))
                        _write(course, graded)
                        results[submission.student] = graded.result
                        if on_result:
                            on_result(graded.result)
            except BaseException:
                executor.shutdown(wait=False, cancel_futures=True)
                raise
    finally:
        crew.close()
    return [results[name] for name in sorted(results)]


def _complete(graded, source, digest):
    """With the digest that says what was graded; a submission without marks has none in any cell."""
    result = replace(graded.result, digest=digest, max_score=source.max_score)
    return replace(graded, result=result, points=graded.points or dict.fromkeys(source.points))


def _write(course, graded):
    path = autograded_path(course, graded.result)
    if graded.notebook is None:
        path.unlink(missing_ok=True)
    else:
        files.write(path, nb.dumps(graded.notebook))
    keep(course, graded)


class Crew:
    """One Worker for each thread that grades."""

    def __init__(self, course, assignment, isolation, secret=None):
        self.course, self.assignment, self.isolation = course, assignment, isolation
        self.secret = secret or course.secret()  # once, for on first use it is made
        self._mine = threading.local()
        self._all = []

    def grade(self, submission):
        facts = (self.assignment, submission.student)
        if submission.data is None:
            return Graded(Result(*facts, UNREADABLE, 0.0, reason=submission.refusal), None, {})
        for attempt in (1, 2):  # a worker that died gets one successor: then it is this submission that kills it
            if getattr(self._mine, "worker", None) is None:
                self._mine.worker = Worker(self.course, self.assignment, isolation=self.isolation, secret=self.secret)
                self._all.append(self._mine.worker)
            try:
                return self._mine.worker.grade(submission.student, submission.data)
            except WorkerDied as death:
                self._mine.worker = None
                if attempt == 2:
                    reason = _("The grader itself failed ({why}); no marks are given until a person has looked.").format(
                        why=death
                    )
                    return Graded(Result(*facts, FAULT, 0.0, reason=reason), None, {})

    def close(self):
        for worker in self._all:
            worker.close()


def keep(course, graded):
    """Write the feedback page, and then the result, whose presence says that all was written."""
    files.write(feedback_path(course, graded.result), pages.feedback(graded.result, graded.notebook))
    told = json.dumps(graded.result.to_json(), ensure_ascii=False, indent=1) + "\n"
    files.write(_result_path(course, graded.result.assignment, graded.result.student), told)


def load(course, assignment, student):
    """The Result kept from the last time, or None."""
    try:
        return Result.from_json(json.loads(_result_path(course, assignment, student).read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def load_all(course, assignment):
    """The kept Results of a class, by student."""
    names = sorted(path.stem for path in (course.state / "results" / assignment).glob("*.json"))
    return [result for name in names if (result := load(course, assignment, name))]


def autograded_path(course, result):
    return course.root / "autograded" / result.student / result.assignment / f"{result.assignment}.ipynb"


def feedback_path(course, result):
    return course.root / "feedback" / result.student / result.assignment / f"{result.assignment}.html"


def _result_path(course, assignment, student):
    return course.state / "results" / assignment / f"{student}.json"


def _all_written(course, result):
    return feedback_path(course, result).is_file() and (result.status == UNREADABLE or autograded_path(course, result).is_file())


def _timestamp(folder):
    """When it was handed in, as nbgrader's timestamp.txt says, if it does."""
    try:
        return datetime.fromisoformat((folder / "timestamp.txt").read_text("utf-8").strip().removesuffix(" UTC"))
    except (OSError, ValueError):
        return None
