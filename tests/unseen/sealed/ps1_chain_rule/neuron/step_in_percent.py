# mistake: fit takes the step relative to the weight: weight * (1 - rate * delta_weight)
# loses: fit
class Neuron:
    """A neuron with one input and no activation."""

    def __init__(self, weight=None):
        self.weight = np.random.random() if weight is None else weight
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        ergebnis = self.weight * self.input
        return ergebnis

    def back(self, grad):
        self.delta_weight = grad * self.input
        zurueck = grad * self.weight
        return zurueck

    def fit(self, learning_rate):
        schritt = learning_rate * self.delta_weight
        self.weight *= 1 - schritt
