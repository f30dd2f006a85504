"""The command line. Each command says what it did in few words; errors are one sentence, on standard error."""

import argparse
import importlib
import json
import os
import sys
from pathlib import Path

from grader import __version__, files
from grader.classroom.worker import Refused, WorkerDied
from grader.course.folder import ENGINE, Course, CourseError
from grader.course.settings import ISOLATION
from grader.integrations import FORMATS
from grader.result import GRADED
from grader.words import SENTENCE, _, plain

DONE, NEEDS_A_PERSON, WRONG_USAGE = 0, 1, 2


def main(arguments=None):
    """Run one command and leave with its exit code: 0 done, 1 something needs a person, 2 wrong usage."""
    told = parser().parse_args(arguments)
    try:
        code = told.run(told)
    except (CourseError, Refused) as error:
        code = _fail(str(error), WRONG_USAGE)
    except files.Busy as error:
        code = _fail(str(error), NEEDS_A_PERSON)
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
    print(plain(f"grader: {sentence}", SENTENCE), file=sys.stderr)
    return code


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and where help is."""

    def error(self, message):
        told = plain(message, SENTENCE)
        self.exit(WRONG_USAGE, _("{program}: {what}; see `{program} --help`.\n").format(program=self.prog, what=told))


def parser():
    commands = Parser(prog="grader", description=_("Grades the backpropagation course."))
    commands.add_argument("--version", action="version", version=__version__, help=_("print the version and leave"))
    verbs = commands.add_subparsers(title=_("commands"), metavar="COMMAND", required=True)

    def command(name, run, summary, *examples):
        made = verbs.add_parser(
            name,
            help=summary,
            description=summary,
            epilog="\n  ".join([_("Examples:"), *examples]),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.add_argument("--course", type=Path, metavar="DIR", help=_("the course's folder; by default the one you are in"))
        made.set_defaults(run=run)
        return made

    def isolation(made):
        made.add_argument(
            "--isolation",
            choices=ISOLATION,
            help=_("the walls around student code; 'none' only for code that you would run yourself"),
        )

    made = command(
        "release",
        _release,
        _("make release/ from source/: stubs only, nothing hidden"),
        "grader release",
        "grader release ps3_layer",
    )
    made.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help=_("by default all"))

    made = command(
        "check",
        _check,
        _("grade one notebook and write nothing"),
        "grader check ps3_layer.ipynb",
        "grader check download.ipynb --assignment ps3_layer --json",
    )
    made.add_argument("notebook", type=Path, metavar="NOTEBOOK")
    made.add_argument("--assignment", metavar="A", help=_("which one it is, if the file's name doesn't say"))
    made.add_argument("--student", metavar="S", help=_("whose it is; probe inputs are drawn by it"))
    made.add_argument("--json", action="store_true", help=_("print the result as JSON"))
    made.add_argument("--gradescope", type=Path, metavar="FILE", help=_("write it also as Gradescope's results.json"))
    isolation(made)

    made = command(
        "grade",
        _grade,
        _("grade submitted/ into autograded/, gradebook.db and feedback/"),
        "grader grade ps3_layer",
        "grader grade ps3_layer --student ada --again",
    )
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("--student", metavar="S", help=_("only this one"))
    made.add_argument("--jobs", type=_positive, metavar="N", help=_("workers; by default one for each processor"))
    made.add_argument(
        "--engine", metavar="ADDRESS", help=_("a Dask cluster's scheduler, as tcp://HOST:PORT, in place of workers here")
    )
    made.add_argument("--again", action="store_true", help=_("grade also what has not changed since"))
    isolation(made)

    made = command(
        "watch", _watch, _("grade each notebook that arrives in submitted/, until interrupted"), "grader watch submitted/"
    )
    made.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help=_("the course's submitted/, which is the default"))
    made.add_argument("--assignment", metavar="A", help=_("only this one; its workers are started at once"))
    made.add_argument("--jobs", type=_positive, default=1, metavar="N", help=_("workers for each assignment; by default one"))
    isolation(made)

    made = command("report", _report, _("write the class at a glance, HTML and CSV, to reports/"), "grader report ps3_layer")
    made.add_argument("assignment", metavar="ASSIGNMENT")

    made = command(
        "verify",
        _verify,
        _("prove the hidden tests: reference, stub, every known wrong solution, release/"),
        "grader verify",
        "grader verify ps3_layer",
        "grader verify --secrets 30",
    )
    made.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help=_("by default all"))
    made.add_argument(
        "--secrets",
        type=_positive,
        default=0,
        metavar="N",
        help=_("also try every known wrong solution under N other secrets: whatever is drawn, it must lose the same"),
    )
    isolation(made)

    made = command(
        "export",
        _export,
        _("write the class's marks for another system: CSV, Canvas or Gradescope"),
        "grader export ps3_layer",
        'grader export ps3_layer --format canvas --column "Layer (1234)"',
    )
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("--format", choices=FORMATS, default="csv", help=_("by default csv"))
    made.add_argument("--to", type=Path, metavar="PATH", help=_("the file, or for gradescope the folder; by default in reports/"))
    made.add_argument("--column", metavar="TITLE", help=_("what Canvas calls the assignment; by default ASSIGNMENT"))

    made = command(
        "gradescope", _gradescope, _("make the zip that Gradescope asks for as an autograder"), "grader gradescope ps3_layer"
    )
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("--to", type=Path, metavar="FILE", help=_("the file; by default in reports/"))

    made = command(
        "new",
        _new,
        _("lay out a new assignment: a small exercise that passes `grader verify`, to be replaced"),
        "grader new ps8_momentum",
    )
    made.add_argument("assignment", metavar="ASSIGNMENT")

    made = command(
        "demo", _demo, _("grade a made-up class in a folder of its own"), "grader demo", "grader demo --folder /tmp/demo"
    )
    made.add_argument("--folder", type=Path, default=Path("demo"), metavar="DIR", help=_("where; by default demo/"))
    made.add_argument("--jobs", type=_positive, metavar="N", help=_("workers; by default one for each processor"))
    isolation(made)
    return commands


def _positive(text):
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{got!r} is no whole number above 0").format(got=text))
    return int(text)


def _course(told):
    return Course(told.course) if told.course else Course.find()


def _release(told):
    from grader.integrations.nbgrader_release import release

    course = _course(told)
    for assignment in told.assignments or course.assignments():
        changed = release(course, assignment)
        print(_("{name}: up to date").format(name=assignment) if not changed else f"{assignment}:")
        for path in changed:
            print(f"  {path.relative_to(course.root)}")
    return DONE


def _check(told):
    from grader.classroom.check import check

    result = check(
        told.notebook,
        told.assignment,
        course=_course(told),
        isolation=told.isolation,
        student=told.student,
        meanwhile=lambda: told.json or importlib.import_module("grader.cli.terminal"),
    )
    if told.gradescope:
        from grader.integrations.gradescope import write_results

        write_results(told.gradescope, result)
    if told.json:
        print(json.dumps(result.to_json(), ensure_ascii=False, indent=1))
    else:
        from grader.cli import terminal

        terminal.print_result(result)
    return DONE if result.status == GRADED else NEEDS_A_PERSON


def _grade(told):
    from grader.cli import progress

    course, options = _course(told), {"isolation": told.isolation}
    if told.engine:
        from grader.classroom.cluster import dask

        options["engine"] = lambda: dask(course, told.assignment, told.engine, isolation=told.isolation)
    tally = progress.grade_with_progress(
        course, told.assignment, student=told.student, jobs=told.jobs, again=told.again, **options
    )
    progress.print_class(told.assignment, tally)
    return NEEDS_A_PERSON if tally.needs_a_person else DONE


def _watch(told):
    from grader.classroom.watch import watch
    from grader.cli.progress import line

    course = _course(told)
    if told.folder and told.folder.resolve() != course.submitted:
        raise CourseError(_("{folder} is not the course's {submitted}.").format(folder=told.folder, submitted=course.submitted))
    ready = lambda: print(_("Watching {folder}; interrupt to stop.").format(folder=course.submitted), flush=True)
    try:
        options = {"isolation": told.isolation, "jobs": told.jobs, "on_ready": ready, "on_passed_over": _say}
        options["on_changed"] = lambda assignment, change: print(f"{assignment} {change}", flush=True)
        for result in watch(course, told.assignment, **options):
            print(f"{result.assignment} {line(result)}", flush=True)
    except KeyboardInterrupt:
        return DONE


def _say(sentence):
    print(sentence, file=sys.stderr, flush=True)


def _report(told):
    from grader.classroom.report import report

    for path in report(_course(told), told.assignment):
        print(path)
    return DONE


def _verify(told):
    from grader.classroom.verify import verify

    course = _course(told)
    complaints = 0
    assignments = told.assignments or course.assignments()
    for assignment in assignments:
        course.source(assignment)  # a name that is none is said before anything is tried
    for assignment in assignments:
        for line, good in verify(course, assignment, isolation=told.isolation, secrets=told.secrets):
            complaints += not good
            print(f"{'✓' if good else '✗'} {assignment}: {line}")
    return DONE if not complaints else NEEDS_A_PERSON


def _export(told):
    from grader.integrations.export import export

    where, without = export(_course(told), told.assignment, told.format, told.to, told.column)
    print(where)
    for mark in without:
        print(_("{student} has no marks: {why}").format(student=plain(mark.student), why=plain(mark.reason)), file=sys.stderr)
    return DONE if not without else NEEDS_A_PERSON


def _gradescope(told):
    from grader.integrations.gradescope_zip import autograder

    print(autograder(_course(told), told.assignment, told.to))
    print(_("It holds solutions, hidden tests and the course's secret: for Gradescope alone."))
    return DONE


def _new(told):
    from grader.course.scaffold import new

    course = _course(told)
    for path in new(course, told.assignment):
        print(path.relative_to(course.root))
    print(
        _("Prove it with `grader verify {name}`; docs/authors.md says what to replace, and in which order.").format(
            name=told.assignment
        )
    )
    return DONE


def _demo(told):
    from grader.cli.demo import demo

    try:
        course = _course(told)
    except CourseError:
        if told.course:
            raise
        course = Course(ENGINE.parent)  # a made-up class needs no course of one's own
    demo(course, told.folder, jobs=told.jobs, isolation=told.isolation)
    return DONE
