# mistake: forward stores the input plus the result, so delta_weight is taken of their sum.
# loses: forward
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = 0
        self.delta_weight = 0

    def forward(self, x):
        out = self.weight * x
        self.input = x + out
        return out

    def back(self, grad):
        self.delta_weight = self.input * grad
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight -= self.delta_weight * learning_rate
