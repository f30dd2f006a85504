"""The checks of assignment 1, one function each. They look at what you wrote; the marks come from other tests."""

import numpy as np
from checking import CheckFailed, Practice, check, check_number, check_written, quiz, student


def slope(f, x, h=1e-5):
    """The numerical derivative of f at x: nudge x a little up and a little down."""
    return (f(x + h) - f(x - h)) / (2 * h)


def ready_neuron(weight, x):
    """A neuron with this weight that has just received x."""
    neuron = student.Neuron(weight)
    neuron.weight, neuron.input = weight, x
    return neuron


def need_neurons():
    """Model and fan_out_back are built from Neuron."""
    Neuron = student.Neuron
    try:
        neuron = Neuron(3.0)
        right = neuron.forward(2.0) == 6.0 and neuron.back(5.0) == 15.0 and neuron.delta_weight == 10.0
        neuron.fit(0.1)
        right = right and abs(neuron.weight - 2.0) < 1e-9
    except Exception:
        right = False
    if not right:
        raise CheckFailed("This is built from neurons. First get the four checks of Neuron to pass.")


def model_of(*weights):
    """A Model whose neurons have these weights."""
    need_neurons()
    model = student.Model(len(weights))
    if len(model.neurons) != len(weights):
        raise CheckFailed(f"Model({len(weights)}) has {len(model.neurons)} neurons.")
    for neuron, weight in zip(model.neurons, weights):
        neuron.weight = weight
    if [neuron.weight for neuron in model.neurons] != list(weights):
        raise CheckFailed("The neurons of the Model are one and the same: make a new Neuron() for each place.")
    return model


def example_model():
    """The two neurons of section 4, which have just received x = 2."""
    model = model_of(3.0, -0.25)
    for neuron, x in zip(model.neurons, (2.0, 6.0)):
        neuron.input = x
    return model


def random_model(seed):
    """Four neurons that have just received x: the model, its weights (of both signs), x, and a gradient."""
    rng = np.random.default_rng(seed)
    weights = rng.uniform(0.5, 1.5, 4) * [1, -1, 1, -1]
    x, gradient = rng.uniform(0.5, 1.5), -rng.uniform(1, 2)
    model = model_of(*weights.tolist())
    for neuron, inner in zip(model.neurons, x * np.cumprod([1, *weights])):
        neuron.input = float(inner)
    return model, weights, x, gradient


def check_moved(model, weights):
    if [neuron.weight for neuron in model.neurons] == list(weights):
        raise CheckFailed(
            "No weight has moved: the step is still to be written.\n"
            "If it is written: every neuron has to fit with the learning rate."
        )


@check
def neuron_forward():
    """weight × input, and the input is kept"""
    suspects = {
        "This is x itself.": 2,
        "This is the weight alone.": 3,
        "This is weight + x. A neuron multiplies.": 5,
    }
    neuron = student.Neuron(3.0)
    check_number("The result of Neuron(3).forward(2)", neuron.forward(2.0), 6, "It is weight × x.", suspects)
    check_number("Its input afterwards", neuron.input, 2, "Store what came in; back needs it.")
    check_number(
        "The result of the next forward(-4)",
        neuron.forward(-4.0),
        -12,
        "It is weight × x, each time anew.",
    )
    check_number("Its input afterwards", neuron.input, -4, "Store what came in this time.")
    check_number(
        "The weight of Neuron(0)",
        student.Neuron(0.0).weight,
        0,
        "A weight that is given must be kept, 0 included.",
    )
    if not all(0 <= student.Neuron().weight < 1 for _ in range(20)):
        raise CheckFailed("The weight of Neuron() must be drawn between 0 and 1, with np.random.random().")


