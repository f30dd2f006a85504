def numerical_gradient(f, x: np.ndarray, h: float = 1e-4) -> np.ndarray:
    """Through a flat view of the same numbers."""
    flat = x.reshape(-1)

    def slope(i):
        old = flat[i]
        values = []
        for sign in (1, -1):
            flat[i] = old + sign * h
            values.append(float(f(x)))
        flat[i] = old
        return (values[0] - values[1]) / h / 2

    return np.array([slope(i) for i in range(flat.size)]).reshape(x.shape)
