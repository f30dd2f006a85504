"""A submission laid out as its source says: what is the course's is the course's again."""

from collections.abc import Iterable

from grader.notebook.cells import HAND_IN, PLAYGROUND, Cell, Notebook, grade_id, is_hand_in, role, visible, without_role
from grader.notebook.definitions import defined
from grader.notebook.read import Unreadable
from grader.notebook.source import Source
from grader.words import _

# What a page needs to know of a notebook beside its cells.
_FRAME = {
    "metadata": {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    },
    "nbformat": 4,
    "nbformat_minor": 5,
}


def align(notebook: Notebook, source: Source, siblings: Iterable[Source] = ()) -> tuple[Notebook, list[str]]:
    """Returns (notebook, notes): the student's cells with everything that is the course's put right.

    Test cells and given cells come from `source`, whatever the submission did to them; of a solution cell that is
    there more than once the last one before its tests keeps its place, and the others are cells like any; a missing one
    leaves an empty cell. Each thing put right gives one sentence.
    siblings: the course's other Sources, to name the assignment that a stray notebook belongs to. Raises Unreadable.
    """
    ids = {grade_id(cell) for cell in notebook["cells"]}
    if not ids & source.own_ids:
        for other in siblings:
            if ids & other.own_ids:
                raise Unreadable(
                    _("This is the notebook of {other}; the one handed in here must be {wanted}.").format(
                        other=other.name, wanted=source.name
                    )
                )
        if not any(cell["cell_type"] == "code" for cell in notebook["cells"]):
            raise Unreadable(_("The notebook has no code cells; hand in {wanted}.").format(wanted=source.name))
    notes: list[str] = []
    solutions = {name: _solution(name, notebook["cells"], source, notes) for name in source.exercises if name in ids}
    cells, placed = [], set()
    last = {grade_id(cell): n for n, cell in enumerate(notebook["cells"])}  # of a test cell that is there twice, where it stands
    for n, cell in enumerate(notebook["cells"]):
        name = grade_id(cell)
        wanted = source.cells.get(name)
        if wanted is None:
            if visible(cell["source"]) in source.playgrounds:
                cells.append({**cell, "metadata": PLAYGROUND})
            else:
                cells.append({**cell, "metadata": HAND_IN} if is_hand_in(cell) else without_role(cell))
        elif role(wanted) == "manual":
            if name not in placed and n == last[name]:
                cells.append({**wanted, "source": cell["source"]})
                placed.add(name)
            else:
                cells.append(without_role(cell))
        elif role(wanted) == "solution":
            if n != solutions[name]:
                cells.append(without_role(cell))
                continue
            if cell["cell_type"] != "code":
                cells.append(without_role(cell))
                text = _("# The cell `{cell}` was turned into {type}, so that its code did not run.")
                cell = {"source": text.format(cell=name, type=_kind(cell))}
            cells.append({**wanted, "source": cell["source"]})
            placed.add(name)
        else:
            if changed := _what_changed(cell, wanted, source):
                notes.append(changed)
            if name not in placed and (role(wanted) != "test" or n == last[name]):
                cells.append({**wanted, "source": source.released_text(name)})
                placed.add(name)
    before = None
    for name, wanted in source.cells.items():
        if name not in placed:
            kind = role(wanted)
            if kind == "solution":
                notes.append(
                    _("The solution cell `{cell}` is missing; what it should define was looked for in the other cells.").format(
                        cell=name
                    )
                )
                text = _("# There was no cell `{cell}` in the submission.").format(cell=name)
            else:
                if kind == "manual":
                    notes.append(_("The cell `{cell}`, which a person marks, is missing.").format(cell=name))
                if kind == "test":
                    notes.append(_("The test cell `{cell}` was deleted; it was put back.").format(cell=name))
                text = source.released_text(name)
            place = next((n + 1 for n, cell in enumerate(cells) if grade_id(cell) == before), 0) if before else 0
            cells.insert(place, {**wanted, "source": text})
        before = name
    return {**_FRAME, "cells": [_fresh(cell, n) for n, cell in enumerate(cells)]}, list(dict.fromkeys(notes))


def _solution(name: str, cells: list[Cell], source: Source, notes: list[str]) -> int:
    """The number of the cell that is the solution cell `name`: the last code cell of that id before its tests; a sentence to
    `notes` where that has to be known."""
    copies = [n for n, cell in enumerate(cells) if grade_id(cell) == name]
    code = [n for n in copies if cells[n]["cell_type"] == "code"]
    if not code:
        notes.append(
            _(
                "The solution cell `{cell}` was turned into {type}, which is not run. Select it in Jupyter, "
                "press Esc and then Y, and it is code again."
            ).format(cell=name, type=_kind(cells[copies[0]]))
        )
        return copies[0]
    is_test = lambda cell: grade_id(cell) in source.points
    end = next((n for n in range(code[0], len(cells)) if is_test(cells[n])), len(cells))
    pieces, late = [n for n in code if n < end], [n for n in code if n > end]
    names = [defined(cells[n]["source"]) for n in pieces] if len(pieces) > 1 else []
    twice = dict.fromkeys(name for n, found in enumerate(names) for name in found if any(name in other for other in names[:n]))
    if twice:
        notes.append(
            _("The cell `{cell}` is there more than once, and {names} is defined more than once: the last one counts.").format(
                cell=name, names=_(", ").join(f"`{name}`" for name in list(twice)[:5])
            )
        )
    if late:
        notes.append(
            _("The cell `{cell}` is there more than once: the one before its tests counts, not one that comes after.").format(
                cell=name
            )
        )
    return pieces[-1]


def is_untouched(notebook: Notebook, source: Source) -> bool:
    """True where all code of a parsed notebook is what the course gave out: nothing was written into it."""
    ours = {visible(source.released_text(name)) for name in source.cells} | source.playgrounds | {""}
    code = (cell for cell in notebook["cells"] if cell["cell_type"] == "code" and not is_hand_in(cell))
    return all(visible(cell["source"]) in ours for cell in code)


def _what_changed(cell: Cell, wanted: Cell, source: Source) -> str | None:
    """What was done to a test cell or a given cell, in a sentence, or None."""
    name, kind = grade_id(wanted), role(wanted) or ""
    if cell["cell_type"] != wanted["cell_type"]:
        what = {"test": _("test cell"), "given": _("given cell")}[kind]
        return _("The {what} `{cell}` was turned into {type}; the original was used.").format(
            what=what, cell=name, type=_kind(cell)
        )
    theirs, ours = cell["metadata"]["nbgrader"], wanted["metadata"]["nbgrader"]
    if kind == "test" and theirs.get("points") != ours.get("points"):
        return _("The points in the test cell `{cell}` were changed; the course's own count.").format(cell=name)
    originals = source.released_text(name), wanted["source"]
    if cell["source"] in originals or visible(cell["source"]) in map(visible, originals):
        return None
    sentence = _("The cell `{cell}` was edited; the original was used.").format(cell=name)
    own = [one for one in defined(cell["source"]) if one not in defined(wanted["source"])] if cell["cell_type"] == "code" else []
    if own:
        sentence += _(" What you define there, {names}, belongs into a cell of your own.").format(
            names=_(", ").join(f"`{name}`" for name in own[:5])
        )
    return sentence


def _kind(cell):
    """What a cell is, in words that Jupyter's menu has."""
    return {"markdown": _("Markdown"), "raw": _("raw text"), "code": _("code")}[cell["cell_type"]]


def _fresh(cell, number):
    cell = {**cell, "id": f"cell-{number}"}
    return {**cell, "outputs": [], "execution_count": None} if cell["cell_type"] == "code" else cell
