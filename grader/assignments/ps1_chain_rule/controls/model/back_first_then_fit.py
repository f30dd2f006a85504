class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = []
        for i in range(num_neurons):
            self.neurons.append(Neuron())

    def forward(self, x):
        y_hat = x
        for i in range(len(self.neurons)):
            y_hat = self.neurons[i].forward(y_hat)
        return y_hat

    def backward(self, gradient, learning_rate):
        for neuron in self.neurons[::-1]:
            gradient = neuron.back(gradient)
        for neuron in self.neurons:
            neuron.fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        gradient = squared_loss_derivative(y_hat, y)
        self.backward(gradient, learning_rate)
        return squared_loss(y_hat, y)
