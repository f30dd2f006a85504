"""What students begin with: the map of the course, the page on notation, pictures that every Jupyter shows."""

import json
import re

from grader.integrations import start_page
from tests.repository import COURSE, ROOT

RELEASE = COURSE.root / "release"


def test_the_map_lists_every_assignment_with_its_minutes():
    """As a page and as a notebook, each with links that lead somewhere; nothing has to be brought up to date."""
    assert start_page.write(COURSE) == []
    page = (RELEASE / "README.md").read_text("utf-8")
    (cell,) = json.loads((RELEASE / "start.ipynb").read_text("utf-8"))["cells"]
    for text, end in ((page, "README.md"), ("".join(cell["source"]), None)):
        links = re.findall(r"^\| \[.*?\]\((.*?)\) \| .+ \| .+ \| (\d+) \|$", text, re.M)
        assert {path.split("/")[0] for path, _minutes in links} == set(COURSE.assignments())
        assert all((RELEASE / path).is_file() and path.endswith(end or ".ipynb") for path, _minutes in links)
        assert all(60 <= int(minutes) <= 240 for _path, minutes in links)


def test_notation_lies_in_every_released_folder():
    """With its picture, and as the course has it."""
    for assignment in COURSE.assignments():
        text = (RELEASE / assignment / "NOTATION.md").read_text("utf-8")
        assert text == (ROOT / "NOTATION.md").read_text("utf-8").replace("docs/figures/", "figures/")
        assert all((RELEASE / assignment / path).is_file() for path in re.findall(r"\((figures/.*?)\)", text))


def test_pictures_are_ascii():
    """JupyterLite shows no others."""
    pictures = [path for path in RELEASE.rglob("*.svg")]
    assert len(pictures) > 20
    assert [path for path in pictures if not path.read_bytes().isascii()] == []
