"""The checks of assignment 4, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import CheckFailed, Practice, check, check_close, check_shape, check_written, numerical_gradient, quiz, student


class Sigmoid:
    """f(z) = 1 / (1 + exp(-z)), between 0 and 1."""

    def __call__(self, z):
        return np.exp(-np.logaddexp(0, -z))  # the same number, without overflow for any z

    def derivative(self, z):
        a = self(z)
        return a * (1 - a)


class Tanh:
    """f(z) = tanh(z), between -1 and 1."""

    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2


class ReLU:
    """f(z) = max(0, z), with slope 0 at z = 0."""

    def __call__(self, z):
        return np.maximum(0.0, z)

    def derivative(self, z):
        return np.where(z > 0, 1.0, 0.0)


class Layer:
    """A dense layer: every neuron sees every input. One sample at a time, in columns.

    weights (n_neurons, n_inputs) and biases (n_neurons, 1), uniform in [-1, 1].
    activation: an object f with f(z) and f.derivative(z), both element by element.
    """

    def __init__(self, n_inputs, n_neurons, activation):
        self.weights = np.random.uniform(-1, 1, (n_neurons, n_inputs))
        self.biases = np.random.uniform(-1, 1, (n_neurons, 1))
        self.activation = activation
        self.inputs = None
        self.outputs = None

    def forward(self, inputs):
        """inputs (n_inputs,) or (n_inputs, 1). Returns a = f(z), (n_neurons, 1)."""
        self.inputs = np.reshape(inputs, (-1, 1))
        self.outputs = self.weights @ self.inputs + self.biases
        return self.activation(self.outputs)

    def backward(self, da, learning_rate):
        """da (n_neurons, 1). Takes one step; returns da_prev (n_inputs, 1), from the weights before it."""
        dz = da * self.activation.derivative(self.outputs)
        da_prev = self.weights.T @ dz
        self.weights = self.weights - learning_rate * (dz @ self.inputs.T)
        self.biases = self.biases - learning_rate * dz
        return da_prev


def half_moons(n, noise, rng):
    """n points on two interleaved half-circles. Returns points (n, 2) and labels (n, 1): 0 the upper moon, 1 the lower.

    noise: standard deviation of what is added to both coordinates. The upper moon's points come first.
    """
    n_upper = n // 2
    angle = rng.uniform(0, np.pi, n)
    points = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    points[n_upper:] = [1.0, 0.5] - points[n_upper:]
    labels = np.zeros((n, 1))
    labels[n_upper:] = 1.0
    return points + rng.normal(0, noise, points.shape), labels


X_EXAMPLE, T_EXAMPLE = np.array([[1.0], [2.0]]), np.array([[1.0]])


def example_layers():
    """The three layers of section 7."""
    layers = [Layer(2, 3, ReLU()), Layer(3, 2, ReLU()), Layer(2, 1, Sigmoid())]
    layers[0].weights = np.array([[1.0, 1.0], [2.0, -1.0], [-1.0, 1.0]])
    layers[0].biases = np.array([[0.0], [1.0], [-2.0]])
    layers[1].weights = np.array([[1.0, -1.0, 2.0], [-1.0, 2.0, 1.0]])
    layers[1].biases = np.array([[0.0], [2.0]])
    layers[2].weights = np.array([[1.0, -3.0]])
    layers[2].biases = np.array([[1.0]])
    return layers


def random_layers(seed, *sizes, last=Sigmoid):
    """Layers of tanh, the last of them with another activation."""
    rng = np.random.default_rng(seed)
    layers = []
    for n_inputs, n_neurons in zip(sizes, sizes[1:]):
        layer = Layer(n_inputs, n_neurons, Tanh())
        layer.weights = rng.uniform(-1, 1, (n_neurons, n_inputs))
        layer.biases = rng.uniform(-1, 1, (n_neurons, 1))
        layers.append(layer)
    layers[-1].activation = last()
    return layers


def new_perceptron(layers):
    return student.Perceptron(list(layers))


def pass_forward(layers, inputs):
    """The forward pass without a perceptron, so that a check of backward doesn't need its forward."""
    for layer in layers:
        inputs = layer.forward(inputs)
    return inputs


