# mistake: The loop backwards ends at index 1, so the first neuron gets no gradient and no step.
# loses: step and delta_weight of the first neuron, returned gradient

class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        out = x
        for i in range(len(self.neurons)):
            out = self.neurons[i].forward(out)
        return out

    def backward(self, gradient, learning_rate):
        g = gradient
        for i in range(len(self.neurons) - 1, 0, -1):
            g_new = self.neurons[i].back(g)
            self.neurons[i].fit(learning_rate)
            g = g_new
        return g

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
