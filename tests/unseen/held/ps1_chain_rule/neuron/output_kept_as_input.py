# mistake: forward keeps the product as input instead of x
# loses: input and delta_weight

class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = self.weight * x
        return self.input

    def back(self, grad):
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
