"""The command line. Each command says what it did in few words; errors are one sentence, on standard error."""

import argparse
import json
import os
import sys
from pathlib import Path

from . import __version__
from .course import ISOLATION, Course, CourseError
from .result import GRADED
from .words import _
from .worker import Refused, WorkerDied

DONE, NEEDS_A_PERSON, WRONG_USAGE = 0, 1, 2


def main(arguments=None):
    """Run one command and leave with its exit code: 0 done, 1 something needs a person, 2 wrong usage."""
    told = parser().parse_args(arguments)
    try:
        code = told.run(told)
    except (CourseError, Refused) as error:
        code = _fail(str(error), WRONG_USAGE)
    except WorkerDied as error:
        code = _fail(_("The grader itself failed: {why}.").format(why=error), NEEDS_A_PERSON)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody listens any more
        code = DONE
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        code = _fail(
            _("{where}{why}. Nothing is half-written; run the command again when that is mended.").format(
                where=where, why=error.strerror or error
            ),
            NEEDS_A_PERSON,
        )
    except KeyboardInterrupt:
        code = _fail(_("Stopped. What was graded is kept; run the command again to go on."), NEEDS_A_PERSON)
    sys.exit(code)


def _fail(sentence, code):
    print(f"grader: {sentence}", file=sys.stderr)
    return code


def parser():
    commands = argparse.ArgumentParser(prog="grader", description=_("Grades the backpropagation course."))
    commands.add_argument("--version", action="version", version=__version__)
    verbs = commands.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)

    def command(name, run, summary, example):
        made = verbs.add_parser(name, help=summary, description=summary, epilog=_("Example: {line}").format(line=example))
        made.add_argument("--course", type=Path, metavar="DIR", help=_("the course's folder; by default the one you are in"))
        made.set_defaults(run=run)
        return made

    def isolation(made):
        made.add_argument(
            "--isolation",
            choices=ISOLATION,
            help=_("the walls around student code; 'none' only for code that you would run yourself"),
        )

    made = command("release", _release, _("make release/ from source/: stubs only, nothing hidden"), "grader release ps3_layer")
    made.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help=_("by default all"))

    made = command("check", _check, _("grade one notebook and write nothing"), "grader check ps3_layer.ipynb --json")
    made.add_argument("notebook", type=Path, metavar="NOTEBOOK")
    made.add_argument("--assignment", metavar="A", help=_("which one it is, if the file's name doesn't say"))
    made.add_argument("--json", action="store_true", help=_("print the result as JSON"))
    isolation(made)

    made = command(
        "grade", _grade, _("grade submitted/ into autograded/, gradebook.db and feedback/"), "grader grade ps3_layer --jobs 2"
    )
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("--student", metavar="S", help=_("only this one"))
    made.add_argument("--jobs", type=_positive, metavar="N", help=_("workers; by default one for each processor"))
    made.add_argument("--again", action="store_true", help=_("grade also what has not changed since"))
    isolation(made)

    made = command("report", _report, _("write the class at a glance, HTML and CSV, to reports/"), "grader report ps3_layer")
    made.add_argument("assignment", metavar="ASSIGNMENT")

    made = command(
        "verify", _verify, _("prove the hidden tests: reference, stub, every known wrong solution, release/"), "grader verify"
    )
    made.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help=_("by default all"))
    isolation(made)

    made = command("demo", _demo, _("grade a made-up class in a folder of its own"), "grader demo")
    made.add_argument("--folder", type=Path, default=Path("demo"), metavar="DIR", help=_("where; by default demo/"))
    made.add_argument("--jobs", type=_positive, metavar="N", help=_("workers; by default one for each processor"))
    isolation(made)
    return commands


def _positive(text):
    n = int(text)
    if n < 1:
        raise argparse.ArgumentTypeError(_("{n} is not a number of workers; 1 is the least").format(n=n))
    return n


def _course(told):
    return Course(told.course) if told.course else Course.find()


def _release(told):
    from .release import release

    course = _course(told)
    for assignment in told.assignments or course.assignments():
        changed = release(course, assignment)
        print(_("{name}: up to date").format(name=assignment) if not changed else f"{assignment}:")
        for path in changed:
            print(f"  {path.relative_to(course.root)}")
    return DONE


def _check(told):
    from .check import check

    result = check(told.notebook, told.assignment, course=Course(told.course) if told.course else None, isolation=told.isolation)
    if told.json:
        print(json.dumps(result.to_json(), ensure_ascii=False, indent=1))
    else:
        from . import terminal

        terminal.print_result(result)
    return DONE if result.status == GRADED else NEEDS_A_PERSON


def _grade(told):
    from . import terminal

    results = terminal.grade_with_progress(
        _course(told), told.assignment, student=told.student, jobs=told.jobs, again=told.again, isolation=told.isolation
    )
    terminal.print_class(told.assignment, results)
    return DONE if all(result.status == GRADED for result in results) else NEEDS_A_PERSON


def _report(told):
    from .report import report

    for path in report(_course(told), told.assignment):
        print(path)
    return DONE


def _verify(told):
    from .verify import verify

    course = _course(told)
    complaints = 0
    for assignment in told.assignments or course.assignments():
        for line, good in verify(course, assignment, isolation=told.isolation):
            complaints += not good
            print(f"{'✓' if good else '✗'} {assignment}: {line}")
    return DONE if not complaints else NEEDS_A_PERSON


def _demo(told):
    from .demo import demo

    demo(_course(told), told.folder, jobs=told.jobs, isolation=told.isolation)
    return DONE
