"""`TwoLayerNet`, piece by piece, with parameters that the tests put in.

Each piece is tried as it is. Where it is wrong, and builds on another that is wrong as well, it is tried once more with that
one out of the way: something takes its place that asks the student's own layers, one after the other. So each mistake costs
its own part alone, and nothing that goes over knows how a network of two layers is made.
"""

from dataclasses import dataclass, field

import numpy as np
import pytest

from grader.testing import (
    Failed,
    NotPassed,
    NotRun,
    Proxy,
    _,
    assert_gradient,
    assert_kind,
    close,
    is_array_like,
    is_value,
    listed,
    points,
    ratio,
    signed,
    tells,
)

PARTS = """
import copy

import numpy as np


def as_plain(thing):
    # a dict of any kind as a plain one; anything else as it is
    return {str(key): value for key, value in thing.items()} if isinstance(thing, dict) else thing


def insides(net):
    return {name: as_plain(getattr(net, name, None)) for name in ("params", "layers", "lastLayer")}


def fill(net, values, blocks):
    # Puts values into the parameters, in place where they fit; with `blocks`, into the blocks that should hold them as well.
    if not isinstance(net.params, dict):
        net.params = {}
    renewed = []
    for name, value in values.items():
        own = net.params.get(name)
        if type(own) is np.ndarray and own.shape == value.shape and own.dtype == float:
            own[...] = value
        else:
            net.params[name] = value.copy()
            renewed.append(name)
    layers = getattr(net, "layers", None)
    layers = layers.values() if isinstance(layers, dict) else layers if isinstance(layers, (list, tuple)) else ()
    for n, block in zip("12", [layer for layer in layers if hasattr(layer, "W")]):
        for name in ("W", "b"):
            if blocks or name + n in renewed:
                setattr(block, name, net.params[name + n])


def settable(Net):
    # the same, with objects whose methods can be replaced, whatever Net says of their attributes
    return type(Net.__name__, (Net,), {})


class Saying:
    # in the place of a method: makes these calls, then gives this answer
    def __init__(self, answer, calls):
        self.answer, self.calls = answer, calls

    def __call__(self, *given, **named):
        for function, *arguments in self.calls:
            function(*arguments)
        return copy.copy(self.answer)


class Wavy:
    # in the place of loss: one whose slopes are easy
    def __init__(self, net):
        self.net = net

    def __call__(self, x, t):
        return float(np.abs(x).mean() * sum(np.sin(p).sum() for p in self.net.params.values()))


def quotients(f, x):
    # in the place of numerical_gradient, which is judged already
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
"""

NAMES = ("W1", "b1", "W2", "b2")
ORDER = ("Affine1", "Relu1", "Affine2")
# (input, hidden, output), samples, whether with labels that are integers: sizes that all differ, and a square network.
ROUNDS = (((4, 5, 3), 6, False), ((4, 5, 3), 41, True), ((4, 4, 4), 4, True), ((4, 4, 4), 1, False))
EXACT = 1e-12  # of a gradient's largest entry: backpropagation is right to that, and trial is not
TRIAL = 1e-4  # what both are right to


