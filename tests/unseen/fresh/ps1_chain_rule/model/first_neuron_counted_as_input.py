# mistake: forward skips the first neuron, taking it for the input layer, and backward stops before it likewise
# loses: model: forward, gradients, returned, update, train_step
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        value = x                      # neuron 0 only holds the input
        for i in range(1, len(self.neurons)):
            value = self.neurons[i].forward(value)
        return value

    def backward(self, gradient, learning_rate):
        for i in range(len(self.neurons) - 1, 0, -1):
            n = self.neurons[i]
            old = n.back(gradient)
            n.fit(learning_rate)
            gradient = old
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
