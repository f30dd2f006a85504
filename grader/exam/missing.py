"""Why a name is not there: the cell that would define it stopped, is text, comes later, or calls it something else."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from grader.exam.remote_error import Ran, RemoteError
from grader.notebook import definitions
from grader.notebook.cells import Notebook, cell_label, clean_line, code_to_run, role
from grader.words import _

DEEPEST = 3  # cells that stopped, each because of another, which one sentence names


@dataclass(frozen=True)
class Why:
    """because: what follows "is not defined", from its comma on, or ""; lines: (cell, line) that it names; stopped: whether a
    cell ran out of time or its process died; other: in want of a reason, a name that is defined and almost the same."""

    because: str = ""
    lines: tuple = ()
    stopped: bool = False
    other: str = ""

    @property
    def rest(self) -> str:
        """What follows "is not defined"."""
        return self.because or (_(", but `{other}` is").format(other=self.other) if self.other else "")


def outline(notebook: Notebook) -> definitions.Outline:
    return definitions.outline(notebook, lambda cell: role(cell) == "test")


def why(
    name: str,
    notebook: Notebook,
    cells: Mapping[int, Ran],
    stopped: Mapping[int, str],
    said: Callable[[RemoteError], str],
    depth: int = 0,
) -> Why:
    """Why nothing is called `name`, as far as the notebook tells.

    cells: {number of a cell that ran: what its run left}; stopped: numbers of the cells that are left out; said(error): an
    exception in words that may be said."""
    names, runs = outline(notebook).names, dict(code_to_run(notebook))
    homes = {number: found[name] for number, found in enumerate(names) if name in found}
    for number, line in homes.items():
        if (
            number in runs
            and number in cells
            and (error := cells[number].error)
            and _comes_after(error, line, notebook["cells"][number]["source"])
        ):
            found = _of_stopped(number, error, notebook, number in stopped, said)
            missing = name_in(error) if depth < DEEPEST else ""
            further = why(missing, notebook, cells, stopped, said, depth + 1) if missing not in ("", name) else Why()
            return Why(found.because + further.because, found.lines + further.lines, found.stopped or further.stopped)
    for number, line in homes.items():
        label, code = cell_label(notebook, number), clean_line(notebook["cells"][number]["source"], line)
        if notebook["cells"][number]["cell_type"] != "code":
            return Why(
                _(", because what defines it stands in {cell} (`{code}`), and text is not run").format(cell=label, code=code)
            )
        if number not in runs and number not in cells:
            return Why(_(", because it is defined in {cell}, which is not run when a notebook is graded").format(cell=label))
        if number not in cells:
            return Why(_(", because it is defined only after the tests, in {cell}").format(cell=label), ((number, line),))
    for number in stopped:
        found = _of_stopped(number, cells[number].error or RemoteError(), notebook, True, said)
        return Why(_(", and") + found.because.removeprefix(_(", because")), found.lines, True)
    for number, source in runs.items():
        if (magic := definitions.cell_magic(source)) and re.search(rf"\b{re.escape(name)}\b", source):
            label = cell_label(notebook, number)
            return Why(_(", because {cell} begins with `{magic}`: that is no Python").format(cell=label, magic=magic[:60]))
    other = near(name, [one for number in runs if number in cells for one in names[number]])
    return Why(other=other)


def near(name: str, candidates: Iterable[str]) -> str:
    """One of some names that is spelled almost like `name`, or ""."""
    plain = lambda text: text.replace("_", "").lower()
    candidates = [one for one in candidates if one != name]
    same = [one for one in candidates if plain(one) == plain(name)]
    close = difflib.get_close_matches(name, candidates[:500], 1, cutoff=0.8) if len(name) > 3 and not same else []
    return (same or close or [""])[0]


def name_in(error: RemoteError) -> str:
    """The name that a NameError says is not defined, or ""."""
    found = re.fullmatch(r"name '(\w+)' is not defined", error.message) if error.type == "NameError" else None
    return found[1] if found else ""


def _comes_after(error, line, source):
    """Whether a line of a cell is not done where its error stopped it; where that was is not known if a function raised it."""
    stopped_at = error.line_in(source)
    return error.function != "<module>" or not stopped_at or line >= stopped_at


def _of_stopped(number, error, notebook, is_left_out, said):
    """The Why of a cell that stopped."""
    label, line = cell_label(notebook, number), error.line_in(notebook["cells"][number]["source"])
    if is_left_out and error.type == _("Stopped"):
        return Why(_(", because {cell} did not run through: {error}").format(cell=label, error=error.message), (), True)
    place = error.cell if line else None
    place = number if line and place is None else place
    place = place if place is not None and 0 <= place < len(notebook["cells"]) else None
    source = notebook["cells"][place]["source"] if place is not None else ""
    code = clean_line(source, line)
    if error.type in ("SyntaxError", "IndentationError", "TabError"):
        text = _(", because {cell} can't be read{at}, so that none of it ran: {error}")
    else:
        text = _(", because {cell} stopped{at}: {error}")
    at = ""
    if place == number:
        at = _(" at line {line}, `{code}`").format(line=line, code=code)
    elif place is not None:
        at = _(" in line {line} of {other}, `{code}`").format(line=line, other=cell_label(notebook, place), code=code)
    lines = ((place, line),) if place is not None else ()
    return Why(text.format(cell=label, at=at, error=said(error)), lines, is_left_out)