@dataclass(frozen=True)
class Case:
    """A network of the student's that was given known parameters, and a batch.

    right: the reference's networks with the same parameters, one with the layers that are asked for and one with the student's.
    Which layers there are is a part of its own: what a method makes of these is right, too."""

    student: object
    parts: object
    net: object
    right: tuple
    sizes: tuple
    values: dict
    x: np.ndarray
    labels: np.ndarray  # (N,)
    t: np.ndarray  # the same, or one-hot
    done: dict = field(default_factory=dict)  # {method: whether it is right by itself}

    @property
    def one_hot(self):
        return np.eye(self.sizes[2])[self.labels]

    def asked(self, ask, *needs):
        """What ask(network) gives, or the NotPassed that came of it; where it is wrong and so is one of the methods that it
        needs, what it gives with these out of the way."""
        got = attempt(lambda: ask(self.net))
        if self.is_right(got, ask) or all(self.does(method) for method in needs):
            return got
        return self.student.together(lambda: self.asked_walking(ask, needs, got))

    def asked_walking(self, ask, needs, got):
        net = attempt(lambda: self.walking(needs))
        return got if isinstance(net, NotPassed) else attempt(lambda: ask(net))

    def is_right(self, got, ask):
        return any(same(got, ask(net)) for net in self.right)

    def does(self, method):
        """Whether predict or loss is right, of another network with the same parameters, the second time too."""
        if method not in self.done:
            ask = {"predict": lambda net, x: net.predict(x), "loss": lambda net, x: net.loss(x, self.t)}[method]
            got = self.student.together(lambda: self.asked_twice(ask))
            self.done[method] = self.is_right(got, lambda net: ask(net, self.x))
        return self.done[method]

    def asked_twice(self, ask):
        net = self.another()
        attempt(lambda: ask(net, -self.x))
        return attempt(lambda: ask(net, self.x))

    def another(self, settable=False):
        """settable: its methods can be replaced."""
        Net = self.student.TwoLayerNet
        net = (self.parts.settable(Net) if settable else Net)(*self.sizes)
        self.parts.fill(net, self.values, True)
        return net

    def walking(self, methods):
        """Another network in which predict and loss, if they are among these methods, send x through its own layers one by
        one. Raises NotPassed where it has none."""
        net = self.another(settable=True)
        mine, twins = (blocks(*insides(self.parts, one)[1:]) for one in (net, self.another()))
        calls, given = [], [self.x]
        for name in self.right[-1].layers:
            calls.append((forward(mine, name), *given))
            given = [forward(twins, name)(*given)]
        if "predict" in methods:
            net.predict = self.parts.Saying(given[0], calls)
        if "loss" in methods:
            given = [*given, self.t]
            net.loss = self.parts.Saying(forward(twins, "lastLayer")(*given), [*calls, (forward(mine, "lastLayer"), *given)])
        return net


def same(got, want):
    """Whether `got` is a number, an array or a dict of arrays."""
    if isinstance(want, dict):
        return isinstance(got, dict) and all(name in got and is_value(got[name], value) for name, value in want.items())
    return is_value(got, want)


def attempt(ask):
    """What is asked for, or the NotPassed that comes of it."""
    try:
        return ask()
    except NotPassed as wrong:
        return wrong


def given(got):
    """What was asked for. Raises the NotPassed that came of it."""
    if isinstance(got, NotPassed):
        raise got
    return got


def blocks(layers, last):
    """Every block of a network under its name."""
    return {**(layers if isinstance(layers, dict) else {}), "lastLayer": last}


def forward(layers, name):
    """The method of a layer. Raises Failed where there is none."""
    layer = layers.get(name)
    method = attempt(lambda: layer.forward) if isinstance(layer, Proxy) else None
    if not isinstance(method, Proxy):
        raise Failed(_("{name} is no layer: it has no `forward`.").format(name=name))
    return method


def number(name, got):
    """`got` as a float. Raises where it is not one number."""
    assert_kind(name, got)
    if np.size(got) != 1:
        raise Failed(_("{name} has shape {shape}; it must be one number.").format(name=name, shape=np.shape(got)))
    return float(np.reshape(got, ()))


def drawn(rng, sizes, n):
    """Parameters, a batch and labels. No z is near 0, and each hidden neuron is on for some samples only; for a single sample,
    some neurons only. The batch is so large that trial shows in the digits. One of the weights in W2 is small beside the others.
    The scores of a square network are all below 0."""
    n_in, n_hidden, n_out = sizes
    while True:
        values = {"W1": signed(rng, n_in, n_hidden), "b1": 3.0 * signed(rng, n_hidden)}
        values |= {"W2": 0.05 * signed(rng, n_hidden, n_out), "b2": 0.3 * signed(rng, n_out)}
        values["W2"][0, 0] *= 0.05
        x = 10.0 * signed(rng, n, n_in)
        z = x @ values["W1"] + values["b1"]
        on = (z > 0).mean(axis=0 if n > 1 else 1)
        if np.abs(z).min() > 0.2 and (on > 0).all() and (on < 1).all():
            if n_in == n_out:
                values["b2"] -= (np.maximum(z, 0.0) @ values["W2"] + values["b2"]).max() + 1.0
            return values, x, rng.permutation(np.arange(n) % n_out)


