"""`ConvNet`: equal in values and gradients to what its own `params` say, whatever its layers.

Nothing is put into a network but where that is the question: its own weights are read, and what a network of these weights gives is
worked out here. The layers that it may be built of are right ones, and where that doesn't pass once more the submission's own.
"""

from dataclasses import dataclass

import numpy as np
import pytest
from brought import LAYERS, Ways, attempt

from grader.testing import (
    Failed,
    NotPassed,
    Proxy,
    _,
    assert_gradient,
    assert_kind,
    close,
    is_array_like,
    is_value,
    listed,
    points,
    signed,
)

SHAPES = {"W1": (8, 1, 3, 3), "b1": (8,), "W2": (128, 10), "b2": (10,)}
MANY = 20  # pictures for an accuracy, so many that two shares are seldom the same by accident
BATCHES = 101  # more than a hundred, and a prime: no batch size divides it
TOOLS = """
import numpy as np


def network(kind, seed):
    return kind(np.random.default_rng(seed))


def change(net, name, factor):
    "An entry of params, changed in place."
    array = net.params[name]
    array *= factor
    array += np.linspace(0.1, 0.6, array.size).reshape(array.shape)


def changed_in_turn(net, x, t, names, factor):
    "What the very same pictures give, and their loss: twice, and again after each change."
    found = [(net.predict(x), net.loss(x, t)) for _ in range(2)]
    for name in names:
        change(net, name, factor)
        found.append((net.predict(x), net.loss(x, t)))
    return found


def gradients_after(net, x, t, name, factor):
    "The gradients for pictures that were looked at before a change, and for a copy of them."
    net.predict(x)
    change(net, name, factor)
    return net.gradient(x, t), net.gradient(x.copy(), t)
"""
TAMPERED = _("The process of your code doesn't answer as it should any more: it was tampered with.")
CHAIN = _("From the last layer to the first, each with what the one after it returns.")


def forward(params, x):
    """(scores, what backward needs) of a network with these parameters."""
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))[:, 0]  # (N, 8, 8, 3, 3)
    z = np.einsum("nijkl,fkl->nfij", windows, params["W1"][:, 0]) + params["b1"][:, None, None]
    blocks = np.maximum(z, 0.0).reshape(len(x), 8, 4, 2, 4, 2).transpose(0, 1, 2, 4, 3, 5).reshape(len(x), 8, 4, 4, 4)
    flat = blocks.max(axis=-1).reshape(len(x), 128)
    return flat @ params["W2"] + params["b2"], (windows, z, blocks, flat)


def probabilities(scores):
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def cross_entropy(scores, labels):
    return float(np.mean(np.logaddexp.reduce(scores, axis=1) - scores[np.arange(len(scores)), labels]))


def gradients(params, x, labels):
    scores, (windows, z, blocks, flat) = forward(params, x)
    dscores = (probabilities(scores) - np.eye(10)[labels]) / len(x)
    d_blocks = np.zeros(blocks.shape)
    np.put_along_axis(d_blocks, blocks.argmax(axis=-1)[..., None], (dscores @ params["W2"].T).reshape(len(x), 8, 4, 4, 1), -1)
    dz = d_blocks.reshape(len(x), 8, 4, 4, 2, 2).transpose(0, 1, 2, 4, 3, 5).reshape(z.shape) * (z > 0)
    dW1 = np.einsum("nijkl,nfij->fkl", windows, dz)[:, None]
    return {"W1": dW1, "b1": dz.sum(axis=(0, 2, 3)), "W2": flat.T @ dscores, "b2": dscores.sum(axis=0)}


@dataclass(frozen=True)
class Probe:
    """A network of the submission's, and what its `params` were when it was made."""

    net: Proxy
    params: dict


class Tried:
    """Networks and pictures for a test."""

    def __init__(self, student, rng, ways):
        self.student, self.ways = student, ways
        self.there = student.bring(TOOLS)
        self.x, self.other = signed(rng, 6, 1, 8, 8), signed(rng, 3, 1, 8, 8)
        self.labels = rng.permutation(10)[:6]
        self.many = signed(rng, BATCHES, 1, 8, 8)

    def network(self, seed=1):
        net = self.there.network(self.student.ConvNet, seed)
        if not isinstance(net, Proxy):
            raise Failed(_("`ConvNet(…)` must make an object."))
        return net

    def probe(self):
        net = self.network()
        return Probe(net, taken(net.params))

    def either(self, check):
        self.ways.better(lambda _made: check(self.probe()))

    def scores(self, probe, x):
        """Those that predict gives, where they are scores at all: wrong ones cost the part of predict alone. Else the right ones."""
        own, right = attempt(lambda: probe.net.predict(x)), forward(probe.params, x)[0]
        return own if is_array_like(own, right) and not close(own.sum(axis=1), np.ones(len(own))) else right

    def best(self, probe):
        """Of each of the many pictures, where its largest score is: asked of predict for few, where those are right."""
        few, right = self.scores(probe, self.many[:MANY]), forward(probe.params, self.many)[0]
        return (right if close(few, right[:MANY]) else self.scores(probe, self.many)).argmax(axis=1)

    def forms(self):
        return (_("labels"), self.labels), (_("one-hot labels"), np.eye(10)[self.labels])


