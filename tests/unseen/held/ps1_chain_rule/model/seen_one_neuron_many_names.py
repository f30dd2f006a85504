# mistake: The list repeats one single Neuron object, so all places of the chain share weight, input and delta_weight.
# loses: forward, gradients and steps of a chain of several neurons

class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron()] * num_neurons

    def forward(self, x):
        for n in self.neurons:
            x = n.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        for n in reversed(self.neurons):
            weiter = n.back(gradient)
            n.fit(learning_rate)
            gradient = weiter
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