@pytest.fixture(scope="module")
def parts(student):
    """What works on the student's network, over there."""
    return student.bring(PARTS)


def insides(parts, net):
    """A network's params and layers, which should be dicts, and its lastLayer."""
    found = parts.insides(net)
    return [found.get(name) for name in ("params", "layers", "lastLayer")] if isinstance(found, dict) else [None] * 3


def param(parts, net, name):
    """What stands under a name in params, None where nothing does."""
    params = insides(parts, net)[0]
    return params.get(name) if isinstance(params, dict) else None


def network(student, parts, args):
    """A network of the student's, its params and its layers. Raises NotRun where params are still to be written."""
    net = student.TwoLayerNet(*args)
    params, layers, _last = insides(parts, net)
    if params is ... or params is None:
        raise NotRun(_("not run: `params` is still to be written."))
    return net, params, layers


def right_network(reference, sizes, values, order=ORDER):
    net = reference.TwoLayerNet(*sizes)
    for name, value in values.items():
        net.params[name][...] = value
    net.layers = {name: net.layers[name] for name in order}
    return net


@pytest.fixture(scope="module")
def cases(student, reference, parts, rng):
    """cases(rounds): networks of the student's, ready to be tried; two rounds with each, so that nothing may be left over from
    the first."""

    def cases(rounds=ROUNDS):
        net, made_with = None, None
        for sizes, n, integers in rounds:
            if sizes != made_with:
                net, _params, layers = network(student, parts, sizes)
                made_with, order = sizes, own_order(layers)
            values, x, labels = drawn(rng, sizes, n)
            parts.fill(net, values, True)
            right = tuple(right_network(reference, sizes, values, names) for names in (ORDER, order))
            t = labels if integers else np.eye(sizes[2])[labels]
            yield Case(student, parts, net, right, sizes, values, x, labels, t)

    return cases


def own_order(layers):
    """The names of a network's layers, if both Affine layers are there and nothing but what is asked for; else ORDER."""
    names = tuple(layers) if isinstance(layers, dict) else ()
    return names if [name for name in names if name != "Relu1"] == ["Affine1", "Affine2"] else ORDER


# What a network is made with, and the spread of its weights; 0 is a spread, too.
BEGINNINGS = (((40, 30, 20), 0.01), ((30, 40, 50, 0.5), 0.5), ((3, 4, 2, 0.0), 0.0))


@points(1)
def test_params(student, parts):
    """params holds W1, b1, W2 and b2: weights drawn with the given spread, biases 0."""
    begun = []
    for args, spread in BEGINNINGS:
        begun.append((network(student, parts, args)[1], args, spread))
        try:
            check_beginning(*begun[-1], None)
        except Failed:
            for more in BEGINNINGS[len(begun) :]:  # not judged any more: what they have in common tells why
                begun.append((attempt(lambda more=more: network(student, parts, more[0])[1]), *more))
            check_beginning(*begun[BEGINNINGS.index((args, spread))], seen_of_beginnings(begun))
    first, second = (network(student, parts, (4, 3, 2))[0] for _round in range(2))
    W1 = param(parts, second, "W1")
    if np.array_equal(param(parts, first, "W1"), W1):
        raise Failed(
            _("Two networks start with the same W1."), _("Draw the weights, and leave the seed to whoever makes the network.")
        )
    parts.fill(first, {"W1": np.ones((4, 3))}, False)
    if not np.array_equal(param(parts, second, "W1"), W1):
        raise Failed(
            _("When W1 of one network is changed, that of another changes with it."),
            _("What belongs to one network is made in `__init__`, and kept on `self`."),
        )


