"""The checks of assignment 6, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import CheckFailed, Practice, check, check_close, check_shape, check_written, instead, quiz, student


def stop_unless(right, sentence):
    if not right:
        raise CheckFailed(sentence)


EXAMPLE = {
    "W1": [[2, 1, -1], [-1, 1, 0]],
    "b1": [1, -1, 0],
    "W2": [[1, -1], [0, 1], [3, 2]],
    "b2": [0, 0],
}


def check_params(params):
    """Is there something to work with? The check of params itself looks closer."""
    check_written("self.params", params)
    for name in EXAMPLE:
        stop_unless(
            isinstance(params, dict) and isinstance(params.get(name), np.ndarray),
            f"self.params must be a dict that holds an array under the name {name!r}.",
        )


def set_params(net, values):
    """Puts numbers into the arrays that the network holds."""
    check_params(net.params)
    check_written("self.layers", net.layers)
    check_written("self.lastLayer", net.lastLayer)
    for name, value in values.items():
        value = np.array(value, dtype=float)
        check_shape(f"params[{name!r}]", net.params[name], value.shape, "See the table of shapes in section 3.")
        net.params[name][...] = value
    for layer, W, b in (("Affine1", "W1", "b1"), ("Affine2", "W2", "b2")):
        block = net.layers.get(layer) if isinstance(net.layers, dict) else None
        stop_unless(
            getattr(block, "W", None) is net.params[W] and getattr(block, "b", None) is net.params[b],
            "The layers don't work on the arrays in params.\nFirst get the check of layers to pass.",
        )


def example_net():
    """The network of the example in section 3, its x and its label."""
    net = student.TwoLayerNet(2, 3, 2)
    set_params(net, EXAMPLE)
    return net, np.array([[1.0, 2.0]]), np.array([0])


def random_net(seed, n_in=4, n_hidden=6, n_out=3, n=5):
    """A network with larger weights, a batch and labels of both forms; each ReLU is on for some samples only."""
    rng = np.random.default_rng(seed)
    net = student.TwoLayerNet(n_in, n_hidden, n_out)
    while True:
        values = {
            "W1": rng.normal(size=(n_in, n_hidden)),
            "b1": 0.3 * rng.normal(size=n_hidden),
            "W2": rng.normal(size=(n_hidden, n_out)),
            "b2": 0.3 * rng.normal(size=n_out),
        }
        x, labels = rng.normal(size=(n, n_in)), rng.permutation(np.arange(n) % n_out)
        z = x @ values["W1"] + values["b1"]
        if np.abs(z).min() > 0.01 and (z > 0).any(axis=0).all() and (z < 0).any(axis=0).all():
            set_params(net, values)
            return net, values, x, labels


def scores_of(values, x):
    """The scores of a network with these parameters, in plain NumPy."""
    return np.maximum(x @ values["W1"] + values["b1"], 0) @ values["W2"] + values["b2"]


def loss_of(values, x, labels):
    scores = scores_of(values, x)
    return np.mean([np.log(np.sum(np.exp(row - row[label]))) for row, label in zip(scores, labels)])


def slopes_of(values, x, labels):
    """The gradients of that loss, by trial."""
    slopes = {}
    for name in values:
        slopes[name] = np.zeros_like(values[name])
        for index in np.ndindex(values[name].shape):
            nudged = [{**values, name: values[name].copy()} for _ in range(2)]
            nudged[0][name][index] += 1e-4
            nudged[1][name][index] -= 1e-4
            slopes[name][index] = (loss_of(nudged[0], x, labels) - loss_of(nudged[1], x, labels)) / 2e-4
    return slopes


class PretendNetwork:
    """Has the two gradients that it is given, and the methods of a network."""

    def __init__(self, analytic, numeric):
        self.analytic, self.numeric = analytic, numeric
        self.params = {name: np.zeros_like(value) for name, value in numeric.items()}

    def gradient(self, x, t):
        return {name: value.copy() for name, value in self.analytic.items()}

    def numerical_gradient(self, x, t):
        return {name: value.copy() for name, value in self.numeric.items()}


class RecordingNetwork:
    """Stands in for TwoLayerNet while `train` is checked, and writes down what happens to it."""

    made: list = []  # noqa: RUF012

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.sizes = (input_size, hidden_size, output_size)
        self.params = {
            "W1": np.full((input_size, hidden_size), 0.5),
            "b1": np.zeros(hidden_size),
            "W2": np.full((hidden_size, output_size), 0.5),
            "b2": np.zeros(output_size),
        }
        self.held = dict(self.params)  # the arrays themselves, as layers hold them
        self.batches, self.before = [], []
        RecordingNetwork.made.append(self)

    def gradient(self, x, t):
        self.batches.append((np.array(x), np.array(t)))
        self.before.append({name: value.copy() for name, value in self.held.items()})
        k = len(self.batches)
        return {name: np.full_like(value, k + n) for n, (name, value) in enumerate(self.held.items())}

    def predict(self, x):
        return np.eye(self.sizes[2])[np.arange(len(x)) % self.sizes[2]]

    def loss(self, x, t):
        return 1000.0 * len(x) + len(self.batches)

    def accuracy(self, x, t):
        return 1000.0 * len(x) + len(self.batches)


def recorded_train(seed, iterations=12, batch_size=2, learning_rate=0.25):
    """train, on 6 training and 3 test samples, with a RecordingNetwork. Returns it, the result and the data."""
    x, labels = np.arange(18.0).reshape(6, 3), np.array([0, 1, 2, 3, 0, 1])
    data = (x, np.eye(4)[labels], -x[:3] - 1, np.eye(4)[[3, 2, 1]])
    RecordingNetwork.made = []
    with instead("TwoLayerNet", RecordingNetwork):
        found = student.train(*data, iterations, batch_size, learning_rate, np.random.default_rng(seed))
    stop_unless(
        RecordingNetwork.made,
        "train is still to be written: it made no TwoLayerNet.",
    )
    return RecordingNetwork.made[-1], found, data


@check
def numerical_gradient():
    """central, every element, in place, and everything put back"""
    x = np.array([2.0])
    got = student.numerical_gradient(lambda x: np.sum(x**3), x)
    check_written("numerical_gradient()", got)
    check_shape("For x of shape (1,), the gradient", got, (1,), "A gradient has the shape of the thing it belongs to.")
    stop_unless(
        np.any(got),
        "The gradient is 0 everywhere: the loop is still to be written.\n"
        "If it is written: does f see two different x? Nudge x itself, not a copy.",
    )
    h = 1e-4
    check_close(
        "The slope of x³ at 2",
        got,
        [12.0],
        "Both sides of x, at the same distance h, and divided by the whole distance between them.",
        {
            "This is the forward difference. Go to both sides: x + h and x − h.": [((2 + h) ** 3 - 8) / h],
            "This is the backward difference. Go to both sides: x + h and x − h.": [(8 - (2 - h) ** 3) / h],
            "Twice too much: from x − h to x + h the distance is 2h.": [24.0],
            "Half of it: is the distance between your two points what you divide by?": [6.0],
            "Divided by 2 and then multiplied by h: (…) / 2 * h. Put brackets around 2 * h.": [12 * h * h],
            "The sign is wrong: it is f above minus f below.": [-12.0],
        },
    )

    weights = np.array([[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]])
    x = np.array([[0.5, 1.0, -1.5], [2.0, -0.5, 1.0]])
    start = x.copy()
    for case, f in {
        "f looks at its argument": lambda given: np.sum(weights * given**2),
        "f looks at x itself": lambda given: np.sum(weights * x**2),
    }.items():
        got = student.numerical_gradient(f, x)
        check_close(
            f"Where {case}, the gradient for x of shape (2, 3)",
            got,
            2 * weights * start,
            "Nudge x itself, in place, one element at a time; all others stand still.",
            {"It is 0 everywhere: a copy was nudged, and f never saw it.": np.zeros(6)},
        )
        stop_unless(
            np.allclose(x, start, rtol=0, atol=1e-9),
            "Afterwards x is not what it was. Put each element back before you go on to the next.",
        )


@check
def two_layer_net_params():
    """four arrays, weights drawn, biases 0"""
    params = student.TwoLayerNet(40, 30, 20).params
    check_params(params)
    shapes = {"W1": (40, 30), "b1": (30,), "W2": (30, 20), "b2": (20,)}
    for name, shape in shapes.items():
        check_shape(
            f"For TwoLayerNet(40, 30, 20), params[{name!r}]",
            params[name],
            shape,
            "A bias is a plain vector." if name[0] == "b" else "A row for each input, a column for each neuron.",
        )
    for std, drawn in ((0.01, params), (0.5, student.TwoLayerNet(40, 30, 20, 0.5).params)):
        for name in ("W1", "W2"):
            got = float(np.std(drawn[name]))
            stop_unless(got > 0, f"All numbers in {name} are the same. The weights must be drawn.")
            stop_unless(
                0.8 * std < got < 1.2 * std,
                f"With weight_init_std={std} the standard deviation of {name} is {got:.3g}.\n"
                "np.random.randn has standard deviation 1: multiply.",
            )
        for name in ("b1", "b2"):
            stop_unless(not np.any(drawn[name]), f"{name} must be 0 to begin with.")


@check
def two_layer_net_layers():
    """Affine1, Relu1, Affine2, on the arrays in params; and the last layer"""
    net = student.TwoLayerNet(4, 6, 3)
    check_params(net.params)
    check_written("self.layers", net.layers)
    check_written("self.lastLayer", net.lastLayer)
    stop_unless(isinstance(net.layers, dict), "self.layers must be a dict: a name and a layer each.")
    wanted = ["Affine1", "Relu1", "Affine2"]
    stop_unless(list(net.layers) == wanted, f"self.layers holds {list(net.layers)};\nit must hold {wanted}, in this order.")
    for layer, W, b in (("Affine1", "W1", "b1"), ("Affine2", "W2", "b2")):
        for name, own in ((W, "W"), (b, "b")):
            stop_unless(
                getattr(net.layers[layer], own, None) is net.params[name],
                f"{layer} does not work on params[{name!r}].\n"
                f"Make it as Affine(self.params[...], self.params[...]), with the arrays themselves, not copies.",
            )
    x, t = np.ones((2, 4)), np.array([0, 2])
    for layer in net.layers.values():
        x = layer.forward(x)
    check_shape("What comes out of the last of the three layers", x, (2, 3))
    check_close(
        "The loss of a fresh network with 3 classes",
        net.lastLayer.forward(x, t),
        loss_of(net.params, np.ones((2, 4)), t),
        "Is self.lastLayer a SoftmaxWithLoss()?",
    )


@check
def two_layer_net_predict():
    """the scores, from before the softmax"""
    net, x, _ = example_net()
    scores = net.predict(x)
    check_written("predict()", scores)
    check_close(
        "In the example, the result of predict()",
        scores,
        [[1, 1]],
        "Send x through the layers, one after the other; what comes out is the answer.",
        {
            "This is the softmax of the scores. predict stops before it.": [0.5, 0.5],
            "The ReLU is missing: the third hidden neuron is −1 and must not count.": [-2, -1],
        },
    )
    net, values, x, _ = random_net(1)
    hint = "The example passes, this doesn't: is anything taken for granted that holds there only?"
    check_close("For a batch of 5, the scores", net.predict(x), scores_of(values, x), hint)


@check
def two_layer_net_loss():
    """the last layer's, of what predict gives"""
    net, x, labels = example_net()
    loss = net.loss(x, labels)
    check_written("loss()", loss)
    check_close("In the example, the loss", loss, np.log(2), "The last layer takes the scores and t, and returns the loss.")
    net, values, x, labels = random_net(2)
    want = loss_of(values, x, labels)
    for form, t in (("integer", labels), ("one-hot", np.eye(3)[labels])):
        check_close(
            f"For a batch of 5 with {form} labels, the loss",
            net.loss(x, t),
            want,
            "If the check of predict complains as well, look there first.",
            {
                "The sum over the batch. The last layer has taken the mean already.": [5 * want],
                "Divided by the batch once too often: the last layer has taken the mean already.": [want / 5],
            },
        )


