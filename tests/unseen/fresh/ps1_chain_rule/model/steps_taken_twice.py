# mistake: train_step calls fit on every neuron once more after backward, which has already taken the step
# loses: model: train_step
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for neuron in self.neurons:
            x = neuron.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        for neuron in self.neurons[::-1]:
            gradient_in = gradient
            gradient = neuron.back(gradient_in)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)

        # backward pass
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        # update
        for neuron in self.neurons:
            neuron.fit(learning_rate)

        return loss
