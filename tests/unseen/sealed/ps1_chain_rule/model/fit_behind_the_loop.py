# mistake: in backward the call of fit stands behind the loop, so only the first neuron of the chain takes a step
# loses: update
class Model:
    """A chain of neurons: the result of each is the input of the next.

    neurons  the list of its Neuron objects, the first one first
    """

    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        a = x
        for neuron in self.neurons:
            a = neuron.forward(a)
        return a

    def backward(self, gradient, learning_rate):
        g = gradient
        i = len(self.neurons) - 1
        while i >= 0:
            neuron = self.neurons[i]
            g = neuron.back(g)
            i -= 1
        # now that all gradients are there the weights may move
        neuron.fit(learning_rate)
        return g

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
