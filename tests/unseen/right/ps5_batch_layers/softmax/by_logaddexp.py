# mistake: none: e^(x − ln Σ e^x) with np.logaddexp.reduce
# loses: nothing
def softmax(x):
    return np.exp(x - np.logaddexp.reduce(x, axis=-1, keepdims=True))