@check
def two_layer_net_accuracy():
    """the share of right answers, for both forms of labels"""
    net, values, x, _ = random_net(3)
    best = scores_of(values, x).argmax(axis=1)
    for right in (5, 3, 0):
        labels = best.copy()
        labels[right:] = (labels[right:] + 1) % 3
        for form, t in (("integer", labels), ("one-hot", np.eye(3)[labels])):
            got = net.accuracy(x, t)
            check_written("accuracy()", got)
            check_close(
                f"With {right} of 5 samples right and {form} labels, the accuracy",
                got,
                right / 5,
                "For each row: does the highest score stand where the label says? Take the share of the rows.\n"
                "If the check of predict complains as well, look there first.",
                {"That is the number of right ones. Divide by how many there are.": [right]} if right else {},
            )


@check
def two_layer_net_numerical_gradient():
    """the slow and simple one, for all four parameters"""
    net, values, x, labels = random_net(4)
    start = {name: value.copy() for name, value in net.params.items()}
    found = net.numerical_gradient(x, labels)
    check_written("TwoLayerNet.numerical_gradient()", found)
    want = slopes_of(values, x, labels)
    for name in EXAMPLE:
        stop_unless(isinstance(found, dict) and name in found, f"The result must be a dict that holds {name!r}.")
        check_shape(f"The numerical gradient of {name}", found[name], want[name].shape)
        stop_unless(
            np.allclose(found[name], want[name], rtol=1e-5, atol=1e-7),
            f"The numerical gradient of {name} is\n  {np.round(found[name], 4).tolist()}\nand should be\n"
            f"  {want[name].round(4).tolist()}\nIs it the loss that you differentiate, and by params[{name!r}]?\n"
            "If the check of section 2, of predict or of loss complains as well, look there first.",
        )
        stop_unless(np.allclose(net.params[name], start[name]), f"Afterwards params[{name!r}] is not what it was.")


