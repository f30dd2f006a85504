"""The command line. Each command says what it did in few words; errors are one sentence, on standard error."""

import importlib
import json
import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING, NoReturn

from grader import files
from grader.classroom.worker import Refused, WorkerDied
from grader.cli.parser import WRONG_USAGE, parser
from grader.course.folder import ENGINE, Course, CourseError
from grader.result import GRADED
from grader.words import SENTENCE, _, plain

if TYPE_CHECKING:
    from grader.service.service import Service

DONE, NEEDS_A_PERSON = 0, 1  # exit codes


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run one command and leave with its exit code: 0 done, 1 something needs a person, 2 wrong usage."""
    args = parser().parse_args(arguments)
    try:
        code = COMMANDS[args.command](args)
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
            _("{where}{why}. Nothing is half-written; run the command again after fixing this.").format(
                where=where, why=error.strerror or error
            ),
            NEEDS_A_PERSON,
        )
    except KeyboardInterrupt:
        code = _fail(_("Stopped. What was graded is kept; run the command again to go on."), NEEDS_A_PERSON)
    sys.exit(code)


def _fail(sentence: str, code: int) -> int:
    print(plain(f"grader: {sentence}", SENTENCE), file=sys.stderr)
    return code


def _course(args: Namespace) -> Course:
    return Course(args.course) if args.course else Course.find()


def _init(args: Namespace) -> int:
    from grader.authoring.init import init, walls_are_missing

    begun = init(args.folder)
    for path in begun.written:
        print(path.relative_to(begun.course.root))
    if begun.line:
        print(_("Add one line at the end of nbgrader_config.py; until then `nbgrader autograde` is nbgrader's own:"))
        print(f"    {begun.line}")
    if why := walls_are_missing():
        _say(why)
        return NEEDS_A_PERSON
    print(_("Prove it with `grader verify`, in {folder}.").format(folder=begun.course.root))
    return DONE


def _release(args: Namespace) -> int:
    from grader.classroom import signatures
    from grader.integrations.nbgrader_release import release

    course, code = _course(args), DONE
    for assignment in args.assignments or course.assignments():
        try:
            changed = release(course, assignment)
        except CourseError as error:
            if len(args.assignments) == 1:
                raise
            code = _fail(str(error), NEEDS_A_PERSON)  # and the others are released all the same
            continue
        print(_("{name}: up to date").format(name=assignment) if not changed else f"{assignment}:")
        for path in changed:
            print(f"  {path.relative_to(course.root)}")
    for assignment, exercise, mutants in signatures.make(course, args.assignments or course.assignments()):
        print(
            _("{name}: {n} mistakes to tell apart in {exercise}").format(name=assignment, n=mutants, exercise=exercise),
            flush=True,
        )
    return code


def _check(args: Namespace) -> int:
    from grader.classroom.check import check

    result = check(
        args.notebook,
        args.assignment,
        course=_course(args),
        isolation=args.isolation,
        student=args.student,
        meanwhile=lambda: args.json or importlib.import_module("grader.cli.terminal"),
    )
    if args.gradescope:
        from grader.integrations.gradescope import write_results

        write_results(args.gradescope, result)
    if args.json:
        print(json.dumps(result.to_json(), ensure_ascii=False, indent=1))
    else:
        from grader.cli import terminal

        terminal.print_result(result)
    return DONE if result.status == GRADED else NEEDS_A_PERSON


def _grade(args: Namespace) -> int:
    from grader.cli import progress

    course, engine = _course(args), None
    if args.engine:
        from grader.classroom.cluster import dask

        engine = lambda: dask(course, args.assignment, args.engine, isolation=args.isolation)
    options = {"student": args.student, "jobs": args.jobs, "again": args.again, "isolation": args.isolation}
    tally = progress.grade_with_progress(course, args.assignment, engine=engine, **options)
    progress.print_class(args.assignment, tally)
    return NEEDS_A_PERSON if tally.needs_a_person else DONE


def _watch(args: Namespace) -> int:
    from grader.classroom.watch import watch
    from grader.cli.progress import line

    course = _course(args)
    if args.folder and args.folder.resolve() != course.submitted:
        raise CourseError(_("{folder} is not the course's {submitted}.").format(folder=args.folder, submitted=course.submitted))
    ready = lambda: print(_("Watching {folder}; interrupt to stop.").format(folder=course.submitted), flush=True)
    try:
        options = {"isolation": args.isolation, "jobs": args.jobs, "on_ready": ready, "on_passed_over": _say}
        options["on_changed"] = lambda assignment, change: print(f"{assignment} {change}", flush=True)
        for result in watch(course, args.assignment, **options):
            print(f"{result.assignment} {line(result)}", flush=True)
    except KeyboardInterrupt:
        pass
    return DONE


def _serve(args: Namespace) -> int:
    from grader.service import run

    if args.demo:
        from grader.cli import demo_served

        return demo_served.serve(args)
    course = _course(args)

    def ready(service: "Service") -> None:
        print(_("Serving {folder} at {address}; interrupt to stop.").format(folder=course.root, address=service.address))
        if not service.people.all(None):
            print(
                _("Nobody takes part yet: `grader roster import students.csv`, and `grader roster instructor NAME` for yourself.")
            )
        sys.stdout.flush()

    run.log_to_terminal()
    run.serve(
        course,
        host=args.host,
        port=args.port,
        address=args.address,
        jobs=args.jobs,
        isolation=args.isolation,
        on_ready=ready,
    )
    return DONE


def _roster(args: Namespace) -> int:
    from grader.service import roster

    return DONE if roster.command(_course(args), args.what, args.names, args.address.rstrip("/"), args.mail) else NEEDS_A_PERSON


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _extend(args: Namespace) -> int:
    from grader.classroom import extensions
    from grader.service import due

    course = _course(args)
    course.source(args.assignment)
    try:
        until = None if args.until == "none" else due.parse(args.until)
    except ValueError as error:
        raise CourseError(str(error)) from None
    with files.lock(course.lock):
        extensions.extend(course, args.student, args.assignment, until)
    said = (
        _("{student} has no longer than the others now.")
        if until is None
        else _("{student} has until {until:%Y-%m-%d %H:%M} UTC.")
    )
    print(said.format(student=args.student, until=until), _("The next `grader grade` puts it into the gradebook."))
    return DONE


def _forget(args: Namespace) -> int:
    from grader.classroom import forget
    from grader.service.people import People

    course = _course(args)
    if plain(args.student) != args.student or "/" in args.student or args.student in ("", ".", ".."):
        raise CourseError(_("{student!r} is no student's id.").format(student=args.student))
    found = forget.traces(course, args.student)
    enrolled = (course.state / "service.db").is_file() and People(course).find(args.student) is not None
    if not found and not enrolled:
        raise CourseError(_("The course keeps nothing of {student}.").format(student=args.student))
    for path in found:
        print(path.relative_to(course.root))
    if enrolled:
        print(_("the personal link"))
    print(
        _("Of gradebook.db goes what is {student}'s alone; its copies and the reports go as a whole.").format(
            student=args.student
        )
    )
    if not args.yes and input(_("Take all of it away? [y/N] ")).strip().lower() not in ("y", "yes"):
        return NEEDS_A_PERSON
    forget.forget(course, args.student)
    if enrolled:
        People(course).forget(args.student)
    return DONE


def _report(args: Namespace) -> int:
    from grader.classroom.report import report

    for path in report(_course(args), args.assignment):
        print(path)
    return DONE


def _verify(args: Namespace) -> int:
    from grader.authoring.verify import verify

    course = _course(args)
    complaints = 0
    assignments = args.assignments or course.assignments()
    for assignment in assignments:
        course.source(assignment)  # a name that is none is said before anything is tried
    for assignment in assignments:
        for line, good in verify(course, assignment, isolation=args.isolation, secrets=args.secrets):
            complaints += not good
            print(f"{'✓' if good else '✗'} {assignment}: {line}", flush=True)
    return DONE if not complaints else NEEDS_A_PERSON


def _export(args: Namespace) -> int:
    from grader.integrations.export import export

    where, without = export(_course(args), args.assignment, args.format, args.to, args.column, args.by_number)
    print(where)
    for mark in without:
        print(_("{student} has no marks: {why}").format(student=plain(mark.student), why=plain(mark.reason)), file=sys.stderr)
    return DONE if not without else NEEDS_A_PERSON


def _gradescope(args: Namespace) -> int:
    from grader.integrations.gradescope_zip import autograder

    print(autograder(_course(args), args.assignment, args.to))
    print(_("It holds solutions, hidden tests and the course's secret: for Gradescope alone."))
    return DONE


def _new(args: Namespace) -> int:
    from grader.authoring.scaffold import new

    course = _course(args)
    for path in new(course, args.assignment, args.exercise):
        print(path.relative_to(course.root))
    print(
        _("Prove it with `grader verify {name}`; docs/authors.md says what to replace, and in which order.").format(
            name=args.assignment
        )
    )
    return DONE


def _promote(args: Namespace) -> int:
    from grader.authoring.promote import promote

    course = _course(args)
    options = {"hint": args.hint, "concept": args.concept, "student": args.student, "isolation": args.isolation}
    path = promote(course, args.assignment, args.exercise, args.cause, args.sentence, **options)
    print(path.relative_to(course.root))
    print(_("Prove it with `grader verify {name}`.").format(name=args.assignment))
    return DONE


def _demo(args: Namespace) -> int:
    from grader.cli.demo import demo

    try:
        course = _course(args)
    except CourseError:
        if args.course:
            raise
        course = Course(ENGINE.parent)  # a made-up class needs no course of one's own
    demo(course, args.folder, jobs=args.jobs, isolation=args.isolation)
    return DONE


COMMANDS = {
    "init": _init,
    "release": _release,
    "check": _check,
    "grade": _grade,
    "watch": _watch,
    "serve": _serve,
    "roster": _roster,
    "extend": _extend,
    "forget": _forget,
    "report": _report,
    "verify": _verify,
    "export": _export,
    "gradescope": _gradescope,
    "new": _new,
    "promote": _promote,
    "demo": _demo,
}