@tells
def seen_of_beginnings(begun):
    """How weights and biases are drawn that is wrong: (a sentence, what it is known by), or None."""
    causes = []
    for name in ("b1", "b2"):
        arrays = [params[name] for params, _args, spread in begun if spread]
        if all(array.any() for array in arrays):
            if all(len(np.unique(array)) == array.size for array in arrays):
                causes.append((_("`{name}` is drawn at random.").format(name=name), f"{name}_random"))
            elif all(len(np.unique(array)) == 1 for array in arrays):
                causes.append(
                    (_("All entries of `{name}` are one and the same number, not 0.").format(name=name), f"{name}_constant")
                )
    for name in ("W1", "W2"):
        drawn = [(params[name], spread) for params, _args, spread in begun if spread]
        near = lambda of: all(0.9 * of(w, spread) <= w.std() <= 1.1 * of(w, spread) for w, spread in drawn)
        ways = {
            "right": ("", lambda w, spread: spread),
            "ignored": (_("the same whatever weight_init_std is"), lambda w, spread: drawn[0][0].std()),
            "root": (_("the root of weight_init_std"), lambda w, spread: np.sqrt(spread)),
            "square": (_("the square of weight_init_std"), lambda w, spread: spread**2),
            "fan_in": (_("weight_init_std divided by the root of the number of inputs"), lambda w, spread: spread / np.sqrt(len(w))),
            "fan_in_only": (_("one over the root of the number of inputs"), lambda w, spread: 1 / np.sqrt(len(w))),
            "he": (_("the root of two over the number of inputs"), lambda w, spread: np.sqrt(2 / len(w))),
            "over_inputs": (_("weight_init_std divided by the number of inputs"), lambda w, spread: spread / len(w)),
            "fan_out": (_("weight_init_std divided by the root of the number of outputs"), lambda w, spread: spread / np.sqrt(w.shape[1])),
            "uniform": (_("that of numbers drawn evenly from minus weight_init_std to weight_init_std"), lambda w, spread: spread / np.sqrt(3)),
            "half": (_("half of weight_init_std"), lambda w, spread: spread / 2),
            "twice": (_("twice weight_init_std"), lambda w, spread: 2 * spread),
            "tenth": (_("a tenth of weight_init_std"), lambda w, spread: spread / 10),
        }  # fmt: skip
        key = next((key for key, (_words, of) in ways.items() if near(of)), "")
        if all((w >= 0).all() for w, _spread in drawn):
            causes.append((_("No entry of `{name}` is negative.").format(name=name), f"{name}_positive"))
        elif key not in ("right", ""):
            sentence = _("The standard deviation of `{name}` is {words}.").format(name=name, words=ways[key][0])
            causes.append((sentence, f"{name}_std_{key}"))
    return (" ".join(sentence for sentence, _key in causes), "+".join(key for _sentence, key in causes)) if causes else None


def check_beginning(params, args, spread, cause):
    n_in, n_hidden, n_out = args[:3]
    if not isinstance(params, dict):
        raise Failed(_("params is no dict."))
    missing = [name for name in NAMES if name not in params]
    if missing:
        raise Failed(_("params has no {missing}; it has {found}.").format(missing=", ".join(missing), found=listed(params)))
    shapes = {"W1": (n_in, n_hidden), "b1": (n_hidden,), "W2": (n_hidden, n_out), "b2": (n_out,)}
    for name, shape in shapes.items():
        assert_kind(name, params[name])
        if np.shape(params[name]) != shape:
            raise Failed(
                _("{name} has shape {shape}; for TwoLayerNet{args} it must be {wanted}.").format(
                    name=name, shape=np.shape(params[name]), args=args[:3], wanted=shape
                )
            )
        if params[name].dtype.kind != "f":
            raise Failed(
                _("{name} holds whole numbers; a step of learning would not fit in. It must be float64.").format(name=name)
            )
    for name in ("b1", "b2"):
        if params[name].any():
            raise Failed(_("{name} is not 0 to begin with.").format(name=name), cause=cause)
    for name in ("W1", "W2"):
        check_weights(name, params[name], spread, cause)


def check_weights(name, weights, spread, cause):
    alike = any(np.unique(weights, axis=axis).shape != weights.shape for axis in (0, 1))
    if spread and alike:
        raise Failed(
            _("{name} has rows or columns that are all the same.").format(name=name),
            _("Neurons that start alike stay alike: the weights must be drawn, each by itself."),
        )
    if not 0.85 * spread <= weights.std() <= 1.15 * spread:
        raise Failed(
            _("With weight_init_std={spread} the standard deviation of {name} is {std:.2g}.").format(
                spread=spread, name=name, std=weights.std()
            ),
            _("np.random.randn has the standard deviation 1; multiply by the one that is wanted."),
            cause=cause,
        )
    if abs(weights.mean()) > 0.2 * spread:
        raise Failed(
            _("The entries of {name} are not spread around 0; their mean is {mean:.2g}.").format(name=name, mean=weights.mean())
        )