@check
def neuron_delta_weight():
    """grad × input, as a numerical derivative has it"""
    neuron = ready_neuron(-0.25, 6.0)
    neuron.back(-10.0)
    suspects = {
        "This is grad × weight: that is handed back. The lever of the weight is the input.": 2.5,
        "This is the input alone. The message, grad, is missing.": 6,
        "This is grad alone. The lever of the weight is missing.": -10,
        "This is grad × the neuron's result. The lever of the weight is its input.": 15,
        "Only the sign is wrong. The step goes against the gradient; that is the business of fit.": 60,
    }
    if neuron.delta_weight is None:
        raise CheckFailed("delta_weight is still None: back() must store it in self.delta_weight.")
    check_number(
        "In the example, delta_weight of the second neuron",
        neuron.delta_weight,
        -60,
        "Outer derivative × input.",
        suspects,
    )

    for weight, x, grad in ((1.3, -0.7, 2.1), (-0.4, 1.9, 0.6)):
        neuron = ready_neuron(weight, x)
        neuron.back(grad)
        neuron.back(grad)
        want = slope(lambda w: grad * (w * x), weight)
        check_number(
            "With other numbers, delta_weight",
            neuron.delta_weight,
            want,
            "Each back computes it anew, from grad and input.",
        )


@check
def neuron_handed_back():
    """grad × weight, as a numerical derivative has it"""
    neuron = ready_neuron(-0.25, 6.0)
    suspects = {
        "This is delta_weight. The neuron before needs to know about *your input*, not about your weight.": -60,
        "This is grad as it came in. On its way back it has to pass the weight.": -10,
        "This is the weight alone. The message, grad, is missing.": -0.25,
    }
    hint = "If the input grows by 1, by how much does weight × input grow?"
    check_number("In the example, what the second neuron hands back", neuron.back(-10.0), 2.5, hint, suspects)
    check_number(
        "The weight after back()",
        neuron.weight,
        -0.25,
        "back() must leave the weight alone. The step belongs to fit().",
    )

    for weight, x, grad in ((1.3, -0.7, 2.1), (-0.4, 1.9, 0.6)):
        want = slope(lambda value: grad * (weight * value), x)
        got = ready_neuron(weight, x).back(grad)
        check_number("With other numbers, what is handed back", got, want, hint)


@check
def neuron_fit():
    """one step against the gradient"""
    neuron = ready_neuron(-0.25, 6.0)
    neuron.delta_weight = -60.0
    neuron.fit(0.01)
    suspects = {
        "It didn't move: fit() is still to be written, or changes something else than self.weight.": -0.25,
        "The step went up the slope. It is to be subtracted.": -0.85,
        "This is a step of the whole gradient: the learning rate is missing.": 59.75,
        "This is the step alone. Subtract it from the old weight.": 0.6,
    }
    hint = "New weight = old weight − learning rate × delta_weight."
    check_number("In the example, the second weight after fit(0.01)", neuron.weight, 0.35, hint, suspects)
    neuron.delta_weight = 0.5
    neuron.fit(0.2)
    check_number("After one more step, fit(0.2) with delta_weight 0.5, the weight", neuron.weight, 0.25, hint)


@check
def squared_loss():
    """the loss, and its derivative as a numerical derivative has it"""
    suspects = {
        "The square is missing.": -5,
        "This is the distance. Take its square.": 5,
        "This is half of it. Other books halve the loss; we don't.": 12.5,
        "A square is never negative. First the difference, then its square: ** 2, not * 2.": -10,
    }
    got = student.squared_loss(-1.5, 3.5)
    check_number("squared_loss(-1.5, 3.5)", got, 25, "The difference first, then its square.", suspects)
    check_number(
        "squared_loss(2, 0.5)",
        student.squared_loss(2.0, 0.5),
        2.25,
        "The difference first, then its square.",
    )

    suspects = {
        "The sign is wrong: it is ŷ − y, not y − ŷ.": 10,
        "The 2 of the square is missing.": -5,
        "This is the loss itself.": 25,
        "This is twice the loss. The square goes, the 2 comes down.": 50,
    }
    got = student.squared_loss_derivative(-1.5, 3.5)
    check_number("squared_loss_derivative(-1.5, 3.5)", got, -10, "See section 4.", suspects)
    for y_hat, y in ((2.0, 0.5), (-0.3, -1.1), (0.4, 0.9)):
        want = slope(lambda value: value * value - 2 * value * y, y_hat)
        got = student.squared_loss_derivative(y_hat, y)
        check_number(f"squared_loss_derivative({y_hat}, {y})", got, want, "How fast does the loss grow with ŷ?")