def backward_once(layers, inputs, da, learning_rate):
    """Forward, then the backward of a Perceptron. Returns d_weights of each layer, and what backward returned."""
    perceptron = new_perceptron(layers)
    pass_forward(layers, inputs)
    before = [layer.weights.copy() for layer in layers]
    result = perceptron.backward(da.copy(), learning_rate)
    d_weights = [(b - layer.weights) / learning_rate for b, layer in zip(before, layers)]
    if result is None and not any(np.any(d) for d in d_weights):
        raise CheckFailed("backward() gave None and no layer took a step: it is still to be written.")
    return d_weights, result


class NumberedLayer(Layer):
    """A layer that says when it has its turn."""

    def forward(self, inputs):
        self.turns.append((self.number, None))
        return super().forward(inputs)

    def backward(self, da, learning_rate):
        self.turns.append((self.number, learning_rate))
        return super().backward(da, learning_rate)


def turns_of(name, learning_rate=0.1):
    """Calls perceptron.forward or backward with three square layers. Returns (number, learning rate) of each turn."""
    turns = []
    layers = random_layers(12, 3, 3, 3, 3)
    pass_forward(layers, np.ones((3, 1)))
    for number, layer in enumerate(layers, 1):
        layer.__class__, layer.number, layer.turns = NumberedLayer, number, turns
    arguments = {"forward": [np.ones((3, 1))], "backward": [np.ones((3, 1)), learning_rate]}[name]
    result = getattr(new_perceptron(layers), name)(*arguments)
    if not turns:
        check_written(f"{name}()", result)
        raise CheckFailed(f"{name}() calls no layer.")
    return turns


def check_turns(name, want):
    got = [number for number, _ in turns_of(name)]
    if got != want:
        raise CheckFailed(
            f"With three layers, {name}() gave a turn to layer {', '.join(map(str, got))};\n"
            f"it should be layer {', '.join(map(str, want))}."
        )


class NotingLayer(Layer):
    """A layer that notes each sample it takes a step for: (sample, output, da)."""

    def forward(self, inputs):
        self.sample = np.ravel(inputs).tolist()
        self.a = super().forward(inputs)
        return self.a

    def backward(self, da, learning_rate):
        self.steps.append((self.sample, self.a, np.copy(da)))
        return super().backward(da, learning_rate)


def noting_perceptron(seed, *sizes):
    """A Perceptron of one layer that takes notes."""
    (layer,) = random_layers(seed, *sizes)
    layer.__class__, layer.steps = NotingLayer, []
    return new_perceptron([layer]), layer


def some_data(n):
    """n samples with 2 inputs and 3 outputs. Sample number i begins with the number i."""
    rng = np.random.default_rng(7)
    data = np.column_stack([np.arange(n), rng.normal(size=n)]).astype(float)
    return data, (rng.random((n, 3)) < 0.5).astype(float)


def check_parts():
    """fit() builds on everything above it."""
    loss, loss_derivative, kind = student.binary_cross_entropy, student.binary_cross_entropy_derivative, student.Perceptron
    a, t = np.array([[0.25], [0.5]]), np.array([[1.0], [0.0]])
    try:
        right = np.isclose(loss(a, t), np.log(8)) and np.allclose(loss_derivative(a, t), [[-4], [2]])
        perceptron = kind(example_layers())
        right = right and np.allclose(perceptron.forward(X_EXAMPLE), 0.5)
        right = right and np.allclose(perceptron.backward(np.array([[-2.0]]), 0.01), [[5], [-5.5]])
    except Exception:
        right = False
    if not right:
        raise CheckFailed(
            "fit() builds on binary_cross_entropy, its derivative, forward and backward.\nFirst get the checks above to pass."
        )


def fit_once(perceptron, data, labels, epochs, learning_rate, seed=0):
    """Calls fit() with a copy of the data, and gives what it returns."""
    return perceptron.fit(data.copy(), labels.copy(), epochs, learning_rate, np.random.default_rng(seed))


def mean_losses_of(perceptron, data, labels, epochs, learning_rate):
    mean_losses = fit_once(perceptron, data, labels, epochs, learning_rate)
    check_written("fit()", mean_losses)
    check_shape("What fit() returns", mean_losses, (epochs,), "It is a list with one number for each epoch.")
    return mean_losses


