# mistake: none: an inner class does the training, entries in the middle of an epoch
# loses: nothing
class _Trainer:
    def __init__(self, network, rate):
        self.network, self.rate = network, rate

    def step(self, x, t):
        g = self.network.gradient(x, t)
        for name, p in self.network.params.items():
            p -= self.rate * g[name]


def train(x_train, t_train, x_test, t_test, iterations, batch_size, learning_rate, rng):
    (n, d), c = x_train.shape, t_train.shape[-1]
    network = TwoLayerNet(d, 50, c)
    trainer, per = _Trainer(network, learning_rate), max(n // batch_size, 1)
    log = {k: [] for k in ("train_loss", "train_accuracy", "test_accuracy")}
    for i in range(iterations):
        if i % per == per // 2:
            log["train_loss"].append(network.loss(x_train, t_train))
            log["train_accuracy"].append(network.accuracy(x_train, t_train))
            log["test_accuracy"].append(network.accuracy(x_test, t_test))
        rows = rng.choice(n, batch_size, replace=False)
        trainer.step(x_train[rows], t_train[rows])
    return {**log, "network": network}
