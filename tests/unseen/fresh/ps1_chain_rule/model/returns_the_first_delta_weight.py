# mistake: backward returns delta_weight of the first neuron, the derivative by its weight, instead of the derivative by x
# loses: model: returned
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        h = x
        for neuron in self.neurons:
            h = neuron.forward(h)
        return h

    def backward(self, gradient, learning_rate):
        for neuron in reversed(self.neurons):
            g = neuron.back(gradient)
            neuron.fit(learning_rate)
            gradient = g
        return self.neurons[0].delta_weight

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
