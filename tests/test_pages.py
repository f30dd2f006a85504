"""The pages: the same numbers as everywhere, and nothing of a student's that a browser or a spreadsheet would run."""

import base64
import csv
import hashlib
import io
import re

import pytest

from grader.course import known
from grader.pages import class_report, feedback, plots, prose, shapes
from grader.pages.class_stats import Tally
from grader.result import Exercise, Part, Result
from grader.result import points as points_text
from tests.example_pages import CODE, RAISED, TOLD, notebook_of

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)> `<b>` =cmd()"


def result(student="ada", outcome="failed", **facts):
    parts = (
        Part("dz", "dz is da ⊙ f'(z)", 2.0, 2.0, "passed"),
        Part("update", "the step", None if outcome == "fault" else 0.0, 1.0, outcome, EVIL, "Think of `learning_rate`."),
    )
    facts = {"status": "graded", "max_score": 3.0, "isolation": "full", **facts}
    return Result("ps3_layer", student, exercises=(Exercise("layer", parts, (EVIL,)),), notes=(EVIL,), **facts)


def notebook():
    cell = {"cell_type": "code", "metadata": {"nbgrader": {"grade_id": "layer", "solution": True}}, "source": f"x = 1\n# {EVIL}"}
    return {"cells": [cell]}


