# mistake: a given weight of 0 is taken for no weight (weight or random) and replaced by a random number
# loses: neuron: forward (weight 0), and what is handed back with it
class Neuron:
    """Neuron with one input."""

    def __init__(self, weight=None):
        # if no weight was passed take a random one
        self.weight = weight or np.random.random()
        self.input = None
        self.delta_weight = None

    def forward(self, x):
        self.input = x
        ergebnis = x * self.weight
        return ergebnis

    def back(self, grad):
        self.delta_weight = grad * self.input
        gradient_zurueck = grad * self.weight
        return gradient_zurueck

    def fit(self, learning_rate):
        self.weight -= learning_rate * self.delta_weight
