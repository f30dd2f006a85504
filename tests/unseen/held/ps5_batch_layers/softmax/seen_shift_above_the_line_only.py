# mistake: The largest score is taken off in the numerator and not in the sum below it.
# loses: values

def softmax(x):
    m = np.max(x, axis=-1, keepdims=True)
    zaehler = np.exp(x - m)
    nenner = np.exp(x).sum(axis=-1, keepdims=True)
    return zaehler / nenner
