# mistake: the last neuron is done before the loop and the first after it: a chain of one neuron goes through it twice
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
        last, first = self.neurons[-1], self.neurons[0]
        gradient = last.back(gradient)
        last.fit(learning_rate)
        for neuron in self.neurons[-2:0:-1]:
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        gradient = first.back(gradient)
        first.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
