"""`MLP`: its weights and biases, what it answers, where its gradients arrive, and its parameters.

Each network is made with the tests' own Values in place of the submission's, and where that fails with those. What it answers is
compared with what its own weights say, wherever they come from.
"""

from dataclasses import dataclass

import numpy as np
import pytest
from autograd_pieces import TAMPERED, Pieces, numbers

from grader.testing import Failed, Proxy, _, assert_gradient, close, points, signed

SIZES = ((6, [2, 6]), (2, [1]), (2, [6, 2, 2, 2, 1]))  # inputs, and neurons of each layer; one layer alone is linear
SEED = 3  # of the generator that draws the weights

THERE = """
import numpy as np


def data_of(nested):
    if hasattr(nested, "data") and hasattr(nested, "grad"):
        return nested.data
    return [data_of(one) for one in nested]


def grads_of(nested):
    if hasattr(nested, "data") and hasattr(nested, "grad"):
        return nested.grad
    return [grads_of(one) for one in nested]


def put(nested, numbers):
    for one, number in zip(nested, numbers):
        if isinstance(number, list):
            put(one, number)
        else:
            one.data = number


def flat(nested):
    if hasattr(nested, "data") and hasattr(nested, "grad"):
        return [nested]
    return [value for one in nested for value in flat(one)]


def places(parameters, ours):
    at = {id(value): n for n, value in enumerate(ours)}
    return [at.get(id(one), -1) for one in parameters]


def made(MLP, n_inputs, sizes, seed):
    mlp = MLP(n_inputs, sizes, np.random.default_rng(seed))
    return mlp, data_of(mlp.weights), data_of(mlp.biases)


def answered(mlp, x, Value):
    found = mlp([Value(number) for number in x] if Value else x)
    values = list(found) if isinstance(found, (list, tuple)) else [found]
    good = all(hasattr(one, "data") and hasattr(one, "grad") for one in values)
    return type(found).__name__, data_of(values) if good else None


def all_places(mlp):
    ours, given = flat([mlp.weights, mlp.biases]), list(mlp.parameters())
    return places(given, ours), len(ours), all(hasattr(one, "grad") for one in given)


def gradients(mlp, x, factors, Value, backward):
    inputs = [Value(number) for number in x]
    root = 0.0
    found = mlp(inputs)
    for y, factor in zip(found if isinstance(found, (list, tuple)) else [found], factors):
        root = y * factor + root
    backward(root)
    return grads_of(mlp.weights), grads_of(mlp.biases), grads_of(inputs)
"""


@dataclass(frozen=True)
class Net:
    """A network over there, and its numbers here: W[l] (n_neurons, n_inputs) and b[l] (n_neurons,)."""

    there: Proxy
    W: list
    b: list
    turned: bool = False  # weights[l][i][j], which costs the part that names it

    def answer(self, x):
        """(what the last layer gives, each layer's inputs)."""
        inputs, a = [], np.array(x)
        for n, (W, b) in enumerate(zip(self.W, self.b, strict=True), start=1):
            inputs.append(a)
            z = W @ a + b
            a = z if n == len(self.W) else np.tanh(z)
        return a, inputs

    def gradients(self, x, factors):
        """∂(Σ factor · answer)/∂W, ∂b, ∂x."""
        _y, inputs = self.answer(x)
        dz, dW, db = np.array(factors), [], []
        for n in range(len(self.W) - 1, -1, -1):
            dW.insert(0, np.outer(dz, inputs[n]))
            db.insert(0, dz)
            da = self.W[n].T @ dz
            dz = da * (1 - inputs[n] ** 2) if n else da
        return dW, db, dz


class Bench:
    def __init__(self, student, rng):
        self.student, self.there, self.pieces = student, student.bring(THERE), Pieces(student)
        self.either = self.pieces.either
        self.biases = [[signed(rng, n).tolist() for n in sizes] for _n_inputs, sizes in SIZES]
        self.xs = [signed(rng, n_inputs).tolist() for n_inputs, _sizes in SIZES]
        self.xs[0][:2] = 1e-4, 0.0
        self.factors = [signed(rng, sizes[-1]).tolist() for _n_inputs, sizes in SIZES]

    def made(self, case):
        """A network as it comes, its weights as lists of numbers, and its biases."""
        n_inputs, sizes = SIZES[case]
        found = self.there.made(self.student.MLP, n_inputs, list(sizes), SEED)
        if not isinstance(found, tuple) or len(found) != 3 or not isinstance(found[0], Proxy):
            raise Failed(TAMPERED)
        net, weights, biases = found
        return net, numbers("weights", weights, 3), numbers("biases", biases, 2)

    def ready(self, case):
        """A Net, its biases set to drawn ones."""
        net, weights, biases = self.made(case)
        n_inputs, sizes = SIZES[case]
        turned = not is_shaped(weights, n_inputs, sizes) and is_shaped(
            [list(zip(*w, strict=False)) for w in weights], n_inputs, sizes
        )
        if turned:
            weights = [[list(row) for row in zip(*w, strict=True)] for w in weights]
        if not is_shaped(weights, n_inputs, sizes) or [len(b) for b in biases] != sizes:
            check_shapes(weights, biases, n_inputs, sizes)
        self.there.put(net.biases, self.biases[case])
        return Net(net, [np.array(w) for w in weights], [np.array(b) for b in self.biases[case]], turned)


def is_shaped(weights, n_inputs, sizes):
    widths = [n_inputs, *sizes[:-1]]
    return [(len(w), {len(row) for row in w}) for w in weights] == [(n, {width}) for n, width in zip(sizes, widths, strict=True)]


