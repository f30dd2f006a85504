# mistake: every back adds to the delta_weight of the calls before it, and fit never empties it
# loses: delta_weight
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return np.multiply(self.weight, x)

    def back(self, grad):
        """Keeps dL/dw, returns dL/dinput."""
        contribution = grad * self.input
        if self.delta_weight is None:
            self.delta_weight = contribution
        else:
            self.delta_weight += contribution
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
