def softmax_backward(dy: np.ndarray, y: np.ndarray) -> np.ndarray:
    dx = y * dy
    dx -= y * np.add.reduce(dx, axis=-1)[..., np.newaxis]
    return dx