@check
def model_forward():
    """each neuron's result is the next one's input"""
    model = model_of(3.0, -0.25)
    suspects = {
        "This is the result of the first neuron. Feed it to the second.": 6,
        "The second neuron got x. It must get what the first one made.": -0.5,
        "The results were added up. Each result goes into the next neuron.": 5.5,
        "This is x as it came in.": 2,
    }
    hint = "What goes into the second neuron is what came out of the first."
    check_number("In the example, the result of forward(2)", model.forward(2.0), -1.5, hint, suspects)
    for neuron, want, name in zip(model.neurons, (2.0, 6.0), ("first", "second")):
        check_number(
            f"In the example, the input of the {name} neuron",
            neuron.input,
            want,
            "Is the first neuron fed first?",
        )
    model, weights, x, _ = random_model(1)
    check_number("With four neurons, the result of forward", model.forward(x), x * np.prod(weights), hint)
    first, again, other = ([neuron.weight for neuron in student.Model(3, seed).neurons] for seed in (11, 11, 12))
    if first != again or first == other:
        raise CheckFailed("The same seed must give the same weights, another seed others.\nLeave __init__ as it was given.")


@check
def model_gradients():
    """every delta_weight is as a numerical derivative has it"""
    model = example_model()
    written = model.backward(-10.0, 0.01)
    first, second = model.neurons
    if written is ... or second.delta_weight is None:
        check_written("backward()", ... if written is ... else written)
        raise CheckFailed("The last neuron has no delta_weight: it should be the first to get the gradient.")
    suspects = {"This neuron got the gradient second. Go from the last neuron to the first.": -180}
    check_number(
        "In the example, delta_weight of the second neuron",
        second.delta_weight,
        -60,
        "The last neuron gets the gradient of the loss as it is.",
        suspects,
    )
    if first.delta_weight is None:
        raise CheckFailed("The first neuron has no delta_weight: the walk goes through all neurons.")
    suspects = {
        "This is made with the second neuron's new weight. First hand back, then fit.": -7,
        "This neuron got the gradient of the loss itself. Give it what the second neuron hands back.": -20,
        "This neuron got the second one's delta_weight. Give it what back() returns.": -120,
    }
    check_number(
        "In the example, delta_weight of the first neuron",
        first.delta_weight,
        5,
        "Its grad is what the second neuron hands back.",
        suspects,
    )

    model, weights, x, gradient = random_model(2)
    model.backward(gradient, 0.3)
    for i, neuron in enumerate(model.neurons):

        def loss(weight):
            return gradient * x * np.prod([*weights[:i], weight, *weights[i + 1 :]])

        hint = "Is the gradient handed on from neuron to neuron, made with the old weights?"
        check_number(
            f"With four neurons, delta_weight of number {i + 1}",
            neuron.delta_weight,
            slope(loss, weights[i]),
            hint,
        )


@check
def model_returned():
    """∂loss/∂x, from the old weights"""
    suspects = {
        "This is made with new weights. First hand back, then fit.": -10.5,
        "This is made with the first neuron's new weight. First hand back, then fit.": 7.375,
        "These are made with the new weights. First hand back, then fit.": -10.745,
        "This is delta_weight of the first neuron. Return what it hands back.": 5,
        "This is the gradient as it came in.": -10,
        "This is what the second neuron hands back. There is one more to go.": 2.5,
    }
    hint = "It is what the first neuron hands back: ∂loss/∂x."
    check_number(
        "In the example, the result of backward",
        example_model().backward(-10.0, 0.01),
        7.5,
        hint,
        suspects,
    )
    model, weights, x, gradient = random_model(3)
    want = slope(lambda value: gradient * value * np.prod(weights), x)
    check_number("With four neurons, the result of backward", model.backward(gradient, 0.3), want, hint)


@check
def model_update():
    """every weight takes one step against its gradient"""
    model = example_model()
    if model.backward(-10.0, 0.01) is ...:
        check_written("backward()", ...)
    check_moved(model, (3.0, -0.25))
    hint = "If a check above complains, mend that first. Every neuron fits once, with the learning rate."
    for neuron, before, want, name in zip(model.neurons, (3.0, -0.25), (2.95, 0.35), ("first", "second")):
        suspects = {"This neuron didn't move. Every neuron has to fit.": before}
        check_number(f"In the example, the {name} weight after backward", neuron.weight, want, hint, suspects)

    model, weights, _, gradient = random_model(4)
    model.backward(gradient, 0.3)
    for i, (neuron, before) in enumerate(zip(model.neurons, weights)):
        got, want = before - neuron.weight, 0.3 * neuron.delta_weight
        check_number(
            f"With four neurons, the step of number {i + 1}",
            got,
            want,
            "It should be learning rate × delta_weight.",
        )


