"""A submitted notebook, read as the hostile bytes it may be."""

import contextlib
import errno
import json
import os
import stat
from pathlib import Path

from grader.notebook.cells import HAND_IN, PLAYGROUND, Notebook
from grader.notebook.outputs import PICTURES, picture
from grader.words import _, plain

MAX_BYTES = 10 * 2**20
MAX_CELLS = 2_000


class Unreadable(Exception):
    """A submission that can't be graded; the text is one sentence for the student and the instructor."""


class Missing(Unreadable):
    """There is no such file."""


def read_file(path: Path, below: Path | None = None) -> bytes:
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


def parse(data: bytes) -> Notebook:
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
    source = source.replace("\r\n", "\n").replace("\r", "\n")  # as Python reads them, whose line numbers are given
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    kept = {"nbgrader": metadata["nbgrader"]} if isinstance(metadata.get("nbgrader"), dict) else {}
    kept |= next((known for known in (PLAYGROUND, HAND_IN) if metadata.get("tags") == known["tags"]), {})
    kind = cell.get("cell_type")
    kind = kind if kind in ("code", "markdown", "raw") else "raw"
    pictures = _pictures(cell.get("attachments")) if kind == "markdown" else {}
    sound = {"cell_type": kind, "metadata": kept, "source": source}
    return {**sound, "attachments": pictures} if pictures else sound


def _pictures(attachments):
    """The pictures among a cell's attachments."""
    found = {}
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        for kind in PICTURES if isinstance(bundle, dict) else ():
            if data := picture(kind, bundle.get(kind)):
                found[plain(name, 200)] = {kind: data}
    return found
