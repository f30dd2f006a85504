# mistake: delta_weight is taken with the neuron's result, weight times x, where its input belongs.
# loses: delta_weight, and the step

class Neuron:
    def __init__(self, weight=None):
        if weight is None:
            weight = np.random.random()
        self.weight = weight
        self.input = None
        self.ausgabe = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        self.ausgabe = self.weight * x
        return self.ausgabe

    def back(self, grad):
        self.delta_weight = grad * self.ausgabe
        return self.weight * grad

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
