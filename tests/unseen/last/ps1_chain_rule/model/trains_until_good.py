# mistake: train_step takes steps until the loss has halved, not one, at most ten.
# loses: train_step
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        # TODO: simplify later
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for neuron in self.neurons:
            x = neuron.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        for neuron in reversed(self.neurons):
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        first = squared_loss(self.forward(x), y)
        for _ in range(10):
            y_hat = self.forward(x)
            if squared_loss(y_hat, y) < first / 2:
                break
            self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return first
