"""Questions that are foreseen: asked in one message, compared, and judged over the answers that are there."""

import numpy as np
import pytest

from grader.classroom.worker import Worker
from grader.course import known
from grader.exam.passes import InPlace
from grader.exam.prefetch import Answers, OnReference, Script, Unforeseen, keeps_nothing
from grader.exam.submission import Submission
from grader.sandbox import wire
from grader.sandbox.objects import Objects
from tests.results import lost

CELL = """
import numpy as np


class Doubler:
    def __init__(self, factor):
        self.factor = factor

    def forward(self, x):
        self.x = x
        return self.factor * x

    def backward(self, dout):
        self.d_factor = (dout * self.x).sum()
        return self.factor * dout
"""
DEFINITIONS = {"Doubler": "class", "forward": "function", "backward": "function"}


class InProcess:
    """In an attempt's place: answers as a child does, in this process, and keeps what it was sent."""

    child_number, alive, notebook, limits = 1, True, None, None

    def __init__(self, text):
        names = {}
        exec(compile(text, "<cell 0>", "exec"), names)
        self.objects, self.sent = Objects(names), []

    def ask(self, request, called=None, seconds=None):
        request = wire.decode_ours(wire.encode_ours(request))
        self.sent.append(request)
        return wire.decode(wire.encode(self.objects.answer(request), self.objects.handle))

    ask_ahead = ask


def questions(student, x, dout):
    """What a hidden test might ask."""
    student.turn_to("doubler", "test")
    layer = student.Doubler(1.5)
    out = layer.forward(x)
    dx = layer.backward(dout)
    return out, dx, layer.d_factor, student.watch(layer.forward, dx)


@pytest.fixture
def probes():
    rng = np.random.default_rng(3)
    return rng.normal(size=(3, 2)), rng.normal(size=(3, 2))


@pytest.fixture
def script(probes):
    rehearsed = Submission(OnReference(InProcess(CELL).objects.names), DEFINITIONS)
    questions(rehearsed, *probes)
    return Script(rehearsed.questions("doubler"), ["test"])


def examined(text, script):
    source = InProcess(text)
    submission = Submission(source, DEFINITIONS)
    submission.answers = Answers(script, source)
    return source, submission


def test_all_questions_go_in_one_message_and_a_right_submission_passes(script):
    source, submission = examined(CELL.replace("self.factor * x", "x * self.factor"), script)
    assert submission.answers.passes("test", ())
    assert len(source.sent) == 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("return self.factor * x", "return 2 * self.factor * x"),
        ("return self.factor * x", "return (self.factor * x).tolist()"),
        ("(dout * self.x).sum()", "(dout * self.x).mean()"),
        ("(dout * self.x).sum()", "[(dout * self.x).sum()]"),
        ("self.d_factor =", "d_factor ="),
        ("return self.factor * dout", "raise ValueError"),
        ("return self.factor * dout", "dout *= self.factor; return dout"),
        ("return self.factor * x", "import warnings; warnings.warn('x'); return self.factor * x"),
        ("        return self.factor * dout\n", ""),
    ],
)
def test_whatever_is_not_the_reference_s_answer_is_judged(script, right, wrong):
    """Another value, kind, attribute, exception, warning, or an argument changed in place."""
    assert right in CELL
    _source, submission = examined(CELL.replace(right, wrong), script)
    assert not submission.answers.passes("test", ())


def test_a_test_runs_over_the_answers_that_are_there(script, probes):
    source, submission = examined(CELL.replace("return self.factor * x", "return self.factor * x + 1"), script)
    out, dx, d_factor, _seen = questions(submission, *probes)
    np.testing.assert_allclose(out, 1.5 * probes[0] + 1)
    np.testing.assert_allclose(dx, 1.5 * probes[1])
    assert d_factor == pytest.approx((probes[0] * probes[1]).sum())
    assert len(source.sent) == 1


def test_what_was_not_foreseen_makes_the_test_begin_anew(script, probes):
    """Where it asks of an object that has been asked on meanwhile."""
    _source, submission = examined(CELL, script)
    submission.turn_to("doubler", "test")
    layer = submission.Doubler(1.5)
    with pytest.raises(Unforeseen):
        layer.forward(probes[0] + 1)


