def cross_entropy_error(y, t):
    if t.ndim == 1:
        t = np.eye(y.shape[1])[t]
    return -np.sum(t * np.log(y + 1e-6)) / y.shape[0]
