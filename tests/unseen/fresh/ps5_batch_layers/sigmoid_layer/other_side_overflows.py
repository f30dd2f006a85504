# mistake: forward is exp(x)/(1 + exp(x)), NaN for large positive x
# loses: sigmoid_layer: forward and backward at large x
class SigmoidLayer:
    def __init__(self):
        self.out = None

    def forward(self, x):
        e = np.exp(x)
        self.out = e / (1 + e)
        return self.out

    def backward(self, dout):
        y = self.out
        return dout * y * (1 - y)
