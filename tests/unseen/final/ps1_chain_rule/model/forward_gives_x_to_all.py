# mistake: forward hands x to every neuron and returns the product of their results (w1·x·w2·x), each neuron keeps x as its input
# loses: forward
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        ergebnis = 1.0
        for n in self.neurons:
            ergebnis = ergebnis * n.forward(x)
        return ergebnis

    def backward(self, gradient, learning_rate):
        for n in reversed(self.neurons):
            gradient, alt = n.back(gradient), gradient
            n.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
