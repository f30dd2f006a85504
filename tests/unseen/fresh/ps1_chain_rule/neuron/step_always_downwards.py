# mistake: fit takes the absolute value of delta_weight, so the weight always gets smaller, also where the gradient is negative
# loses: neuron: fit (negative gradients)
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
        return grad * self.weight

    def fit(self, learning_rate):
        schritt = learning_rate * abs(self.delta_weight)   # how far to go down
        self.weight = self.weight - schritt