def test_what_was_not_foreseen_is_asked_by_itself_of_a_new_object(script, probes):
    source, submission = examined(CELL.replace("return self.factor * x", "return self.factor * x + 1"), script)
    submission.turn_to("doubler", "test")
    layer = submission.Doubler(1.5)
    other = submission.Doubler(4.0)
    np.testing.assert_allclose(other.forward(probes[0]), 4 * probes[0] + 1)
    np.testing.assert_allclose(layer.forward(probes[0]), 1.5 * probes[0] + 1)
    np.testing.assert_allclose(other.backward(probes[1]), 4 * probes[1])
    assert [request["do"] for request in source.sent] == ["batch", "call", "call", "call"]


def test_what_was_not_foreseen_is_asked_by_itself_after_the_last_question(script, probes):
    """Of whatever object: it stands as it would, had everything been asked question by question."""
    source, submission = examined(CELL.replace("self.d_factor = ", "self.d_factor = 1 + "), script)
    questions(submission, *probes)
    (layer,) = [thing for thing in source.objects.kept.values() if hasattr(thing, "x")]
    layer = submission.answers._turns["test"][1][1]["value"]
    answer = submission.ask({"do": "get", "on": layer, "name": "d_factor"})
    assert answer["value"] == pytest.approx(1 + (probes[0] * probes[1]).sum())
    assert [request["do"] for request in source.sent] == ["batch", "get"]


WRONG = CELL.replace("return self.factor * x", "return self.factor * x + 1")


def asked_together(text, script, run):
    """(what was sent after the first message, what `run(submission)` gave)"""
    names = lambda: dict(InProcess(CELL).objects.names)
    source = InProcess(text)
    submission = Submission(source, DEFINITIONS, names)
    submission.answers = Answers(script, source)
    submission.turn_to("doubler", "test")
    submission.Doubler(1.5)
    found = submission.together(lambda: run(submission))
    return source.sent[1:], found, submission


def test_questions_that_are_asked_together_take_one_message(script, probes):
    def run(student):
        layer = student.Doubler(2.0)
        return layer.forward(probes[0]), layer.backward(probes[1]), layer.factor

    sent, (out, dx, factor), submission = asked_together(WRONG, script, run)
    np.testing.assert_allclose(out, 2 * probes[0] + 1)
    np.testing.assert_allclose(dx, 2 * probes[1])
    assert factor == 2.0
    assert [request["do"] for request in sent] == ["batch"]
    assert [asked.request["do"] for asked in submission.questions("doubler")] == [
        "name",
        "call",
        "name",
        "call",
        "call",
        "call",
        "get",
    ]
    assert len(submission.Doubler(1.5).forward(probes[0])) == 3  # the test goes on over the answers that are there
    assert len(sent) == 1


def test_whoever_goes_other_ways_is_asked_on(script, probes):
    """What the reference was not asked: here, where the result is wrong."""

    def run(student):
        layer = student.Doubler(2.0)
        out = layer.forward(probes[0])
        other = student.Doubler(3.0).forward(probes[0]) if not np.allclose(out, 2 * probes[0]) else None
        return out, other

    sent, (_out, other), _submission = asked_together(WRONG, script, run)
    np.testing.assert_allclose(other, 3 * probes[0] + 1)
    assert [request["do"] for request in sent] == ["batch", "call", "call"]


def test_what_was_put_in_place_is_put_back_where_questions_end_early(script, probes):
    def run(student):
        student.put("Doubler", student.bring(CELL.replace("self.factor * x", "7 * x")).Doubler)
        try:
            out = student.Doubler(2.0).forward(probes[0])
            if not np.allclose(out, 2 * probes[0]):
                return out
            return student.Doubler(3.0).backward(probes[1])
        finally:
            student.put_back("Doubler")

    sent, out, submission = asked_together(WRONG, script, run)
    np.testing.assert_allclose(out, 7 * probes[0])
    assert sent[0]["do"] == "batch"
    submission.answers = None
    np.testing.assert_allclose(submission.Doubler(2.0).forward(probes[0]), 2 * probes[0] + 1)