def picture(perceptron):
    """The plane of the half-moons in characters: # where the answer is above 0.5, . where it is below."""
    for y in np.linspace(1.2, -0.7, 12):
        answers = [np.ravel(perceptron.forward(np.array([[x], [y]])))[0] for x in np.linspace(-1.3, 2.3, 48)]
        print("".join("#" if a > 0.5 else "." for a in answers))


@check
def cross_entropy_loss():
    """minus the logarithm of the probability of what was true, summed over the outputs"""
    for a, t in ((0.5, 1.0), (0.9, 1.0), (0.9, 0.0), (0.01, 1.0)):
        loss = student.binary_cross_entropy(np.array([[a]]), np.array([[t]]))
        check_written("binary_cross_entropy()", loss)
        want = -np.log(a if t == 1 else 1 - a)
        if np.size(loss) != 1 or not np.isclose(np.ravel(loss)[0], want, rtol=1e-5):
            hint = "With one output, the loss is minus the logarithm of the probability given to what was true."
            if np.size(loss) == 1 and np.isclose(np.ravel(loss)[0], -want, rtol=1e-5):
                hint = "Only the sign is wrong: a logarithm of a number below 1 is negative, a loss is not."
            raise CheckFailed(
                f"For output {a} and target {t:g} the loss is {np.round(loss, 4)} and should be {want:.4f}.\n{hint}"
            )
    output, target = np.array([[0.2], [0.7], [0.9]]), np.array([[1.0], [1.0], [0.0]])
    loss = student.binary_cross_entropy(output, target)
    want = -np.log(0.2) - np.log(0.7) - np.log(0.1)
    hint = "With several outputs the loss is one number: what each output costs, added up."
    if np.size(loss) == 1 and np.isclose(np.ravel(loss)[0], want / 3, rtol=1e-5):
        hint = "This is the mean over the outputs. They are to be added up."
    if np.size(loss) != 1 or not np.isclose(np.ravel(loss)[0], want, rtol=1e-5):
        raise CheckFailed(
            f"For outputs 0.2, 0.7, 0.9 with targets 1, 1, 0 the loss is\n{np.round(loss, 4)}\nand should be {want:.4f}.\n{hint}"
        )


@check
def cross_entropy_loss_safe():
    """finite at 0 and 1"""
    first = "If the check above complains as well, look there first. If not: is the margin too wide?"
    for a, t in ((0.0, 1.0), (1.0, 0.0), (0.0, 0.0), (1.0, 1.0)):
        with np.errstate(all="ignore"):
            loss = student.binary_cross_entropy(np.array([[a]]), np.array([[t]]))
        check_written("binary_cross_entropy()", loss)
        case = f"For an output of exactly {a:g} and target {t:g} the loss is {np.ravel(loss)[0]:.4g}"
        if not np.all(np.isfinite(loss)):
            raise CheckFailed(f"{case}.\nKeep the output away from 0 and 1 before you take the logarithm.")
        if a == t and abs(np.ravel(loss)[0]) > 1e-3:
            raise CheckFailed(f"{case}; the answer is right, so it should be 0.")
        if a != t and np.ravel(loss)[0] < 10:
            raise CheckFailed(f"{case}; nothing is more wrong, so it should be large.\n{first}")
    with np.errstate(all="ignore"):
        loss = student.binary_cross_entropy(np.array([[1e-4]]), np.array([[1.0]]))
    if not np.isclose(np.ravel(loss)[0], -np.log(1e-4), rtol=0.02):
        raise CheckFailed(f"For output 0.0001 and target 1 the loss is {np.ravel(loss)[0]:.4g} and should be 9.21.\n{first}")


