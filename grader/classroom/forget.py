"""Everything that a course keeps of one student, to be named and then taken away."""

import glob
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from grader import files
from grader.classroom import backups, extensions
from grader.classroom.gradebook_read import unusable
from grader.course.folder import Course

FOLDERS = ("submitted", "attempts", "autograded", "feedback")  # of nbgrader's and the server's, with a folder for each student


def traces(course: Course, student: str) -> list[Path]:
    """What there is of a student: folders and files that are theirs alone, and those of the class that name them. The gradebook
    itself is among them where it has the student, and with it every copy of it. Raises OSError."""
    found = [course.root / folder / student for folder in FOLDERS]
    found += sorted((course.root / "downloaded").glob(f"*/*/*{glob.escape(student)}*"))
    found += sorted((course.state / "results").glob(f"*/{glob.escape(student)}.json"))
    found = [path for path in found if path.exists() or path.is_symlink()]
    if in_gradebook(course, student):
        found += [course.database, *backups.copies(course)]
    reports = sorted((course.root / "reports").rglob("*"))
    return found + [path for path in reports if path.is_file() and student.encode() in path.read_bytes()]


def in_gradebook(course: Course, student: str) -> bool:
    """Whether the gradebook has the student. Raises OSError."""
    if not course.database.exists():
        return False
    try:
        with closing(sqlite3.connect(course.database, timeout=30)) as database:
            return database.execute("select 1 from student where id = ?", [student]).fetchone() is not None
    except sqlite3.Error as error:
        raise unusable(course, error) from None


def forget(course: Course, student: str) -> None:
    """Take all of it away. Reports go as a whole; they can be written anew. Raises OSError, files.Busy."""
    with files.lock(course.lock):
        for path in traces(course, student):
            if path == course.database:
                from grader.classroom.gradebook import Book  # late: nbgrader takes its time to load

                with Book(course, back_up=False) as book:
                    book.remove(student)
            elif path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()
        for assignment in extensions.of(course, student):
            extensions.extend(course, student, assignment, None)
        for path in (course.state / "lateness").glob("*.txt"):
            path.unlink()  # made anew, without them
