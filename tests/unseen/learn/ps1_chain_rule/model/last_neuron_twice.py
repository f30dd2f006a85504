# mistake: backward goes through the last neuron twice, once before the loop and once in it.
# loses: gradients, returned, update
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for neuron in self.neurons:
            x = neuron.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        grad = self.neurons[-1].back(gradient)
        for neuron in reversed(self.neurons):
            grad = neuron.back(grad)
            neuron.fit(learning_rate)
        return grad

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