@check
def cross_entropy_derivative():
    """as a numerical gradient of the loss has it"""
    output, target = np.array([[0.5], [0.1], [0.8], [0.25]]), np.array([[1.0], [1.0], [0.0], [0.0]])
    got = student.binary_cross_entropy_derivative(output, target)
    check_shape(
        "For an output of shape (4, 1), the derivative", got, (4, 1), "A gradient has the shape of the thing it belongs to."
    )
    check_close(
        "For outputs 0.5, 0.1, 0.8, 0.25 with targets 1, 1, 0, 0, the derivative",
        np.round(got, 4),
        [[-2], [-10], [5], [1.3333]],
        "Each output has its own derivative, (1 - t)/(1 - a) - t/a.",
        {
            "Only the sign is wrong: where the target is 1, a larger output makes the loss smaller.": [2, 10, -5, -1.3333],
            "This is a - t, the gradient at z. The layer multiplies by the slope of the sigmoid itself.": [-0.5, -0.9, 0.8, 0.25],
            "This is divided by the number of outputs. The loss is a sum, not a mean.": [-0.5, -2.5, 1.25, 0.3333],
        },
    )

    def loss(a):  # written out, so that this check doesn't need your binary_cross_entropy
        return sum(-np.log(a[i, 0]) if target[i, 0] == 1 else -np.log(1 - a[i, 0]) for i in range(len(a)))

    if not np.allclose(got, numerical_gradient(loss, output), rtol=1e-4):
        raise CheckFailed("The derivative differs from a numerical gradient of the loss.")


@check
def cross_entropy_derivative_safe():
    """finite at 0 and 1, and pointing the right way"""
    first = "If the check above complains as well, look there first."
    for a, t in ((0.0, 1.0), (1.0, 0.0), (0.0, 0.0), (1.0, 1.0)):
        with np.errstate(all="ignore"):
            got = student.binary_cross_entropy_derivative(np.array([[a]]), np.array([[t]]))
        check_shape("For an output of shape (1, 1), the derivative", got, (1, 1), "A column, like the output.")
        case = f"For an output of exactly {a:g} and target {t:g} the derivative is {got.item():.4g}"
        if not np.isfinite(got.item()):
            raise CheckFailed(f"{case}.\nKeep the output away from 0 and 1 before you divide by it.")
        sign = 1 - 2 * t
        if a != t and got.item() * sign < 1e4:
            raise CheckFailed(f"{case}; it should be very large, and {'positive' if sign > 0 else 'negative'}.\n{first}")
        if a == t and abs(got.item() - sign) > 1e-3:
            raise CheckFailed(f"{case} and should be {sign:g}: put {a:g} into the formula, only one fraction remains.\n{first}")
    for a, t, want in ((1e-4, 1.0, -1e4), (1 - 1e-4, 0.0, 1e4)):
        got = student.binary_cross_entropy_derivative(np.array([[a]]), np.array([[t]]))
        if not np.isclose(got.item(), want, rtol=0.02):
            raise CheckFailed(
                f"For output {a:g} and target {t:g} the derivative is {got.item():.4g} and should be {want:g}.\n"
                f"{first} If not: is the margin too wide?"
            )


@check
def perceptron_forward():
    """from the first layer to the last, however many there are"""
    check_turns("forward", [1, 2, 3])
    got = new_perceptron(example_layers()).forward(X_EXAMPLE)
    check_written("forward()", got)
    if not isinstance(got, np.ndarray):
        raise CheckFailed(f"forward() gave a {type(got).__name__}; it should give what the last layer gave, and nothing else.")
    shapes = {
        (3, 1): "That is the shape of what layer 1 gives.",
        (2, 1): "That is the shape of what layer 2 gives, and of the inputs.",
    }
    check_shape("In the example, the output", got, (1, 1), shapes.get(np.shape(got), "It is what layer 3 gives."))
    check_close("In the example, the output", got, [[0.5]], "It is what layer 3 gives, as it is.")

    for sizes in ((2, 3), (4, 2, 5, 3), (3, 3, 3, 3, 3)):
        layers = random_layers(1, *sizes)
        inputs = np.random.default_rng(2).normal(size=(sizes[0], 1))
        want = pass_forward(layers, inputs)
        for given in (inputs, inputs.ravel()):
            check_close(
                f"With {len(layers)} layers and inputs of shape {given.shape}, the output",
                new_perceptron(layers).forward(given),
                want,
                "It is what the last layer makes of what the last but one makes of ... the inputs.",
            )


