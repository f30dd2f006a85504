"""source/ to release/, by nbgrader: the stubs as they stand, without a word of what is hidden."""

import logging
import shutil
import tempfile
from pathlib import Path

from grader import files
from grader.course.folder import Course, CourseError
from grader.integrations import leaks, start_page
from grader.integrations.nbgrader_preprocessors import notation
from grader.notebook.cells import is_to_be_made
from grader.words import _

CLEARS = "grader.integrations.nbgrader_preprocessors.ClearMarkedSolutions"


def build(course: Course, assignment: str, folder: Path) -> None:
    """Make the assignment's release in `folder`, which must not exist yet. Raises CourseError."""
    from nbgrader.apps import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    from grader.classroom.gradebook import create

    for source in course.sources(assignment):
        if to_be_made := [name for name in source.points if is_to_be_made(source.cells[name]["source"])]:
            raise CourseError(
                _(
                    "{name} is not released: {cells} holds AUTOTEST, tests that nbgrader would make from the solution's answers and "
                    "the grader doesn't; write asserts in their place."
                ).format(name=assignment, cells=", ".join(to_be_made))
            )
    with tempfile.TemporaryDirectory() as scratch:
        shutil.copytree(course.root / "source" / assignment, Path(scratch, "source", assignment))
        create(Path(scratch, course.database.name))
        config = course.config.copy()
        config.CourseDirectory.root = scratch
        for place in ("header", "footer"):
            if path := config.get("IncludeHeaderFooter", {}).get(place):
                config.IncludeHeaderFooter[place] = str(course.root / path)
        if not course.clearing.whole and "preprocessors" in config.get("GenerateAssignment", {}):
            steps = [step for step in config.GenerateAssignment.preprocessors if step != CLEARS]
            config.GenerateAssignment.preprocessors = [CLEARS, *steps]
        logging.getLogger("traitlets").setLevel(logging.ERROR)
        done = NbGraderAPI(CourseDirectory(config=config), config=config).generate_assignment(assignment)
        if not done["success"]:
            why = (done["error"] or done["log"] or "").strip().split("\n")[-1]
            raise CourseError(_("nbgrader could not release {name}: {why}").format(name=assignment, why=why))
        built = Path(scratch, "release", assignment)
        if leak := leaks.find(course, assignment, built):
            raise CourseError(_("{name} is not released: {why}").format(name=assignment, why=leak))
        for name, data in notation(course.root).items():
            files.write(built / name, data)
        shutil.copytree(built, folder)


def release(course: Course, assignment: str) -> list[Path]:
    """Bring release/<assignment>/ up to date, and the start page beside it; returns the paths that changed."""
    target = course.root / "release" / assignment
    with tempfile.TemporaryDirectory() as scratch:
        built = Path(scratch, assignment)
        build(course, assignment, built)
        changed = differences(built, target)
        for name in changed:
            if (built / name).is_file():
                files.write(target / name, (built / name).read_bytes())
            else:
                (target / name).unlink()
    return [target / name for name in changed] + start_page.write(course)


def differences(built: Path, target: Path) -> list[Path]:
    """The relative paths of files that are in one folder only, or differ."""
    names = {path.relative_to(top) for top in (built, target) for path in top.rglob("*") if path.is_file()}
    return sorted(name for name in names if _bytes(built / name) != _bytes(target / name))


def _bytes(path):
    return path.read_bytes() if path.is_file() else None
