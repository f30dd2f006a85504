"""Prove an assignment whose own test cells are its hidden tests: what of it can be judged apart from a submission, and how."""

import json
from collections.abc import Iterator
from fnmatch import fnmatchcase

from grader.classroom.worker import Worker
from grader.course.folder import Course
from grader.course.settings import CONFIG, LINE, NBGRADER_CONFIG, loads_ours
from grader.exam.cell_examiner import is_beside, names_of
from grader.exam.cell_names import Whose, named
from grader.notebook.bundle import cell_key, pack
from grader.notebook.definitions import tree
from grader.notebook.source import Source
from grader.result import GRADED, Result, points
from grader.words import _


def verify_cells(course: Course, assignment: str, *, isolation: str | None = None) -> Iterator[tuple[str, bool]]:
    """Yield (sentence, whether it is good): the test cells that can't be judged apart, those that run beside the student's code, what
    a person marks, and what the course's own solution and the stub get."""
    sources = course.sources(assignment)
    names = [source.name for source in sources]
    if not any(source.points or source.by_hand for source in sources):
        yield _("nothing in it is worth points: it has no hidden test files, and no cell with points"), False
        return
    content = course.content(assignment)
    if course.solution_path(assignment).is_file() or content.is_dir():
        place = content.relative_to(course.root)
        yield (
            _("there are no hidden tests: {folder}/ has no test_<exercise>.py, so that its test cells are").format(folder=place),
            False,
        )
    wanted = {name for name in course.settings.beside_student_code if fnmatchcase(assignment, name.partition("/")[0])}
    cells = {name for source in sources for cell in source.points for name in names_of(assignment, source.name, cell)}
    for name in sorted(wanted):
        if not any(fnmatchcase(cell, name) for cell in cells):
            yield _("c.Grader.beside_student_code names {name!r}, which is no test cell").format(name=name), False
    with Worker(course, assignment, isolation=isolation, secret=course.secret(create=False)) as worker:
        worker.wait_until_ready()
        for cell, why in worker.unfit.items():
            yield (
                _(
                    "{cell} can't be judged apart from the submission: {why}. A person gives its points, unless {config} names it in "
                    "c.Grader.beside_student_code"
                ).format(cell=cell, why=why.rstrip("."), config=CONFIG),
                False,
            )
        for source in sources:
            for cell in source.points:
                key = cell_key(assignment, source.name, cell)
                if is_beside(course, assignment, source, cell):
                    yield (
                        _("{cell} runs beside the student's code, inside the walls, as {config} says").format(
                            cell=key, config=CONFIG
                        ),
                        True,
                    )
            whose = Whose(source.all_cells)
            for name in source.points:
                drawn = sorted(whose.drawn & whose.of[name].theirs & named(tree(source.cells[name]["source"])))
                if drawn:
                    yield (
                        _(
                            "{cell} takes {names} from the submission: a given cell draws it without a seed of its own, so a submission can put "
                            "something else there"
                        ).format(cell=cell_key(assignment, source.name, name), names=_(", ").join(f"`{one}`" for one in drawn)),
                        True,
                    )
        for name in worker.shared:
            sentence = _(
                "`{name}` of a given cell is defined beside the student's code, which is given objects of it: what they say there counts"
            )
            yield sentence.format(name=name), True
        solved = pack({name: course.reference_notebook(assignment, name) for name in names}, names)
        yield _gets(_("the course's own solution"), worker.grade("reference", solved).result, full=True)
        stub = pack({source.name: given_out(course, assignment, source) for source in sources}, names)
        yield _gets(_("the stub"), worker.grade("stub", stub).result, full=False)
    by_hand = [cell_key(assignment, source.name, cell) for source in sources for cell in source.by_hand]
    if by_hand:
        most = points(sum(sum(source.by_hand.values()) for source in sources))
        yield _("a person gives {n} points: {cells}").format(n=most, cells=", ".join(by_hand)), True
    if not loads_ours(course.root):
        yield (
            _("`nbgrader autograde` is nbgrader's own until {file} ends with the line {line}").format(
                file=NBGRADER_CONFIG, line=LINE
            ),
            False,
        )


def _gets(what: str, result: Result, full: bool) -> tuple[str, bool]:
    most = sum(part.max_points for _exercise, part in result.parts)
    lost = [part.part for _exercise, part in result.parts if part.points != part.max_points]
    earned = [part.part for _exercise, part in result.parts if part.points]
    sentence = _("{what} gets {n} of the {most} points that the grader gives").format(
        what=what, n=points(result.score), most=points(most)
    )
    if result.status != GRADED:
        return f"{what}: {result.status}, {result.reason}", False
    if full:
        return sentence + (_("; it loses {cells}").format(cells=", ".join(lost)) if lost else ""), not lost
    return sentence + (_("; {cells} must test more").format(cells=", ".join(earned)) if earned else ""), not earned


def given_out(course: Course, assignment: str, source: Source) -> bytes:
    """The bytes of a notebook as students get it, as far as its cells go."""

    made = json.loads(course.source_path(assignment, source.name).read_bytes())
    for cell in made["cells"]:
        name = cell.get("metadata", {}).get("nbgrader", {}).get("grade_id")
        if name in source.cells:
            cell["source"] = source.released_text(name)
    return json.dumps(made).encode()