@check
def perceptron_backward():
    """every layer steps along its own gradient, as a numerical gradient has it"""
    check_turns("backward", [3, 2, 1])
    d_weights, _ = backward_once(example_layers(), X_EXAMPLE, np.array([[-2.0]]), 0.5)
    wanted = ([[-2, -4], [3.5, 7], [0, 0]], [[-1.5, -0.5, 0], [4.5, 1.5, 0]], [[-1, -0.5]])
    for n in (3, 2, 1):
        if not np.any(d_weights[n - 1]):
            raise CheckFailed(f"In the example, layer {n} took no step. Every layer's backward must be called, once.")
        check_close(
            f"In the example, d_weights of layer {n} (read off its step)",
            d_weights[n - 1],
            wanted[n - 1],
            "Last layer first; each is handed what the one after it returned.\n"
            "If the check of the learning rate complains as well, look there first.",
        )

    layers = random_layers(3, 3, 3, 3, 3)
    perceptron = new_perceptron(layers)
    for turn in ("first", "second"):
        inputs, da = np.array([[1.0], [-0.5], [2.0]]), np.array([[1.2], [-0.7], [0.4]])
        slow = []
        for layer in layers:
            start = layer.weights

            def loss(weights, layer=layer):
                layer.weights = weights
                return np.sum(da * pass_forward(layers, inputs))

            slow.append(numerical_gradient(loss, start))
            layer.weights = start
        pass_forward(layers, inputs)
        before = [layer.weights for layer in layers]
        perceptron.backward(da.copy(), 0.5)
        for n, layer in reversed(list(enumerate(layers))):
            check_close(
                f"With four layers, the {turn} time, d_weights of layer {n + 1} (read off its step)",
                (before[n] - layer.weights) / 0.5,
                slow[n],
                "Is the list still in its order? Does each layer get what the one after it returned?",
            )


@check
def perceptron_backward_learning_rate():
    """every layer gets the learning rate"""
    for learning_rate in (0.3, 0.6):
        for number, rate in turns_of("backward", learning_rate):
            check_close(
                f"The learning rate that layer {number} got",
                rate,
                learning_rate,
                "The perceptron hands on the learning rate that it was given, to every layer.",
            )


@check
def perceptron_backward_result():
    """returns the gradient with respect to the inputs"""
    _, result = backward_once(example_layers(), X_EXAMPLE, np.array([[-2.0]]), 0.5)
    name = "In the example, what backward() returns"
    first = "It is what the first layer returns: the gradient with respect to the inputs."
    shapes = {
        (1, 1): "That is the shape of da as it was given.",
        (3, 1): "That is the shape of what layer 2 returns. One more.",
    }
    check_shape(name, result, (2, 1), shapes.get(np.shape(result), first))
    check_close(
        name,
        result,
        [[5], [-5.5]],
        f"{first}\nIf the check of backward complains as well, look there first.",
        {"This is what layer 3 returned. Go on, to the first.": [-0.5, 1.5]},
    )
    layers = random_layers(5, 4, 2, 3)
    inputs, da = np.random.default_rng(6).normal(size=(4, 1)), np.array([[1.0], [-2.0], [0.5]])
    want = numerical_gradient(lambda x: np.sum(da * pass_forward(layers, x)), inputs)
    _, result = backward_once(layers, inputs, da, 0.5)
    check_close("With two layers, what backward() returns", result, want, "It is what the first layer returns.")