@points(1)
def test_layers(student, reference, parts, rng):
    """layers holds Affine1, Relu1 and Affine2, in this order, and they work on the arrays in params."""
    sizes, n, _integers = ROUNDS[0]
    net, before, _layers = network(student, parts, sizes)
    network(student, parts, sizes)  # another one, which must not take the layers of the first
    if isinstance(before, dict) and not np.array_equal(param(parts, net, "W1"), before.get("W1")):
        net, before, _layers = network(student, parts, sizes)  # nor its params, but that is a part of its own
    values, x, labels = drawn(rng, sizes, n)
    parts.fill(net, values, False)
    attempt(lambda: net.predict(x))  # some layers take the parameters up only then
    _params, layers, last = insides(parts, net)
    right = right_network(reference, sizes, values)
    if layers is ...:
        raise NotRun(_("not run: `layers` is still to be written (`...`)."))
    if not isinstance(layers, dict):
        raise Failed(_("layers must be a dict, with the names of the layers as its keys."))
    if tuple(layers) != ORDER:
        raise Failed(
            _("layers holds {names}; it must hold {wanted}, in this order.").format(names=listed(layers), wanted=", ".join(ORDER))
        )
    for name in ORDER:
        out, want = forward(layers, name)(x), right.layers[name].forward(x)
        if name != "Relu1":
            check_notices(out, x, name[-1], values, before if isinstance(before, dict) else {})
        assert_gradient(_("what {name} makes of its input").format(name=name), out, want, _("Is it made with its own W and b?"))
        x = out
    if not isinstance(last, Proxy) or isinstance(attempt(lambda: last.backward), NotPassed):
        raise Failed(_("lastLayer must be a SoftmaxWithLoss: it has no forward and backward."))
    loss = forward(blocks(layers, last), "lastLayer")(x, np.eye(sizes[2])[labels])
    assert_gradient(_("what lastLayer makes of the scores"), loss, right.lastLayer.forward(x, labels))


def check_notices(out, x, n, values, before):
    """What an Affine layer makes of x doesn't come of the parameters as they were when the network was made."""
    for stale in (("W" + n, "b" + n), ("W" + n,), ("b" + n,)):
        W, b = (before.get(name) if name in stale else values[name] for name in ("W" + n, "b" + n))
        if is_array_like(W, values["W" + n]) and is_array_like(b, values["b" + n]) and same(out, x @ W + b):
            raise Failed(
                _("When {names} in params is changed in place, the network doesn't notice.").format(names=", ".join(stale)),
                _("The layers must be made with the very arrays that stand in params, not with copies."),
                cause=(
                    _("`Affine{n}` holds another array than the {names} of params.").format(
                        n=n, names=_(" and the ").join(stale)
                    ),
                    f"another_array:{','.join(stale)}",
                ),
            )


@points(1)
def test_predict(cases):
    """predict sends x through the layers and returns the scores."""
    for case in cases():
        ask = lambda net, x=case.x: net.predict(x)
        got = ask(case.net)
        if not case.is_right(got, ask):
            hint = _("The scores are those from before the softmax.")
            assert_gradient(_("the result of predict"), got, ask(case.right[0]), hint)


@points(1)
def test_loss(cases):
    """loss is the last layer's loss of what predict gives."""
    hint = _("The last layer takes the scores and the labels, and returns the loss, of which it has taken the mean already.")
    for case in cases():
        for t in (case.one_hot, case.labels):
            ask = lambda net, x=case.x, t=t: net.loss(x, t)
            got = number("loss", given(case.asked(ask, "predict")))
            want, y = ask(case.right[0]), case.right[0].lastLayer.y
            inside_the_log = float(-np.log((y * case.one_hot).sum(axis=1) + 1e-7).mean())
            if not (case.is_right(got, ask) or close(got, inside_the_log)):
                assert_gradient("loss", got, want, hint, {_("the number of samples"): len(case.x)})


