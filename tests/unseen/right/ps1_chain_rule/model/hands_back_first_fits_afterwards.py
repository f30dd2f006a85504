# mistake: none: all neurons hand back first, all fit afterwards, in the order of the list
# loses: nothing
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        *_, result = self._results(x)
        return result

    def _results(self, x):
        yield x
        for neuron in self.neurons:
            x = neuron.forward(x)
            yield x

    def backward(self, gradient, learning_rate):
        for neuron in self.neurons[::-1]:
            gradient = neuron.back(gradient)
        [neuron.fit(learning_rate) for neuron in self.neurons]
        return gradient

    def train_step(self, x, y, learning_rate):
        print("x", x)
        y_hat = self.forward(x)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return squared_loss(y_hat, y)
