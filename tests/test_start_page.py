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


def test_each_lesson_links_back_and_on_and_says_what_may_be_skipped():
    """To its neighbours and to the map, from its first cell; with its minutes, and a place for a break."""
    order = sorted(COURSE.assignments(), key=lambda name: int(re.search(r"\d+", name)[0]))
    for n, assignment in enumerate(order):
        path = RELEASE / assignment / f"{assignment}.ipynb"
        cells = json.loads(path.read_text("utf-8"))["cells"]
        first = "".join(cells[0]["source"])
        beside = [order[k] for k in (n - 1, n + 1) if 0 <= k < len(order)]
        assert set(re.findall(r"\]\((.*?)\)", first)) == {"../start.ipynb", *(f"../{name}/{name}.ipynb" for name in beside)}
        assert re.search(r"^\*\*About \d+ minutes\.\*\*", first, re.M)
        assert re.search(r"^\*\*May be skipped at first:\*\* .{30,}", first, re.M)
        assert any(re.search("place for a break|place for the break|second evening", "".join(cell["source"])) for cell in cells)


def test_each_lesson_ends_with_the_cell_that_hands_in_and_has_an_example_by_hand():
    """The cell says how many checks pass; it is tagged, and never run at grading."""
    for assignment in COURSE.assignments():
        cells = json.loads((RELEASE / assignment / f"{assignment}.ipynb").read_text("utf-8"))["cells"]
        assert cells[-1]["metadata"]["tags"] == ["hand-in"]
        assert f'hand_in.now("{assignment}")' in "".join(cells[-1]["source"])
        (example,) = [cell for cell in cells if "practice(seed=1)" in "".join(cell["source"])]
        assert example["metadata"]["tags"] == ["playground"]


def test_each_readme_begins_with_an_environment():
    """And opens the notebook with what was installed there."""
    for assignment in COURSE.assignments():
        steps = re.findall(r"^\d\. .*(?:\n   .*)*", (RELEASE / assignment / "README.md").read_text("utf-8"), re.M)
        assert "python3 -m venv .venv" in steps[0] and "py -m venv .venv" in steps[0]
        assert f".venv/bin/jupyter lab {assignment}.ipynb" in steps[1]


def test_the_options_of_a_question_are_of_like_length():
    """None is half as long again as the others' mean, so that length tells nothing; the right letters are spread."""
    for assignment in COURSE.assignments():
        for cell in json.loads((RELEASE / assignment / f"{assignment}.ipynb").read_text("utf-8"))["cells"]:
            options = re.findall(r"^- \*\*[A-D]\*\* (.*)$", "".join(cell["source"]), re.M)
            if len(options) == 4:
                assert max(map(len, options)) < 1.3 * sum(map(len, options)) / 4, assignment
    texts = [text for name in COURSE.assignments() for text in COURSE.solution_cells(name).values()]
    letters = re.findall(r'^answer_ps\d+ = "([A-D])"', "\n".join(texts), re.M)
    assert len(letters) == 12 and max(map(letters.count, "ABCD")) <= 4


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
