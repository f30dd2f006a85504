class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = np.array([Neuron() for _ in range(num_neurons)], dtype=object)

    def forward(self, x):
        signal = float(x)
        for neuron in self.neurons:
            signal = neuron.forward(signal)
        return signal

    def backward(self, gradient, learning_rate):
        grads = [gradient]
        for neuron in np.flip(self.neurons):
            grads.append(neuron.back(grads[-1]))
            neuron.fit(learning_rate)
        return grads[-1]

    def train_step(self, x, y, learning_rate):
        prediction = self.forward(x)
        loss = squared_loss(prediction, y)
        self.backward(squared_loss_derivative(prediction, y), learning_rate)
        return loss
