# mistake: fit shrinks the weight by (1 - learning rate) before it takes the step, a decay that nobody asked for.
# loses: fit
class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * self.input

    def back(self, grad):
        g = grad
        self.delta_weight = g * self.input
        return g * self.weight

    def fit(self, learning_rate):
        decayed = (1 - learning_rate) * self.weight
        self.weight = decayed - learning_rate * self.delta_weight