@pytest.mark.parametrize(
    "page", [feedback.page(result(EVIL), notebook()), class_report.page("ps3_layer", Tally([result(EVIL, reason=EVIL)]))]
)
def test_every_word_of_a_students_is_escaped(page):
    """No tag of theirs opens, wherever it was put."""
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("page", [feedback.page(result()), class_report.page("ps3_layer", Tally([result()]))])
def test_a_page_stands_alone(page):
    """A strict policy, and nothing is fetched from anywhere."""
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|<(link|img|iframe)|@import|url\((?!#)", page)
    script = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in script]
    assert re.findall(r"script-src 'sha256-(.*?)'", page) == hashes


def test_the_first_thing_to_look_at_is_the_first_wrong_part():
    """What is wrong goes before what was not run."""
    page = feedback.page(result())
    assert page.index("Look at this first") < page.index("<code>learning_rate</code>") < page.index('class="exercise"')


def test_full_marks_are_said():
    """And nothing is to be looked at."""
    page = feedback.page(result(outcome="passed"))
    assert "Everything here is right" in page
    assert "Look at this first" not in page


@pytest.mark.parametrize(("points", "text"), [(2.0, "2"), (1.5, "1.5"), (0.0, "0"), (None, "–"), (0.1 + 0.2, "0.3")])
def test_points_are_written_one_way(points, text):
    """Without trailing zeros, and a dash where none are given."""
    assert points_text(points) == text


def test_a_fault_shows_no_zero():
    """Marks that are withheld are a dash."""
    page = feedback.page(result(outcome="fault", status="fault", reason="The grader failed."))
    assert '<p class="mark">–' in page


def test_no_cell_of_the_csv_is_a_formula():
    """Names and reasons that begin like one are quoted."""
    rows = list(csv.reader(io.StringIO(class_report.table(Tally([result("=1+1"), result("@x", reason="-2")])))))
    head = ["student", "status", "score", "max_score", "layer.dz", "layer.update", "reason", "seconds", "known_mistakes"]
    assert rows[0] == head
    assert rows[1] == ["'=1+1", "graded", "2", "3", "2", "0", "", "0.000", ""]
    assert [rows[2][0], rows[2][6]] == ["'@x", "'-2"]


def test_without_walls_every_page_says_so():
    """Feedback and report alike."""
    said = "graded without walls"
    assert said in feedback.page(result(isolation="none"))
    assert said in class_report.page("ps3_layer", Tally([result(isolation="none")]))
    assert said not in feedback.page(result())


def of(*parts, **facts):
    """A result with one exercise, `layer`."""
    facts = {"status": "graded", "max_score": 3.0, "isolation": "full", **facts}
    return Result("ps3_layer", "ada", exercises=(Exercise("layer", parts),), **facts)


def test_a_part_tells_all_that_is_known_of_it():
    """What, where, why, what to think about, and which heading to read, its mathematics drawn."""
    page = feedback.page(of(TOLD))
    assert "<code>d_weights</code> is where it goes wrong" in page
    assert "You formed <code>d_weights</code> with the layer&#39;s output" in page
    assert "Which value did the weight multiply" in page
    assert "On to the layer before: <math" in page
    assert "ps3_layer.ipynb" in page


def test_one_cause_is_told_once():
    """The second part with the same cause points to the first."""
    page = feedback.page(of(TOLD, RAISED))
    assert page.count("You formed <code>d_weights</code>") == 1
    assert '<a href="#layer-d_weights">' in page


def test_lines_are_marked_where_it_goes_wrong_and_where_it_raised():
    """An assignment to the name that goes wrong, and the line of the exception; nothing else."""
    page = feedback.page(of(TOLD, RAISED), notebook_of(CODE))
    marked = re.findall(r'<span class="marked" id="layer-code-0-(\d+)">([^<]*)', page)
    assert marked == [("2", "    d_weights = dz @ outputs.T"), ("3", "    weights = weights - d_weights")]


def test_a_line_that_makes_what_is_right_is_not_marked():
    """Only what goes wrong is, whatever is named beside it."""
    part = Part("a", "A", 0.0, 1.0, "failed", "m", where="`d_weights` is wrong; right in every call: `weights`.")
    page = feedback.page(of(part), notebook_of(CODE))
    assert re.findall(r'<span class="marked" id="layer-code-0-(\d+)">', page) == ["2"]


@pytest.mark.parametrize("place", [(0, 0), (0, 99), (0, -1), (7, 1)])
def test_a_line_that_is_not_there_is_not_marked(place):
    """Whatever line the student process claims."""
    page = feedback.page(of(Part("a", "A", 0.0, 1.0, "failed", "m", lines=(place,))), notebook_of(CODE))
    assert 'class="marked"' not in page


def test_broken_code_is_looked_at_before_a_wrong_answer_further_down_and_stubs_come_last():
    """What was not run because of an error is a mistake, what is still to be written isn't."""
    stub = Part("stub", "the stub", 0.0, 1.0, "not run", "not run: still to be written.")
    broken = Part("broken", "the broken one", 0.0, 1.0, "not run", "not run: SyntaxError.", lines=((0, 1),))
    wrong = Part("wrong", "the wrong one", 0.0, 1.0, "failed", "is wrong.")
    for parts, first in (((stub, broken, wrong), broken), ((stub, wrong), wrong), ((stub,), stub)):
        assert f"<h3>layer: {first.title}</h3>" in feedback.page(of(*parts))


@pytest.mark.parametrize("text", ['"' * 5_000_000, "\n" * 1_000_000, "語" * 1_000_000, "語\n" * 1_000_000, "x = 1\n" * 100_000])
def test_no_code_makes_a_page_too_long(text):
    """150 KB at most, and the page says that there was more."""
    page = feedback.page(of(TOLD, RAISED), notebook_of(text))
    assert len(page.encode()) < 150_000


def test_code_on_a_page_has_no_characters_that_hide_others():
    """Control characters, and those that turn the direction of a line, are shown as what they are not."""
    page = feedback.page(of(TOLD), notebook_of("a = 1 # \u202e evil \x1b[31m \x00"))
    assert not re.search("[\u202e\x1b\x00]", page)


def test_every_formula_of_the_course_can_be_drawn(course):
    """In the sentences, hints and headings of all known mistakes."""
    drawn = 0
    for assignment in course.assignments():
        for wrong in known.wrong_solutions(course, assignment):
            for text in (wrong.sentence, wrong.hint, wrong.concept):
                drawn += str(prose.lesson(text)).count("<math")
                assert str(prose.lesson(text)).count("<math") == text.count("$") / 2, text
    assert drawn


@pytest.mark.parametrize(
    "latex", ["\\href{javascript:alert(1)}{x}", "\\text{<b>}", "\\text{&lt;b&gt;}", "{" * 50, "x" * 201, "\\style{a}{b}"]
)
def test_mathematics_that_is_more_than_a_formula_is_shown_as_written(latex):
    """No attribute, no tag, no error comes out of it."""
    shown = str(prose.lesson(f"see ${latex}$"))
    assert shown == f"see <code>{prose.prose(latex)}</code>"


def test_the_sizes_that_clash_are_marked():
    """Those that are told, and no others."""
    part = Part(
        "a", "A", 0.0, 1.0, "failed", shapes=(("a", (4, 3), (-1,)), ("b", (12, 3), (-2,)), ("c", (4, 3), ()), ("d", None, ()))
    )
    assert (part.shapes, part.marked) == ((("a", (4, 3)), ("b", (12, 3)), ("c", (4, 3))), ((-1,), (-2,), ()))
    drawn = [block.picture for block in shapes.blocks(part.shapes, part.marked)]
    assert ["doesn&#39;t fit" in picture for picture in drawn] == [True, True, False]
    assert "3 columns, which doesn&#39;t fit" in drawn[0] and "12 rows, which doesn&#39;t fit" in drawn[1]
    assert "doesn&#39;t fit" not in "".join(block.picture for block in shapes.blocks(part.shapes))


def test_a_shape_nobody_can_draw_is_drawn_anyhow():
    """Of any size and number of axes, and at once."""
    for shape in ((10**18, 3), (0, 5), (-4, 2), (), (7,) * 32):
        (block, _) = shapes.blocks((("a", shape), ("b", (2, 2))))
        assert len(block.picture) < 3_000
        assert block.shape == str(shape)


def test_the_same_marks_give_the_same_plot():
    """To the byte, without a date, and with words for who doesn't see it."""
    one, again = plots.histogram([0, 7.5, 12, 12], 12), plots.histogram([0, 7.5, 12, 12], 12)
    assert one == again
    assert "1 with 0, 1 with 7, 2 with 12" in one
    assert not re.search(r"<style|<metadata|#0102|\d{4}-\d\d", one)
    assert "60–63" in plots.histogram([61], 76)
    assert plots.histogram([], 12) == ""


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("### The exercise: `softmax`", "softmax"),
        ("### The exercise: two functions", "Two functions"),
        ("## 11 · A question", "A question"),
        ("### The exercise: `xavier` and `he`", "xavier and he"),
    ],
)
def test_an_exercise_is_called_as_the_lesson_calls_it(heading, title):
    """Without its number; a name of the code's keeps its small letter."""
    cells = notebook_of(CODE)["cells"]
    text = {"cell_type": "markdown", "metadata": {}, "source": f"# Assignment 5 · Layers\n\n{heading}"}
    page = feedback.page(of(TOLD), {"cells": [text, *cells]})
    assert f'<h2 id="layer"><span>{title}</span>' in page
