"""`TwoLayerNet`, piece by piece. The blocks it is made of are those that the notebook gives.

Before a piece is tried the network's parameters are set to known ones, and what an earlier piece got wrong is mended: a
parameter of a wrong shape, layers in a wrong order or with copies, a wrong predict or loss. So each costs its own part alone.
"""

import contextlib
from dataclasses import dataclass

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
    NotRun,
    Raised,
    _,
    assert_gradient,
    assert_kind,
    close,
    is_array_like,
    listed,
    points,
    signed,
)

NAMES = ("W1", "b1", "W2", "b2")
ORDER = ("Affine1", "Relu1", "Affine2")

# Works on the student's network, over there. The blocks are the ones that the notebook gives.
PARTS = '''
import contextlib

import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        self.dW, self.db = self.x.T @ dout, dout.sum(axis=0)
        return dout @ self.W.T


class Relu:
    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0.0)

    def backward(self, dout):
        return np.where(self.mask, dout, 0.0)


class SoftmaxWithLoss:
    def forward(self, x, t):
        e = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = e / e.sum(axis=1, keepdims=True)
        self.t = t if np.ndim(t) == 2 else np.eye(x.shape[1])[t]
        return float(-np.sum(self.t * np.log(self.y)) / len(x))

    def backward(self, dout=1.0):
        return dout * (self.y - self.t) / len(self.y)


def same(got, want):
    return np.shape(got) == np.shape(want) and bool(np.allclose(got, want, rtol=1e-7, atol=1e-9))


class Parts:
    def as_plain(self, thing):
        """A dict of any kind as a plain one; anything else as it is."""
        return {str(k): v for k, v in thing.items()} if isinstance(thing, dict) else thing

    def made(self, Net, sizes):
        """A network, and its parameters."""
        net = Net(*sizes)
        return net, self.as_plain(getattr(net, "params", None))

    def predict(self, net, x):
        return net.predict(x)

    def loss(self, net, x, *labels):
        return [net.loss(x, t) for t in labels]

    def accuracy(self, net, x, *labels):
        return [net.accuracy(x, t) for t in labels]

    def set(self, net, values, x, t, scores, loss):
        """Puts the values into the parameters and into the blocks that use them, and the blocks in order. With x, labels,
        scores and loss it also mends predict and loss where they are wrong; with None in place of the loss, predict alone."""
        for name in ("predict", "loss"):
            if getattr(net.__dict__.get(name), "stands_in", False):
                del net.__dict__[name]
        if not isinstance(net.params, dict):
            net.params = {}
        for name, value in values.items():
            own = net.params.get(name)
            if isinstance(own, np.ndarray) and own.shape == value.shape and own.dtype == float:
                own[...] = value
            else:
                net.params[name] = value.copy()
        p, layers = net.params, getattr(net, "layers", None)
        if isinstance(layers, dict):
            if list(layers) != ["Affine1", "Relu1", "Affine2"]:
                net.layers = layers = {"Affine1": Affine(None, None), "Relu1": Relu(), "Affine2": Affine(None, None)}
            blocks = [layers["Affine1"], layers["Affine2"]]
        else:
            blocks = [block for block in layers or () if hasattr(block, "W")] if isinstance(layers, (list, tuple)) else []
        for block, W, b in zip(blocks, ("W1", "W2"), ("b1", "b2")):
            if hasattr(block, "W") and hasattr(block, "b"):
                block.W, block.b = p[W], p[b]
        if scores is None:
            return
        last = getattr(net, "lastLayer", None)
        if not (hasattr(last, "forward") and hasattr(last, "backward")):
            net.lastLayer = SoftmaxWithLoss()
        self.replace_if_wrong(net, "predict", (x,), scores, lambda x: self.through(net, x))
        if loss is not None:
            self.replace_if_wrong(net, "loss", (x, t), loss, lambda x, t: net.lastLayer.forward(net.predict(x), t))

    def through(self, net, x):
        for layer in net.layers.values():
            x = layer.forward(x)
        return x

    def replace_if_wrong(self, net, name, arguments, want, right):
        try:
            fine = same(getattr(net, name)(*arguments), want)
        except Exception:
            fine = False
        if not fine and isinstance(getattr(net, "layers", None), dict):
            right.stands_in = True
            setattr(net, name, right)

    def order(self, net):
        """The names of the layers, or None where they are no dict; and whether lastLayer has what it needs."""
        layers = getattr(net, "layers", ...)
        if layers is ...:
            return ...
        last = getattr(net, "lastLayer", None)
        names = [str(name) for name in layers] if isinstance(layers, dict) else None
        return names, hasattr(last, "forward") and hasattr(last, "backward")

    def forward(self, net, x, t):
        """What the layers make of x, one after the other, and the last layer of that."""
        scores = self.through(net, x)
        return scores, float(net.lastLayer.forward(scores, t))

    def in_use(self, net, x):
        """Which parameters change what the network says when they are changed in place."""
        used = []
        for name in ("W1", "b1", "W2", "b2"):
            held = any(net.params[name] is getattr(layer, name[0], None) for layer in net.layers.values())
            try:
                before = np.array(net.predict(x))
                net.params[name] += 0.5
                held = held or not np.array_equal(before, net.predict(x))
            except Exception:  # predict is another part
                pass
            if held:
                used.append(name)
        return used

    def gradient(self, net, x, t):
        """net.gradient(x, t), how often it ran the network, and whether the layers stand in the same order afterwards."""
        runs, order = [0], list(getattr(net, "layers", ()) or ())
        with contextlib.suppress(Exception):
            net.loss(-x[::-1], t)  # what another batch has left behind must not matter
        blocks = [*getattr(net, "layers", {}).values()] if isinstance(getattr(net, "layers", None), dict) else []
        blocks = [block for block in (*blocks[:1], getattr(net, "lastLayer", None)) if hasattr(block, "__dict__")]
        for block in blocks:
            def counting(*args, _own=block.forward, **kwargs):
                runs[0] += 1
                return _own(*args, **kwargs)
            block.forward = counting
        try:
            found = net.gradient(x, t)
        finally:
            for block in blocks:
                block.__dict__.pop("forward", None)
        return self.as_plain(found), runs[0], order == list(getattr(net, "layers", ()) or ())

    def numerical_gradient(self, net, x, t):
        """net.numerical_gradient(x, t), the parameters afterwards, and whether a backward was used."""
        walked = []
        layers = getattr(net, "layers", None)
        blocks = [*(layers.values() if isinstance(layers, dict) else ()), getattr(net, "lastLayer", None)]
        blocks = [block for block in blocks if hasattr(block, "backward") and hasattr(block, "__dict__")]
        for block in blocks:
            def noting(*args, _own=block.backward, **kwargs):
                walked.append(1)
                return _own(*args, **kwargs)
            block.backward = noting
        try:
            found = net.numerical_gradient(x, t)
        finally:
            for block in blocks:
                block.__dict__.pop("backward", None)
        return self.as_plain(found), self.as_plain(net.params), bool(walked)

    def quotients(self, f, x):
        """Stands in for the student's numerical_gradient, which is marked elsewhere."""
        slopes = np.zeros(x.shape)
        for index in np.ndindex(x.shape):
            kept = x[index]
            x[index] = kept + 1e-4
            up = f(x)
            x[index] = kept - 1e-4
            down = f(x)
            x[index] = kept
            slopes[index] = (up - down) / 2e-4
        return slopes
'''