@check
def model_train_step():
    """forward, loss, backward"""
    model = model_of(3.0, -0.25)
    suspects = {
        "This is the loss after the step. Compute it before the weights move.": 2.059225,
        "This is the prediction. Return its loss.": -1.5,
        "This is the derivative. Return the loss.": -10,
    }
    hint = "It is the loss of this forward pass, before the step."
    check_number(
        "In the example, the result of train_step",
        model.train_step(2.0, 3.5, 0.01),
        25,
        hint,
        suspects,
    )
    check_moved(model, (3.0, -0.25))
    suspects = {
        "The backward pass was started with the loss. It starts with the loss's derivative.": -1.75,
        "The derivative has the wrong sign: the weights walk away from the target.": -0.85,
        "Half of the step: the backward pass starts with 2(ŷ − y), not with ŷ − y.": 0.05,
    }
    hint = "backward starts with ∂loss/∂ŷ, and takes the learning rate.\nIf a check above complains, mend that first."
    check_number(
        "In the example, the second weight after train_step",
        model.neurons[1].weight,
        0.35,
        hint,
        suspects,
    )
    check_number("In the example, the first weight after train_step", model.neurons[0].weight, 2.95, hint)
    check_number(
        "The result of the next train_step",
        model.train_step(2.0, 3.5, 0.01),
        2.059225,
        "Each step starts with a new forward pass.",
    )


@check
def fan_out():
    """the returns add up, and each neuron has its own delta_weight"""
    need_neurons()

    def fan(x, weights):
        neurons = [student.Neuron(weight) for weight in weights]
        for neuron in neurons:
            neuron.forward(x)
        return neurons

    neurons = fan(2.0, (3.0, -1.0, 0.5))
    suspects = {
        "This is the sum of the grads. Each has to pass its neuron's weight first.": 3,
        "This is the sum of the delta_weights. Add up what back() returns.": 6,
        "This is the first neuron's part alone.": 12,
        "The last neuron's part is missing.": 7,
        "Some signs were lost: effects can work against each other.": 20,
        "This is the last neuron's part alone. Add to what is there, don't replace it.": -3,
        "The parts were multiplied. Rates multiply along one road; different roads add up.": 180,
        "This is the mean. All three effects happen, so they add up in full.": 4 / 3,
    }
    hint = "Add up what the neurons hand back."
    check_number(
        "In the example, the result of fan_out_back",
        student.fan_out_back(neurons, [4.0, 5.0, -6.0]),
        4,
        hint,
        suspects,
    )
    for i, (neuron, want) in enumerate(zip(neurons, (8.0, 10.0, -12.0))):
        if neuron.delta_weight is None:
            raise CheckFailed(f"Neuron {i + 1} has no delta_weight: call the back() of each neuron.")
        check_number(
            f"In the example, delta_weight of neuron {i + 1}",
            neuron.delta_weight,
            want,
            "grads[i] belongs to neurons[i].",
        )
        check_number(
            f"In the example, the weight of neuron {i + 1}",
            neuron.weight,
            (3.0, -1.0, 0.5)[i],
            "Nobody has asked for a step.",
        )

    weights, grads = np.array([0.7, -1.2, 0.4, 1.6]), np.array([-0.9, 0.8, 1.5, -0.3])
    want = slope(lambda value: np.sum(grads * weights * value), 1.4)
    got = student.fan_out_back(fan(1.4, weights.tolist()), grads.tolist())
    check_number("With four neurons, the result of fan_out_back", got, want, hint)


