# mistake: the learning rate is multiplied by the neuron's place in the chain.
# loses: update
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for neuron in self.neurons:
            x = neuron.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        n = len(self.neurons)
        for k in range(n - 1, -1, -1):
            gradient = self.neurons[k].back(gradient)
            self.neurons[k].fit(learning_rate * (k + 1))
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
