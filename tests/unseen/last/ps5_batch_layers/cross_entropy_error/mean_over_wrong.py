# mistake: only the samples whose likeliest class is wrong count, in the sum and in the number.
# loses: one_hot, labels, mean
def cross_entropy_error(y, t):
    ziel = t if t.ndim == 1 else t.argmax(axis=1)
    falsch = y.argmax(axis=1) != ziel
    if not falsch.any():
        return 0.0
    proba = y[np.arange(len(y)), ziel][falsch]
    return -np.log(proba + 1e-12).mean()
