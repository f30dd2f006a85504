class Neuron:
    def __init__(self, weight=None):
        if weight is None:
            weight = np.random.rand()
        self.weight = weight

    def forward(self, x):
        self.input = x
        out = x * self.weight
        return out

    def back(self, grad):
        self.delta_weight = self.input * grad
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