def check_shapes(weights, biases, n_inputs, sizes):
    if not is_shaped(weights, n_inputs, sizes):
        sentence = _("weights[l][j][i] doesn't lead from input i to neuron j of layer l: the lists have other lengths.")
        raise Failed(sentence, _("One list a layer, in it one a neuron, in it one Value for each of its inputs."))
    if [len(b) for b in biases] != list(sizes):
        raise Failed(_("biases[l][j] is not one Value for each neuron j of layer l."))


@pytest.fixture(scope="module")
def bench(student, rng):
    return Bench(student, rng)


@points(1)
def test_weights(student, bench):
    """weights[l][j][i] are drawn by rng.uniform(-1, 1), and biases[l][j] begin at 0.0."""

    def check():
        for case, (n_inputs, sizes) in enumerate(SIZES):
            _net, weights, biases = bench.made(case)
            check_shapes(weights, biases, n_inputs, sizes)
            drawn = [w for layer in weights for row in layer for w in row]
            could_be = np.random.default_rng(SEED).uniform(-1, 1, 4 * len(drawn))
            if len(set(drawn)) < len(drawn) or not all(np.isclose(could_be, w, rtol=1e-12).any() for w in drawn):
                sentence = _("The weights are not what rng.uniform(-1, 1) gives.")
                raise Failed(sentence, _("Each is drawn for itself, by the generator that is handed in."))
            if any(b for layer in biases for b in layer):
                raise Failed(_("A bias doesn't begin at 0.0."))

    bench.either(check)


@points(1)
def test_answer(student, bench):
    """Called, it gives what its weights and biases say: tanh in all layers but the last."""

    def check():
        for case in range(len(SIZES)):
            net, x = bench.ready(case), bench.xs[case]
            _kind, got = answered(bench, net, x)
            want, _inputs = net.answer(x)
            if len(got) != len(want) or not close(got, want):
                sentence = _("For a network of {n} layers, the answer is wrong.").format(n=len(net.W))
                raise Failed(
                    sentence, _("Every neuron: the sum of weight · input, plus its bias; then tanh, but in the last layer.")
                )

    bench.either(check)


def answered(bench, net, x, value=None):
    """The type of what comes of a call, and the numbers in it; of one output alone, also where it isn't in a list.

    value: what the inputs are made of, where they are no plain numbers."""
    found = bench.there.answered(net.there, x, value)
    if not isinstance(found, tuple) or len(found) != 2:
        raise Failed(TAMPERED)
    kind, got = found
    if got is None:
        raise Failed(_("A call must give Values; it gave {kind}.").format(kind=kind), _("Without Values there is no way back."))
    return kind, numbers(_("What a call gives"), got, 1)


@points(1)
def test_list(student, bench):
    """It takes numbers or Values, and gives a list, also for one output."""

    def check():
        for case in (1, 0):
            net, x = bench.ready(case), bench.xs[case]
            kind, numbers_in = answered(bench, net, x)
            if kind != "list":
                raise Failed(
                    _("With {n} outputs, a call gives no list.").format(n=len(net.W[-1])), _("A list, also for one output.")
                )
            _kind, values_in = answered(bench, net, x, student.Value)
            if not close(values_in, numbers_in):
                raise Failed(_("For Values it gives another answer than for the same numbers."))
            moved = (
                [number + 0.25 for number in x],
                [-2 * number for number in x],
            )  # where one turns all neurons off, the other won't
            if all(close(answered(bench, net, to)[1], numbers_in) for to in moved):
                raise Failed(_("The answer doesn't depend on what goes in."))

    bench.either(check)


@points(1)
def test_gradients(student, bench):
    """The gradients of the answers arrive at every weight, bias and input."""

    def check():
        for case in range(len(SIZES)):
            net, x, factors = bench.ready(case), bench.xs[case], bench.factors[case]
            found = bench.there.gradients(net.there, x, factors, student.Value, bench.pieces.pieces.backward)
            if not isinstance(found, tuple) or len(found) != 3:
                raise Failed(TAMPERED)
            dW, db, dx = net.gradients(x, factors)
            hint = _("On its way from the parameters to the answer, everything stays a Value: no .data, no new Value in between.")
            for layer in range(len(net.W)):
                got = np.array(numbers("grad", found[0], 3)[layer]), np.array(numbers("grad", found[1], 2)[layer])
                of = _(" of layer {n} of {total}").format(n=layer + 1, total=len(net.W))
                assert_gradient(_("The grads of the weights") + of, got[0].T if net.turned else got[0], dW[layer], hint)
                assert_gradient(_("The grads of the biases") + of, got[1], db[layer], hint)
            assert_gradient(_("The grads of the inputs"), np.array(numbers("grad", found[2], 1)), dx, hint)

    bench.either(check)


@points(1)
def test_parameters(student, bench):
    """parameters() gives all weights and biases, those very Values, each once."""

    def check():
        for case in (0, 2):
            net, _weights, _biases = bench.made(case)
            found = bench.there.all_places(net)
            if not isinstance(found, tuple) or len(found) != 3 or not isinstance(found[0], list):
                raise Failed(TAMPERED)
            got, ours, values = found
            hint = _("The same objects, not copies: whoever changes their data changes the network.")
            if not ours:
                raise Failed(_("The network has no weights and no biases."), hint)
            if values is not True:
                raise Failed(_("parameters() gives something that is no Value."), hint)
            if -1 in got:
                raise Failed(_("parameters() gives something that is no weight or bias of the network."), hint)
            if len(set(got)) < len(got):
                raise Failed(_("parameters() gives a Value more than once."), hint)
            if len(got) < ours:
                sentence = _("parameters() gives {n} of {total} weights and biases.")
                raise Failed(sentence.format(n=len(got), total=ours), hint)

    bench.either(check)
