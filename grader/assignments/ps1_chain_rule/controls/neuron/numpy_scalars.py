class Neuron:
    def __init__(self, weight=None):
        self.weight = np.array(np.random.random() if weight is None else weight, dtype=float)
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = np.array(x, dtype=float)
        return self.weight * self.input

    def back(self, grad):
        self.delta_weight = np.multiply(grad, self.input)
        return np.multiply(grad, self.weight)

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