@points(1)
def test_accuracy(cases, rng):
    """accuracy is the share of right answers, for either form of labels."""
    asked = []
    for case in cases(ROUNDS[1:]):
        for labels in some_right(case, rng):
            for form, t in ((_("integers"), labels), (_("one-hot"), np.eye(case.sizes[2])[labels])):
                ask = lambda net, x=case.x, t=t: net.accuracy(x, t)
                asked.append((case, ask, labels, form, case.asked(ask, "predict")))
    for case, ask, labels, form, answer in asked:
        got = number("accuracy", given(answer))
        if not 0 <= got <= 1:
            raise Failed(
                _("accuracy must lie between 0 and 1."),
                _("It is a share: how many are right, divided by how many there are."),
            )
        if not case.is_right(got, ask):
            raise Failed(
                _("accuracy is wrong for labels that are {form}.").format(form=form),
                _("For each row: is the highest score where the label says? Both forms of labels name a class per row."),
                cause=seen_of_accuracy([(case, labels, form, answer) for case, _ask, labels, form, answer in asked]),
            )


@tells
def seen_of_accuracy(asked):
    """Which share accuracy gives where it is wrong: (a sentence, what it is known by), or None."""
    made = []
    for case, labels, form, got in asked:
        scores, rows = case.right[0].predict(case.x), np.arange(len(labels))
        hot, y = np.eye(scores.shape[1])[labels], np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        best = scores.argmax(axis=1)
        right = (best == labels).mean()
        shares = {
            "two_likeliest": (_("an answer counts as right if its class is among the two likeliest"), ((scores > scores[rows, labels][:, None]).sum(axis=1) < 2).mean()),
            "wrong": (_("the wrong answers are counted"), 1 - right),
            "least_likely": (_("the class with the lowest score is taken for the answer"), (scores.argmin(axis=1) == labels).mean()),
            "rounded_entries": (_("the rounded probabilities are compared with t entry by entry"), (np.round(y) == hot).mean()),
            "entries": (_("answers and labels are compared entry by entry, zeros as well"), (np.eye(scores.shape[1])[best] == hot).mean()),
            "over_classes": (_("the number of right answers is divided by the number of classes"), right * len(labels) / scores.shape[1]),
            "first": (_("the first sample alone is looked at"), float(best[0] == labels[0])),
            "last": (_("the last sample alone is looked at"), float(best[-1] == labels[-1])),
            "sure": (_("an answer counts as right only if its probability is above a half"), ((best == labels) & (y.max(axis=1) > 0.5)).mean()),
            "all": (_("it is 1 only if all answers are right, else 0"), float(right == 1)),
            "mean_probability": (_("the mean probability of the right classes is given"), y[rows, labels].mean()),
        }  # fmt: skip
        made.append((form, got, right, shares))
    wrong = [one for one in made if not close(one[1], one[2])]
    forms = {form for form, *_rest in wrong}
    for key in made[0][3]:
        if len(wrong) > 2 and all(close(got, shares[key][1]) for form, got, _right, shares in made if form in forms):
            words = wrong[0][3][key][0]
            if len(forms) == 1:
                return _("With labels that are {form}, {words}.").format(form=next(iter(forms)), words=words), f"accuracy_{key}"
            return words[0].upper() + words[1:] + ".", f"accuracy_{key}"
    return None


def some_right(case, rng):
    """Labels of which one is right, and of which all but one are; then some that are far off where they are wrong."""
    scores = case.right[0].predict(case.x)
    best = scores.argmax(axis=1)
    yield np.where(np.arange(len(best)) % 3 == 0, best, scores.argmin(axis=1))
    for right in (1, len(best) - 1):
        wrong = rng.permutation(len(best))[right:]
        labels = best.copy()
        labels[wrong] = (best[wrong] + rng.integers(1, case.sizes[2], len(wrong))) % case.sizes[2]
        yield labels


@pytest.fixture(scope="module")
def gradients(parts, cases):
    """Every case with what `gradient` gives, or what went wrong, and with the params and layers of the network afterwards."""
    ask = lambda net, case: net.gradient(case.x, case.t)
    return [
        (case, case.asked(lambda net, case=case: ask(net, case), "predict", "loss"), insides(parts, case.net)) for case in cases()
    ]


