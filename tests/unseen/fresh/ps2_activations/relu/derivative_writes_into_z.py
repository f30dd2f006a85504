# mistake: derivative works on z itself (slope = z without a copy), so the caller's array is overwritten
# loses: relu: z left unchanged; forms of z that can't be written into by index
class ReLU:
    def __call__(self, z):
        return np.maximum(z, 0.0)

    def derivative(self, z):
        slope = z
        slope[z <= 0] = 0
        slope[z > 0] = 1
        return slope
