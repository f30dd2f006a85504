# mistake: backward gives each row the shape of a sample but without the batch: for a batch of one the first axis is lost.
# loses: backward
class Flatten:
    def forward(self, x):
        self.sample_shape = x.shape[1:]
        return x.reshape(len(x), -1)

    def backward(self, dout):
        samples = [row.reshape(self.sample_shape) for row in dout]
        return np.array(samples).squeeze()