@check
def perceptron_fit_steps():
    """a step for each sample, from the derivative of its own loss"""
    check_parts()
    x, t = np.array([[0.5, -1.0]]), np.array([[1.0, 0.0, 1.0]])
    perceptron, layer = noting_perceptron(8, 2, 3)
    try:
        perceptron.fit(x, t, 1, 0.4, np.random.default_rng(0))
    except Exception:
        pass  # said below
    if layer.steps and np.shape(layer.steps[0][2]) != (3, 1):
        raise CheckFailed(
            f"With 3 outputs, fit() handed backward a da of shape {np.shape(layer.steps[0][2])}; it must be (3, 1).\n"
            "Which shape has the target? A row of labels is flat, and has to become a column first."
        )
    for _, a, da in layer.steps:
        want = student.binary_cross_entropy_derivative(a, t.reshape(3, 1))
        check_close(
            "With one sample, the da that fit() handed to backward",
            da,
            want,
            "It is the derivative of the loss, for the output and the target of this sample.",
            {
                "This is a - t, but the layer multiplies by the slope itself.": (a - t.reshape(3, 1)).ravel(),
                "Only the sign is wrong. The derivative goes into backward as it is.": -want.ravel(),
                "The learning rate got in. It belongs to the step, and the layers see to that.": 0.4 * want.ravel(),
            },
        )
    layers = random_layers(8, 2, 4, 3)
    start = [layer.weights for layer in layers]
    fit_once(new_perceptron(layers), x, t, 1, 0.4)

    twins = random_layers(8, 2, 4, 3)
    output = pass_forward(twins, x[0])
    da = np.array([[-1 / output[0, 0]], [1 / (1 - output[1, 0])], [-1 / output[2, 0]]])
    twins[0].backward(twins[1].backward(da, 0.4), 0.4)
    for n in (2, 1):
        step, want = start[n - 1] - layers[n - 1].weights, start[n - 1] - twins[n - 1].weights
        if not np.any(step):
            raise CheckFailed(f"fit() left the weights of layer {n} as they were: is backward called for every sample?")
        check_close(
            f"After one sample, the step of layer {n}",
            step,
            want,
            "Forward, the derivative of the loss, backward with the learning rate that fit() was given.",
            {"Too large by just the learning rate: is it handed on?": want.ravel() / 0.4},
        )

    data, labels = some_data(6)
    perceptron, layer = noting_perceptron(9, 2, 3)
    fit_once(perceptron, data, labels, 1, 0.1)
    if len(layer.steps) < 6:
        raise CheckFailed(
            f"With 6 samples, fit() took {len(layer.steps)} steps in one epoch. It takes one for each sample,\n"
            "before the next sample goes forward."
        )
    for sample, a, da in layer.steps:
        number = int(sample[0])
        want = student.binary_cross_entropy_derivative(a, labels[number].reshape(3, 1))
        hint = "It is the derivative for this sample's own output and its own label. With 6 samples, nothing is divided by 6."
        check_close(f"With 6 samples, the da that fit() started from for sample {number}", da, want, hint)


@check
def perceptron_fit_shuffles():
    """every sample once an epoch, each time in a new order"""
    check_parts()
    data, labels = some_data(12)

    def orders(seed):
        perceptron, layer = noting_perceptron(9, 2, 3)
        fit_once(perceptron, data, labels, 3, 0.1, seed)
        numbers = [int(sample[0]) for sample, _, _ in layer.steps]
        if len(numbers) != 36:
            raise CheckFailed(f"With 12 samples and 3 epochs, fit() took {len(numbers)} steps and should take 36.")
        return [numbers[:12], numbers[12:24], numbers[24:]]

    epochs = orders(1)
    for n, order in enumerate(epochs, 1):
        if sorted(order) != list(range(12)):
            raise CheckFailed(f"In epoch {n} fit() took the samples\n  {order}\nEach of 0 to 11 should be there once.")
        if order == list(range(12)):
            raise CheckFailed(f"In epoch {n} fit() took the samples in the order in which they were given.")
    if epochs[0] == epochs[1] or epochs[1] == epochs[2]:
        raise CheckFailed("fit() took the samples in the same order in two epochs. Draw a new order for each.")
    np.random.seed(1)
    if orders(1) != epochs:
        raise CheckFailed("With the same seed the order should be the same. Is it drawn from rng, and only from it?")
    if orders(2) == epochs:
        raise CheckFailed("With another seed the order should be another one. Is it drawn from rng?")


@check
def perceptron_fit_losses():
    """the mean loss of each epoch, from before the steps"""
    check_parts()
    data, labels = some_data(5)
    (layer,) = random_layers(10, 2, 3)
    losses = [student.binary_cross_entropy(layer.forward(x), t.reshape(-1, 1)) for x, t in zip(data, labels)]
    mean_losses = mean_losses_of(new_perceptron([layer]), data, labels, 3, 0.0)
    check_close(
        "With a learning rate of 0, so that nothing changes, the mean losses of 3 epochs",
        mean_losses,
        [np.mean(losses)] * 3,
        "For each epoch: the losses of its samples, added up, divided by the number of samples.\n"
        "If a check above complains as well, look there first.",
        {
            "These are sums. Divide by the number of samples.": [np.sum(losses)] * 3,
            "They grow from epoch to epoch. Does each epoch start again at 0?": np.mean(losses) * np.arange(1, 4),
            "This is divided by the number of outputs, too.": [np.mean(losses) / 3] * 3,
        },
    )

    (layer,) = random_layers(10, 2, 3)
    before = student.binary_cross_entropy(layer.forward(data[0]), labels[0].reshape(-1, 1))
    check_close(
        "With one sample and a learning rate of 0.5, the loss of the first epoch",
        mean_losses_of(new_perceptron([layer]), data[:1], labels[:1], 1, 0.5)[0],
        before,
        "It is the loss of the output from before the step.",
    )


