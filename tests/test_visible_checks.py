"""The checks that students run: out of reach of their names, one line each, and an answer in a sentence whatever a cell holds."""

import ast
import json
import re

import numpy as np
import pytest

from grader.authoring.scaffold import NAME, TEMPLATE
from grader.notebook.cells import role
from tests.lessons import lesson
from tests.repository import COURSE

pytestmark = pytest.mark.slow

assignments = pytest.mark.parametrize("assignment", COURSE.assignments())
MACHINERY = TEMPLATE / "source" / NAME / "checking.py"
ELSEWHERE = "✗ The checks are in the folder that this notebook came in: put the notebook there."


@assignments
def test_a_check_cell_is_three_lines_and_says_what_it_checks(assignment):
    """The check of the test cell `test_x` is the function `x`; what stands beside its call is what it prints beside its ✓."""
    source = COURSE.source(assignment)
    with lesson(assignment) as it:
        for name in source.points:
            check = getattr(it.checks, name.removeprefix("test_"))
            says = (check.__doc__ or "notes the letter").strip().split("\n")[0]
            assert source.released_text(name) == (
                f'try: import {assignment}_checks\nexcept ImportError: print("{ELSEWHERE}")\n'
                f"else: {assignment}_checks.{name.removeprefix('test_')}()  # {says}"
            )
            assert len(says) > 10
    cells = json.loads(COURSE.source_path(assignment).read_bytes())["cells"]
    tags = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["metadata"].get("tags") for cell in cells if "nbgrader" in cell["metadata"]
    }
    assert all(tags[name] == ["raises-exception"] for name in source.points)  # Jupyter goes on to the next cell


@assignments
def test_the_machinery_is_one_for_all(assignment):
    """Each folder's checking.py is the template's, and a released folder holds both modules."""
    for folder in (COURSE.root / "source", COURSE.root / "release"):
        assert (folder / assignment / "checking.py").read_bytes() == MACHINERY.read_bytes()
    name = f"{assignment}/{assignment}_checks.py"
    assert (COURSE.root / "release" / name).read_bytes() == (COURSE.root / "source" / name).read_bytes()


def answers(exercise, code):
    """Cell texts for one exercise that no check was written for: nothing there, not Python, and the wrong kinds of everything."""
    yield from ("", "def f(:", re.sub(r"\b(class|def) ", r"\1 my_", code))
    for result in ("'text'", "[[1], [1, 2]]", "np.array(None)", "undefined", "1 / 0"):
        tree = ast.parse(code)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef) and function.name != "__init__":
                function.body = ast.parse(f"return {result}").body
        yield ast.unparse(tree)


@pytest.mark.slow
@assignments
def test_whatever_a_cell_holds_its_checks_answer_in_a_sentence(assignment):
    """Nothing in a student's cell makes a visible check stop with anything but its own words; an empty cell never passes."""
    for exercise, code in COURSE.solution_cells(assignment).items():
        for answer in answers(exercise, code):
            with lesson(assignment) as it:
                it.run(**{exercise: answer})
                said = [it.check(name) for name in it.of(exercise)]
            assert all(len(words) > 20 for passed, words in said if not passed)
            assert not all(passed for passed, _words in said) or (answer and "def " not in code)


