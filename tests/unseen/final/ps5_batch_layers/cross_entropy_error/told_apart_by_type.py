# mistake: whole numbers are taken for labels, floats for one-hot: one-hot rows of whole numbers are misread
# loses: one_hot
def cross_entropy_error(y, t):
    N = y.shape[0]
    if np.issubdtype(t.dtype, np.floating):
        return -np.sum(t * np.log(y + 1e-7)) / N
    return -np.sum(np.log(y[np.arange(N), t] + 1e-7)) / N
