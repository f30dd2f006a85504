# mistake: a weight of 0 is taken for none given and replaced by a random one
# loses: Neuron(0.0)

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
