"""Read a submitted notebook as the hostile bytes it may be, and lay it out again as its source says.

Notebooks stay dicts as JSON gives them: nbformat's checks take longer than grading does.
"""

import ast
import contextlib
import errno
import functools
import json
import os
import stat
from dataclasses import dataclass
from json.encoder import encode_basestring

from grader.notebook.definitions import defined
from grader.notebook.outputs import PICTURES, picture
from grader.words import _, plain

MAX_BYTES = 10 * 2**20
MAX_CELLS = 2_000

_FRAME = {  # what a page needs to know of a notebook beside its cells
    "metadata": {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    },
    "nbformat": 4,
    "nbformat_minor": 5,
}


PLAYGROUND = {"tags": ["playground"]}


class Unreadable(Exception):
    """A submission that can't be graded; the text is one sentence for the student and the instructor."""


class Missing(Unreadable):
    """There is no such file."""


def read_file(path, below=None):
    """The bytes of a submission, never more than MAX_BYTES, and of a plain file alone: no link is followed in the part of
    its path that lies below the folder `below`, and no pipe or device is waited for. Raises Unreadable."""
    below = path.parent if below is None else below
    *folders, name = path.relative_to(below).parts
    shown = plain(path.name)
    with contextlib.ExitStack() as opened:

        def step(name, flags, place=None):
            place = os.open(name, flags | os.O_RDONLY | os.O_CLOEXEC, dir_fd=place)
            opened.callback(os.close, place)
            return place

        try:
            place = step(below, os.O_DIRECTORY)
            for folder in folders:
                place = step(folder, os.O_DIRECTORY | os.O_NOFOLLOW, place)
            place = step(name, os.O_NONBLOCK | os.O_NOFOLLOW, place)
            if not stat.S_ISREG(os.fstat(place).st_mode):
                raise Unreadable(_("{file} is not a plain file.").format(file=shown))
            with open(place, "rb", closefd=False) as file:
                data = file.read(MAX_BYTES + 1)
        except FileNotFoundError:
            raise Missing(_("{file} is not there.").format(file=shown)) from None
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.ENOTDIR, errno.ENXIO):  # a link, or a socket
                raise Unreadable(_("{file} is not a plain file.").format(file=shown)) from None
            raise Unreadable(_("{file} can't be read: {why}.").format(file=shown, why=error.strerror)) from None
    if len(data) > MAX_BYTES:
        raise Unreadable(
            _("The file is larger than {limit} MB, the most that is accepted; clear the outputs and save it again.").format(
                limit=MAX_BYTES // 2**20
            )
        )
    return data


def parse(data):
    """The notebook in `data` as a dict with a list of sound cells. Raises Unreadable."""
    try:
        notebook = json.loads(data.decode("utf-8-sig"), parse_constant=lambda name: None)
    except UnicodeDecodeError:
        raise Unreadable(_("The file is not a notebook: it isn't UTF-8 text.")) from None
    except json.JSONDecodeError as error:
        raise Unreadable(
            _("The file is not a notebook: its JSON breaks off at line {line}, column {column}.").format(
                line=error.lineno, column=error.colno
            )
        ) from None
    except (RecursionError, ValueError):
        raise Unreadable(_("The file is not a notebook: its JSON is nested too deeply or holds impossible numbers.")) from None
    if isinstance(notebook, dict) and isinstance(notebook.get("worksheets"), list):
        raise Unreadable(_("The notebook is in an old format (version 3); open it in Jupyter and save it again."))
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list) or notebook.get("nbformat") != 4:
        raise Unreadable(_("The file is JSON, but not a Jupyter notebook of format 4: it has no list of cells."))
    if len(notebook["cells"]) > MAX_CELLS:
        raise Unreadable(_("The notebook has more than {limit} cells.").format(limit=MAX_CELLS))
    return {**notebook, "cells": [_sound(cell) for cell in notebook["cells"] if isinstance(cell, dict)]}


def _sound(cell):
    """Of a cell as it was handed in, what is used of it: its text, as text that can be written; what its metadata
    claims, which `align` looks at and doesn't keep; a Markdown cell's pictures."""
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    source = source.encode("utf-8", "replace").decode() if isinstance(source, str) else ""  # half a surrogate pair
    source = source.replace("\r\n", "\n").replace("\r", "\n")  # as Python reads them, whose line numbers are told
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    kept = {"nbgrader": metadata["nbgrader"]} if isinstance(metadata.get("nbgrader"), dict) else {}
    kept |= PLAYGROUND if metadata.get("tags") == PLAYGROUND["tags"] else {}
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown", "raw") else "raw"
    pictures = _pictures(cell.get("attachments")) if kind == "markdown" else {}
    sound = {"cell_type": kind, "metadata": kept, "source": source}
    return {**sound, "attachments": pictures} if pictures else sound


