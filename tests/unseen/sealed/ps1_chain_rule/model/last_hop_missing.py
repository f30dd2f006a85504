# mistake: backward returns the gradient that the first neuron received, not what it hands back
# loses: returned
class Model:
    """A chain of neurons: the result of each is the input of the next."""

    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for n in self.neurons:
            x = n.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        received = gradient
        handed_on = gradient
        for n in reversed(self.neurons):
            received = handed_on
            handed_on = n.back(received)
            n.fit(learning_rate)
        return received

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
