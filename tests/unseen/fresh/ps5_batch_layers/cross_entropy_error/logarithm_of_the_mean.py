# mistake: the probabilities are averaged first and the logarithm is taken of the mean
# loses: cross_entropy_error: the mean (more than one sample)
def cross_entropy_error(y: np.ndarray, t: np.ndarray) -> float:
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    p_right = y[range(len(labels)), labels]
    return float(-np.log(p_right.mean() + 1e-12))