def _pictures(told):
    """The pictures among a cell's attachments."""
    found = {}
    for name, bundle in told.items() if isinstance(told, dict) else ():
        for kind in PICTURES if isinstance(bundle, dict) else ():
            if data := picture(kind, bundle.get(kind)):
                found[plain(name, 200)] = {kind: data}
    return found


def grade_id(cell):
    """The cell's nbgrader id, or None."""
    told = cell["metadata"].get("nbgrader")
    name = told.get("grade_id") if isinstance(told, dict) else None
    return name if isinstance(name, str) and name else None


def role(cell):
    """What a cell of a source notebook is to nbgrader: "solution", "test", "given" or None."""
    told = cell["metadata"].get("nbgrader")
    if not isinstance(told, dict) or grade_id(cell) is None:
        return None
    if told.get("solution"):
        return "solution"
    if told.get("grade"):
        return "test"
    return "given" if told.get("locked") else None


@dataclass(frozen=True)
class Source:
    """A source notebook, read once: its cells by grade_id, in order."""

    name: str
    cells: dict  # grade_id: cell
    points: dict  # grade_id of a test cell: its points
    playgrounds: frozenset = frozenset()  # what is seen of cells that only show something: not run where they stand unchanged

    @classmethod
    def read(cls, name, data):
        notebook = parse(data)
        playgrounds = frozenset(_seen(cell["source"]) for cell in notebook["cells"] if _is_playground(cell))
        cells = {grade_id(cell): cell for cell in notebook["cells"] if role(cell)}
        points = {i: float(cell["metadata"]["nbgrader"]["points"]) for i, cell in cells.items() if role(cell) == "test"}
        return cls(name, cells, points, playgrounds)

    @property
    def given(self):
        """The texts of the code cells that the course gives."""
        return [cell["source"] for cell in self.cells.values() if role(cell) == "given" and cell["cell_type"] == "code"]

    @property
    def exercises(self):
        return [i for i, cell in self.cells.items() if role(cell) == "solution"]

    @property
    def own_ids(self):
        """The ids that no other assignment has: those of its solution and test cells."""
        return {i for i, cell in self.cells.items() if role(cell) != "given"}

    @property
    def max_score(self):
        return sum(self.points.values())

    def released_text(self, cell_id):
        """A cell's text without its hidden part."""
        return self._released[cell_id]

    @functools.cached_property
    def _released(self):
        return {cell_id: without_hidden(cell["source"]) for cell_id, cell in self.cells.items()}

    @functools.cached_property
    def definitions(self):
        """{name: "class" or "function"} of everything that the stubs define, methods included."""
        found = {}
        for name in self.exercises:
            for node in ast.walk(ast.parse(self.cells[name]["source"])):
                if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                    found[node.name] = "class" if isinstance(node, ast.ClassDef) else "function"
        return found

    def imports(self):
        """The modules that the notebook's code cells import."""
        found = set()
        for cell in self.cells.values():
            if cell["cell_type"] == "code":
                for node in ast.walk(ast.parse(cell["source"])):
                    if isinstance(node, ast.Import):
                        found.update(alias.name for alias in node.names)
                    elif isinstance(node, ast.ImportFrom) and node.module:
                        found.add(node.module)
        return sorted(found)


def without_hidden(text):
    """The text of a test cell up to its hidden part, and from its end."""
    kept, hidden = [], False
    for line in text.split("\n"):
        if line.strip() == "### BEGIN HIDDEN TESTS":
            hidden = True
        if not hidden:
            kept.append(line)
        if line.strip() == "### END HIDDEN TESTS":
            hidden = False
    return "\n".join(kept).rstrip()