def taken(params):
    """The params of a network: a dict of four arrays of the right shapes."""
    if not isinstance(params, dict):
        assert_kind("params", params)
        raise Failed(_("params must be a dict of arrays."))
    if missing := [name for name in SHAPES if name not in params]:
        raise Failed(
            _("params holds {names}; it must hold W1, b1, W2, b2.").format(names=listed(params)),
            _("missing: {names}").format(names=", ".join(missing)),
        )
    for name, shape in SHAPES.items():
        assert_kind(name, params[name])
        if not is_array_like(params[name], np.empty(shape)):
            assert_gradient(
                name,
                params[name],
                np.full(shape, 1.0),
                _("8 filters of 3 × 3 for one channel; 8 · 4 · 4 numbers after pooling; 10 digits."),
            )
    return {name: params[name] for name in SHAPES}


@pytest.fixture(scope="module")
def ways(student):
    return Ways(student, LAYERS, ("output_size", "im2col", "col2im", "Convolution", "MaxPooling", "Flatten"))


@pytest.fixture(scope="module")
def tried(student, rng, ways):
    return Tried(student, rng, ways)


@points(1)
def test_params(tried):
    """params holds four arrays; the weights are drawn from rng alone, the biases are zero."""

    def check(_made):
        nets = [tried.network(seed) for seed in (1, 1, 2)]
        one, again, other = (taken(net.params) for net in nets)
        for name in ("b1", "b2"):
            if one[name].any():
                raise Failed(_("{name} doesn't begin at zero.").format(name=name))
        for name in ("W1", "W2"):
            neurons = one[name].reshape(8, -1) if name == "W1" else one[name].T
            if len(np.unique(neurons, axis=0)) < len(neurons):
                zeros = not one[name].any()
                seen = _("All numbers of {name} begin at 0.") if zeros else _("Filters or neurons of {name} begin alike.")
                raise Failed(
                    _("Two filters or neurons of {name} are the same.").format(name=name),
                    _("Filters that begin alike stay alike."),
                    cause=(seen.format(name=name), f"{name}_{'zeros' if zeros else 'alike'}"),
                )
            if not is_value(again[name], one[name]):
                raise Failed(
                    _("Two generators with the same seed give different {name}.").format(name=name),
                    _("Draw from `rng`, and from nothing else."),
                )
            if close(other[name], one[name]):
                raise Failed(
                    _("Two generators with different seeds give the same {name}.").format(name=name),
                    _("Draw from `rng`, and from nothing else; and each network has params of its own."),
                )

    tried.ways.better(check)


@points(1)
def test_predict(tried):
    """predict gives the scores (N, 10), before softmax."""

    def check(probe):
        for x in (tried.x, tried.other):
            got, (want, _kept) = probe.net.predict(x), forward(probe.params, x)
            hint = _("Convolution with pad 1, Relu, MaxPooling(2), Flatten, Affine, in this order.")
            if is_array_like(got, want) and close(got, probabilities(want)):
                hint = _("These are the probabilities. predict stops before softmax.")
            assert_gradient(_("the scores"), got, want, hint)

    tried.either(check)


@points(1)
def test_loss(tried):
    """loss is the mean over the batch, for labels and for one-hot t."""

    def check(probe):
        want = cross_entropy(tried.scores(probe, tried.x), tried.labels)
        for form, t in tried.forms():
            got = probe.net.loss(tried.x, t)
            assert_kind(_("the loss"), got)
            if np.shape(got) != () or not abs(float(got) - want) <= 1e-5 * want:
                hint = (
                    _("It is the sum; the mean was asked for.")
                    if np.shape(got) == () and close(float(got) / len(tried.x), want)
                    else _("The cross-entropy of softmax of the scores.")
                )
                raise Failed(_("The loss for {form} is not right.").format(form=form), hint)

    tried.either(check)


@points(1)
def test_accuracy(tried):
    """accuracy is the share of samples whose largest score is at the right place."""

    def check(probe):
        best = tried.best(probe)
        rounds = ((MANY, MANY, 0, False), (0, MANY, 3, True), (7, MANY, 5, False), (7, MANY, 8, True), (90, BATCHES, 1, False))
        for right, many, beside, one_hot in rounds:
            labels = np.where(np.arange(many) >= many - right, best[:many], (best[:many] + beside) % 10)
            got = probe.net.accuracy(tried.many[:many], np.eye(10)[labels] if one_hot else labels)
            assert_kind(_("the accuracy"), got)
            if np.shape(got) != () or abs(float(got) - right / many) > 1e-9:
                sentence = _("The accuracy for {form} is not right where {right} of {all} are.")
                form = _("one-hot labels") if one_hot else _("labels")
                raise Failed(
                    sentence.format(form=form, right=right, all=many),
                    _("A share between 0 and 1: how often is the largest score that of the right class?"),
                )

    tried.either(check)


