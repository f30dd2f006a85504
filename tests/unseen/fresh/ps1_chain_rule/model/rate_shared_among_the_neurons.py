# mistake: backward divides the learning rate by the number of neurons before each fit
# loses: model: update, train_step
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.num_neurons = num_neurons
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        for k in range(self.num_neurons):
            x = self.neurons[k].forward(x)
        return x

    def backward(self, gradient, learning_rate):
        lr = learning_rate / self.num_neurons   # every neuron takes its share of the step
        k = self.num_neurons - 1
        while k >= 0:
            gradient = self.neurons[k].back(gradient)
            self.neurons[k].fit(lr)
            k -= 1
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
