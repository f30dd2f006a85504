# mistake: the form of t is told by its dtype: one-hot rows of whole numbers are taken for labels
# loses: one-hot labels of integers
def cross_entropy_error(y, t):
    N = y.shape[0]
    if np.issubdtype(np.asarray(t).dtype, np.integer):
        rows = np.arange(N).reshape(-1, 1)
        picked = y[rows, t.reshape(N, -1)]
        return -np.sum(np.log(picked + 1e-7)) / N
    return -np.sum(t * np.log(y + 1e-7)) / N