@check
def perceptron_fit_data():
    """data and labels are as they were"""
    check_parts()
    data, labels = some_data(9)
    perceptron, layer = noting_perceptron(11, 2, 3)
    perceptron.fit(data, labels, 2, 0.1, np.random.default_rng(0))
    if not layer.steps:
        raise CheckFailed("fit() took no step: it is still to be written.")
    if not all(np.array_equal(a, b) for a, b in zip((data, labels), some_data(9))):
        raise CheckFailed(
            "After fit() the data or the labels are no longer as they were.\n"
            "Shuffle the numbers of the samples, and leave the samples where they are."
        )


@check(seconds=120)
def train_perceptron():
    """a trained network that separates the half-moons, new ones each time"""
    perceptron = student.train()
    check_written("train()", perceptron)
    if not hasattr(perceptron, "forward"):
        raise CheckFailed(f"train() gave a {type(perceptron).__name__}; it must return the trained Perceptron, and nothing else.")
    points, labels = half_moons(400, 0.1, np.random.default_rng())  # new ones each time
    answers = [perceptron.forward(point.reshape(-1, 1)) for point in points]
    check_shape("The answer to one point", answers[0], (1, 1), "The last layer needs one neuron.")
    answers = np.array(answers).ravel()
    if not np.all((answers >= 0) & (answers <= 1)):
        raise CheckFailed("Not all answers lie between 0 and 1. Which activation does the last layer have?")
    right = np.mean((answers > 0.5) == (labels[:, 0] == 1))
    if right < 0.95:
        hint = "Print the mean losses: do they still fall? Then train longer, or with another learning rate."
        if right < 0.05:
            hint = "The wrong way round: the lower moon has label 1."
        elif right < 0.6:
            hint = "That is a guess. Was it trained? Do the mean losses fall at all?"
        elif 0.8 < right < 0.91:
            hint = "That is what a straight line can do. Is there a hidden layer with enough neurons, and enough time?"
        raise CheckFailed(f"Of 100 new points {100 * right:.0f} are put into the right moon; 95 are asked for.\n{hint}")
    picture(perceptron)
    print(f"Of 100 new points {100 * right:.1f} are put into the right moon.")


quiz_ps4 = quiz("answer_ps4")


def practice(seed=1):
    """Two layers, the first with ReLU, the last with a sigmoid, and the loss of section 5; other numbers each time."""
    rng = np.random.default_rng(seed)
    x, W1, b1 = rng.integers(1, 4, (2, 1)), rng.integers(-2, 3, (2, 2)), rng.integers(0, 2, (2, 1))
    W2, t = rng.choice([-1.0, 1.0, 2.0], (1, 2)), np.array([[float(rng.integers(2))]])
    z1 = W1 @ x + b1
    a1 = np.maximum(0, z1)
    b2 = np.round(np.log(3) * rng.choice([-1, 1]) - W2 @ a1, 4)  # so that the answer is 0.75 or 0.25
    a2 = 1 / (1 + np.exp(-(W2 @ a1 + b2)))
    dz2 = a2 - t
    dz1 = (W2.T @ dz2) * (z1 > 0)
    loss = -np.log(a2 if t.item() == 1 else 1 - a2).item()
    steps = {"z1": z1, "a1": a1, "z2": W2 @ a1 + b2, "a2": a2, "loss": loss, "dz2": dz2, "dW2": dz2 @ a1.T, "da1": W2.T @ dz2}
    return Practice(
        {"x": x, "W1": W1, "b1": b1, "W2": W2, "b2": b2, "t": t}, {**steps, "dz1": dz1, "dW1": dz1 @ x.T, "dx": W1.T @ dz1}
    )
