"""`grader serve --demo`: a course with a made-up class that has handed in, and two links into it."""

import datetime
from argparse import Namespace
from typing import TYPE_CHECKING

from grader import files
from grader.cli.demo import ASSIGNMENT, STUDENTS, lay_out, submissions
from grader.course.folder import CONFIG, ENGINE, Course, CourseError
from grader.integrations.nbgrader_release import release
from grader.service import run
from grader.service.attempts import Attempts
from grader.service.people import People
from grader.words import _

if TYPE_CHECKING:
    from grader.service.service import Service

NAMES = ("Alma Berg", "Boris Vlk", "Chen Li", "Dara Quinn", "Emil Holm", "Farah Aziz", "Goran Babić", "Hana Sato")
DUE_DAYS = 7
SETTINGS = """
# The demonstration's own.
c.Service.title = "Backpropagation, a demonstration"
c.Service.contact = "demonstration@localhost"
c.Service.assignments = {{"{name}": {{"due": "{due}", "counts": "best"}}}}
"""


def serve(args: Namespace) -> int:
    """Make the class, and serve it until interrupted."""
    try:
        original = Course(args.course) if args.course else Course.find()
    except CourseError:
        if args.course:
            raise
        original = Course(ENGINE.parent)
    folder = args.folder.resolve()
    lay_out(original, folder)
    due = datetime.datetime.now(datetime.UTC).replace(microsecond=0, second=0) + datetime.timedelta(days=DUE_DAYS)
    text = (folder / CONFIG).read_text("utf-8") + SETTINGS.format(name=ASSIGNMENT, due=f"{due:%Y-%m-%d %H:%M} UTC")
    files.write(folder / CONFIG, text)
    course = Course(folder)
    release(course, ASSIGNMENT)
    people, attempts = People(course), Attempts(course)
    people.enter([(id, name, "", "AB"[n % 2]) for n, (id, name) in enumerate(zip(STUDENTS, NAMES, strict=False))])
    handed_in = dict(submissions(course, ASSIGNMENT))
    handed_in.pop(_("a loop that never ends"))  # nobody should wait for it
    reference, *others = handed_in.values()
    for n, student in enumerate(STUDENTS[1 : len(NAMES)]):
        for data in (others[3 * n % len(others)], others[(3 * n + 1) % len(others)], reference)[: 1 + n % 3]:
            attempts.accept(student, ASSIGNMENT, {f"{ASSIGNMENT}.ipynb": data}, "page")

    def ready(service: "Service") -> None:
        student = people.find(STUDENTS[0])
        assert student
        print(_("A demonstration in {folder}; interrupt to stop. Open in a browser:").format(folder=folder))
        print(_("  a student:     {link}").format(link=service.link(student)))
        print(_("  an instructor: {link}").format(link=service.link(run.instructor(people))), flush=True)

    run.log_to_terminal()
    run.serve(
        course, host=args.host, port=args.port, address=args.address, jobs=args.jobs, isolation=args.isolation, on_ready=ready
    )
    return 0
