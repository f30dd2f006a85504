# mistake: each score goes through a sigmoid, and the sigmoids are divided by their sum.
# loses: single, batch, big
def softmax(x):
    sig = np.exp(-np.logaddexp(0, -x))
    return sig / np.sum(sig, axis=-1, keepdims=True)
