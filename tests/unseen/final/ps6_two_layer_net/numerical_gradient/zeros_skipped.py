# mistake: elements that are exactly 0 are passed over ("nothing there"), their derivative stays 0
# loses: central
def numerical_gradient(f, x):
    h = 1e-4
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        old = x[index]
        if old == 0:
            continue
        x[index] = old + h
        up = f(x)
        x[index] = old - h
        down = f(x)
        x[index] = old
        gradient[index] = (up - down) / (2 * h)
    return gradient
