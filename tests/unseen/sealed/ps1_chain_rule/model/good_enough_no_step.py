# mistake: train_step takes no step when the loss is already below 0.5
# loses: train_step
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        signal = x
        for neuron in self.neurons:
            signal = neuron.forward(signal)
        return signal

    def backward(self, gradient, learning_rate):
        for neuron in reversed(self.neurons):
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        if loss < 0.5:
            return loss  # good enough, leave the weights alone
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
