# mistake: delta_weight is the gradient plus the input.
# loses: delta_weight
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        y = self.weight * x
        return y

    def back(self, grad):
        self.delta_weight = grad + self.input
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
