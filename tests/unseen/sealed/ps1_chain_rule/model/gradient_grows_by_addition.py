# mistake: on the walk back each neuron's return is added to the running gradient instead of replacing it
# loses: gradients, returned
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        out = x
        for neuron in self.neurons:
            out = neuron.forward(out)
        return out

    def backward(self, gradient, learning_rate):
        total = gradient
        for neuron in self.neurons[::-1]:
            total += neuron.back(total)
            neuron.fit(learning_rate)
        return total

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        grad = squared_loss_derivative(y_hat, y)
        self.backward(grad, learning_rate)
        return loss
