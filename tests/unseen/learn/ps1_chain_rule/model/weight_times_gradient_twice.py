# mistake: backward multiplies what a neuron hands back by the neuron's weight once more.
# loses: gradients, returned
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        value = x
        for neuron in self.neurons:
            value = neuron.forward(value)
        return value

    def backward(self, gradient, learning_rate):
        for neuron in reversed(self.neurons):
            w = neuron.weight
            gradient = neuron.back(gradient) * w
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
