class Model:
    """Does without the neurons' methods and without the loss functions."""

    def __init__(self, num_neurons, seed=5):
        rng = np.random.default_rng(seed)
        self.neurons = [Neuron(w) for w in rng.random(num_neurons)]

    def forward(self, x):
        self.values = [x]
        for neuron in self.neurons:
            neuron.input = self.values[-1]
            self.values.append(neuron.weight * self.values[-1])
        return self.values[-1]

    def backward(self, gradient, learning_rate):
        for i in range(len(self.neurons) - 1, -1, -1):
            neuron = self.neurons[i]
            neuron.delta_weight = gradient * neuron.input
            gradient, neuron.weight = gradient * neuron.weight, neuron.weight - learning_rate * neuron.delta_weight
        return gradient

    def train_step(self, x, y, learning_rate):
        error = self.forward(x) - y
        self.backward(2 * error, learning_rate)
        return error**2