@check
def graph_nodes_add():
    """x + y, and both gradients as numerical derivatives have them"""
    node = student.Add()
    check_number("Add().forward(2.0, -3.0)", node.forward(2.0, -3.0), -1, "It is x + y.")
    gradients = node.backward(4.0)
    check_written("Add.backward()", gradients)
    if not isinstance(gradients, (tuple, list, np.ndarray)) or len(gradients) != 2:
        raise CheckFailed("Add.backward() must return two gradients, one for each input: return dx, dy")
    hint = "If an input grows by 1, so does the sum. The rate is 1, and dout is multiplied by it."
    suspects = {
        "dout is missing: the rate is 1, but it has to be multiplied by dout.": 1,
        "The message isn't shared out: each input has its full effect on the sum.": 2,
    }
    check_number("After it, dx of Add().backward(4.0)", gradients[0], 4, hint, suspects)
    suspects = {
        "dout is missing: the rate is 1, but it has to be multiplied by dout.": 1,
        "The sign is wrong: a larger y makes the sum larger.": -4,
    }
    check_number("After it, dy of Add().backward(4.0)", gradients[1], 4, hint, suspects)

    nodes = [student.Add(), student.Add()]
    hint = "Each node must remember the inputs of its own last forward: keep them in self."
    for inputs in (((0.7, -1.9), (2.3, 0.6)), ((-1.2, 0.4), (1.6, -0.8))):
        for node, (x, y) in zip(nodes, inputs):
            node.forward(x, y)
        for node, (x, y) in zip(nodes, inputs):
            dx, dy = node.backward(-1.5)
            check_number("With two nodes, dx", dx, slope(lambda value: -1.5 * (value + y), x), hint)
            check_number("With two nodes, dy", dy, slope(lambda value: -1.5 * (x + value), y), hint)


@check
def graph_nodes_multiply():
    """x · y, and both gradients as numerical derivatives have them"""
    node = student.Multiply()
    check_number("Multiply().forward(2.0, -3.0)", node.forward(2.0, -3.0), -6, "It is x · y.")
    gradients = node.backward(4.0)
    check_written("Multiply.backward()", gradients)
    if not isinstance(gradients, (tuple, list, np.ndarray)) or len(gradients) != 2:
        raise CheckFailed("Multiply.backward() must return two gradients, one for each input: return dx, dy")
    hint = "dout times the other input."
    suspects = {"This is dout × x. If x grows by 1, the product grows by y.": 8, "dout is missing.": -3}
    check_number("After it, dx of Multiply().backward(4.0)", gradients[0], -12, hint, suspects)
    suspects = {"This is dout × y. If y grows by 1, the product grows by x.": -12, "dout is missing.": 2}
    check_number("After it, dy of Multiply().backward(4.0)", gradients[1], 8, hint, suspects)

    nodes = [student.Multiply(), student.Multiply()]
    hint = "Each node must remember the inputs of its own last forward: keep them in self."
    for inputs in (((0.7, -1.9), (2.3, 0.6)), ((-1.2, 0.4), (1.6, -0.8))):
        for node, (x, y) in zip(nodes, inputs):
            node.forward(x, y)
        for node, (x, y) in zip(nodes, inputs):
            dx, dy = node.backward(-1.5)
            check_number("With two nodes, dx", dx, slope(lambda value: -1.5 * (value * y), x), hint)
            check_number("With two nodes, dy", dy, slope(lambda value: -1.5 * (x * value), y), hint)


@check
def graph_nodes_exp():
    """e to the x, and the gradient as a numerical derivative has it"""
    node = student.Exp()
    check_number("Exp().forward(2.0)", node.forward(2.0), np.exp(2), "It is np.exp(x).")
    hint = "dout times the rate, and the rate of e to the x is e to the x."
    suspects = {
        "dout is missing.": np.exp(2),
        "That is the rule for powers, like x². Here x stands in the exponent: e to the x is its own derivative.": 6 * np.exp(1),
        "This is dout × x. The rate is e to the x.": 6,
        "The rate has to be taken at x, not at dout.": np.exp(3),
        "The sign is wrong: if x grows, e to the x grows, too.": -3 * np.exp(2),
    }
    check_number("After it, Exp().backward(3.0)", node.backward(3.0), 3 * np.exp(2), hint, suspects)

    nodes = [student.Exp(), student.Exp()]
    hint = "Each node must remember its own last forward: keep what it needs in self."
    for inputs in ((0.7, -1.9), (-1.2, 1.6)):
        for node, x in zip(nodes, inputs):
            node.forward(x)
        for node, x in zip(nodes, inputs):
            want = slope(lambda value: -1.5 * (np.exp(value)), x)
            check_number("With two nodes, dx", node.backward(-1.5), want, hint)