def test_what_is_asked_together_has_the_same_pieces_in_place(probes):
    """As the test has at the time, though it is asked after all that was foreseen."""
    source = InProcess(WRONG)
    submission = Submission(source, DEFINITIONS, lambda: dict(InProcess(CELL).objects.names))
    submission.turn_to("doubler", "test")
    student = InPlace(submission, lambda student: student.replacing(CELL.replace("self.factor * x", "7 * x"), "Doubler"))
    np.testing.assert_allclose(student.together(lambda: student.Doubler(2.0).forward(probes[0])), 7 * probes[0])
    assert [request["do"] for request in source.sent] == ["batch"]
    np.testing.assert_allclose(submission.Doubler(2.0).forward(probes[0]), 2 * probes[0] + 1)


@pytest.mark.parametrize(
    ("part", "keeps"),
    [
        ("import math\nFAR = 3.0, -1\n\n\ndef far(x):\n    return math.exp(FAR[0] * x)", False),
        ("class Sine:\n    wide = 2.0\n\n    def __init__(self):\n        self.seen = []", False),
        ("SEEN = []\n\n\ndef see(x):\n    SEEN.append(x)", True),
        ("class Sine:\n    made = []", True),
        ("class Sine:\n    made = 0\n\n    def __init__(self):\n        Sine.made += 1", True),
        ("N = 0\n\n\ndef count():\n    global N\n    N += 1", True),
        ("import random\nrandom.seed(1)", True),
    ],
)
def test_a_part_that_keeps_something_is_told_by_its_source(part, keeps):
    assert keeps_nothing(part) is not keeps


def test_what_is_asked_together_uses_no_object_from_before(script, probes):
    """It has been asked on since."""
    with pytest.raises(TypeError, match="made before"):
        asked_together(WRONG, script, lambda student: student.answers or layer_of(student).forward(probes[0]))


def layer_of(student):
    """The layer that the test made first."""
    return student.proxied(wire.Handle(1, "Doubler"), "Doubler")


def test_parts_that_were_brought_before_serve_what_is_asked_together(script, probes):
    names = lambda: dict(InProcess(CELL).objects.names)
    source = InProcess(WRONG)
    submission = Submission(source, DEFINITIONS, names)
    submission.turn_to("doubler", "test")
    there = submission.bring("def both(layer, x):\n    return layer.forward(x), layer.forward(2 * x)")
    one, two = submission.together(lambda: there.both(submission.Doubler(2.0), probes[0]))
    np.testing.assert_allclose(one, 2 * probes[0] + 1)
    np.testing.assert_allclose(two, 4 * probes[0] + 1)
    assert [request["do"] for request in source.sent] == ["bring", "batch"]


def test_a_process_that_ends_over_what_is_asked_together_costs_that_test_alone(course):
    """Then it is asked question by question, and the others ask the next process."""
    cell = course.solution_cells("ps13_attention")["self_attention"]
    gradient, forward = "self.dWo = self.merged", "def forward(self, x):\n"
    assert cell.count(gradient) == cell.count(forward) == 1
    wrong = cell.replace(gradient, "self.dWo = 2 * self.merged")
    ends = wrong.replace(
        forward,
        f"{forward}        if 'brought' not in softmax_backward.__module__:\n            import os\n            os._exit(1)\n",
    )
    with Worker(course, "ps13_attention", secret=b"tests") as worker:
        graded = [worker.grade("ada", known.reference(course, "ps13_attention", self_attention=code)) for code in (wrong, ends)]
    assert lost(graded[0].result) == {"dWo"}
    assert "dWo" in lost(graded[1].result)
    assert all(one.result.status == "graded" for one in graded)


def test_a_process_that_ends_over_what_is_asked_together_costs_other_tests_nothing(course):
    """What the others ask is asked of the next one."""
    cell = course.solution_cells("ps5_batch_layers")["affine"]
    gradient, forward = "self.dW = self.x.T", "def forward(self, x):\n"
    assert gradient in cell and forward in cell
    wrong = cell.replace(gradient, "self.dW = 2 * self.x.T")
    ends = wrong.replace(forward, f"{forward}        if x.shape[1:] == (40,):\n            import os\n            os._exit(1)\n")
    with Worker(course, "ps5_batch_layers", secret=b"tests") as worker:
        graded = [worker.grade("ada", known.reference(course, "ps5_batch_layers", affine=code)) for code in (wrong, ends)]
    assert [lost(one.result) for one in graded] == [{"dW"}, {"dW"}]


