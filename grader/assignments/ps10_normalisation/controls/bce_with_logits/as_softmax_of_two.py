class BCEWithLogits:
    """A yes-or-no question is a choice between the scores z and 0."""

    def forward(self, z, t):
        both = np.stack((z, np.zeros(z.shape)), axis=-1)
        logs = both - np.logaddexp.reduce(both, axis=-1, keepdims=True)
        answers = np.stack((t, 1 - t), axis=-1)
        self.difference = (np.exp(logs) - answers)[..., 0]
        return float(-(answers * logs).sum() / z.size)

    def backward(self, dout=1):
        return self.difference * (dout / self.difference.size)
