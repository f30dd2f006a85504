# mistake: the learning rate is divided by the number of neurons before each of them takes its step.
# loses: update
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        a = x
        for neuron in self.neurons:
            a = neuron.forward(a)
        return a

    def backward(self, gradient, learning_rate):
        share = learning_rate / len(self.neurons)
        for neuron in reversed(self.neurons):
            gradient = neuron.back(gradient)
            neuron.fit(share)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
