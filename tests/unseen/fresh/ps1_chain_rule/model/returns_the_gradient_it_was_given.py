# mistake: backward walks with a local g and then returns gradient, which is still ∂loss/∂ŷ, not ∂loss/∂x
# loses: model: returned
class Model:
    """chain"""

    def __init__(self, num_neurons, seed=5):
        np.random.seed(seed)
        self.neurons = [Neuron() for _ in range(num_neurons)]

    def forward(self, x):
        out = x
        for n in self.neurons:
            out = n.forward(out)
        return out

    def backward(self, gradient, learning_rate):
        g = gradient
        for n in self.neurons[::-1]:
            g_next = n.back(g)
            n.fit(learning_rate)
            g = g_next
        return gradient

    def train_step(self, x, y, learning_rate):
        y_hat = self.forward(x)
        loss = squared_loss(y_hat, y)
        self.backward(squared_loss_derivative(y_hat, y), learning_rate)
        return loss
