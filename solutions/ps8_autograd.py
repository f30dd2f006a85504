"""The reference for ps8_autograd: numbers that remember what they were made from.

The design follows Andrej Karpathy's micrograd; here each result keeps the slopes of its operation, and one push serves all.
"""

import math


def as_value(x):
    """x, a Value or a plain number, as a Value."""
    return x if isinstance(x, Value) else Value(x)


class Value:
    """A number that remembers what it was made from.

    data, grad  numbers; grad begins at 0.0
    parents     a tuple of the Values that it was made from, () where it was made directly
    slopes      by how much it grows when a parent does: a number for each parent
    """

    def __init__(self, data, parents=()):
        self.data = data
        self.grad = 0.0
        self.parents = parents
        self.slopes = ()

    @staticmethod
    def made(data, parents, slopes):
        """The result of an operation: a Value with its parents and a slope for each of them."""
        result = Value(data, parents)
        result.slopes = slopes
        return result

    def push(self):
        """Adds to the grad of each parent what this Value's own grad makes of it."""
        for parent, slope in zip(self.parents, self.slopes, strict=True):
            parent.grad += slope * self.grad

    def __add__(self, other):
        other = as_value(other)
        return Value.made(self.data + other.data, (self, other), (1.0, 1.0))

    def __mul__(self, other):
        other = as_value(other)
        return Value.made(self.data * other.data, (self, other), (other.data, self.data))

    def __pow__(self, k):
        """k: a plain number."""
        return Value.made(self.data**k, (self,), (k * self.data ** (k - 1),))

    def exp(self):
        y = math.exp(self.data)
        return Value.made(y, (self,), (y,))

    def log(self):
        return Value.made(math.log(self.data), (self,), (1 / self.data,))

    def tanh(self):
        y = math.tanh(self.data)
        return Value.made(y, (self,), (1 - y * y,))

    def relu(self):
        """The slope at exactly 0 is 0."""
        return Value.made(max(0.0, self.data), (self,), (1.0 if self.data > 0 else 0.0,))

    def __neg__(self):
        return self * -1

    def __sub__(self, other):
        return self + -other

    def __truediv__(self, other):
        return self * as_value(other) ** -1

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return self**-1 * other


def topological_order(root):
    """Returns a list of all Values that root is made from: each once, each after its parents, root last."""
    order, seen = [], {id(root)}
    path = [(root, iter(root.parents))]
    while path:
        value, parents = path[-1]
        for parent in parents:
            if id(parent) not in seen:
                seen.add(id(parent))
                path.append((parent, iter(parent.parents)))
                break
        else:
            order.append(value)
            path.pop()
    return order


def backward(root):
    """Sets root.grad to 1.0 and pushes from root to the leaves. Every other grad is added to, never set."""
    root.grad = 1.0
    for value in reversed(topological_order(root)):
        value.push()


def zero_grad(values):
    """Sets the grad of each of some Values, any iterable, to 0.0."""
    for value in values:
        value.grad = 0.0


class MLP:
    """Layers of neurons made of Values: tanh in all layers but the last, which is linear.

    weights  weights[l][j][i] leads from input i to neuron j of layer l
    biases   biases[l][j] belongs to neuron j of layer l
    """

    def __init__(self, n_inputs, sizes, rng):
        """sizes: the number of neurons of each layer, a list. Weights from rng.uniform(-1, 1), biases 0.0."""
        self.weights, self.biases = [], []
        for n_neurons in sizes:
            self.weights.append([[Value(rng.uniform(-1, 1)) for _ in range(n_inputs)] for _ in range(n_neurons)])
            self.biases.append([Value(0.0) for _ in range(n_neurons)])
            n_inputs = n_neurons

    def __call__(self, x):
        """x: a list of numbers or Values. Returns a list of Values, one for each neuron of the last layer."""
        for layer, (weights, biases) in enumerate(zip(self.weights, self.biases, strict=True), start=1):
            z = [self.weighted_sum(row, x, bias) for row, bias in zip(weights, biases, strict=True)]
            x = z if layer == len(self.weights) else [value.tanh() for value in z]
        return x

    @staticmethod
    def weighted_sum(row, x, bias):
        """Σ weight · input + bias, a Value, for one neuron."""
        return sum((w * a for w, a in zip(row, x, strict=True)), start=bias)

    def parameters(self):
        """Returns a list of all weights and biases, each once."""
        weights = [w for layer in self.weights for row in layer for w in row]
        return weights + [b for layer in self.biases for b in layer]


def fit(model, xs, ts, steps, learning_rate):
    """Full-batch gradient descent on the mean of the squared errors.

    model: gives a list of Values for a list of numbers, and has parameters(). xs, ts: lists of lists of numbers, one a sample.
    Returns a list of losses, plain floats, each measured before its step.
    """
    losses = []
    for _ in range(steps):
        errors = [y - t for x, target in zip(xs, ts, strict=True) for y, t in zip(model(x), target, strict=True)]
        loss = sum(error * error for error in errors) / len(errors)
        losses.append(float(loss.data))
        zero_grad(model.parameters())
        backward(loss)
        for parameter in model.parameters():
            parameter.data -= learning_rate * parameter.grad
    return losses


answer_ps8 = "C"