def check_gradient_of(name, gradients):
    for case, found, (params, layers, _last) in gradients:
        if own_order(layers) != own_order(case.right[-1].layers):
            raise Failed(_("After `gradient` the layers stand in another order."), _("The next forward needs them as they were."))
        got = entry("gradient", given(found), name)
        wants = [net.gradient(case.x, case.t)[name] for net in case.right]
        off = min(far_off(got, want) for want in wants)
        if EXACT < off < TRIAL:
            raise Failed(
                _("{name} is right to some {n:.0f} digits and no more; backpropagation gives it to the last one.").format(
                    name=name, n=-np.log10(off)
                ),
                _("Does it come of trial? Backpropagation needs one walk forward and one walk back."),
            )
        if off > EXACT:
            cause = seen_of_gradient(name, gradients)
            assert_gradient(name, got, wants[0], gradient_hint(got, wants[0]), {_("the number of samples"): len(case.x)}, cause)
        if not (isinstance(params, dict) and is_value(params.get(name), case.values[name])):
            raise Failed(
                _("After `gradient`, {name} in params is not what it was.").format(name=name),
                _("It only says which way is up; who trains the network takes the step."),
            )


def backpropagated(case, *, rows=slice(None), loss=lambda y, s, t: y - t, back=lambda W2: W2, lets=lambda z: z > 0, over=1.0):
    """The four gradients of a case where something is otherwise. rows: the samples; loss(y, scores, t): what the loss hands back,
    but for the mean; back(W2): the weights on the way back; lets(z): what ReLU lets through; over: what all is divided by."""
    x, t = case.x[rows], case.one_hot[rows]
    W1, b1, W2, b2 = (case.values[name] for name in NAMES)
    z = x @ W1 + b1
    a = np.maximum(z, 0)
    s = a @ W2 + b2
    y = np.exp(s - s.max(axis=1, keepdims=True))
    y /= y.sum(axis=1, keepdims=True)
    dout = loss(y, s, t) / len(x) / over
    dz = (dout @ back(W2).T) * lets(z)
    return {"W1": x.T @ dz, "b1": dz.sum(axis=0), "W2": a.T @ dout, "b2": dout.sum(axis=0)}


OTHERWISE = {
    "first_sample": (_("that of the first sample alone"), lambda case: {"rows": slice(1)}),
    "last_sample": (_("that of the last sample alone"), lambda case: {"rows": slice(-1, None)}),
    "summed": (_("that of the sum over the samples, not of the mean"), lambda case: {"over": 1 / len(case.x)}),
    "over_samples": (_("divided by the number of samples once more"), lambda case: {"over": len(case.x)}),
    "positive": (
        _("made with what the loss hands back, its negative entries set to 0"),
        lambda case: {"loss": lambda y, s, t: np.maximum(y - t, 0)},
    ),
    "scores": (_("made with the scores less t: without softmax"), lambda case: {"loss": lambda y, s, t: s - t}),
    "y": (_("made with y alone: t is not taken off"), lambda case: {"loss": lambda y, s, t: y}),
    "sign": (_("made with the sign of y less t"), lambda case: {"loss": lambda y, s, t: np.sign(y - t)}),
    "square": (_("made with the square of y less t"), lambda case: {"loss": lambda y, s, t: (y - t) ** 2}),
    "slope_too": (_("made with y less t times y times one less y"), lambda case: {"loss": lambda y, s, t: (y - t) * y * (1 - y)}),
    "uphill": (_("made with t less y"), lambda case: {"loss": lambda y, s, t: t - y}),
    "absolute_W2": (_("made with the absolute values of W2 on the way back"), lambda case: {"back": np.abs}),
    "no_relu": (_("made as if ReLU let everything through on the way back"), lambda case: {"lets": np.ones_like}),
    "other_half": (_("made as if ReLU let through what it stops"), lambda case: {"lets": lambda z: z <= 0}),
    "relu_itself": (_("made with what ReLU gives in place of its slope"), lambda case: {"lets": lambda z: np.maximum(z, 0)}),
}


