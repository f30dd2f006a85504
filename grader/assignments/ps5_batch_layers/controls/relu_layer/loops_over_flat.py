def gate(value, switch_off):
    return 0.0 if switch_off else value
# %%
class Relu:
    def forward(self, x):
        flat = x.reshape(-1)
        self.mask = np.array([v <= 0 for v in flat]).reshape(x.shape)
        print("off:", int(self.mask.sum()))
        return np.array([gate(v, off) for v, off in zip(flat, self.mask.reshape(-1))]).reshape(x.shape)

    def backward(self, dout):
        dx = np.zeros(dout.shape)
        for index in np.ndindex(*dout.shape):
            dx[index] = gate(dout[index], self.mask[index])
        return dx
