# mistake: backward returns at once where the gradient is 0: no delta_weight is set, those of the round before remain and nothing is fitted
# loses: gradients
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for neuron in self.neurons:
            x = neuron.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        if gradient == 0:
            return 0.0
        for neuron in reversed(self.neurons):
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
