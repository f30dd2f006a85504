"""The page that students begin with: release/README.md, and the same as a notebook."""

import json
import re
from pathlib import Path

from grader import files
from grader.course.folder import Course
from grader.words import _

MAP = "<!-- map -->"  # stands in source/README.md for the table of the assignments


def write(course: Course) -> list[Path]:
    """Bring both up to date, where the course has a source/README.md; returns the paths that changed."""
    source, folder = course.root / "source" / "README.md", course.root / "release"
    if not source.is_file():
        return []
    text = source.read_text("utf-8").replace(MAP, table(course))
    made = {folder / "README.md": text, folder / "start.ipynb": _notebook(text.replace("/README.md)", ".ipynb)"))}
    changed = [path for path, content in made.items() if not path.is_file() or path.read_text("utf-8") != content]
    for path in changed:
        files.write(path, made[path])
    return changed


def table(course: Course) -> str:
    """The assignments that there are, in order: what one writes, what builds on what, and the minutes, as their READMEs say it."""
    rows = [_("| assignment | what you do | you need | minutes |"), "| --- | --- | --- | --- |"]
    for name in sorted(course.assignments(), key=lambda one: [int(n) for n in re.findall(r"\d+", one)[:1]] or [0]):
        path = course.root / "source" / name / "README.md"
        text = path.read_text("utf-8") if path.is_file() else ""
        title = re.search(r"^# (.*)$", text, re.M)
        does = re.search(r"^# .*\n\n(.+)$", text, re.M)
        minutes, needs = re.search(r"[Aa]bout (\d+) minutes", text), re.search(r"You need (.*?)\.(?: |$)", text, re.M)
        cells = [one[1].replace("|", "/") if one else "" for one in (does, needs, minutes)]
        rows.append(f"| [{title[1] if title else name}]({name}/README.md) | {cells[0]} | {cells[1]} | {cells[2]} |")
    return "\n".join(rows)


def _notebook(text):
    """A notebook of one Markdown cell; links to an assignment's folder lead to its notebook."""
    text = re.sub(r"\]\((\w+)\.ipynb\)", r"](\1/\1.ipynb)", text)
    cell = {"cell_type": "markdown", "id": "start", "metadata": {}, "source": text.splitlines(True)}
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    fields = {
        "cells": [cell],
        "metadata": {"kernelspec": kernel, "language_info": {"name": "python"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(fields, indent=1, ensure_ascii=False) + "\n"
