# mistake: the list holds one and the same neuron num_neurons times: one weight, one input, one delta_weight
# loses: forward, gradients, returned, update
class Model:
    """A chain of neurons: the result of each is the input of the next."""

    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron()] * num_neurons

    def forward(self, x):
        result = x
        for neuron in self.neurons:
            result = neuron.forward(result)
        return result

    def backward(self, gradient, learning_rate):
        for neuron in self.neurons[::-1]:
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        gradient = squared_loss_derivative(y_hat, y)
        self.backward(gradient, learning_rate)
        return loss
