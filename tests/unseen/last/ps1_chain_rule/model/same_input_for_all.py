# mistake: forward gives each neuron x itself and multiplies their results.
# loses: forward
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        result = 1.0
        for neuron in self.neurons:
            result *= neuron.forward(x)
        return result

    def backward(self, gradient, learning_rate):
        for neuron in reversed(self.neurons):
            # listo
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
