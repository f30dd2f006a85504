"""Three nbgrader courses: the marks of plain nbgrader beside ours, cell by cell, and what each costs in processor time.

    .venv/bin/python benchmarks/nbgrader_courses.py [COURSE …]

Each course has twelve honest submissions and six cheats; three others, which are compared when they are named, have a few honest ones
(`search`, `numbers`, `objects`). Plain nbgrader grades the class in one process; so do we, with one worker.
Ends with 1 where an honest mark differs, or where a cheat earns what it is after."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from grader.authoring.init import init
from tests.foreign import ASSIGNMENT, COURSES, LINE, PROGRAMS, Foreign
from tests.foreign_others import OTHERS


def compare(name: str, course: Foreign, folder: Path) -> bool:
    """Print what differs, and what it cost. Returns whether all is as it should be."""
    students = {f"honest{n:02}": changed for n, changed in enumerate(course.honest.values())}
    students |= {f"cheat{n:02}": changed for n, (changed, _targets) in enumerate(course.cheats.values())}
    theirs, cpu_theirs = graded_by_nbgrader(course, folder / "theirs", students)
    ours, cpu_ours = graded_by_us(course, folder / "ours", students)
    good, compared = True, 0
    for student, what in zip(students, (*course.honest, *course.cheats), strict=True):
        targets = course.cheats[what][1] if what in course.cheats else frozenset()
        for cell in sorted(theirs[student]):
            one, other = theirs[student][cell], ours[student][cell]
            compared += what in course.honest
            if what in course.honest and one != other:
                good = False
                print(f"  {what!r}, {cell}: nbgrader {one}, ours {other}")
            elif cell in targets:
                good &= other == 0
                print(f"  cheat {what!r}, {cell}: nbgrader pays {one}, we {other}")
    print(
        f"{name}: {compared} honest marks compared; CPU a submission, warm: nbgrader {cpu_theirs:.2f} s, ours {cpu_ours:.3f} s, "
        f"{cpu_theirs / cpu_ours:.0f} times less"
    )
    return good


def graded_by_nbgrader(course, folder, students):
    folder.mkdir()
    course.lay_out(folder)
    for student, changed in students.items():
        course.hand_in(folder, student, changed)
    run(folder, "nbgrader", "generate_assignment", ASSIGNMENT)
    cost = warm(lambda *one: run(folder, "nbgrader", "autograde", ASSIGNMENT, *one, check=False), len(students))
    return marks(folder), cost


def graded_by_us(course, folder, students):
    folder.mkdir()
    course.lay_out(folder)
    init(folder)
    with open(folder / "nbgrader_config.py", "a") as file:
        file.write(LINE)
    with open(folder / "course_config.py", "a") as file:
        file.write(f"\nc.Grader.beside_student_code = {list(course.beside)!r}\n")
    for student, changed in students.items():
        course.hand_in(folder, student, changed)
    run(folder, "grader", "release", ASSIGNMENT)
    cost = warm(lambda *one: run(folder, "grader", "grade", ASSIGNMENT, "--jobs", "1", *one, check=False), len(students))
    return marks(folder), cost


def warm(grade, n: int) -> float:
    """What a submission costs once all is loaded: of n, one is graded by itself, and then the others in one run."""
    begun = spent()
    grade("--student", "honest00")
    one = spent() - begun
    begun = spent()
    grade()
    return (spent() - begun - one) / (n - 2)


def run(folder, module, *arguments, check=True):
    """A command in a course, by this interpreter."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=folder,
        env={**os.environ, "PATH": os.pathsep.join((str(PROGRAMS), os.environ["PATH"]))},
        capture_output=True,
        text=True,
    )
    if check and done.returncode:
        sys.exit(done.stdout + done.stderr)


def spent() -> float:
    """Seconds of processor time of all that was started here and has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def marks(folder: Path) -> dict[str, dict[str, float | None]]:
    """{student: {cell: its points, as the gradebook has them}}"""
    query = (
        "select s.student_id, b.name, g.auto_score from grade g join base_cell b on g.cell_id = b.id "
        "join submitted_notebook n on g.notebook_id = n.id join submitted_assignment s on n.assignment_id = s.id"
    )
    found: dict[str, dict[str, float | None]] = {}
    with closing(sqlite3.connect(folder / "gradebook.db")) as database:
        for student, cell, points in database.execute(query):
            found.setdefault(student, {})[cell] = points
    return found


if __name__ == "__main__":
    everything = True
    for wanted in sys.argv[1:] or COURSES:
        with tempfile.TemporaryDirectory() as scratch:
            course = OTHERS[wanted].as_foreign() if wanted in OTHERS else COURSES[wanted]
            everything &= compare(wanted, course, Path(scratch))
    sys.exit(not everything)
