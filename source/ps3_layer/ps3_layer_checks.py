"""The checks of assignment 3, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import CheckFailed, Practice, check, check_close, check_shape, check_written, numerical_gradient, quiz, student


class Tanh:
    """The activation tanh(z)."""

    def __call__(self, z):
        return np.tanh(z)

    def derivative(self, z):
        return 1 - np.tanh(z) ** 2


class Square:
    """f(z) = z², the activation of the example in section 7."""

    def __call__(self, z):
        return z**2

    def derivative(self, z):
        return 2 * z


def example_layer():
    """The layer of section 7, and its input."""
    layer = student.Layer(3, 2, Square())
    layer.weights = np.array([[1.0, 1.0, 2.0], [2.0, -1.0, 1.0]])
    layer.biases = np.array([[1.0], [0.0]])
    return layer, np.array([[1.0], [2.0], [-1.0]])


def random_layer(seed):
    """A layer with 4 inputs and 3 neurons, an input, and a da of both signs."""
    rng = np.random.default_rng(seed)
    layer = student.Layer(4, 3, Tanh())
    layer.weights = rng.uniform(-1, 1, (3, 4))
    layer.biases = rng.uniform(-1, 1, (3, 1))
    da = rng.uniform(0.5, 1.5, (3, 1)) * [[1.0], [-1.0], [1.0]]
    return layer, rng.normal(size=(4, 1)), da


def backward_once(layer, inputs, da, learning_rate):
    """Forward, then backward. Returns d_weights, d_biases (read off the steps) and da_prev."""
    check_written("forward()", layer.forward(inputs))
    weights, biases = layer.weights.copy(), layer.biases.copy()
    da_prev = layer.backward(da.copy(), learning_rate)
    for name, before in (("weights", weights), ("biases", biases)):
        check_shape(f"After backward, {name}", getattr(layer, name), before.shape)
    d_weights = (weights - layer.weights) / learning_rate
    d_biases = (biases - layer.biases) / learning_rate
    return d_weights, d_biases, da_prev


def example_forward():
    """The layer of section 7 and its input, with forward done, and done right."""
    layer, inputs = example_layer()
    a = layer.forward(inputs)
    check_written("forward()", a)
    if np.shape(a) != (2, 1) or not np.allclose(a, [[4.0], [1.0]]):
        raise CheckFailed("forward() isn't right yet, and backward() builds on it.\nFirst get the check of forward to pass.")
    return layer, inputs


def example_backward():
    """The whole of section 7: da is (0.5, 1.5), the learning rate 0.1."""
    layer, inputs = example_forward()
    return backward_once(layer, inputs, np.array([[0.5], [1.5]]), 0.1)


def slow_gradient(layer, name, inputs, da):
    """∂loss/∂weights or ∂loss/∂biases by nudging, for a loss that has ∂loss/∂a = da."""
    start = getattr(layer, name)

    def loss(values):
        setattr(layer, name, values)
        return np.sum(da * layer.forward(inputs))

    gradient = numerical_gradient(loss, start)
    setattr(layer, name, start)
    return gradient


def check_moved(name, step):
    if not np.any(step):
        raise CheckFailed(
            f"The {name} did not move: d_{name} or the update is still to be written.\n"
            "(The checks read gradients off the step of backward(): write all of it first.)\n"
            f"If it is written: the update has to change self.{name} itself, not a copy."
        )


@check
def layer_forward():
    """right values, for a column and for a plain vector; inputs and z are kept"""
    layer, inputs = example_layer()
    a = layer.forward(inputs)
    check_written("forward()", a)
    check_close(
        "In the example, z (self.outputs)",
        layer.outputs,
        [[2], [-1]],
        "z is the weighted sum of the inputs, plus the bias.",
        {
            "These are the weighted sums without the biases.": [1, -1],
            "This is a. self.outputs must keep z, from before the activation.": [4, 1],
        },
    )
    check_close(
        "In the example, a",
        a,
        [[4], [1]],
        "a is the activation of z.",
        {
            "This is z: the activation is missing.": [2, -1],
        },
    )
    check_close("self.inputs", layer.inputs, inputs, "Keep the inputs as they came, as a column. backward needs them.")

    column = "Make a column of the inputs first.\nWithout it NumPy adds a row to a column and gets a table."
    layer, inputs, _ = random_layer(1)
    for given in (inputs, inputs.ravel()):
        a = layer.forward(given)
        case = f"For inputs of shape {given.shape}, "
        check_shape(case + "the result of forward()", a, (3, 1), column)
        check_shape(case + "self.inputs", layer.inputs, (4, 1), column)
        check_shape(case + "self.outputs", layer.outputs, (3, 1), column)
        for i in range(3):  # neuron by neuron, in plain numbers
            total = float(layer.biases[i, 0])
            for j in range(4):
                total += float(layer.weights[i, j]) * float(inputs[j, 0])
            check_close(
                case + f"z of neuron {i}",
                layer.outputs[i, 0],
                total,
                "It adds up this neuron's row of weights times the inputs.",
            )
            check_close(
                case + f"a of neuron {i}",
                a[i, 0],
                np.tanh(total),
                "It should be self.activation(z), whatever the activation is.",
            )


@check
def layer_dz():
    """da times the slope, taken at z"""

    def read_off(d_weights, d_biases, want):
        from_weights = d_weights[:, :1]  # the first input is 1 in both layers below
        return from_weights if np.allclose(from_weights, want) else d_biases

    d_weights, d_biases, _ = example_backward()
    dz = read_off(d_weights, d_biases, [[2], [-3]])
    check_moved("biases", dz)
    check_close(
        "In the example, dz (read off the step)",
        dz,
        [[2], [-3]],
        "dz is da, number by number times the slope of the activation.",
        {
            "This is da itself. On its way back it has to pass the activation, too.": [0.5, 1.5],
            "This takes the slope at a. Take it at z. (Does self.outputs hold z?)": [4, 3],
            "This is the slope alone. The message from the layer after, da, is missing.": [4, -2],
            "This takes the slope at da. Take it at z, where the activation stood.": [0.5, 4.5],
            "Only the sign is wrong: a step goes against the gradient.": [-2, 3],
            "Too large by just the learning rate: is it missing in the update?": [20, -30],
        },
    )

    layer, inputs, da = random_layer(2)
    inputs[0] = 1.0
    want = slow_gradient(layer, "biases", inputs, da)
    d_weights, d_biases, _ = backward_once(layer, inputs, da, 0.5)
    dz = read_off(d_weights, d_biases, want)
    hint = "The example passes, this doesn't: is anything taken for granted that holds there only?"
    check_close("With Tanh, dz (read off the step)", dz, want, hint)


@check
def layer_d_weights():
    """as a numerical gradient has it"""
    d_weights, _, _ = example_backward()
    check_moved("weights", d_weights)
    hint = "Entry (i, j) is dz of neuron i times input j.\nIf the check of dz complains as well, look there first."
    check_close(
        "In the example, d_weights (read off the weights' step)",
        d_weights,
        [[2, 4, -2], [-3, -6, 3]],
        hint,
        {
            "Only the sign is wrong: a step goes against the gradient.": [-2, -4, 2, 3, 6, -3],
            "Too small by just the learning rate: is it applied twice?": [0.2, 0.4, -0.2, -0.3, -0.6, 0.3],
            "Too large by just the learning rate: is it missing in the update?": [20, 40, -20, -30, -60, 30],
            "This was made of da. Start from dz.": [0.5, 1, -0.5, 1.5, 3, -1.5],
            "The inputs are missing: a weight's lever is the number that came in.": [2, 2, 2, -3, -3, -3],
        },
    )

    layer, inputs, da = random_layer(3)
    want = slow_gradient(layer, "weights", inputs, da)
    for shape in ((4, 1), (4,)):
        layer, inputs, da = random_layer(3)
        d_weights, _, _ = backward_once(layer, inputs.reshape(shape), da, 0.5)
        check_close(
            f"For inputs of shape {shape}, d_weights",
            d_weights,
            want,
            "Is dz right, and are the inputs a column?",
        )


@check
def layer_d_biases():
    """one number for each neuron"""
    _, d_biases, _ = example_backward()
    check_moved("biases", d_biases)
    check_close(
        "In the example, d_biases (read off the biases' step)",
        d_biases,
        [[2], [-3]],
        "If the check of dz complains as well, look there first.",
        {
            "All numbers were added up. Each bias has its own neuron, and so its own number.": [-1, -1],
            "Only the sign is wrong: a step goes against the gradient.": [-2, 3],
            "Too small by just the learning rate: is it applied twice?": [0.2, -0.3],
            "Too large by just the learning rate: is it missing in the update?": [20, -30],
        },
    )

    layer, inputs, da = random_layer(6)
    want = slow_gradient(layer, "biases", inputs, da)
    _, d_biases, _ = backward_once(layer, inputs, da, 0.5)
    check_close("With Tanh, d_biases", d_biases, want, "If the check of dz complains as well, look there first.")


@check
def layer_da_prev():
    """the right message to the layer before, from the old weights"""
    _, _, da_prev = example_backward()
    check_written("da_prev", da_prev)
    shapes = {
        (2, 1): "That is the shape of dz: one number for each neuron, not for each input.",
        (2, 3): "Not added up yet: an input's effects on all neurons must be summed.",
        (1, 3): "The right count, lying down: it must be a column, like the inputs.",
        (3,): "The right count, but a plain vector: it must be a column, like the inputs.",
    }
    check_shape("da_prev", da_prev, (3, 1), shapes.get(np.shape(da_prev), "It must have the shape of the inputs."))
    hint = (
        "Number j collects over all neurons: down column j of the weights.\n"
        "If the check of dz complains as well, look there first."
    )
    check_close(
        "In the example, da_prev",
        da_prev,
        [[-4], [5], [1]],
        hint,
        {
            "This was made with the weights after the step. Use those of the forward pass.": [-5.3, 2.4, 2.3],
            "The learning rate got in. It belongs to the step, not to the message.": [-0.4, 0.5, 0.1],
            "This was made of da. Start from dz, which has passed the activation.": [3.5, -1, 2.5],
            "The activation was passed twice: dz has already passed it.": [20, 2, 22],
            "Only the sign is wrong. The step goes against the gradient, the message does not.": [4, -5, -1],
        },
    )

    layer, inputs, da = random_layer(4)
    want = numerical_gradient(lambda x: np.sum(da * layer.forward(x)), inputs)
    _, _, da_prev = backward_once(layer, inputs, da, 0.5)
    check_close(
        "With Tanh, da_prev",
        da_prev,
        want,
        "Were the weights already changed? Was the activation passed just once?",
    )


@check
def layer_update():
    """weights and biases take one step against their gradients"""
    layer, inputs = example_forward()
    layer.backward(np.array([[0.5], [1.5]]), 0.1)
    check_moved("weights", layer.weights - example_layer()[0].weights)
    check_moved("biases", layer.biases - example_layer()[0].biases)
    first = "If a check above complains, mend that first."
    check_close(
        "In the example, self.weights after the step",
        layer.weights,
        [[0.8, 0.6, 2.2], [2.3, -0.4, 0.7]],
        first,
        {
            "The step went up the slope. It is to be subtracted.": [1.2, 1.4, 1.8, 1.7, -1.6, 1.3],
            "This is a step of the whole gradient: the learning rate is missing.": [-1, -3, 4, 5, 5, -2],
        },
    )
    check_close(
        "In the example, self.biases after the step",
        layer.biases,
        [[0.8], [0.3]],
        first,
        {
            "The step went up the slope. It is to be subtracted.": [1.2, -0.3],
            "This is a step of the whole gradient: the learning rate is missing.": [-1, 3],
        },
    )
    check_close(
        "In the example, a of the next forward",
        layer.forward(inputs),
        [[0.36], [1.21]],
        "forward must use the weights and biases after the step.",
    )

    steps = []
    for learning_rate in (0.2, 0.4):
        layer, inputs, da = random_layer(5)
        layer.forward(inputs)
        start = layer.weights.copy()
        layer.backward(da, learning_rate)
        steps.append(start - layer.weights)
    check_close(
        "With twice the learning rate, the weights' step",
        steps[1],
        2 * steps[0],
        "The step is the learning rate times the gradient, once.",
    )


quiz_ps3 = quiz("answer_ps3")


def practice(seed=1):
    """The layer of section 7, f(z) = z², with other numbers."""
    rng = np.random.default_rng(seed)
    a_prev, W, b = rng.integers(-2, 3, (3, 1)), rng.integers(-2, 3, (2, 3)), rng.integers(-1, 2, (2, 1))
    da = rng.choice([-1.5, -0.5, 0.5, 1.5], (2, 1))
    z = W @ a_prev + b
    dz = da * 2 * z
    given = {"a_prev": a_prev, "W": W, "b": b, "da": da, "learning_rate": 0.1}
    steps = {"z": z, "a": z**2, "dz": dz, "dW": dz @ a_prev.T, "db": dz, "da_prev": W.T @ dz}
    return Practice(given, {**steps, "new_W": W - 0.1 * dz @ a_prev.T, "new_b": b - 0.1 * dz})
