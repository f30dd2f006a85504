class Model:
    """train_step does everything by itself, and the other two methods nothing that it needs."""

    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        return x if not self.neurons else self._from(0, x)

    def _from(self, place, x):
        result = self.neurons[place].forward(x)
        return result if place == len(self.neurons) - 1 else self._from(place + 1, result)

    def backward(self, gradient, learning_rate):
        passed = gradient
        for place in range(1, len(self.neurons) + 1):
            passed = self.neurons[-place].back(passed)
            self.neurons[-place].fit(learning_rate)
        return passed

    def train_step(self, x, y, learning_rate):
        values = [x]
        for neuron in self.neurons:
            neuron.input = values[-1]
            values.append(values[-1] * neuron.weight)
        gradient = 2 * (values[-1] - y)
        for neuron, value in zip(self.neurons[::-1], values[-2::-1]):
            neuron.delta_weight = gradient * value
            gradient *= neuron.weight
            neuron.weight -= learning_rate * neuron.delta_weight
        return (values[-1] - y) ** 2
