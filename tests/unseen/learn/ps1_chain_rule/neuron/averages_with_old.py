# mistake: back doesn't replace delta_weight by the new gradient but by the mean of it and the one of the back before.
# loses: delta_weight
class Neuron:
    def __init__(self, weight=None):
        if weight is None:
            weight = np.random.random()
        self.weight = weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        neu = grad * self.input
        if self.delta_weight is None:
            self.delta_weight = neu
        else:
            self.delta_weight = (self.delta_weight + neu) / 2
        return grad * self.weight

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
