class Momentum:
    """The velocity with the other sign, kept in place; the gradient is scaled in place first."""

    def __init__(self, learning_rate=0.01, momentum=0.9):
        self.hyper = learning_rate, momentum
        self.buffers = {}

    def update(self, params, grads):
        rate, mu = self.hyper
        for key in sorted(grads):
            buffer = self.buffers.setdefault(key, np.zeros(params[key].shape))
            buffer *= mu
            grads[key] *= rate
            buffer += grads[key]
            params[key][...] = params[key] - buffer
