# mistake: A weight of 0 is taken for no weight, since "or" looks at its truth, and a random one is drawn.
# loses: weight as given, and all that forward and back make of it, for weight 0

class Neuron:
    def __init__(self, weight=None):
        self.weight = weight or np.random.random()
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * self.input
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
