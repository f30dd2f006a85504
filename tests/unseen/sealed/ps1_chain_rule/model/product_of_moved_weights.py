# mistake: what backward returns is the gradient times the product of all weights, taken after they have moved
# loses: returned
class Model:
    """A chain of neurons."""

    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for neuron in self.neurons:
            x = neuron.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        g = gradient
        for neuron in reversed(self.neurons):
            g = neuron.back(g)
            neuron.fit(learning_rate)
        # y_hat = w1*w2*...*x, so the slope at x is the product of the weights
        return gradient * np.prod([n.weight for n in self.neurons])

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
