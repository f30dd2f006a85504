# mistake: `self.input or 1` in back: an input of 0 counts as 1
# loses: delta_weight
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * (self.input or 1)
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