@check
def graph_nodes_reciprocal():
    """1 / x, and the gradient as a numerical derivative has it"""
    node = student.Reciprocal()
    check_number("Reciprocal().forward(2.0)", node.forward(2.0), 0.5, "It is 1 / x.")
    hint = "dout times the rate, which is −1/x²."
    suspects = {
        "The sign is wrong: if x grows, 1/x gets smaller.": 0.75,
        "dout is missing.": -0.25,
        "The square is missing.": -1.5,
        "The rate is −1/x², and so −out². This is −x².": -12,
    }
    check_number("After it, Reciprocal().backward(3.0)", node.backward(3.0), -0.75, hint, suspects)

    nodes = [student.Reciprocal(), student.Reciprocal()]
    hint = "Each node must remember its own last forward: keep what it needs in self."
    for inputs in ((0.7, -1.9), (-1.2, 1.6)):
        for node, x in zip(nodes, inputs):
            node.forward(x)
        for node, x in zip(nodes, inputs):
            want = slope(lambda value: -1.5 * (1 / value), x)
            check_number("With two nodes, dx", node.backward(-1.5), want, hint)


@check
def graph_sigmoid():
    """y, and dx as a numerical derivative has it"""

    def both(x, *dout):
        got = student.sigmoid_forward_backward(x, *dout)
        check_written("sigmoid_forward_backward()", got)
        if not isinstance(got, (tuple, list, np.ndarray)) or len(got) != 2:
            raise CheckFailed("sigmoid_forward_backward() must return two numbers: return y, dx")
        return got

    x = float(np.log(4))
    y, dx = both(x)
    suspects = {
        "This is 1 / (1 + e to the plus x): multiply x by −1 first.": 0.2,
        "The reciprocal is missing.": 1.25,
        "This is e to the −x. Two nodes are missing.": 0.25,
        "The 1 is missing.": 4,
        "This is dx. Return y first.": 0.16,
    }
    check_number("In the example, y", y, 0.8, "Multiply by −1, exp, add 1, reciprocal.", suspects)
    suspects = {
        "The sign is wrong. Was the multiplication by −1 passed on the way back?": -0.16,
        "This is what Add hands back. Exp and Multiply are still to come.": -0.64,
        "The factor of Exp is missing, which is e to the −x.": 0.64,
        "The factor of Reciprocal is missing, which is −y².": -0.25,
        "The two gradients of Add were added. Only the first belongs to the road to x.": 0.32,
        "The second gradient of Multiply belongs to the −1. Take the first, which belongs to x.": -0.16 * x,
    }
    hint = "Compare with the table above, node by node. Do the checks of the four nodes pass?"
    check_number("In the example, dx", dx, 0.16, hint, suspects)
    suspects = {"dout is ignored: the backward pass starts with it.": 0.16}
    check_number("In the example with dout = 5, dx", both(x, 5.0)[1], 0.8, hint, suspects)

    for x in (-3.0, -0.4, 0.0, 2.2):
        y, dx = both(x, -2.0)
        check_number(f"For x = {x}, y", y, (1 + np.tanh(x / 2)) / 2, "Multiply by −1, exp, add 1, reciprocal.")
        want = slope(lambda value: -np.tanh(value / 2), x)
        check_number(f"For x = {x} and dout = −2, dx", dx, want, hint)


quiz_ps1 = quiz("answer_ps1")


def practice(seed=1):
    """The two neurons of section 4, with other numbers."""
    rng = np.random.default_rng(seed)
    x, w1, w2, y = (float(rng.choice([-3, -2, -1, 1, 2, 3])) for _ in range(4))
    h = w1 * x
    y_hat = w2 * h
    grad = 2 * (y_hat - y)
    given = {"x": x, "w1": w1, "w2": w2, "y": y, "learning_rate": 0.1}
    steps = {
        "h": h,
        "y_hat": y_hat,
        "loss": (y_hat - y) ** 2,
        "dy_hat": grad,
        "dw2": grad * h,
        "dh": grad * w2,
        "dw1": grad * w2 * x,
    }
    return Practice(given, {**steps, "new_w2": w2 - 0.1 * grad * h, "new_w1": w1 - 0.1 * grad * w2 * x})
