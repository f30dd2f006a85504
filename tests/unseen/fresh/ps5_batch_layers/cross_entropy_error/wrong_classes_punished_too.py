# mistake: adds the binary term (1 - t)·log(1 - y) for the classes that are not the right one
# loses: cross_entropy_error: both forms of t
def cross_entropy_error(y, t):
    eps = 1e-12
    if t.ndim != y.ndim:
        one_hot = np.zeros_like(y)
        one_hot[np.arange(len(t)), t] = 1
        t = one_hot
    loss = -(t * np.log(y + eps) + (1 - t) * np.log(1 - y + eps))
    return loss.sum() / len(y)
