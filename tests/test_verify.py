"""`grader verify` is shown to fail: a small course is spoilt in one way after the other, and each complaint is heard."""

import json
import re
import shutil

import pytest

from grader.authoring import scaffold
from grader.authoring.verify import verify
from grader.course.folder import Course

pytestmark = pytest.mark.library


@pytest.fixture(scope="module")
def laid_out(course, tmp_path_factory):
    """A course whose one assignment, `small`, is what `grader new` lays out: an exercise `scale` of three parts."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(course.root / "course_config.py", root)
    scaffold.new(Course(root), "small")
    return root


@pytest.fixture
def small(laid_out, tmp_path):
    """A copy of it, to be spoilt."""
    return Course(shutil.copytree(laid_out, tmp_path / "course"))


def spoil(course, path, *changes):
    """Change the text of a file below the course's content for `small`."""
    place = course.content("small") / path
    text = place.read_text("utf-8")
    for before, after in changes:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    place.write_text(text, "utf-8")


def write(course, path, text):
    place = course.content("small") / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def complaints(course, **options):
    return [sentence for sentence, good in verify(course, "small", secret=b"tests", jobs=1, **options) if not good]


FORWARD = 'assert_gradient(_("the result of forward"), student.Scale(factor).forward(x), factor * x)'
DX = 'assert_gradient("dx", dx, factor * dout, _("How much does out change when x changes a little?"))'


def test_as_it_is_laid_out_there_is_none(small):
    lines = list(verify(small, "small", secret=b"tests", jobs=1, secrets=2))
    assert [sentence for sentence, good in lines if not good] == []
    assert ("the reference gets 4.0 of 4.0", True) in lines
    assert lines[-1] == ("6 known solutions lose the same under 2 other secrets, and trivial ones earn nothing", True)


def test_a_reference_that_is_marked_down(small):
    """And a right solution that loses, for the same reason; what a wrong one loses beside is said, too."""
    spoil(small, "test_scale.py", (FORWARD, FORWARD.replace("factor * x)", "factor * x + 1)")))
    said = complaints(small, every=0)
    assert said[0] == "the reference gets 3.0 of 4.0"
    assert "right scale/loops is graded and loses scale.forward; it must lose nothing" in said
    assert "wrong scale/d_factor_averaged is graded and loses scale.d_factor, scale.forward; it must lose d_factor" in said


def test_a_reference_whose_notebook_stops_with_an_error(small):
    path = small.source_path("small")
    notebook = json.loads(path.read_text("utf-8"))
    cell = {"cell_type": "code", "execution_count": None, "id": "oops", "metadata": {}, "outputs": [], "source": "1 / 0"}
    notebook["cells"].append(cell)
    path.write_text(json.dumps(notebook), "utf-8")
    said = complaints(small, every=0)
    assert said[0] == "the reference's notebook runs with 1 errors"
    assert said[1].startswith("release/ is out of date")


def test_a_stub_that_earns(small):
    """And a wrong solution that gets full marks, for the same reason."""
    spoil(small, "test_scale.py", (FORWARD, "student.Scale(factor).forward(x)"))
    said = complaints(small, every=0)
    assert said[0] == "the stub gets 1.0"
    assert "wrong scale/factor_added is graded and loses nothing; it must lose forward" in said


def test_a_part_that_no_wrong_solution_fails(small):
    (small.content("small") / "misconceptions" / "scale" / "factor_added.toml").unlink()
    assert complaints(small, every=0) == ["no known wrong solution fails scale.forward"]


def test_a_right_solution_that_is_none(small):
    write(small, "controls/scale/lazy.py", "class Scale:\n    pass\n")
    said = complaints(small, every=0)
    assert said == ["right scale/lazy is graded and loses scale.d_factor, scale.dx, scale.forward; it must lose nothing"]


def test_a_wrong_solution_that_loses_other_parts(small):
    spoil(small, "misconceptions/scale/d_factor_averaged.toml", ('["d_factor"]', '["d_factor", "dx"]'))
    said = complaints(small, every=0)
    assert said == ["wrong scale/d_factor_averaged is graded and loses scale.d_factor; it must lose d_factor, dx"]


def test_a_wrong_solution_that_is_taken_for_another(small):
    """One that answers by chance is not known again: what is said of it comes of its line, and not of its numbers."""
    path = small.content("small") / "misconceptions" / "scale" / "d_factor_averaged.toml"
    said = path.read_text("utf-8").replace('to = "np.mean("', 'to = "np.random.default_rng().normal() + np.sum("')
    path.with_name("by_chance.toml").write_text(said, "utf-8")
    (said,) = complaints(small, every=0)
    assert re.fullmatch(r"wrong scale/by_chance loses d_factor, but is named \[\['((?:other|more|less):[\w.:]+)?'\]\]", said)


def test_a_release_that_is_out_of_date(small):
    (small.root / "release" / "small" / "small.ipynb").write_text("{}", "utf-8")
    assert complaints(small, every=0) == ["release/ is out of date: small.ipynb; run `grader release small`"]


