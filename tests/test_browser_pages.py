"""The pages as a browser shows them: no request, no complaint, nothing in the way of a keyboard, a screen reader, a phone or a printer."""

import datetime

import pytest

from grader.pages import class_report, feedback
from grader.pages.class_stats import Tally
from grader.pages.dates import dated
from tests.browser import DESKTOP, PHONE, Console, screenshot, tab, violations
from tests.example_pages import class_of, everything

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """{name: path} of pages with everything on them that there can be."""
    folder = tmp_path_factory.mktemp("pages")
    day = datetime.datetime(2027, 3, 1, 12, tzinfo=datetime.UTC)
    page = dated(feedback.page(*everything()).encode(), day, day, day - datetime.timedelta(hours=3), "grace@example.org")
    texts = {"feedback": page.decode(), "report": class_report.page("ps3_layer", Tally(class_of(60)))}
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in texts}


@pytest.mark.parametrize("name", ["feedback", "report"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_without_fault(browser, written, name, viewport, scheme):
    """Nothing serious or critical for axe-core, nothing said to the console, nothing asked, nothing to scroll sideways."""
    with tab(browser, viewport=viewport, color_scheme=scheme) as page:
        console = Console(page)
        page.goto(written[name].as_uri())
        screenshot(page, f"{name}-{viewport['width']}-{scheme}")
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        assert page.evaluate("[...document.querySelectorAll('pre')].every(code => code.scrollWidth <= code.clientWidth)")
        assert violations(page) == []
        assert console.complaints == []


def test_the_columns_of_a_table_are_sorted_with_the_keyboard(page, written):
    """Enter on a heading sorts, numbers as numbers, Enter again the other way, and a screen reader is told."""
    page.goto(written["report"].as_uri())
    table = page.get_by_role("region", name="Students").locator("table")
    points = table.get_by_role("columnheader", name="points")
    points.get_by_role("button").focus()
    for order in ("descending", "ascending"):
        page.keyboard.press("Enter")
        assert points.get_attribute("aria-sort") == order
        seen = [float(cell.get_attribute("data-value")) for cell in table.locator("tbody tr td:nth-child(2)").element_handles()]
        assert seen == sorted(seen, reverse=order == "descending")
        assert seen[0] != seen[-1]
    table.get_by_role("columnheader", name="student").get_by_role("button").press("Space")
    names = table.locator("tbody tr td:first-child").all_inner_texts()
    assert names == sorted(names)
    assert table.locator("[aria-sort]").count() == 1


def test_the_report_is_whole_without_its_script(browser, written):
    """The tables stand in a good order, and no button does nothing."""
    with tab(browser, java_script_enabled=False) as page:
        page.goto(written["report"].as_uri())
        assert page.locator("#students ~ .scroll tbody tr").count() == 60
        assert page.locator("button").count() == 0


def test_a_marked_line_is_reached_from_its_message(page, written):
    """With the keyboard alone."""
    page.goto(written["feedback"].as_uri())
    link = page.get_by_role("link", name="line 3").first
    link.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#layer-code-0-3")
    assert "weights - d_weights" in page.locator(":target").inner_text()


def test_mathematics_and_shapes_are_drawn(page, written):
    """MathML takes up room, and each drawing has words."""
    page.goto(written["feedback"].as_uri())
    assert page.locator("math").first.bounding_box()["width"] > 5
    said = [picture.get_attribute("aria-label") for picture in page.locator(".shapes svg").all()]
    assert said[:2] == ["2 rows, 2 columns, which doesn't fit", "2 rows, 3 columns, which doesn't fit"]


def test_paper_has_the_code_and_what_was_folded_away(page, written):
    """In whole, with no scroll bars."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 720, "height": 1000})
    page.goto(written["feedback"].as_uri())
    screenshot(page, "feedback-print")
    assert page.get_by_text("a = 'B'").is_visible()
    code = page.locator(".exercise .scroll").first
    assert code.evaluate("e => e.scrollWidth <= e.clientWidth && e.scrollHeight <= e.clientHeight + 1")


def test_paper_is_wide_enough_for_the_report(page, written):
    """A4 with its margins."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    page.goto(written["report"].as_uri())
    screenshot(page, "report-print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 718


def test_the_policy_lets_no_other_script_run_and_nothing_be_fetched(page, written, tmp_path):
    """Even if a page had a hole, what came through it would be dead."""
    hole = "<script>hacked=1</script><img src=x onerror='hacked=1'><img src='https://example.org/x'>"
    for name, path in written.items():
        holed = tmp_path / f"{name}.html"
        holed.write_text(path.read_text("utf-8").replace("<main>", hole + "<main>"), "utf-8")
        console = Console(page)
        page.goto(holed.as_uri())
        assert page.evaluate("typeof hacked") == "undefined"
        assert sum("Content Security Policy" in complaint for complaint in console.complaints) >= 3


def test_a_tab_tells_of_requests_to_other_machines(browser):
    """So that a test with a page that asks for something can't pass."""
    with pytest.raises(AssertionError, match=r"example\.org"), tab(browser) as page:
        page.set_content("<img src='https://example.org/picture.png'>")
        page.wait_for_load_state("networkidle")
