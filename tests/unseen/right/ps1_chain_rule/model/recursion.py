# mistake: none: forward and backward are recursive, backward hands back on the way down and fits on the way up
# loses: nothing
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x, k=0):
        return x if k == len(self.neurons) else self.forward(self.neurons[k].forward(x), k + 1)

    def backward(self, gradient, learning_rate, k=None):
        k = len(self.neurons) - 1 if k is None else k
        if k < 0:
            return gradient
        handed = self.neurons[k].back(gradient)
        result = self.backward(handed, learning_rate, k - 1)
        self.neurons[k].fit(learning_rate)
        return result

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss, slope = squared_loss(y_hat, y), squared_loss_derivative(y_hat, y)
        self.backward(slope, learning_rate)
        return loss