@tells
def seen_of_gradient(name, gradients):
    """What stands for one gradient in all cases that it is wrong in: (a sentence, what it is known by), or None."""
    got = [(case, found[name]) for case, found, _insides in gradients if isinstance(found, dict)]
    if len(got) < len(gradients):
        return None
    alike = lambda make: all(is_array_like(found, made := make(case)) and far_off(found, made) <= TRIAL for case, found in got)
    for key, (words, otherwise) in OTHERWISE.items():
        if alike(lambda case, otherwise=otherwise: backpropagated(case, **otherwise(case))[name]):
            return _("The gradient of {name} that `gradient` gives is {words}.").format(name=name, words=words), f"{name}_{key}"
    loss_of = lambda case: case.right[0].loss(case.x, case.t)
    if alike(lambda case: case.values[name] * loss_of(case)):
        return _("`gradient` gives {name} itself, times the loss.").format(name=name), f"{name}_times_loss"
    if alike(lambda case: case.values[name]):
        return _("`gradient` gives {name} itself, not its gradient.").format(name=name), f"{name}_itself"
    more = [ratio(found - backpropagated(case)[name], case.values[name]) for case, found in got]
    if None not in more and all(more) and np.ptp(more) <= 1e-6 * np.abs(more).max():
        sentence = _("To the gradient of {name}, {name} times one number is added: weight decay, which nobody asked for.")
        return sentence.format(name=name), f"{name}_decay"
    return None


def far_off(got, want):
    """How far an array is from another, in parts of its largest entry; infinitely, where it can't be compared."""
    return np.abs(got - want).max() / np.abs(want).max() if is_array_like(got, want) else np.inf


def gradient_hint(got, want):
    factor = ratio(got, want) if is_array_like(got, want) else None
    if factor is None:
        return _("Forward first, then the last layer's backward, then the layers' from the last to the first.")
    if close(factor, -1):
        return _("A gradient points uphill: who takes the step subtracts it.")
    return _("The mean over the batch is taken once, in the last layer. Which other factor stands before it?")


def entry(method, found, name):
    """What a dict of gradients holds under a name. Raises where it doesn't."""
    if found is ...:
        raise NotRun(_("not run: the result of `{method}` is still to be written (`...`).").format(method=method))
    if not isinstance(found, dict):
        hint = _("Is a `return` missing?") if found is None else ""
        raise Failed(_("{method} must return a dict with W1, b1, W2 and b2.").format(method=method), hint)
    if name not in found:
        raise Failed(_("The dict has no {name}; it has {names}.").format(name=name, names=listed(found)))
    return found[name]


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


@points(1)
def test_numerical_gradient(student, parts, cases):
    """numerical_gradient differentiates the loss by each parameter, by trial."""
    student.put("numerical_gradient", parts.quotients)
    for case in cases((ROUNDS[0], ROUNDS[0])):  # the same network twice: nothing may be left over
        wrong = attempt(
            lambda case=case: check_trial(parts, case, case.net, [net.gradient(case.x, case.t) for net in case.right])
        )
        if wrong and not (case.does("predict") and case.does("loss")):
            net = case.another(settable=True)
            net.loss = parts.Wavy(net)
            slopes = {name: np.abs(case.x).mean() * np.cos(p) for name, p in case.values.items()}
            wrong = attempt(lambda case=case, net=net, slopes=slopes: check_trial(parts, case, net, [slopes]))
        given(wrong)


def check_trial(parts, case, net, slopes):
    """slopes: dicts of the slopes of the network's loss, one of which is wanted."""
    found, after = net.numerical_gradient(case.x, case.t), insides(parts, net)[0]
    for name in NAMES:
        got = entry("numerical_gradient", found, name)
        off = min(far_off(got, each[name]) for each in slopes)
        if off > TRIAL:
            assert_gradient(name, got, slopes[0][name], _("It is the loss that is differentiated, and by this parameter."))
        if off < EXACT:
            raise Failed(
                _("{name} is right to the last digit, as backpropagation gives it, which numerical_gradient is to check.").format(
                    name=name
                ),
                _("It needs nothing but the loss, and nudged parameters."),
            )
        if not (isinstance(after, dict) and far_off(after.get(name), case.values[name]) < 1e-9):
            raise Failed(_("Afterwards {name} in params is not what it was.").format(name=name))
