"""What a student reads of an exception, of a name that is missing, and of a limit that was reached."""

import re
import sys
from collections.abc import Callable, Iterable, Mapping

from grader.exam import clues, missing, operations, quotable
from grader.exam.outcomes import Raised
from grader.exam.remote_error import Ran, RemoteError
from grader.notebook.cells import Notebook, cell_label
from grader.notebook.definitions import Outline
from grader.sandbox.confine import OPEN_FILES
from grader.sandbox.limits import Limits
from grader.words import _, plain

# How an exception tells of a limit: (in its type or message, the limit).
LIMITS_TOLD = (
    ("MemoryError", "memory"),
    ("can't start new thread", "threads"),
    ("[Errno 24]", "open_files"),  # EMFILE
    ("[Errno 27]", "files"),  # EFBIG: one file over the limit
    ("[Errno 28]", "files"),  # ENOSPC: all of them
)
OF_SHAPES = re.compile("shape|dimension|ax[ei]s|broadcast|aligned|matmul|size")  # in a ValueError whose arrays are worth a look


def raised(
    error: RemoteError, name: str, notebook: Notebook | None, limits: Limits, why: Callable[[str], missing.Why] | None = None
) -> Raised:
    """The Raised for an exception that the student's code raised, as `sandbox.objects.describe` tells it.

    why(name): a `missing.Why` of a name that the code misses."""
    where, more, place = "", "", None
    shapes: tuple[tuple, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    cell = error.cell if notebook and error.cell is not None and error.cell < len(notebook["cells"]) else None
    if notebook and cell is not None and (line := error.line_in(notebook["cells"][cell]["source"])):
        place = clues.Place(notebook, cell, line)
        where = _(" Line {line} of {cell}: `{code}`.").format(line=line, cell=cell_label(notebook, cell), code=place.code)
        lines = ((cell, line),)
    kind, message = _of_exception(error)
    because = why(missed) if why and (missed := missing.name_in(error)) else missing.Why()
    if notebook and not because.because:
        try:
            shapes, more = _more(error, place or clues.Place(notebook), name, message)
        except Exception as own:  # of ours, about code of any kind: that costs no mark
            print(f"no more is said of {error.type!r}: {type(own).__name__}", file=sys.stderr)
    if more and (message.startswith("matmul: ") or any(len(one) > 2 for one in shapes)):
        message = _("shapes that don't fit")  # which `more` says in plainer words than NumPy
    return Raised(
        _("{name} raised {error}{message}{because}.{where}").format(
            name=f"`{name}`" if name else _("Your code"),
            error=kind,
            message=f": {message}" if message else "",
            because=because.because,
            where=where,
        )
        + more,
        (limit := limit_sentence(limits, limit_of(error))) and limit[0].upper() + limit[1:] + ".",
        shapes=shapes,
        lines=lines + because.lines,
    )


def _more(error, place, name, message):
    """(the shapes that are worth drawing, a sentence or two) that can be said of an exception beside its message."""
    if more := clues.of(error, place):
        return (), more
    if name and place.number is None and "not callable" in error.message:
        return (), clues.of_taken(place.notebook, name)
    if error.type != "ValueError" or not OF_SHAPES.search(message):
        return (), ""
    arrays = _sayable(error.shapes)
    operation = operations.find(place.statements, arrays, error.message)
    if operation:
        return operation.shapes, operations.sentence(operation, arrays)
    shapes = _operands(place.code, arrays)
    return shapes, _(" There {shapes}.").format(shapes=operations.listed(shapes)) if shapes else ""


def why_missing(
    name: str, notebook: Notebook, cells: Mapping[int, Ran], stopped: Mapping[int, str], limits: Limits
) -> missing.Why:
    """The `missing.Why` of a name. cells: {number: what its run left}; stopped: {number of a cell that is left out: why}."""

    def said(error):
        limit = limit_sentence(limits, limit_of(error))
        return ": ".join(filter(None, _of_exception(error))) + (f"; {limit}" if limit else "")

    return missing.why(name, notebook, cells, stopped, said)


def _of_exception(error):
    """(the type of an exception, its message or ""), as far as they may be said: see `quotable`."""
    source = quotable.source()
    name = plain(source.exception_name(error.type), 60) or _("an exception")
    return name, plain(source.message(error.message), 300).rstrip(".")


def no_attribute(thing: str, name: str, notebook: Notebook | None, asked: Iterable[str] = ()) -> str:
    """That an object of the student's, called `thing`, has no attribute; with one that is spelled almost like it, or the only method
    that nobody asked for, if there is one. asked: what the stubs define."""
    kind = thing.removesuffix("()")
    outline = missing.outline(notebook) if notebook else Outline()
    members = outline.members.get(kind, set())
    methods = {one for one in members & (outline.silent | outline.returning) if not one.startswith("__")}
    renamed = [one for one in methods if one not in asked or one.startswith(name)]
    other = missing.near(name, sorted(members)) or (renamed[0] if len(renamed) == 1 else "")
    if other:
        return _("not run: `{thing}` has no `{name}`, but `{other}`.").format(thing=thing, name=name, other=other)
    return _("not run: `{thing}` has no `{name}`.").format(thing=thing, name=name)


def limit_of(error: RemoteError) -> str:
    """The limit that an exception of the student's tells of, or ""."""
    text = f"{plain(error.type, 60)}: {plain(error.message, 300)}"
    return next((limit for sign, limit in LIMITS_TOLD if sign in text), "")


def limit_sentence(limits: Limits, name: str) -> str:
    """Which limit of the course's was exceeded: the name of a Limits' field."""
    return {
        "cpu_seconds": _("it used more than {n:g} s of processor time, the limit").format(n=limits.cpu_seconds),
        "memory": _("it asked for more than {n:g} MB of memory, the limit").format(n=limits.memory / 2**20),
        "threads": _("it started more than {n} threads, the limit").format(n=limits.threads),
        "open_files": _("it opened more than {n} files at once, the limit").format(n=OPEN_FILES),
        "files": _("it wrote more than {n:g} MB of files, the limit").format(n=limits.files / 2**20),
    }.get(name, "")


def _sayable(shapes):
    """Those of some arrays' shapes that may be said."""
    fits = lambda shape: len(shape) <= quotable.MOST_AXES and max(shape, default=0) <= quotable.LARGEST_SIZE
    return {name: shape for name, shape in shapes.items() if fits(shape)}


def _operands(code, arrays):
    """(name, its shape) of the arrays that a line of code names, in the line's order; of `name.T` the shape turned round."""
    found = {}
    for name in re.findall(r"(?<![\w.])[A-Za-z_]\w*(?:\.\w+)*", code.partition("=")[2] or code):
        if (shape := arrays.get(name.removesuffix(".T"))) is not None:
            found[name] = shape[::-1] if name.endswith(".T") else shape
    return tuple(found.items())[: quotable.MOST_SHAPES]
