# mistake: the sum is divided by N.
# loses: loss, loss_of_some, mean
class TimeSoftmaxWithLoss:
    def forward(self, xs, ts):
        self.ts = ts
        # chain rule
        self.valid = ts != -1
        exponentials = np.exp(xs - xs.max(axis=-1, keepdims=True))
        self.y = exponentials / exponentials.sum(axis=-1, keepdims=True)
        num_samples, target_column = np.nonzero(self.valid)
        self.count = len(ts)
        picked = self.y[num_samples, target_column, ts[num_samples, target_column]]
        return -np.sum(np.log(picked + 1e-300)) / self.count

    def backward(self, dout=1):
        grad_input = self.y.copy()
        num_samples, target_column = np.nonzero(self.valid)
        grad_input[num_samples, target_column, self.ts[num_samples, target_column]] -= 1
        grad_input[~self.valid] = 0
        return grad_input * dout / self.count
