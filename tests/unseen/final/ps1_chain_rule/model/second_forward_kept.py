# mistake: train_step measures its loss with a forward of 0.99·x after the prediction ("a little noise"), and backward finds those inputs
# loses: train_step
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for neuron in self.neurons:
            x = neuron.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        for neuron in reversed(self.neurons):
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        slope = squared_loss_derivative(y_hat, y)
        loss = squared_loss(y_hat, y)
        self.forward(0.99 * x)
        self.backward(slope, learning_rate)
        return loss