@pytest.mark.slow
@assignments
def test_no_other_name_changes_a_verdict(assignment):
    """Every name of the given cells and of the checks that the solution doesn't read is overwritten after it: all checks pass."""
    with lesson(assignment) as it:
        it.run()
        source, texts = COURSE.source(assignment), it.solutions.values()
        given = [it.source.cells[name]["source"] for name in it.cells if role(source.cells[name]) == "given"]
        defined = {
            name for text in [*given, *texts] for name in re.findall(r"^(?:class|def) (\w+)|^(\w+) =|import (\w+)$", text, re.M)
        }
        public = {name for names in defined for name in names if name} | {n for n in vars(it.checks) if not n.startswith("__")}
        public |= {n for n in vars(it.checking) if not n.startswith("__")}
        read = {node.id for text in texts for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
        read |= {node.name for text in texts for node in ast.parse(text).body if hasattr(node, "name")}
        free = sorted(public - read)
        assert len(free) > 10
        it.space.update({name: np.ones((2, 2)) for name in free})
        assert [name for name in source.points if not it.check(name)[0]] == []


@assignments
def test_after_a_restart_a_check_says_one_sentence(assignment):
    """No cell but its own was run: it says which to run first."""
    with lesson(assignment) as it:
        for name in COURSE.source(assignment).points:
            passed, said = it.check(name)
            assert not passed
            assert re.fullmatch(r"\w+ isn't there yet: run the cells above first \(Run ▸ Run All Above Selected Cell\)\.", said)


@assignments
def test_a_name_that_something_took_is_named(assignment):
    """`np = 3` and every class and function of the exercises, one by one, as a number."""
    for name in ("np", *COURSE.source(assignment).definitions):
        with lesson(assignment) as it:
            it.run()
            if name not in it.space or (name == "np" and not any("np." in text for text in it.solutions.values())):
                continue  # a method, or nothing that a solution reads
            it.space[name] = 3
            said = [words for passed, words in map(it.check, it.source.points) if not passed]
            assert any(f"{name} is 3" in words for words in said), said


def test_a_wrong_shape_is_drawn_beside_the_wanted_one():
    """Boxes for rows and columns, brackets for one axis alone; a tensor is not drawn."""
    with lesson("ps3_layer") as it:
        checking = it.checking
        assert checking.side_by_side(yours=(2, 3), wanted=(3,)).split("\n") == [
            "  yours        wanted",
            "  ┌───────┐    [ • • • ]",
            "  │ • • • │",
            "  │ • • • │",
            "  └───────┘",
            "",
        ]
        assert checking.side_by_side(yours=(2, 3, 4), wanted=(3,)) == ""
        with pytest.raises(checking.CheckFailed, match=r"dW has shape \(1, 2\); it must be \(2, 1\)\.\n  yours +wanted\n  ┌"):
            checking.check_shape("dW", [[1, 2]], (2, 1))


@assignments
def test_the_summary_says_how_many_checks_pass_and_what_comes_next(assignment, capsys):
    """What the last cell prints: of a stub, and of the solution; questions are no checks."""
    with lesson(assignment) as it:
        it.run(**{name: it.source.cells[name]["source"] for name in it.solutions})
        passed, total = it.checking.summary(assignment)
        said = capsys.readouterr().out
        assert passed == 0 and 0 < total <= len(COURSE.source(assignment).points)
        assert re.match(rf"0 of {total} checks ✓\nNext: \w+\. Its check says what it misses\.", said)
        assert "Still to be answered: answer_" in said
    with lesson(assignment) as it:
        it.run()
        assert it.checking.summary(assignment) == (total, total)
        said = capsys.readouterr().out
    assert said.startswith(f"{total} of {total} checks ✓\nAll is written.") and said.rstrip().endswith("hand it in.")


@assignments
def test_an_example_by_hand_looks_at_each_step(assignment, capsys):
    """Other numbers for another seed, the same for the same; a right step has its ✓, a wrong one none, and is told only on demand."""
    with lesson(assignment) as it:
        by_hand, again, other = (it.checks.practice(seed) for seed in (1, 1, 2))
        steps = by_hand._steps
        assert all(np.array_equal(again._steps[name], steps[name]) for name in steps)
        assert any(not np.array_equal(other._steps[name], steps[name]) for name in steps)
        capsys.readouterr()
        for name, value in steps.items():
            by_hand(name, value.tolist())
            assert capsys.readouterr().out.startswith(f"✓ {name}")
            by_hand(name, (value + 1.5).tolist())
            assert re.match(r"✗ .*(number|sign)", capsys.readouterr().out)
        by_hand(name)
        assert capsys.readouterr().out.startswith(f"{name} is ")
        by_hand("no such step", 1)
        by_hand(name, "text")
        assert capsys.readouterr().out.count("✗") == 2
