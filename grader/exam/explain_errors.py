"""What a student reads of an exception, of a name that is missing, and of a limit that was reached."""

import re

from grader.exam import quotable
from grader.exam.outcomes import Raised
from grader.notebook import outputs as shown
from grader.notebook import read as nb
from grader.sandbox.confine import OPEN_FILES
from grader.words import _, plain

# How an exception tells of a limit: (in its type or message, the limit).
LIMITS_TOLD = (
    ("MemoryError", "memory"),
    ("can't start new thread", "threads"),
    ("[Errno 24]", "open_files"),  # EMFILE
    ("[Errno 27]", "files"),  # EFBIG: one file over the limit
    ("[Errno 28]", "files"),  # ENOSPC: all of them
)


def raised(told, name, notebook, limits):
    """The Raised for an exception that the student's code raised, as `sandbox.objects.describe` tells it."""
    told = told if isinstance(told, dict) else {}
    where, shapes, lines = "", (), ()
    cell = told.get("cell")
    source = notebook["cells"][cell]["source"] if type(cell) is int and 0 <= cell < len(notebook["cells"]) else ""
    if source and (line := shown.line_of(told, source)):
        quoted = nb.clean_line(source, line)
        where = _(" Line {line} of {cell}: `{code}`").format(line=line, cell=nb.cell_label(notebook, cell), code=quoted)
        shapes = _operands(quoted, told.get("shapes"))
        lines = ((cell, line),)
    error, message = _of_exception(told)
    if shapes and message.startswith("matmul: "):
        message = _("shapes that don't fit")  # NumPy names the sizes in a way of its own
    return Raised(
        _("{name} raised {error}{message}.{where}").format(
            name=f"`{name}`" if name else _("Your code"), error=error, message=f": {message}" if message else "", where=where
        )
        + _said_of(shapes),
        (limit := limit_sentence(limits, limit_of(told))) and limit[0].upper() + limit[1:] + ".",
        shapes=shapes,
        lines=lines,
    )


def why_missing(name, notebook, cells, stopped, limits):
    """(why a name is missing, as far as a cell's failure explains it; NotRun's lines and stopped).

    cells: {number: what its run left}; stopped: numbers of the cells that are left out."""
    for number, source in nb.code_to_run(notebook):
        error = cells.get(number, {}).get("error")
        if error and (name in source or number in stopped):
            limit = limit_sentence(limits, limit_of(error))
            ours = error["message"] == stopped.get(number)  # the process ended, and said nothing itself
            said = (error["type"], error["message"]) if ours else _of_exception(error)
            told = ": ".join(filter(None, said)) + (f"; {limit}" if limit else "")
            line = error["line"]
            at = _(", line {line}").format(line=line) if line else ""
            why = _(", because {cell} did not run through ({told}{at})").format(
                cell=nb.cell_label(notebook, number), told=told, at=at
            )
            return why, {"lines": ((number, line),) if at else (), "stopped": number in stopped}
    return "", {}


def _of_exception(told):
    """(the type of an exception, its message or ""), as far as they may be said: see `quotable`."""
    source = quotable.source()
    name = plain(source.exception_name(told.get("type")), 60) or _("an exception")
    return name, plain(source.message(told.get("message")), 300).rstrip(".")


def limit_of(told):
    """The limit that an exception of the student's tells of, or ""."""
    text = f"{plain(told.get('type'), 60)}: {plain(told.get('message'), 300)}"
    return next((limit for sign, limit in LIMITS_TOLD if sign in text), "")


def limit_sentence(limits, name):
    """Which limit of the course's was exceeded: the name of a Limits' field."""
    return {
        "cpu_seconds": _("it used more than {n:g} s of processor time, the limit").format(n=limits.cpu_seconds),
        "memory": _("it asked for more than {n:g} MB of memory, the limit").format(n=limits.memory / 2**20),
        "threads": _("it started more than {n} threads, the limit").format(n=limits.threads),
        "open_files": _("it opened more than {n} files at once, the limit").format(n=OPEN_FILES),
        "files": _("it wrote more than {n:g} MB of files, the limit").format(n=limits.files / 2**20),
    }.get(name, "")


def _operands(code, told):
    """(name, its shape) of the arrays that a line of code names, in the line's order; of `name.T` the shape turned round."""
    told, found = told if isinstance(told, dict) else {}, {}
    for name in re.findall(r"(?<![\w.])[A-Za-z_]\w*(?:\.\w+)*", code.partition("=")[2] or code):
        array = name.removesuffix(".T")
        shape = told.get(array)
        if isinstance(shape, list) and len(shape) <= quotable.MOST_AXES and all(_is_size(n) for n in shape):
            found[name] = tuple(shape if name == array else reversed(shape))
    return tuple(found.items())[: quotable.MOST_SHAPES]


def _is_size(n):
    return type(n) is int and 0 <= n <= quotable.LARGEST_SIZE


def _said_of(shapes):
    if not shapes:
        return ""
    told = [_("`{name}` has shape {shape}").format(name=name, shape=shape) for name, shape in shapes]
    return _(" There {shapes}.").format(shapes=_(", ").join(told))