@check
def two_layer_net():
    """as by hand in the example, and as by trial for a batch"""
    hint = (
        "Forward first; then the last layer's backward; then the layers', from the last to the first.\n"
        "If the check of predict or loss complains as well, look there first."
    )
    by_hand = {
        "W2": ([[-0.5, 0.5], [-1, 1], [0, 0]], {"This is the sign of t − y; it is y − t.": [0.5, -0.5, 1, -1, 0, 0]}),
        "b2": ([-0.5, 0.5], {"This is the sign of t − y; it is y − t.": [0.5, -0.5]}),
        "W1": (
            [[-1, 0.5, 0], [-2, 1, 0]],
            {
                "The ReLU was left out on the way back: the third neuron was switched off.": [-1, 0.5, -0.5, -2, 1, -1],
                "This is the sign of t − y; it is y − t.": [1, -0.5, 0, 2, -1, 0],
            },
        ),
        "b1": (
            [-1, 0.5, 0],
            {"The ReLU was left out on the way back: the third neuron was switched off.": [-1, 0.5, -0.5]},
        ),
    }
    net, x, labels = example_net()
    found = net.gradient(x, labels)
    check_written("gradient()", found)
    for name, (want, suspects) in by_hand.items():
        stop_unless(isinstance(found, dict) and name in found, f"The result must be a dict that holds {name!r}.")
        check_close(f"In the example, the gradient of {name}", found[name], want, hint, suspects)

    net, values, x, labels = random_net(5)
    for n, t in ((5, labels), (4, np.eye(3)[labels[:4]])):  # twice: nothing may be left over from the first
        want = slopes_of(values, x[:n], labels[:n])
        found = net.gradient(x[:n], t)
        for name in EXAMPLE:
            check_shape(f"The gradient of {name}", found[name], want[name].shape)
            stop_unless(
                np.allclose(found[name], want[name], rtol=1e-5, atol=1e-7),
                f"For a batch of {n}, the gradient of {name} is\n  {np.round(found[name], 4).tolist()}\n"
                f"and by trial it is\n  {want[name].round(4).tolist()}\n{hint}",
            )


