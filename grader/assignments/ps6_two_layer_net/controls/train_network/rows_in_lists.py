from collections import defaultdict


class TwoLayerNet(TwoLayerNet):
    """With things of its own, which the training below looks at."""

    HIDDEN = 50
    names = ("W2", "b2", "W1", "b1")

    def moved(self, name, step):
        self.params[name] += step


def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    """Minibatches as lists of rows, with the numbers of the classes in place of one-hot labels."""
    classes = t_train.argmax(axis=1) if t_train.ndim == 2 else t_train
    network = TwoLayerNet(x_train.shape[1], TwoLayerNet.HIDDEN, 1 + int(classes.max()))
    curves = defaultdict(list)
    deck = []
    for step in range(1, iterations + 1):
        if len(deck) < batch_size:
            deck = rng.permutation(len(x_train)).tolist()
        drawn, deck = deck[:batch_size], deck[batch_size:]
        slopes = network.gradient([x_train[i].tolist() for i in drawn], [classes[i] for i in drawn])
        for name in network.names:
            network.moved(name, -learning_rate * slopes[name])
        if not step % (len(x_train) // batch_size):
            curves["train_loss"].append(network.loss(x_train, classes))
            curves["train_accuracy"].append(network.accuracy(x_train, t_train))
            curves["test_accuracy"].append(network.accuracy(x_test, t_test))
    return curves
