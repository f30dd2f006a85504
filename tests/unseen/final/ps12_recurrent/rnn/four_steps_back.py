# mistake: The walk back is cut off after every four steps: there the gradient of the next step isn't handed on.
# loses: through_time
class RNN:
    """with truncated backpropagation through time"""

    REACH = 4

    def __init__(self, Wx, Wh, b):
        self.Wx, self.Wh, self.b = Wx, Wh, b

    def forward(self, xs, h0=None):
        if h0 is None:
            h0 = np.zeros((xs.shape[0], self.Wh.shape[1]))
        self.steps, hs, h = [], [], h0
        for x in xs.swapaxes(0, 1):
            step = RNNStep(self.Wx, self.Wh, self.b)
            h = step.forward(x, h)
            self.steps.append(step)
            hs.append(h)
        return np.stack(hs, 1)

    def backward(self, dhs):
        dh = np.zeros_like(dhs[:, 0])
        dxs = []
        for count, (step, outside) in enumerate(zip(self.steps[::-1], dhs.swapaxes(0, 1)[::-1])):
            if count > 0 and count % self.REACH == 0:
                dh = np.zeros_like(dh)
            dx, dh = step.backward(outside + dh)
            dxs.append(dx)
        self.dWx = sum(s.dWx for s in self.steps)
        self.dWh = sum(s.dWh for s in self.steps)
        self.db = sum(s.db for s in self.steps)
        self.dh0 = dh
        return np.stack(dxs[::-1], 1)
