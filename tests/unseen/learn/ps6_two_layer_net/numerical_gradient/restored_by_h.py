# mistake: after the downward nudge the element gets h back once too often, so it ends above where it was.
# loses: restored
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        up = f(x)
        x[index] -= 2 * h
        down = f(x)
        x[index] += 2 * h
        gradient[index] = (up - down) / (2 * h)
    return gradient