def test_what_the_code_had_in_its_hands_is_asked_for_once(script, probes):
    text = CELL.replace("self.d_factor =", "half_way = dout * self.x\n        self.d_factor =")
    text = text.replace("return self.factor * x", "tripled = 3 * x\n        return self.factor * x")
    source, submission = examined(text, script)
    seen = questions(submission, *probes)[-1]
    assert len(source.sent) == 1
    assert seen.holds(3 * 1.5 * probes[1]) and not seen.holds(4 * probes[1])
    assert questions(submission, *probes)[-1].holds(3 * 1.5 * probes[1])
    assert len(source.sent) == 2
    assert any("had" in asked.answer for asked in submission.questions("doubler"))  # for whoever says why


def test_a_test_begins_anew_where_the_code_answers_otherwise_when_it_is_watched(script, probes):
    text = CELL.replace("return self.factor * x", "Doubler.calls = getattr(Doubler, 'calls', 0) + 1; return Doubler.calls * x")
    _source, submission = examined(text, script)
    seen = questions(submission, *probes)[-1]
    with pytest.raises(Unforeseen):
        _had = seen.had
    assert submission.answers.changed
    assert questions(submission, *probes)[-1].had


def test_an_answer_never_travels_ahead(script, probes):
    """What the reference gave goes on as a reference to the submission's own answer."""
    _x, dout = probes
    sent = [leaf for line in script.lines for leaf in leaves(line.request)]
    assert not any(type(leaf) is np.ndarray and leaf.shape == dout.shape and np.allclose(leaf, 1.5 * dout) for leaf in sent)
    source, _submission = examined(CELL.replace("return self.factor * dout", "return self.factor * dout - 1"), script)
    kept = [thing.x for thing in source.objects.kept.values() if hasattr(thing, "x")]
    np.testing.assert_allclose(kept[-1], 1.5 * dout - 1)


@pytest.mark.parametrize("assignment", ["ps1_chain_rule", "ps3_layer", "ps5_batch_layers", "ps6_two_layer_net"])
def test_no_question_of_a_hidden_test_file_holds_an_earlier_answer(course, assignment):
    """Every number that is sent was given before it was an answer, or is none: looked at in another way than it is made sure."""
    from tests.rehearsals import scripts_of

    for script in scripts_of(course, assignment):
        given, answers = set(), set()
        for line in script.lines:
            sent = {key for leaf in leaves(line.request) if (key := rounded(leaf))}
            assert not (sent - given) & answers, line.request
            given |= sent
            answers |= {key for leaf in leaves(line.answer.get("value")) if (key := rounded(leaf))}


def rounded(leaf):
    if type(leaf) is float and np.isfinite(leaf) and leaf != round(leaf):
        return float(np.float32(leaf))
    if (
        type(leaf) is np.ndarray
        and leaf.dtype.kind == "f"
        and leaf.size
        and np.isfinite(leaf).all()
        and (leaf != np.round(leaf)).any()
    ):
        return leaf.shape, leaf.astype(np.float32).tobytes()
    return None


def leaves(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [leaf for item in value for leaf in leaves(item)]
    return [value]


def test_what_tests_put_in_place_is_undone_before_the_next_cell(course, worker, handed_in):
    """And what they made or brought is let go of."""
    objects = Objects({"softmax": "own"})
    objects.answer({"do": "put", "name": "softmax", "value": 1.0})
    objects.answer({"do": "put", "name": "new", "value": 2.0})
    objects.answer({"do": "bring", "source": "def f(): pass", "names": ["f"]})
    assert objects.names == {"softmax": 1.0, "new": 2.0} and objects.kept
    objects.answer({"do": "forget"})
    assert objects.names == {"softmax": "own"} and not objects.kept


def test_the_reference_and_other_right_solutions_take_one_message_a_file(course, worker, handed_in):
    assert worker.grade("ada", handed_in()).messages == 2
    for control in known.controls(course, "ps3_layer"):
        graded = worker.grade("ada", handed_in(**{control.exercise: control.code}))
        assert graded.messages <= 4, control.id
