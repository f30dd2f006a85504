# mistake: the loss is the mean of 1 − y of the true class; there is no logarithm.
# loses: one_hot, labels
def cross_entropy_error(y, t):
    labels = t if t.ndim == 1 else np.argmax(t, axis=1)
    fehler = 0.0
    for zeile, k in zip(y, labels):
        fehler += 1 - zeile[k]
    return fehler / len(y)
