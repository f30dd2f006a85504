# mistake: delta_weight adds up over the calls of back
# loses: delta_weight from the second back on

class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = (self.delta_weight or 0.0) + grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
