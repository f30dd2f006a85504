# mistake: A picture is laid flat with the channels last, in the order h, w, c, where it is c, h, w.
# loses: forward backward
class Flatten:
    def forward(self, x):
        self.x_shape = x.shape
        if x.ndim == 4:
            x = x.transpose(0, 2, 3, 1)
        return x.reshape(len(x), -1)

    def backward(self, dout):
        if len(self.x_shape) == 4:
            n, c, h, w = self.x_shape
            return dout.reshape(n, h, w, c).transpose(0, 3, 1, 2)
        return dout.reshape(self.x_shape)
