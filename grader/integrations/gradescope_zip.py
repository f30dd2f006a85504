"""The zip that Gradescope asks for: one assignment, this grader, and two scripts that Gradescope runs."""

import io
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

from grader import files
from grader.classroom import signatures
from grader.course.folder import ENGINE, Course, CourseError
from grader.course.settings import CONFIG, NBGRADER_CONFIG
from grader.words import _

SCRIPTS = ENGINE / "integrations" / "templates"
DISTRIBUTION = "backprop-grader"


def autograder(course: Course, assignment: str, to: Path | None = None) -> Path:
    """Write the zip, by default to reports/, and return its path. It holds solutions, hidden tests and the course's secret:
    it is for Gradescope alone. Raises CourseError."""
    course.source(assignment)
    held = [course.root / CONFIG, course.root / NBGRADER_CONFIG, course.solution_path(assignment)]
    for folder in (course.root / "source" / assignment, course.root / "release" / assignment, course.content(assignment)):
        held += folder.rglob("*")
    held += [course.root / path for path in signatures.paths(course, assignment)]
    engine = [path for path in ENGINE.rglob("*") if ENGINE / "assignments" not in path.parents]
    requirements = "".join(f"{name}=={version}\n" for name, version in sorted(_needed(DISTRIBUTION).items()))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        for name in ("setup.sh", "run_autograder"):
            _put(zipped, name, _script(name, assignment, course.notebooks(assignment)).encode(), 0o755)
        _put(zipped, "course/.grader/secret", course.secret(), 0o600)  # every regrade draws the same probes
        _put(zipped, "requirements.txt", requirements.encode(), 0o644)
        for place, top, paths in (("course", course.root, held), ("engine", ENGINE.parent, engine)):
            for path in sorted(paths):
                if path.is_file() and "__pycache__" not in path.parts:
                    _put(zipped, f"{place}/{path.relative_to(top)}", path.read_bytes(), 0o644)
    to = to or course.root / "reports" / f"{assignment}-autograder.zip"
    files.write(to, packed.getvalue(), mode=0o600)
    return to


def _script(name: str, assignment: str, notebooks: list[str]) -> str:
    text = (SCRIPTS / name).read_text("utf-8").replace("one notebook, ASSIGNMENT.ipynb", _wanted(notebooks))
    return text.replace("-ne 1 ]", f"-ne {len(notebooks)} ]").replace("ASSIGNMENT", assignment)


def _wanted(notebooks):
    files = ", ".join(f"{name}.ipynb" for name in notebooks)
    return f"one notebook, {files}" if len(notebooks) == 1 else f"{len(notebooks)} notebooks, {files}"


def _needed(name: str) -> dict[str, str]:
    """{distribution: its version here} of all that the distribution `name` needs. Raises CourseError where it isn't installed."""
    found: dict[str, str] = {}
    try:
        waiting = [*_required(name, ())]
        while waiting:
            wanted = waiting.pop()
            if wanted.name.lower() not in found:
                found[wanted.name.lower()] = metadata.version(wanted.name)
                waiting += _required(wanted.name, wanted.extras)
    except metadata.PackageNotFoundError as error:
        raise CourseError(
            _("{name} is not installed here as pip installs it, so that what it needs is not known.").format(name=error.name)
        ) from None
    return found


def _required(name: str, extras: set[str] | tuple[()]) -> Iterator[Requirement]:
    for line in metadata.requires(name) or ():
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": extra}) for extra in (*extras, "")):
            yield wanted


def _put(zipped, name, data, mode):
    entry = zipfile.ZipInfo(name)  # of 1980, so that the same files make the same zip
    entry.external_attr = (0o100000 | mode) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    zipped.writestr(entry, data)