@pytest.fixture(scope="module")
def taught(tried):
    """What gradient gives for both forms of labels: asked once, for both parts that look at it."""
    return asked_for(tried)


def asked_for(tried):
    """For each form of labels, (Probe, what gradient gives), or the NotPassed that was raised."""

    def ask(t):
        probe = tried.probe()
        return probe, probe.net.gradient(tried.x, t)

    return [attempt(lambda t=t: ask(t)) for _form, t in tried.forms()]


def check_gradients(tried, taught, names):
    def check(_made):
        for (form, _t), found in zip(tried.forms(), taught if tried.ways.right else asked_for(tried), strict=True):
            if isinstance(found, NotPassed):
                raise found
            probe, got = found
            want = gradients(probe.params, tried.x, tried.labels)
            if not isinstance(got, dict):
                assert_kind(_("the gradient"), got)
                raise Failed(_("gradient must return a dict with W1, b1, W2, b2."))
            for name in names:
                if name not in got:
                    raise Failed(_("gradient returns {names}; {name} is missing.").format(names=listed(got), name=name))
                assert_gradient(
                    _("the gradient of {name}, for {form},").format(name=name, form=form),
                    got[name],
                    want[name],
                    CHAIN,
                    {_("the number of samples"): len(tried.x)},
                )

    tried.ways.better(check)


@points(1)
def test_gradient_of_affine(tried, taught):
    """gradient has those of W2 and b2."""
    check_gradients(tried, taught, ("W2", "b2"))


@points(2)
def test_gradient_of_convolution(tried, taught):
    """gradient has those of W1 and b1, through all layers."""
    check_gradients(tried, taught, ("W1", "b1"))


@points(1)
def test_own_forward(tried):
    """gradient makes its own forward pass, and leaves params as they were."""

    def check(probe):
        tried.network(2).predict(tried.other)
        before = taken(probe.net.params)
        fresh = probe.net.gradient(tried.x, tried.labels)
        probe.net.predict(tried.other)
        again = probe.net.gradient(tried.x, tried.labels)
        after = taken(probe.net.params)
        for name in SHAPES:
            if not is_value(after[name], before[name]):
                raise Failed(_("gradient changes {name}.").format(name=name), _("It only measures. Who takes the step?"))
        if not isinstance(fresh, dict) or not isinstance(again, dict):
            raise Failed(_("gradient must return a dict with W1, b1, W2, b2."))
        others = probe.net.gradient(tried.other, tried.labels[:3])
        want, shown = gradients(probe.params, tried.x, tried.labels), False
        for name in SHAPES:
            one, other = fresh.get(name), again.get(name)
            if is_array_like(one, want[name]) and not is_value(other, one):
                raise Failed(
                    _("After a `predict` of other pictures, gradient gives another {name} for the same ones.").format(name=name),
                    _("What the layers keep is from their latest forward. Which pictures must that have been?"),
                )
            shown |= is_array_like(one, want[name]) and isinstance(others, dict) and not is_value(others.get(name), one)
        found = tried.there.gradients_after(probe.net, tried.x, tried.labels, "W2", 0.75)
        if not isinstance(found, tuple) or len(found) != 2:
            raise Failed(TAMPERED)
        one, other = found
        if isinstance(one, dict) and isinstance(other, dict):
            for name in SHAPES:
                if is_array_like(other.get(name), want[name]) and not is_value(one.get(name), other[name]):
                    sentence = _(
                        "After a `predict` and a change of params, gradient gives another {name} than for a copy of the pictures."
                    )
                    raise Failed(
                        sentence.format(name=name), _("What the layers keep is from their latest forward. Is that of now?")
                    )
        if not shown:
            raise Failed(_("No gradient goes with the pictures yet, so nothing can be said of it."))

    tried.either(check)


@points(1)
def test_in_place(tried):
    """A change of params in place is seen by predict and loss."""

    def check(_made):
        names = ["W2", "b2", "W1", "b1"]
        found = tried.there.changed_in_turn(tried.network(), tried.x, tried.labels, names, 0.75)
        if not isinstance(found, list) or len(found) != 6 or any(not isinstance(one, tuple) or len(one) != 2 for one in found):
            raise Failed(TAMPERED)
        for scores, _loss in found:
            if not is_array_like(scores, np.empty((len(tried.x), 10))):
                assert_kind(_("the scores"), scores)
                raise Failed(_("predict must give scores (N, 10)."))
        if not is_value(found[0][0], found[1][0]):
            raise Failed(_("Two calls of predict with the same pictures give different scores."))
        for name, before, after in zip(names, found[1:], found[2:], strict=False):
            for what, one, other in zip(("predict", "loss"), before, after, strict=True):
                if attempt(lambda one=one: assert_kind("", one)) is None and is_value(other, one):
                    raise Failed(
                        _("`{what}` doesn't see that {name} was changed in params.").format(what=what, name=name),
                        _("How many arrays are there of each parameter? The layers have to work with those of params."),
                    )

    tried.ways.better(check)
