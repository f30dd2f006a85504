"""Causes of mistakes that nobody stored."""

import ast
import re
import shutil

import numpy as np
import pytest

from grader.authoring.promote import promote
from grader.classroom import signatures as made_ahead
from grader.classroom.cluster import Parcel
from grader.classroom.worker import Worker
from grader.course import known
from grader.course.folder import Course, CourseError
from grader.exam import relations
from grader.exam.whys import formulas, operators, sentences
from grader.exam.whys.model import Model

pytestmark = pytest.mark.library

WITH_TESTS = [name for name in Course.find().assignments() if Course.find().has_hidden_tests(name)]
QUOTED = re.compile(r"`([^`]*)`")
NUMBERS_SAID = re.compile(
    r"over axis -?\d|set to 0|1 and −1|were [01]\b"
)  # an axis, and what a mistake does with its own numbers


def every_mutant(course, assignment):
    words = Model(course, assignment).words
    for exercise, code in course.solution_cells(assignment).items():
        text = operators.plain(code)
        yield from ((exercise, text, words, mutant) for mutant in operators.mutants(text, words))


@pytest.mark.parametrize("assignment", WITH_TESTS)
def test_no_mutants_sentence_says_what_belongs_there(course, assignment):
    """What stands in backticks is a name that the lesson has, or a function's: never an expression; and no number is said. Each
    mutant is Python; one in forty is looked at."""
    for n, (exercise, text, words, mutant) in enumerate(every_mutant(course, assignment)):
        if n % 40 == 0:
            ast.parse(mutant.code(text.split("\n")))
        said = sentences.said(mutant)
        for quoted in QUOTED.findall(said):
            name = quoted.removesuffix("(…)")
            assert name.isidentifier(), (exercise, said)
            assert name in words or name in operators.NUMPY, (exercise, said)
        assert not re.search(r"\d", NUMBERS_SAID.sub("", QUOTED.sub("", said))), (exercise, said)
        assert "{" not in said and " and " not in sentences.identity(mutant) and " or " not in sentences.identity(mutant)


def test_a_controls_own_names_are_never_said(course):
    """Right solutions written another way are mutated too, and have names of their own."""
    words = Model(course, "ps2_activations").words
    for control in known.controls(course, "ps2_activations"):
        try:
            text = operators.plain(control.code)
        except SyntaxError:
            continue
        for mutant in operators.mutants(text, words):
            assert all(q.removesuffix("(…)") in words | operators.NUMPY for q in QUOTED.findall(sentences.said(mutant)))


def test_a_setting_of_a_controls_own_is_no_argument():
    """Nobody is told that it all does the same whatever comes in where another axis is run over."""
    text = operators.plain("def softmax(x, axis=-1):\n    return x / x.sum(axis=axis)")
    made = list(operators.mutants(text, {"softmax", "x", "return"}))
    arguments = [one for one in made if one.operator.startswith(("argument_", "first_sample", "last_sample"))]
    assert {one.names for one in arguments} == {("x",)}
    zeroth = [one for one in made if one.operator == "axis" and "axis = 0" in one.edit[2]]
    assert [sentences.said(one) for one in zeroth] == ["In `softmax`, another axis is run over in what it returns."]


# What the reference has in its hands in three calls, and what must come.
CALLS = [
    {
        "W": np.array([[1.0, -2.0], [0.5, 3.0], [7.0, 0.3], [2.0, 1.0], [4.0, -5.0]]) * k,
        "b": np.array([0.4, -0.6]) * k,
        "dout": np.array([0.3, 1.1]) * k,
    }
    for k in (1.0, 1.7, -2.3)
]


@pytest.mark.parametrize(
    "wrong, key",
    [
        (lambda r, env: r * env["b"], "it*b"),
        (lambda r, env: -r, "negative(it)"),
        (lambda r, env: r / len(env["W"]), "it/rows(W)"),
        (lambda r, env: env["dout"] + env["b"], "dout+b"),
        (lambda r, env: r + env["dout"] * env["b"], "it+(b*dout)"),
        (lambda r, env: 3.3 * r, "it*number"),
        (lambda r, env: np.clip(r, -1.0, 1.0), "cut(it)"),
    ],
)
def test_a_wrong_value_is_said_in_the_lessons_quantities(wrong, key):
    """Of all that gives it in every call, what is nearest to plain names."""
    right = [env["dout"] * 2 + env["b"] ** 2 for env in CALLS]
    calls = [(wrong(r, env), r, env) for r, env in zip(right, CALLS, strict=True)]
    sentence, known_by = formulas.found(formulas.Seen("`db`", "db", calls, frozenset({"db"})))
    assert known_by.removeprefix("db=").replace("dout*b", "b*dout") == key
    assert sentence.startswith("`db` is ")


