"""The reference for ps1_chain_rule: backpropagation by hand, one number at a time."""

import numpy as np


class Neuron:
    """A neuron with one input and no activation: its result is weight · x.

    weight, input and delta_weight (∂loss/∂weight) are numbers.
    """

    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        """Returns weight · x; stores x as input."""
        self.input = x
        return self.weight * x

    def back(self, grad):
        """grad is ∂loss/∂result. Stores delta_weight, returns ∂loss/∂input; leaves weight as it is."""
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        """Moves weight one step against delta_weight."""
        self.weight = self.weight - learning_rate * self.delta_weight


def squared_loss(y_hat, y):
    """(ŷ − y)², a number."""
    return (y_hat - y) ** 2


def squared_loss_derivative(y_hat, y):
    """∂loss/∂ŷ = 2(ŷ − y), a number."""
    return 2 * (y_hat - y)


class Model:
    """A chain of neurons: the result of each is the input of the next."""

    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        """Returns the result of the last neuron, a number."""
        for neuron in self.neurons:
            x = neuron.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        """gradient is ∂loss/∂ŷ. Every neuron takes its step; returns ∂loss/∂x for the weights from before it."""
        for neuron in reversed(self.neurons):
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        """Forward, backward, one step. Returns the loss from before the step."""
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss


def fan_out_back(neurons, grads):
    """One value went into every one of `neurons`; grads[i] is ∂loss/∂result of neurons[i]. Returns ∂loss/∂value."""
    return sum(neuron.back(grad) for neuron, grad in zip(neurons, grads, strict=True))


class Add:
    """x + y."""

    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        """dout is ∂loss/∂result. Returns (∂loss/∂x, ∂loss/∂y), as every node with two inputs does."""
        return dout, dout


class Multiply:
    """x · y."""

    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x


class Exp:
    """eˣ, which is its own derivative."""

    def forward(self, x):
        self.out = np.exp(x)
        return self.out

    def backward(self, dout):
        return dout * self.out


class Reciprocal:
    """1/x, whose derivative is −1/x²."""

    def forward(self, x):
        self.out = 1 / x
        return self.out

    def backward(self, dout):
        return -dout * self.out**2


def sigmoid_forward_backward(x, dout=1.0):
    """y = 1 / (1 + e⁻ˣ) and dx = ∂loss/∂x, for dout = ∂loss/∂y, node by node. Returns (y, dx)."""
    negate, exp, add, reciprocal = Multiply(), Exp(), Add(), Reciprocal()
    y = reciprocal.forward(add.forward(exp.forward(negate.forward(x, -1.0)), 1.0))

    grad = reciprocal.backward(dout)
    grad, _ = add.backward(grad)
    grad = exp.backward(grad)
    dx, _ = negate.backward(grad)
    return y, dx


answer_ps1 = "D"
