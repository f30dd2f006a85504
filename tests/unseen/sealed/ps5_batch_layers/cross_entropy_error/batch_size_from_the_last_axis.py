# mistake: the batch size is read from t.shape[-1], which for one-hot labels is the number of classes
# loses: one-hot labels
def cross_entropy_error(y, t):
    batch_size = t.shape[-1]
    eps = 1e-12
    if t.ndim == 1:
        return -np.sum(np.log(y[np.arange(batch_size), t] + eps)) / batch_size
    return -np.sum(t * np.log(y + eps)) / batch_size