def test_nothing_is_made_up_of_a_value_that_nothing_gives():
    """Numbers that have to do with none of the quantities, however many formulas there are; nor of two numbers alone."""
    rng = np.random.default_rng(3)
    for _time in range(20):
        calls = [(rng.normal(size=2), env["b"] * 2, env) for env in CALLS]
        assert formulas.found(formulas.Seen("`db`", "db", calls, frozenset({"db"}))) is None
    same = [(env["b"], env["b"], env) for env in CALLS]
    assert formulas.found(formulas.Seen("`db`", "db", same, frozenset({"db"}))) is None
    few = [(CALLS[0]["b"] * CALLS[0]["b"], CALLS[0]["b"] + 1, CALLS[0])]
    assert formulas.found(formulas.Seen("`db`", "db", few, frozenset({"db"}))) is None


def steps_of(step):
    """The parameters before and after each of six steps, and the gradients."""
    rng = np.random.default_rng(4)
    gradients = [{"W": rng.normal(size=(2, 3)), "b": rng.normal(size=3)} for _step in range(6)]
    states = [{"W": rng.normal(size=(2, 3)), "b": rng.normal(size=3)}]
    for n in range(6):
        states.append({name: step(n, states, gradients, name) for name in states[0]})
    return states, gradients


RATE = 0.3
SHRINKING = {"rate_over_number": lambda n: RATE / (n + 1), "rate_decays": lambda n: RATE * 0.9**n}


@pytest.mark.parametrize(
    "step, key",
    [
        (lambda n, p, g, k: p[n][k] + RATE * g[n][k], "steps_uphill"),
        (lambda n, p, g, k: p[n][k] - g[n][k], "steps_no_rate"),
        (lambda n, p, g, k: p[n][k] - RATE * g[n][k] / 4, "steps_over_the batch size"),
        (lambda n, p, g, k: RATE * g[n][k], "replaced_by_steps"),
        (lambda n, p, g, k: p[n][k] - RATE * sum(one[k] for one in g[: n + 1]), "gradients_add_up"),
        (lambda n, p, g, k: p[n][k] - RATE * g[max(n - 1, 0)][k], "gradient_of_the_step_before"),
        (lambda n, p, g, k: p[n][k] - RATE * np.sign(g[n][k]), "sign_alone"),
        (lambda n, p, g, k: p[n][k] - RATE * (g[n][k] + 0.01 * p[n][k]), "weight_decay"),
        (lambda n, p, g, k: p[n][k] - RATE * g[n][k] * (k == "W"), "never_moved:b"),
        (lambda n, p, g, k: p[n][k] - RATE * (g[n]["b"].sum() if k == "b" else g[n][k]), "b_sum"),
        (lambda n, p, g, k: p[n][k] - RATE * (g[n]["W"].mean(axis=0) if k == "b" else g[n][k]), "b_mean_rows_of_W"),
        (lambda n, p, g, k: p[n][k] - RATE * (np.clip(g[n][k], -0.5, 0.5) if k == "W" else g[n][k]), "W_cut_off"),
        *((lambda n, p, g, k, of=of: p[n][k] - of(n) * g[n][k], key) for key, of in SHRINKING.items()),
    ],
)
def test_the_steps_of_a_training_say_what_was_done(step, key):
    """How they hang together with the gradients, over all steps."""
    states, gradients = steps_of(step)
    assert relations.of_steps(states, gradients, RATE, {"the batch size": 4})[1] == key


def test_right_steps_say_nothing():
    states, gradients = steps_of(lambda n, p, g, k: p[n][k] - RATE * g[n][k])
    assert relations.of_steps(states, gradients, RATE, {"the batch size": 4}) is None
    assert relations.of_steps(states[:2], gradients[:1], RATE, {}) is None
    assert relations.of_steps([{"W": "no array"}] * 6, gradients, RATE, {}) is None


@pytest.fixture(scope="module")
def bare(course, tmp_path_factory):
    """A course of ps2_activations alone, without a single stored mistake, and with the signatures of `tanh`."""
    root = tmp_path_factory.mktemp("bare")
    for name in ("course_config.py", "nbgrader_config.py"):
        shutil.copy(course.root / name, root)
    for folder in ("source/ps2_activations", "release/ps2_activations", "grader/assignments/ps2_activations"):
        shutil.copytree(course.root / folder, root / folder)
    shutil.rmtree(root / "grader" / "assignments" / "ps2_activations" / "misconceptions")
    (root / "solutions").mkdir()
    shutil.copy(course.solution_path("ps2_activations"), root / "solutions")
    made = Course(root)
    assert "tanh" in made_ahead.stale(made, "ps2_activations")
    with Worker(made, "ps2_activations", secret=b"tests") as worker:
        assert worker.make_signatures("tanh") > 50
    return made


TYPICAL = 15  # mistakes of the library's, one in so many that they are spread over it