def align(notebook, source, siblings=()):
    """Return (notebook, notes): the student's cells with everything that is the course's put right.

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
    notes = []
    solutions = {name: _solution(name, notebook["cells"], source, notes) for name in source.exercises if name in ids}
    cells, placed = [], set()
    for n, cell in enumerate(notebook["cells"]):
        name = grade_id(cell)
        wanted = source.cells.get(name)
        if wanted is None:
            cells.append({**cell, "metadata": PLAYGROUND} if _seen(cell["source"]) in source.playgrounds else _without_role(cell))
        elif role(wanted) == "solution":
            if n != solutions[name]:
                cells.append(_without_role(cell))
                continue
            if cell["cell_type"] != "code":
                cells.append(_without_role(cell))
                text = _("# The cell `{cell}` was turned into {type}, so that its code did not run.")
                cell = {"source": text.format(cell=name, type=_kind(cell))}
            cells.append({**wanted, "source": cell["source"]})
            placed.add(name)
        else:
            if changed := _what_changed(cell, wanted, source):
                notes.append(changed)
            if name not in placed:
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
                if kind == "test":
                    notes.append(_("The test cell `{cell}` was deleted; it was put back.").format(cell=name))
                text = source.released_text(name)
            place = next((n + 1 for n, cell in enumerate(cells) if grade_id(cell) == before), 0) if before else 0
            cells.insert(place, {**wanted, "source": text})
        before = name
    return {**_FRAME, "cells": [_fresh(cell, n) for n, cell in enumerate(cells)]}, list(dict.fromkeys(notes))


def _solution(name, cells, source, notes):
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
    names = [defined(cells[n]["source"]) for n in pieces]
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


def is_untouched(notebook, source):
    """True where all code of a parsed notebook is what the course gave out: nothing was written into it."""
    ours = {_seen(source.released_text(name)) for name in source.cells} | source.playgrounds | {""}
    return all(_seen(cell["source"]) in ours for cell in notebook["cells"] if cell["cell_type"] == "code")


def _what_changed(cell, wanted, source):
    """What was done to a test cell or a given cell, in a sentence, or None."""
    name, kind = grade_id(wanted), role(wanted)
    if cell["cell_type"] != wanted["cell_type"]:
        what = {"test": _("test cell"), "given": _("given cell")}[kind]
        return _("The {what} `{cell}` was turned into {type}; the original was used.").format(
            what=what, cell=name, type=_kind(cell)
        )
    told, ours = cell["metadata"]["nbgrader"], wanted["metadata"]["nbgrader"]
    if kind == "test" and told.get("points") != ours.get("points"):
        return _("The points in the test cell `{cell}` were changed; the course's own count.").format(cell=name)
    originals = source.released_text(name), wanted["source"]
    if cell["source"] in originals or _seen(cell["source"]) in map(_seen, originals):
        return None
    sentence = _("The cell `{cell}` was edited; the original was used.").format(cell=name)
    own = [one for one in defined(cell["source"]) if one not in defined(wanted["source"])] if cell["cell_type"] == "code" else []
    if own:
        sentence += _(" What you define there, {names}, belongs into a cell of your own.").format(
            names=_(", ").join(f"`{name}`" for name in own[:5])
        )
    return sentence


def _seen(text):
    """A text without what nobody sees: a mark at its beginning, spaces at a line's end, empty lines at its own."""
    return "\n".join(map(str.rstrip, text.removeprefix("\ufeff").rstrip().split("\n")))


def _kind(cell):
    """What a cell is, in words that Jupyter's menu has."""
    return {"markdown": _("Markdown"), "raw": _("raw text"), "code": _("code")}[cell["cell_type"]]


def _is_playground(cell):
    return cell["metadata"].get("tags") == PLAYGROUND["tags"]


def _without_role(cell):
    return {**cell, "metadata": {}}


def _fresh(cell, number):
    cell = {**cell, "id": f"cell-{number}"}
    return {**cell, "outputs": [], "execution_count": None} if cell["cell_type"] == "code" else cell


def dumps(notebook):
    """The notebook as nbformat writes it, byte for byte."""
    cells = []
    for cell in notebook["cells"]:
        cell = {**cell, "source": cell["source"].splitlines(True)}
        if "outputs" in cell:
            cell["outputs"] = [_split(output) for output in cell["outputs"]]
        cells.append(cell)
    return _indented({**notebook, "cells": cells}, "\n") + "\n"


def _indented(value, line):
    """What json.dumps gives with indent=1 and sort_keys, in a quarter of the time. line: a line's end, and the next one's indent."""
    if value and isinstance(value, dict):
        inner = line + " "
        pairs = [f"{encode_basestring(key)}: {_indented(held, inner)}" for key, held in sorted(value.items())]
        return f"{{{inner}{f',{inner}'.join(pairs)}{line}}}"
    if value and isinstance(value, list):
        inner = line + " "
        return f"[{inner}{f',{inner}'.join([encode_basestring(held) if type(held) is str else _indented(held, inner) for held in value])}{line}]"
    return encode_basestring(value) if isinstance(value, str) else json.dumps(value)


def _split(output):
    if "text" in output:
        return {**output, "text": output["text"].splitlines(True)}
    if "data" in output:
        split = {mime: text.splitlines(True) if mime.startswith("text/") else text for mime, text in output["data"].items()}
        return {**output, "data": split}
    return output


def code_to_run(notebook):
    """(number of the cell, its text) for each cell that grading runs: code that is neither a test nor the course's own show."""
    return [
        (n, cell["source"])
        for n, cell in enumerate(notebook["cells"])
        if cell["cell_type"] == "code" and role(cell) != "test" and not _is_playground(cell)
    ]


def cell_label(notebook, number):
    """How a cell is called towards its author."""
    cell = notebook["cells"][number] if 0 <= number < len(notebook["cells"]) else None
    if cell is None:
        return _("a cell")
    if cell["cell_type"] != "code":
        return _("a Markdown cell") if cell["cell_type"] == "markdown" else _("a raw cell")
    name = grade_id(cell) if role(cell) else None
    code_cells = sum(c["cell_type"] == "code" for c in notebook["cells"][: number + 1])
    return f"`{name}`" if name else _("code cell {n}").format(n=code_cells)


def clean_line(source, line):
    """One line of a cell's text, for quoting."""
    lines = source.split("\n")
    return plain(lines[line - 1].strip(), 160) if line and 0 < line <= len(lines) else ""
