"""What the command line understands."""

import argparse
from pathlib import Path
from typing import NoReturn

from grader import __version__
from grader.course.settings import ISOLATION
from grader.integrations import FORMATS
from grader.words import SENTENCE, _, plain

WRONG_USAGE = 2  # exit code


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, and where help is."""

    def error(self, message: str) -> NoReturn:
        what = plain(message, SENTENCE)
        self.exit(WRONG_USAGE, _("{program}: {what}; see `{program} --help`.\n").format(program=self.prog, what=what))


def parser() -> Parser:
    commands = Parser(prog="grader", description=_("Grades a course of notebooks."))
    commands.add_argument("--version", action="version", version=__version__, help=_("print the version and leave"))
    verbs = commands.add_subparsers(title=_("commands"), metavar="COMMAND", dest="command", required=True)

    def command(name: str, summary: str, *examples: str, course: bool = True) -> argparse.ArgumentParser:
        made = verbs.add_parser(
            name,
            help=summary,
            description=summary,
            epilog="\n  ".join([_("Examples:"), *examples]),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if course:
            made.add_argument("--course", type=Path, metavar="DIR", help=_("the course's folder; by default the one you are in"))
        return made

    def isolation(made: argparse.ArgumentParser) -> None:
        made.add_argument(
            "--isolation",
            choices=ISOLATION,
            help=_("the walls around student code; 'none' only for code that you would run yourself"),
        )

    made = command(
        "init",
        _("make a course of an empty folder, or add what the grader needs to an nbgrader course"),
        "grader init physics",
        "grader init .",
        course=False,
    )
    made.add_argument("folder", type=Path, metavar="FOLDER")

    made = command(
        "release",
        _("make release/ from source/: stubs only, nothing hidden"),
        "grader release",
        "grader release ps3_layer",
    )
    made.add_argument("assignments", nargs="*", metavar="ASSIGNMENT", help=_("by default all"))

    made = command(
        "check",
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

    made = command("watch", _("grade each notebook that arrives in submitted/, until interrupted"), "grader watch submitted/")
    made.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help=_("the course's submitted/, which is the default"))
    made.add_argument("--assignment", metavar="A", help=_("only this one; its workers are started at once"))
    made.add_argument("--jobs", type=_positive, default=1, metavar="N", help=_("workers for each assignment; by default one"))
    isolation(made)

    made = command(
        "serve",
        _("serve the course: students hand in and read why at once, you see the class; until interrupted"),
        "grader serve",
        "grader serve --address https://grader.example.edu",
        "grader serve --demo",
    )
    made.add_argument("--host", default="127.0.0.1", help=_("where to listen; by default on this machine alone"))
    made.add_argument("--port", type=_port, default=8000, metavar="N", help=_("by default 8000; 0 takes any that is free"))
    made.add_argument(
        "--address", metavar="URL", help=_("as which the server is reached, where a proxy in front of it ends TLS: https://…")
    )
    made.add_argument("--jobs", type=_positive, metavar="N", help=_("how many are graded at once; by default one a processor"))
    made.add_argument("--demo", action="store_true", help=_("a made-up class in a folder of its own, and two links into it"))
    made.add_argument(
        "--folder", type=Path, default=Path("demo-serve"), metavar="DIR", help=_("where, with --demo; by default demo-serve/")
    )
    isolation(made)

    made = command(
        "roster",
        _("who takes part in the served course, and their personal links"),
        "grader roster import students.csv",
        "grader roster import students.csv --mail --address https://grader.example.edu",
        "grader roster renew ada",
        "grader roster instructor grace",
    )
    made.add_argument(
        "what",
        choices=("import", "list", "link", "renew", "revoke", "instructor"),
        metavar="WHAT",
        help=_("import FILE, list, link ID…, renew ID… (the old link is void), revoke ID…, instructor ID…"),
    )
    made.add_argument("names", nargs="*", metavar="NAME", help=_("a CSV with id, name, e-mail, group; or ids"))
    made.add_argument("--address", default="http://127.0.0.1:8000", metavar="URL", help=_("as which the server is reached"))
    made.add_argument("--mail", action="store_true", help=_("mail the links, by c.Service.smtp, and print none"))

    made = command(
        "extend",
        _("give a student longer, or take that back"),
        "grader extend ada ps3_layer '2027-03-03 12:00 Europe/Berlin'",
        "grader extend ada ps3_layer none",
    )
    made.add_argument("student", metavar="STUDENT")
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("until", metavar="UNTIL", help=_("a time with its zone; or none"))

    made = command(
        "forget",
        _("take away all that the course keeps of a student, after asking"),
        "grader forget ada",
    )
    made.add_argument("student", metavar="STUDENT")
    made.add_argument("--yes", action="store_true", help=_("don't ask"))

    made = command("report", _("write the class at a glance, HTML and CSV, to reports/"), "grader report ps3_layer")
    made.add_argument("assignment", metavar="ASSIGNMENT")

    made = command(
        "verify",
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
        help=_(
            "also try all known solutions, and trivial ones, under N other secrets: whatever is drawn, each must lose the same"
        ),
    )
    isolation(made)

    made = command(
        "export",
        _("write the class's marks for another system: CSV, Canvas or Gradescope"),
        "grader export ps3_layer",
        'grader export ps3_layer --format canvas --column "Layer (1234)"',
    )
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("--format", choices=FORMATS, default="csv", help=_("by default csv"))
    made.add_argument("--to", type=Path, metavar="PATH", help=_("the file, or for gradescope the folder; by default in reports/"))
    made.add_argument("--column", metavar="TITLE", help=_("what Canvas calls the assignment; by default ASSIGNMENT"))
    made.add_argument(
        "--by-number", action="store_true", help=_("for Canvas: the folders in submitted/ are called by its ID, not by the login")
    )

    made = command("gradescope", _("make the zip that Gradescope asks for as an autograder"), "grader gradescope ps3_layer")
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("--to", type=Path, metavar="FILE", help=_("the file; by default in reports/"))

    made = command(
        "new",
        _("lay out a new assignment: a small exercise that passes `grader verify`, to be replaced"),
        "grader new ps14_momentum --exercise momentum_step",
    )
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("--exercise", default="scale", metavar="NAME", help=_("what its exercise is called; by default scale"))

    made = command(
        "promote",
        _("store a cause that the class report shows, with a sentence of your own"),
        "grader promote ps3_layer layer 'times:backward.d_biases:biases' 'You multiplied `d_biases` by `biases`.'",
    )
    made.add_argument("assignment", metavar="ASSIGNMENT")
    made.add_argument("exercise", metavar="EXERCISE")
    made.add_argument("cause", metavar="CAUSE", help=_("what the class report knows it by"))
    made.add_argument("sentence", metavar="SENTENCE", help=_("what the student did, in the terms of their code"))
    made.add_argument("--hint", default="", metavar="TEXT", help=_("what to think about; not the answer"))
    made.add_argument("--concept", default="", metavar="HEADING", help=_("the heading in the lesson to read again"))
    made.add_argument(
        "--student", metavar="S", help=_("store this student's cell, where the model has no code that does the same")
    )
    isolation(made)

    made = command("demo", _("grade a made-up class in a folder of its own"), "grader demo", "grader demo --folder /tmp/demo")
    made.add_argument("--folder", type=Path, default=Path("demo"), metavar="DIR", help=_("where; by default demo/"))
    made.add_argument("--jobs", type=_positive, metavar="N", help=_("workers; by default one for each processor"))
    isolation(made)
    return commands


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65_535:
        raise argparse.ArgumentTypeError(_("{got!r} is no port").format(got=text))
    return int(text)


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{got!r} is no whole number above 0").format(got=text))
    return int(text)
