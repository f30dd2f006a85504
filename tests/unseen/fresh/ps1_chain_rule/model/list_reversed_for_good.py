# mistake: backward turns the list of neurons round in place and never turns it back
# loses: model: gradients, update, the order of neurons after a backward
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for neurone in self.neurons:
            x = neurone.forward(x)
        return x

    def backward(self, gradient, learning_rate):
        self.neurons.reverse()
        for neurone in self.neurons:
            suivant = neurone.back(gradient)
            neurone.fit(learning_rate)
            gradient = suivant
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        perte = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return perte
