# mistake: the walk back ends at the second neuron: the first never hears of the gradient and never moves
# loses: gradients, returned, update
class Model:
    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        valeur = x
        for n in self.neurons:
            valeur = n.forward(valeur)
        return valeur

    def backward(self, gradient, learning_rate):
        # de la fin vers le début
        for k in range(len(self.neurons) - 1, 0, -1):
            gradient = self.neurons[k].back(gradient)
            self.neurons[k].fit(learning_rate)
        return gradient

    def train_step(self, x, y, learning_rate):
        prediction = self.forward(x)
        perte = squared_loss(prediction, y)
        self.backward(squared_loss_derivative(prediction, y), learning_rate)
        return perte
