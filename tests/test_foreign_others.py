"""Three more courses whose test cells are their hidden tests: what is right is right however it is written, and nothing else earns."""

import pytest

from grader.authoring.verify import verify
from grader.classroom.worker import Worker
from grader.course.folder import Course
from grader.notebook.bundle import pack
from tests.foreign import ASSIGNMENT
from tests.foreign_others import CHEATS, OTHERS
from tests.test_foreign import graded, made, small

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=OTHERS)
def taught(request, tmp_path_factory):
    """(an Other, a function that grades changes of its solution, the worker)"""
    other = OTHERS[request.param]
    course = made(other.foreign, tmp_path_factory.mktemp(request.param))
    with open(course.root / "course_config.py", "a") as file:
        file.write("\nc.Grader.call_seconds = 1.0\nc.Grader.total_seconds = 3.0\n")
    with Worker(Course(course.root), ASSIGNMENT, secret=b"tests") as worker:
        yield other, lambda changed: worker.grade("ada", pack(other.foreign.submission(changed), [ASSIGNMENT])).result, worker


def test_what_is_honest_loses_what_is_wrong_in_it(taught):
    """Data filled by a loop or drawn from a seed, checks of a class of the course's, exceptions of its own, what is changed in place."""
    other, graded, worker = taught
    solved = graded({})
    assert (worker.unfit, solved.score) == ({}, solved.max_score)
    assert worker.shared == (["Broke", "Node", "TooMuch"] if "purse" in other.wanted else [])  # no class of checks among them
    for name, (changed, loses) in other.honest.items():
        assert {part.part for _exercise, part in graded(changed).parts if part.points < part.max_points} == loses, name


def test_nothing_earns_but_an_answer(taught):
    """Whatever stands in each of the solution cells, and whatever its process says."""
    other, graded, _worker = taught
    for name, cheat in CHEATS.items():
        result = graded(other.cheat(*cheat))
        assert (result.status, [part.part for _exercise, part in result.parts if part.points]) == ("graded", []), name


def test_what_one_cell_changed_is_as_it_was_for_the_next_try(tmp_path):
    """Data of the course's that is emptied by a call: the cell is tried anew with what stood there before."""
    foreign = small(
        (1, "assert data == [3, 1]"),
        (1, "assert answer(data, 2) == sorted(data)[-2:]"),
        (1, "import numpy as np\na = np.ones(2)\nview = a[1:]\nanswer(a, 2)\nassert view.tolist() == [1]"),
        helpers="data = [3, 1]",
        answer="def answer(xs, n):\n    ### BEGIN SOLUTION\n    return sorted(xs)[-n:]\n    ### END SOLUTION",
    )
    cheat = (
        "def answer(xs, n):\n    if type(xs) is list:\n        xs[:] = []\n        return []\n    xs.resize(50, refcheck=False)"
    )
    got, worker = graded(foreign, tmp_path, {"exercise": cheat})
    assert (worker.unfit, got.points) == ({}, {"test-0": 1, "test-1": 0, "test-2": 0})


def test_what_is_drawn_without_a_seed_is_said_to_be_the_submissions(tmp_path):
    """It can't be drawn again; what is drawn from a seed of its own cell is the course's."""
    foreign = small(
        (1, "assert answer() == 3 and len(x) == len(y)"),
        helpers="import random\nx = [random.random()]\nrandom.seed(1)\ny = [random.random()]",
    )
    made(foreign, tmp_path)
    said = [line for line, _good in verify(Course(tmp_path), ASSIGNMENT) if "without a seed" in line]
    assert len(said) == 1
    assert "`x` from" in said[0]
