from collections import deque


class Model:
    __slots__ = ("neurons", "tape")

    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = deque(Neuron() for _ in range(num_neurons))

    def forward(self, x):
        self.tape = []
        for neuron in self.neurons:
            x = neuron.forward(x)
            self.tape.append(neuron)
        return x

    def backward(self, gradient, learning_rate):
        while self.tape:
            neuron = self.tape.pop()
            gradient = neuron.back(gradient)
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return squared_loss(y_hat, y)
