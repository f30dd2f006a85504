"""The zip that Gradescope asks for: one assignment, this grader, and two scripts that Gradescope runs."""

import io
import zipfile
from pathlib import Path

from grader import files
from grader.course.folder import ENGINE, Course, CourseError
from grader.words import _

SCRIPTS = ENGINE / "integrations" / "templates"


def autograder(course: Course, assignment: str, to: Path | None = None) -> Path:
    """Write the zip, by default to reports/, and return its path. It holds solutions, hidden tests and the course's secret:
    it is for Gradescope alone. Raises CourseError."""
    course.source(assignment)
    project = ENGINE.parent
    if not (project / "pyproject.toml").is_file():
        raise CourseError(_("The zip is made from the grader's own repository, and {folder} is none.").format(folder=project))
    held = [(course.root, course.root / name) for name in ("course_config.py", "nbgrader_config.py")]
    held += [(project, project / name) for name in ("pyproject.toml", "constraints.txt")]
    held += [(course.root, course.solution_path(assignment))]
    for folder in ("source", "release"):
        held += [(course.root, path) for path in (course.root / folder / assignment).rglob("*")]
    held += [(course.root, path) for path in course.content(assignment).rglob("*")]
    held += [(project, path) for path in ENGINE.rglob("*") if ENGINE / "assignments" not in path.parents]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as zipped:
        for name in ("setup.sh", "run_autograder"):
            _put(zipped, name, (SCRIPTS / name).read_text("utf-8").replace("ASSIGNMENT", assignment).encode(), 0o755)
        _put(zipped, "course/.grader/secret", course.secret(), 0o600)  # every regrade draws the same probes
        for top, path in sorted(held):
            if path.is_file() and "__pycache__" not in path.parts:
                _put(zipped, f"course/{path.relative_to(top)}", path.read_bytes(), 0o644)
    to = to or course.root / "reports" / f"{assignment}-autograder.zip"
    files.write(to, packed.getvalue(), mode=0o600)
    return to


def _put(zipped, name, data, mode):
    entry = zipfile.ZipInfo(name)  # of 1980, so that the same files make the same zip
    entry.external_attr = (0o100000 | mode) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    zipped.writestr(entry, data)
