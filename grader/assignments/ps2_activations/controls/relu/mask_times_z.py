class ReLU(object):
    name = "relu"

    def __call__(self, Z: np.ndarray) -> np.ndarray:
        return Z * (Z > 0).astype(np.float64)

    def derivative(self, Z: np.ndarray) -> np.ndarray:
        return (Z > 0).astype(float)
