# mistake: A batch is transposed for the sums and isn't turned back.
# loses: a batch's shape and values

def softmax(x):
    if x.ndim == 2:
        x = x.T
        x = x - np.max(x, axis=0)
        y = np.exp(x) / np.sum(np.exp(x), axis=0)
        return y

    x = x - np.max(x)
    return np.exp(x) / np.sum(np.exp(x))