@check
def gradient_check():
    """the mean absolute difference of each parameter"""
    numeric = {
        "W1": np.array([[1.0, -2.0], [3.0, 0.5]]),
        "b1": np.array([0.5, -1.0]),
        "W2": np.array([[2.0, 1.0, 0.0]]),
        "b2": np.array([1.0, 2.0, 3.0]),
    }
    off = {
        "W1": np.array([[0.1, -0.1], [0.3, -0.3]]),
        "b1": np.array([0.0, 0.0]),
        "W2": np.array([[0.6, 0.0, 0.0]]),
        "b2": np.array([-0.2, -0.2, -0.2]),
    }
    wanted = {"W1": 0.2, "b1": 0.0, "W2": 0.2, "b2": 0.2}
    network = PretendNetwork({name: numeric[name] + off[name] for name in numeric}, numeric)
    found = student.gradient_check(network, np.ones((3, 2)), np.array([0, 1, 2]))
    check_written("gradient_check()", found)
    stop_unless(isinstance(found, dict), "gradient_check must return a dict: a name and a number each.")
    for name, want in wanted.items():
        stop_unless(name in found, f"The dict has no {name!r}; it has {list(found)}.")
        check_close(
            f"Where the two gradients of {name} differ by {off[name].tolist()}, the entry",
            found[name],
            want,
            "The mean of the absolute differences.",
            {
                "That is the mean of the differences: plus and minus have cancelled.": [off[name].mean()],
                "That is the sum. Take the mean.": [np.abs(off[name]).sum()],
                "That is the largest. Take the mean.": [np.abs(off[name]).max()],
                "That is the mean of the squares.": [(off[name] ** 2).mean()],
            }
            if name in ("W1", "W2")
            else {},
        )


