# mistake: only the denominator gets the shifted scores, the numerator is e^x without the shift
# loses: single, batch, big
def softmax(x):
    c = np.max(x, axis=-1, keepdims=True)
    zaehler = np.exp(x)
    nenner = np.sum(np.exp(x - c), axis=-1, keepdims=True)
    return zaehler / nenner
