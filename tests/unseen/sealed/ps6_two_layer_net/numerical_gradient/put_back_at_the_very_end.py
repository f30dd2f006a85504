# mistake: an element stays nudged down while the later ones are measured; everything is put back only after the loop
# loses: numerical_gradient
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    backup = x.copy()
    for index in np.ndindex(*x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        below = f(x)
        gradient[index] = (above - below) / (2 * h)
    x[...] = backup
    return gradient