def test_a_fault_of_a_hidden_test(small):
    spoil(small, "test_scale.py", (FORWARD, "assert abs(student.Scale(factor).forward(x) - factor * x).max() < 1e-9"))
    said = complaints(small)
    assert "wrong scale/factor_added is fault and loses scale.forward; it must lose forward" in said
    assert any(line.startswith("a trivial solution (zeros) is fault") for line in said)


def by_name(course, otherwise):
    """Have dx judged by what stands under that name in backward's hands. otherwise: what to do where there is none."""
    spoil(
        course,
        "test_scale.py",
        ("layer.d_factor))", "layer.d_factor, call.had))"),
        ("for factor, _x, dout, dx, _d_factor in", "for factor, _x, dout, dx, _d_factor, had in"),
        ("for _factor, x, dout, _dx, d_factor in", "for _factor, x, dout, _dx, d_factor, _had in"),
        (DX, f'if "dx" in had:\n            assert_gradient("dx", had["dx"][-1], factor * dout)\n        {otherwise}'),
    )


def test_a_right_solution_that_loses_in_other_words(small):
    """A test that insists on a name."""
    by_name(small, 'else:\n            raise NotRun("not run: there is no dx.")')
    (small.content("small") / "controls" / "scale" / "edits_dout_in_place.py").unlink()
    (small.content("small") / "controls" / "scale" / "loops.py").write_text(small.solution_cells("small")["scale"], "utf-8")
    said = complaints(small)
    assert "right scale/loops, other names: loses dx; it must lose nothing" in said
    assert "right scale/loops, fewer names: loses dx; it must lose nothing" in said
    assert "wrong scale/factor_added, other names: loses dx, forward; it must lose forward" in said


def test_a_wrong_solution_that_gets_full_marks_in_other_words(small):
    """A test that believes a name, and looks at nothing else."""
    by_name(small, "")
    said = complaints(small)
    assert "wrong scale/factor_forgotten_in_dx, other names: gets full marks; it must lose dx" in said
    assert "wrong scale/factor_forgotten_in_dx, fewer names: gets full marks; it must lose dx" in said


def test_a_wrong_solution_that_is_called_otherwise_in_other_words(small):
    """Two that answer the same, and are told apart by the name of a value alone."""
    spoil(small, "test_scale.py", ("if call.error:", "if call.had and call.error:"))
    path = small.content("small") / "misconceptions" / "scale" / "factor_forgotten_in_dx.toml"
    said = path.read_text("utf-8").replace('to = "dx = dout"', 'to = "passed_on = dout\\n        dx = passed_on"')
    path.with_name("dout_renamed.toml").write_text(said, "utf-8")
    said = complaints(small)
    assert any(line.startswith("wrong scale/dout_renamed, fewer names: dx is put down to") for line in said), said


def test_a_gradient_that_only_the_step_shows_is_listed(small):
    """What a wrong solution loses in other words may be another part, where that is said."""
    by_name(small, "")
    spoil(
        small,
        "test_scale.py",
        (", dout, _dx, d_factor, _had in passes:", ", dout, dx, d_factor, had in passes:"),
        (
            'assert_gradient("d_factor", d_factor,',
            'assert_gradient("d_factor", d_factor * (dx != dout if "dx" not in had else 1),',
        ),
    )
    moved = '[[moved]]\nwrong = "scale/factor_forgotten_in_dx"\nway = "fewer names"\npart = "dx"\nto = "d_factor"\n'
    write(small, "only_the_step_shows.toml", moved)
    lines = dict(verify(small, "small", secret=b"tests", jobs=1))
    assert lines["wrong scale/factor_forgotten_in_dx, fewer names: dx is lost as d_factor, as only the step shows it"]
    assert lines["wrong scale/factor_forgotten_in_dx, other names: loses d_factor; it must lose dx"] is False


def test_a_trivial_solution_that_earns(small):
    """A part that looks at the shape alone is earned by zeros; where that is listed, it is told and no complaint."""
    spoil(small, "test_scale.py", (FORWARD, "assert_gradient('out', student.Scale(factor).forward(x) * 0, x * 0)"))
    said = complaints(small)
    assert "a trivial solution (zeros) earns scale.forward" in said
    assert "a trivial solution (first) earns scale.forward" in said
    assert not any(line.startswith("a trivial solution (nan)") for line in said)


def test_what_a_trivial_solution_happens_to_have_right_is_listed(small):
    """The list is itself proved: what it states must be so."""
    write(small, "trivially_right.toml", '[[right]]\nkind = "zeros"\npart = "scale.forward"\nreason = "It is not."\n')
    said = complaints(small)
    assert said[0] == "a trivial solution (zeros) is listed as right in scale.forward, and does not earn it"


def test_a_verdict_that_hangs_on_what_is_drawn(small):
    spoil(
        small,
        "test_scale.py",
        (FORWARD, f"if x[0, 0] > 0:\n            {FORWARD}"),
        ("for shape in SHAPES:\n        factor, x", "for shape in SHAPES[:1]:\n        factor, x"),
    )
    said = complaints(small, every=35, secrets=8)
    assert any(line.startswith("a trivial solution (") for line in said)
    said = [line for line in said if "secret" in line]
    assert "wrong scale/factor_added loses nothing under another secret; it must lose forward" in said
    assert said[-1] == "6 known solutions lose the same under 8 other secrets, and trivial ones earn nothing"