# numerical_gradient of Parts, with the right function in place of the submission's.
# (input, hidden, output, samples): all different, and one square. Enough samples that each ReLU is on and off.
SIZES = ((4, 5, 3, 6), (4, 4, 4, 4))


@dataclass(frozen=True)
class Case:
    """A network of the student's, the parameters it was given, a batch, and what the examiner makes of them."""

    net: object
    values: dict
    x: np.ndarray
    labels: np.ndarray  # (N,)

    @property
    def one_hot(self):
        return np.eye(self.values["b2"].size)[self.labels]

    @property
    def z(self):
        return self.x @ self.values["W1"] + self.values["b1"]

    @property
    def scores(self):
        return np.maximum(self.z, 0.0) @ self.values["W2"] + self.values["b2"]

    def loss_of(self, scores):
        shifted = scores - scores.max(axis=1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        return -logs[np.arange(len(logs)), self.labels].mean()

    @property
    def gradients(self):
        y = np.exp(self.scores - self.scores.max(axis=1, keepdims=True))
        dout = (y / y.sum(axis=1, keepdims=True) - self.one_hot) / len(y)
        hidden = np.maximum(self.z, 0.0)
        dz = (dout @ self.values["W2"].T) * (self.z > 0)
        return {"W1": self.x.T @ dz, "b1": dz.sum(axis=0), "W2": hidden.T @ dout, "b2": dout.sum(axis=0)}


def drawn(rng, sizes):
    """Parameters, a batch and labels, such that no z is near 0 and each hidden neuron is on for some samples only."""
    n_in, n_hidden, n_out, n = sizes
    while True:
        values = {"W1": signed(rng, n_in, n_hidden), "b1": 0.3 * signed(rng, n_hidden)}
        values |= {"W2": signed(rng, n_hidden, n_out), "b2": 0.3 * signed(rng, n_out)}
        x = signed(rng, n, n_in)
        z = x @ values["W1"] + values["b1"]
        on = (z > 0).sum(axis=0)
        if np.abs(z).min() > 0.02 and (on > 0).all() and (on < n).all():
            return values, x, rng.permutation(np.arange(n) % n_out)


@pytest.fixture(scope="module")
def parts(student):
    """What works on the student's network, over there."""
    return student.bring(PARTS).Parts()


def network(student, parts, sizes):
    """A network of the student's, and its parameters. Raises NotRun where they are still to be written."""
    net, params = parts.made(student.TwoLayerNet, sizes)
    if params is ... or params is None:
        raise NotRun(_("not run: `params` is still to be written."))
    return net, params


def cases(student, parts, rng, sizes=SIZES, mend=("predict", "loss")):
    """Networks of the student's, ready to be tried. mend: the methods that are put right first, where they are wrong."""
    for s in sizes:
        net, _params = network(student, parts, s[:3])
        for _round in range(2):  # two rounds with each network: nothing may be left over from the first
            case = Case(net, *drawn(rng, s))
            scores = case.scores if "predict" in mend else None
            loss = case.loss_of(case.scores) if "loss" in mend else None
            parts.set(net, case.values, case.x, case.labels, scores, loss)
            yield case


def number(name, got):
    """`got` is one number, and not a stub's `...`."""
    assert_kind(name, got)
    if np.size(got) != 1:
        raise Failed(_("{name} has shape {shape}; it must be one number.").format(name=name, shape=np.shape(got)))
    return np.reshape(np.asarray(got, dtype=float), ())


BIG = (((40, 30, 20), 0.01), ((30, 40, 50, 0.5), 0.5))  # what a network is made with, and the spread of its weights


def other_labels(case, rng):
    """For some shares of right answers: labels that make it so."""
    for right in (1, len(case.x) - 1):
        best, chosen = case.scores.argmax(axis=1), rng.permutation(len(case.x))[:right]
        labels = (best + 1 + rng.integers(0, case.scores.shape[1] - 1, len(best))) % case.scores.shape[1]
        labels[chosen] = best[chosen]
        yield right / len(labels), labels, np.eye(case.scores.shape[1])[labels]


def each(wants, good):
    """Wanted at once: a dict with everything that is wanted, each `good`."""
    return lambda got: type(got) is dict and all(name in got and good(got[name], want) for name, want in wants.items())


@points(1)
def test_params(student, parts):
    """params holds W1, b1, W2 and b2: weights drawn with the given spread, biases 0."""
    for args, spread in BIG:
        check_beginning(network(student, parts, args)[1], args, spread)
    first, second = (network(student, parts, (4, 3, 2))[1]["W1"] for _round in range(2))
    if np.array_equal(first, second):
        raise Failed(
            _("Two networks start with the same W1."), _("Draw the weights, and leave the seed to whoever makes the network.")
        )


def check_beginning(params, args, spread):
    n_in, n_hidden, n_out = args[:3]
    if not isinstance(params, dict):
        raise Failed(_("params is no dict."))
    missing = [name for name in NAMES if name not in params]
    if missing:
        raise Failed(_("params has no {missing}; it has {found}.").format(missing=", ".join(missing), found=listed(params)))
    shapes = {"W1": (n_in, n_hidden), "b1": (n_hidden,), "W2": (n_hidden, n_out), "b2": (n_out,)}
    for name, shape in shapes.items():
        got = params[name]
        assert_kind(name, got)
        if np.shape(got) != shape:
            raise Failed(
                _("{name} has shape {shape}; for TwoLayerNet{args} it must be {wanted}.").format(
                    name=name, shape=np.shape(got), args=args[:3], wanted=shape
                )
            )
        if np.asarray(got).dtype.kind != "f":
            raise Failed(
                _("{name} holds whole numbers; a step of learning would not fit in. It must be float64.").format(name=name)
            )
    for name in ("b1", "b2"):
        if params[name].any():
            raise Failed(_("{name} is not 0 to begin with.").format(name=name))
    for name in ("W1", "W2"):
        weights = params[name]
        if not weights.std() > 0:
            raise Failed(
                _("All entries of {name} are the same.").format(name=name),
                _("Neurons that start alike stay alike: the weights must be drawn."),
            )
        if not 0.85 * spread < weights.std() < 1.15 * spread:
            raise Failed(
                _("With weight_init_std={spread} the standard deviation of {name} is {std:.2g}.").format(
                    spread=spread, name=name, std=weights.std()
                ),
                _("np.random.randn has the standard deviation 1; multiply by the one that is wanted."),
            )
        if abs(weights.mean()) > 0.2 * spread:
            raise Failed(
                _("The entries of {name} are not spread around 0; their mean is {mean:.2g}.").format(
                    name=name, mean=weights.mean()
                )
            )


@points(1)
def test_layers(student, parts, rng):
    """layers holds Affine1, Relu1 and Affine2, in this order, and they work on the arrays in params."""
    net, _params = network(student, parts, (4, 5, 3))
    told = parts.order(net)
    if told is ...:
        raise NotRun(_("not run: `layers` is still to be written (`...`)."))
    names, last = told
    if names is None:
        raise Failed(_("layers must be a dict, with the names of the layers as its keys."))
    if names != list(ORDER):
        raise Failed(
            _("layers holds {names}; it must hold {wanted}, in this order.").format(names=listed(names), wanted=", ".join(ORDER))
        )
    if not last:
        raise Failed(_("lastLayer must be a SoftmaxWithLoss: it has no forward and backward."))
    used = parts.in_use(net, signed(rng, 3, 4))
    unused = [name for name in NAMES if name not in used]
    if unused:
        raise Failed(
            _("When {names} in params is changed in place, the network doesn't notice.").format(names=", ".join(unused)),
            _("The layers must be made with the very arrays that stand in params, not with copies."),
        )
    for case in cases(student, parts, rng, SIZES[:1], mend=()):
        scores, loss = parts.forward(case.net, case.x, case.one_hot)
        assert_gradient(
            _("what the layers give, one after the other,"), scores, case.scores, _("Is each made with its own W and b?")
        )
        assert_gradient(_("what lastLayer makes of it"), loss, case.loss_of(case.scores))


@points(1)
def test_predict(student, parts, rng):
    """predict sends x through the layers and returns the scores."""
    for case in cases(student, parts, rng, mend=()):
        got = parts.predict(case.net, case.x)
        assert_gradient(_("the result of predict"), got, case.scores, _("The scores are those from before the softmax."))


@points(1)
def test_loss(student, parts, rng):
    """loss is the last layer's loss of what predict gives."""
    for case in cases(student, parts, rng, mend=("predict",)):
        want, n = case.loss_of(case.scores), len(case.x)
        for got in parts.loss(case.net, case.x, case.one_hot, case.labels):
            got = number("loss", got)
            if close(got, want * n) or close(got, want / n):
                told = "big" if got > want else "small"
                raise Failed(
                    _("loss is as many times too {told} as the batch has samples.").format(told=told),
                    _("The last layer has taken the mean already."),
                )
            assert_gradient("loss", got, want, _("The last layer takes the scores and the labels, and returns the loss."))


@points(1)
def test_accuracy(student, parts, rng):
    """accuracy is the share of right answers, for either form of labels."""
    for case in cases(student, parts, rng):
        for share, *forms in other_labels(case, rng):
            found = parts.accuracy(case.net, case.x, *forms)
            for form, got in zip(("integers", "one-hot"), found, strict=True):
                got = number("accuracy", got)
                if close(got, share):
                    continue
                if not 0 <= got <= 1:
                    raise Failed(
                        _("accuracy must lie between 0 and 1."),
                        _("It is a share: how many are right, divided by how many there are."),
                    )
                raise Failed(
                    _("accuracy is wrong for labels that are {form}.").format(form=form),
                    _("For each row: is the highest score where the label says? Both forms of labels name a class per row."),
                )


@pytest.fixture(scope="module")
def gradients(student, parts, rng):
    """Every case with what `gradient` gave for it, or with what went wrong."""
    made = []
    for n, case in enumerate(cases(student, parts, rng)):
        try:
            made.append((case, *parts.gradient(case.net, case.x, case.labels if n % 2 else case.one_hot)))
        except (Raised, NotRun) as wrong:
            made.append((case, wrong, 0, True))
    return made


def check_gradient_of(name, gradients):
    for case, found, runs, in_order in gradients:
        if isinstance(found, Exception):
            raise found
        if found is ...:
            raise NotRun(_("not run: the result of `gradient` is still to be written (`...`)."))
        if not isinstance(found, dict):
            raise Failed(
                _("gradient must return a dict with W1, b1, W2 and b2."), _("Is a `return` missing?") if found is None else ""
            )
        if runs > 12:
            raise Failed(
                _("`gradient` ran the network {n} times: that is differentiation by trial.").format(n=runs // 2),
                _("Backpropagation needs one walk forward and one walk back."),
            )
        if not in_order:
            raise Failed(_("After `gradient` the layers stand in another order."), _("The next forward needs them as they were."))
        if name not in found:
            raise Failed(_("The dict has no {name}; it has {names}.").format(name=name, names=listed(found)))
        hint = _("Forward first, then the last layer's backward, then the layers' from the last to the first.")
        want, n = case.gradients[name], len(case.x)
        if is_array_like(found[name], want) and (close(found[name], want * n) or close(found[name], want / n)):
            hint = _("The mean over the batch is taken once, in the last layer.")
        assert_gradient(name, found[name], case.gradients[name], hint, {_("the number of samples"): n})


@points(1)
def test_gradient_W1(gradients):
    """gradient: W1."""
    check_gradient_of("W1", gradients)


@points(1)
def test_gradient_b1(gradients):
    """gradient: b1."""
    check_gradient_of("b1", gradients)


@points(1)
def test_gradient_W2(gradients):
    """gradient: W2."""
    check_gradient_of("W2", gradients)


@points(1)
def test_gradient_b2(gradients):
    """gradient: b2."""
    check_gradient_of("b2", gradients)


@pytest.fixture
def right_numerical_gradient(student, parts):
    """The function numerical_gradient is right for as long as a test runs, whatever the student's own does."""
    try:
        own = student.numerical_gradient
    except NotPassed:
        own = ...
    student.put("numerical_gradient", parts.quotients)
    yield
    with contextlib.suppress(NotPassed):  # in a fresh process there is nothing to put back
        student.put("numerical_gradient", own)


@points(1)
def test_numerical_gradient(student, parts, rng, right_numerical_gradient):
    """numerical_gradient differentiates the loss by each parameter, by trial."""
    for case in cases(student, parts, rng, SIZES[:1]):
        found, after, walked = parts.numerical_gradient(case.net, case.x, case.labels)
        if found is ...:
            raise NotRun(_("not run: the result of `numerical_gradient` is still to be written (`...`)."))
        if not isinstance(found, dict):
            hint = _("Is a `return` missing?") if found is None else ""
            raise Failed(_("numerical_gradient must return a dict with W1, b1, W2 and b2."), hint)
        if walked:
            raise Failed(
                _("numerical_gradient calls `backward`, which it is there to check."),
                _("It needs nothing but the loss, and nudged parameters."),
            )
        for name in NAMES:
            if name not in found:
                raise Failed(_("The dict has no {name}; it has {names}.").format(name=name, names=listed(found)))
            got, want = found[name], case.gradients[name]
            assert_kind(name, got)
            if np.shape(got) != want.shape:
                raise Failed(
                    _("{name} has shape {shape}; it must have shape {wanted}.").format(
                        name=name, shape=np.shape(got), wanted=want.shape
                    )
                )
            if not np.abs(got - want).max() <= 1e-5 * np.abs(want).max():
                assert_gradient(name, got, want, _("It is the loss that is differentiated, and by this parameter."))
            if not (type(after.get(name)) is np.ndarray and np.allclose(after[name], case.values[name], rtol=0, atol=1e-9)):
                raise Failed(_("Afterwards {name} in params is not what it was.").format(name=name))
