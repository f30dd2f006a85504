"""The reference for ps6_two_layer_net: a two-layer network, checked and trained, in rows.

The blocks that the notebook gives (Affine, Relu, SoftmaxWithLoss) are here too, so that the file runs by itself.
"""

import numpy as np


class Affine:
    """out = x · W + b. x (N, D), W (D, M), b (M,); out (N, M). It works on the very arrays that it is given."""

    def __init__(self, W, b):
        self.W, self.b = W, b
        self.x = self.dW = self.db = None

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, dout):
        """dout (N, M). Returns dx (N, D). Sets dW (D, M) and db (M,)."""
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return dout @ self.W.T


class Relu:
    """out = max(0, x), element by element; slope 0 at x = 0."""

    def __init__(self):
        self.mask = None

    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0.0)

    def backward(self, dout):
        """dout, the shape of x. Returns dx, the same."""
        return np.where(self.mask, dout, 0.0)


class SoftmaxWithLoss:
    """The mean cross-entropy of softmax(x) against the labels t: one-hot (N, C) or integers (N,)."""

    def __init__(self):
        self.loss = self.y = self.t = None

    def forward(self, x, t):
        """Scores x (N, C). Returns the loss, a number."""
        exp = np.exp(x - x.max(axis=1, keepdims=True))
        self.y = exp / exp.sum(axis=1, keepdims=True)
        self.t = t if np.ndim(t) == 2 else np.eye(x.shape[1])[t]
        self.loss = float(-np.sum(self.t * np.log(self.y + 1e-300)) / len(x))
        return self.loss

    def backward(self, dout=1.0):
        """Returns ∂loss/∂x (N, C). The mean over the batch is taken here, and nowhere else."""
        return dout * (self.y - self.t) / len(self.y)


def numerical_gradient(f, x):
    """The gradient of f at x by central differences, h = 1e-4: an array of the shape of x.

    f takes x and gives a number; it may just as well look at x itself, so x is nudged in place, one element at a
    time. x, an array of floats of any shape, is the same afterwards, bit for bit.
    """
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        kept = x[index]
        x[index] = kept + h
        above = f(x)
        x[index] = kept - h
        below = f(x)
        x[index] = kept
        gradient[index] = (above - below) / (2 * h)
    return gradient


class TwoLayerNet:
    """Affine, Relu, Affine, and softmax with loss on top.

    params     W1 (D, H), b1 (H,), W2 (H, C), b2 (C,): weights normal with standard deviation weight_init_std, biases 0
    layers     a dict, in order: Affine1, Relu1, Affine2. They work on the very arrays in params
    lastLayer  a SoftmaxWithLoss
    """

    def __init__(self, input_size, hidden_size, output_size, weight_init_std=0.01):
        self.params = {
            "W1": weight_init_std * np.random.randn(input_size, hidden_size),
            "b1": np.zeros(hidden_size),
            "W2": weight_init_std * np.random.randn(hidden_size, output_size),
            "b2": np.zeros(output_size),
        }
        self.layers = {
            "Affine1": Affine(self.params["W1"], self.params["b1"]),
            "Relu1": Relu(),
            "Affine2": Affine(self.params["W2"], self.params["b2"]),
        }
        self.lastLayer = SoftmaxWithLoss()

    def predict(self, x):
        """x (N, D). Returns the scores (N, C), from before the softmax."""
        for layer in self.layers.values():
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        """x (N, D), t one-hot (N, C) or integers (N,). Returns the mean loss of the batch, a number."""
        return self.lastLayer.forward(self.predict(x), t)

    def accuracy(self, x, t):
        """The share of samples whose highest score is that of their label, between 0 and 1."""
        labels = t if t.ndim == 1 else t.argmax(axis=1)
        return float(np.mean(self.predict(x).argmax(axis=1) == labels))

    def numerical_gradient(self, x, t):
        """The gradients of the loss by trial: a dict with W1, b1, W2, b2, each the shape of its parameter."""
        loss = lambda _: self.loss(x, t)
        return {name: numerical_gradient(loss, param) for name, param in self.params.items()}

    def gradient(self, x, t):
        """The same gradients by backpropagation: one walk forward, one walk back."""
        self.loss(x, t)
        dout = self.lastLayer.backward(1.0)
        for layer in reversed(self.layers.values()):
            dout = layer.backward(dout)
        first, last = self.layers["Affine1"], self.layers["Affine2"]
        return {"W1": first.dW, "b1": first.db, "W2": last.dW, "b2": last.db}


def gradient_check(network, x, t):
    """The mean absolute difference between the two gradients of a network: a dict with a number per parameter."""
    numeric = network.numerical_gradient(x, t)
    analytic = network.gradient(x, t)
    return {name: float(np.mean(np.abs(analytic[name] - numeric[name]))) for name in numeric}


def gradients_agree(analytic, numeric, tolerance=1e-5):
    """True where every element agrees: |a − n| ≤ tolerance · max(|a|, |n|), so two zeros do.

    False for different shapes, and where either holds NaN or infinity.
    """
    if analytic.shape != numeric.shape:
        return False
    if not (np.isfinite(analytic).all() and np.isfinite(numeric).all()):
        return False
    size = np.maximum(np.abs(analytic), np.abs(numeric))
    return bool((np.abs(analytic - numeric) <= tolerance * size).all())


def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """Trains a TwoLayerNet with 50 hidden units by gradient descent on minibatches.

    x (N, D); t one-hot (N, C). Each of the `iterations` steps draws batch_size samples of the training set with rng.
    An epoch is as many steps as it takes to draw the size of the training set once. Returns a dict: the lists
    train_loss, train_accuracy, test_accuracy, one entry per epoch, and the trained network.
    """
    network = TwoLayerNet(x_train.shape[1], 50, t_train.shape[1])
    steps_per_epoch = max(len(x_train) // batch_size, 1)
    train_loss, train_accuracy, test_accuracy = [], [], []
    for step in range(1, iterations + 1):
        batch = rng.choice(len(x_train), batch_size)
        gradients = network.gradient(x_train[batch], t_train[batch])
        for name, gradient in gradients.items():
            network.params[name] -= learning_rate * gradient  # in place: the layers hold these very arrays
        if step % steps_per_epoch == 0:
            train_loss.append(network.loss(x_train, t_train))
            train_accuracy.append(network.accuracy(x_train, t_train))
            test_accuracy.append(network.accuracy(x_test, t_test))
    return {"train_loss": train_loss, "train_accuracy": train_accuracy, "test_accuracy": test_accuracy, "network": network}


answer_ps6 = "D"