@check
def gradients_agree():
    """right ones accepted, wrong ones not"""
    numeric = np.array([[0.5, -2.0, 0.03], [1.5, 0.25, -0.7]])
    one_wrong = numeric.copy()
    one_wrong[1, 1] *= 2
    small_wrong, small_right = numeric.copy(), numeric.copy()
    small_wrong[0, 2], small_right[0, 2] = 2e-8, 1e-8
    with_zero, with_nan, with_inf = numeric.copy(), numeric.copy(), numeric.copy()
    with_zero[0, 0], with_nan[0, 0], with_inf[0, 0] = 0.0, np.nan, np.inf
    row, square = np.array([1.0, 1.0, 1.0]), np.array([[1.0, 2.0], [3.0, 4.0]])
    cases = [
        (True, "a gradient and itself, but for rounding", numeric * (1 + 1e-9), numeric),
        (True, "two zeros in the same place", with_zero, with_zero * (1 - 1e-9)),
        (False, "one that is twice too large", 2 * numeric, numeric),
        (False, "one that is half too small", 0.5 * numeric, numeric),
        (False, "one with the wrong sign", -numeric, numeric),
        (False, "one with a single wrong element", one_wrong, numeric),
        (False, "a small element twice too large, among large ones that are right", small_wrong, small_right),
        (False, "numbers of about 1e-9, twice too large", 2e-9 * numeric, 1e-9 * numeric),
        (False, "one that is transposed", square.T, square),
        (False, "0 where the other is 0.5", with_zero, numeric),
        (False, "shapes (3,) and (1, 3)", row, row.reshape(1, 3)),
        (False, "NaN in the first", with_nan, numeric),
        (False, "NaN in both", with_nan, with_nan),
        (False, "infinity in both", with_inf, with_inf),
    ]
    for want, case, a, n in cases:
        said = student.gradients_agree(a.copy(), n.copy())
        check_written("gradients_agree()", said)
        stop_unless(np.shape(said) == (), f"gradients_agree must say one True or False, not {said!r}.")
        stop_unless(bool(said) == want, f"For {case} it says {bool(said)}; it must say {want}.")
    for tolerance, want in ((0.1, True), (0.001, False)):
        said = student.gradients_agree(1.02 * numeric, numeric, tolerance)
        stop_unless(
            bool(said) == want,
            f"For a relative error of 0.02 and tolerance={tolerance} it says {bool(said)}; it must say {want}.",
        )


