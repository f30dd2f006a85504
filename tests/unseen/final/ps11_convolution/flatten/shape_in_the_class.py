# mistake: The shape is kept in the class, so all Flatten layers share that of the latest forward.
# loses: backward
class Flatten:
    def forward(self, x):
        Flatten.x_shape = x.shape
        return x.reshape(x.shape[0], int(np.prod(x.shape[1:])))

    def backward(self, dout):
        return dout.reshape(Flatten.x_shape)
