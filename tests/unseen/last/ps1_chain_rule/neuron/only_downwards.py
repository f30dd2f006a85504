# mistake: fit moves the weight only where its gradient is positive.
# loses: fit
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        if self.delta_weight > 0:
            self.weight = self.weight - learning_rate * self.delta_weight
