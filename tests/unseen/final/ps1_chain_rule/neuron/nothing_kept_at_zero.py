# mistake: back sets delta_weight only where grad isn't 0, so for a message of 0 that of the back before remains
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
        if grad != 0:
            self.delta_weight = grad * self.input
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
