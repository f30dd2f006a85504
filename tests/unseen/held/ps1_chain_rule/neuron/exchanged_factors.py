# mistake: back exchanges the two factors of the product: delta_weight takes the weight, the result the input
# loses: delta_weight and what back returns

class Neuron:
    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        return self.weight * x

    def back(self, grad):
        self.delta_weight = grad * self.weight
        return self.input * grad

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