@pytest.mark.library
def test_most_typical_mistakes_of_a_batch_norm_get_a_cause(course, tmp_path):
    """Of an exercise for which nobody stored a mistake: the library's own are tried, where it has been taken away."""
    for name in ("course_config.py", "nbgrader_config.py"):
        shutil.copy(course.root / name, tmp_path)
    for folder in ("source", "release", "grader/assignments"):
        shutil.copytree(course.root / folder / "ps10_normalisation", tmp_path / folder / "ps10_normalisation")
    shutil.rmtree(tmp_path / "grader" / "assignments" / "ps10_normalisation" / "misconceptions")
    (tmp_path / "solutions").mkdir()
    shutil.copy(course.solution_path("ps10_normalisation"), tmp_path / "solutions")
    bare = Course(tmp_path)
    cells = course.solution_cells("ps10_normalisation")
    wrongs = known.wrong_solutions_of(course, "ps10_normalisation", "batch_norm", cells)
    some = wrongs[:: max(1, len(wrongs) // TYPICAL)][:TYPICAL]
    named = []
    with Worker(bare, "ps10_normalisation", secret=b"tests") as worker:
        worker.make_signatures("batch_norm")
        for wrong in some:
            data = known.reference(bare, "ps10_normalisation", batch_norm=wrong.code)
            parts = [part for _exercise, part in worker.grade("x", data).result.parts]
            assert not any(part.cause for part in parts if part.outcome == "passed")
            named += [wrong.id] if any(part.cause for part in parts) else []
    assert len(named) >= 0.7 * TYPICAL, sorted({wrong.id for wrong in some} - set(named))


def lost_parts(worker, course, **cells):
    """{part: its Part} of all that a submission lost."""
    result = worker.grade("nobody", known.reference(course, "ps2_activations", **cells)).result
    return {part.part: part for _exercise, part in result.parts if part.outcome != "passed"}


def changed(course, exercise, before, after):
    code = course.solution_cells("ps2_activations")[exercise]
    assert code.count(before) == 1
    return code.replace(before, after)


def test_an_exercise_without_a_stored_mistake_gets_causes(bare):
    """Once its signatures are made; they are kept, go stale with the hidden tests, and travel to other machines."""
    with Worker(bare, "ps2_activations", secret=b"tests") as worker:
        assert "tanh" not in made_ahead.stale(bare, "ps2_activations")
        part = lost_parts(worker, bare, tanh=changed(bare, "tanh", "a**2", "a"))["derivative"]
        assert (part.cause, part.confidence) != ("", "") and "`derivative`" in part.cause
        assert set(":=") & set(part.misconception)
        otherwise = "class Tanh:\n    def __call__(self, z):\n        return np.tanh(z)\n\n    def derivative(self, z):\n"
        otherwise += "        t = self(z)\n        return np.subtract(1.0, np.abs(t))\n"
        assert "`np.abs(t)`" in lost_parts(worker, bare, tanh=otherwise)["derivative"].cause  # the student's own line, beside it
        assert lost_parts(worker, bare) == {}
    kept = made_ahead.paths(bare, "ps2_activations")
    assert kept == [".grader/signatures/ps2_activations/tanh.json"]
    assert set(kept) <= set(Parcel.of(bare, "ps2_activations").course)
    tests = bare.content("ps2_activations") / "test_tanh.py"
    text = tests.read_text("utf-8")
    tests.write_text(text + "\n", "utf-8")
    assert "tanh" in made_ahead.stale(bare, "ps2_activations")
    tests.write_text(text, "utf-8")


def test_right_solutions_get_no_name_even_if_every_part_were_failed(bare):
    """However they are written: whatever a test may have against them, nothing is made up."""
    with Worker(bare, "ps2_activations", secret=b"tests") as worker:
        for control in [one for one in known.controls(bare, "ps2_activations") if one.exercise == "tanh"]:
            graded = worker.grade("x", known.reference(bare, "ps2_activations", tanh=control.code), doubted=True).result
            causes = {part.cause for name, part in graded.parts if name == "tanh"}
            assert causes == {""}, control.id


def test_a_cause_is_promoted_with_a_sentence_of_ones_own(bare, tmp_path):
    """From then on it is a stored mistake; one that is none, or there already, is refused."""
    course = Course(shutil.copytree(bare.root, tmp_path / "course"))
    with Worker(course, "ps2_activations", secret=b"tests") as worker:
        code = changed(course, "tanh", "a**2", "2 * a**2")
        cause = lost_parts(worker, course, tanh=code)["derivative"].misconception
    kept = Model(course, "ps2_activations").signatures("tanh")
    model_has = [sentences.identity(mutant) for _base, mutant, _prints in kept.made]
    cause = cause if cause in model_has else next(name for name in model_has if name.startswith("constant:derivative"))
    path = promote(course, "ps2_activations", "tanh", cause, "You doubled what `derivative` takes off.")
    (wrong,) = known.wrong_solutions_of(course, "ps2_activations", "tanh", course.solution_cells("ps2_activations"))
    assert wrong.sentence.startswith("You doubled") and wrong.loses
    with Worker(course, "ps2_activations", secret=b"tests") as worker:
        found = lost_parts(worker, course, tanh=wrong.code)
        assert {part.misconception for part in found.values()} == {path.stem}
    with pytest.raises(CourseError, match="there already"):
        promote(course, "ps2_activations", "tanh", cause, "Again.")
    with pytest.raises(CourseError, match="no code"):
        promote(course, "ps2_activations", "tanh", "derivative=a*a", "A formula has no code of its own.")
    with pytest.raises(CourseError, match="needs a sentence"):
        promote(course, "ps2_activations", "tanh", "x:y", " ")