@check
def train_network():
    """the right network, minibatches, steps, epochs and curves"""
    network, found, (x_train, t_train, x_test, t_test) = recorded_train(seed=1)
    stop_unless(
        tuple(network.sizes) == (3, 50, 4),
        f"For 3 features and 4 classes it made a TwoLayerNet{tuple(network.sizes)}; it must be TwoLayerNet(3, 50, 4).",
    )
    stop_unless(len(RecordingNetwork.made) == 1, f"It made {len(RecordingNetwork.made)} networks; it must train one.")
    stop_unless(
        len(network.batches) == 12, f"With iterations=12 the gradient was taken {len(network.batches)} times; it must be 12."
    )
    used = []
    for x, t in network.batches:
        check_shape("x of a minibatch with batch_size=2", x, (2, 3))
        check_shape("t of a minibatch with batch_size=2", t, (2, 4))
        rows = [int(np.abs(x_train - row).sum(axis=1).argmin()) for row in x]
        stop_unless(np.array_equal(x_train[rows], x), "A minibatch holds samples that are not in x_train.")
        stop_unless(
            np.array_equal(t_train[rows], t),
            "In a minibatch the labels don't belong to the samples.\nDraw numbers once, and use them for x and for t.",
        )
        used.append(rows)
    stop_unless(len(np.unique(used)) > 3, "Nearly all samples are never drawn. Draw from all of the training set, at each step.")
    again, _, _ = recorded_train(seed=1)
    stop_unless(
        all(np.array_equal(a[0], b[0]) for a, b in zip(network.batches, again.batches)),
        "With the same rng it drew other minibatches. Draw with rng, not with np.random.",
    )
    others = [recorded_train(seed=seed)[0] for seed in (2, 3)]
    stop_unless(
        any(not np.array_equal(a[0], b[0]) for other in others for a, b in zip(network.batches, other.batches)),
        "With another rng it drew the same minibatches. Draw with rng.",
    )

    after = [*network.before[1:], network.held]
    for k, (old, new) in enumerate(zip(network.before, after), start=1):
        for n, name in enumerate(old):
            step = (new[name] - old[name]).ravel()
            stop_unless(
                np.any(step),
                f"Step {k} left {name} as it was. Change the array itself: network.params[{name!r}] -= ...",
            )
            check_close(
                f"With learning_rate=0.25 and a gradient of {k + n}, the step of {name}",
                step[0],
                -0.25 * (k + n),
                "Each parameter: minus the learning rate times its own gradient.",
                {"Uphill: the step is to be subtracted.": [0.25 * (k + n)], "The learning rate is missing.": [-(k + n)]},
            )

    stop_unless(isinstance(found, dict), "train must return a dict.")
    for name, samples in (("train_loss", None), ("train_accuracy", 6), ("test_accuracy", 3)):
        stop_unless(name in found, f"The dict has no {name!r}.")
        stop_unless(
            len(found[name]) == 4,
            f"{name} has {len(found[name])} entries. 6 samples in batches of 2 make 3 steps per epoch,\n"
            "so 12 steps are 4 epochs: one entry for each.",
        )
        for entry in found[name]:
            if samples and entry // 1000 in (3, 6) and entry // 1000 != samples:
                raise CheckFailed(f"{name} was taken on the wrong set: x_train has 6 samples here, x_test has 3.")


quiz_ps6 = quiz("answer_ps6")


def practice(seed=1):
    """The network of section 3, two inputs, three hidden neurons and two classes, with other numbers."""
    rng = np.random.default_rng(seed)
    x, W1, b1 = rng.integers(1, 4, (1, 2)), rng.integers(-2, 3, (2, 3)), rng.integers(-1, 2, 3)
    W2, label = rng.integers(-2, 3, (3, 2)), int(rng.integers(2))
    z = x @ W1 + b1
    a = np.maximum(0, z)
    b2 = -(a @ W2).ravel() + rng.integers(0, 2)  # so that both scores are alike, and each class has probability ½
    dout = np.array([[0.5, 0.5]]) - np.eye(2)[label]
    dz = (dout @ W2.T) * (z > 0)
    steps = {"z": z, "a": a, "scores": a @ W2 + b2, "loss": np.log(2), "dout": dout, "dW2": a.T @ dout, "db2": dout.ravel()}
    given = {"x": x, "W1": W1, "b1": b1, "W2": W2, "b2": b2, "label": label}
    return Practice(given, {**steps, "da": dout @ W2.T, "dz": dz, "dW1": x.T @ dz, "db1": dz.ravel()})
