"""The class in numbers."""

import numpy as np
import pytest

from grader.pages import class_report
from grader.pages.class_stats import Tally
from grader.result import Exercise, Part, Result


def part(name, right, points=2.0, **facts):
    return Part(name, name.upper(), points if right else 0.0, points, "passed" if right else "failed", **facts)


def student(name, *parts, **facts):
    facts = {"status": "graded", "max_score": 6.0, **facts}
    return Result("ps3_layer", name, exercises=(Exercise("layer", parts),), **facts)


def class_of(rights):
    return Tally(student(f"s{n:02}", *(part("abc"[k], right) for k, right in enumerate(row))) for n, row in enumerate(rights))


def test_difficulty_is_the_share_that_has_it_right():
    """Of those graded."""
    tally = class_of([(1, 1, 0), (1, 0, 0), (1, 1, 1), (0, 1, 0)])
    assert [item.right for item in tally.items] == [0.75, 0.75, 0.25]
    assert [item.found["failed"] for item in tally.items] == [1, 1, 3]
    (whole,) = tally.exercises
    assert (whole.gained, whole.right) == (pytest.approx(7 / 12), 0.25)
    assert (tally.mean, tally.median) == (3.5, 3.0)


def test_discrimination_is_the_correlation_with_all_other_parts():
    """And not with the sum that the part itself is in; none where there is nothing to correlate."""
    rng = np.random.default_rng(5)
    rights = rng.random((40, 3)) < 0.6
    rights[:, 2] = True
    tally = class_of(rights)
    want = np.corrcoef(rights[:, 0], rights[:, 1])[0, 1]
    assert tally.items[0].discrimination == pytest.approx(want)
    assert tally.items[2].discrimination is None


def test_known_mistakes_are_counted_by_student():
    """Once for each, whichever parts it cost; the most frequent first."""
    one = {"misconception": "no_rate", "cause": "The rate is missing.", "concept": "The step"}
    two = {"misconception": "sign", "cause": "The sign is wrong.", "concept": "The sign"}
    tally = Tally(
        [
            student("ada", part("a", False, **one), part("b", False, **one)),
            student("bo", part("a", False, **one), part("b", False)),
            student("cy", part("a", True), part("b", False, **two)),
        ]
    )
    first, second = tally.mistakes
    assert (first.sentence, first.students, first.parts) == ("The rate is missing.", ["ada", "bo"], {"a", "b"})
    assert (second.sentence, second.students, second.concept) == ("The sign is wrong.", ["cy"], "The sign")
    assert [(item.found["failed"], item.explained) for item in tally.items] == [(2, 2), (3, 2)]


def test_who_lacks_two_parts_that_most_have_is_stuck():
    """One such part is no reason yet, and a part that few have none at all."""
    tally = class_of([(1, 1, 0), (1, 1, 0), (1, 1, 0), (1, 0, 0), (0, 0, 0)])
    assert [(row.student, [item.part for item in items]) for row, items in tally.most_stuck] == [("s04", ["a", "b"])]


def test_faults_and_unreadable_files_need_a_person_and_count_in_no_statistic():
    """So do those whose code was stopped, but their marks stand."""
    fault = Part("a", "A", None, 2.0, "fault")
    tally = Tally(
        [
            student("ada", part("a", True)),
            student("bo", fault, status="fault", reason="The grader failed."),
            Result("ps3_layer", "cy", "unreadable", 6.0, reason="Not a notebook."),
            student("di", part("a", False, stopped=True)),
        ]
    )
    assert [row.student for row in tally.waiting] == ["bo", "cy"]
    assert [row.student for row in tally.stopped] == ["di"]
    assert tally.items[0].right == 0.5
    page = class_report.page("ps3_layer", tally)
    assert all(entry in page for entry in ("The grader failed.", "Not a notebook.", "its process died; that cost layer: a."))


@pytest.mark.parametrize("results", [[], [Result("ps3_layer", "cy", "unreadable", 6.0, reason="Not a notebook.")]])
def test_a_class_without_marks_has_a_report(results):
    """Dashes, and no division by zero."""
    page = class_report.page("ps3_layer", Tally(iter(results)))
    assert "Nothing is graded yet" in page
