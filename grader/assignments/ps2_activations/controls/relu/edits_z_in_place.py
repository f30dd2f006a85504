class ReLU:
    def __call__(self, z):
        if z.dtype.kind != "f":
            z = z.astype(float)
        z[z < 0] = 0.0
        return z

    def derivative(self, z):
        if z.dtype.kind != "f":
            z = z.astype(float)
        on = z > 0
        z[on] = 1
        z[~on] = 0
        return z
